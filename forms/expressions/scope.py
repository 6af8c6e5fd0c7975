"""What an expression may see while it runs: the answers, the row, the recorded time, the office's calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from forms.expressions.errors import TooManySteps
from forms.expressions.values import Value


@dataclass(slots=True)
class Scope:
    """One evaluation's surroundings; made anew for each question, the steps are counted through.

    Attributes:
        now: recorded time of the action as wall-clock time at the office, without a zone.
        read: the answer to the question with this reference name.
        choice_name: the printed name of a choice, from the reference name of its question and the choice's code.
        zone: name of the office's time zone: WIB, WITA or WIT.
        workdays: number of working days after the first day up to and including the second.
        itself: the answer that ``.`` means.
        row: place of the row in its repeat, from 1; 0 outside a repeat.
        steps: how many steps may still be taken.
    """

    now: datetime
    read: Callable[[str], Value]
    choice_name: Callable[[str, str], str]
    workdays: Callable[[date, date], int]
    zone: str = ""
    itself: Value = ""
    row: int = 0
    steps: int = 150_000

    def step(self, cost: int = 1) -> None:
        """Count what was done.

        Raises:
            TooManySteps: the budget is used up.
        """
        self.steps -= cost
        if self.steps < 0:
            raise TooManySteps("formulir ini terlalu berat untuk dihitung")

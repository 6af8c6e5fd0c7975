"""One line of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, what was wanted, what came out."""

    what: str
    goal: str
    figure: str
    met: str
    note: str = ""

    def markdown(self) -> str:
        """The line."""
        return f"| {self.what} | {self.goal} | {self.figure} | {self.met} | {self.note} |"


def verdict(good: bool) -> str:  # noqa: FBT001 - the one question
    """One word."""
    return "met" if good else "**missed**"

"""How long a request's personal data is kept after it ended, and what then: the archive's schedule as dates.

UU 27/2022 (PDP) ps 42 ayat 1 ends the processing of personal data with its retention, ps 44 ayat 1 huruf a has it
destroyed (*dimusnahkan*) by the archive's retention schedule. How long it is, that schedule says (UU 43/2009,
Permendagri 19/2012), which a service pack carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.workflow import ENDINGS, State

ENDED: Final = ENDINGS - {State.ERASED}
"""States after which the years are counted. A letter that nobody fetched has not ended."""


class Then(StrEnum):
    """What the schedule wants done at the end, in its own words."""

    ERASE = "musnah"
    KEEP = "permanen"
    ASSESS = "dinilai_kembali"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Years in the active and in the inactive archive, and what then."""

    active_years: int
    inactive_years: int
    then: Then

    def ends(self, ended: date) -> date:
        """The first day on which the data is no longer kept, for a request that ended on a day."""
        year = ended.year + self.active_years + self.inactive_years
        leap_day = (ended.month, ended.day) == (2, 29)
        return date(year, 3, 1) if leap_day else ended.replace(year=year)

    def is_over(self, ended: date, today: date) -> bool:
        """Whether the years have passed."""
        return today >= self.ends(ended)

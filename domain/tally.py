"""Running sums over days that repeat by the week, except for some that do not."""

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """A count per day, none negative, that can be summed over any span at once.

    Attributes:
        week: the counts of Monday to Sunday.
        days: ordinals of the days that differ from their week, ascending.
        sums: how much the first 0, 1, 2 … of those days differ in sum; one longer than ``days``.
    """

    week: tuple[int, ...]
    days: tuple[int, ...]
    sums: tuple[int, ...]

    def before(self, ordinal: int) -> int:
        """The sum of all days before this one, from 1 January of year 1 (a Monday)."""
        weeks, rest = divmod(ordinal - 1, 7)
        return weeks * sum(self.week) + sum(self.week[:rest]) + self.sums[bisect_left(self.days, ordinal)]

    def first_reaching(self, wanted: int, ordinal: int) -> int:
        """The first day from ``ordinal`` on by whose end the sum is at least ``wanted``; the week must not be empty."""
        step = 1
        while self.before(ordinal + step) < wanted:
            step *= 2
        return ordinal + bisect_left(range(ordinal + 1, ordinal + step), wanted, key=self.before)

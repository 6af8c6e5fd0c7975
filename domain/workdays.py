"""Office hours and working days, reckoned over a calendar that is given as a value.

Offices open at different hours, Fridays are short, cuti bersama is decreed anew each year: all of it is data. Sums
over whole weeks are products and only the days that differ from their week are looked up, so a year costs no more than
a day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from itertools import accumulate, pairwise

from domain.actions import Json
from domain.indonesian import local_time
from domain.jsonshape import Fields, JsonObject, ShapeError, as_day
from domain.tally import Tally

#: Office hours of one day: (start, end) in minutes after midnight, in order, not touching.
Sessions = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class WorkCalendar:
    """When an office works.

    Attributes:
        week: sessions of Monday to Sunday.
        utc_offset: the office's clock in minutes east of UTC: 420 WIB, 480 WITA, 540 WIT; Indonesia has no summer time.
        holidays: dates on which nobody works, whatever the week says.
        special: dates with hours of their own, e.g. a Saturday worked or a day of Ramadan; they go before holidays.

    Raises:
        ShapeError: sessions overlap or leave the day, the week is not seven days, or no day of it is worked.
    """

    week: tuple[Sessions, ...]
    utc_offset: int
    holidays: frozenset[date] = frozenset()
    special: tuple[tuple[date, Sessions], ...] = ()

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ShapeError("week", "seven days of which one is worked")
        if not -720 <= self.utc_offset <= 840:
            raise ShapeError("utc_offset", "minutes east of UTC")
        for sessions in (*self.week, *(hours for _, hours in self.special)):
            _check_sessions(sessions)
        if len({on for on, _ in self.special}) != len(self.special):
            raise ShapeError("special", "one list of hours for each date")

    def hours(self, on: date) -> Sessions:
        """The office hours of a date."""
        if on in self._special:
            return self._special[on]
        return () if on in self.holidays else self.week[on.weekday()]

    def works(self, on: date) -> bool:
        """Whether it is a working day."""
        return bool(self.hours(on))

    def is_open(self, at: datetime) -> bool:
        """Whether the office is open at this instant."""
        here = local_time(at, self.utc_offset)
        minute = here.hour * 60 + here.minute
        return any(start <= minute < end for start, end in self.hours(here.date()))

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Office minutes from ``start`` to ``end``, both taken to the whole minute; negative if ``end`` is earlier."""
        return self._elapsed(end) - self._elapsed(start)

    def deadline(self, start: datetime, minutes: int) -> datetime:
        """The first instant (UTC) by which so many office minutes have gone since ``start``; ``start`` itself for 0."""
        if minutes <= 0:
            return start.astimezone(UTC)
        wanted = self._elapsed(start) + minutes
        day = self._minutes.first_reaching(wanted, local_time(start, self.utc_offset).toordinal())
        on = date.fromordinal(day)
        minute = _minute_after(self.hours(on), wanted - self._minutes.before(day))
        midnight = datetime.combine(on, datetime.min.time(), timezone(timedelta(minutes=self.utc_offset)))
        return (midnight + timedelta(minutes=minute)).astimezone(UTC)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``: the day of filing does not count; negative backwards."""
        return self._days.before(end.toordinal() + 1) - self._days.before(start.toordinal() + 1)

    def add_working_days(self, start: date, days: int) -> date:
        """The ``days``-th working day after ``start``; ``start`` itself for 0 or less."""
        if days <= 0:
            return start
        wanted = self._days.before(start.toordinal() + 1) + days
        return date.fromordinal(self._days.first_reaching(wanted, start.toordinal()))

    def _elapsed(self, at: datetime) -> int:
        here = local_time(at, self.utc_offset)
        minute = here.hour * 60 + here.minute
        today = sum(max(0, min(end, minute) - start) for start, end in self.hours(here.date()))
        return self._minutes.before(here.toordinal()) + today

    @cached_property
    def _special(self) -> dict[date, Sessions]:
        return dict(self.special)

    @cached_property
    def _minutes(self) -> Tally:
        return self._tally(_length)

    @cached_property
    def _days(self) -> Tally:
        return self._tally(lambda sessions: 1 if sessions else 0)

    def _tally(self, weigh: Callable[[Sessions], int]) -> Tally:
        other = sorted(self.holidays | self._special.keys())
        deltas = (weigh(self.hours(on)) - weigh(self.week[on.weekday()]) for on in other)
        return Tally(
            week=tuple(weigh(sessions) for sessions in self.week),
            days=tuple(on.toordinal() for on in other),
            sums=tuple(accumulate(deltas, initial=0)),
        )

    def to_json(self) -> JsonObject:
        """As it travels in the hub's configuration."""
        return {
            "week": [_sessions_json(sessions) for sessions in self.week],
            "utc_offset": self.utc_offset,
            "holidays": [on.isoformat() for on in sorted(self.holidays)],
            "special": [[on.isoformat(), _sessions_json(sessions)] for on, sessions in sorted(self.special)],
        }

    @classmethod
    def from_json(cls, source: object) -> "WorkCalendar":
        """Read what `to_json` wrote; `ShapeError` for anything else."""
        fields = Fields(source)
        return cls(
            week=tuple(_read_sessions(day) for day in fields.items("week")),
            utc_offset=fields.whole("utc_offset", -720, 840),
            holidays=frozenset(as_day("holidays", on) for on in fields.items("holidays")),
            special=tuple(_read_special(item) for item in fields.items("special")),
        )


def _length(sessions: Sessions) -> int:
    return sum(end - start for start, end in sessions)


def _minute_after(sessions: Sessions, minutes: int) -> int:
    """The minute of the day by which so many office minutes (1 to the day's whole) have gone."""
    (start, end), *later = sessions
    return start + minutes if minutes <= end - start else _minute_after(tuple(later), minutes - (end - start))


def _check_sessions(sessions: Sessions) -> None:
    edges = [edge for session in sessions for edge in session]
    if any(later <= earlier for earlier, later in pairwise(edges)) or not all(0 <= edge <= 1440 for edge in edges):
        raise ShapeError("sessions", "hours of one day in order, each in minutes after midnight")


def _sessions_json(sessions: Sessions) -> list[Json]:
    return [[start, end] for start, end in sessions]


def _read_sessions(source: object) -> Sessions:
    return tuple(_read_pair(item) for item in Fields({"sessions": source}).items("sessions"))


def _read_pair(source: object) -> tuple[int, int]:
    pair = Fields({"session": source}).items("session")
    if len(pair) != 2:
        raise ShapeError("session", "a start and an end")
    ends = Fields({"start": pair[0], "end": pair[1]})
    return ends.whole("start", 0, 1440), ends.whole("end", 0, 1440)


def _read_special(source: object) -> tuple[date, Sessions]:
    pair = Fields({"special": source}).items("special")
    if len(pair) != 2:
        raise ShapeError("special", "a date and its hours")
    return as_day("special", pair[0]), _read_sessions(pair[1])

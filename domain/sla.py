"""The service promise: how much of it is used, when it ends, and how that is said at the counter.

A promise is in office minutes (PermenPANRB 15/2014, *jangka waktu*). Its clock stands while a request lies with the
citizen or was sent back, so its time is a list of stretches.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.indonesian import local_day
from domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the promise's clock ran; ``end`` is None while it still runs."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left of a promise: office minutes (negative when overdue) and the words for a list."""

    minutes: int
    words: str
    late: bool


def minutes_used(calendar: WorkCalendar, stretches: Iterable[Stretch], now: datetime) -> int:
    """Office minutes of all stretches together, an open one until ``now``."""
    return sum(max(0, calendar.minutes_between(each.start, each.end or now)) for each in stretches)


def due_at(calendar: WorkCalendar, promise: int, stretches: tuple[Stretch, ...]) -> datetime | None:
    """When a promise of so many office minutes ends if the clock runs on; None while it stands."""
    if not stretches or stretches[-1].end is not None:
        return None
    *closed, running = stretches
    used = minutes_used(calendar, closed, running.start)
    if used <= promise:
        return calendar.deadline(running.start, promise - used)
    return due_at(calendar, promise, (*closed[:-1], Stretch(closed[-1].start)))


def remaining(calendar: WorkCalendar, due: datetime, now: datetime) -> Remaining:
    """``2 hari lagi``, ``sisa 3 jam``, ``lewat 1 hari``: days are working days, hours and minutes are office hours."""
    late = now > due
    first, last = (due, now) if late else (now, due)
    minutes = calendar.minutes_between(first, last)
    days = calendar.working_days_between(local_day(first, calendar.utc_offset), local_day(last, calendar.utc_offset))
    return Remaining(-minutes if late else minutes, _words(days, minutes, late=late), late)


def _words(days: int, minutes: int, *, late: bool) -> str:
    if days >= 1:
        return f"lewat {days} hari" if late else f"{days} hari lagi"
    before = "lewat" if late else "sisa"
    if minutes >= 60:
        return f"{before} {minutes // 60} jam"
    if minutes >= 1:
        return f"{before} {minutes} menit"
    return "waktunya habis"

"""Dates and hours as an Indonesian office writes them (Permendagri 1/2023 and common usage)."""

from datetime import date, datetime, timedelta, timezone

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}


def day_name(on: date) -> str:
    """``Sabtu``."""
    return DAYS[on.weekday()]


def month_name(month: int) -> str:
    """``November`` for 11; a month outside 1–12 is a ValueError."""
    return MONTHS[_checked(month) - 1]


def roman_month(month: int) -> str:
    """``XI`` for 11, as letter numbers carry it; a month outside 1–12 is a ValueError."""
    return _ROMAN[_checked(month) - 1]


def date_long(on: date) -> str:
    """``21 November 2026``, the date of a letter."""
    return f"{on.day} {month_name(on.month)} {on.year}"


def date_with_day(on: date) -> str:
    """``Sabtu, 21 November 2026``."""
    return f"{day_name(on)}, {date_long(on)}"


def date_short(on: date) -> str:
    """``21-11-2026``, the date in forms and lists."""
    return f"{on.day:02}-{on.month:02}-{on.year:04}"


def local_time(at: datetime, utc_offset: int) -> datetime:
    """The instant on the office's wall clock; ``utc_offset`` in minutes, ``at`` must know its own zone."""
    if at.tzinfo is None:
        raise ValueError("an instant without a zone has no local time")
    return at.astimezone(timezone(timedelta(minutes=utc_offset)))


def local_day(at: datetime, utc_offset: int) -> date:
    """The date on the office's wall: letters, book years and office hours go by it."""
    return local_time(at, utc_offset).date()


def time_words(at: datetime, utc_offset: int) -> str:
    """``14.30 WITA``; an offset outside Indonesia is written as ``UTC+05:30``."""
    here = local_time(at, utc_offset)
    return f"{here:%H.%M} {ZONES.get(utc_offset) or here.tzname()}"


def _checked(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return month

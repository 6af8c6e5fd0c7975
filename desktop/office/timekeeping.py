"""What time it is at this desk, by the rule of `domain.timekeeping`: the one source of every date that it writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection

from desktop.errors import NotAllowed
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.store import actions, states
from domain.timekeeping import Moment, Standing, Witnesses, in_force_at, reckon
from sync.encoding import instant_text

RELEASED: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""The day in the newest heading of `docs/changes.md`, which a test compares. No desk of this version lives before."""


def read_clock(desk: Desk, connection: Connection) -> Moment:
    """The time and how well it is known; cut to milliseconds as actions carry it, so that desk and hub judge the same.

    Recording goes by it whatever its standing: the hub sees the interval in which an action must have happened, and
    flags what lies outside of it.
    """
    found = reckon(desk.outside.now(), _witnesses(desk, connection))
    return replace(found, instant=_cut(found.instant))


def now_text(desk: Desk, connection: Connection) -> str:
    """The same as an ISO instant: when a draft was saved, an exchange tried, the register fetched."""
    return instant_text(read_clock(desk, connection).instant)


def effective_now(desk: Desk, connection: Connection) -> datetime:
    """The time by which services, posts and promises are looked up: a clock that cannot be right hides none of them."""
    known = _witnesses(desk, connection)
    return _cut(in_force_at(reckon(desk.outside.now(), known), known))


def reckoned(desk: Desk, known: Witnesses) -> datetime:
    """The time by witnesses that were read before: for a window, which does not ask the database what time it is."""
    return _cut(reckon(desk.outside.now(), replace(known, uptime=desk.outside.uptime())).instant)


def see_witnesses(desk: Desk) -> Witnesses:
    """What this desk knows beside its own clock, for `reckoned`."""
    with desk.database.reading() as connection:
        return _witnesses(desk, connection)


def _witnesses(desk: Desk, connection: Connection) -> Witnesses:
    recorded = actions.last_recorded_at(connection)
    return Witnesses(desk.outside.uptime(), states.heard(connection), RELEASED, recorded)


def _cut(instant: datetime) -> datetime:
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def trusted_clock(desk: Desk, connection: Connection) -> Moment:
    """The same for what a letter's date and a signature's time are taken from.

    Raises:
        NotAllowed: the clock is wrong and there is no other. An unknown one is allowed, and the hub flags it.
    """
    found = read_clock(desk, connection)
    if found.standing is Standing.WRONG:
        raise NotAllowed(
            "jam_salah",
            phrase(
                "Jam komputer ini salah: tidak cocok dengan jam hub atau dengan yang sudah tercatat, jadi "
                "tanggal surat tidak dapat dipercaya dan surat belum ditandatangani. Data tetap aman; permohonan "
                "tetap dapat dicatat. Setel tanggal dan jam, sinkronkan, lalu tanda tangani lagi."
            ),
        )
    return found


def clock_note(found: Moment) -> str:
    """What the officer is told where the letter's time is not the computer's; empty where it is."""
    if found.standing is not Standing.RECKONED:
        return ""
    return phrase(" Jam komputer ini salah, jadi tanggal dan waktu surat diambil dari jam hub. Setel jam komputer.")

"""This desk's copy of the log, read over: whether it still is what the hub told.

A hole would never be noticed by an exchange, which asks only for what comes next. So a piece of the log is read over
once an hour, and all of it by `desk doctor`. What is found is not mended here but by the next exchange
(`sync.repairing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop.office.desk import Desk
from desktop.store import filling, proofs, settings
from sync.encoding import instant_text, read_instant

EACH: Final = timedelta(hours=1)
PIECE: Final = 10_000
"""Entries read over at once: a tenth of a second."""
_LAST: Final = "proofread_at"
_MENDED: Final = "mended"


@dataclass(frozen=True, slots=True)
class Proof:
    """What reading over the whole log came to.

    Attributes:
        mended: entries fetched anew by the last repair, and when.
        parts: of a first fill that is going on, how many are taken and how many there are.
    """

    entries: int
    whole: bool
    mended: tuple[str, int] | None
    parts: tuple[int, int] | None


def proofread(desk: Desk) -> None:
    """Read the next piece over, once an hour. Called with the profile's lock held."""
    now = desk.outside.now()
    with desk.database.reading() as connection:
        last = settings.get(connection, _LAST, str)
        if last is not None and not _is_over(read_instant(last), now):
            return
        found = proofs.read_on(connection, PIECE)
    with desk.database.writing() as connection:
        settings.put(connection, _LAST, instant_text(now))
        proofs.keep(connection, found)


def _is_over(last: datetime, now: datetime) -> bool:
    """Whether the hour is over; also when the clock was set back."""
    return not timedelta() <= now - last < EACH


def read_over(desk: Desk) -> Proof:
    """Read all of it over; the next exchange repairs it where it is not whole."""
    with desk.database.reading() as connection:
        whole, entries = proofs.is_whole(connection), proofs.entries_read(connection)
        mended = settings.get(connection, _MENDED, tuple[str, int])
        filled = filling.current(connection)
    if not whole:
        with desk.database.writing() as connection:
            proofs.doubt(connection)
    return Proof(entries, whole, mended, None if filled is None else (filled.done, len(filled.snapshot.parts)))


def note_mended(desk: Desk, count: int) -> None:
    """Remember a repair for the doctor."""
    with desk.database.writing() as connection:
        settings.put(connection, _MENDED, (instant_text(desk.outside.now()), count))

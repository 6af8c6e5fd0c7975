"""What is in a backup, and what would be lost with it: told before anything is replaced.

Lost is what was recorded after the backup and has not reached the hub; everything else comes back with the next
exchange. Citizens are named by their first name and initials: the list is for recognising, not for reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desktop.errors import WorldError
from desktop.keys import Vault
from desktop.office.desk import Desk, Outside, open_with
from desktop.office.restoring import opened_backup
from desktop.store import catalogue, citizens, counting, drafts, projection

SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds. `newest` is the ISO instant of the newest step in it; empty for none."""

    office: str
    newest: str
    requests: int
    drafts: int
    citizens: int


@dataclass(frozen=True, slots=True)
class Lost:
    """What would be lost.

    Attributes:
        known: False when the present database cannot be read, so that nobody can tell.
        steps: steps that only this computer has.
        drafts: forms begun or changed since.
        lines: service and citizen of the requests concerned, the first few.
        requests: how many requests those are.
    """

    known: bool = True
    steps: int = 0
    drafts: int = 0
    requests: int = 0
    lines: tuple[tuple[str, str], ...] = ()


def look_inside(
    vault: Vault, outside: Outside, source: Path, who: tuple[str | None, str], present: Desk | None
) -> tuple[Inside, Lost]:
    """Open a backup and compare it with the present profile; `present` when that is open already.

    Raises:
        BadInput: no backup of ours.
        WrongPassword: the password does not open it.
        DamagedStore: it is broken inside.
    """
    with opened_backup(vault, outside, source, who) as backup:
        with backup.database.reading() as connection:
            inside = Inside(
                office=backup.enrolled(connection).office_name,
                newest=counting.newest_action(connection),
                requests=counting.requests_held(connection),
                drafts=len(drafts.all_drafts(connection)),
                citizens=citizens.count(connection),
            )
        return inside, _lost(vault, outside, backup, who, present)


def _lost(vault: Vault, outside: Outside, backup: Desk, who: tuple[str | None, str], present: Desk | None) -> Lost:
    try:
        with _present(vault, outside, who, present) as desk:
            return compare(desk, backup)
    except WorldError:
        return Lost(known=False)


@contextmanager
def _present(vault: Vault, outside: Outside, who: tuple[str | None, str], present: Desk | None) -> Iterator[Desk]:
    if present is not None:
        yield present
        return
    officer = who[0] or next(iter(vault.officers()), "")
    desk = open_with(vault, outside, vault.open(officer, who[1], outside.now()))
    try:
        yield desk
    finally:
        desk.close()


def compare(present: Desk, backup: Desk) -> Lost:
    """What the present desk alone has, and the backup has not."""
    with present.database.reading() as connection, backup.database.reading() as older:
        waiting = counting.unanswered_ids(connection)
        kept = counting.known_ids(older, list(waiting))
        gone = {each: request for each, request in waiting.items() if each not in kept}
        before = {each.id: each.changed_at for each in drafts.all_drafts(older)}
        changed = [each for each in drafts.all_drafts(connection) if before.get(each.id, "") < each.changed_at]
        requests = tuple(dict.fromkeys(request for request in gone.values() if request))
        lines = tuple(_line(connection, request) for request in requests[:SHOWN])
    return Lost(steps=len(gone), drafts=len(changed), requests=len(requests), lines=lines)


def _line(connection: Connection, request: str) -> tuple[str, str]:
    row = projection.row(connection, request)
    if row is None:
        return request, ""
    pack = catalogue.pack_of(connection, row.pack)
    return pack.file.title if pack else row.service, masked_name(row.subject)


def masked_name(name: str) -> str:
    """The first name and initials: ``Siti A.``."""
    first, *others = name.split() or [""]
    return " ".join([first, *(f"{word[0]}." for word in others)])

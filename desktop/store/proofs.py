"""How far this desk has read its own copy of the log over, and whether it came to the anchors that it keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, select

from desktop.store import repairing, settings, states
from desktop.store.tables import cursors
from sync.anchors import GENESIS
from sync.desk_copy import Place
from sync.encoding import b64u, unb64u

_PLACES: Final = repairing.PROOFS
_START: Final = (0, GENESIS)


@dataclass(slots=True)
class Read:
    """Where reading over goes on, by scope, and whether something did not fit."""

    places: dict[str, Place] = field(default_factory=dict)
    wrong: bool = False


def read_on(connection: Connection, most: int) -> Read:
    """Read the next `most` entries over, from where it was left, scope after scope; at the end it begins anew."""
    kept = settings.get(connection, _PLACES, dict[str, tuple[int, str]]) or {}
    found = Read()
    for scope, cursor in _cursors(connection).items():
        seq, anchor = kept.get(scope, (0, ""))
        place = (seq, unb64u(anchor)) if 0 < seq < cursor[0] else _START
        through = min(cursor[0], place[0] + most)
        reached = repairing.leads(connection, scope, place, through)
        at_end = through == cursor[0]
        found.wrong = found.wrong or reached is None or (at_end and reached != cursor[1])
        found.places[scope] = _START if at_end or reached is None else (through, reached)
        most -= through - place[0]
    return found


def keep(connection: Connection, read: Read) -> None:
    """Remember how far it came."""
    places = {scope: (seq, b64u(anchor)) for scope, (seq, anchor) in read.places.items()}
    settings.put(connection, _PLACES, places)
    if read.wrong:
        doubt(connection)


def doubt(connection: Connection) -> None:
    """Have the next exchange repair the log."""
    states.change_contact(connection, doubted=True)


def is_whole(connection: Connection) -> bool:
    """Whether every scope leads from its beginning to the desk's own anchor."""
    return all(
        repairing.leads(connection, scope, _START, cursor[0]) == cursor[1]
        for scope, cursor in _cursors(connection).items()
    )


def entries_read(connection: Connection) -> int:
    """How many entries this desk has read."""
    return sum(seq for seq, _ in _cursors(connection).values())


def _cursors(connection: Connection) -> dict[str, Place]:
    return {row.scope: (row.seq, row.anchor) for row in connection.execute(select(cursors))}

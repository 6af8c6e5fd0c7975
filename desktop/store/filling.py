"""The first fill from a snapshot: many entries at once, their requests projected, and how far it has come.

Entries lie here before the cursor has come to them; that they are all there and in their places is seen at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, update

from desktop.store import committing, settings, states
from desktop.store.tables import cursors
from sync.desk_copy import Entry, Filled, Place
from sync.snapshots import Snapshot


def begin(connection: Connection, snapshot: Snapshot) -> None:
    """As `sync.desk_copy.FirstFill.begin`."""
    settings.put(connection, states.SNAPSHOT, snapshot)
    settings.put(connection, states.FILLED, 0)
    states.change_contact(connection, filling=snapshot.scope)


def current(connection: Connection) -> Filled | None:
    """As `sync.desk_copy.FirstFill.current`."""
    snapshot = settings.get(connection, states.SNAPSHOT, Snapshot)
    done = settings.get(connection, states.FILLED, int)
    return None if snapshot is None or done is None else Filled(snapshot, done)


def fill(connection: Connection, found: Sequence[Entry], done: int, now: str) -> None:
    """As `sync.desk_copy.FirstFill.take`."""
    touched = committing.note_entries(connection, found)
    settings.put(connection, states.FILLED, done)
    committing.project_all(connection, sorted(touched), now)


def end(connection: Connection, cursor: Mapping[str, Place]) -> None:
    """As `sync.desk_copy.FirstFill.end`."""
    for scope, (seq, anchor) in cursor.items():
        further = (cursors.c.scope == scope, cursors.c.seq < seq)
        connection.execute(update(cursors).where(*further).values(seq=seq, anchor=anchor))
    states.end_fill(connection)

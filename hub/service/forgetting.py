"""Rows that hold personal data go, and with them the keys of the files; the log keeps what the office did."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from domain.actions import Action
from hub.files import StoredFile
from hub.service.bench import Bench
from hub.service.docket import Key
from hub.service.ground import Ground
from hub.store.growing import actions, blobs, jobs, letters, named_blobs, payloads, revisions, uploads


def forget(connection: Connection, key: Key, named: Iterable[object]) -> list[StoredFile]:
    """Take the rows away that hold personal data, with the keys of the files; the files are left for `remove`."""
    shard, request = key
    known = select(actions.c.action).where(actions.c.shard == shard)
    for each in named:
        either = known.where((actions.c.action == each) | (actions.c.hash == each))
        connection.execute(payloads.delete().where(payloads.c.shard == shard, payloads.c.action.in_(either)))
    files = []
    for table in (blobs, revisions, uploads):
        mine = (table.c.shard == shard, table.c.request == request)
        rows = connection.execute(select(table.c.file, table.c.sealed_key).where(*mine))
        files += [StoredFile.of(row) for row in rows]
        connection.execute(table.delete().where(*mine))
    for table in (letters, named_blobs):
        connection.execute(table.delete().where(table.c.shard == shard, table.c.request == request))
    over = (jobs.c.shard == shard, jobs.c.request == request, jobs.c.state == "due", jobs.c.kind != "erase")
    connection.execute(jobs.update().where(*over).values(state="done"))
    return files


def remove(ground: Ground, files: Iterable[StoredFile]) -> None:
    """Their keys are gone already: this gives the room back."""
    for file in files:
        ground.vault.remove(file)


def erased_again(sitting: Bench, action: Action) -> None:
    """What was erased stays erased, also where a backup still held it."""
    named = action.body.get("actions")
    key: Key = (action.shard, action.request or "")
    remove(sitting.ground, forget(sitting.connection, key, named if isinstance(named, list) else ()))

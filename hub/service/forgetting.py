"""Rows that hold personal data go, and with them the keys of the files; the log keeps what the office did.

The files themselves go afterwards, by jobs of the same transaction: a hub that is killed in between takes them away
when it runs again, and one whose transaction came to nothing has lost none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, select

from domain.actions import Action
from hub.files import StoredFile
from hub.service import jobs
from hub.service.bench import Bench
from hub.service.docket import Key
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of
from hub.store.growing import actions, blobs, letters, named_blobs, payloads, revisions, uploads
from hub.store.growing import jobs as queued

_AT_ONCE: Final = 20
"""Files in one job: its subject stands in an index."""
_ITS_OWN: Final = (jobs.ERASE, jobs.CLEAR, jobs.REMOVE, jobs.REMOVE_PARTS)


def forget(ground: Ground, connection: Connection, key: Key, named: Iterable[object]) -> None:
    """Take the rows away that hold personal data, with the keys of the files, and have the files removed."""
    shard, request = key
    known = select(actions.c.action).where(actions.c.shard == shard)
    for each in named:
        either = known.where((actions.c.action == each) | (actions.c.hash == each))
        connection.execute(payloads.delete().where(payloads.c.shard == shard, payloads.c.action.in_(either)))
    over = (queued.c.shard == shard, queued.c.request == request, queued.c.state == "due")
    connection.execute(queued.update().where(*over, queued.c.kind.not_in(_ITS_OWN)).values(state="done"))
    files = []
    for table in (blobs, revisions, uploads):
        mine = (table.c.shard == shard, table.c.request == request)
        rows = connection.execute(select(table.c.file, table.c.sealed_key).where(*mine))
        files += [StoredFile.of(row) for row in rows]
        connection.execute(table.delete().where(*mine))
    for table in (letters, named_blobs):
        connection.execute(table.delete().where(table.c.shard == shard, table.c.request == request))
    remove_later(ground, connection, (jobs.REMOVE, key), files)


def remove_later(ground: Ground, connection: Connection, what: tuple[str, Key], files: Sequence[StoredFile]) -> None:
    """Have files removed when this transaction stands; `what`: the kind of the job, and the request it is done for."""
    kind, key = what
    for first in range(0, len(files), _AT_ONCE):
        subject = "\n".join(file.name for file in files[first : first + _AT_ONCE])
        jobs.schedule_again(connection, ground.world.new_id(), (kind, subject), key, now_of(ground))


def remove(ground: Ground, job: Job) -> None:
    """Take files away whose keys are gone already; nothing happens where one is not there any more."""
    for name in job.subject.split("\n"):
        ground.vault.remove(StoredFile(name, b""))


def erased_again(sitting: Bench, action: Action) -> None:
    """What was erased stays erased, also where a backup still held it."""
    named = action.body.get("actions")
    key: Key = (action.shard, action.request or "")
    forget(sitting.ground, sitting.connection, key, named if isinstance(named, list) else ())

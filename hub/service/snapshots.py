"""Snapshots of scopes, for desks that lack much: made once in a job, sealed like attachments, offered to all who read.

A part holds all that the scope has of some requests: those that are open or moved last come first, so that a desk can
be worked with before the oldest have come. A snapshot in which something has been erased is taken away with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, case, delete, select

from domain.actions import ActionKind
from domain.scopes import CONFIG
from domain.workflow import OPEN
from hub.errors import HubError
from hub.files import StoredFile
from hub.service import delta
from hub.service.bench import ScopeKey, Sender
from hub.service.docket import Key
from hub.service.forgetting import remove_later
from hub.service.ground import Ground
from hub.service.jobs import REMOVE_PARTS, SNAPSHOT, Job, schedule_again
from hub.service.own_actions import now_of
from hub.service.reading import Found
from hub.shelf import DamagedFile
from hub.store import rows
from hub.store.growing import actions, entries, payloads, requests, scopes, snapshots
from hub.store.locking import lock_row
from sync.encoding import b64u, instant_text
from sync.errors import NotAllowed
from sync.filling import pack_part
from sync.protocol import EntryRow, SyncRequest
from sync.snapshots import LEAST, Snapshot

PART: Final = 1024 * 1024
"""From so many bytes on, before packing, a part is closed."""
_GROWN: Final = 1.25
"""A scope that has grown by this gets a new snapshot with the next desk that wants one."""
_KEPT: Final = timedelta(days=2)
"""An older snapshot stays so long for a desk that is fetching it."""
_AT_ONCE: Final = 200
_HERE: Final = and_(entries.c.action_shard == actions.c.shard, entries.c.action == actions.c.action)
_PAID: Final = and_(payloads.c.shard == actions.c.shard, payloads.c.action == actions.c.action)


@dataclass(frozen=True, slots=True)
class _Part:
    file: StoredFile
    sha256: str
    size: int


@dataclass(slots=True)
class _Pen:
    """Writes entries into parts."""

    ground: Ground
    shard: str
    parts: list[_Part] = field(default_factory=list)
    count: int = 0
    _waiting: list[EntryRow] = field(default_factory=list)
    _size: int = 0

    def add(self, found: list[EntryRow]) -> None:
        """All that the scope has of one request."""
        self._waiting += found
        self.count += len(found)
        self._size += sum(map(delta.size_of, found))
        if self._size >= PART:
            self.close()

    def close(self) -> None:
        """What waits becomes a part."""
        if self._waiting:
            content = pack_part(self._waiting)
            file = self.ground.vault.write(self.shard, content)
            self.parts.append(_Part(file, b64u(hashlib.sha256(content).digest()), len(content)))
            self._waiting, self._size = [], 0

    def undo(self) -> None:
        """No row will name what was written."""
        for part in self.parts:
            self.ground.vault.remove(part.file)


def make(ground: Ground, job: Job) -> None:
    """Write a snapshot of a scope as it is now.

    Raises:
        HubError: entries are missing from the requests; the job is put off and the administrator sees it.
    """
    key = (job.shard, job.subject)
    pen = _Pen(ground, job.shard)
    try:
        head = _write(ground, key, pen)
        if head is not None and not _keep(ground, key, head, pen.parts):
            pen.undo()  # the next desk that wants one asks for it again
    except BaseException:
        pen.undo()
        raise
    _forget(ground, key, instant_text(now_of(ground) - _KEPT))


def _write(ground: Ground, key: ScopeKey, pen: _Pen) -> Row[Any] | None:
    """All entries of the scope up to its head, which is given; None for a scope in which nothing stands."""
    with ground.store.reading() as connection:
        head = rows.find(connection, scopes, {"shard": key[0], "scope": key[1]})
        if head is None:
            return None
        for found in _by_request(connection, key, int(head.seq)):
            pen.add(found)
        pen.close()
    if pen.count != head.seq:
        raise HubError(f"Cuplikan {key[1]} tidak lengkap: {pen.count} dari {head.seq}.")
    return head


def _keep(ground: Ground, key: ScopeKey, head: Row[Any], parts: list[_Part]) -> bool:
    """Offer it from now on; False where something of it was erased while it was written."""
    same = {"shard": key[0], "scope": key[1], "seq": int(head.seq), "anchor": bytes(head.anchor)}
    same |= {"made_at": instant_text(now_of(ground))}
    with ground.store.writing() as connection:
        lock_row(connection, scopes, {"shard": key[0], "scope": key[1]})  # an erasure locks it too before it clears
        if _erased_since(connection, key, int(head.seq)):
            return False
        again = (*_is(key), snapshots.c.seq == head.seq)
        before = connection.execute(select(snapshots.c.file, snapshots.c.sealed_key).where(*again)).all()
        connection.execute(delete(snapshots).where(*again))
        for number, part in enumerate(parts):
            own = {"part": number, "sha256": part.sha256, "size": part.size, "file": part.file.name}
            rows.add(connection, snapshots, same | own | {"sealed_key": part.file.sealed_key})
    for row in before:
        ground.vault.remove(StoredFile.of(row))
    return True


def _by_request(connection: Connection, key: ScopeKey, through: int) -> Iterator[list[EntryRow]]:
    """What the scope holds, up to a place: of no request first, then request by request in the order of their use."""
    asked = select(entries.c.action_shard).where(*_of(entries, key)).distinct()
    shards = connection.execute(asked).scalars().all()
    for shard in sorted(shards):
        alone = (actions.c.shard == shard, actions.c.request.is_(None))
        yield _in_order(connection.execute(_entries(key).where(*alone)), through)
    for some in _batches(connection, shards):
        by_request: dict[str, list[Row[Any]]] = {}
        for shard in {shard for shard, _ in some}:
            named = [request for own, request in some if own == shard]
            theirs = select(actions.c.action).where(actions.c.shard == shard, actions.c.request.in_(named))
            asked = _entries(key).where(entries.c.action_shard == shard, entries.c.action.in_(theirs))
            for row in connection.execute(asked):
                by_request.setdefault(row.request, []).append(row)
        yield from (_in_order(by_request[request], through) for _, request in some if request in by_request)


def _in_order(found: Iterable[Row[Any]], through: int) -> list[EntryRow]:
    """Entries up to a place, in order.

    A statement that asked for that would be answered by place: all of the scope would be read for every few requests.
    """
    return [delta.whole_entry(row) for row in sorted(found, key=_place) if row.seq <= through]


def _place(row: Row[Any]) -> int:
    return int(row.seq)


def _batches(connection: Connection, shards: Iterable[str]) -> Iterator[list[tuple[str, str]]]:
    is_open = case((requests.c.state.in_([state.value for state in OPEN]), 0), else_=1)
    order = (is_open, requests.c.updated_at.desc(), requests.c.request)
    asked = select(requests.c.shard, requests.c.request).where(requests.c.shard.in_(list(shards))).order_by(*order)
    found = [(row.shard, row.request) for row in connection.execute(asked)]
    for first in range(0, len(found), _AT_ONCE):
        yield found[first : first + _AT_ONCE]


def _entries(key: ScopeKey) -> Any:
    columns = (entries.c.scope, entries.c.seq, entries.c.rev, actions.c.request, actions.c.envelope)
    joined = actions.join(entries, _HERE).outerjoin(payloads, _PAID)
    asked = select(*columns, actions.c.signature, payloads.c.payload).select_from(joined)
    return asked.where(*_of(entries, key))


def _of(table: Any, key: ScopeKey) -> tuple[Any, ...]:
    return (table.c.shard == key[0], table.c.scope == key[1])


def _is(key: ScopeKey) -> tuple[Any, ...]:
    return _of(snapshots, key)


def offer(ground: Ground, connection: Connection, sender: Sender, request: SyncRequest) -> Snapshot | None:
    """The snapshot that a desk may begin with; where it lacks much and there is none, one is made for the next time."""
    readable = delta.scopes_of_office(sender.office, ground.identity.regency)
    key = next(each for scope, each in readable.items() if scope != CONFIG)
    position = request.cursor.get(key[1])
    if not request.snapshots or position is None:
        return None
    head = rows.find(connection, scopes, {"shard": key[0], "scope": key[1]})
    if head is None or head.seq < position.seq + LEAST:
        return None
    found = _newest(connection, key)
    usable = bool(found) and not _erased_since(connection, key, int(found[0].seq))
    if not usable or found[0].seq * _GROWN < head.seq:
        schedule_again(connection, ground.world.new_id(), (SNAPSHOT, key[1]), (key[0], ""), now_of(ground))
    if not usable or found[0].seq < position.seq + LEAST:
        return None
    parts = [(row.sha256, int(row.size)) for row in found]
    return Snapshot(scope=key[1], seq=int(found[0].seq), anchor=b64u(bytes(found[0].anchor)), parts=parts)


def _newest(connection: Connection, key: ScopeKey) -> list[Row[Any]]:
    newest = select(snapshots.c.seq).where(*_is(key)).order_by(snapshots.c.seq.desc()).limit(1).scalar_subquery()
    asked = select(snapshots).where(*_is(key), snapshots.c.seq == newest).order_by(snapshots.c.part)
    return list(connection.execute(asked))


def _erased_since(connection: Connection, key: ScopeKey, seq: int) -> bool:
    """Whether it holds what was erased since: an erasure is an entry of every scope that reads what it erases."""
    joined = entries.join(actions, _HERE)
    later = (*_of(entries, key), entries.c.seq > seq, actions.c.kind == ActionKind.ERASED.value)
    return connection.execute(select(entries.c.seq).select_from(joined).where(*later).limit(1)).first() is not None


def find_part(ground: Ground, sender: Sender, sha256: str) -> Found:
    """A part of a snapshot of the office's own scope.

    Raises:
        NotAllowed: there is none such.
    """
    readable = delta.scopes_of_office(sender.office, ground.identity.regency)
    with ground.store.reading() as connection:
        for key in readable.values():
            row = connection.execute(select(snapshots).where(*_is(key), snapshots.c.sha256 == sha256)).first()
            if row is not None and not _erased_since(connection, key, int(row.seq)):
                file = StoredFile.of(row)
                if _opens(ground, file):
                    return Found(file, int(row.size), "application/octet-stream")
    raise NotAllowed("no such part")


def _opens(ground: Ground, file: StoredFile) -> bool:
    """Whether it is there: a desk leaves a snapshot that is not, where it would wait for a hub that fails."""
    try:
        return any(ground.vault.read(file, 0, 0))
    except DamagedFile:
        return False


def _forget(ground: Ground, key: ScopeKey, before: str) -> None:
    """Throw away what is older and not the newest."""
    with ground.store.writing() as connection:
        newest = _newest(connection, key)
        old = [
            row
            for row in connection.execute(select(snapshots).where(*_is(key), snapshots.c.made_at < before))
            if newest and row.seq != newest[0].seq
        ]
        _drop(ground, connection, old, (key[0], ""))


def _drop(ground: Ground, connection: Connection, old: list[Row[Any]], owner: Key) -> None:
    """The rows, which hold the keys, now; the files when that stands, by a job of this request."""
    for key, seq in {((row.shard, row.scope), row.seq) for row in old}:
        connection.execute(delete(snapshots).where(*_is(key), snapshots.c.seq == seq))
    remove_later(ground, connection, (REMOVE_PARTS, owner), [StoredFile.of(row) for row in old])


def clear(ground: Ground, job: Job) -> None:
    """Take every snapshot of a scope away that holds what was erased; `job.subject` is shard, scope and erasure."""
    shard, scope, _ = job.subject.split(" ")
    key = (shard, scope)
    with ground.store.writing() as connection:
        lock_row(connection, scopes, {"shard": shard, "scope": scope})
        found = connection.execute(select(snapshots).where(*_is(key))).all()
        erased = [row for row in found if _erased_since(connection, key, int(row.seq))]
        _drop(ground, connection, erased, (job.shard, job.request))

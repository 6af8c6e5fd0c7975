"""What a device reads: entries of its own scopes after its cursor, and the attachments that the hub lacks from it.

A desk reads its office's scope and `config`, nothing else. An anchor that is not the hub's own is a history that one of
both has lost; nothing is read past it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, bindparam, select

from domain.scopes import CONFIG, scope_of_office, shard_of_office
from domain.verdicts import Code
from hub.service.bench import ScopeKey, Sender
from hub.service.entering import Entered
from hub.store import rows
from hub.store.growing import actions, blobs, entries, named_blobs, payloads
from hub.store.many import among
from sync.anchors import GENESIS
from sync.encoding import b64u
from sync.errors import HistoryRewritten, NotAllowed
from sync.protocol import ANSWER_BYTES, BlobKey, EntryRow, Position, SyncRequest, WireEnvelope

BYTES_MOST = 4 * ANSWER_BYTES
"""The most that a desk may ask for in one answer."""
ENTRIES_MOST = 2000
_MISSING_MOST = 200
_NAMED = 100
"""What an entry of which only the name is told counts, in bytes."""


@dataclass(frozen=True, slots=True)
class Delta:
    """Entries after the cursor, the cursor after them, and whether there are more."""

    entries: list[EntryRow]
    cursor: dict[str, Position]
    more: bool


def scopes_of_office(office: str, regency: str) -> dict[str, ScopeKey]:
    """The scopes that a desk of this office reads, by name."""
    own = scope_of_office(office)
    return {own: (shard_of_office(office), own), CONFIG: (regency, CONFIG)}


def read_delta(
    connection: Connection, sender: Sender, request: SyncRequest, regency: str, entered: Mapping[ScopeKey, Entered]
) -> Delta:
    """The next entries of every scope that the desk asks for, within the size that it wants.

    Args:
        connection: of the transaction.
        sender: who asks.
        request: where it stands.
        regency: whose hub this is.
        entered: what this transaction has entered in scopes whose rows it has locked.

    Raises:
        NotAllowed: a scope of another office.
        HistoryRewritten: the hub's anchor at the cursor is another one.
    """
    readable = scopes_of_office(sender.office, regency)
    if not set(request.cursor) <= set(readable):
        raise NotAllowed("a scope of another office")
    wanted = max(1, min(request.want_bytes, BYTES_MOST))
    delta = Delta([], {}, more=False)
    for scope, position in sorted(request.cursor.items()):
        key, own = readable[scope], _own(sender, request)
        known = _just_entered(scope, entered.get(key), position, wanted, own)
        found, last, more = known or _read_scope(connection, key, position, wanted, own)
        wanted = max(0, wanted - sum(size_of(each) for each in found))
        delta = Delta([*delta.entries, *found], delta.cursor | {scope: last or position}, delta.more or more)
    return delta


def _own(sender: Sender, request: SyncRequest) -> str | None:
    """The device whose own actions come back as ids."""
    return None if request.whole else sender.device


def _just_entered(
    scope: str, entered: Entered | None, position: Position, wanted: int, own: str | None
) -> tuple[list[EntryRow], Position, bool] | None:
    """What `_read_scope` would find of a desk that knew all but what it has sent just now; None for every other."""
    if entered is None or own is None or not entered.is_all_of(own) or len(entered.entries) * _NAMED > wanted:
        return None
    if (position.seq, position.anchor) != (entered.seq, b64u(entered.anchor)):
        return None
    last = entered.entries[-1]
    found = [EntryRow(scope, each.seq, each.rev, each.action) for each in entered.entries]
    return found, Position(last.seq, b64u(last.anchor)), False


def _behind(connection: Connection, key: ScopeKey, position: Position) -> Iterator[Row[Any]]:
    """The entries behind a position; one question finds the position's own entry too, whose anchor must be the same."""
    asked = {**rows.keyed(shard=key[0], scope=key[1]), "place": position.seq}
    found = iter(connection.execute(_entries_from(), asked))
    anchor = GENESIS
    if position.seq != 0:
        own = next(found, None)
        anchor = bytes(own.anchor) if own is not None and own.seq == position.seq else b""
    if b64u(anchor) != position.anchor:
        raise HistoryRewritten(f"another anchor at {key[1]} {position.seq}")
    return found


def _read_scope(
    connection: Connection, key: ScopeKey, position: Position, wanted: int, own: str | None
) -> tuple[list[EntryRow], Position | None, bool]:
    """Entries of one scope, the position after the last of them, and whether some are left."""
    found: list[EntryRow] = []
    last, used = None, 0
    for row in _behind(connection, key, position):
        entry = _entry(row, own)
        used += size_of(entry)
        if used > wanted and (found or wanted == 0):
            return found, last, True
        found.append(entry)
        last = Position(row.seq, b64u(bytes(row.anchor)))
    return found, last, len(found) >= ENTRIES_MOST


def read_range(
    connection: Connection, key: ScopeKey, between: tuple[int, int], wanted: int
) -> tuple[list[EntryRow], Position | None]:
    """The entries behind one place, through another, all of them whole; as many as fit, and the place of the last."""
    asked = {**rows.keyed(shard=key[0], scope=key[1]), "place": between[0] + 1}
    found: list[EntryRow] = []
    last, used = None, 0
    for row in connection.execute(_entries_from(), asked):
        entry = _entry(row, None)
        used += size_of(entry)
        if row.seq > between[1] or (used > wanted and found):
            break
        found.append(entry)
        last = Position(row.seq, b64u(bytes(row.anchor)))
    return found, last


@cache
def _entries_from() -> Any:
    here = and_(actions.c.shard == entries.c.action_shard, actions.c.action == entries.c.action)
    erased = and_(payloads.c.shard == entries.c.action_shard, payloads.c.action == entries.c.action)
    columns = (
        entries.c.scope,
        entries.c.seq,
        entries.c.rev,
        entries.c.anchor,
        entries.c.action,
        actions.c.envelope,
        actions.c.signature,
        actions.c.device,
        payloads.c.payload,
    )
    joined = entries.join(actions, here).outerjoin(payloads, erased)
    where = (*rows.by_key(entries, "shard", "scope"), entries.c.seq >= bindparam("place"))
    return select(*columns).select_from(joined).where(*where).order_by(entries.c.seq).limit(ENTRIES_MOST + 1)


def _entry(row: Row[Any], own: str | None) -> EntryRow:
    if own is not None and row.device == own:
        return EntryRow(row.scope, row.seq, row.rev, row.action)
    payload = None if row.payload is None else b64u(bytes(row.payload))
    envelope = WireEnvelope(msgspec.Raw(bytes(row.envelope)), b64u(bytes(row.signature)), payload)
    return EntryRow(row.scope, row.seq, row.rev, envelope)


def whole_entry(row: Row[Any]) -> EntryRow:
    """An entry with its envelope, whoever made it."""
    return _entry(row, None)


def size_of(entry: EntryRow) -> int:
    """What an entry counts in an answer, in bytes before packing."""
    if isinstance(entry.what, str):
        return _NAMED
    return len(bytes(entry.what.action)) + len(entry.what.payload or "") + 200


def missing_blobs(connection: Connection, sender: Sender, shards: tuple[str, ...]) -> list[BlobKey]:
    """Attachments named by this device's accepted or parked actions whose bytes are not stored; nobody else's."""
    asked = {"shards": list(shards), "device": sender.device}
    return sorted(BlobKey(row.shard, row.request, row.sha256) for row in connection.execute(_missing(), asked))


@cache
def _missing() -> Any:
    stored = and_(
        blobs.c.shard == named_blobs.c.shard,
        blobs.c.request == named_blobs.c.request,
        blobs.c.sha256 == named_blobs.c.sha256,
    )
    columns = (named_blobs.c.shard, named_blobs.c.request, named_blobs.c.sha256)
    here = among(named_blobs.c.shard, "shards")
    where = (here, named_blobs.c.device == bindparam("device"), blobs.c.sha256.is_(None))
    joined = named_blobs.outerjoin(blobs, stored)
    return select(*columns).select_from(joined).where(*where).distinct().limit(_MISSING_MOST)


def may_read_blob(connection: Connection, sender: Sender, key: BlobKey, regency: str) -> bool:
    """Whether an accepted action that names the attachment stands in a scope that the caller reads."""
    named = rows.keyed(shard=key.shard, request=key.request, sha256=key.sha256)
    places = scopes_of_office(sender.office, regency).values()
    asked = (named | {"read_shard": shard, "read_scope": scope} for shard, scope in places)
    return any(connection.execute(_readable(), each).first() is not None for each in asked)


@cache
def _readable() -> Any:
    here = and_(actions.c.shard == named_blobs.c.shard, actions.c.action == named_blobs.c.action)
    listed = and_(entries.c.action_shard == actions.c.shard, entries.c.action == actions.c.action)
    joined = named_blobs.join(actions, here).join(entries, listed)
    reads = (entries.c.shard == bindparam("read_shard"), entries.c.scope == bindparam("read_scope"))
    where = (*rows.by_key(named_blobs, "shard", "request", "sha256"), actions.c.code == Code.OK.value, *reads)
    return select(named_blobs.c.sha256).select_from(joined).where(*where).limit(1)

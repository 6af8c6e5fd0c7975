"""Whether this desk's copy of the log is whole, and putting right what is not (`sync.repairing`).

Nothing here trusts the column `hash`: what counts is what the stored bytes come to. Lists are written anew only when
the whole log is right again, because half a request cannot be folded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Integer, Row, String, and_, bindparam, delete, exists, select, update

from desktop.store import actions as log
from desktop.store import committing, rewinding, states
from desktop.store import settings as stored
from desktop.store.tables import actions, entries, payloads
from domain.verdicts import Code
from sync.anchors import next_anchor
from sync.desk_copy import Entry, Mended, Place
from sync.encoding import b64u
from sync.prepared import prepared
from sync.record import hash_of

PROOFS: Final = "proofs"
"""Where `desktop.store.proofs` stands; of no use once entries were replaced."""
_TOUCHED: Final = "repair_touched"
_AT_ONCE: Final = 500


@prepared
class _Promise(msgspec.Struct, frozen=True):
    """The one field of an action that says which payload it has."""

    payload_hash: str | None


_PROMISE: Final = msgspec.json.Decoder(_Promise)
_HERE: Final = and_(actions.c.shard == entries.c.shard, actions.c.id == entries.c.action)
_PAID: Final = and_(payloads.c.shard == entries.c.shard, payloads.c.action == entries.c.action)
_BEHIND: Final = (
    select(entries.c.seq, entries.c.rev, actions.c.action, actions.c.hash, payloads.c.payload)
    .select_from(entries.outerjoin(actions, _HERE).outerjoin(payloads, _PAID))
    .where(
        entries.c.scope == bindparam("of", type_=String),
        entries.c.seq > bindparam("after", type_=Integer),
        entries.c.seq <= bindparam("through", type_=Integer),
    )
    .order_by(entries.c.seq)
)


def leads(connection: Connection, scope: str, after: Place, through: int) -> bytes | None:
    """As `sync.desk_copy.Mending.leads`."""
    seq, anchor = after
    for row in _behind(connection, scope, after[0], through):
        if row.seq != seq + 1 or not _is_sound(row):
            return None
        seq, anchor = row.seq, next_anchor(anchor, row.hash, row.rev)
    return anchor if seq == through else None


def _behind(connection: Connection, scope: str, after: int, through: int) -> Iterator[Row[Any]]:
    asked = {"of": scope, "after": after, "through": through}
    return iter(connection.execution_options(yield_per=_AT_ONCE).execute(_BEHIND, asked))


def _is_sound(row: Row[Any]) -> bool:
    """Whether action and payload are what the hashes say; a payload that is not here may have been erased."""
    if row.action is None or b64u(hashlib.sha256(row.action).digest()) != row.hash:
        return False
    return row.payload is None or _PROMISE.decode(row.action).payload_hash == hash_of(row.payload)


def mend(connection: Connection, mended: Mended) -> None:
    """As `sync.desk_copy.Mending.mend`."""
    last = mended.after + len(mended.entries)
    here = (entries.c.scope == mended.scope, entries.c.seq > mended.after, entries.c.seq <= last)
    touched = set(connection.execute(select(actions.c.request).join(entries, _HERE).where(*here)).scalars())
    connection.execute(delete(entries).where(*here))
    for entry in mended.entries:
        _put_bytes(connection, entry)
        touched |= committing.note_entry(connection, entry)
    before = stored.get(connection, _TOUCHED, list[str]) or []
    stored.put(connection, _TOUCHED, sorted({*before, *touched} - {None}))


def _put_bytes(connection: Connection, entry: Entry) -> None:
    """Bring the bytes of an action that is here, and its columns, to what came; a payload that still fits stays."""
    action, envelope = entry.action, entry.envelope
    if action is None or envelope is None:
        return
    one = (actions.c.shard == action.shard, actions.c.id == action.id)
    found = connection.execute(select(actions.c.id).where(*one)).first()
    if found is None:
        return
    connection.execute(update(actions).where(*one).values(**log.columns_of(action, envelope)))
    theirs = (payloads.c.shard == action.shard, payloads.c.action == action.id)
    held = connection.execute(select(payloads.c.payload).where(*theirs)).scalar()
    if held is not None and hash_of(held) != action.payload_hash:
        connection.execute(delete(payloads).where(*theirs))
        held = None
    if held is None and envelope.payload is not None:
        connection.execute(payloads.insert().values(shard=action.shard, action=action.id, payload=envelope.payload))


def whole_again(connection: Connection, cursor: Mapping[str, Place], incarnation: str, now: str) -> None:
    """As `sync.desk_copy.Mending.whole_again`."""
    states.go_back_to(connection, cursor)
    nowhere = ~exists().where(entries.c.shard == actions.c.shard, entries.c.action == actions.c.id)
    accepted = and_(actions.c.code == Code.OK.value, nowhere)
    touched = set(connection.execute(select(actions.c.request).where(accepted)).scalars())
    unsaid = {"code": None, "reason": "", "rev": None, "scope": None, "seq": None, "sent": False}
    again = connection.execute(update(actions).where(accepted, actions.c.own).values(**unsaid)).rowcount
    connection.execute(update(actions).where(accepted).values(rev=None))
    touched |= set(stored.get(connection, _TOUCHED, list[str]) or ())
    stored.drop(connection, _TOUCHED)
    stored.drop(connection, PROOFS)
    states.end_fill(connection)
    states.change_contact(connection, doubted=False)
    if again:
        rewinding.renumber(connection, incarnation)
    for request in sorted(each for each in touched if each is not None):
        committing.project(connection, request, now)

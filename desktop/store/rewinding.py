"""What this desk holds that its hub has lost, and going back to the place where both histories were one.

The actions stay as they are, with what the hub had said of them: a list that a person reads does not change because a
hub was restored. Only places are forgotten, and come again with the next exchange.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)

from desktop.store import actions as log
from desktop.store import states
from desktop.store.actions import Stored
from desktop.store.tables import actions, entries, payloads
from domain.reasons import SET_ASIDE
from domain.scopes import CONFIG
from domain.verdicts import REFUSALS, Code
from sync.anchors import GENESIS, next_anchor
from sync.desk_copy import Entry, Place
from sync.desk_log import Lost, Rewound
from sync.protocol import VerdictRow
from sync.record import Envelope

_REFUSED: Final = tuple(sorted(code.value for code in REFUSALS))
_HERE: Final = and_(actions.c.shard == entries.c.shard, actions.c.id == entries.c.action)
_ENVELOPE: Final = (actions.c.action, actions.c.signature, payloads.c.payload, actions.c.code, actions.c.reason)
_PAID: Final = and_(actions.c.shard == payloads.c.shard, actions.c.id == payloads.c.action)
_NOT_ENTERED: Final = ~exists().where(entries.c.shard == actions.c.shard, entries.c.action == actions.c.id)
_STANDING_NOWHERE: Final = select(actions.c.id).where(actions.c.hash == bindparam("named", type_=String), _NOT_ENTERED)
_OTHER: Final = actions.alias("other")
_FRESH: Final = _OTHER.c.hash == bindparam("fresh", type_=String)
_GIVING_WAY: Final = (
    update(actions)
    .where(
        actions.c.shard == select(_OTHER.c.shard).where(_FRESH).scalar_subquery(),
        actions.c.request == select(_OTHER.c.request).where(_FRESH).scalar_subquery(),
        actions.c.rev == bindparam("place", type_=Integer),
        actions.c.hash != bindparam("fresh", type_=String),
        _NOT_ENTERED,
    )
    .values(rev=None)
)
"""Made once: in a new epoch an exchange says it for each of its entries."""
_FOLLOWING: Final = (
    update(actions)
    .where(
        actions.c.shard == bindparam("in_shard", type_=String),
        actions.c.request == bindparam("of", type_=String),
        actions.c.rev > bindparam("place", type_=Integer),
        _NOT_ENTERED,
    )
    .values(rev=None)
)


def anchor_at(connection: Connection, scope: str, seq: int) -> bytes | None:
    """The anchor after an entry, reckoned from the first on; None where this desk has not read so far."""
    anchor, last = GENESIS, 0
    query = select(entries.c.seq, entries.c.rev, actions.c.hash).select_from(entries.join(actions, _HERE))
    for row in connection.execute(query.where(entries.c.scope == scope, entries.c.seq <= seq).order_by(entries.c.seq)):
        anchor, last = next_anchor(anchor, row.hash, row.rev), row.seq
    return anchor if last == seq else None


def lost(connection: Connection, after: Mapping[str, Place], skip: int, limit: int) -> Sequence[Lost]:
    """As `sync.desk_log.DeskLog.lost`."""
    behind = or_(*(and_(entries.c.scope == scope, entries.c.seq > seq) for scope, (seq, _) in after.items()))
    given: list[Lost] = []
    for part in (_entered(behind), _WITHOUT_PLACE, _REFUSED_OWN):
        given += map(_given, connection.execute(part.offset(skip).limit(limit - len(given))))
        if len(given) == limit:
            break
        count = int(connection.execute(select(func.count()).select_from(part.subquery())).scalar_one())
        skip = max(skip - count, 0)
    return given


def _given(row: Row[Any]) -> Lost:
    envelope = Envelope(row.action, row.signature, row.payload)
    return Lost(envelope, Code(row.code), row.reason)


def _entered(behind: ColumnElement[bool]) -> Select[Any]:
    joined = entries.join(actions, _HERE).outerjoin(payloads, _PAID)
    order = (entries.c.scope != CONFIG, entries.c.scope, entries.c.seq)
    return select(*_ENVELOPE).select_from(joined).where(behind).order_by(*order)


_WITHOUT_PLACE: Final = (
    select(*_ENVELOPE)
    .select_from(actions.outerjoin(payloads, _PAID).outerjoin(entries, _HERE))
    .where(actions.c.code == Code.OK.value, entries.c.seq.is_(None))
    .order_by(log.ORDER)
)
"""What was accepted once, and waits for a person since the hub was lost: it may be lost again."""
_REFUSED_OWN: Final = (
    select(*_ENVELOPE)
    .select_from(actions.outerjoin(payloads, _PAID))
    .where(actions.c.own, actions.c.code.in_(_REFUSED), actions.c.reason != SET_ASIDE)
    .order_by(log.ORDER)
)
"""In every life of this desk's queue."""


def rewind(connection: Connection, rewound: Rewound) -> None:
    """As `sync.desk_log.DeskLog.rewind`."""
    states.go_back_to(connection, rewound.cursor)
    states.end_fill(connection)
    before = states.contact(connection)
    acked = min(before.acked, rewound.acked)
    states.change_contact(
        connection,
        epoch=rewound.epoch,
        acked=acked,
        verdict_seen=min(before.verdict_seen, rewound.verdict_seen),
        access_acked=min(before.access_acked, rewound.access_acked),
        nonce=rewound.nonce,
        durable_through={},
    )
    again = (actions.c.incarnation == before.incarnation, actions.c.device_seq > acked)
    connection.execute(update(actions).where(*again).values(sent=False))
    _queue_parked(connection, before.incarnation)


def renumber(connection: Connection, incarnation: str) -> None:
    """As `sync.desk_log.DeskLog.renumber`."""
    waiting = connection.execute(
        select(actions.c.shard, actions.c.id)
        .where(actions.c.own, actions.c.code.is_(None))
        .order_by(actions.c.at, actions.c.device_seq)
    ).all()
    _queue(connection, waiting, incarnation, 1)
    states.change_contact(connection, incarnation=incarnation, acked=0)


def _queue_parked(connection: Connection, incarnation: str) -> None:
    """What a former life of this desk's queue left parked at the hub comes to the end of the present one."""
    mine = (actions.c.own, actions.c.code == Code.PARKED.value, actions.c.incarnation != incarnation)
    rows = connection.execute(select(actions.c.shard, actions.c.id).where(*mine).order_by(actions.c.device_seq)).all()
    highest = select(func.coalesce(func.max(actions.c.device_seq), 0)).where(actions.c.incarnation == incarnation)
    last = int(connection.execute(highest).scalar_one())
    _queue(connection, rows, incarnation, last + 1)


def _queue(connection: Connection, some: Sequence[Row[Any, Any]], incarnation: str, first: int) -> None:
    """Give actions the places of a queue, from the first free one on."""
    for place, row in enumerate(some, start=first):
        one = (actions.c.shard == row.shard, actions.c.id == row.id)
        values = {"incarnation": incarnation, "device_seq": place, "sent": False}
        connection.execute(update(actions).where(*one).values(**values))


def give_way(connection: Connection, fresh: Iterable[Entry]) -> None:
    """Where something else now stands in a request's place, what stood there counts no more until it comes again."""
    places = [{"fresh": entry.hash, "place": entry.rev} for entry in fresh if entry.rev is not None]
    if places:
        connection.execute(_GIVING_WAY, places)


def forget_what_followed(connection: Connection, ended: Stored) -> None:
    """What stood behind a step that a person ended counts no more: it comes again, or is ended too."""
    asked = {"in_shard": ended.action.shard, "of": ended.action.request, "place": ended.rev}
    connection.execute(_FOLLOWING, asked)


def overturned(connection: Connection, stored: Stored, row: VerdictRow) -> bool:
    """Whether a restored hub's supervisor has refused what had been accepted before, and it did not come again."""
    if stored.code is not Code.OK or row.code not in REFUSALS:
        return False
    return connection.execute(_STANDING_NOWHERE, {"named": row.action}).first() is not None

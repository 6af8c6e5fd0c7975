"""The log of a desk: what it did itself and what it heard. Bytes are stored as they were signed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    bindparam,
    func,
    insert,
    literal_column,
    select,
)

from desktop.store.many import say_for_each
from desktop.store.tables import actions, payloads
from domain.actions import Action
from domain.verdicts import REFUSALS, Code
from sync.encoding import instant_text, read_instant
from sync.record import Envelope, read_action


@dataclass(frozen=True, slots=True)
class Stored:
    """An action with what the hub said of it; `code` is None while it is unanswered, `rev` None until accepted."""

    action: Action
    envelope: Envelope
    own: bool
    code: Code | None
    reason: str
    rev: int | None
    device_seq: int | None

    @property
    def unanswered(self) -> bool:
        """Whether the final word is still to come: nothing heard yet, or parked."""
        return self.own and self.code in {None, Code.PARKED}

    @property
    def refused(self) -> bool:
        """Whether the hub said no, for good."""
        return self.own and self.code not in {None, Code.PARKED, Code.OK}


def append_own(connection: Connection, envelope: Envelope, incarnation: str) -> int:
    """Queue an action of this desk: its place in the queue is given in the transaction that stores it.

    Returns:
        Its `device_seq`, from 1 without a gap in each incarnation.
    """
    place = highest_place(connection, incarnation) + 1
    _insert(connection, envelope, {"own": True, "incarnation": incarnation, "device_seq": place, "sent": False})
    return place


def highest_place(connection: Connection, incarnation: str) -> int:
    """The last `device_seq` of an incarnation; 0 before the first."""
    return int(connection.execute(_HIGHEST, {"incarnation": incarnation}).scalar_one())


def add_received(connection: Connection, envelope: Envelope, rev: int | None) -> None:
    """Store an accepted action of somebody else."""
    add_all_received(connection, [(envelope, rev)])


def add_all_received(connection: Connection, found: Sequence[tuple[Envelope, int | None]]) -> None:
    """Store accepted actions of somebody else, each with its `rev`."""
    accepted = {"own": False, "sent": True, "code": Code.OK.value, "reason": ""}
    read = [(read_action(envelope.action), envelope, rev) for envelope, rev in found]
    rows = [columns_of(action, envelope) | accepted | {"rev": rev} for action, envelope, rev in read]
    contents = [
        {"shard": action.shard, "action": action.id, "payload": envelope.payload}
        for action, envelope, _ in read
        if envelope.payload is not None
    ]
    say_for_each(connection, _INSERT, rows)
    say_for_each(connection, _INSERT_PAYLOAD, contents)


def columns_of(action: Action, envelope: Envelope) -> dict[str, object]:
    """What a row of the log says of an action whatever became of it: its bytes, and what is looked up in them."""
    return {
        "shard": action.shard,
        "id": action.id,
        "hash": action.hash,
        "request": action.request,
        "kind": action.kind.value,
        "author": action.author,
        "at": instant_text(action.at),
        "action": envelope.action,
        "signature": envelope.signature,
    }


def _insert(connection: Connection, envelope: Envelope, extra: dict[str, object]) -> None:
    action = read_action(envelope.action)
    connection.execute(_INSERT, columns_of(action, envelope) | extra)
    if envelope.payload is not None:
        content = {"shard": action.shard, "action": action.id, "payload": envelope.payload}
        connection.execute(_INSERT_PAYLOAD, content)


def of_request(connection: Connection, request: str) -> list[Stored]:
    """Every action of a request: the accepted ones in the hub's order, then the others as they were made."""
    return _in_order(list(_stored(connection, _OF_REQUEST, request)))


def of_requests(connection: Connection, requests: Sequence[str]) -> dict[str, list[Stored]]:
    """The same of several, each in the order of `requests`."""
    found: dict[str, list[Stored]] = {request: [] for request in requests}
    for item in _stored(connection, _OF_REQUESTS, json.dumps(requests)):
        found[item.action.request or ""].append(item)
    return {request: _in_order(held) for request, held in found.items()}


def _in_order(found: list[Stored]) -> list[Stored]:
    accepted = sorted((item for item in found if item.rev is not None), key=lambda item: item.rev or 0)
    return accepted + [item for item in found if item.rev is None]


def by_hash(connection: Connection, own_hash: str) -> Stored | None:
    """One action by its hash."""
    return next(_stored(connection, _BY_HASH, own_hash), None)


def by_hashes(connection: Connection, wanted: Sequence[str]) -> dict[str, Stored]:
    """Those of the wanted ones that are here, by hash."""
    if not wanted:
        return {}
    return {item.action.hash: item for item in _stored(connection, _BY_HASHES, json.dumps(wanted))}


def place_of(connection: Connection, action: str) -> int | None:
    """The place that the hub gave an accepted action in the scope of its office; None before it has."""
    query = select(actions.c.seq).where(actions.c.id == action, actions.c.code == Code.OK.value)
    own = connection.execute(query).scalar()
    return None if own is None else int(own)


def unanswered_count(connection: Connection) -> int:
    """How many own actions the hub has not answered at all."""
    return int(
        connection.execute(
            select(func.count()).select_from(actions).where(actions.c.own, actions.c.code.is_(None))
        ).scalar_one()
    )


def last_recorded_at(connection: Connection) -> datetime | None:
    """The time in the action that was recorded here last, by the clock of then; None before the first."""
    found = connection.execute(_LAST_OWN).scalar()
    return None if found is None else read_instant(found)


def last_by_author(connection: Connection) -> dict[str, str]:
    """Each author's newest action that this desk knows of, as an ISO instant."""
    newest = select(actions.c.author, func.max(actions.c.at).label("at")).group_by(actions.c.author)
    return {row.author: row.at for row in connection.execute(newest)}


ORDER: Final[ColumnElement[int]] = literal_column("actions.rowid")
"""The order in which this desk came to know them; clocks may go backwards."""
_WHOLE = select(actions, payloads.c.payload).join_from(
    actions,
    payloads,
    (actions.c.shard == payloads.c.shard) & (actions.c.id == payloads.c.action),
    isouter=True,
)


_ASKED: Final = bindparam("asked", type_=String)
_EACH_ASKED: Final = select(func.json_each(_ASKED).table_valued("value").c.value)
"""Every text of a JSON list: the same statement for one and for a thousand."""
_OF_REQUESTS: Final = _WHOLE.where(actions.c.request.in_(_EACH_ASKED)).order_by(ORDER)
_BY_HASHES: Final = _WHOLE.where(actions.c.hash.in_(_EACH_ASKED))
_OF_REQUEST: Final = _WHOLE.where(actions.c.request == _ASKED).order_by(ORDER)
_BY_HASH: Final = _WHOLE.where(actions.c.hash == _ASKED)
_LAST_OWN: Final = select(actions.c.at).where(actions.c.own).order_by(ORDER.desc()).limit(1)
_HIGHEST: Final = select(func.coalesce(func.max(actions.c.device_seq), 0)).where(
    actions.c.incarnation == bindparam("incarnation", type_=String)
)
_INSERT: Final = insert(actions)
_INSERT_PAYLOAD: Final = insert(payloads)
"""Made once: an exchange asks these hundreds of times, and making them costs as much as asking."""


def _stored(connection: Connection, query: Select[Any], asked: str | None = None) -> Iterator[Stored]:
    for row in connection.execute(query, None if asked is None else {"asked": asked}).all():
        yield _read(row)


def _read(row: Row[Any]) -> Stored:
    envelope = Envelope(row.action, row.signature, row.payload)
    code = None if row.code is None else Code(row.code)
    return Stored(read_action(row.action), envelope, row.own, code, row.reason, row.rev, row.device_seq)


def refused_own(connection: Connection, limit: int = 200) -> list[Stored]:
    """This desk's actions that the hub refused, the newest first."""
    final = actions.c.code.in_(sorted(code.value for code in REFUSALS))
    query = _WHOLE.where(actions.c.own.is_(True), final, actions.c.request.is_not(None)).order_by(ORDER.desc())
    return list(_stored(connection, query.limit(limit)))


def parked_own(connection: Connection, limit: int = 200) -> list[Stored]:
    """This desk's actions that the hub holds back for now, the oldest first."""
    query = _WHOLE.where(actions.c.own.is_(True), actions.c.code == Code.PARKED.value, actions.c.request.is_not(None))
    return list(_stored(connection, query.order_by(ORDER).limit(limit)))


def by_id(connection: Connection, action: str) -> Stored | None:
    """One action by its id."""
    return next(_stored(connection, _WHOLE.where(actions.c.id == action)), None)

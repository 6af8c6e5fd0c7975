"""What lies on the judge's table about one request: its fold, what was refused, what waits, which bytes are missing.

Read only after the request's row is locked, so that what is judged is what is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from domain.actions import Action
from domain.judging import Successor
from domain.request import Request, start
from domain.routes import Route
from domain.verdicts import Code, WaitsFor
from domain.workflow import State
from hub.service.catalogue import Catalogue
from hub.store import rows
from hub.store.growing import actions, blobs, parked, requests
from hub.store.locking import in_order
from hub.store.many import Sheaf, add_absent, among
from sync.record import read_action

Key = tuple[str, str]
"""Shard and id of a request."""


def _of_requests(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """What is known of several requests of one shard."""
    return select(*columns).where(*rows.by_key(table, "shard"), among(table.c.request, "requests"))


_LOCKED: Final = (
    _of_requests(requests, requests.c.request, requests.c.arrivals).order_by(requests.c.request).with_for_update()
)
_LOG: Final = _of_requests(actions, actions.c.request, actions.c.code, actions.c.hash, actions.c.envelope).order_by(
    actions.c.rev
)
_STORED: Final = _of_requests(blobs, blobs.c.request, blobs.c.sha256)
_WAITING: Final = _of_requests(parked, parked.c.request, parked.c.waits_for).order_by(parked.c.arrival.desc())


@dataclass(frozen=True, slots=True)
class Logged:
    """One accepted action as its scopes refer to it."""

    shard: str
    action: str
    hash: str
    rev: int


@dataclass(slots=True)
class Docket:
    """One request under its lock; it moves on with every action accepted in this transaction.

    Attributes:
        log: its accepted actions in order.
        refused: hashes of its refused actions.
        waits_for: what the first waiting action waits for; later ones wait behind it. None when nothing waits.
        missing: documents whose bytes are not stored.
        is_new: its row was made just now: nothing of it is stored anywhere.
    """

    key: Key
    request: Request | None
    rev: int
    arrivals: int
    log: list[Logged] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    waits_for: WaitsFor | None = None
    stored: frozenset[str] = frozenset()
    is_new: bool = False

    @property
    def missing(self) -> frozenset[str]:
        """SHA-256 of the documents of the request whose bytes are not stored here."""
        if self.request is None:
            return frozenset()
        return frozenset(blob.sha256 for blob in self.request.documents) - self.stored

    def waited_before(self, connection: Connection, instant: str) -> bool:
        """Whether something of this request was waiting already at that instant, or came from before it."""
        where = (parked.c.shard == self.key[0], parked.c.request == self.key[1], parked.c.since <= instant)
        return connection.execute(select(parked.c.action).where(*where).limit(1)).first() is not None

    def accept(self, action: Action, route: Route) -> int:
        """Move on by an accepted action; its `rev`."""
        self.request = start(action, route) if self.request is None else self.request.apply(action)
        self.rev += 1
        self.log.append(Logged(action.shard, action.id, action.hash, self.rev))
        return self.rev


def open_dockets(connection: Connection, keys: Iterable[Key], catalogue: Catalogue) -> dict[Key, Docket]:
    """Lock the rows of requests, in the one order, and only then read everything about them.

    Rows that are not there are made first: then nobody who waits for one of them holds one that we wait for.
    """
    wanted = in_order(keys)
    fresh = [{"shard": shard, "request": request, "rev": 0, "arrivals": 0} for shard, request in wanted]
    made = add_absent(connection, requests, fresh)
    dockets = {key: Docket(key, None, 0, 0, is_new=key in made) for key in wanted}
    for shard in dict.fromkeys(shard for shard, _ in wanted):
        there = [request for own, request in wanted if own == shard and (own, request) not in made]
        if there:
            _read_dockets(connection, dockets, catalogue, (shard, there))
    return dockets


def _read_dockets(
    connection: Connection, dockets: dict[Key, Docket], catalogue: Catalogue, asked: tuple[str, list[str]]
) -> None:
    """Lock and read those requests of one shard whose rows were there before."""
    shard, wanted = asked
    named = {**rows.keyed(shard=shard), "requests": wanted}
    for row in connection.execute(_LOCKED, named):
        dockets[shard, row.request].arrivals = int(row.arrivals)
    for row in connection.execute(_LOG, named):
        docket = dockets[shard, row.request]
        if row.code == Code.OK:
            _replay(docket, row, catalogue)
        elif row.code != Code.PARKED:
            docket.refused.add(row.hash)
    for row in connection.execute(_STORED, named):
        dockets[shard, row.request].stored |= {row.sha256}
    for row in connection.execute(_WAITING, named):
        dockets[shard, row.request].waits_for = WaitsFor(row.waits_for)


def _replay(docket: Docket, row: Row[Any], catalogue: Catalogue) -> None:
    action = read_action(row.envelope)
    docket.accept(action, catalogue.route(docket.request.pack if docket.request else action.pack))


def read_request(connection: Connection, key: Key, catalogue: Catalogue) -> Request | None:
    """A request as it stands, without a lock, for what is not going to judge it; None when nothing was accepted."""
    docket = Docket(key, None, 0, 0)
    for row in connection.execute(_LOG, {**rows.keyed(shard=key[0]), "requests": [key[1]]}):
        if row.code == Code.OK:
            _replay(docket, row, catalogue)
    return docket.request


def read_successor(connection: Connection, key: Key) -> Successor | None:
    """Where another request stands, from its row; None when nothing was ever accepted of it."""
    where = (requests.c.shard == key[0], requests.c.request == key[1], requests.c.rev > 0)
    row = connection.execute(select(requests.c.filing_office, requests.c.state).where(*where)).first()
    return None if row is None else Successor(row.filing_office, State(row.state))


def bind_projections(sheaf: Sheaf, dockets: Iterable[Docket], now: str) -> None:
    """What lists and reports read: the fold of the log and nothing else."""
    begun, empty = list[dict[str, Any]](), list[dict[str, Any]]()
    for docket in dockets:
        row = {"shard": docket.key[0], "request": docket.key[1], "rev": docket.rev, "arrivals": docket.arrivals}
        row |= {"updated_at": now}
        if docket.request is None:
            empty.append(row)
        else:
            begun.append(row | projection(docket.request))
    for changed in (begun, empty):
        sheaf.change(requests, ("shard", "request"), changed)


def projection(request: Request) -> dict[str, Any]:
    """The columns of `requests` that a request determines."""
    return {
        "state": request.state.value,
        "office": request.office,
        "filing_office": request.filing_office,
        "service": request.service,
        "pack": request.pack,
        "step": request.at.id,
        "head": request.head,
    }

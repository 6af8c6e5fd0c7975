"""What lies on the judge's table about one request: its fold, what was refused, what waits, which bytes are missing.

Read only after the request's row is locked, so that what is judged is what is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from domain.actions import Action
from domain.judging import Successor
from domain.request import Request, start
from domain.routes import Route
from domain.verdicts import Code, WaitsFor
from domain.workflow import State
from hub.service.catalogue import Catalogue
from hub.store import rows
from hub.store.growing import actions, blobs, parked, requests
from hub.store.locking import lock_or_make
from sync.record import read_action

Key = tuple[str, str]
"""Shard and id of a request."""
_LOG: Final = select(actions).where(*rows.by_key(actions, "shard", "request")).order_by(actions.c.rev)
_STORED: Final = select(blobs.c.sha256).where(*rows.by_key(blobs, "shard", "request"))
_FIRST_WAITING: Final = (
    select(parked.c.waits_for).where(*rows.by_key(parked, "shard", "request")).order_by(parked.c.arrival).limit(1)
)


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
    """

    key: Key
    request: Request | None
    rev: int
    arrivals: int
    log: list[Logged] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    waits_for: WaitsFor | None = None
    stored: frozenset[str] = frozenset()

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


def open_docket(connection: Connection, key: Key, catalogue: Catalogue) -> Docket:
    """Lock the request's row and read everything about it."""
    shard, request = key
    row = lock_or_make(connection, requests, {"shard": shard, "request": request}, {"rev": 0, "arrivals": 0})
    docket = Docket(key, None, 0, row.arrivals)
    for each in connection.execute(_LOG, rows.keyed(shard=shard, request=request)).all():
        if each.code == Code.OK:
            _replay(docket, each, catalogue)
        elif each.code != Code.PARKED:
            docket.refused.add(each.hash)
    docket.stored = _stored(connection, key)
    docket.waits_for = _waits_for(connection, key)
    return docket


def _replay(docket: Docket, row: Row[Any], catalogue: Catalogue) -> None:
    action = read_action(row.envelope)
    docket.accept(action, catalogue.route(docket.request.pack if docket.request else action.pack))


def _stored(connection: Connection, key: Key) -> frozenset[str]:
    return frozenset(connection.execute(_STORED, rows.keyed(shard=key[0], request=key[1])).scalars())


def _waits_for(connection: Connection, key: Key) -> WaitsFor | None:
    first = connection.execute(_FIRST_WAITING, rows.keyed(shard=key[0], request=key[1])).scalar()
    return None if first is None else WaitsFor(first)


def read_successor(connection: Connection, key: Key) -> Successor | None:
    """Where another request stands, from its row; None when nothing was ever accepted of it."""
    where = (requests.c.shard == key[0], requests.c.request == key[1], requests.c.rev > 0)
    row = connection.execute(select(requests.c.filing_office, requests.c.state).where(*where)).first()
    return None if row is None else Successor(row.filing_office, State(row.state))


def put_projection(connection: Connection, docket: Docket, now: str) -> None:
    """Write what lists and reports read: the fold of the log and nothing else."""
    request = docket.request
    values: dict[str, Any] = {"rev": docket.rev, "arrivals": docket.arrivals, "updated_at": now}
    if request is not None:
        values |= projection(request)
    rows.change(connection, requests, {"shard": docket.key[0], "request": docket.key[1]}, values)


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

"""The list of requests: a projection of the log, written in the same transaction as what changed it.

A request's row counts in what this desk did and the hub has not answered yet, so that the clerk sees the own work at
once; `hub_state` beside it is what the hub has accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.actions import Stored
from desktop.store.many import say_for_each
from desktop.store.tables import actions as actions_table
from desktop.store.tables import requests
from domain.actions import ActionKind
from domain.request import BrokenLog, Request, start
from domain.routes import Route
from domain.workflow import State
from sync.encoding import instant_text
from sync.errors import Unreadable
from sync.record import Envelope, read_content


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands on this desk.

    Attributes:
        accepted: the fold of what the hub accepted; None before its first answer.
        expected: the same with this desk's unanswered actions on top.
        doubtful: hashes of unanswered actions that no longer fit: somebody else was first.
    """

    accepted: Request | None
    expected: Request
    doubtful: frozenset[str]


def fold_standing(log: Sequence[Stored], route: Route) -> Standing | None:
    """Fold a request's actions (in the order of `actions.of_request`); None when it was never submitted.

    Raises:
        BrokenLog: the hub sent accepted actions that no judge could have accepted.
    """
    accepted: Request | None = None
    for item in log:
        if item.rev is not None:
            accepted = start(item.action, route) if accepted is None else accepted.apply(item.action)
    expected, doubtful = accepted, set[str]()
    for item in log:
        if item.unanswered:
            expected, fits = _expect(expected, item, route)
            doubtful |= set() if fits else {item.action.hash}
    if expected is None:
        return _never_accepted(log, route)
    return Standing(accepted, expected, frozenset(doubtful))


def _expect(request: Request | None, item: Stored, route: Route) -> tuple[Request | None, bool]:
    action = item.action
    if request is None:
        return (start(action, route), True) if action.kind is ActionKind.SUBMIT else (None, False)
    row = request.row(action.kind)
    if action.base not in request.known or row is None or (row.moves_head and action.base != request.head):
        return request, False
    try:
        return request.apply(action), True
    except BrokenLog:
        return request, False


def _never_accepted(log: Sequence[Stored], route: Route) -> Standing | None:
    """A refused submission stays readable, as the draft that it is again."""
    submitted = next((item.action for item in log if item.action.kind is ActionKind.SUBMIT), None)
    if submitted is None:
        return None
    return Standing(None, replace(start(submitted, route), state=State.DRAFT, step=0), frozenset())


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One line of the list."""

    shard: str
    id: str
    service: str
    pack: str
    filing_office: str
    state: str
    step: str
    office: str
    head: str
    hub_state: str | None
    unanswered: int
    refused: int
    subject: str
    subject_key: str
    submitted_at: str
    changed_at: str


_NAMES: Final = tuple(field.name for field in fields(RequestRow))


def row_of(log: Sequence[Stored], standing: Standing, subject: tuple[str, str]) -> RequestRow:
    """The projection of one request: a pure function of its log."""
    request = standing.expected
    return RequestRow(
        shard=request.shard,
        id=request.id,
        service=request.service,
        pack=request.pack,
        filing_office=request.filing_office,
        state=request.state.value,
        step=request.at.id,
        office=request.office,
        head=request.head,
        hub_state=standing.accepted.state.value if standing.accepted else None,
        unanswered=sum(item.unanswered for item in log),
        refused=sum(item.refused for item in log),
        subject=subject[0],
        subject_key=subject[1],
        submitted_at=instant_text(request.trail[0].at),
        changed_at=instant_text(request.trail[-1].at),
    )


def put_rows(connection: Connection, found: Sequence[RequestRow]) -> None:
    """Write the rows of requests anew."""
    say_for_each(connection, _PUT, [{name: getattr(each, name) for name in _NAMES} for each in found])


_FRESH: Final = insert(requests)
_PUT: Final = _FRESH.on_conflict_do_update(
    index_elements=["shard", "id"], set_={name: _FRESH.excluded[name] for name in _NAMES}
)
"""Made once: every entry of an exchange writes its request anew."""


def latest_answers(log: Sequence[Stored]) -> dict[str, object]:
    """The answers as last submitted or corrected and not refused; empty once erased."""
    found: dict[str, object] = {}
    for item in log:
        content = content_of(item) if item.action.kind in _WITH_ANSWERS else None
        if content is not None and (not item.refused or not found):
            answers = content.get("answers")
            found = answers if isinstance(answers, dict) else found
    return found


_WITH_ANSWERS = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})


def content_of(item: Stored) -> dict[str, object] | None:
    """The personal part of an action; None when it has none, or it was erased."""
    return content_in(item.envelope)


def content_in(envelope: Envelope) -> dict[str, object] | None:
    """The same of an envelope."""
    if envelope.payload is None:
        return None
    try:
        return read_content(envelope.payload)
    except Unreadable:
        return None


def unfolded(connection: Connection) -> tuple[str, ...]:
    """Requests that are in the log and not in the list: their service pack was not here when they came."""
    listed = select(requests.c.id)
    found = connection.execute(
        select(actions_table.c.request)
        .where(actions_table.c.request.is_not(None), actions_table.c.request.not_in(listed))
        .distinct()
    )
    return tuple(row.request for row in found)


def rows(
    connection: Connection, state: str | None = None, after: tuple[str, str] | None = None, limit: int = 200
) -> tuple[RequestRow, ...]:
    """A page of the list, what changed last first; `after` is (changed_at, id) of the last one seen."""
    query = select(requests).order_by(requests.c.changed_at.desc(), requests.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(requests.c.state == state)
    if after is not None:
        at, last = after
        older = (requests.c.changed_at < at) | (requests.c.id < last)
        query = query.where(requests.c.changed_at <= at, older)
    return tuple(map(as_row, connection.execute(query)))


def row(connection: Connection, request: str) -> RequestRow | None:
    """One line of the list."""
    found = connection.execute(select(requests).where(requests.c.id == request)).first()
    return None if found is None else as_row(found)


def as_row(found: Row[Any]) -> RequestRow:
    """The line in what a query gave; it may have asked for more than `requests`."""
    return RequestRow(**{name: getattr(found, name) for name in _NAMES})


def forget_all(connection: Connection) -> None:
    """Empty the list, to be written anew from the log."""
    connection.execute(delete(requests))

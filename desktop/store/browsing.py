"""The list of requests as a person looks through it: by stage, in pages by key, never by offset.

A stage is what a desk says of a request: the outbox states of a clerk and the states of the record in one word. Its
conditions exclude one another, so that the counts above a list add up to its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from desktop.store import settings
from desktop.store.access_log import subject_of
from desktop.store.projection import RequestRow, as_row
from desktop.store.request_names import fitting, narrowed
from desktop.store.tables import actions, blobs, requests, settled
from domain.actions import ActionKind
from domain.workflow import ENDINGS, State


class Stage(StrEnum):
    """One word for a row. The order is that of the filters and of attention."""

    RETURNED = "returned"
    """Sent back, or refused by the hub: this office can mend it."""
    HERE = "here"
    """At a step of this office: it waits for a decision here."""
    READY = "ready"
    """Saved and not sent."""
    SENDING = "sending"
    """On its way: actions or documents are still going."""
    SENT = "sent"
    """At another office."""
    DONE = "done"
    REJECTED = "rejected"
    """Ended without a letter."""


PAGE: Final = 100
_NEWEST: Final = 60
_DONE: Final = (State.SIGNED.value, State.HANDED_OVER.value)
_ENDED: Final = tuple(
    state.value for state in (State.REJECTED, State.WITHDRAWN, State.REVOKED, State.REPLACED, State.ERASED)
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row and its stage."""

    row: RequestRow
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the list shows.

    Attributes:
        stage: None for all.
        words: each begins a word of the applicant's name.
        since: ISO instant; what changed before it is left out.
        officer: only what this officer filed or decided.
    """

    stage: Stage | None = None
    service: str = ""
    words: str = ""
    since: str = ""
    officer: str = ""


def page(
    connection: Connection, office: str, wanted: Wanted, after: tuple[str, str] | None = None, limit: int = PAGE
) -> tuple[Listed, ...]:
    """A page of the list, what changed last first; `after` is (changed_at, id) of the last row seen."""
    conditions = _filters(connection, office, wanted)
    if after is not None:
        at, last = after
        conditions += [requests.c.changed_at <= at, (requests.c.changed_at < at) | (requests.c.id < last)]
    return _listed(connection, office, limit, *conditions)


def by_name(connection: Connection, office: str, words: str, limit: int) -> tuple[Listed, ...]:
    """What changed last among the newest requests of people of this name: however many there are, no long walk."""
    return _listed(connection, office, limit, requests.c.id.in_(fitting(connection, words, _NEWEST)))


def counts(connection: Connection, office: str) -> Mapping[Stage, int]:
    """How many rows each stage has. Only rows on the move are looked at one by one; the rest is counted in an index."""
    at = (requests.c.state, requests.c.office, requests.c.filing_office, requests.c.unanswered)
    stage, n = _stage(office).label("stage"), func.count().label("n")
    moving = select(*at, stage, n).where(requests.c.id.in_(_moving())).group_by(*at, stage)
    found: Counter[Stage] = Counter()
    for row in connection.execute(select(*at, n).group_by(*at)):
        found[at_rest(office, row.state, row.office, row.filing_office)] += row.n
    for row in connection.execute(moving):
        found[at_rest(office, row.state, row.office, row.filing_office)] -= row.n
        found[Stage(row.stage)] += row.n
    return {each: found[each] for each in Stage}


def _moving() -> CompoundSelect[tuple[str]]:
    """Ids of requests whose stage is more than their place in the workflow."""
    unanswered = select(requests.c.id).where(requests.c.unanswered > 0)
    begun = select(requests.c.id).where(requests.c.state == State.DRAFT.value)
    lacking = select(blobs.c.request).where(blobs.c.state == "waiting", blobs.c.own)
    return unanswered.union_all(begun, lacking)  # each by its index; `UNION` would sort, and walk everything for it


def at_rest(office: str, state: str, at: str, filed: str) -> Stage:
    """The stage of a request with nothing under way, as `_stage` has it; `at` and `filed` are offices."""
    if state in _ENDED:
        return Stage.REJECTED
    if state in _DONE:
        return Stage.DONE
    if state == State.RETURNED.value and at == filed == office:
        return Stage.RETURNED
    if at == office and not (state == State.RETURNED.value and filed == office):
        return Stage.HERE
    return Stage.SENT


def stage_of(connection: Connection, office: str, request: str) -> Stage | None:
    """The stage of one request; None when it is not in the list."""
    found = connection.execute(select(_stage(office)).where(requests.c.id == request)).scalar()
    return None if found is None else Stage(found)


def services_in_use(connection: Connection, since: str, limit: int) -> tuple[str, ...]:
    """The services filed most since then, the most frequent first."""
    often = func.count().label("often")
    query = select(requests.c.service, often).where(requests.c.submitted_at >= since).group_by(requests.c.service)
    return tuple(
        row.service for row in connection.execute(query.order_by(often.desc(), requests.c.service).limit(limit))
    )


def at_office(connection: Connection, office: str, limit: int = 500) -> tuple[RequestRow, ...]:
    """What stands at a step of this office beyond the first, the longest waiting first."""
    query = select(requests).where(_here(office)).order_by(requests.c.submitted_at, requests.c.id).limit(limit)
    return tuple(map(as_row, connection.execute(query)))


def signed_here(connection: Connection, office: str, limit: int) -> tuple[Listed, ...]:
    """Signed letters of what this office filed that nobody took home yet, sent or not; what changed last first."""
    mine = (requests.c.state == State.SIGNED.value) & (requests.c.filing_office == office)
    return _listed(connection, office, limit, mine)


def signed_count(connection: Connection, office: str) -> int:
    """How many of those there are."""
    mine = (requests.c.state == State.SIGNED.value) & (requests.c.filing_office == office)
    return int(connection.execute(select(func.count()).select_from(requests).where(mine)).scalar_one())


def finished_like(connection: Connection, office: str, row: RequestRow, limit: int) -> tuple[Listed, ...]:
    """Other finished letters that the same office filed for the same service or the same person, newest first."""
    like = requests.c.service == row.service
    if row.subject_key:
        like |= requests.c.subject_key == row.subject_key
    same = (requests.c.filing_office == row.filing_office) & (requests.c.id != row.id)
    return _listed(connection, office, limit, requests.c.state.in_(_DONE), same, like)


def on_the_way(connection: Connection, limit: int) -> tuple[tuple[RequestRow, bool], ...]:
    """Requests with something that the hub has not answered or does not have, the oldest first.

    Returns:
        Each with whether something of it has not even left.
    """
    unanswered = select(actions.c.request).where(actions.c.own.is_(True), actions.c.code.is_(None))
    lacking = select(blobs.c.request).where(blobs.c.state == "waiting", blobs.c.own)
    waits = requests.c.id.in_(unanswered.union(lacking))
    query = select(requests, _unsent().label("unsent")).where(waits)
    found = connection.execute(query.order_by(requests.c.changed_at, requests.c.id).limit(limit))
    return tuple((as_row(row), bool(row.unsent)) for row in found)


def waiting_count(connection: Connection) -> int:
    """How many requests have something that the hub has not answered or does not have; an act without one counts."""
    own = select(func.coalesce(actions.c.request, actions.c.id)).where(
        actions.c.own.is_(True), actions.c.code.is_(None)
    )
    lacking = select(blobs.c.request).where(blobs.c.state == "waiting", blobs.c.own)
    return int(connection.execute(select(func.count()).select_from(own.union(lacking).subquery())).scalar_one())


def open_of_person(connection: Connection, service: str, nik: str) -> tuple[RequestRow, ...]:
    """Requests of this service and this person that have not ended."""
    salt = settings.get(connection, "salt", bytes) or b""
    return _open_of(connection, service, subject_of(nik, salt))


def open_like(connection: Connection, row: RequestRow) -> tuple[RequestRow, ...]:
    """Other requests of the same service and the same person that have not ended."""
    if not row.subject_key:
        return ()
    return tuple(each for each in _open_of(connection, row.service, row.subject_key) if each.id != row.id)


def _open_of(connection: Connection, service: str, subject_key: str) -> tuple[RequestRow, ...]:
    return tuple(map(as_row, connection.execute(_OPEN_OF, {"person": subject_key, "asked": service})))


_OPEN_OF: Final = (
    select(requests)
    .where(
        requests.c.subject_key == bindparam("person", type_=String),
        requests.c.service == bindparam("asked", type_=String),
        requests.c.state.not_in([state.value for state in ENDINGS]),
    )
    .order_by(requests.c.submitted_at, requests.c.id)
)
"""Made once: it is asked while a clerk types."""


def _listed(connection: Connection, office: str, limit: int, *where: ColumnElement[bool]) -> tuple[Listed, ...]:
    """Rows with their stages, what changed last first."""
    query = select(requests, _stage(office).label("stage")).where(*where)
    query = query.order_by(requests.c.changed_at.desc(), requests.c.id.desc()).limit(limit)
    return tuple(Listed(as_row(row), Stage(row.stage)) for row in connection.execute(query))


def _filters(connection: Connection, office: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.stage is not None:
        found.append(_stage(office) == wanted.stage.value)
    if wanted.stage is Stage.RETURNED:
        found.append(requests.c.state.in_((State.RETURNED.value, State.DRAFT.value)))  # few: by their index
    if wanted.stage is Stage.READY:
        found.append(requests.c.unanswered > 0)
    if wanted.service:
        found.append(requests.c.service == wanted.service)
    if wanted.since:
        found.append(requests.c.changed_at >= wanted.since)
    if wanted.officer:
        his = select(actions.c.request).where(actions.c.author == wanted.officer, actions.c.request.is_not(None))
        found.append(requests.c.id.in_(his))
    if wanted.words:
        found.append(narrowed(connection, wanted.words))
    return found


def _stage(office: str) -> ColumnElement[str]:
    waiting = and_(requests.c.unanswered > 0, _unsent())
    going = or_(requests.c.unanswered > 0, _bytes_going())
    mendable = or_(
        and_(requests.c.state == State.RETURNED.value, requests.c.office == office, requests.c.filing_office == office),
        requests.c.state == State.DRAFT.value,
    )
    return case(
        (requests.c.state.in_(_ENDED), literal(Stage.REJECTED.value)),
        (and_(requests.c.state == State.DRAFT.value, _given_up()), literal(Stage.REJECTED.value)),
        (mendable, literal(Stage.RETURNED.value)),
        (waiting, literal(Stage.READY.value)),
        (_here(office), literal(Stage.HERE.value)),
        (going, literal(Stage.SENDING.value)),
        (requests.c.state.in_(_DONE), literal(Stage.DONE.value)),
        else_=literal(Stage.SENT.value),
    )


def _here(office: str) -> ColumnElement[bool]:
    """Open at this office, and not at the clerk's own first step of a returned request."""
    is_open = requests.c.state.not_in((*_DONE, *_ENDED, State.DRAFT.value))
    returned = and_(requests.c.state == State.RETURNED.value, requests.c.filing_office == office)
    return and_(requests.c.office == office, is_open, ~returned)


def _unsent() -> ColumnElement[bool]:
    mine = (actions.c.shard == requests.c.shard) & (actions.c.request == requests.c.id)
    return exists(select(literal(1)).where(mine, actions.c.own, actions.c.code.is_(None), ~actions.c.sent))


def _given_up() -> ColumnElement[bool]:
    """A submission that the hub refused, and somebody let go of it or sent it as a new request."""
    mine = (actions.c.shard == requests.c.shard) & (actions.c.request == requests.c.id)
    decided = (settled.c.action == actions.c.id) & (actions.c.kind == ActionKind.SUBMIT.value)
    return exists(select(literal(1)).where(mine, decided))


def _bytes_going() -> ColumnElement[bool]:
    mine = (blobs.c.shard == requests.c.shard) & (blobs.c.request == requests.c.id)
    return exists(select(literal(1)).where(mine, blobs.c.own, blobs.c.state == "waiting"))

"""The judgement of an action: the same on the desk, before it is made, and at the hub, under its locks.

Decided here are the base, the workflow table and the author's authority. The caller has already checked the bytes:
signature, key, payload, service pack, and that the author's office may read the request at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.actions import Action, ActionKind
from domain.posts import Assignment, Held, Interval, Missing, Requirement, authority
from domain.request import Request
from domain.routes import FILING, Step
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, Verdict, WaitsFor, conflict, forbidden, invalid, parked
from domain.workflow import Actor, Row, State, open_rows

_OF_FILING = Requirement(posts=(), seksi=None, signers=())
_READS_DOCUMENTS = frozenset({ActionKind.VERIFY, ActionKind.PARAF, ActionKind.APPROVE, ActionKind.SIGN})
_WITHOUT_LETTER = frozenset({State.DRAFT, State.REJECTED, State.WITHDRAWN, State.REVOKED, State.REPLACED, State.ERASED})


@dataclass(frozen=True, slots=True)
class Successor:
    """The request that a `replace` names, as far as the judge must know it."""

    filing_office: str
    state: State


@dataclass(frozen=True, slots=True)
class Standing:
    """What a judge must know beside the request and the action.

    Attributes:
        office: the office that the author's key belongs to.
        assignments: those of the offices concerned, at least the author's and the definitive holders'.
        interval: the time between the last hub time the desk knew and the receipt; the act lies in it.
        missing: SHA-256 of the request's documents whose bytes are not stored here.
        refused: hashes of actions of this request that were refused.
        restored: whether the hub has ever been restored from a backup (its epoch is above 1).
        successor: the request that a `replace` names; None where there is no such request.
    """

    office: str
    assignments: tuple[Assignment, ...]
    interval: Interval
    missing: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    restored: bool = False
    successor: Successor | None = None


def judge(request: Request | None, action: Action, standing: Standing) -> Verdict:
    """The verdict on one action by an officer."""
    if request is None:
        return _judge_new(action, standing)
    if action.kind is ActionKind.SUBMIT:
        return conflict("already_submitted")
    base = _judge_base(request, action, standing)
    if base is not None:
        return base
    row = request.row(action.kind)
    if row is None or row.actor is Actor.HUB:
        return conflict("not_open")
    if row.moves_head and action.base != request.head:
        return conflict("head_moved")
    unfit = _judge_fit(request, action, standing)
    return unfit or _judge_author(request, row, action, standing) or _judge_bytes(request, action, standing)


def _judge_new(action: Action, standing: Standing) -> Verdict:
    if action.kind is not ActionKind.SUBMIT:
        return _judge_orphan(action, standing)
    if action.text("office") != standing.office:
        return forbidden("other_office")
    if action.shard != shard_of_office(standing.office):
        return invalid("other_shard")
    return _authority(_OF_FILING, action, standing) or ACCEPTED


def _judge_orphan(action: Action, standing: Standing) -> Verdict:
    if action.base in standing.refused:
        return conflict("base_refused")
    return parked(WaitsFor.BASE) if standing.restored else invalid("unknown_request")


def _judge_base(request: Request, action: Action, standing: Standing) -> Verdict | None:
    if action.shard != request.shard:
        return invalid("other_shard")
    if action.base in request.known:
        return None
    if action.base in standing.refused:
        return conflict("base_refused")
    return parked(WaitsFor.BASE) if standing.restored else invalid("unknown_base")


def _judge_fit(request: Request, action: Action, standing: Standing) -> Verdict | None:
    if action.kind is ActionKind.RETURN:
        to = request.route.index(action.text("to"))
        return None if to is not None and to < request.step else invalid("not_an_earlier_step")
    if action.kind in {ActionKind.SIGN, ActionKind.SIGNED_ON_PAPER}:
        return _judge_letter(request, action)
    if action.kind is ActionKind.REPLACE:
        return _judge_successor(request, action, standing.successor)
    return None


def _judge_successor(request: Request, action: Action, successor: Successor | None) -> Verdict | None:
    """Another request of the same filing office that has a letter or may still get one."""
    fits = (
        successor is not None
        and action.text("by") != request.id
        and successor.filing_office == request.filing_office
        and successor.state not in _WITHOUT_LETTER
    )
    return None if fits else invalid("not_a_successor")


def _judge_letter(request: Request, action: Action) -> Verdict | None:
    frozen = request.frozen
    if frozen is None or action.text("letter") != frozen.letter:
        return conflict("letter_changed")
    if action.kind is ActionKind.SIGN and action.text("prepared") != frozen.prepared:
        return conflict("letter_changed")
    return None if action.author == frozen.signer else forbidden("not_the_frozen_signer")


def _judge_author(request: Request, row: Row, action: Action, standing: Standing) -> Verdict | None:
    step = _step_of(request, row)
    if step.office_for(request.filing_office) != standing.office:
        return forbidden("other_office")
    requirement = _OF_FILING if row.actor is Actor.FILING else step.requirement()
    return _authority(requirement, action, standing)


def _step_of(request: Request, row: Row) -> Step:
    if row.actor is Actor.FILING:
        return request.route.steps[0]
    if row.actor is Actor.SIGNING:
        return request.signing_step or request.at
    return request.at


def _authority(requirement: Requirement, action: Action, standing: Standing) -> Verdict | None:
    found = authority(standing.assignments, action.author, standing.office, requirement, standing.interval)
    if isinstance(found, Held):
        return None
    return forbidden(found.reason) if isinstance(found, Missing) else parked(WaitsFor.AUTHORITY)


def _judge_bytes(request: Request, action: Action, standing: Standing) -> Verdict:
    """A step outside the filing office is not open before the documents it decides on are stored."""
    away = request.at.place != FILING
    needed = {blob.sha256 for blob in request.documents} & standing.missing
    if away and needed and action.kind in _READS_DOCUMENTS:
        return parked(WaitsFor.BYTES)
    return ACCEPTED


def open_kinds(request: Request, standing: Standing, officer: str) -> tuple[ActionKind, ...]:
    """The kinds that this officer may do now: what the desk offers and no more."""
    return tuple(row.kind for row in open_rows(request.state, request.at.act) if _may(request, row, standing, officer))


def _may(request: Request, row: Row, standing: Standing, officer: str) -> bool:
    step = _step_of(request, row)
    if row.actor is Actor.HUB or step.office_for(request.filing_office) != standing.office:
        return False
    requirement = _OF_FILING if row.actor is Actor.FILING else step.requirement()
    found = authority(standing.assignments, officer, standing.office, requirement, standing.interval)
    return isinstance(found, Held)

"""A request: the fold of its accepted actions. It never reads a payload, so it survives every erasure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from domain.actions import Action, ActionKind, Blob, NumberRef
from domain.routes import Route, Step
from domain.workflow import Effect, Row, State, row_for


class BrokenLog(ValueError):
    """Actions that no judge could have accepted in this order: a lying hub or a bug, never an office's mistake."""


@dataclass(frozen=True, slots=True)
class FrozenLetter:
    """The letter that waits for a signature, as the hub's `letter_frozen` announced it.

    Attributes:
        prepared: SHA-256 of the prepared file whose bytes the signer sees and signs.
        signer: officer id; only this officer's signature fits.
        medium: ``electronic`` or ``paper``.
    """

    letter: str
    prepared: str
    size: int
    signer: str
    assignment: str
    medium: str
    number: NumberRef | None


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that the log holds for good. `sha256` names the signed revision (or the scan of a paper one)."""

    letter: str
    sha256: str
    step: int
    author: str
    action: str
    number: NumberRef | None


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of the request's trail."""

    action: str
    kind: ActionKind
    author: str
    at: datetime
    step: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Request:
    """Where a request stands.

    Attributes:
        step: index of the current step of `route`; of the last step once it is signed.
        head: hash of the last action that moved it; what a next decision must name as its base.
        known: hashes of all its actions; what a fact may name as its base.
        reached: indexes of every step at which it has ever stood.
        signatures: those that still count, in order; a return to or before their step drops them.
        successor: id of the request whose letter took the place of this one's; empty while none did.
    """

    id: str
    shard: str
    service: str
    pack: str
    filing_office: str
    route: Route
    state: State
    step: int
    head: str
    known: frozenset[str]
    reached: frozenset[int]
    documents: tuple[Blob, ...]
    trail: tuple[Trace, ...]
    frozen: FrozenLetter | None = None
    medium: str = "electronic"
    signatures: tuple[Signature, ...] = ()
    copies: int = 0
    successor: str = ""

    @property
    def at(self) -> Step:
        """The current step."""
        return self.route.steps[self.step]

    @property
    def office(self) -> str:
        """The office of the current step."""
        return self.at.office_for(self.filing_office)

    @property
    def signing_step(self) -> Step | None:
        """The step of the last signature that counts."""
        return self.route.steps[self.signatures[-1].step] if self.signatures else None

    def row(self, kind: ActionKind) -> Row | None:
        """The line of the workflow table that allows this kind now."""
        return row_for(kind, self.state, self.at.act)

    def apply(self, action: Action) -> Request:
        """The request after one more accepted action.

        Raises:
            BrokenLog: the table has no line for it.
        """
        row = self.row(action.kind)
        if row is None or action.request != self.id:
            raise BrokenLog(f"{action.kind} in {self.state}")
        noted = replace(
            self,
            head=action.hash if row.moves_head else self.head,
            known=self.known | {action.hash},
            trail=(*self.trail, _trace(action)),
            documents=(*self.documents, *(blob for blob in action.blobs if blob.document != "letter")),
        )
        return _effects[row.effect](noted, action, row)


def start(action: Action, route: Route) -> Request:
    """The request that a `submit` begins.

    Raises:
        BrokenLog: the action is no submission.
    """
    if action.kind is not ActionKind.SUBMIT or action.request is None:
        raise BrokenLog("a request begins with its submission")
    return Request(
        id=action.request,
        shard=action.shard,
        service=action.text("service"),
        pack=action.pack or "",
        filing_office=action.text("office"),
        route=route,
        state=State.AT_STEP,
        step=1,
        head=action.hash,
        known=frozenset({action.hash}),
        reached=frozenset({0, 1}),
        documents=tuple(blob for blob in action.blobs if blob.document != "letter"),
        trail=(_trace(action),),
    )


def fold(actions: Iterable[Action], route: Route) -> Request:
    """The request that these accepted actions, in the hub's order, make.

    Raises:
        BrokenLog: they are none, or an order no judge could have accepted.
    """
    rest = iter(actions)
    first = next(rest, None)
    if first is None:
        raise BrokenLog("no action")
    request = start(first, route)
    for action in rest:
        request = request.apply(action)
    return request


def _trace(action: Action) -> Trace:
    return Trace(action.id, action.kind, action.author, action.at, action.step, action.text("reason"))


def _forward(request: Request, _action: Action, _row: Row) -> Request:
    if request.step + 1 == len(request.route.steps):
        return replace(request, state=State.SIGNED, frozen=None)
    step = request.step + 1
    return replace(request, state=State.AT_STEP, step=step, frozen=None, reached=request.reached | {step})


def _moved(request: Request, action: Action, row: Row) -> Request:
    """Forward; what was signed on the way counts."""
    signature = _signature(request, action)
    signed = replace(request, signatures=(*request.signatures, signature)) if signature else request
    return _forward(signed, action, row)


def _signature(request: Request, action: Action) -> Signature | None:
    named = {ActionKind.ISSUE: "pdf", ActionKind.SIGN: "signed", ActionKind.SIGNED_ON_PAPER: "scan"}.get(action.kind)
    if named is None:
        return None
    number = request.frozen.number if request.frozen else action.number()
    return Signature(action.text("letter"), action.text(named), request.step, action.author, action.id, number)


def _back(request: Request, action: Action, _row: Row) -> Request:
    step = request.route.index(action.text("to"))
    if step is None or step >= request.step:
        raise BrokenLog("a return goes to an earlier step")
    kept = tuple(signature for signature in request.signatures if signature.step < step)
    return replace(request, state=State.RETURNED, step=step, frozen=None, signatures=kept)


def _to(request: Request, action: Action, row: Row) -> Request:
    state = row.to or request.state
    successor = action.text("by") if action.kind is ActionKind.REPLACE else request.successor
    return replace(request, state=state, frozen=None, successor=successor)


def _stay(request: Request, action: Action, _row: Row) -> Request:
    if action.kind is ActionKind.PREPARE:
        return replace(request, medium=action.text("medium"))
    if action.kind is ActionKind.PRINTED:
        return replace(request, copies=request.copies + 1)
    return request


def _freeze(request: Request, action: Action, _row: Row) -> Request:
    medium = action.text("medium")
    frozen = FrozenLetter(
        action.text("letter"),
        action.text("prepared"),
        action.whole("size"),
        action.text("signer"),
        action.text("assignment"),
        medium,
        action.number(),
    )
    state = State.TO_SIGN_ON_PAPER if medium == "paper" else State.TO_SIGN
    return replace(request, state=state, frozen=frozen, medium=medium)


def _sign(request: Request, action: Action, row: Row) -> Request:
    moved = _moved(request, action, row)
    if action.text("provider") == "own":
        return moved
    return replace(request, state=State.OUTCOME_UNCERTAIN, signatures=moved.signatures)


def _resolve(request: Request, action: Action, row: Row) -> Request:
    if action.text("outcome") == "signed":
        return _forward(request, action, row)
    return replace(request, state=State.TO_SIGN, signatures=request.signatures[:-1])


_effects = {
    Effect.FORWARD: _moved,
    Effect.BACK: _back,
    Effect.STAY: _stay,
    Effect.TO: _to,
    Effect.FREEZE: _freeze,
    Effect.SIGN: _sign,
    Effect.RESOLVE: _resolve,
}

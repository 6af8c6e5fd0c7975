"""The one table of what may happen to a request: by whom, from which state, at which kind of step, and what follows.

The desk greys out a button by it and the hub refuses an action by it; a snapshot of it stands in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from domain.actions import ActionKind
from domain.routes import StepAct


class State(StrEnum):
    """Where a request stands. `DRAFT` lives on one desk only and never in the log."""

    DRAFT = "draft"
    AT_STEP = "at_step"
    RETURNED = "returned"
    TO_SIGN = "to_sign"
    OUTCOME_UNCERTAIN = "outcome_uncertain"
    TO_SIGN_ON_PAPER = "to_sign_on_paper"
    SIGNED = "signed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    HANDED_OVER = "handed_over"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ERASED = "erased"


class Actor(StrEnum):
    """Who may do it."""

    FILING = "filing"
    """Any officer of the office that filed the request."""
    STEP = "step"
    """An officer of the current step's office who meets what the step requires."""
    SIGNING = "signing"
    """An officer who may sign at the step that signed the letter."""
    HUB = "hub"


class Effect(StrEnum):
    """What it does to the state."""

    START = "start"
    FORWARD = "forward"
    """To the next step, or to *signed* after the last."""
    BACK = "back"
    """To the earlier step that the body names: *returned*."""
    STAY = "stay"
    """A fact beside the state."""
    TO = "to"
    """To the state named in the row."""
    FREEZE = "freeze"
    """To *to_sign* or *to_sign_on_paper*, as the letter's medium says."""
    SIGN = "sign"
    """Forward, or to *outcome_uncertain* when a remote provider has still to answer."""
    RESOLVE = "resolve"
    """Forward when the hub found the signature, back to *to_sign* when it found none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `acts` empty: at any kind of step. `moves_head`: its base must be the head."""

    kind: ActionKind
    states: frozenset[State]
    actor: Actor
    effect: Effect
    acts: frozenset[StepAct] = frozenset()
    to: State | None = None
    moves_head: bool = True


_S, _K, _A, _E, _ACT = State, ActionKind, Actor, Effect, StepAct
OPEN: Final = frozenset({_S.AT_STEP, _S.RETURNED, _S.TO_SIGN, _S.TO_SIGN_ON_PAPER})
_WORK: Final = frozenset({_S.AT_STEP, _S.RETURNED})
_DONE: Final = frozenset({_S.SIGNED, _S.HANDED_OVER})
ENDINGS: Final = frozenset({_S.REJECTED, _S.WITHDRAWN, _S.HANDED_OVER, _S.REVOKED, _S.REPLACED, _S.ERASED})
_LATER_ACTS: Final = frozenset({_ACT.VERIFY, _ACT.PARAF, _ACT.APPROVE, _ACT.ISSUE, _ACT.SIGN})
_AT_SIGN: Final = frozenset({_ACT.SIGN})

TABLE: Final[tuple[Row, ...]] = (
    Row(_K.SUBMIT, frozenset({_S.DRAFT}), _A.FILING, _E.START),
    Row(_K.ADD_DOCUMENT, _WORK, _A.FILING, _E.STAY, moves_head=False),
    Row(_K.VERIFY, _WORK, _A.STEP, _E.FORWARD, frozenset({_ACT.VERIFY})),
    Row(_K.PARAF, _WORK, _A.STEP, _E.FORWARD, frozenset({_ACT.PARAF})),
    Row(_K.APPROVE, _WORK, _A.STEP, _E.FORWARD, frozenset({_ACT.APPROVE})),
    Row(_K.APPROVE, frozenset({_S.AT_STEP, _S.TO_SIGN}), _A.STEP, _E.STAY, _AT_SIGN, moves_head=False),
    Row(_K.RETURN, OPEN, _A.STEP, _E.BACK, _LATER_ACTS),
    Row(_K.REJECT, OPEN, _A.STEP, _E.TO, _LATER_ACTS, _S.REJECTED),
    Row(_K.CORRECT, frozenset({_S.RETURNED}), _A.FILING, _E.FORWARD, frozenset({_ACT.FILL})),
    Row(_K.WITHDRAW, OPEN, _A.FILING, _E.TO, to=_S.WITHDRAWN),
    Row(_K.PREPARE, OPEN, _A.STEP, _E.STAY, _AT_SIGN, moves_head=False),
    Row(_K.LETTER_FROZEN, _WORK, _A.HUB, _E.FREEZE, _AT_SIGN, moves_head=False),
    Row(
        _K.LETTER_THAWED,
        frozenset({_S.TO_SIGN, _S.TO_SIGN_ON_PAPER}),
        _A.HUB,
        _E.TO,
        _AT_SIGN,
        _S.AT_STEP,
        moves_head=False,
    ),
    Row(
        _K.LETTER_THAWED,
        frozenset({_S.RETURNED, _S.REJECTED, _S.WITHDRAWN}),
        _A.HUB,
        _E.STAY,
        moves_head=False,
    ),
    Row(_K.SIGN, frozenset({_S.TO_SIGN}), _A.STEP, _E.SIGN, _AT_SIGN),
    Row(_K.ISSUE, _WORK, _A.STEP, _E.FORWARD, frozenset({_ACT.ISSUE})),
    Row(_K.OUTCOME_RESOLVED, frozenset({_S.OUTCOME_UNCERTAIN}), _A.HUB, _E.RESOLVE, moves_head=False),
    Row(_K.SIGNED_ON_PAPER, frozenset({_S.TO_SIGN_ON_PAPER}), _A.STEP, _E.FORWARD, _AT_SIGN),
    Row(_K.SENT_BY_COURIER, frozenset({_S.SIGNED}), _A.SIGNING, _E.STAY, moves_head=False),
    Row(_K.RECEIVED, frozenset({_S.SIGNED}), _A.FILING, _E.STAY, moves_head=False),
    Row(_K.PRINTED, _DONE, _A.FILING, _E.STAY, moves_head=False),
    Row(_K.HAND_OVER, frozenset({_S.SIGNED}), _A.FILING, _E.TO, to=_S.HANDED_OVER),
    Row(_K.REVOKE, _DONE, _A.SIGNING, _E.TO, to=_S.REVOKED),
    Row(_K.REPLACE, _DONE, _A.SIGNING, _E.TO, to=_S.REPLACED),
    Row(
        _K.NUMBER_VOIDED,
        frozenset(State) - {_S.DRAFT},
        _A.HUB,
        _E.STAY,
        moves_head=False,
    ),
    Row(
        _K.ERASED,
        frozenset({_S.SIGNED, _S.REJECTED, _S.WITHDRAWN, _S.HANDED_OVER, _S.REVOKED, _S.REPLACED}),
        _A.HUB,
        _E.TO,
        to=_S.ERASED,
        moves_head=False,
    ),
)


@cache
def open_rows(state: State, act: StepAct | None) -> tuple[Row, ...]:
    """The lines that are open in `state` at a step of kind `act`, one for each kind, in the order of the kinds."""
    found = (row_for(kind, state, act) for kind in ActionKind)
    return tuple(row for row in found if row is not None)


@cache
def row_for(kind: ActionKind, state: State, act: StepAct | None) -> Row | None:
    """The line of the table that allows `kind` in `state` at a step of kind `act`; None when it is not open."""
    return next(
        (row for row in TABLE if row.kind is kind and state in row.states and (not row.acts or act in row.acts)), None
    )

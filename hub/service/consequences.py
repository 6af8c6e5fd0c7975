"""What the hub itself does when it accepts an officer's decision, in the same transaction: thaw, void, use, end.

A letter that nobody will sign is thawed; a number that no letter will bear is void with the reason. A village's letter
that was superseded by a correction, or whose request ended, keeps no life, and neither does its number: two signed
letters under one number must not exist. The number of a letter that is revoked or replaced stays used: it was on paper.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import books
from domain.actions import Action, ActionKind, Json, NumberRef
from domain.books import Number, NumberState
from domain.request import FrozenLetter, Request, Trace
from domain.workflow import State
from hub.service import letter_rows
from hub.service.numbering import Entry, known_number, numbers_of_request, put_number
from hub.service.own_actions import say

if TYPE_CHECKING:
    from hub.service.bench import Bench

_ENDS = frozenset({ActionKind.REJECT, ActionKind.WITHDRAW})
_ENDS_LETTER = {ActionKind.REVOKE: "revoked", ActionKind.REPLACE: "replaced"}
_SIGNS = frozenset({ActionKind.SIGN, ActionKind.SIGNED_ON_PAPER})


def keep_signed(sitting: Bench, action: Action, before: Request | None, after: Request) -> None:
    """Of an action that was accepted before the hub was restored: only rows; what the hub said then comes with it."""
    if action.kind in _SIGNS and before is not None and before.frozen is not None:
        _use(sitting, before, before.frozen, action)
    elif action.kind in _ENDS_LETTER:
        _end_letters(sitting, action, after)


def settle_lost(sitting: Bench, request: Request) -> None:
    """Say what the hub had said after the last decision, where nobody gave it back: a letter thawed, numbers void."""
    key, last = (request.shard, request.id), request.trail[-1]
    live = request.frozen.letter if request.frozen else ""
    for letter in letter_rows.letters_in(sitting.connection, key, "frozen"):
        if letter != live:
            body: dict[str, Json] = {"letter": letter, "reason": last.kind.value, "caused_by": last.action}
            letter_rows.set_state(sitting.connection, key, letter, "thawed")
            row = request.row(ActionKind.LETTER_THAWED)
            if row is not None:
                say(sitting, request, ActionKind.LETTER_THAWED, body)
    if request.state in {State.REJECTED, State.WITHDRAWN}:
        _void_all(sitting, request, last)


def _void_all(sitting: Bench, request: Request, last: Trace) -> None:
    regency = sitting.ground.identity.regency
    for entry in numbers_of_request(sitting.connection, (request.shard, request.id), regency):
        if entry.number.state is not NumberState.VOID:
            voided = replace(entry.number, state=NumberState.VOID, reason=last.kind.value)
            put_number(sitting.connection, replace(entry, number=voided), sitting.now)
            body: dict[str, Json] = {"reason": last.kind.value, "caused_by": last.action}
            ref: dict[str, Json] = {"book": voided.key.book, "year": voided.key.year, "n": voided.n}
            say(sitting, request, ActionKind.NUMBER_VOIDED, {"office": voided.key.office, "number": ref, **body})


def draw_consequences(sitting: Bench, action: Action, before: Request | None, after: Request) -> None:
    """Append what follows from an accepted action of an officer."""
    if action.kind in _SIGNS and before is not None and before.frozen is not None:
        _use(sitting, before, before.frozen, action)
    elif _must_thaw(action, before, after):
        _thaw(sitting, action, before, after)
    if action.kind in _ENDS or action.kind is ActionKind.CORRECT:
        _void(sitting, action, after)
    elif action.kind in _ENDS_LETTER:
        _end_letters(sitting, action, after)


def _must_thaw(action: Action, before: Request | None, after: Request) -> bool:
    if before is None or before.frozen is None:
        return False
    if action.kind is ActionKind.PREPARE:
        return before.frozen.medium != after.medium or before.frozen.signer != action.author
    return after.state in {State.RETURNED, State.REJECTED, State.WITHDRAWN}


def _thaw(sitting: Bench, action: Action, before: Request | None, after: Request) -> None:
    assert before is not None  # noqa: S101 - narrowed by _must_thaw
    assert before.frozen is not None  # noqa: S101 - as above
    body: dict[str, Json] = {"letter": before.frozen.letter, "reason": action.kind.value, "caused_by": action.id}
    say(sitting, after, ActionKind.LETTER_THAWED, body)
    letter_rows.set_state(sitting.connection, (after.shard, after.id), before.frozen.letter, "thawed")


def _use(sitting: Bench, before: Request, frozen: FrozenLetter, action: Action) -> None:
    letter_rows.set_state(sitting.connection, (before.shard, before.id), frozen.letter, "signed")
    number = None if frozen.number is None else known_number(sitting.connection, before.office, frozen.number)
    if number is not None:
        used = books.use(number, number.holder)
        put_number(sitting.connection, Entry(used, before.id, action.step), sitting.now)


def _void(sitting: Bench, action: Action, after: Request) -> None:
    regency = sitting.ground.identity.regency
    for entry in numbers_of_request(sitting.connection, (after.shard, after.id), regency):
        if _lost_its_letter(entry.number, action, after):
            voided = replace(entry.number, state=NumberState.VOID, reason=action.kind.value)
            put_number(sitting.connection, replace(entry, number=voided), sitting.now)
            say(sitting, after, ActionKind.NUMBER_VOIDED, _void_body(voided, action))


def _end_letters(sitting: Bench, action: Action, after: Request) -> None:
    """Note beside each number why its letter counts no more."""
    key = (after.shard, after.id)
    for signature in after.signatures:
        letter_rows.set_state(sitting.connection, key, signature.letter, _ENDS_LETTER[action.kind])
    live = {each.number for each in after.signatures}
    for entry in numbers_of_request(sitting.connection, key, sitting.ground.identity.regency):
        if entry.number.state is NumberState.USED and _ref(entry.number) in live:
            ended = books.end_letter(entry.number, action.kind.value)
            put_number(sitting.connection, replace(entry, number=ended), sitting.now)


def _ref(number: Number) -> NumberRef:
    return NumberRef(number.key.book, number.key.year, number.n)


def _lost_its_letter(number: Number, action: Action, after: Request) -> bool:
    if number.state is NumberState.VOID:
        return False
    if action.kind in _ENDS:
        return True
    live = {each.number for each in after.signatures}
    return number.state is NumberState.USED and _ref(number) not in live


def _void_body(number: Number, action: Action) -> dict[str, Json]:
    ref: dict[str, Json] = {"book": number.key.book, "year": number.key.year, "n": number.n}
    return {"office": number.key.office, "number": ref, "reason": action.kind.value, "caused_by": action.id}

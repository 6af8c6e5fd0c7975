"""The hub's own actions given back to it after a restore: true because its own key signed them, and written again.

Each kind has left rows beside the log; they are made anew from what the action says. What no longer fits, because
something else happened on its request since, is kept and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import structlog

from domain.actions import Action, ActionKind
from domain.books import BookKey, Number, NumberState
from domain.letter_json import from_json
from domain.offices import Office
from domain.request import BrokenLog
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, WaitsFor, conflict, parked
from domain.workflow import Actor
from hub.service import letter_rows
from hub.service.bench import Bench, Ruling
from hub.service.docket import Docket
from hub.service.forgetting import erased_again
from hub.service.identity import bump_config
from hub.service.numbering import Entry, book_columns, known_number, lock_book, put_book, put_number
from hub.store.growing import devices, leases, officer_keys
from hub.store.locking import insert_if_absent
from sync.anchors import GENESIS
from sync.encoding import instant_text, unb64u
from sync.record import Envelope, read_content

log = structlog.get_logger("hub.replaying")


def replay_own(sitting: Bench, envelope: Envelope, action: Action, waited_for: str | None = None) -> Ruling:
    """The ruling on an action of the hub itself that stands in a request."""
    docket = sitting.dockets[action.shard, action.request or ""]
    if docket.request is None or docket.waits_for is not None:
        waits = parked(docket.waits_for or WaitsFor.BASE)
        return sitting.settle(Ruling(envelope, action, waits, waited_for=waited_for), docket)
    if not _fits(sitting, docket, action):
        return sitting.settle(Ruling(envelope, action, conflict("not_open"), waited_for=waited_for), docket)
    office = docket.request.office
    step = docket.request.at.id
    ruling = sitting.settle(Ruling(envelope, action, ACCEPTED, waited_for=waited_for), docket)
    _EFFECTS.get(action.kind, _nothing)(sitting, envelope, action, (office, step))
    return ruling


def _fits(sitting: Bench, docket: Docket, action: Action) -> bool:
    request = docket.request
    row = None if request is None else request.row(action.kind)
    if request is None or row is None or row.actor is not Actor.HUB:
        return False
    try:
        request.apply(action)
    except BrokenLog:
        return False
    return action.kind is not ActionKind.LETTER_FROZEN or not _number_taken(sitting, action, request.office)


def _number_taken(sitting: Bench, action: Action, office: str) -> bool:
    """Whether its number stands on another letter by now: never changed silently, so a person is told."""
    ref = action.number()
    known = None if ref is None else known_number(sitting.connection, office, ref)
    taken = known is not None and not known.holder.startswith(f"{action.request}:")
    if taken:
        log.error("number_given_twice", office=office, request=action.request)
    return taken


def _frozen(sitting: Bench, envelope: Envelope, action: Action, at: tuple[str, str]) -> None:
    office, step = at
    key, ref = (action.shard, action.request or ""), action.number()
    content = read_content(envelope.payload) if envelope.payload is not None else {}
    if "letter" in content:
        letter_rows.put_letter(sitting.connection, key, step, from_json(content["letter"]), sitting.now)
        letter_rows.set_state(sitting.connection, key, action.text("letter"), "frozen")
    if ref is not None:
        book = BookKey(office, ref.book, ref.year)
        _move_book(sitting, book, ref.n)
        number = Number(book, ref.n, NumberState.RESERVED, f"{action.request}:{step}")
        put_number(sitting.connection, Entry(number, action.request, step), sitting.now)


def _move_book(sitting: Bench, key: BookKey, last: int) -> None:
    book = lock_book(sitting.connection, key, _office(sitting, key.office))
    if book.next <= last:
        put_book(sitting.connection, type(book)(key, last + 1))


def _office(sitting: Bench, office: str) -> Office | None:
    return sitting.catalogue.offices.get(office)


def _thawed(sitting: Bench, _envelope: Envelope, action: Action, _at: tuple[str, str]) -> None:
    letter_rows.set_state(sitting.connection, (action.shard, action.request or ""), action.text("letter"), "thawed")


def _voided(sitting: Bench, _envelope: Envelope, action: Action, at: tuple[str, str]) -> None:
    ref = action.number()
    if ref is not None:
        key = BookKey(action.text("office"), ref.book, ref.year)
        _move_book(sitting, key, ref.n)
        known = known_number(sitting.connection, key.office, ref)
        holder = action.request or "" if known is None else known.holder
        number = Number(key, ref.n, NumberState.VOID, holder, action.text("reason"))
        put_number(sitting.connection, Entry(number, action.request, at[1]), sitting.now)


def _erased(sitting: Bench, _envelope: Envelope, action: Action, _at: tuple[str, str]) -> None:
    """What was erased stays erased (UU PDP 27/2022 ps 44), also where the backup still held it."""
    erased_again(sitting, action)


def _nothing(_sitting: Bench, _envelope: Envelope, _action: Action, _at: tuple[str, str]) -> None:
    """A kind that left no rows."""


_EFFECTS: Final[Mapping[ActionKind, Callable[[Bench, Envelope, Action, tuple[str, str]], None]]] = {
    ActionKind.LETTER_FROZEN: _frozen,
    ActionKind.LETTER_THAWED: _thawed,
    ActionKind.NUMBER_VOIDED: _voided,
    ActionKind.ERASED: _erased,
}


def replay_office_action(sitting: Bench, envelope: Envelope, action: Action) -> None:
    """Write an action of the hub that stands in no request: a device, a key, a block of numbers."""
    effect = _OFFICE_EFFECTS.get(action.kind)
    if effect is not None:
        effect(sitting, action)
    sitting.own(envelope, action)


def _enrolled(sitting: Bench, action: Action) -> None:
    office = action.text("office")
    row: dict[str, Any] = {"shard": shard_of_office(office), "device": action.text("device"), "office": office}
    row |= {"public": unb64u(action.text("device_key"), size=32), "state": "active", "last_seen": None}
    row |= {"enrolled_at": instant_text(action.at), "last_verdict": 0, "last_access": 0, "access_link": GENESIS}
    insert_if_absent(sitting.connection, devices, row)


def _key_changed(sitting: Bench, action: Action) -> None:
    office, state = action.text("office"), action.text("state")
    key = {"shard": shard_of_office(office), "key": action.text("key")}
    revoked = instant_text(action.at) if state == "revoked" else None
    row = {**key, "public": unb64u(action.text("public"), size=32), "officer": action.text("officer")}
    row |= {"office": office, "device": action.text("device"), "state": state, "since": instant_text(action.at)}
    if not insert_if_absent(sitting.connection, officer_keys, {**row, "revoked_at": revoked}):
        known = (officer_keys.c.shard == key["shard"], officer_keys.c.key == key["key"])
        mine = (*known, officer_keys.c.state != "revoked")
        values = {"state": state, "revoked_at": revoked}
        sitting.connection.execute(officer_keys.update().where(*mine).values(**values))
    if state == "revoked" and action.text("caused_by") == sitting.ground.identity.hub_id:
        gone = (devices.c.shard == key["shard"], devices.c.device == action.text("device"))
        sitting.connection.execute(devices.update().where(*gone).values(state="revoked"))
    bump_config(sitting.connection)


def _leased(sitting: Bench, action: Action) -> None:
    key = BookKey(action.text("office"), action.text("book"), action.whole("year"))
    _move_book(sitting, key, action.whole("last"))
    row: dict[str, Any] = {**book_columns(key), "lease": action.id, "returned_from": None}
    row |= {"first": action.whole("first"), "last": action.whole("last"), "device": action.text("device")}
    row |= {"incarnation": action.text("incarnation"), "expires": action.text("expires")}
    insert_if_absent(sitting.connection, leases, {**row, "granted_at": instant_text(action.at)})


_OFFICE_EFFECTS: Final[Mapping[ActionKind, Callable[[Bench, Action], None]]] = {
    ActionKind.ENROLLED: _enrolled,
    ActionKind.KEY_CHANGED: _key_changed,
    ActionKind.NUMBER_LEASED: _leased,
}

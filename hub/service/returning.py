"""What desks give back to a hub that was restored: proved by its authors' signatures, judged again, and written.

Nobody is believed about anything but his own signature: an officer's action goes through the same judgement as on the
first day, the hub's own through its key. What the rules refuse now, because something they rest on is not here yet, is
not lost: it waits for a person. A letter that the hub had prepared is prepared again, byte for byte, before any lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, select

from domain.actions import Action, ActionKind
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, REFUSALS, Verdict, WaitsFor
from hub.service import epochs, numbering
from hub.service.bench import Ruling, Sender
from hub.service.consequences import settle_lost
from hub.service.delta import scopes_of_office
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.letter_rows import Revision, put_revision
from hub.service.numbering import books_of, books_of_requests, lock_books
from hub.service.own_actions import now_of
from hub.service.preparing_again import prepare_again
from hub.service.recovering import StillAwaited
from hub.service.release import release
from hub.service.replaying import replay_office_action, replay_own
from hub.service.sitting import Sitting
from hub.service.vetting import Vetted, vet
from hub.service.writing import write_sitting
from hub.store.growing import actions, devices, incarnations
from hub.store.locking import in_order, lock_row
from sync.branches import Branch
from sync.encoding import instant_text, read_instant
from sync.errors import BadSignature, NotAllowed, Unreadable
from sync.protocol import PUSH_MAX, SyncAnswer, SyncRequest, from_wire
from sync.record import Envelope, check_payload, check_signature, read_action
from sync.signatures import make_nonce

_LETTERS_MOST: Final = 8
"""Letters that are prepared again for one request of a desk; the rest comes with its next."""


@dataclass(slots=True)
class _Item:
    """One action that was given back; `own`: this hub said it; `found` as vetted, where an officer made it."""

    envelope: Envelope
    action: Action
    ending: Verdict | None
    own: bool = False
    prepared: Revision | None = None
    found: Vetted | None = None


@dataclass(slots=True)
class _Given:
    items: list[_Item] = field(default_factory=list)
    taken: int = 0


def take_back(ground: Ground, device: tuple[str, str], request: SyncRequest) -> SyncAnswer:
    """Look at what a desk gives back, and say where it stands with this hub.

    Raises:
        NotAllowed: an unknown or revoked device.
        Unreadable: too much at once.
    """
    rows = request.given or []
    if len(rows) > PUSH_MAX:
        raise Unreadable("too much at once")
    given = _fresh(ground, rows)
    with ground.store.writing() as connection:
        began = epochs.restored_at(connection) or instant_text(now_of(ground))
        sitting = Sitting(ground, connection, ground.catalogue(connection), read_instant(began), replaying=True)
        _replay(sitting, device, given.items)
        return _answer(ground, connection, device, request, given.taken)


def _fresh(ground: Ground, rows: Iterable[Any]) -> _Given:
    """What the hub does not have, read and proved to be somebody's; its letters prepared again."""
    given, letters = _Given(), 0
    with ground.store.reading() as connection:
        catalogue = ground.catalogue(connection)
        for wire, code, reason in rows:
            item = _read(wire, Verdict(code, reason) if code in REFUSALS else None)
            if item is not None and not _is_stored(connection, item.action):
                item.own = _is_own(ground, item)
                if item.own and item.action.kind is ActionKind.LETTER_FROZEN:
                    if letters == _LETTERS_MOST:
                        return given
                    item.prepared = prepare_again(ground, catalogue, item.envelope, item.action)
                    letters += 1
                given.items.append(item)
            given.taken += 1
    return given


def _read(wire: Any, ending: Verdict | None) -> _Item | None:
    try:
        envelope = from_wire(wire)
        action = read_action(envelope.action)
        check_payload(envelope, action)
    except Unreadable:
        return None
    return _Item(envelope, action, ending)


def _is_stored(connection: Connection, action: Action) -> bool:
    known = select(actions.c.hash).where(actions.c.shard == action.shard, actions.c.action == action.id)
    return connection.execute(known).first() is not None


def _is_own(ground: Ground, item: _Item) -> bool:
    """Whether this hub itself said it."""
    identity, action = ground.identity, item.action
    if (action.author, action.hub_id, action.key_id) != (identity.hub_id, identity.hub_id, identity.key.key_id):
        return False
    try:
        check_signature(item.envelope, identity.key.public)
    except BadSignature:
        return False
    return True


def _replay(sitting: Sitting, device: tuple[str, str], items: list[_Item]) -> None:
    connection = sitting.connection
    for item in items:
        if item.own and item.action.request is None and not _is_stored(connection, item.action):
            replay_office_action(sitting, item.envelope, item.action)
    proved = [item for item in items if (item.action.request if item.own else _vet(sitting, item))]
    _lock(sitting, device, proved)
    for item in proved:
        if not _is_stored(connection, item.action):
            _replay_one(sitting, device, item)
    write_sitting(sitting)


def _vet(sitting: Sitting, item: _Item) -> bool:
    """Whether an officer of this hub signed it; bytes of strangers make no rows."""
    ground, catalogue = sitting.ground, sitting.catalogue
    found = vet(sitting.connection, (0, item.envelope), ground.identity, catalogue, sitting.now)
    item.found = found
    return bool(found.office) and found.verdict.reason not in {"bad_author_signature", "other_hub", "other_shard"}


def _lock(sitting: Sitting, device: tuple[str, str], items: list[_Item]) -> None:
    """Devices, requests, books: the order in which everybody locks."""
    connection = sitting.connection
    senders = {(shard_of_office(item.found.office), item.found.device) for item in items if item.found}
    for shard, name in in_order({device, *senders}):
        row = lock_row(connection, devices, {"shard": shard, "device": name})
        if (shard, name) == device and (row is None or row.state != "active"):
            raise NotAllowed("an unknown or revoked device")
    sitting.open((item.action.shard, item.action.request) for item in items if item.action.request)
    _look_past_what_is_new(sitting)
    books = [book for item in items if item.found for book in books_of(item.found)]
    books += books_of_requests(connection, sitting.dockets, sitting.ground.identity.regency)
    lock_books(connection, books, sitting.catalogue.offices)


def _look_past_what_is_new(sitting: Sitting) -> None:
    """What waits here since the restore came later than what is given back now, or waits for just that."""
    began = instant_text(sitting.now)
    for docket in sitting.dockets.values():
        later = docket.waits_for is WaitsFor.BASE or not docket.waited_before(sitting.connection, began)
        docket.waits_for = None if later else docket.waits_for


def _replay_one(sitting: Sitting, device: tuple[str, str], item: _Item) -> None:
    found, action = item.found, item.action
    if found is None:
        ruling = replay_own(sitting, item.envelope, action)
        if item.prepared is not None and ruling.verdict == ACCEPTED:  # what waits is prepared when it is released
            put_revision(sitting.connection, (action.shard, action.request or ""), item.prepared, sitting.now)
        return
    began = instant_text(sitting.now)
    sender = Sender(shard_of_office(found.office), found.device, found.office, "", began)
    if item.ending is None:
        sitting.judge(found, sender)
    elif (sender.shard, sender.device) == device:
        numbering.settle_number(sitting, found, item.ending)
        docket = sitting.dockets.get((action.shard, action.request or ""))
        sitting.settle(Ruling(item.envelope, action, item.ending, sender, 0, found.office), docket)


def _answer(
    ground: Ground, connection: Connection, device: tuple[str, str], request: SyncRequest, taken: int
) -> SyncAnswer:
    identity, now = ground.identity, now_of(ground)
    row = lock_row(connection, devices, {"shard": device[0], "device": device[1]})
    if row is None:
        raise NotAllowed("an unknown device")
    if not set(request.cursor) <= set(scopes_of_office(row.office, identity.regency)):
        raise NotAllowed("a scope of another office")
    key = {"shard": device[0], "device": device[1], "incarnation": request.incarnation}
    life = lock_row(connection, incarnations, key)
    points = epochs.branch_points(connection, request.epoch, request.cursor)
    branch = Branch(
        cursor={scope: (point.seq, point.anchor) for scope, point in points.items()},
        acked=0 if life is None else int(life.last_seq),
        verdict_seen=epochs.verdicts_before(connection, request.epoch, device[1]),
        access_acked=epochs.access_before(connection, request.epoch, device[1]),
        taken=taken,
    )
    return SyncAnswer(
        epoch=identity.epoch,
        ack_through=branch.acked,
        hub_now=instant_text(now),
        nonce=make_nonce(now, device[1], ground.data_key.derive("nonce")),
        config_version=str(ground.catalogue(connection).version),
        cursor={},
        branch=branch,
    )


def resume(ground: Ground, job: Job) -> None:
    """Go on with a request for which computers were awaited: say what nobody gave back, judge what waited.

    Raises:
        StillAwaited: one of them has not come back.
    """
    key = (job.shard, job.request)
    with ground.store.writing() as connection:
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        sitting.open([key])
        docket = sitting.dockets[key]
        if sitting.is_held(docket):
            raise StillAwaited
        if docket.request is not None:
            lock_books(
                connection, books_of_requests(connection, [key], ground.identity.regency), sitting.catalogue.offices
            )
            settle_lost(sitting, docket.request)
        docket.waits_for = None  # what waits is judged in a moment, and must not ask for this job again
        write_sitting(sitting)
    release(ground, key)

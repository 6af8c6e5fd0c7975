"""One request of a desk, one transaction: lock, judge, write, read, commit, answer (`docs/protocol`: The hub).

Doing it twice is doing it once: what is already stored is answered with its stored verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from domain.reasons import SET_ASIDE
from domain.scopes import shard_of_office
from domain.verdicts import invalid
from hub.service import delta, snapshots, verdict_book
from hub.service.access import take_access
from hub.service.bench import Sender
from hub.service.catalogue import Catalogue
from hub.service.epochs import durable_in, durable_names
from hub.service.ground import Ground
from hub.service.identity import CONFIG_VERSION, named_settings, version_in
from hub.service.jobs import hasten
from hub.service.leasing import first_leases
from hub.service.numbering import books_of, books_of_requests, lock_books
from hub.service.own_actions import now_of
from hub.service.recovering import note_return
from hub.service.returning import take_back
from hub.service.sitting import Sitting
from hub.service.telling_ranges import tell_ranges
from hub.service.vetting import Item, Vetted, vet_all
from hub.service.writing import write_sitting
from hub.store import rows
from hub.store.growing import actions, dead_letters, devices, envelopes, incarnations
from hub.store.locking import insert_if_absent, lock_row
from hub.store.many import among
from sync.encoding import b64u, instant_text
from sync.errors import DeviceFork, EpochChanged, Gap, NotAllowed, TooNew, TooOld, Unreadable
from sync.protocol import ACCESS_MAX, PROTO_READ, PUSH_MAX, SyncAnswer, SyncRequest, from_wire
from sync.record import Envelope
from sync.signatures import make_nonce
from sync.stumbling import names_set_aside

_KNOWN: Final = select(actions).where(*rows.by_key(actions, "shard"), among(actions.c.action, "ids"))
_LIFE: Final = re.compile(r"[!-~]{1,100}")
"""The name of a life of a desk."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device as its signature proved it: the shard is in its id, because everything looked up begins with one."""

    shard: str
    device: str


def device_of(device_id: str) -> Device:
    """The device that an id names; its shard stands before the first hyphen.

    Raises:
        NotAllowed: no id of ours.
    """
    shard, hyphen, _ = device_id.partition("-")
    if not hyphen:
        raise NotAllowed("an unknown device")
    return Device(shard, device_id)


def exchange(ground: Ground, device: Device, request: SyncRequest) -> SyncAnswer:
    """Take in what the desk pushes, judge it, and answer with what it has not read yet.

    Raises:
        TooOld, TooNew, NotAllowed, EpochChanged, Gap, DeviceFork, HistoryRewritten: nothing of the request was taken.
    """
    _check(ground, device, request)
    if request.given is not None:
        return take_back(ground, (device.shard, device.device), request)
    if request.ranges is not None:
        return tell_ranges(ground, (device.shard, device.device), request, request.ranges)
    answer = _taken_in(ground, device, request)
    if answer is None:
        begin_life(ground, device, request.incarnation)
        answer = _taken_in(ground, device, request)
    assert answer is not None, "its life was begun"  # noqa: S101 - by begin_life
    return answer


def _taken_in(ground: Ground, device: Device, request: SyncRequest) -> SyncAnswer | None:
    """All of it in one transaction; None, and nothing done, for a life that was never heard of."""
    with ground.store.writing() as connection:
        now = now_of(ground)
        said = named_settings(connection, (CONFIG_VERSION, *durable_names(request.cursor)))
        catalogue = ground.catalogue_of(connection, version_in(said))
        life = _life(connection, device, request.incarnation)
        if life is None:
            return None
        sender = life.sender
        if note_return(connection, ground.identity, sender.device, now):
            hasten(connection, _shards(sender, catalogue), now)
        items = _fresh_items(connection, sender, request, life.last_seq)
        sitting = Sitting(ground, connection, catalogue, now)
        access = take_access(sitting.sheaf, sender, request.access, life.access, now)
        _take_in(sitting, sender, items)
        sitting.sheaf.write(connection)
        through = max(life.last_seq, items[-1][0] if items else 0)
        taken = _Taken(through, access, durable_in(said, request.cursor))
        return _answer(sitting, sender, request, taken)


@dataclass(frozen=True, slots=True)
class _Life:
    """A life of a device as its locked rows know it; `access`: the last of its access log and its link."""

    sender: Sender
    last_seq: int
    access: tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class _Taken:
    through: int
    access: tuple[int, bytes]
    durable: dict[str, int]


def begin_life(ground: Ground, device: Device, incarnation: str) -> None:
    """Note a life of a desk that was never heard of, and give it its first numbers, in a transaction of its own."""
    key = {"shard": device.shard, "device": device.device, "incarnation": incarnation}
    with ground.store.writing() as connection:
        row = lock_row(connection, devices, {"shard": device.shard, "device": device.device})
        if row is None or row.state != "active":
            raise NotAllowed("an unknown or revoked device")
        now = now_of(ground)
        started = {"last_seq": 0, "started_at": instant_text(now)}
        if insert_if_absent(connection, incarnations, {**key, **started}):
            sitting = Sitting(ground, connection, ground.catalogue(connection), now)
            first_leases(sitting, Sender(device.shard, device.device, row.office, incarnation, instant_text(now)))
            write_sitting(sitting)


def _check(ground: Ground, device: Device, request: SyncRequest) -> None:
    if request.proto not in PROTO_READ:
        raise (TooOld if request.proto < min(PROTO_READ) else TooNew)(f"proto {request.proto}")
    if request.device_id != device.device:
        raise NotAllowed("another device's request")
    if request.given is None and request.epoch not in {0, ground.identity.epoch}:
        raise EpochChanged(ground.identity.epoch)
    if len(request.push) > PUSH_MAX or len(request.access) > ACCESS_MAX:
        raise Unreadable("too much at once")
    if not _LIFE.fullmatch(request.incarnation):
        raise Unreadable("a life without a name")


def _life(connection: Connection, device: Device, incarnation: str) -> _Life | None:
    """Lock the device's row first of all; None for a life that was never heard of."""
    row = lock_row(connection, devices, {"shard": device.shard, "device": device.device})
    if row is None or row.state != "active":
        raise NotAllowed("an unknown or revoked device")
    key = {"shard": device.shard, "device": device.device, "incarnation": incarnation}
    life = lock_row(connection, incarnations, key)
    if life is None:
        return None
    sender = Sender(device.shard, device.device, row.office, incarnation, life.started_at)
    return _Life(sender, int(life.last_seq), (int(row.last_access), bytes(row.access_link)))


def _fresh_items(connection: Connection, sender: Sender, request: SyncRequest, last_seq: int) -> list[Item]:
    """What of the push was not taken in before; what was must be the very same bytes."""
    known = _known_hashes(connection, sender, [each.device_seq for each in request.push if each.device_seq <= last_seq])
    fresh: list[Item] = []
    for each in request.push:
        envelope = _envelope(each.envelope)
        if each.device_seq <= last_seq:
            if known.get(each.device_seq) != envelope.hash:
                raise DeviceFork(f"another action in place {each.device_seq}")
        elif each.device_seq != last_seq + 1 + len(fresh):
            raise Gap(last_seq)
        else:
            fresh.append((each.device_seq, envelope))
    return fresh


def _envelope(wire: Any) -> Envelope:
    """The envelope; texts that cannot be read leave an envelope that no judge accepts."""
    try:
        return from_wire(wire)
    except Unreadable:
        return Envelope(bytes(wire.action), b"", None)


def _known_hashes(connection: Connection, sender: Sender, places: list[int]) -> dict[int, str]:
    if not places:
        return {}
    where = (
        envelopes.c.shard == sender.shard,
        envelopes.c.device == sender.device,
        envelopes.c.incarnation == sender.incarnation,
        envelopes.c.device_seq.in_(places),
    )
    found = connection.execute(select(envelopes.c.device_seq, envelopes.c.hash).where(*where))
    return {row.device_seq: row.hash for row in found}


def _take_in(sitting: Sitting, sender: Sender, items: list[Item]) -> None:
    if not items:
        return
    connection, identity = sitting.connection, sitting.ground.identity
    vetted = vet_all(connection, items, identity, sitting.catalogue, sitting.now)
    life = {"shard": sender.shard, "device": sender.device, "incarnation": sender.incarnation}
    places = [{"device_seq": device_seq, "hash": envelope.hash} for device_seq, envelope in items]
    sitting.sheaf.add(envelopes, [life | place for place in places])
    sitting.sheaf.change(incarnations, tuple(life), [life | {"last_seq": items[-1][0]}])
    judged = [found for found in vetted if _is_judged(found)]
    keys = {(found.action.shard, found.action.request) for found in judged if found.action and found.action.request}
    sitting.open((shard, request) for shard, request in keys if request)
    books = [book for found in judged for book in books_of(found)]
    known_before = (key for key, docket in sitting.dockets.items() if not docket.is_new)
    books += books_of_requests(connection, known_before, identity.regency)
    lock_books(connection, books, sitting.catalogue.offices)
    known = _Known(_stored(connection, vetted))
    twice = [found for found in vetted if not _take_one(sitting, sender, found, known)]
    write_sitting(sitting)
    stored = _stored(connection, twice)
    for found in twice:
        if found.action is not None:
            _repeat(connection, sender, found.device_seq, stored[found.action.shard, found.action.id])
            sitting.told = ()  # not all that was told


def _is_judged(found: Vetted) -> bool:
    """Whether the request's row is needed: not for bytes of strangers, who could make rows without end."""
    return found.action is not None and bool(found.office) and found.verdict.reason != "other_shard"


@dataclass(frozen=True, slots=True)
class _Known:
    """Actions that are stored already, and the hashes of those that this batch has brought."""

    stored: dict[tuple[str, str], Row[Any]]
    seen: dict[str, str] = field(default_factory=dict)


def _take_one(sitting: Sitting, sender: Sender, found: Vetted, known: _Known) -> bool:
    """Deal with one action; False when the same batch has it twice and its verdict is not stored yet."""
    action = found.action
    if action is None:
        _bury(sitting, sender, found, SET_ASIDE if names_set_aside(found.envelope.action) else found.verdict.reason)
        return True
    stored = known.stored.get((action.shard, action.id))
    known_hash = stored.hash if stored is not None else known.seen.get(action.id)
    if known_hash not in {None, action.hash}:
        _bury(sitting, sender, found, "duplicate_id")
    elif stored is not None:
        _repeat(sitting.connection, sender, found.device_seq, stored)
    elif action.id in known.seen:
        return False
    else:
        known.seen[action.id] = action.hash
        sitting.judge(found, sender)
    return True


def _stored(connection: Connection, wanted: Sequence[Vetted]) -> dict[tuple[str, str], Row[Any]]:
    """What is stored of these actions, by shard and id."""
    keys = {(found.action.shard, found.action.id) for found in wanted if found.action is not None}
    found = dict[tuple[str, str], Row[Any]]()
    for shard in {shard for shard, _ in keys}:
        asked = {**rows.keyed(shard=shard), "ids": [action for own, action in keys if own == shard]}
        found |= {(shard, row.action): row for row in connection.execute(_KNOWN, asked)}
    return found


def _repeat(connection: Connection, sender: Sender, device_seq: int, stored: Row[Any]) -> None:
    """The stored verdict again; a later final verdict goes to where the action came last."""
    mine = (actions.c.shard == stored.shard, actions.c.action == stored.action)
    life = {"device_shard": sender.shard, "device": sender.device, "incarnation": sender.incarnation}
    connection.execute(actions.update().where(*mine).values(**life, device_seq=device_seq))
    verdict_book.repeat_verdict(connection, sender, device_seq, stored)


def _bury(sitting: Sitting, sender: Sender, found: Vetted, reason: str) -> None:
    """Keep what cannot be judged for the administrator, and say so."""
    key = {"shard": sender.shard, "device": sender.device, "incarnation": sender.incarnation}
    row = {"device_seq": found.device_seq, "envelope": found.envelope.action, "reason": reason}
    received = instant_text(sitting.now)
    insert_if_absent(sitting.connection, dead_letters, {**key, **row, "received_at": received})
    told = (found.envelope.hash, invalid(reason))
    verdict_book.put_unreadable(sitting.connection, sender, found.device_seq, told)


def _answer(sitting: Sitting, sender: Sender, request: SyncRequest, taken: _Taken) -> SyncAnswer:
    ground, connection, identity = sitting.ground, sitting.connection, sitting.ground.identity
    found = delta.read_delta(connection, sender, request, identity.regency, sitting.entered)
    told = verdict_book.read_verdicts(connection, sender, request.verdict_seen, sitting.told)
    shards = _shards(sender, sitting.catalogue)
    return SyncAnswer(
        epoch=identity.epoch,
        ack_through=taken.through,
        hub_now=instant_text(sitting.now),
        nonce=make_nonce(sitting.now, sender.device, ground.data_key.derive("nonce")),
        config_version=str(sitting.catalogue.version),
        cursor=found.cursor,
        verdicts=told,
        actions=found.entries,
        more=found.more or len(told) >= verdict_book.MOST,
        durable_through=taken.durable,
        missing_blobs=delta.missing_blobs(connection, sender, shards),
        access_ack=taken.access[0],
        access_link=b64u(taken.access[1]),
        next_after=0,
        snapshot=snapshots.offer(ground, connection, sender, request),
    )


def _shards(sender: Sender, catalogue: Catalogue) -> tuple[str, ...]:
    """Where requests of this office may stand: its own shard; for an agency every shard of the regency."""
    own = shard_of_office(sender.office)
    return tuple({own, *catalogue.shards}) if own.count(".") == 1 else (own,)

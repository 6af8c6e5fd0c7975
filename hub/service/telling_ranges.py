"""What the hub tells a desk that repairs its copy of the log: anchors of places, and the entries of a range.

It changes nothing of the record: only that a desk had to fetch entries again is noted for the administrator. A desk is
told of its own scopes only, as in an exchange (`hub.service.delta`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select

from domain.scopes import shard_of_office
from hub.service import delta
from hub.service.bench import ScopeKey, Sender
from hub.service.ground import Ground
from hub.service.identity import put_setting, setting
from hub.service.own_actions import now_of
from hub.store import rows
from hub.store.growing import devices, entries, scopes
from hub.store.reference import settings
from sync.anchors import GENESIS
from sync.encoding import b64u, instant_text, read_instant
from sync.errors import NotAllowed, Unreadable
from sync.protocol import ANSWER_BYTES, EntryRow, SyncAnswer, SyncRequest
from sync.ranges import PLACES_MAX, RangeAnswer, RangeQuery
from sync.signatures import make_nonce

_Places = list[tuple[int, str]]
_REPAIR: Final = "repair:"
_APART: Final = timedelta(hours=1)


def tell_ranges(ground: Ground, device: tuple[str, str], request: SyncRequest, asked: RangeQuery) -> SyncAnswer:
    """Answer a question about places of the log.

    Raises:
        NotAllowed: an unknown or revoked device, or a scope of another office.
        Unreadable: more places than one question may name, or a range that is none.
    """
    _check(asked)
    with ground.store.reading() as connection:
        sender = _sender(connection, device, request.incarnation)
        readable = delta.scopes_of_office(sender.office, ground.identity.regency)
        wanted = {*asked.places, asked.scope} - {""}
        if not wanted <= set(readable):
            raise NotAllowed("a scope of another office")
        found, last = _range(connection, readable, asked)
        told = RangeAnswer(
            anchors={scope: _anchors(connection, readable[scope], seqs) for scope, seqs in asked.places.items()} | last,
            heads={scope: _head(connection, readable[scope]) for scope in wanted},
        )
        version = str(ground.catalogue(connection).version)
    now = now_of(ground)
    if asked.scope:
        _note_repair(ground, f"{sender.office} ({sender.device})", now)
    return SyncAnswer(
        epoch=ground.identity.epoch,
        ack_through=0,
        hub_now=instant_text(now),
        nonce=make_nonce(now, device[1], ground.data_key.derive("nonce")),
        config_version=version,
        cursor={},
        actions=found,
        ranges=told,
    )


def _note_repair(ground: Ground, desk: str, now: datetime) -> None:
    """Once an hour for each desk: a repair is many questions, and the settings are shared by all."""
    with ground.store.writing() as connection:
        before = setting(connection, _REPAIR + desk)
        if not before or now - read_instant(before) > _APART:
            put_setting(connection, _REPAIR + desk, instant_text(now))


def repairs_since(connection: Connection, since: datetime) -> list[str]:
    """The desks, with their offices, that fetched entries again which their own copy had lost."""
    named = settings.c.name.startswith(_REPAIR)
    found = connection.execute(select(settings).where(named, settings.c.setting > instant_text(since)))
    return [row.name.removeprefix(_REPAIR) for row in found]


def _check(asked: RangeQuery) -> None:
    if sum(map(len, asked.places.values())) > PLACES_MAX:
        raise Unreadable("too many places at once")
    if asked.scope and asked.after >= asked.through:
        raise Unreadable("a range without places")


def _sender(connection: Connection, device: tuple[str, str], incarnation: str) -> Sender:
    row = rows.find(connection, devices, {"shard": device[0], "device": device[1]})
    if row is None or row.state != "active":
        raise NotAllowed("an unknown or revoked device")
    return Sender(shard_of_office(row.office), device[1], row.office, incarnation, "")


def _range(
    connection: Connection, readable: Mapping[str, ScopeKey], asked: RangeQuery
) -> tuple[list[EntryRow], dict[str, _Places]]:
    if not asked.scope:
        return [], {}
    found, last = delta.read_range(connection, readable[asked.scope], (asked.after, asked.through), ANSWER_BYTES)
    return found, {asked.scope: [] if last is None else [(last.seq, last.anchor)]}


def _anchors(connection: Connection, key: ScopeKey, seqs: list[int]) -> _Places:
    here = (entries.c.shard == key[0], entries.c.scope == key[1], entries.c.seq.in_(seqs))
    found = connection.execute(select(entries.c.seq, entries.c.anchor).where(*here).order_by(entries.c.seq))
    return [(int(row.seq), b64u(bytes(row.anchor))) for row in found]


def _head(connection: Connection, key: ScopeKey) -> tuple[int, str]:
    found = rows.find(connection, scopes, {"shard": key[0], "scope": key[1]})
    return (0, b64u(GENESIS)) if found is None else (int(found.seq), b64u(bytes(found.anchor)))

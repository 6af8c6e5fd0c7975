"""What can be said about an action from its bytes alone, before any lock: who made it, is it whole, is it well formed.

The state of its request is judged later, under the request's lock, by `domain.judging`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from domain.actions import Action, ActionKind
from domain.bodies import shape_problem
from domain.posts import Interval
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, Verdict, WaitsFor, forbidden, invalid, parked
from hub.service.answers import answers_problem
from hub.service.catalogue import Catalogue
from hub.service.identity import Identity
from hub.store.growing import officer_keys
from hub.store.many import among
from sync.encoding import read_instant
from sync.errors import BadSignature, Unreadable
from sync.reading import LaterKind
from sync.record import Envelope, check_payload, check_signature, read_action, read_content

GRACE = timedelta(days=14)
"""How long after a key was revoked the hub still takes what it signed before; later a supervisor decides."""
_KEYS: Final = select(officer_keys).where(among(officer_keys.c.shard, "shards"), among(officer_keys.c.key, "keys"))

Item = tuple[int, Envelope]
"""An envelope in its place of the sender's queue."""
_NAMED_BY = {ActionKind.ISSUE: "pdf", ActionKind.SIGNED_ON_PAPER: "scan"}
"""Kinds whose body names bytes that must stand among the action's blobs, so that they are sent and may be read."""


@dataclass(frozen=True, slots=True)
class Vetted:
    """One received action and what its bytes alone have shown.

    Attributes:
        device_seq: its place in the sender's queue.
        action: None when the bytes are no action.
        content: the personal part of its payload.
        office: the office of the author's key.
        device: the device of the author's key.
        known_since: when the hub certified the key; the act cannot be earlier.
        verdict: accepted so far, or the ending that its bytes already decide.
    """

    device_seq: int
    envelope: Envelope
    action: Action | None
    verdict: Verdict
    content: dict[str, Any] | None = None
    office: str = ""
    device: str = ""
    known_since: datetime | None = None
    received: datetime | None = None

    def interval(self, now: datetime) -> Interval:
        """The time in which the act happened: from the last hub time that its desk knew to the receipt."""
        heard = self.action.hub_at if self.action else None
        end = self.received or now
        start = heard or self.known_since or end
        return Interval(min(start, end), end)


def vet(connection: Connection, item: Item, identity: Identity, catalogue: Catalogue, now: datetime) -> Vetted:
    """Read an action and check everything that needs no state of its request; `now` is when it was received."""
    return vet_all(connection, [item], identity, catalogue, now)[0]


def vet_all(
    connection: Connection, items: Sequence[Item], identity: Identity, catalogue: Catalogue, now: datetime
) -> list[Vetted]:
    """The same of several, in order."""
    read = [_read(envelope) for _, envelope in items]
    keys = _keys(connection, [action for action in read if not isinstance(action, str)], identity)
    found: list[Vetted] = []
    for (device_seq, envelope), action in zip(items, read, strict=True):
        if isinstance(action, str):
            found.append(Vetted(device_seq, envelope, None, invalid(action)))
            continue
        key = keys.get((action.shard, action.key_id)) or keys.get((identity.regency, action.key_id))
        verdict, content = _vetted(envelope, action, key, identity, catalogue)
        one = Vetted(device_seq, envelope, action, verdict)
        found.append(one if key is None else _by_key(one, key, content, now))
    return found


def _read(envelope: Envelope) -> Action | str:
    """The action, or the reason why this program reads none: its desk may run a later one."""
    try:
        return read_action(envelope.action)
    except LaterKind:
        return "later_kind"
    except Unreadable:
        return "unreadable"


def _by_key(found: Vetted, key: Row[Any], content: dict[str, Any] | None, now: datetime) -> Vetted:
    """What was found, with what the author's key adds to it."""
    action = found.action
    assert action is not None  # noqa: S101 - unreadable bytes have no key
    verdict = found.verdict if found.verdict.refused else _key_verdict(key, action, now)
    since = read_instant(key.since)
    return replace(
        found, verdict=verdict, content=content, office=key.office, device=key.device, known_since=since, received=now
    )


def _keys(connection: Connection, found: Sequence[Action], identity: Identity) -> dict[tuple[str, str], Row[Any]]:
    """The authors' keys; each stands in the shard of its office, which is the action's or the regency's."""
    if not found:
        return {}
    shards = sorted({identity.regency, *(action.shard for action in found)})
    asked = {"shards": shards, "keys": sorted({action.key_id for action in found})}
    return {(row.shard, row.key): row for row in connection.execute(_KEYS, asked)}


def _vetted(
    envelope: Envelope, action: Action, key: Row[Any] | None, identity: Identity, catalogue: Catalogue
) -> tuple[Verdict, dict[str, Any] | None]:
    if action.hub_id != identity.hub_id:
        return invalid("other_hub"), None
    if action.author == identity.hub_id:
        return invalid("kind_of_other_author"), None
    if key is None:
        return forbidden("unknown_key"), None
    if key.officer != action.author or key.officer not in catalogue.officers:
        return forbidden("unknown_author"), None
    try:
        check_signature(envelope, bytes(key.public))
    except BadSignature:
        return invalid("bad_author_signature"), None
    problem = shape_problem(action, author_is_hub=False) or _named_bytes_problem(action)
    if problem:
        return invalid(problem), None
    return _content(envelope, action, key, catalogue)


def _named_bytes_problem(action: Action) -> str | None:
    field = _NAMED_BY.get(action.kind)
    if field is None or action.text(field) in {blob.sha256 for blob in action.blobs}:
        return None
    return "body_does_not_fit"


def _content(
    envelope: Envelope, action: Action, key: Row[Any], catalogue: Catalogue
) -> tuple[Verdict, dict[str, Any] | None]:
    try:
        if not check_payload(envelope, action):
            return invalid("bad_payload"), None
        content = None if envelope.payload is None else read_content(envelope.payload)
    except Unreadable:
        return invalid("bad_payload"), None
    if not _shard_fits(action, key.office):
        return invalid("other_shard"), None
    problem = answers_problem(action, content or {}, catalogue)
    return (invalid(problem) if problem else ACCEPTED), content


def _shard_fits(action: Action, office: str) -> bool:
    """A village and a kecamatan write in their own shard only; an agency also in those whose requests reach it."""
    own = shard_of_office(office)
    return action.shard == own or (own.count(".") == 1 and action.shard.startswith(f"{own}.") and bool(action.request))


def _key_verdict(key: Row[Any], action: Action, now: datetime) -> Verdict:
    if key.revoked_at is None:
        return ACCEPTED
    revoked = read_instant(key.revoked_at)
    if action.at >= revoked:
        return forbidden("revoked_key")
    return ACCEPTED if now <= revoked + GRACE else parked(WaitsFor.AUTHORITY)

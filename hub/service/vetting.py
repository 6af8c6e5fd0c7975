"""What can be said about an action from its bytes alone, before any lock: who made it, is it whole, is it well formed.

The state of its request is judged later, under the request's lock, by `domain.judging`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select

from domain.actions import Action, ActionKind
from domain.bodies import shape_problem
from domain.posts import Interval
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, Verdict, WaitsFor, forbidden, invalid, parked
from hub.service.answers import answers_problem
from hub.service.catalogue import Catalogue
from hub.service.identity import Identity
from hub.store import rows
from hub.store.growing import officer_keys
from sync.encoding import read_instant
from sync.errors import BadSignature, Unreadable
from sync.record import Envelope, check_payload, check_signature, read_action, read_content

GRACE = timedelta(days=14)
"""How long after a key was revoked the hub still takes what it signed before; later a supervisor decides."""
_KEY: Final = select(officer_keys).where(
    officer_keys.c.shard.in_(bindparam("shards", expanding=True)), *rows.by_key(officer_keys, "key")
)

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


def vet(
    connection: Connection, item: tuple[int, Envelope], identity: Identity, catalogue: Catalogue, now: datetime
) -> Vetted:
    """Read an action and check everything that needs no state of its request; `now` is when it was received."""
    device_seq, envelope = item
    try:
        action = read_action(envelope.action)
    except Unreadable:
        return Vetted(device_seq, envelope, None, invalid("unreadable"))
    key = _key_row(connection, action, identity)
    verdict, content = _vetted(envelope, action, key, identity, catalogue)
    if key is None:
        return Vetted(device_seq, envelope, action, verdict)
    verdict = verdict if verdict.refused else _key_verdict(key, action, now)
    since = read_instant(key.since)
    return Vetted(device_seq, envelope, action, verdict, content, key.office, key.device, since, now)


def _key_row(connection: Connection, action: Action, identity: Identity) -> Row[Any] | None:
    """The author's key; it stands in the shard of its office, which is the action's or the regency's."""
    asked = {"shards": [action.shard, identity.regency], **rows.keyed(key=action.key_id)}
    return connection.execute(_KEY, asked).first()


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

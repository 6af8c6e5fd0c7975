"""Actions of which the hub is the author: signed with its own key, each naming what caused it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from domain.actions import ActionKind, Json
from domain.request import Request
from hub.service.ground import Ground
from sync.record import Draft, Envelope, make, read_action

if TYPE_CHECKING:
    from hub.service.bench import Bench, Ruling


def say(
    sitting: Bench,
    request: Request,
    kind: ActionKind,
    body: Mapping[str, Json],
    content: Mapping[str, Any] | None = None,
) -> Ruling:
    """Append an action of the hub to a request that lies under its lock. It leaves the request's head alone."""
    ground, now = sitting.ground, sitting.now
    draft = Draft(
        hub_id=ground.identity.hub_id,
        id=ground.world.new_id(),
        shard=request.shard,
        request=request.id,
        kind=kind,
        base=request.head,
        author=ground.identity.hub_id,
        at=now,
        hub_at=now,
        step=request.at.id,
        pack=request.pack,
        body=body,
    )
    return _ruled(sitting, make(draft, content, ground.identity.key, ground.world.token_bytes))


def say_without_request(sitting: Bench, shard: str, kind: ActionKind, body: Mapping[str, Json]) -> Ruling:
    """Append an action of the hub to an office's scope or to the configuration."""
    ground, now = sitting.ground, sitting.now
    draft = Draft(
        hub_id=ground.identity.hub_id,
        id=ground.world.new_id(),
        shard=shard,
        request=None,
        kind=kind,
        base=None,
        author=ground.identity.hub_id,
        at=now,
        hub_at=now,
        body=body,
    )
    return _ruled(sitting, make(draft, None, ground.identity.key, ground.world.token_bytes))


def _ruled(sitting: Bench, envelope: Envelope) -> Ruling:
    return sitting.own(envelope, read_action(envelope.action))


def now_of(ground: Ground) -> datetime:
    """The hub's time, cut to milliseconds as actions carry it."""
    now = ground.world.now()
    return now.replace(microsecond=now.microsecond // 1000 * 1000)

"""What the hub's administrator and heads of offices do while desks are under way: posts that end, keys revoked."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, Final

from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.service.exchange import device_of
from hub.service.keyring import decide_key
from hub.service.uploads import sender_of
from resources.packs import open_packs
from simulation.places import SERVICES, assignment
from simulation.worlds import World
from sync.encoding import instant_text
from sync.keys import CONFIRM, SigningKey, key_decision

_MOVABLE: Final = ("clerk-2", "kasi-kesra", "kasi-kesos", "sekcam", "clerk")
_HEADS: Final = {"kecamatan": "camat", "second kecamatan": "camat", "village": "kades", "other village": "kades-b"}


def end_post(world: World, chance: random.Random) -> str:
    """An officer's assignment ends now."""
    officer = chance.choice(_MOVABLE)
    _enter(world, assignment(officer, end=instant_text(world.time())))
    return f"hub: the post of {officer} ends"


def begin_post(world: World, chance: random.Random) -> str:
    """Whoever had to go is back; the gap stays in the books."""
    officer = chance.choice(_MOVABLE)
    now = instant_text(world.time())
    _enter(world, assignment(officer, id=f"tugas-{officer}-{now}", start=now))
    return f"hub: {officer} has a post again"


def _enter(world: World, document: dict[str, Any]) -> None:
    _put(world, {"assignments": [document]})


def _put(world: World, document: dict[str, Any]) -> None:
    content = json.dumps(document).encode()
    apply_document(world.hub.ground, read_document(content), Path.cwd())
    world.entered.append(content)


def publish(world: World, chance: random.Random) -> str:
    """A service gets its next version, which new requests are made with; those under way keep theirs."""
    service = chance.choice(SERVICES)
    pack = json.loads(open_packs()[f"{service}@1"])
    world.published += 1
    pack["version"] = 1 + world.published
    path = world.folder / f"{service}-{pack['version']}.json"
    path.write_text(json.dumps(pack), encoding="utf-8")
    _put(world, {"packs": [str(path)]})
    return f"hub: {service} has version {pack['version']}"


def revoke(world: World, desk: str, chance: random.Random) -> str:
    """The head of the desk's office revokes one colleague's key on it."""
    computer = world.computers[desk]
    head = _HEADS.get(desk)
    others = [officer for officer in computer.seat.officers if officer != head]
    if head is None or not others:
        return ""
    officer = chance.choice(others)
    key = SigningKey(computer.keys[officer].signing_key).key_id
    at = instant_text(world.time())
    message = key_decision(world.hub.ground.identity.hub_id, key, "revoked", at)
    signature = SigningKey(computer.keys[head].signing_key).sign(CONFIRM, message)
    sender = sender_of(world.hub.ground, device_of(computer.device))
    decide_key(world.hub.ground, sender, key, ("revoked", at, signature))
    return f"hub: the key of {officer} at {desk} is revoked"

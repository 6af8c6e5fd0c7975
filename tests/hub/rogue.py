"""An enrolled computer in wrong hands: its signatures are good, what it says is not."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from sync import packing
from sync.protocol import encode_json
from sync.signatures import Request, make_nonce, sign_request
from tests.hub.desks import Desk
from tests.hub.raw_http import Asked, Heard, InProcess


@dataclass
class Rogue:
    """A desk, and the hub's application to attack."""

    desk: Desk
    hub: InProcess

    def signed(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Asked:
        """A request that its key has signed, with a good nonce."""
        town, device = self.desk.town, self.desk.device
        nonce = make_nonce(town.clock.now, device, town.ground.data_key.derive("nonce"))
        fresh = f"{nonce}.{os.urandom(8).hex()}"
        request = Request(method, path, headers or {}, body)
        found = sign_request(request, device, self.desk.device_key, fresh)
        return Asked(method, path, tuple(found.items()), (body,))

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Heard:
        """Ask it."""
        return self.hub.ask(self.signed(method, path, body, headers))

    def say(self, path: str, content: object) -> Heard:
        """Post JSON."""
        body = content if isinstance(content, bytes) else encode_json(content)
        return self.ask("POST", path, body, {"Content-Type": "application/json"})

    def sync(self, **changes: Any) -> Heard:
        """An exchange whose request is an honest one but for these fields."""
        return self.sync_plain(plain(self.honest() | changes))

    def honest(self) -> dict[str, Any]:
        """What an honest desk would say now, as plain values."""
        found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self.desk.request()))
        return found

    def sync_plain(self, plain: bytes, media: str = packing.ZSTD) -> Heard:
        """An exchange with these bytes inside."""
        return self.ask("POST", "/v1/sync", packing.pack(plain, media), {"Content-Type": media})


def plain(content: object) -> bytes:
    """JSON in which actions keep their own bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def said(heard: Heard) -> str:
    """The word of a refusal."""
    return str(json.loads(heard.body).get("error", "")) if heard.body[:1] == b"{" else ""

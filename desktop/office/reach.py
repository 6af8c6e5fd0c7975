"""How a desk reaches its hub: over HTTP in life, directly in tests."""

from __future__ import annotations

from typing import Protocol

from desktop.store.states import Enrolled
from desktop.wrapping import RandomBytes
from sync.hub_port import Enroller, Hub
from sync.keys import SigningKey
from sync.running import Carried


class Reach(Protocol):
    """Roads to a hub."""

    def enroller(self, url: str, ca_pem: str | None, hub_key: bytes | None) -> Enroller:
        """To a hub that this desk has never met; `hub_key` where an enrolment file has named it."""
        ...

    def hub(self, who: Enrolled, hub_key: bytes, nonce: str) -> tuple[Hub, Carried]:
        """To the hub that this desk is enrolled at, and the count of what goes over the line."""
        ...


class HttpReach:
    """Over HTTP, by `sync.client`."""

    def __init__(self, token_bytes: RandomBytes) -> None:
        self._token_bytes = token_bytes

    def enroller(self, url: str, ca_pem: str | None, hub_key: bytes | None) -> Enroller:
        """To a hub that this desk has never met."""
        from sync.client import EnrolClient, Link  # noqa: PLC0415 - requests takes 0.3 s, and only a network needs it

        return EnrolClient(Link(url, ca_pem), hub_key)

    def hub(self, who: Enrolled, hub_key: bytes, nonce: str) -> tuple[Hub, Carried]:
        """To the desk's own hub."""
        from sync.client import HubClient, Link  # noqa: PLC0415 - as above
        from sync.client.hub_client import Pinned  # noqa: PLC0415 - as above

        link = Link(who.hub_url, who.ca_pem)
        pinned = Pinned(who.device_id, SigningKey(who.device_key), hub_key)
        return HubClient(link, pinned, self._token_bytes, nonce), link.traffic

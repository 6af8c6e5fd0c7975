"""Who is let in how often: `hub.limits` at the door of the application."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import structlog
from fastapi import Request as Incoming

from hub.errors import Refused
from hub.limits import Buckets, Limits

log = structlog.get_logger("hub.api")
SYNC: Final = "sync"
BYTES: Final = "bytes"
REST: Final = "rest"
_SAFE: Final = "Data tetap tersimpan di komputer Anda. Akan dicoba lagi sendiri."
_BUSY: Final = f"Komputer ini terlalu sering bertanya kepada hub. {_SAFE}"
_STRANGER: Final = (
    "Terlalu banyak percobaan gagal dari jaringan ini, sehingga hub menunggu dahulu. Belum ada yang berubah. "
    "Tunggu beberapa menit, lalu coba lagi."
)
_TOLD_EVERY: Final = 60.0


class Gate:
    """Counts who asks. One process, one gate."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._header = limits.address_header
        self._monotonic = monotonic
        self._own = {name: Buckets(getattr(limits, name), monotonic) for name in (SYNC, BYTES, REST)}
        self._strangers = Buckets(limits.strangers, monotonic)
        self._told = -_TOLD_EVERY

    def visit(self, request: Incoming, kind: str) -> Visit:
        """Somebody who asks for something of this kind."""
        return Visit(self, self._address(request), kind)

    def _address(self, request: Incoming) -> str:
        """Where it comes from: the last that our own proxy wrote, else the connection; of IPv6 the network."""
        said = request.headers.get(self._header, "") if self._header else ""
        peer = request.client.host if request.client else ""
        return _network(said.rpartition(",")[2].strip()) or _network(peer)

    def admit(self, device: str, kind: str) -> None:
        """A computer that has proved itself asks.

        Raises:
            Refused: 429, too often.
        """
        wait = self._own[kind].take(device)
        if wait:
            self._tell(kind)
            raise Refused(429, "busy", _BUSY, retry_after=wait)

    def check_stranger(self, address: str) -> None:
        """Whether somebody without a proof may try.

        Raises:
            Refused: 429, too much has failed from there.
        """
        wait = self._strangers.wait(address)
        if wait:
            self._tell("strangers")
            raise Refused(429, "busy", _STRANGER, retry_after=wait)

    def blame(self, address: str) -> None:
        """Something from there proved nothing."""
        self._strangers.take(address)

    def _tell(self, kind: str) -> None:
        """Say it in the log, no oftener than once a minute: a flood must not fill a disk."""
        now = self._monotonic()
        if now - self._told >= _TOLD_EVERY:
            self._told = now
            log.warning("limited", kind=kind)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request at the gate."""

    gate: Gate
    address: str
    kind: str

    def admit(self, device: str) -> None:
        """It was proved to be this computer's; errors as of `Gate.admit`."""
        self.gate.admit(device, self.kind)

    def blame(self) -> None:
        """It proved nothing.

        Raises:
            Refused: 429, it was one of too many.
        """
        self.gate.check_stranger(self.address)
        self.gate.blame(self.address)

    def check_stranger(self) -> None:
        """It carries no proof; errors as of `Gate.check_stranger`."""
        self.gate.check_stranger(self.address)


def _network(text: str) -> str:
    """An address in one spelling; of IPv6 its /64, of which a household has as many addresses as it likes."""
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return ""
    return str(found) if found.version == 4 else str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))

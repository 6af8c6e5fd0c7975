"""How a request is taken in: no further than its limit, no slower than a line of ours, never more than there is room.

A desk on a poor line is slow and goes on; whoever only holds a place open is let go. What no client of ours would send
is refused before anybody looks at it: a field twice, of which one reader takes the first and another the last, and
names in the path that no database takes.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from fastapi import Request as Incoming
from starlette.requests import ClientDisconnect

from hub.api.proof import Asked
from hub.errors import Refused
from sync.errors import Unreadable
from sync.signatures import ALSO_SIGNED, Request

ROOM: Final = 128 * 1024 * 1024
"""Bytes of bodies that may lie in memory at once: those of five hundred desks that send their most."""
STALL: Final = 60.0
"""Seconds without a byte after which a body comes no more; a desk itself gives up after thirty."""
SLOWEST: Final = 64
"""Bytes a second below which no line of ours falls for long."""
_ONCE: Final = frozenset({*ALSO_SIGNED, "content-digest", "content-length", "signature", "signature-input"})
_NAME: Final = re.compile(r"[!-~]{1,200}")
_LENGTH: Final = re.compile(r"[0-9]{1,15}")
_SAFE: Final = "Data tetap tersimpan di komputer Anda."


class Intake:
    """Takes bodies in.

    Attributes:
        held: bytes of bodies in memory now.
    """

    def __init__(self, room: int = ROOM, stall: float = STALL, slowest: float = SLOWEST) -> None:
        self.held = 0
        self._room = room
        self._stall = stall
        self._slowest = slowest

    @contextmanager
    def holding(self) -> Iterator[_Body]:
        """A body whose bytes count until the block ends."""
        found = _Body(self)
        try:
            yield found
        finally:
            self.held -= len(found.content)

    def take(self, size: int) -> None:
        """Count more bytes.

        Raises:
            Refused: 503, there is no room for them now.
        """
        if self.held + size > self._room:
            raise Refused(503, "busy", f"Hub sedang sibuk. {_SAFE} Akan dicoba lagi sendiri.", retry_after=5)
        self.held += size

    def patience(self, limit: int) -> float:
        """Seconds in which a body of so many bytes must have come."""
        return self._stall + limit / self._slowest

    @property
    def stall(self) -> float:
        """Seconds without a byte."""
        return self._stall


class _Body:
    """One body on its way in."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self.content = bytearray()

    async def read(self, request: Incoming, limit: int) -> bytes:
        """All of it; empty where the desk is gone, for nobody hears the answer.

        Raises:
            Refused: 413 for more than the limit, 408 for less than a line of ours brings, 503 where there is no room.
        """
        if int(request.headers.get("content-length") or 0) > limit:
            raise _too_large()
        try:
            async with asyncio.timeout(self._intake.patience(limit)):
                await self._stream(request, limit)
        except ClientDisconnect:
            return b""
        except TimeoutError as error:
            raise Refused(408, "too_slow", f"Kiriman terhenti di tengah jalan. {_SAFE} Coba lagi.") from error
        return bytes(self.content)

    async def _stream(self, request: Incoming, limit: int) -> None:
        pieces = aiter(request.stream())
        while True:
            async with asyncio.timeout(self._intake.stall):
                piece = await anext(pieces, None)
            if piece is None:
                return
            if len(self.content) + len(piece) > limit:
                raise _too_large()
            self._intake.take(len(piece))
            self.content += piece


def _too_large() -> Refused:
    return Refused(413, "too_large", f"Kiriman terlalu besar untuk hub. {_SAFE}")


def asked_by(request: Incoming, body: bytes) -> Asked:
    """What is asked, as every handler gets it; the path as far as it can be read."""
    raw: bytes = request.scope.get("raw_path", request.url.path.encode())
    path = raw.decode("ascii", "replace").partition("?")[0]
    return Asked(Request(request.method, path, dict(request.headers), body), dict(request.path_params))


def check_shape(request: Incoming, asked: Asked) -> None:
    """Look at path and headers before anybody else does.

    Raises:
        Unreadable: no client of ours would ask so.
    """
    counted = Counter(request.headers.keys())
    if any(counted[name] > 1 for name in _ONCE):
        raise Unreadable("a field that stands there twice")
    if not _LENGTH.fullmatch(request.headers.get("content-length", "0")):
        raise Unreadable("a length that is none")
    if not asked.request.path.isascii() or not all(_NAME.fullmatch(each) for each in asked.names.values()):
        raise Unreadable("a path that is none of ours")

"""The real application asked in this process, byte by byte: requests that no client of ours would send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

from starlette.types import ASGIApp

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Slowly:
    """A body that never ends: a piece every so many seconds."""

    piece: bytes
    seconds: float


@dataclass(frozen=True)
class Forever:
    """A body that begins, and then says nothing more."""

    pieces: Sequence[bytes] = ()


STRANGER = ("192.0.2.7", 4711)
"""An address that is kept for documents."""


@dataclass(frozen=True)
class Heard:
    """What came back; names of headers in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Asked:
    """A request as it stands on the line: headers may come twice, a body in any pieces."""

    method: str
    path: str
    headers: Fields = ()
    pieces: Iterable[bytes] | Slowly | Forever = (b"",)
    client: tuple[str, int] = STRANGER


class InProcess:
    """One application and one loop for all that is asked of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._runner = asyncio.Runner()

    def ask(self, asked: Asked, within: float = 20.0) -> Heard:
        """Ask, and wait no longer than so many seconds."""
        return self._runner.run(asyncio.wait_for(_conversation(self._app, asked), within))

    def ask_all(self, asked: Sequence[Asked], within: float = 20.0) -> list[Heard]:
        """Ask all of it at once."""

        async def all_of_it() -> list[Heard]:
            return await asyncio.gather(*(_conversation(self._app, each) for each in asked))

        return self._runner.run(asyncio.wait_for(all_of_it(), within))

    def close(self) -> None:
        """End the loop."""
        self._runner.close()


async def _conversation(app: ASGIApp, asked: Asked) -> Heard:
    pieces = _on_the_line(asked.pieces)
    said: list[Mapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        piece = await anext(pieces, None)
        if piece is None:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: Any) -> None:
        said.append(message)

    await app(_scope(asked), receive, send)
    start = next(each for each in said if each["type"] == "http.response.start")
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Heard(start["status"], headers, b"".join(each.get("body", b"") for each in said))


async def _on_the_line(pieces: Iterable[bytes] | Slowly | Forever) -> AsyncIterator[bytes]:
    while isinstance(pieces, Slowly):
        await asyncio.sleep(pieces.seconds)
        yield pieces.piece
    for piece in pieces.pieces if isinstance(pieces, Forever) else pieces:
        yield piece
    if isinstance(pieces, Forever):
        await asyncio.Event().wait()


def _scope(asked: Asked) -> dict[str, Any]:
    path, _, query = asked.path.partition("?")
    raw = path.encode("latin-1")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": asked.method,
        "scheme": "https",
        "path": unquote_to_bytes(raw).decode("utf-8", "replace"),
        "raw_path": raw,
        "query_string": query.encode("latin-1"),
        "root_path": "",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in asked.headers],
        "client": asked.client,
        "server": ("hub", 443),
    }

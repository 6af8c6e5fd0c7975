"""Connections on which somebody never says what he wants."""

from __future__ import annotations

import asyncio
from typing import Any

import uvicorn
from uvicorn.server import ServerState

from hub.api.line import Line

HEAD = b"GET / HTTP/1.1\r\nHost: hub\r\n\r\n"


class Hasty(Line):
    head_seconds = 0.1


async def answering(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def heard(*pieces: bytes) -> bytes:
    """All that the hub says on one connection, until it closes it."""

    async def talk() -> bytes:
        config = uvicorn.Config(answering, log_config=None, timeout_keep_alive=1)
        config.load()
        state = ServerState()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Hasty(config, state, {}, loop), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.01)
        found = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        server.close()
        return found

    return asyncio.run(talk())


def test_who_says_nothing_is_let_go() -> None:
    assert heard() == b""


def test_who_begins_and_never_ends_is_let_go() -> None:
    assert heard(b"GET / HT", b"TP/1.1\r\n", b"X: ") == b""


def test_who_asks_is_answered_and_may_not_dawdle_over_the_next_either() -> None:
    found = heard(HEAD, b"GET / HT")
    assert found.startswith(b"HTTP/1.1 200")
    assert found.count(b"HTTP/1.1") == 1


def test_a_head_in_pieces_is_a_head() -> None:
    assert heard(HEAD[:9], HEAD[9:20], HEAD[20:-4], HEAD[-4:]).endswith(b"ok")

"""A line between two programs on this machine: slow, narrow, counted, and cut where it is asked to be.

What a distance costs is modelled, nothing else: the first byte of a connection waits for one round trip (as SYN and its
answer would), every byte for half of one, and a direction carries so many bytes a second and no more.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

_CHUNK: Final = 4096
ROUND_TRIP: Final = 0.6
RATE: Final = 256_000 // 8
"""The slow line: 600 ms there and back, 256 kbit/s each way."""


@dataclass(slots=True)
class Line:
    """One way to one server.

    Attributes:
        delay: seconds one way; `rate`: bytes a second each way; 0 for none.
        cut_every: break every connection after so many bytes upward; 0 for never.
        up, down, connections, cuts: what it has carried.
    """

    target: int
    delay: float = 0.0
    rate: int = 0
    cut_every: int = 0
    up: int = 0
    down: int = 0
    connections: int = 0
    cuts: int = 0
    port: int = 0
    _since_cut: int = 0
    _free: dict[str, float] = field(default_factory=dict)

    def carried(self) -> int:
        """Bytes both ways, TLS and headers included."""
        return self.up + self.down

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection."""
        with suppress(asyncio.CancelledError, OSError):
            await self._carry(reader, writer)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        await asyncio.sleep(2 * self.delay)
        there, back = await asyncio.open_connection("127.0.0.1", self.target)
        ends = (writer, back)
        await asyncio.gather(self._pump(reader, back, "up", ends), self._pump(there, writer, "down", ends))
        for end in ends:
            end.close()

    async def _pump(
        self,
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        way: str,
        ends: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
    ) -> None:
        """Two halves, so that what is under way does not keep the next piece from being taken."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(self._deliver(under_way, sink))
        with suppress(OSError):
            while chunk := await source.read(_CHUNK):
                await self._narrow(way, len(chunk))
                under_way.put_nowait((asyncio.get_running_loop().time() + self.delay, chunk))
                if way == "up" and self._is_cut(len(chunk)):
                    for end in ends:  # what was read ahead was never on the line
                        end.transport.abort()
                    break
        under_way.put_nowait((asyncio.get_running_loop().time() + self.delay, b""))
        await arriving

    async def _deliver(self, under_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while True:
                due, chunk = await under_way.get()
                await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
                if not chunk:
                    sink.write_eof() if sink.can_write_eof() else sink.close()
                    return
                sink.write(chunk)
                await sink.drain()

    async def _narrow(self, way: str, size: int) -> None:
        """Wait until the direction, which all connections share, has carried it."""
        if way == "up":
            self.up += size
        else:
            self.down += size
        if self.rate:
            now = asyncio.get_running_loop().time()
            self._free[way] = max(now, self._free.get(way, 0.0)) + size / self.rate
            await asyncio.sleep(self._free[way] - now)

    def _is_cut(self, size: int) -> bool:
        self._since_cut += size
        if not self.cut_every or self._since_cut < self.cut_every:
            return False
        self._since_cut = 0
        self.cuts += 1
        return True


@contextmanager
def lain(line: Line) -> Iterator[Line]:
    """The line, on a thread of its own, as long as this goes on."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(line.serve, "127.0.0.1", 0))
    line.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True, name="line")
    thread.start()
    try:
        yield line
    finally:
        server.close()
        asyncio.run_coroutine_threadsafe(_end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


async def _end() -> None:
    """Whatever is under way is lost."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for each in others:
        each.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def slow(target: int) -> Line:
    """The slow line of the goals."""
    return Line(target, ROUND_TRIP / 2, RATE)

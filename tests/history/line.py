"""The line between desks and hubs: carries, and breaks by chance, without a look at what it carries."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

_CHUNK = 16 * 1024


@dataclass
class Line:
    """Where the hubs listen and how often it breaks; both may change while it carries.

    Attributes:
        cut_up: how likely a chunk on its way up is cut in the middle, and its connection with it.
        cut_down: how likely an answer is lost at its first chunk or in the middle, after the hub has done it all.
    """

    hubs: list[int]
    chance: Random
    cut_up: float = 0.0
    cut_down: float = 0.0
    port: int = 0
    cuts: int = 0
    connections: int = 0
    _open: set[asyncio.StreamWriter] = field(default_factory=set)
    _loop: asyncio.AbstractEventLoop | None = None

    def cut_all(self) -> None:
        """Break every connection that is open now."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._abort)

    def _abort(self) -> None:
        for writer in list(self._open):
            self.cuts += 1
            writer.transport.abort()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to one of the hubs."""
        self.connections += 1
        self._open.add(writer)
        try:
            hub = self.hubs[self.connections % len(self.hubs)]
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", hub)
        except (OSError, ZeroDivisionError):
            writer.transport.abort()
            self._open.discard(writer)
            return
        both = (self._pump(reader, up_writer, "up"), self._pump(up_reader, writer, "down"))
        tasks = [asyncio.create_task(each) for each in both]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._open.discard(writer)
            for task in tasks:
                task.cancel()
            for each in (writer, up_writer):
                each.transport.abort()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str) -> None:
        while chunk := await reader.read(_CHUNK):
            if self.chance.random() < (self.cut_up if way == "up" else self.cut_down):
                self.cuts += 1
                writer.write(chunk[: self.chance.randrange(len(chunk))])
                return
            writer.write(chunk)
            await writer.drain()


@contextmanager
def carrying(line: Line) -> Iterator[str]:
    """While this goes on, the line carries; its address."""
    ready = threading.Event()
    ending: list[asyncio.Event] = []

    async def run() -> None:
        line._loop = asyncio.get_running_loop()
        ending.append(asyncio.Event())
        server = await asyncio.start_server(line.carry, "127.0.0.1", 0)
        line.port = server.sockets[0].getsockname()[1]
        ready.set()
        await ending[0].wait()
        server.close()
        line._abort()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        if rest:
            await asyncio.wait(rest, timeout=10)
        await asyncio.sleep(0.05)  # what was aborted is closed in the loop's next turns

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    ready.wait(20)
    try:
        yield f"http://127.0.0.1:{line.port}"
    finally:
        assert line._loop is not None
        line._loop.call_soon_threadsafe(ending[0].set)
        thread.join(20)

"""A link that breaks: our own TCP proxy between desks and hub, as a process of its own.

It sees only TLS, so it cannot read what it breaks; what it needs it knows by direction and by the lengths that TLS
shows of its records. Bytes that go up after bytes came down begin a new *turn*; the first turn of a connection is the
handshake. After it, short records that come down are session tickets, and a long one begins the answer to a request
that has gone up whole: the hub has stored and is answering, and that is where an answer can be lost.

One JSON object a line on standard input (``{"do": "cut_upstream", "after": 150000}``), one line of counts back for
each. The first line on standard output tells the port; the end of standard input ends the proxy.
"""

import argparse
import asyncio
import json
import ssl
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

CHUNK = 16_384
ANSWER = 400
"""Bytes of a TLS record at least that begins an answer: its signed headers are longer, a session ticket is shorter."""
PORTAL = b"<!doctype html><html><body><h1>Selamat datang di Wi-Fi contoh</h1>Silakan masuk dulu.</body></html>"
PORTAL_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(PORTAL), PORTAL)
)


class Mode(StrEnum):
    """What the link does with a connection."""

    THROUGH = "through"
    DOWN = "down"
    """Closed at once, as where there is no network."""
    BLACK_HOLE = "black_hole"
    """Taken and never answered."""
    CAPTIVE = "captive"
    """Answered with a page of HTML by somebody who is not the hub; over TLS when the proxy has a certificate."""


@dataclass
class Faults:
    """What is armed. Both cuts happen once and disarm themselves.

    Attributes:
        cut_upstream: cut a connection after this many bytes went up in it since the cut was armed; None for never.
        lose_answer: cut at the first byte of the answer to a request of ``lose_from`` to ``lose_to`` bytes, so that an
            upload's pieces and small questions are left alone.
        delay: seconds that each chunk waits.
        bandwidth: bytes a second in each direction of each connection; 0 for no limit.
    """

    mode: Mode = Mode.THROUGH
    cut_upstream: int | None = None
    lose_answer: bool = False
    lose_from: int = 1_200
    lose_to: int = 60_000
    delay: float = 0.0
    bandwidth: int = 0


@dataclass
class Counts:
    """What the link has seen and done since it began."""

    connections: int = 0
    open: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    cuts_upstream: int = 0
    answers_lost: int = 0
    turned_away: int = 0
    captive: int = 0


class Cut(ConnectionError):
    """The link broke here, as it was asked to."""


@dataclass
class Turns:
    """The direction of one connection: which turn it is in, and how many bytes went up in it."""

    number: int = 0
    up: int = 0
    up_since_armed: int = 0
    going_up: bool = False

    def upward(self, size: int) -> None:
        """Bytes went up; after bytes had come down they begin a new turn."""
        if not self.going_up:
            self.number, self.up, self.going_up = self.number + 1, 0, True
        self.up += size

    def downward(self, longest: int) -> bool:
        """Bytes came down with records of at most this length; whether they begin the answer to a request."""
        answering = self.going_up and self.number > 1 and longest >= ANSWER
        self.going_up = self.going_up and not answering
        if self.number == 1:
            self.going_up = False
        return answering


@dataclass
class Records:
    """The lengths of TLS records in a stream, read from their headers of five bytes."""

    left: int = 0
    head: bytes = b""

    def longest_begun(self, chunk: bytes) -> int:
        """The greatest length among the records that begin in this chunk; 0 when none does."""
        longest, at = 0, 0
        while at < len(chunk):
            if self.left:
                step = min(self.left, len(chunk) - at)
                self.left, at = self.left - step, at + step
                continue
            wanted = 5 - len(self.head)
            self.head, at = self.head + chunk[at : at + wanted], at + wanted
            if len(self.head) == 5:
                self.left = int.from_bytes(self.head[3:])
                longest, self.head = max(longest, self.left), b""
        return longest


class Link:
    """The proxy's rules for every connection that runs through it."""

    def __init__(self, upstream: tuple[str, int], portal: ssl.SSLContext | None = None) -> None:
        self.upstream = upstream
        self.faults = Faults()
        self.counts = Counts()
        self._portal = portal
        self._writers: set[asyncio.StreamWriter] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection until an end closes it or the link breaks."""
        self.counts.connections += 1
        self.counts.open += 1
        self._writers.add(writer)
        try:
            await self._carry(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            self._writers.discard(writer)
            self.counts.open -= 1
            writer.close()

    def cut_all(self) -> None:
        """Break every connection that is open now."""
        for writer in list(self._writers):
            writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.faults.mode is Mode.THROUGH:
            await self._join(reader, writer)
        elif self.faults.mode is Mode.CAPTIVE:
            await self._greet(reader, writer)
        else:
            self.counts.turned_away += 1
            if self.faults.mode is Mode.BLACK_HOLE:
                await reader.read(-1)
            raise Cut

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hub_reader, hub_writer = await asyncio.open_connection(*self.upstream)
        self._writers.add(hub_writer)
        turns = Turns()
        up = asyncio.create_task(self._pump_up(reader, hub_writer, turns))
        down = asyncio.create_task(self._pump_down(hub_reader, writer, turns))
        try:
            await asyncio.wait((up, down), return_when=asyncio.FIRST_COMPLETED)
            cut = any(task.done() and isinstance(task.exception(), OSError) for task in (up, down))
            if cut:
                writer.transport.abort()
                hub_writer.transport.abort()
        finally:
            self._writers.discard(hub_writer)
            for task in (up, down):
                task.cancel()
            await asyncio.gather(up, down, return_exceptions=True)
            hub_writer.close()

    async def _pump_up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, turns: Turns) -> None:
        while chunk := await reader.read(CHUNK):
            turns.upward(len(chunk))
            turns.up_since_armed = turns.up_since_armed + len(chunk) if self.faults.cut_upstream is not None else 0
            if self.faults.cut_upstream is not None and turns.up_since_armed > self.faults.cut_upstream:
                self.faults.cut_upstream = None
                self.counts.cuts_upstream += 1
                raise Cut
            self.counts.bytes_up += len(chunk)
            await self._pass_on(chunk, writer)

    async def _pump_down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, turns: Turns) -> None:
        records = Records()
        while chunk := await reader.read(CHUNK):
            faults = self.faults
            answering = turns.downward(records.longest_begun(chunk))
            if answering and faults.lose_answer and faults.lose_from <= turns.up <= faults.lose_to:
                faults.lose_answer = False
                self.counts.answers_lost += 1
                raise Cut
            self.counts.bytes_down += len(chunk)
            await self._pass_on(chunk, writer)

    async def _pass_on(self, chunk: bytes, writer: asyncio.StreamWriter) -> None:
        pause = self.faults.delay + (len(chunk) / self.faults.bandwidth if self.faults.bandwidth else 0.0)
        if pause:
            await asyncio.sleep(pause)
        writer.write(chunk)
        await writer.drain()

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.counts.captive += 1
        if self._portal is not None:
            await writer.start_tls(self._portal)
        await reader.readuntil(b"\r\n\r\n") if self._portal is not None else await reader.read(CHUNK)
        writer.write(PORTAL_ANSWER)
        await writer.drain()


def obey(link: Link, line: str) -> str:
    """Do what one line asks and give the counts as one line; a line that asks nothing known gives an error."""
    try:
        asked = json.loads(line)
        word = asked.pop("do")
        _act(link, word, asked)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}"})
    armed = {each.name: getattr(link.faults, each.name) for each in fields(Faults)}
    return json.dumps({**asdict(link.counts), "armed": armed})


def _act(link: Link, word: str, asked: dict[str, object]) -> None:
    if word in set(Mode):
        link.faults.mode = Mode(word)
        if link.faults.mode is not Mode.THROUGH:
            link.cut_all()
        return
    ORDERS[word](link, asked)


def _cut_upstream(link: Link, asked: dict[str, object]) -> None:
    link.faults.cut_upstream = int(str(asked["after"]))


def _lose_answer(link: Link, asked: dict[str, object]) -> None:
    link.faults.lose_answer = True
    link.faults.lose_from = int(str(asked.get("from", Faults.lose_from)))
    link.faults.lose_to = int(str(asked.get("to", Faults.lose_to)))


def _slow(link: Link, asked: dict[str, object]) -> None:
    link.faults.delay = float(str(asked.get("delay", 0)))
    link.faults.bandwidth = int(str(asked.get("bandwidth", 0)))


def _lead_to(link: Link, asked: dict[str, object]) -> None:
    link.upstream = (link.upstream[0], int(str(asked["port"])))


ORDERS: dict[str, Callable[[Link, dict[str, object]], None]] = {
    "cut_upstream": _cut_upstream,
    "lose_answer": _lose_answer,
    "slow": _slow,
    "upstream": _lead_to,
    "cut_all": lambda link, _asked: link.cut_all(),
    "report": lambda _link, _asked: None,
}
"""What can be asked besides the modes."""


async def run(link: Link, port: int) -> None:
    """Listen on loopback, tell the port, and obey standard input until it ends."""
    server = await asyncio.start_server(link.serve, "127.0.0.1", port)
    _tell(json.dumps({"port": server.sockets[0].getsockname()[1]}))
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def answer(line: str) -> None:
        _tell(obey(link, line))

    def listen() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(answer, line)
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=listen, daemon=True, name="orders").start()
    async with server:
        await ended.wait()
        server.close()
        link.cut_all()


def main(argv: Sequence[str]) -> int:
    """Run the proxy as a process: ``--upstream PORT [--port PORT] [--tls-cert FILE --tls-key FILE]``."""
    parser = argparse.ArgumentParser(prog="proxy", description="A link between desks and hub that breaks on request.")
    parser.add_argument("--upstream", type=int, required=True, help="the hub's port on 127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls-cert", help="with it the captive portal speaks TLS")
    parser.add_argument("--tls-key")
    asked = parser.parse_args(argv)
    portal = None
    if asked.tls_cert:
        portal = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        portal.load_cert_chain(asked.tls_cert, asked.tls_key)
    asyncio.run(run(Link(("127.0.0.1", asked.upstream), portal), asked.port))
    return 0


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

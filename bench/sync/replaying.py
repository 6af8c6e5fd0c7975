"""What desks will say, made and signed before the clock starts, and sent from one thread as fast as the hub takes it.

A desk that is alone in its village knows its next place beforehand: its own actions are all that its scope will hold.
So the machine that the load shares with the hub does only what a line does. Every answer is proved and taken by its
desk afterwards: what does not fit gives no figure.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import accumulate, count
from typing import Final

from bench.sync.hubs import Hub
from domain.verdicts import Code
from sync import packing
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u
from sync.protocol import Position, Pushed, SyncAnswer, SyncRequest, decode, encode, to_wire
from sync.record import read_action
from sync.signatures import Answer, Request, make_nonce, sign_request, verify_answer
from tests.hub.desks import Desk

PATH: Final = "/v1/sync"
_BUSY: Final = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Sealed:
    """One request as bytes, and what its answer is judged by."""

    asked: SyncRequest
    signature: str
    content: bytes


@dataclass(slots=True)
class Sent:
    """What the desks saw.

    Attributes:
        took: milliseconds of each request.
        finished: after how many seconds each desk was done.
        waits: how often the hub asked one to wait.
        processor: seconds of the processor that the sending itself took.
    """

    actions: int = 0
    took: list[float] = field(default_factory=list)
    finished: dict[str, float] = field(default_factory=dict)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    waits: int = 0
    processor: float = 0.0


def send_all(found: Hub, desks: list[Desk], at_once: int, batch: int) -> tuple[Sent, float]:
    """Every desk sends its whole queue, so many at a time, or asks once; what they saw, and the seconds it took."""
    for desk in desks:
        if desk.last is None:
            _begin(desk)
    sealed = {desk.device: deque(_sealed(found, desk, batch)) for desk in desks}
    known = {device: list(each) for device, each in sealed.items()}
    sent = Sent(sum(len(desk.queue) for desk in desks))
    began, before = time.perf_counter(), time.process_time()
    asyncio.run(_all(found, sealed, at_once, sent))
    seconds, sent.processor = time.perf_counter() - began, time.process_time() - before
    sent.finished = {device: at - began for device, at in sent.finished.items()}
    for desk in desks:
        _take(found, desk, known[desk.device], sent.answers[desk.device])
    return sent, seconds


def _begin(desk: Desk) -> None:
    """What every desk has done before: its life, its first numbers and the configuration are known."""
    kept, desk.queue = desk.queue, []
    desk.sync()
    desk.queue = kept


def _sealed(found: Hub, desk: Desk, batch: int) -> Iterator[Sealed]:
    nonce = make_nonce(datetime.now(UTC), desk.device, found.ground.data_key.derive("nonce"))
    first = desk.request()
    places = list(_places(desk))
    for start in range(0, max(1, len(desk.queue)), batch):
        some = desk.queue[start : start + batch]
        seq, anchor = places[start]
        pushed = [Pushed(desk.acked + start + n, to_wire(each)) for n, each in enumerate(some, 1)]
        cursor = {**first.cursor, desk.scope: Position(seq, b64u(anchor))}
        seen = first.verdict_seen + start
        asked = desk.request(push=pushed, cursor=cursor, verdict_seen=seen, epoch=found.ground.identity.epoch)
        body = encode(asked, packing.BEST)
        plain = Request("POST", PATH, {"Content-Type": packing.BEST}, body)
        headers = sign_request(plain, desk.device, desk.device_key, f"{nonce}.{b64u(os.urandom(12))}")
        yield Sealed(asked, headers["Signature"], _on_the_line(headers, body))


def _places(desk: Desk) -> Iterator[tuple[int, bytes]]:
    """Where the desk's scope stands before each of its actions, and after the last."""
    revs: dict[str | None, Iterator[int]] = {}
    read = [read_action(each.action) for each in desk.queue]
    entered = [(each.hash, next(revs.setdefault(each.request, count(1)))) for each in read]
    start = desk.cursor.get(desk.scope, (0, GENESIS))
    return accumulate(entered, lambda at, one: (at[0] + 1, next_anchor(at[1], one[0], one[1])), initial=start)


def _on_the_line(headers: dict[str, str], body: bytes) -> bytes:
    fields = {"Host": "localhost", "User-Agent": "Ketinting", **headers, "Content-Length": str(len(body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"POST {PATH} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body


async def _all(found: Hub, sealed: dict[str, deque[Sealed]], at_once: int, sent: Sent) -> None:
    """Desks come in turn: one that was answered stands at the end again until it has sent all."""
    context = ssl.create_default_context(cadata=found.transport.authority.read_text(encoding="ascii"))
    lines = {device: _Line(found.ports[n % len(found.ports)], context) for n, device in enumerate(sealed)}
    waiting = deque(sealed)

    async def work() -> None:
        while waiting:
            device = waiting.popleft()
            answer, took = await lines[device].ask(sealed[device].popleft().content, sent)
            sent.answers.setdefault(device, []).append(answer)
            sent.took.append(took)
            if sealed[device]:
                waiting.append(device)
            else:
                sent.finished[device] = time.perf_counter()

    await asyncio.gather(*(work() for _ in range(at_once)))
    for line in lines.values():
        line.close()


class _Line:
    """One desk's connection, opened when it has something to say."""

    def __init__(self, port: int, context: ssl.SSLContext) -> None:
        self._port, self._context = port, context
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, content: bytes, sent: Sent) -> tuple[Answer, float]:
        """The answer, and the milliseconds it took, opening the line and every wait that the hub asked for included."""
        began = time.perf_counter()
        while True:
            answer = await self._once(content)
            if answer.status == 200:
                return answer, (time.perf_counter() - began) * 1000
            assert answer.status in _BUSY, (answer.status, answer.body)  # noqa: S101 - else there is no figure
            sent.waits += 1
            await asyncio.sleep(float(answer.headers["retry-after"]))

    async def _once(self, content: bytes) -> Answer:
        if self._streams is None or self._streams[0].at_eof():
            self._streams = await asyncio.open_connection("localhost", self._port, ssl=self._context)
        reader, writer = self._streams
        writer.write(content)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = dict(line.split(": ", 1) for line in head[1:] if line)
        headers = {name.lower(): value for name, value in fields.items()}
        body = await reader.readexactly(int(headers["content-length"]))
        return Answer(int(head[0].split()[1]), headers, body)

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()


def _take(found: Hub, desk: Desk, asked: list[Sealed], answers: list[Answer]) -> None:
    """Prove every answer and let the desk take it: all was accepted, and it stands where it thought it would."""
    seen = len(desk.verdicts)
    for sealed, answer in zip(asked, answers, strict=True):
        verify_answer(answer, sealed.signature, found.ground.identity.key.public)
        desk.take(decode(answer.body, answer.headers["content-type"], SyncAnswer, sealed.asked))
    assert not desk.queue, "something was not sent"  # noqa: S101 - else there is no figure
    assert all(row.code is Code.OK for row in desk.verdicts[seen:]), desk.verdicts[-1]  # noqa: S101 - as above

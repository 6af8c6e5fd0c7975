"""Drive an engine with a hub until it is quiet: what `desk sync` and the desk's heartbeat both do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol

from sync import attachments
from sync.attachments import Bytes
from sync.engine import Engine, FetchConfig, Reply, Step, Upload
from sync.errors import SyncError
from sync.hub_port import Hub
from sync.protocol import PIECE, PIECE_GOOD, SyncRequest

GOOD_RATE: Final = 256 * 1024
"""Bytes a second from which a line counts as good."""


class Carried(Protocol):
    """A count of what went over the line, such as `sync.client.Traffic`."""

    bytes_up: int
    bytes_down: int
    round_trips: int


@dataclass(frozen=True, slots=True)
class Times:
    """Time as a parameter.

    Attributes:
        now: the desk's clock.
        monotonic: seconds of a clock that never jumps.
        sleep: waits so many seconds.
        tries: how often trouble is slept over before giving up for now.
    """

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one exchange came to. `trouble` is None when it ended quiet."""

    sent: int
    accepted: int
    refused: int
    parked: int
    received: int
    blobs_sent: int
    blobs_received: int
    bytes_up: int
    bytes_down: int
    round_trips: int
    seconds: float
    trouble: SyncError | None = None
    alarms: tuple[SyncError, ...] = ()


class _Pace:
    """How large the pieces of a file are: large only while the line has just proved to be good."""

    def __init__(self) -> None:
        self.piece = PIECE

    def went(self, carried: int, seconds: float) -> None:
        """Note a step that went well: so many bytes in so many seconds."""
        if carried >= PIECE:
            self.piece = PIECE_GOOD if seconds * GOOD_RATE <= carried else PIECE

    def broke(self) -> None:
        """Note trouble: a cut costs one piece, so pieces are small again."""
        self.piece = PIECE


@dataclass(slots=True)
class _Drive:
    """An engine, what it works with, and the pace of the line."""

    engine: Engine
    hub: Hub
    shelf: Bytes
    times: Times
    carried: Carried
    pace: _Pace = field(default_factory=_Pace)

    def until_quiet(self) -> None:
        engine, times, tries = self.engine, self.times, self.times.tries
        while True:
            step = engine.next_request(times.now())
            if step is not None:
                self._do(step)
            elif engine.trouble is None or tries <= 0 or engine.due is None:
                return
            else:
                tries -= 1
                times.sleep(max((engine.due - times.now()) / timedelta(seconds=1), 0.0))
                engine.on_timer(engine.due)

    def _do(self, step: Step) -> None:
        began, before = self.times.monotonic(), self._bytes()
        try:
            reply = perform(self.hub, self.shelf, step, self.pace.piece)
        except SyncError as error:
            self.pace.broke()
            self.engine.on_trouble(error, self.times.now())
        else:
            self.pace.went(self._bytes() - before, self.times.monotonic() - began)
            self.engine.on_answer(reply, self.times.now())

    def _bytes(self) -> int:
        return self.carried.bytes_up + self.carried.bytes_down


def run_exchange(engine: Engine, hub: Hub, shelf: Bytes, times: Times, carried: Carried) -> Summary:
    """Exchange until nothing is left to send, fetch or ask, or until trouble outlasts `times.tries`.

    Whatever happens here is safe to repeat: nothing counts before the desk has committed it.
    """
    before = (carried.bytes_up, carried.bytes_down, carried.round_trips)
    began = times.monotonic()
    done = engine.totals.copy()
    engine.wake()
    _Drive(engine, hub, shelf, times, carried).until_quiet()
    up, down, trips = carried.bytes_up - before[0], carried.bytes_down - before[1], carried.round_trips - before[2]
    return Summary(
        **engine.totals.since(done),
        bytes_up=up,
        bytes_down=down,
        round_trips=trips,
        seconds=round(times.monotonic() - began, 3),
        trouble=engine.trouble,
        alarms=tuple(engine.alarms),
    )


def perform(hub: Hub, shelf: Bytes, step: Step, piece: int = PIECE) -> Reply:
    """Do one step of an engine.

    Raises:
        SyncError: what came in between; tell it to `Engine.on_trouble`.
    """
    if isinstance(step, SyncRequest):
        return hub.exchange(step)
    if isinstance(step, FetchConfig):
        return hub.config()
    if isinstance(step, Upload):
        attachments.upload(hub, shelf, step.key, piece)
    else:
        attachments.download(hub, shelf, step.wanted, piece)
    return None

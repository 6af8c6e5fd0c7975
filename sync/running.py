"""Drive an engine with a hub until it is quiet: what `desk sync` and the desk's heartbeat both do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol

from sync import attachments, filling
from sync.attachments import Bytes, never
from sync.engine import Engine
from sync.errors import Endless, Stopped, SyncError
from sync.hub_port import Hub
from sync.protocol import PIECE, PIECE_GOOD, SyncRequest
from sync.steps import FetchConfig, FetchPart, Reply, Step, Upload
from sync.totals import Totals

GOOD_RATE: Final = 256 * 1024
"""Bytes a second from which a line counts as good."""
IDLE_MOST: Final = 300
"""Steps in a row that count for nothing; an honest hub needs them for a long access log, and never so many."""
STEPS_MOST: Final = 50_000
"""Steps of one exchange; what is left goes with the next."""


class Carried(Protocol):
    """A count of what went over the line, such as `sync.client.Traffic`."""

    bytes_up: int
    bytes_down: int
    round_trips: int


@dataclass(frozen=True, slots=True)
class Times:
    """Time as a parameter, and how long to go on.

    Attributes:
        now: the desk's clock.
        monotonic: seconds of a clock that never jumps.
        sleep: waits so many seconds.
        tries: how often trouble is slept over before giving up for now.
        stop: whether a person wants it to end; asked between two steps and between two pieces of a file.
    """

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    tries: int = 0
    stop: Callable[[], bool] = never


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one exchange came to. `trouble` is None when it ended quiet, `Stopped` when a person ended it."""

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
    returned: int = 0
    mended: int = 0
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


class _Patience:
    """Notices a hub that keeps a desk asking without end."""

    def __init__(self, totals: Totals) -> None:
        self._last = totals.copy()
        self._steps = self._idle = 0

    def check(self, totals: Totals) -> None:
        """Count one more step.

        Raises:
            Endless: these were too many.
        """
        self._steps += 1
        self._idle = self._idle + 1 if totals == self._last else 0
        self._last = totals.copy()
        if self._idle > IDLE_MOST or self._steps > STEPS_MOST:
            raise Endless(f"{self._steps} steps, {self._idle} of them for nothing")


@dataclass(slots=True)
class _Drive:
    """An engine, what it works with, and the pace of the line."""

    engine: Engine
    hub: Hub
    shelf: Bytes
    times: Times
    carried: Carried
    pace: _Pace = field(default_factory=_Pace)
    tried: int = 0

    def until_quiet(self) -> None:
        """Step after step.

        Raises:
            Stopped: a person ended it; the engine is not to blame and knows nothing of it.
        """
        patience = _Patience(self.engine.totals)
        while True:
            self._go_on()
            step = self.engine.next_request(self.times.now())
            if step is not None:
                self._do(step, patience)
            elif not self._waits():
                return

    def _go_on(self) -> None:
        if self.times.stop():
            raise Stopped

    def _waits(self) -> bool:
        """Sleep over what may be slept over; False when there is nothing more to wait for."""
        due = self.engine.due
        if due is None or not (self.engine.expects or self._may_try_again()):
            return False
        self.times.sleep(max((due - self.times.now()) / timedelta(seconds=1), 0.0))
        self.engine.on_timer(due)
        return True

    def _may_try_again(self) -> bool:
        if self.engine.trouble is None or self.tried >= self.times.tries:
            return False
        self.tried += 1
        return True

    def _do(self, step: Step, patience: _Patience) -> None:
        began, before = self.times.monotonic(), self._bytes()
        try:
            patience.check(self.engine.totals)
            reply = perform(self.hub, self.shelf, step, self.pace.piece, self.times.stop)
        except SyncError as error:
            self._go_on()
            self.pace.broke()
            self.engine.on_trouble(error, self.times.now())
        else:
            self.pace.went(self._bytes() - before, self.times.monotonic() - began)
            self.engine.on_answer(reply, self.times.now())

    def _bytes(self) -> int:
        return self.carried.bytes_up + self.carried.bytes_down


def run_exchange(engine: Engine, hub: Hub, shelf: Bytes, times: Times, carried: Carried) -> Summary:
    """Exchange until nothing is left to send, fetch or ask, until trouble outlasts `times.tries`, or `times.stop`.

    Whatever happens here is safe to repeat: nothing counts before the desk has committed it.
    """
    before = (carried.bytes_up, carried.bytes_down, carried.round_trips)
    began = times.monotonic()
    done = engine.totals.copy()
    engine.wake()
    trouble: SyncError | None
    try:
        _Drive(engine, hub, shelf, times, carried).until_quiet()
        trouble = engine.trouble
    except Stopped as stopped:
        trouble = stopped
    up, down, trips = carried.bytes_up - before[0], carried.bytes_down - before[1], carried.round_trips - before[2]
    return Summary(
        **engine.totals.since(done),
        bytes_up=up,
        bytes_down=down,
        round_trips=trips,
        seconds=round(times.monotonic() - began, 3),
        trouble=trouble,
        alarms=tuple(engine.alarms),
    )


def perform(hub: Hub, shelf: Bytes, step: Step, piece: int = PIECE, stop: Callable[[], bool] = never) -> Reply:
    """Do one step of an engine.

    Raises:
        SyncError: what came in between; tell it to `Engine.on_trouble`.
    """
    if isinstance(step, SyncRequest):
        return hub.exchange(step)
    if isinstance(step, FetchConfig):
        return hub.config()
    if isinstance(step, FetchPart):
        return filling.fetch(hub, shelf, step, piece, stop)
    if isinstance(step, Upload):
        attachments.upload(hub, shelf, step.key, piece, stop)
    else:
        attachments.download(hub, shelf, step.wanted, piece, stop)
    return None

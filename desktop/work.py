"""What pages ask of an open desk: looks and deeds go through the background, and one signal tells what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.background import Background, Lane, alive
from desktop.errors import WorldError
from desktop.heartbeat import Heartbeat
from desktop.office import outgoing, overview, timekeeping
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.outgoing import exchange
from desktop.office.overview import Self
from desktop.office.reach import Reach
from domain.timekeeping import Witnesses
from sync.stopping import Stop

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Exchange:
    """How it stands with the hub, as the status bar and the sync page say it.

    Attributes:
        stopping: whether somebody asked the running one to end.
        trouble: why the last try failed; empty when it did not, or none was made yet.
        tried: whether this program has tried at all.
        heard_at: when the hub was last heard, from the record; None for never.
        paused: whether exchanges wait for a person.
        room: what to do because the disk is full; empty where it is not.
        clock_ahead: seconds by which this computer's clock is ahead of the hub's, from the last try that went well.
    """

    running: bool = False
    stopping: bool = False
    tried: bool = False
    trouble: str = ""
    code: str = ""
    waiting: int = 0
    heard_at: str | None = None
    paused: bool = False
    clock_ahead: float = 0.0
    room: str = ""

    @property
    def connected(self) -> bool:
        """Whether the last try reached the hub."""
        return self.tried and not self.trouble


class Work(QObject):
    """Lives from sign-in to the end; officers change, the desk stays."""

    changed = Signal(object)
    """A `Changed`: pages read anew what it touches."""
    told = Signal(str)
    """A sentence for the status bar."""
    exchange_changed = Signal()

    def __init__(self, background: Background, desk: Desk, reach: Reach, heartbeat: Heartbeat) -> None:
        super().__init__()
        self._background, self.reach = background, reach
        self.desk, self.heartbeat = desk, heartbeat
        self.me: Self = overview.see_self(desk)
        self.exchange = Exchange()
        self._known = timekeeping.see_witnesses(desk)
        self._stop = Stop()
        self.since = ""
        """When the officer who is signed in last went away (ISO instant; empty for never)."""
        heartbeat.due.connect(lambda _why: self.synchronize())

    @property
    def now(self) -> datetime:
        """What time it is at this desk: where the computer's clock is wrong, the hub's, carried forward."""
        return timekeeping.reckoned(self.desk, self._known)

    @property
    def next_exchange(self) -> datetime:
        """When it is tried again, by the same reckoning."""
        return self.now + (self.heartbeat.next_at - self.desk.outside.now())

    def look(self, topic: str, act: Callable[[Desk], T], then: Callable[[T], None], lane: Lane = Lane.WORK) -> None:
        """Read from the desk; only the newest answer of a topic comes back."""
        self._background.look(topic, lambda: act(self.desk), then, lane)

    def do(
        self,
        act: Callable[[Desk], Changed],
        then: Callable[[Changed], None] | None = None,
        failed: Callable[[WorldError], None] | None = None,
        lane: Lane = Lane.WORK,
    ) -> None:
        """Change something; everybody hears of it, and `then` first."""

        def done(changed: Changed) -> None:
            if then is not None and alive(then):
                then(changed)
            self.announce(changed)

        self._background.do(lambda: act(self.desk), done, failed, lane)

    def do_quietly(
        self, act: Callable[[Desk], T], then: Callable[[T], None], failed: Callable[[WorldError], None]
    ) -> None:
        """Fetch something that must not be dropped and changes nothing."""
        self._background.do(lambda: act(self.desk), then, failed)

    def announce(self, changed: Changed) -> None:
        """Tell every page."""
        self.changed.emit(changed)
        if changed.sentence:
            self.told.emit(changed.sentence.splitlines()[0])
        self.refresh_status()

    def refresh_words(self) -> None:
        """The language changed: what is kept in words is read again."""
        self.me = overview.see_self(self.desk)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Read again what the status bar says."""
        self.look("clock", timekeeping.see_witnesses, self._take_witnesses)
        self.look("status", overview.see_status, self._take_status)

    def synchronize(self) -> None:
        """Exchange now; a second wish while one runs only says so."""
        if self.exchange.running:
            self.told.emit(self.tr("Sinkronisasi sedang berjalan."))
            return
        self._stop = stop = Stop()
        self._set(replace(self.exchange, running=True, stopping=False))
        self._background.do(
            lambda: exchange(self.desk, self.reach, stop), self._exchanged, self._not_exchanged, Lane.EXCHANGE
        )

    def cancel(self) -> None:
        """End the running exchange soon; what was sent stays sent, the rest goes next time."""
        if self.exchange.running:
            self._stop.ask()
            self._set(replace(self.exchange, stopping=True))

    def pause(self, *, paused: bool) -> None:
        """Let exchanges wait for a person, or go on by themselves again."""
        self.do(lambda desk: outgoing.pause(desk, paused=paused))

    def _exchanged(self, changed: Changed) -> None:
        self.heartbeat.succeeded()
        ahead = changed.told.get("clock_ahead_seconds")
        stopped = bool(changed.told.get("stopped"))
        now = replace(self.exchange, running=False, stopping=False)
        if not stopped:
            ahead = float(ahead) if isinstance(ahead, int | float) else 0.0
            now = replace(now, tried=True, trouble="", code="", clock_ahead=ahead)
        self._set(now)
        self.changed.emit(changed)
        self.refresh_status()

    def _not_exchanged(self, error: WorldError) -> None:
        self.heartbeat.failed()
        stays = replace(self.exchange, running=False, stopping=False, tried=True)
        self._set(replace(stays, trouble=error.sentence, code=error.code))
        self.changed.emit(Changed())
        self.refresh_status()

    def _take_witnesses(self, known: Witnesses) -> None:
        self._known = known

    def _take_status(self, status: overview.DeskStatus) -> None:
        self.heartbeat.paused = status.paused
        now = replace(self.exchange, waiting=status.waiting, heard_at=status.heard_at, paused=status.paused)
        self._set(replace(now, room=status.room))

    def _set(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.exchange_changed.emit()

"""When to exchange without being asked: a beat, the wake-up of the computer, the return of the network.

APScheduler keeps the beat on its own thread and only says so; the exchange itself goes through `desktop.background`.
After trouble the beat comes sooner at first and then ever later, with at most five minutes between.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

TICK: Final = timedelta(seconds=15)
EVERY: Final = timedelta(minutes=5)
_FIRST_RETRY: Final = timedelta(seconds=30)
_SLEPT: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Time as a parameter: the wall's, and seconds of one that stands still while the computer sleeps."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float] = time.monotonic


class Heartbeat(QObject):
    """Says when an exchange is due. Deaf until `start`."""

    due = Signal(str)
    """Why: ``beat``, ``awake`` or ``network``."""
    _ticked = Signal()

    def __init__(self, clocks: Clocks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._scheduler: Any = None
        self._network: Any = None
        self._troubles = 0
        self._last = (clocks.now(), clocks.monotonic())
        self.next_at: datetime = clocks.now()
        self.paused = False
        self._ticked.connect(self.tick, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to beat; imports the scheduler, so call it after the first paint."""
        from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415 - 0.2 s after first paint

        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._ticked.emit, "interval", seconds=TICK.total_seconds(), coalesce=True, max_instances=1
        )
        self._scheduler.start()
        self._watch_network()

    def stop(self) -> None:
        """No more beats."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None

    def tick(self) -> None:
        """A moment passed: has the computer slept, was its clock set, is the next exchange due?

        Without the look at the clock, one that is set back a year would leave the next beat a year away.
        """
        now, steady = self._clocks.now(), self._clocks.monotonic()
        slept = (now - self._last[0]) - timedelta(seconds=steady - self._last[1])
        gap = now - self._last[0]
        self._last = (now, steady)
        if abs(slept) > _SLEPT or gap > _SLEPT + TICK:
            self._say("awake")
        elif now >= self.next_at:
            self._say("beat")

    def succeeded(self) -> None:
        """An exchange ended well: the next one in five minutes."""
        self._troubles = 0
        self.next_at = self._clocks.now() + EVERY

    def failed(self) -> None:
        """An exchange ended in trouble: again soon, then later and later."""
        wait = min(_FIRST_RETRY * 2 ** min(self._troubles, 10), EVERY)
        self._troubles += 1
        self.next_at = self._clocks.now() + wait

    def network_came_back(self) -> None:
        """The computer has a network again."""
        self._troubles = 0
        self._say("network")

    @property
    def metered(self) -> bool:
        """Whether the system says that this connection is paid for by volume; False where it cannot tell."""
        return self._network is not None and bool(self._network.isMetered())

    def _say(self, why: str) -> None:
        self.next_at = self._clocks.now() + EVERY
        if not self.paused:
            self.due.emit(why)

    def _watch_network(self) -> None:
        """Where the system tells of its network; elsewhere the beat finds out by itself."""
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415 - 0.1 s after first paint

        if not QNetworkInformation.loadDefaultBackend():
            return
        self._network = QNetworkInformation.instance()
        self._network.reachabilityChanged.connect(self._reached)

    def _reached(self, reach: object) -> None:
        if getattr(reach, "name", "") in {"Online", "Site"}:
            self.network_came_back()

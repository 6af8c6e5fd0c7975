"""The worker beside the server: does due jobs, woken after requests and once in a while."""

from __future__ import annotations

import threading

import structlog
from sqlalchemy.exc import OperationalError

from hub.errors import StorageFailing, StorageFull
from hub.service.ground import Ground
from hub.service.reserving import Reserve
from hub.service.working import run_due_jobs

_PAUSE = 2.0
"""Seconds between two looks when nobody wakes it; jobs of another process and put-off ones are found by then."""
_BREATH = 0.2
"""Seconds between two looks however often it is woken: every exchange wakes it, and hardly any leaves work behind."""
_OVER = {
    "storage_full": "storage_has_room",
    "storage_failing": "storage_works_again",
    "database_away": "database_back",
}
log = structlog.get_logger("hub.worker")


class Worker:
    """One thread. Its work is rows in the database, so that killing it loses nothing."""

    def __init__(self, ground: Ground, reserve: Reserve | None = None) -> None:
        self._ground, self._reserve = ground, reserve
        self._wake = threading.Event()
        self._ending = threading.Event()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="hub-worker", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def kick(self) -> None:
        """There may be something to do."""
        self._wake.set()

    def stop(self) -> None:
        """End after the job at hand."""
        self._ending.set()
        self._wake.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._ending.is_set():
            self._wake.wait(_PAUSE)
            self._wake.clear()
            self._look()
            self._ending.wait(_BREATH)

    def _look(self) -> None:
        """Do what is due. Outlives a database that is away and a disk without room or that fails: the jobs stay due."""
        if self._reserve is not None:
            self._reserve.look()
        try:
            while not self._ending.is_set() and run_due_jobs(self._ground):
                continue
        except StorageFull:
            self._say("storage_full")
        except StorageFailing:
            self._say("storage_failing")
        except OperationalError:
            self._say("database_away")
        except Exception:
            log.exception("worker_failed")
        else:
            self._say("")

    def _say(self, trouble: str) -> None:
        """Once when the world lets it down, once when it does no more: not every other second."""
        if trouble != self._trouble:
            log.warning(trouble or _OVER[self._trouble])
        self._trouble = trouble

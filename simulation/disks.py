"""A database at whose commits a program can die, or its disk be full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from simulation.faults import Killed, OnDesk


@dataclass
class Disk:
    """Counts the writing commits of one program's database and lets the planned ones go wrong.

    Attributes:
        plan: what happens at which commit from now on, the next being 0.
        happened: how many of the plans came true.
    """

    plan: dict[int, OnDesk] = field(default_factory=dict)
    happened: int = 0
    _commits: int = 0

    def watch(self, engine: Engine) -> None:
        """Be asked at every commit of this engine."""
        event.listen(engine, "commit", self.committing)

    @contextmanager
    def going_wrong(self, plan: dict[int, OnDesk]) -> Iterator[None]:
        """While this goes on, these commits go wrong."""
        self.plan, self._commits = dict(plan), 0
        try:
            yield
        finally:
            self.plan = {}

    def committing(self, connection: Connection) -> None:
        """A commit is asked for."""
        if not self.plan or _only_reads(connection):
            return
        fault = self.plan.pop(self._commits, None)
        self._commits += 1
        if fault is None:
            return
        self.happened += 1
        if fault is OnDesk.FULL:
            raise OperationalError("COMMIT", None, sqlcipher.OperationalError("database or disk is full"))
        if fault is OnDesk.DIED_AFTER:
            connection.exec_driver_sql("COMMIT")
        raise Killed(fault.value)


def _only_reads(connection: Connection) -> bool:
    options = connection.get_execution_options()
    return bool(options.get("reading") or options.get("ketinting_reading"))

"""The desk's copy of the log as a whole (`sync.desk_copy`), over SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.store import filling, repairing
from desktop.store.database import Database
from sync.desk_copy import Entry, Filled, Mended, Place
from sync.encoding import instant_text
from sync.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class SqlMending:
    """`sync.desk_copy.Mending`."""

    database: Database
    now: Callable[[], datetime]

    def leads(self, scope: str, after: Place, through: int) -> bytes | None:
        """Where the entries behind a place lead."""
        with self.database.reading() as connection:
            return repairing.leads(connection, scope, after, through)

    def mend(self, mended: Mended) -> None:
        """These entries, and no others, in these places."""
        with self.database.writing() as connection:
            repairing.mend(connection, mended)

    def whole_again(self, cursor: Mapping[str, Place], incarnation: str) -> None:
        """The log is right up to these places."""
        with self.database.writing() as connection:
            repairing.whole_again(connection, cursor, incarnation, instant_text(self.now()))


@dataclass(frozen=True, slots=True)
class SqlFirstFill:
    """`sync.desk_copy.FirstFill`."""

    database: Database
    now: Callable[[], datetime]

    def begin(self, snapshot: Snapshot) -> None:
        """Fill from this snapshot."""
        with self.database.writing() as connection:
            filling.begin(connection, snapshot)

    def current(self) -> Filled | None:
        """What is being filled."""
        with self.database.reading() as connection:
            return filling.current(connection)

    def take(self, entries: Sequence[Entry], done: int) -> None:
        """A part of it, whole."""
        with self.database.writing() as connection:
            filling.fill(connection, entries, done, instant_text(self.now()))

    def end(self, cursor: Mapping[str, Place]) -> None:
        """It is filled, or left."""
        with self.database.writing() as connection:
            filling.end(connection, cursor)

"""Connections to the unencrypted files of a seed, in the few ways in which the programs use SQLAlchemy's.

It takes the place of `sqlalchemy.Engine` below `desktop.store.database.Database` and `hub.store.opening.Store`: the
same statements in the same transactions on the same SQLite, begun as the programs begin theirs (`simulation.statements`
tells what is left out). One thread only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from simulation.rows import Found, RowMaker, row_kind
from simulation.statements import DIALECT, plan_of

PRAGMAS: Final = ("foreign_keys = ON", "busy_timeout = 1000", "synchronous = FULL", "temp_store = MEMORY")
_KEPT: Final = 1000
"""Prepared statements that SQLite keeps; the programs have some hundreds."""
_NONE: Final[dict[str, Any]] = {}


def connect(path: Path) -> Any:
    """A connection of the driver."""
    connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None, cached_statements=_KEPT)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


@dataclass
class _Held:
    """One connection of the driver, its only cursor, and what the programs remember with it."""

    driver: Any
    cursor: Any
    remembered: dict[str, Any] = field(default_factory=dict)


class ShortEngine:
    """Keeps connections to one file; `reads`: the option by which the program says that a transaction only reads."""

    dialect = DIALECT

    def __init__(self, path: Path, reads: str) -> None:
        self.path = path
        self.reads = reads
        self.at_commit: Callable[[ShortConnection], None] = lambda _: None
        self._idle: list[_Held] = []

    def connect(self) -> ShortConnection:
        """A connection; its transaction begins with its first statement."""
        return ShortConnection(self, self._taken())

    def raw_connection(self) -> Lent:
        """The driver's own connection, until it is closed."""
        return Lent(self, self._taken())

    def _taken(self) -> _Held:
        if self._idle:
            return self._idle.pop()
        driver = connect(self.path)
        return _Held(driver, driver.cursor())

    def give_back(self, held: _Held) -> None:
        """It is used again."""
        self._idle.append(held)

    def dispose(self) -> None:
        """Close every connection: the last one out folds the write-ahead log into the file."""
        for held in self._idle:
            held.driver.close()
        self._idle.clear()


@dataclass
class Lent:
    """The driver's connection in use."""

    engine: ShortEngine
    held: _Held

    def cursor(self) -> Any:
        """Its cursor."""
        return self.held.cursor

    def close(self) -> None:
        """Give it back."""
        self.engine.give_back(self.held)


class ShortConnection:
    """One connection in use."""

    __slots__ = ("_begun", "_engine", "_held", "_options")

    dialect = DIALECT

    def __init__(self, engine: ShortEngine, held: _Held) -> None:
        self._engine, self._held, self._begun = engine, held, False
        self._options: dict[str, Any] = {}

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """What is not committed is undone."""
        self._end("ROLLBACK")
        self._engine.give_back(self._held)

    @property
    def connection(self) -> Any:
        """The driver's own."""
        return self._held.driver

    def __getattr__(self, name: str) -> Any:
        """`info` is SQLAlchemy's name for what is remembered with the driver's connection."""
        if name != "info":
            raise AttributeError(name)
        return self._held.remembered

    def execution_options(self, **options: Any) -> Self:
        """Remember options."""
        self._options |= options
        return self

    def get_execution_options(self) -> Mapping[str, Any]:
        """Them."""
        return self._options

    @contextmanager
    def begin(self) -> Iterator[None]:
        """A transaction: committed where the block ends without an error."""
        self._begin()
        try:
            yield
            self._engine.at_commit(self)
            self._end("COMMIT")
        finally:
            self._end("ROLLBACK")

    def execute(self, statement: Any, parameters: Any = None) -> Found:
        """Say a statement."""
        if not self._begun:
            self._begin()
        if isinstance(parameters, list):
            return self._several(statement, parameters)
        params = parameters or _NONE
        plan, extracted = plan_of(statement, tuple(params), several=False)
        text, values = plan.said(params, extracted)
        return self._said(text, values, plan.rows)

    def _several(self, statement: Any, parameters: list[Any]) -> Found:
        if len(parameters) == 1:
            return self.execute(statement, parameters[0])
        plan, extracted = plan_of(statement, tuple(parameters[0]), several=True)
        said = [plan.said(each, extracted) for each in parameters]
        return self._for_each(said[0][0], [values for _, values in said])

    def _for_each(self, text: str, rows: list[Any]) -> Found:
        try:
            cursor = self._held.cursor.executemany(text, rows)
        except sqlcipher.Error as error:
            raise _wrapped(text, error) from error
        return Found((), cursor.rowcount)

    def exec_driver_sql(self, text: str, parameters: Any = ()) -> Found:
        """Say a text as it is; for each of several rows where a list is given."""
        if not self._begun:
            self._begin()
        if text == "COMMIT":
            self._end("COMMIT")
            return Found(())
        if isinstance(parameters, list):
            return self._for_each(text, parameters)
        return self._said(text, parameters or (), None)

    def _said(self, text: str, values: Any, rows: RowMaker | None) -> Found:
        cursor = self._held.cursor
        try:
            cursor.execute(text, values)
            found = cursor.fetchall() if cursor.description else []
        except sqlcipher.Error as error:
            raise _wrapped(text, error) from error
        if not found:
            return Found((), cursor.rowcount)
        if rows is None:
            rows = RowMaker(row_kind(tuple(column[0] for column in cursor.description)), ())
        return Found(rows(found), cursor.rowcount)

    def _begin(self) -> None:
        self._held.cursor.execute("BEGIN" if self._options.get(self._engine.reads) else "BEGIN IMMEDIATE")
        self._begun = True

    def _end(self, how: str) -> None:
        if self._begun:
            self._begun = False
            try:
                self._held.cursor.execute(how)
            except sqlcipher.Error as error:
                raise _wrapped(how, error) from error


def _wrapped(text: str, error: Exception) -> DBAPIError:
    """The driver's error as the programs know it."""
    found: Any = DBAPIError.instance(text, None, error, sqlcipher.Error, hide_parameters=True, dialect=DIALECT)
    return found  # type: ignore[no-any-return]  # one of SQLAlchemy's

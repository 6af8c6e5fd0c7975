"""The two databases a hub runs on, opened so that the same code is safe on both.

SQLite through SQLCipher: every writing transaction takes the one writer's lock at once (BEGIN IMMEDIATE), because the
default of SQLAlchemy lost half of competing updates without an error. PostgreSQL: READ COMMITTED, and the rows that a
judgement depends on are locked before it reads anything. A commit that was answered survives a power cut on both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from hub.errors import HubError, OldSqlite, WrongKey
from hub.sealing import DataKey

OLDEST_SQLITE = (3, 51, 3)
"""Before this one a restarted write-ahead log could lose a commit."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 20000",
    "PRAGMA temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database. `writing` and `reading` are the only ways to its rows."""

    engine: Engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write: committed at the end, rolled back by any exception."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads; on SQLite it does not wait for the writer."""
        options = {"ketinting_reading": True}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @property
    def encrypts(self) -> bool:
        """Whether the database itself is encrypted by us; PostgreSQL relies on its volume."""
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def open_sqlite(path: Path, key: DataKey) -> Store:
    """The encrypted file of a small hub.

    Raises:
        OldSqlite: the library is older than 3.51.3.
        WrongKey: the key does not open the file.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise OldSqlite("SQLite pada komputer ini terlalu lama (perlu 3.51.3). Pasang ulang program hub.")
    raw = key.derive("database").hex()

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{raw}'\"")
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except sqlcipher.DatabaseError as cause:
            connection.close()
            raise WrongKey("Basis data hub tidak terbuka dengan kunci ini, atau rusak. Data tidak diubah.") from cause
        return connection

    engine = create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=8)
    event.listen(engine, "begin", _begin)
    return _tried(Store(engine))


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("ketinting_reading")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def open_postgres(url: str) -> Store:
    """The database of a regency. The URL holds its password: it is never printed.

    Raises:
        HubError: nobody answers at that address.
    """
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), pool_size=8, pool_pre_ping=True)
    return _tried(Store(engine))


def _tried(store: Store) -> Store:
    try:
        with store.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
    except SQLAlchemyError as cause:
        store.close()
        raise HubError("Basis data hub tidak dapat dibuka. Data tidak diubah; periksa layanan basis data.") from cause
    return store

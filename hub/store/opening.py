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
from psycopg import Error as PsycopgError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, InvalidatePoolError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from hub.errors import (
    DamagedDatabase,
    DatabaseAway,
    HubError,
    OldSqlite,
    StorageFailing,
    StorageFull,
    WrongKey,
)
from hub.room import has_room
from hub.sealing import DataKey
from hub.store.discretion import quote_no_rows
from hub.store.hearing import has_news
from sync.ballast import give_up

OLDEST_SQLITE = (3, 51, 3)
"""Before this one a restarted write-ahead log could lose a commit."""

_DISK_FULL = "53100"
_DISK_FAILING = "58030"
_DAMAGED = ("XX001", "XX002")
"""PostgreSQL's words for a full disk, one that fails, and pages that are not what was written."""

_OF_THE_DISK = ("disk I/O error", "unable to open database file", "readonly database")
"""What SQLite says when the system would not let it read or write."""

_SESSION = """SELECT
    set_config('lock_timeout', '20s', false),
    set_config('idle_in_transaction_session_timeout', '5min', false),
    CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) END"""
"""Of every connection to PostgreSQL: nobody waits for ever for a row that a hub which hangs has locked, and a commit is
on the disk before it is answered, whatever the server's own file says."""

_LINE = {"connect_timeout": "10", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3"}
"""How soon a database machine that fell silent is noticed, in seconds; what the address says itself comes first."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 20000",
    "PRAGMA temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database. `writing` and `reading` are the only ways to its rows.

    Attributes:
        folder: where the file of the database lies; None where another program keeps it.
    """

    engine: Engine
    folder: Path | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write: committed at the end, rolled back by any exception.

        Raises:
            StorageFull: no room on the disk; nothing of the transaction is kept.
            StorageFailing: the disk does not take it; whether the transaction is kept shows afterwards.
            DamagedDatabase: a page is not what was written.
        """
        with _world_errors(self.folder), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads; on SQLite it does not wait for the writer."""
        options = {"ketinting_reading": True}
        with self._with(options) as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """One transaction that reads everything as of one moment, however long it takes."""
        options: dict[str, Any] = {"ketinting_reading": True}
        if not self.encrypts:
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._with(options) as connection:
            if not self.encrypts:
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection

    @contextmanager
    def claimed(self, work: str) -> Iterator[bool]:
        """Whether a piece of work is ours alone as long as this goes on; another hub's process may be at it.

        The claim is the connection's: it ends with the process that has it, however that ends. One process that is
        the only one at its file need not ask.
        """
        if self.encrypts:
            yield True
            return
        autocommit = {"isolation_level": "AUTOCOMMIT"}
        with _world_errors(self.folder), self.engine.connect().execution_options(**autocommit) as connection:
            mine = bool(connection.execute(_CLAIM, {"work": work}).scalar())
            try:
                yield mine
            finally:
                if mine:
                    _let_go(connection, work)

    @contextmanager
    def _with(self, options: dict[str, Any]) -> Iterator[Connection]:
        with (
            _world_errors(self.folder),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @property
    def encrypts(self) -> bool:
        """Whether the database itself is encrypted by us; PostgreSQL relies on its volume."""
        return self.engine.dialect.name == "sqlite"

    def unsafe_settings(self) -> list[str]:
        """What is switched off in PostgreSQL without which a power cut costs data; nothing on SQLite."""
        if self.encrypts:
            return []
        with self.reading() as connection:
            return list(connection.execute(_SWITCHED_OFF).scalars())

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


_CLAIM = text("SELECT pg_try_advisory_lock(hashtextextended(:work, 0))")
_SWITCHED_OFF = text(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name"
)
_LET_GO = text("SELECT pg_advisory_unlock(hashtextextended(:work, 0))")


def _let_go(connection: Connection, work: str) -> None:
    """End a claim; with a connection that broke it has ended already."""
    try:
        connection.execute(_LET_GO, {"work": work})
    except SQLAlchemyError:
        connection.invalidate()


@contextmanager
def _world_errors(folder: Path | None) -> Iterator[None]:
    """Name the disk's troubles; what is left is the database's, or a mistake of ours."""
    try:
        yield
    except DatabaseError as error:
        trouble = _trouble_of(error.orig, folder)
        if trouble is None:
            raise
        if isinstance(trouble, StorageFull) and folder is not None:
            give_up(folder)
        raise trouble from error


def _trouble_of(said: BaseException | None, folder: Path | None) -> HubError | None:
    text, state = str(said), getattr(said, "sqlstate", "")
    disk = any(words in text for words in _OF_THE_DISK)
    if "is full" in text or state == _DISK_FULL or (disk and folder is not None and not has_room(folder)):
        return StorageFull()
    if disk or state == _DISK_FAILING:
        return StorageFailing()
    if type(said) is sqlcipher.DatabaseError or state in _DAMAGED:
        return DamagedDatabase()
    return None


def open_sqlite(path: Path, key: DataKey) -> Store:
    """The encrypted file of a small hub.

    Raises:
        OldSqlite: the library is older than 3.51.3.
        WrongKey: the key does not open the file.
        DamagedDatabase: the key opens it, and something in it is not what was written.
        StorageFull, StorageFailing, DatabaseAway: it is not to be had now.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise OldSqlite("SQLite pada komputer ini terlalu lama (perlu 3.51.3). Pasang ulang program hub.")
    raw = key.derive("database").hex()
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, raw),
        poolclass=QueuePool,
        pool_size=8,
        hide_parameters=True,  # an error in a log must not carry a citizen's data
    )
    event.listen(engine, "begin", _begin)
    return _tried(Store(engine, path.parent))


def _connect(path: Path, raw: str) -> Any:
    connection = _keyed(path, raw)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlcipher.DatabaseError as cause:
        connection.close()
        if isinstance(cause, sqlcipher.OperationalError):  # the disk, not the key: `Store` names it
            raise
        raise _unopened(path, raw) from cause
    return connection


def _keyed(path: Path, raw: str) -> Any:
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{raw}'\"")
    return connection


def _unopened(path: Path, raw: str) -> HubError:
    """A key that opens the first page is the right one: then it is another page that is not what was written."""
    connection = _keyed(path, raw)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlcipher.DatabaseError:
        return WrongKey(
            "Basis data hub tidak terbuka dengan kunci ini, atau rusak. Data tidak diubah. Periksa berkas kunci; "
            "bila kuncinya benar, pulihkan cadangan."
        )
    finally:
        connection.close()
    return DamagedDatabase()


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("ketinting_reading")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def open_postgres(url: str) -> Store:
    """The database of a regency. The URL holds its password: it is never printed.

    Raises:
        DatabaseAway: nobody answers at that address.
    """
    found = make_url(url).set(drivername="postgresql+psycopg")
    line = {name: value for name, value in _LINE.items() if name not in found.query}
    engine = create_engine(found, pool_size=8, connect_args=line, hide_parameters=True)
    quote_no_rows(engine)
    event.listen(engine, "connect", _settle)
    event.listen(engine, "checkout", _look_at)
    return _tried(Store(engine))


def _settle(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SESSION)
    connection.commit()


def _look_at(connection: Any, _record: Any, _fairy: Any) -> None:
    """Take no connection that the server has ended: its last word lies unread there; an idle one hears nothing else.

    Asking each time whether it is alive costs a way to the server and back, twice in every exchange; looking is free.

    Raises:
        InvalidatePoolError: it is gone, and so are those that lie beside it.
    """
    try:
        if has_news(connection.fileno()):
            connection.execute("")
            connection.rollback()
    except PsycopgError as error:
        raise InvalidatePoolError from error


def _tried(store: Store) -> Store:
    try:
        with store.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
    except SQLAlchemyError as cause:
        store.close()
        raise DatabaseAway(
            "Basis data hub tidak dapat dibuka. Data tidak diubah; periksa layanan basis data."
        ) from cause
    except HubError:
        store.close()
        raise
    return store

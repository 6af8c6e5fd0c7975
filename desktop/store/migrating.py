"""Bringing a profile's database to this program's shape: a copy first, never backwards."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desktop.store.database import Database, newer_store
from sync.durable import keep_folder

HEAD: Final = "0004"
"""The newest revision; a test asserts that it is Alembic's head. Kept here so that opening need not import Alembic."""
KNOWN: Final = frozenset({"0001", "0002", "0003", "0004"})


def bring_up_to_date(database: Database, backups: Path) -> None:
    """Migrate where needed, after a copy of what was there.

    Raises:
        NewerStore: a newer program wrote it; nothing is touched.
        StoreFull: no room for the copy; nothing is touched.
    """
    with database.reading() as connection:
        found = _revision(connection)
    if found == HEAD:
        return
    if found is not None and found not in KNOWN:
        raise newer_store()
    if found is not None:
        keep_folder(backups)
        database.copy_to(backups / f"before-{HEAD}-from-{found}.db")
    with database.writing() as connection:
        _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    table = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if table is None:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - 0.3 s that only a migration needs
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)

"""The schema of a database against that of this program: migrated forward, never written by an older one."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect

from hub.errors import NewerSchema, OldSchema
from hub.store.opening import Store

_MIGRATIONS = Path(__file__).parent / "migrations"
REVISIONS: Final = ("0001", "0002", "0003")
"""All revisions, the newest last; a test holds them against Alembic's. Kept here so that opening need not import it."""


def newest() -> str:
    """The revision that this program writes."""
    return REVISIONS[-1]


def current(store: Store) -> str | None:
    """The revision that the database was left at; None for an empty one."""
    with store.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def upgrade(store: Store) -> None:
    """Bring the database to this program's revision, all or nothing.

    Raises:
        NewerSchema: a newer program wrote it.
    """
    found = current(store)
    refuse_newer(found)
    if found == newest():
        return
    with store.writing() as connection:
        bring_to(connection, "head")


def bring_to(connection: Connection, revision: str) -> None:
    """Migrate within a transaction that is already open."""
    from alembic import command  # noqa: PLC0415 - a third of a second that only a migration needs
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def check(store: Store) -> None:
    """Refuse a database that this program would misread.

    Raises:
        NewerSchema: a newer program wrote it.
        OldSchema: it was never brought to this program's revision.
    """
    found = current(store)
    refuse_newer(found)
    if found != newest():
        raise OldSchema(
            "Basis data hub belum diperbarui ke versi program ini. Data tidak diubah. Jalankan: hub init lagi."
        )


def refuse_newer(found: str | None) -> None:
    """Refuse a revision that this program does not know.

    Raises:
        NewerSchema: a newer program wrote it.
    """
    if found is not None and found not in REVISIONS:
        raise NewerSchema("Basis data hub ditulis oleh program yang lebih baru. Perbarui program; data tidak diubah.")

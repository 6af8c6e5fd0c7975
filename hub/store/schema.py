"""The schema of a database against that of this program: migrated forward, never written by an older one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from hub.errors import NewerSchema, OldSchema
from hub.store.opening import Store

_REVISIONS = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_REVISIONS))
    return config


def newest() -> str:
    """The revision that this program writes."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    return head or ""


def current(store: Store) -> str | None:
    """The revision that the database was left at; None for an empty one."""
    with store.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(store: Store) -> None:
    """Bring the database to this program's revision, all or nothing.

    Raises:
        NewerSchema: a newer program wrote it.
    """
    _refuse_newer(current(store))
    config = _config()
    with store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def check(store: Store) -> None:
    """Refuse a database that this program would misread.

    Raises:
        NewerSchema: a newer program wrote it.
        OldSchema: it was never brought to this program's revision.
    """
    found = current(store)
    _refuse_newer(found)
    if found != newest():
        raise OldSchema("Basis data hub belum diperbarui ke versi program ini. Jalankan: ketinting hub init lagi.")


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found is not None and found not in known:
        raise NewerSchema("Basis data hub ditulis oleh program yang lebih baru. Perbarui program; data tidak diubah.")

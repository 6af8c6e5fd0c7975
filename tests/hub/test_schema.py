import os
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, Table, UniqueConstraint, text

from hub.errors import HubError, NewerSchema, OldSchema, OldSqlite, WrongKey
from hub.sealing import DataKey
from hub.store import opening, schema
from hub.store.opening import Store, open_postgres, open_sqlite
from hub.store.tables import ALL, SHARED

GROWING = [table for table in ALL.sorted_tables if table.name not in SHARED]


@pytest.mark.parametrize("table", GROWING, ids=lambda table: table.name)
def test_the_shard_stands_first_in_every_key_of_a_growing_table(table: Table) -> None:
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
            assert next(iter(constraint.columns)).name == "shard"
        if isinstance(constraint, ForeignKeyConstraint):
            assert constraint.column_keys[0] == "shard"
            assert constraint.elements[0].column.name == "shard"
    for index in table.indexes:
        assert next(iter(index.columns)).name == "shard"


def test_reference_tables_are_the_only_ones_without_a_shard() -> None:
    without = {table.name for table in ALL.sorted_tables if "shard" not in table.c}
    assert without == SHARED


def test_the_revisions_make_exactly_the_tables_of_the_program(store: Store) -> None:
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), ALL) == []


def test_the_revisions_named_are_those_that_alembic_would_run() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations")).walk_revisions()
    assert tuple(script.revision for script in scripts) == schema.REVISIONS[::-1]


def test_a_migrated_database_passes_and_migrating_again_changes_nothing(store: Store) -> None:
    schema.upgrade(store)
    schema.check(store)
    assert schema.current(store) == schema.newest()


def test_a_database_of_a_newer_program_is_refused(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema):
        schema.check(store)
    with pytest.raises(NewerSchema):
        schema.upgrade(store)


def test_a_database_that_was_never_migrated_is_refused(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "hub.db", DataKey(os.urandom(32)))
    with pytest.raises(OldSchema):
        schema.check(store)
    store.close()


def test_the_file_is_encrypted_and_another_key_does_not_open_it(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    store = open_sqlite(path, DataKey(os.urandom(32)))
    schema.upgrade(store)
    assert store.encrypts
    store.close()
    assert b"alembic" not in path.read_bytes()
    with pytest.raises(WrongKey):
        open_sqlite(path, DataKey(os.urandom(32)))


def test_a_commit_is_on_the_disk_before_it_is_answered(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "hub.db", DataKey(os.urandom(32)))
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(OldSqlite):
        open_sqlite(tmp_path / "hub.db", DataKey(os.urandom(32)))


def test_a_database_that_nobody_serves_is_a_sentence_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(HubError) as found:
        open_postgres(f"postgresql://hub:rahasia@/hub?host={tmp_path}")
    assert "rahasia" not in str(found.value)

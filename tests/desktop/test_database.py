from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from desktop.errors import DamagedStore, NewerStore, NotAllowed, StoreFailing, StoreFull
from desktop.store import actions, blobs, migrating, projection, remembering, settings
from desktop.store import database as opening
from desktop.store.database import Database, open_database
from desktop.store.tables import metadata
from tests import fresh_desks
from tests.room import no_room

KEY = b"k" * 32


def opened(folder: Path) -> Database:
    database = open_database(folder / "ketinting.db", KEY)
    migrating.bring_up_to_date(database, folder / "backups")
    return database


def test_nothing_is_readable_on_the_disk_and_every_commit_is_full(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        settings.put(connection, "contoh", "Warga Contoh")
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 2, 1]
    found = b"".join(path.read_bytes() for path in tmp_path.glob("ketinting.db*"))
    assert b"Warga Contoh" not in found
    assert b"SQLite format" not in found
    database.close()


def test_the_migrated_shape_is_the_shape_of_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "_upgrade", fresh_desks.migrate)
    database = opened(tmp_path)
    with database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    known = [each for each in differences if "s_fts" not in str(each)]
    assert known == []
    database.close()


def test_the_head_that_opening_knows_is_alembics_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).with_name("migrations")))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == migrating.HEAD
    assert {revision.revision for revision in script.walk_revisions()} == migrating.KNOWN
    for revision in sorted(migrating.KNOWN):
        with pytest.raises(NotImplementedError):
            script.get_revision(revision).module.downgrade()


def test_a_power_cut_while_the_log_is_folded_into_the_file_damages_nothing(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        settings.put(connection, "contoh", "tersimpan")
    cut = tmp_path / "padam"
    cut.mkdir()
    for name in ("ketinting.db", "ketinting.db-wal"):
        shutil.copy(tmp_path / name, cut)
    database.close()
    with (cut / "ketinting.db").open("r+b") as file:
        file.seek(512)
        file.write(bytes(3 * 4096))
    again = open_database(cut / "ketinting.db", KEY)
    with again.reading() as connection:
        assert settings.get(connection, "contoh", str) == "tersimpan"
    with again.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM settings")
        with again.writing() as writer:
            settings.put(writer, "contoh", "somebody still reads what was before")
        assert again.healthy()
    with again.writing() as writer:
        settings.put(writer, "contoh", "the disk is full")
    with no_room():
        assert again.healthy()
    again.close()


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerStore, match="lebih baru"):
        migrating.bring_up_to_date(database, tmp_path / "backups")
    database.close()


def test_an_older_database_is_copied_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        settings.put(connection, "contoh", "sebelum")
    monkeypatch.setattr(migrating, "KNOWN", migrating.KNOWN | {"0000"})
    monkeypatch.setattr(migrating, "_upgrade", lambda _: None)
    migrating.bring_up_to_date(database, tmp_path / "backups")
    database.close()
    copy = open_database(tmp_path / "backups" / f"before-{migrating.HEAD}-from-0000.db", KEY)
    with copy.reading() as connection:
        assert settings.get(connection, "contoh", str) == "sebelum"
    copy.close()


def test_a_desk_of_the_tests_has_the_shape_of_a_migrated_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = []
    for name, upgrade in (("asli", fresh_desks.migrate), ("dulu", migrating._upgrade), ("lagi", migrating._upgrade)):
        monkeypatch.setattr(migrating, "_upgrade", upgrade)
        (tmp_path / name).mkdir()
        database = opened(tmp_path / name)
        with database.reading() as connection:
            shapes.append(fresh_desks.statements_of(connection))
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == migrating.HEAD
        database.close()
    assert shapes[0] == shapes[1] == shapes[2]


def test_what_was_there_before_is_there_after_every_step(tmp_path: Path) -> None:
    database = open_database(tmp_path / "ketinting.db", KEY)
    with database.writing() as connection, pytest.MonkeyPatch.context() as older:
        older.setattr(migrating, "HEAD", "0001")
        migrating._upgrade(connection)
        settings.put(connection, "contoh", "sebelum")
    migrating.bring_up_to_date(database, tmp_path / "backups")
    with database.reading() as connection:
        assert settings.get(connection, "contoh", str) == "sebelum"
        assert remembering.last_exchanges(connection) == ()
    database.close()


def test_an_alembic_table_without_a_row_counts_as_empty(tmp_path: Path) -> None:
    database = open_database(tmp_path / "ketinting.db", KEY)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    migrating.bring_up_to_date(database, tmp_path / "backups")
    assert database.healthy()
    database.close()


def test_a_damaged_database_says_what_to_do(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / "ketinting.db"
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    with pytest.raises(DamagedStore, match="desk restore"):
        open_database(path, KEY)


def test_after_an_unclean_end_every_page_is_looked_at(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / "ketinting.db"
    whole = bytearray(path.read_bytes())
    whole[-2000] ^= 0xFF
    path.write_bytes(bytes(whole))
    open_database(path, KEY).close()
    path.with_name("ketinting.db-wal").touch()
    with pytest.raises(DamagedStore):
        open_database(path, KEY)


def write_much(database: Database) -> None:
    with database.writing() as connection:
        settings.put(connection, "contoh", "baru")
        settings.put(connection, "besar", secrets.token_hex(500_000))


def test_a_full_disk_keeps_nothing_half_done(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        settings.put(connection, "contoh", "lama")
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull, match="penuh"):
        write_much(database)
    with database.reading() as connection:
        assert settings.get(connection, "contoh", str) == "lama"
    database.close()


def test_a_write_that_must_wait_too_long_says_so(tmp_path: Path) -> None:
    database, other = opened(tmp_path), opened(tmp_path)
    with database.writing():
        with other.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(NotAllowed, match="sedang menulis"), other.writing():
            pass
    database.close()
    other.close()


def test_our_own_mistakes_in_sql_stay_ours(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with pytest.raises(IntegrityError) as caught, database.writing() as connection:
        connection.execute(text("INSERT INTO settings (name) VALUES (:name)"), {"name": "Warga Contoh"})
    assert "Warga Contoh" not in str(caught.value)
    database.close()


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(NotAllowed, match="terlalu tua"):
        open_database(tmp_path / "ketinting.db", KEY)


@pytest.mark.parametrize(
    "said", ["disk I/O error", "unable to open database file", "attempt to write a readonly database"]
)
def test_a_disk_that_fails_is_neither_damage_nor_full(tmp_path: Path, said: str) -> None:
    with pytest.raises(StoreFailing, match="tidak berubah") as told, opening._world_errors(tmp_path / "x"):
        raise sqlcipher.OperationalError(said)
    assert told.value.code == "disk_gagal"
    assert "rusak, padahal" not in told.value.sentence


def test_an_error_of_the_disk_that_has_no_room_is_a_full_disk(tmp_path: Path) -> None:
    with no_room(), pytest.raises(StoreFull), opening._world_errors(tmp_path / "x"):
        raise sqlcipher.OperationalError("disk I/O error")


def test_pages_that_are_not_what_was_written_are_damage_whatever_the_disk_says(tmp_path: Path) -> None:
    with pytest.raises(DamagedStore, match="desk restore"), opening._world_errors(tmp_path / "x"):
        raise sqlcipher.DatabaseError("database disk image is malformed")


def test_settings_are_put_again_and_dropped(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as connection:
        settings.put(connection, "n", 1)
        settings.put(connection, "n", 2)
        assert settings.get(connection, "n", int) == 2
        settings.drop(connection, "n")
        assert settings.get(connection, "n", int) is None
    database.close()


def test_one_request_is_found_without_reading_all_of_them(tmp_path: Path) -> None:
    database = opened(tmp_path)
    asked: list[tuple[str, tuple[object, ...]]] = []
    with database.reading() as connection:

        def note(_c: object, _k: object, statement: str, parameters: Any, *_: object) -> None:
            if statement.startswith("SELECT"):
                asked.append((statement, tuple(parameters)))

        event.listen(connection, "before_cursor_execute", note)
        for look in (actions.of_request, actions.by_hash, actions.by_id, projection.row, blobs.of_request):
            look(connection, "contoh")
        blobs.letters_of(connection, "contoh")
        actions.refused_own(connection)
        remembering.looks_of(connection, "camat", ["contoh"])
        event.remove(connection, "before_cursor_execute", note)
        plans = [
            str(row[3])
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    database.close()
    assert len(asked) == 8
    assert [plan for plan in plans if plan.startswith("SCAN")] == []

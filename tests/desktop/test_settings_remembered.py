"""A desk asks its settings again only when somebody has written since; nobody ever reads what is not so any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from desktop.store import migrating, settings
from desktop.store.database import Database, open_database

KEY = b"k" * 32


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = open_database(tmp_path / "ketinting.db", KEY)
    migrating.bring_up_to_date(found, tmp_path / "backups")
    yield found
    found.close()


def written(database: Database, value: str) -> None:
    with database.writing() as connection:
        settings.put(connection, "contoh", value)


def seen(connection: Connection) -> str | None:
    return settings.get(connection, "contoh", str)


def read(database: Database) -> str | None:
    with database.reading() as connection:
        return seen(connection)


@contextmanager
def questions(database: Database) -> Iterator[list[str]]:
    """The statements that ask for settings."""
    asked: list[str] = []

    def note(*said: object) -> None:
        asked.extend(str(text) for text in said[2:3] if "settings" in str(text) and "SELECT" in str(text))

    engine = database._engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_what_was_read_once_is_not_asked_again(database: Database) -> None:
    written(database, "satu")
    with questions(database) as asked:
        assert [read(database) for _ in range(3)] == ["satu"] * 3
    assert len(asked) == 1


def test_two_settings_of_one_transaction_are_both_remembered(database: Database) -> None:
    with database.writing() as connection:
        settings.put(connection, "contoh", "satu")
        settings.put(connection, "lain", "dua")
    with questions(database) as asked:
        for _ in range(3):
            with database.reading() as connection:
                assert (seen(connection), settings.get(connection, "lain", str)) == ("satu", "dua")
    assert len(asked) == 2


def test_what_another_program_wrote_is_read_by_the_next_who_looks(database: Database) -> None:
    written(database, "satu")
    assert read(database) == "satu"
    other = open_database(database.path, KEY)
    written(other, "dua")
    assert read(database) == "dua"
    other.close()


def test_what_this_program_wrote_on_either_of_its_connections_is_read_on_both(database: Database) -> None:
    written(database, "satu")
    with ExitStack() as stack:
        assert [seen(stack.enter_context(database.reading())) for _ in range(2)] == ["satu"] * 2
    for value in ("dua", "tiga"):
        written(database, value)
        with ExitStack() as stack:
            assert [seen(stack.enter_context(database.reading())) for _ in range(2)] == [value] * 2


def test_a_reader_goes_on_seeing_one_moment(database: Database) -> None:
    written(database, "satu")
    with database.reading() as connection:
        assert seen(connection) == "satu"
        written(database, "dua")
        assert seen(connection) == "satu"
    assert read(database) == "dua"


def test_what_was_never_committed_is_not_remembered(database: Database) -> None:
    written(database, "satu")
    assert read(database) == "satu"
    with pytest.raises(RuntimeError, match="comes to nothing"):
        come_to_nothing(database)
    assert read(database) == "satu"


def come_to_nothing(database: Database) -> None:
    with database.writing() as connection:
        settings.put(connection, "contoh", "dua")
        assert seen(connection) == "dua"
        raise RuntimeError("comes to nothing")


def test_what_is_dropped_is_gone_for_the_next_too(database: Database) -> None:
    written(database, "satu")
    assert read(database) == "satu"
    with database.writing() as connection:
        settings.drop(connection, "contoh")
        assert seen(connection) is None
    assert read(database) is None

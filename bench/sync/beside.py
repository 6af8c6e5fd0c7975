"""What a thousand records cost the others: pushed, pulled, and one of them changed, over a slow line and over none."""

from __future__ import annotations

import base64
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import requests

from bench.sync import peers, postgres
from bench.sync.line import Line, lain, slow

Records = list[dict[str, Any]]
_BATCH: Final = 25
"""Requests in one of Kinto's batches, as its own client sends them."""


@dataclass(slots=True)
class Beside:
    """One program on one line: seconds and bytes of its push, its pull and one change."""

    name: str
    push: float = 0.0
    pull: float = 0.0
    change: float = 0.0
    push_bytes: int = 0
    pull_bytes: int = 0
    change_bytes: int = 0
    connections: int = 0
    trouble: str = ""


def measured(name: str, records: Records, folder: Path, *, over_slow: bool) -> Beside:
    """One program on one line; its trouble, where it cannot be had, is part of what is told."""
    found = Beside(name)
    try:
        with tempfile.TemporaryDirectory() as where:
            PROGRAMS[name](found, records, (folder, Path(where)), slow if over_slow else Line)
    except (peers.PeerMissing, OSError, requests.RequestException) as trouble:
        found.trouble = f"{type(trouble).__name__}: {trouble}"[:200]
    return found


def _counted(line: Line, deed: Callable[[], float]) -> tuple[float, int]:
    before = line.carried()
    return deed(), line.carried() - before


def _anki(found: Beside, records: Records, places: tuple[Path, Path], way: Callable[[int], Line]) -> None:
    folder, where = places
    python = peers.python_of("anki", folder)
    with peers.anki(folder, where) as port, lain(way(port)) as line, peers.driven([python], "anki.txt") as client:
        one, two = str(where / "one"), str(where / "two")
        near, far = f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{line.port}/"
        client.do("full", folder=one, url=near, upload=True)
        client.do("full", folder=two, url=near, upload=False)
        for each in (one, two):
            client.do("login", folder=each, url=far)
        client.do("add", folder=one, records=records)
        began = line.connections
        found.push, found.push_bytes = _counted(line, lambda: client.do("sync", folder=one, url=far))
        found.pull, found.pull_bytes = _counted(line, lambda: client.do("sync", folder=two, url=far))
        client.do("count", folder=two, count=len(records))
        client.do("change", folder=one)
        found.change, found.change_bytes = _counted(line, lambda: client.do("sync", folder=one, url=far))
        found.connections = line.connections - began


def _pouchdb(found: Beside, records: Records, places: tuple[Path, Path], way: Callable[[int], Line]) -> None:
    folder, where = places
    home = peers.pouchdb(folder)
    package = str(home / "node_modules" / "pouchdb")
    with (
        peers.pouchdb_server(folder, where) as port,
        lain(way(port)) as line,
        peers.driven(["node"], "pouchdb.js", package) as client,
    ):
        one, two, far = str(where / "one"), str(where / "two"), f"http://127.0.0.1:{line.port}/contoh"
        client.do("add", folder=one, records=records)
        found.push, found.push_bytes = _counted(line, lambda: client.do("push", folder=one, url=far))
        found.pull, found.pull_bytes = _counted(line, lambda: client.do("pull", folder=two, url=far))
        client.do("count", folder=two, count=len(records))
        client.do("change", folder=one)
        found.change, found.change_bytes = _counted(line, lambda: client.do("push", folder=one, url=far))
        found.connections = line.connections


def _kinto(found: Beside, records: Records, places: tuple[Path, Path], way: Callable[[int], Line]) -> None:
    folder, where = places
    with (
        postgres.server() as database,
        peers.kinto(folder, where, database.database("kinto")) as port,
        lain(way(port)) as line,
    ):
        client = _Kinto(f"http://127.0.0.1:{line.port}/v1")
        client.begin(f"http://127.0.0.1:{port}/v1")
        found.push, found.push_bytes = _counted(line, lambda: client.push(records))
        found.pull, found.pull_bytes = _counted(line, lambda: client.pull(len(records)))
        found.change, found.change_bytes = _counted(line, lambda: client.push(records[:1]))
        found.connections = line.connections


class _Kinto:
    """Kinto's protocol as its own clients speak it: batches of 25, and the list of what is new."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Authorization"] = "Basic " + base64.b64encode(b"u:p").decode("ascii")

    def begin(self, near: str) -> None:
        """The collection, made beside the line."""
        for path in ("/buckets/contoh", "/buckets/contoh/collections/surat"):
            self.session.put(near + path).raise_for_status()

    def push(self, records: Records) -> float:
        """Every record by its own PUT, 25 in a batch."""
        began, place = time.perf_counter(), "/buckets/contoh/collections/surat/records"
        asked = [{"method": "PUT", "path": f"{place}/r{n}", "body": {"data": each}} for n, each in enumerate(records)]
        for start in range(0, len(asked), _BATCH):
            body = json.dumps({"requests": asked[start : start + _BATCH]})
            said = self.session.post(self.url + "/batch", body, headers={"Content-Type": "application/json"})
            said.raise_for_status()
            if any(each["status"] >= 300 for each in said.json()["responses"]):
                raise peers.PeerMissing(f"Kinto refused a record: {said.text[:100]}")
        return time.perf_counter() - began

    def pull(self, count: int) -> float:
        """The whole collection, page after page."""
        began, found = time.perf_counter(), 0
        following: str | None = self.url + "/buckets/contoh/collections/surat/records"
        while following:
            said = self.session.get(following)
            said.raise_for_status()
            found += len(said.json()["data"])
            following = said.headers.get("Next-Page")
        if found < count:
            raise peers.PeerMissing(f"Kinto gave {found} of {count} records")
        return time.perf_counter() - began


PROGRAMS: Final = {"Anki": _anki, "Kinto": _kinto, "PouchDB": _pouchdb}

"""Our side of the comparison: hubs as processes with TLS on one PostgreSQL, and desks that are enrolled there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from bench.sync.records import PACK, SERVICE
from desktop.cli.demo.tls import Transport, make_transport
from domain.actions import ActionKind, Blob
from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.admin.folder import FolderSettings, Place, make_hub
from hub.service.ground import Ground
from hub.world import real_world
from resources.regions import open_regions
from sync.client import HubClient, Link
from sync.client.hub_client import Pinned
from sync.record import Draft, make, read_action
from tests.hub.desks import Desk, enrol
from tests.hub.town import Clock, Town, sample_certificates

REGENCY: Final = "63.03"
"""One with more villages than 240: a desk that is alone in its scope knows its places beforehand."""
_ROOT: Final = Path(__file__).resolve().parent.parent.parent


@dataclass
class Hub:
    """One hub: its processes, their ports, and the office of administration beside them.

    Attributes:
        villages: codes of its villages, kecamatan by kecamatan in turn.
        processes: of the hub itself.
    """

    town: Town
    place: Place
    transport: Transport
    villages: list[str]
    ports: list[int] = field(default_factory=list)
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def ground(self) -> Ground:
        """For what an administrator does."""
        return self.town.ground

    def desks(self, count: int) -> list[Desk]:
        """So many computers, village after village, each with its clerk."""
        return [enrol(self.town, village, f"petugas-{village}") for village in islice(cycle(self.villages), count)]

    def client(self, desk: Desk, port: int) -> HubClient:
        """A desk's own way to the hub: TLS, signed requests, proved answers."""
        pinned = Pinned(desk.device, desk.device_key, self.ground.identity.key.public)
        authority = self.transport.authority.read_text(encoding="ascii")
        link = Link(f"https://localhost:{port}", authority)
        return HubClient(link, pinned, os.urandom)


@contextmanager
def hub(folder: Path, database: str | None, workers: int = 1) -> Iterator[Hub]:
    """A hub of a regency with all its villages, served by so many processes."""
    world = real_world()
    folder.mkdir(parents=True)
    place = Place(folder / "hub", folder / "hub.key")
    ground = make_hub(place, FolderSettings(regency=REGENCY, database=database), "Hub contoh", world)
    villages = sorted(
        (code for code in open_regions() if code.startswith(f"{REGENCY}.") and code.count(".") == 3),
        key=lambda code: (code[-4:], code),
    )
    _furnish(ground, villages)
    clock = Clock(datetime.now(UTC))
    found = Hub(
        Town(ground, clock, sample_certificates()[0]), place, make_transport(folder, "localhost", clock.now), villages
    )
    with ExitStack() as stack:
        stack.callback(ground.close)
        for _ in range(workers):
            child, port = stack.enter_context(_served(found))
            found.processes.append(child)
            found.ports.append(port)
        yield found


def _furnish(ground: Ground, villages: list[str]) -> None:
    offices = [REGENCY, *sorted({village[:8] for village in villages}), *villages]
    officers = {f"petugas-{village}": village for village in villages}
    officers |= {f"kasi-{office}": office for office in offices if office.count(".") == 2}
    document = {
        "offices": [{"id": office} for office in offices],
        "officers": [{"id": name, "name": f"Contoh Petugas {number}"} for number, name in enumerate(officers)],
        "assignments": [
            {"id": f"tugas-{name}", "officer": name, "office": office, "first": "2025-01-01"}
            | ({"post": "kasi", "seksi": "kesra"} if name.startswith("kasi") else {"post": "clerk", "seksi": None})
            for name, office in officers.items()
        ],
        "packs": ["*"],
    }
    apply_document(ground, read_document(json.dumps(document).encode()), Path.cwd())


@contextmanager
def _served(found: Hub) -> Iterator[tuple[subprocess.Popen[str], int]]:
    words = ["hub", "serve", "--data", str(found.place.folder), "--key-file", str(found.place.key_file), "--port", "0"]
    words += ["--tls-cert", str(found.transport.certificate), "--tls-key", str(found.transport.key)]
    child = subprocess.Popen([sys.executable, "-m", "main", *words], cwd=_ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None  # noqa: S101 - asked for
    try:
        yield child, int(json.loads(child.stdout.readline())["port"])
    finally:
        child.kill()  # what it answered is on the disk
        child.wait(20)
        child.stdout.close()


def submit(desk: Desk, answers: dict[str, Any], scans: tuple[Blob, ...] = (), facts: int = 0) -> None:
    """A citizen's request, signed and queued on this desk, and so many facts about it."""
    clerk = next(iter(desk.keys))
    desk.town.clock.now = datetime.now(UTC)
    body, content = {"service": SERVICE, "office": desk.office}, {"answers": answers, "files": {}}
    request = desk.town.ground.world.new_id()
    made = [desk.make(clerk, ActionKind.SUBMIT, request, content=content, body=body, pack=PACK, blobs=scans)]
    first = read_action(made[0].action)
    for _ in range(facts):
        draft = Draft(
            hub_id=first.hub_id,
            id=desk.town.ground.world.new_id(),
            shard=first.shard,
            request=request,
            kind=ActionKind.ADD_DOCUMENT,
            base=first.hash,
            author=clerk,
            at=first.at,
            hub_at=first.hub_at,
            pack=PACK,
        )
        made.append(make(draft, {"files": {}}, desk.keys[clerk], os.urandom))
    desk.own |= {read_action(each.action).id: each for each in made}
    desk.queue += made


def seconds_of(*pids: int) -> float:
    """Processor time that processes, their threads and their children have used so far."""
    ticks = 0
    for pid in pids:
        for each in _family(pid):
            fields = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        for thread in Path(f"/proc/{each}/task").iterdir():
            found += [int(word) for word in (thread / "children").read_text(encoding="ascii").split()]
    return found

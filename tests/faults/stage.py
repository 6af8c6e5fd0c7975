"""Where the programs play: a regency with hub and link, and computers of offices that are watched while they work."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.cli.demo.processes import PROGRAM, ROOT, Nursery
from desktop.cli.demo.stage import Desk, Hub
from tests.faults.tracing import VOLATILE, until_written, watched
from tests.stories.world import House, World, slug

VILLAGE, OFFICE = "Sepatin", "64.02.04.2001"
KECAMATAN, OFFICE_ABOVE = "Anggana", "64.02.04"
CLERK, KADES = "sepatin-petugas", "sepatin-kades"
ABOVE = tuple(f"anggana-{post}" for post in ("kasi-kesra", "sekcam", "camat"))
NEVER_COPIED = tuple(f"*{name}" for name in VOLATILE)
SKU, NIKAH = "surat-keterangan-usaha", "dispensasi-nikah"


@contextmanager
def as_in_life() -> Iterator[None]:
    """Every program starts from nothing, and not as a fork of one that has imported everything."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT)
    try:
        yield
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


def codes_of(hub: Hub, office: str, officers: Sequence[str]) -> list[str]:
    """Codes as an administrator makes them: forked programs have codes that cost nothing to guess."""
    invited = [word for officer in officers for word in ("--officer", officer)]
    found = Nursery.run(hub.nursery, "hub", "enrol-code", *hub._data(), "--json", "--office", office, *invited)
    return [str(each["code"]) for each in found["codes"]]


def tree_of(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder that is a disk's."""
    found: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        if not path.name.endswith(VOLATILE):
            found[str(path.relative_to(folder))] = path.read_bytes() if path.is_file() else None
    return found


def passwords(house: House, *officers: str) -> dict[str, str]:
    """What these officers type."""
    secrets = house.scene.stage.secrets
    return {officer: secrets.password(officer).read_text(encoding="utf-8").rstrip("\n") for officer in officers}


@dataclass
class Recorded:
    """What was recorded: where it happened, what was there before, the lives of the program.

    Attributes:
        marks: for a hub, moments (time of day) with a copy of a desk's folder as it was then.
    """

    root: Path
    before: Mapping[str, bytes | None]
    recordings: list[Path] = field(default_factory=list)
    marks: list[tuple[float, Path]] = field(default_factory=list)


def open_watched(desk: Desk, officer: str, recorded: Recorded) -> None:
    """Open the program on this computer, watched from its first instruction."""
    close(desk, recorded)
    out = recorded.root.with_name(f"{recorded.root.name}-{len(recorded.recordings)}.strace")
    recorded.recordings.append(out)
    desk.officer = officer
    words = ("desk", "--profile", str(desk.profile), *desk._who(officer), "run", "--script", "-")
    desk._open = desk.nursery.start(desk.name, [*watched(out), *PROGRAM, *words])


def close(desk: Desk, recorded: Recorded) -> None:
    """Close it, and wait for the end of its recording."""
    desk.close()
    if recorded.recordings:
        until_written(recorded.recordings[-1])


def seated(house: House, name: str, codes: Sequence[str], officers: Sequence[str]) -> Desk:
    """A new computer with these officers, who have these codes."""
    desk = house.scene.stage.desk(name)
    desk.open(officers[0])
    desk.enrol(house.scene.link.url, house.scene.stage.transport.authority, codes[0])
    for officer, code in zip(officers[1:], codes[1:], strict=True):
        desk.add_officer(officer, code)
    desk.do("sync")  # the block of numbers with which a village issues letters
    house.desks[VILLAGE if officers[0] == CLERK else f"kec {KECAMATAN}"] = desk
    return desk


def mark(recorded: Recorded, desk: Desk) -> None:
    """Remember what this desk has heard until now; its program waits for a line."""
    copy = recorded.root.with_name(f"tahu-{slug(desk.name)}-{len(recorded.marks)}")
    shutil.copytree(desk.profile, copy, ignore=shutil.ignore_patterns(*NEVER_COPIED, "blobs", "backups"))
    recorded.marks.append((time.time(), copy))


def story(house: House, folder: Path) -> World:
    """One story of the village in a folder of its own."""
    folder.mkdir(exist_ok=True)
    return World(house, folder, VILLAGE, KECAMATAN)

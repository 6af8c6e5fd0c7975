"""Two scenes at the hub that many tests begin with, played once for all tests of a process; a test gets copies."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from domain.actions import ActionKind
from hub.store.opening import open_sqlite
from tests.hub.desks import Desk, enrol
from tests.hub.stories import decide, submit_with_scans
from tests.hub.town import KECAMATAN, KEY, VILLAGE, Town, open_town


@dataclass(frozen=True)
class Scene:
    """A hub in its folder, closed, and what its two desks know.

    Attributes:
        request: one that stands before the camat with a prepared letter; empty where there is none.
    """

    folder: Path
    village: Desk
    kecamatan: Desk
    request: str = ""


def two_desks(furnished: Path, folder: Path) -> Scene:
    """A village with clerk and kades, and its kecamatan with all who decide."""
    shutil.copyfile(furnished, folder / "hub.db")
    town = open_town(open_sqlite(folder / "hub.db", KEY), folder)
    village = enrol(town, VILLAGE, "clerk", enrol(town, VILLAGE, "kades"))
    kecamatan = enrol(town, KECAMATAN, "camat")
    for officer in ("kasi-kesra", "sekcam", "kasi-kesos"):
        enrol(town, KECAMATAN, officer, kecamatan)
    town.ground.store.close()
    return Scene(folder, village, kecamatan)


def one_to_sign(before: Scene, folder: Path) -> Scene:
    """A letter is prepared for the camat."""
    shutil.copytree(before.folder, folder, dirs_exist_ok=True)
    town = open_town(open_sqlite(folder / "hub.db", KEY), folder)
    village, kecamatan = copied(before.village, town), copied(before.kecamatan, town)
    request = submit_with_scans(village, "clerk", "dispensasi-nikah").request or ""
    kecamatan.sync()
    to_the_camat(kecamatan, request)
    town.ground.store.close()
    return Scene(folder, village, kecamatan, request)


def to_the_camat(kecamatan: Desk, request: str) -> None:
    """The kasi and the sekcam agree, the hub prepares the letter, and the desk hears of it."""
    for officer, kind in (("kasi-kesra", ActionKind.VERIFY), ("sekcam", ActionKind.PARAF)):
        decide(kecamatan, officer, kind, request)
        kecamatan.sync()
    kecamatan.town.work()
    kecamatan.sync()


def copied(desk: Desk, town: Town) -> Desk:
    """The same desk at a copy of its hub."""
    return replace(
        desk,
        town=town,
        keys=dict(desk.keys),
        queue=list(desk.queue),
        own=dict(desk.own),
        cursor=dict(desk.cursor),
        entries={scope: list(known) for scope, known in desk.entries.items()},
        verdicts=list(desk.verdicts),
    )

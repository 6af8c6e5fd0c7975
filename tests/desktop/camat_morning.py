"""A kecamatan on the morning that the camat comes in: letters prepared by a real hub wait on the desk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from desktop.cli.demo.citizens import COUPLES, marriage
from desktop.office.desk import Desk
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.town import Town

WHOLE = ("n1", "n2", "n4", "ktp", "kk")


def file_marriage(house: House, couple: int, *kinds: str) -> str:
    """A village files a request; gives its id."""
    answers: dict[str, Any] = marriage(COUPLES[couple], house.town.clock.now().date())
    path = house.file(f"nikah-{couple}.json", json.dumps(answers).encode())
    attached = " ".join(f"--attach {kind}={house.scan()}" for kind in kinds)
    line = f"--officer clerk submit dispensasi-nikah --answers {path} {attached}"
    return str(house.must("desa", line)["request"])


def play_morning(first: Town, folder: Path) -> None:
    """Two marriages wait for the camat: one whole, one without its documents."""
    shutil.copytree(first.folder, folder, dirs_exist_ok=True)
    town = Town(folder, copied_from=first)
    house = House(town)
    house.must("desa", "--officer clerk requests")
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    told = {"whole": file_marriage(house, 0, *WHOLE), "bare": file_marriage(house, 1)}
    house.must("desa", "sync")
    house.must("kecamatan", "sync")
    for request in told.values():
        house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
        house.must("kecamatan", f"--officer sekcam act {request} paraf")
    for _ in range(2):
        house.must("kecamatan", "sync")
    house.close()
    town.close()
    (folder / "told.json").write_text(json.dumps(told))


def requests_of(house: House) -> dict[str, str]:
    """The requests by their part in the play."""
    found: dict[str, str] = json.loads((house.town.folder / "told.json").read_text())
    return found


def camat_of(house: House) -> Desk:
    """The kecamatan's desk with the camat acting."""
    house.must("kecamatan", "--officer camat requests")
    desk = house.session("kecamatan")._desk
    assert desk is not None
    desk.act_as("camat", fakes.PASSWORD)
    return desk

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.office.desk import Desk
from tests.desktop import fakes
from tests.desktop.camat_morning import play_morning
from tests.desktop.house import House
from tests.desktop.town import Town
from tests.doors import shut_doors
from tests.quickly import quick_codes

shut_doors()

ENROLLED = "desa-terdaftar"


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_codes(monkeypatch)


@pytest.fixture(scope="session")
def first_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Made once: a hub with its data, and the desk of a village enrolled at it. Tests get copies of its folder."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick_codes(monkeypatch)
        made = Town(tmp_path_factory.mktemp("kabupaten"))
        house = House(made)
        house.enrol("desa", "clerk", "kades")
        house.close()
        made.close()
    return made


@pytest.fixture
def town(tmp_path: Path, first_town: Town) -> Iterator[Town]:
    shutil.copytree(first_town.folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "desa").rename(tmp_path / ENROLLED)
    made = Town(tmp_path, copied_from=first_town)
    yield made
    made.close()


@pytest.fixture
def house(town: Town) -> Iterator[House]:
    made = House(town)
    yield made
    made.close()


@pytest.fixture
def village(house: House) -> House:
    """A town whose village desk is enrolled, with clerk and kades, and has its first numbers."""
    (house.town.folder / ENROLLED).rename(house.profile("desa"))
    house.must("desa", "--officer clerk requests")
    return house


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One enrolled desk that nobody can reach."""
    made = fakes.Bench(tmp_path / "profile").open_new()
    yield made
    made.close()


@pytest.fixture(scope="session")
def camats_morning(first_town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters prepared by the hub wait for the camat; played once, tests get copies."""
    folder = tmp_path_factory.mktemp("camat")
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick_codes(monkeypatch)
        play_morning(first_town, folder)
    return folder


@pytest.fixture
def morning_of(camats_morning: Path, first_town: Town, tmp_path: Path) -> Iterator[House]:
    """A copy of it."""
    shutil.copytree(camats_morning, tmp_path, dirs_exist_ok=True)
    made = House(Town(tmp_path, copied_from=first_town))
    yield made
    made.close()
    made.town.close()

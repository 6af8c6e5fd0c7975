from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2.low_level import hash_secret_raw

from desktop.office.desk import Desk
from sync import enrolment
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.town import Town


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enrolment codes cost half a second to stretch on each side; here a guess costs nothing."""
    stretch = hash_secret_raw

    def quick(secret: bytes, salt: bytes, **cost: object) -> bytes:
        return stretch(secret, salt, **{**cost, "time_cost": 1, "memory_cost": 64})  # type: ignore[arg-type]

    monkeypatch.setattr(enrolment, "hash_secret_raw", quick)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path)
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
    house.enrol("desa", "clerk", "kades")
    return house


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One enrolled desk that nobody can reach."""
    made = fakes.Bench(tmp_path / "profile").open_new()
    yield made
    made.close()

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.house import House
from tests.desktop.town import Town


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

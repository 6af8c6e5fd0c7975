"""Hubs and desks for the stories, and the words that their steps are written in."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.dealing import built_once
from tests.stories.world import House, World

STEPS = (
    "bad_input",
    "breaking",
    "certificates",
    "clocks",
    "deciding",
    "filing",
    "full_disks",
    "letters",
    "lying",
    "strangers",
)
REGENCIES = {"kutai-kartanegara": "64.02", "bontang": "64.74", "kediri": "35.71"}


def pytest_configure(config: pytest.Config) -> None:
    """Let every story use every step."""
    for name in STEPS:
        plugin = f"tests.stories.steps.{name}"
        if not config.pluginmanager.has_plugin(plugin):
            config.pluginmanager.register(import_module(plugin), plugin)


class Houses:
    """The regencies of this test run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, House] = {}

    def of(self, sample: str) -> House:
        """This regency, made when it is first asked for."""
        if sample not in self._open:
            self._open[sample] = House(self._folder / sample, sample, REGENCIES[sample])
        return self._open[sample]

    def close(self) -> None:
        """End all of them."""
        for house in self._open.values():
            house.close()


@pytest.fixture(scope="session")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Houses]:
    """All regencies; none runs until a story needs it."""
    built_once("stories", tmp_path_factory)
    found = Houses(tmp_path_factory.mktemp("cerita"))
    yield found
    found.close()


@pytest.fixture
def world(houses: Houses, tmp_path: Path) -> Iterator[World]:
    """One story in Kutai Kartanegara; afterwards the link carries again and the hub serves."""
    house = houses.of("kutai-kartanegara")
    yield World(house, tmp_path)
    house.scene.link.order("through")
    house.scene.link.order("slow")
    house.scene.link.order("upstream", port=house.scene.hub.port)
    if not house.scene.hub.program.alive:
        house.scene.hub.serve()

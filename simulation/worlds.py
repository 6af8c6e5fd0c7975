"""A world for one seed: a hub and three computers, opened over copies of the template."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Engine

from desktop.store.database import FILE
from hub.admin.folder import Place, open_hub
from hub.files import Vault
from hub.sealing import read_key_file
from hub.service import identity
from hub.service.ground import Ground
from hub.shelf import Folder
from hub.store.opening import Store
from hub.world import World as HubWorld
from simulation.chance import Chance, TrueTime
from simulation.computers import Computer
from simulation.connections import ShortConnection, ShortEngine
from simulation.disks import Disk
from simulation.hubs import SimulatedHub
from simulation.places import SEATS, THIRD
from simulation.template import PLAIN, Template, memory_folder, template
from simulation.wire import Wire

DEAR_EVERY: Final = 50
"""One seed of so many runs with encryption and the true cost of passwords."""


@dataclass(frozen=True)
class Backup:
    """One backup of the hub.

    Attributes:
        folder: with the database and the stored files.
        heads: how far each scope is in it.
        made_at: when it was made.
        entered: how many of the administrator's documents are in it.
        bytes: of which attachments it holds the bytes, as (request, hash).
    """

    folder: Path
    heads: dict[str, int]
    made_at: str
    entered: int
    bytes: frozenset[tuple[str, str]]


@dataclass
class World:
    """Everything of one seed.

    Attributes:
        seen: accepted actions that were looked at already.
        entered: documents that the hub's administrator has entered.
        backup: the last one; `losses`: how often it had to be restored.
        published: versions of service packs that were entered since the beginning.
        read_before: at which offices each request had stood when the hub was lost.
    """

    seed: int
    folder: Path
    time: TrueTime
    hub: SimulatedHub
    computers: dict[str, Computer]
    seen: set[str] = field(default_factory=set)
    entered: list[bytes] = field(default_factory=list)
    backup: Backup | None = None
    losses: int = 0
    published: int = 0
    read_before: dict[str, set[str]] = field(default_factory=dict)

    @property
    def dear(self) -> bool:
        """Whether everything is encrypted, stretched and signed as in life."""
        return is_dear(self.seed)

    def close(self) -> None:
        """Give back files and memory."""
        for computer in self.computers.values():
            computer.desk.database.close()
        self.hub.ground.close()
        shutil.rmtree(self.folder)


def plain_engine(path: Path, reads: str) -> tuple[Engine, Disk]:
    """An engine over an unencrypted file, and its disk; `reads`: the option that says reading."""
    engine, disk = ShortEngine(path, reads), Disk()
    engine.at_commit = cast("Callable[[ShortConnection], None]", disk.committing)
    return cast("Engine", engine), disk


def third_of(seed: int) -> str:
    """Which computer stands beside the village's and the kecamatan's in this seed."""
    return THIRD[seed % len(THIRD)]


def is_dear(seed: int) -> bool:
    """Whether this seed runs with encryption and Argon2 as in life."""
    return seed % DEAR_EVERY == DEAR_EVERY - 1


def make_world(seed: int) -> World:
    """A fresh world."""
    dear, time = is_dear(seed), TrueTime()
    made, folder = template(dear=dear), memory_folder(f"ketinting-{seed}-")
    hub = _hub(made, folder, Chance(f"{seed}-hub", time), dear=dear)
    names = ("village", "kecamatan", third_of(seed))
    computers = {name: _computer(made, folder, name, hub, dear=dear) for name in names}
    return World(seed, folder, time, hub, computers)


def _hub(made: Template, folder: Path, chance: Chance, *, dear: bool) -> SimulatedHub:
    world = HubWorld(chance.time, chance.new_id, chance.token_bytes)
    (folder / "hub").mkdir()
    place = Place(folder / "hub", folder / "hub.key")
    shutil.copyfile(made.folder / "hub.key", place.key_file)
    place.key_file.chmod(0o600)
    shutil.copyfile(made.folder / "hub" / ("hub.db" if dear else PLAIN), place.folder / "hub.db")
    if dear:
        shutil.copyfile(made.folder / "hub" / "hub.json", place.folder / "hub.json")
        disk = Disk()

        def opened() -> Ground:
            ground = open_hub(place, world)
            disk.watch(ground.store.engine)
            return ground

        return SimulatedHub(opened(), opened, chance, disk)
    return _plain_hub(place, world, chance)


def _plain_hub(place: Place, world: HubWorld, chance: Chance) -> SimulatedHub:
    engine, disk = plain_engine(place.folder / "hub.db", "ketinting_reading")
    key = read_key_file(place.key_file)
    store = Store(engine, place.folder)

    def opened() -> Ground:
        with store.reading() as connection:
            own = identity.read(connection, key)
        return Ground(store, Vault(Folder(place.folder / "blobs"), key, world.token_bytes), key, own, world)

    return SimulatedHub(opened(), opened, chance, disk)


def _computer(made: Template, folder: Path, name: str, hub: SimulatedHub, *, dear: bool) -> Computer:
    profile = folder / name
    profile.mkdir()
    shutil.copyfile(made.folder / name / ("keys.json"), profile / "keys.json")
    shutil.copyfile(made.folder / name / (FILE if dear else PLAIN), profile / FILE)
    chance = Chance(f"{hub.chance.seed}-{name}", hub.chance.time)
    if dear:
        return Computer(SEATS[name], profile, chance, made.keys[name], Wire(hub), None)
    engine, disk = plain_engine(profile / FILE, "reading")
    return Computer(SEATS[name], profile, chance, made.keys[name], Wire(hub), engine, disk)

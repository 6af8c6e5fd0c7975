"""A computer that is copied, disk and all, and of which both are used from then on: two under one name.

What they do after that is queued twice from the same place. The hub tells the one that comes second, which then begins
another life of its queue; numbers of letters that both have given are a matter of a refusal, never of two letters.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from desktop.store.database import FILE
from simulation.chance import Chance
from simulation.computers import Computer
from simulation.places import Seat
from simulation.wire import Wire
from simulation.worlds import World, plain_engine


def twin_of(name: str) -> str:
    """What the copy of a computer is called in stories."""
    return f"copied {name}"


def clone(world: World, name: str) -> str:
    """Copy a computer while its program is closed; once in a seed."""
    computer, twin = world.computers[name], twin_of(name)
    if any(twin_of(each) in world.computers for each in world.computers):
        return ""
    profile = world.folder / twin
    shutil.copytree(computer.profile, profile, ignore=shutil.ignore_patterns(f"{FILE}*", "copy.db"))
    computer.copy_to(profile / FILE)
    made = _started(world, computer, replace(computer.seat, name=twin), profile)
    made.recorded, computer.lives, made.lives = dict(computer.recorded), computer.lives + 1, computer.lives + 1
    made.ahead = computer.ahead
    world.computers[twin] = made
    return f"{name}: the computer is copied, and both are used from now on"


def _started(world: World, computer: Computer, seat: Seat, profile: Path) -> Computer:
    """The copy, on a machine of its own."""
    chance, wire = Chance(f"{computer.chance.seed}-twin", world.time), Wire(world.hub)
    if computer.engine is None:
        return Computer(seat, profile, chance, computer.keys, wire, None)
    engine, disk = plain_engine(profile / FILE, "reading")
    return Computer(seat, profile, chance, computer.keys, wire, engine, disk)

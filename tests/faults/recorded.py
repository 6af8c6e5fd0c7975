"""Record a session, cut its disk everywhere, open what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.desk_side import DeskOpener, Facts
from tests.faults.disks import Check, Rebuilt, acknowledged_by_a_desk, cuts, try_disks
from tests.faults.findings import Tally
from tests.faults.hub_side import HubOpener, told_by
from tests.faults.sessions import record_desk, record_hub
from tests.faults.stage import ABOVE, CLERK, KADES, SKU, Recorded, as_in_life, passwords, tree_of
from tests.faults.town import Town
from tests.faults.tracing import Event, read_events, watch
from tests.stories.world import House

DATABASES: Final = {"desk": "ketinting.db", "hub": "hub.db"}


def cut_desks(folder: Path, tally: Tally, count: int, seed: int) -> None:
    """So many cut disks of a recorded session of a desk."""
    house, recorded = _play(folder, record_desk)
    events = read_events(recorded.root, *recorded.recordings)
    opener = DeskOpener(passwords(house, CLERK, KADES))
    rebuilt = Rebuilt(folder / "rebuilt", DATABASES["desk"])
    told = acknowledged_by_a_desk(recorded, events, opener, rebuilt)
    try_all("desk", tally, (recorded, events, told), (rebuilt, opener.check), (count, seed))


def cut_hubs(folder: Path, tally: Tally, count: int, seed: int) -> None:
    """So many cut disks of a recorded session of a hub."""
    house, recorded = _play(folder, record_hub)
    events = read_events(recorded.root, *recorded.recordings)
    opener = DeskOpener(passwords(house, CLERK, KADES, *ABOVE))
    told = {_first_after(events, at): facts for at, facts in told_by(recorded.marks, opener)}
    rebuilt = Rebuilt(folder / "rebuilt", DATABASES["hub"])
    hub = HubOpener(house.scene.hub.key_file)
    try_all("hub", tally, (recorded, events, told), (rebuilt, hub.check), (count, seed))


def _play(folder: Path, session: Callable[[House, Path], Recorded]) -> tuple[House, Recorded]:
    with as_in_life():
        house = House(folder / "kabupaten", "kutai-kartanegara", "64.02")
        try:
            return house, session(house, folder)
        finally:
            house.close()


def _first_after(events: Sequence[Event], moment: float) -> int:
    return next((at for at, event in enumerate(events) if event.at > moment), len(events))


def try_all(
    name: str,
    tally: Tally,
    session: tuple[Recorded, Sequence[Event], dict[int, Facts]],
    opening: tuple[Rebuilt, Check],
    wanted: tuple[int, int],
) -> None:
    """Different disks until there are enough: every cut point once in every mode, then again with other chances."""
    (recorded, events, told), (count, seed) = session, wanted
    seen: set[int] = set()
    for turn in range(100):
        chance, before = Random(seed + turn), len(seen)  # noqa: S311 - cuts
        share = 1.0 if count > len(events) else count / len(events) / 3
        found = cuts(recorded, events, chance, (share, seen))
        for where, findings in try_disks(found, told, *opening):
            tally.disks += 1
            tally.note(f"{name}, {where}", findings)
            if len(seen) >= count:
                return
        if len(seen) == before:
            return


def cut_one_exchange(town: Town, tally: Tally, folder: Path, count: int) -> None:
    """So many cuts of one request that is recorded and sent by a program that runs already: the short form."""
    desk = town.world.clerk()
    recorded = Recorded(desk.profile, tree_of(desk.profile), [folder / "desk.strace"])
    watching = watch(desk.program.pid, recorded.recordings[0])
    try:
        town.world.submit(SKU)  # nobody else may write there meanwhile, not even by opening it
        desk.do("sync")
    finally:
        watching.let_go()
    events = read_events(recorded.root, *recorded.recordings)
    opener = DeskOpener(passwords(town.house, CLERK, KADES))
    rebuilt = Rebuilt(folder / "rebuilt", DATABASES["desk"])
    told = acknowledged_by_a_desk(recorded, events, opener, rebuilt)
    try_all("desk", tally, (recorded, events, told), (rebuilt, opener.check), (count, 1))

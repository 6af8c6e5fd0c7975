"""A village and a hub that survive whatever is done to them: what they held before must be there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.cli.demo.processes import Json, PlayBroken
from desktop.cli.demo.stage import Desk
from tests.faults.desk_side import TOLD_BY_THE_HUB, DeskOpener, Facts
from tests.faults.findings import CORRUPT, LOST, Finding, Tally
from tests.faults.hub_side import HubOpener
from tests.faults.stage import CLERK, KADES, VILLAGE, passwords, story
from tests.stories.world import House, World

NOTHING: Facts = frozenset()
LETTERS_AT_A_TIME = 40
"""Requests after which a new town begins: what a fold costs grows with what there is."""


class Town:
    """One regency for some dozens of rounds.

    Attributes:
        held: what the desk had when it had last answered.
        told: what the hub had told the desk.
    """

    def __init__(self, house: House, folder: Path, tally: Tally, name: str) -> None:
        self.house = house
        self.house.village(VILLAGE)
        self.world: World = story(self.house, folder)
        self._desks = DeskOpener(passwords(self.house, CLERK, KADES))
        self._hubs = HubOpener(self.house.scene.hub.key_file)
        self._tally, self._name = tally, name
        self.held, self.told = NOTHING, NOTHING
        self.remember()

    @classmethod
    def build(cls, folder: Path, tally: Tally, name: str) -> Town:
        """With a regency of its own."""
        return cls(House(folder, "kutai-kartanegara", "64.02"), folder / "cerita", tally, name)

    @property
    def desk(self) -> Desk:
        """The village's computer."""
        return self.world.desk

    def remember(self) -> None:
        """Everything that the desk has now, it has said; it waits for a line."""
        self.held = self._desks.facts(self.desk.profile)
        self.told |= self._desks.facts(self.desk.profile, TOLD_BY_THE_HUB)

    def submit(self, service: str) -> str:
        """A request that is called saved."""
        request = self.world.submit(service)
        self.remember()
        return request

    def stand_up(self) -> None:
        """Start again what has died."""
        if not self.house.scene.hub.program.alive:
            self.house.scene.hub.serve()
        if self.desk._open is None or not self.desk.program.alive:
            self.desk._open = None
            self.desk.open(CLERK)

    def check(self, where: str, *, hub: bool = False) -> None:
        """Look whether everything acknowledged is there and whole; at the hub too, after a calm exchange."""
        self._listed(where)
        found = self._desks.check(self.desk.profile, self.held)
        if hub:
            self.calm(where)
            self.remember()
            found += self._hubs.check(self.house.scene.hub.data, self.told)
        self._tally.note(f"{self._name}, {where}", found)
        self.remember()

    def broke(self, where: str, said: Json) -> None:
        """A program that calls a fault of the world its own has broken."""
        if said.get("error") == "galat":
            self._tally.note(f"{self._name}, {where}", [Finding(CORRUPT, f"a bug: {said.get('message')}")])

    def _listed(self, where: str) -> None:
        rows = {row["id"] for row in self.desk.do("requests")["requests"]}
        missing = [Finding(LOST, f"{each} is not in the list") for each in self.world.mine if each not in rows]
        self._tally.note(f"{self._name}, {where}", missing)

    def calm(self, where: str) -> None:
        """All at the hub, with all bytes; whoever cannot reach that has lost something on the way."""
        try:
            for _ in range(3):
                self.world.sync_all(self.world.clerk())
            rows = self.world.rows(self.desk).values()
        except (AssertionError, PlayBroken) as error:
            self._tally.note(f"{self._name}, {where}", [Finding(LOST, f"no exchange ends well: {error}")])
            return
        stuck = [row["id"] for row in rows if not row["sent"] or row["documents_waiting"]]
        self._tally.note(f"{self._name}, {where}", [Finding(LOST, f"{each} never came to the hub") for each in stuck])

    def close(self) -> None:
        """End its programs."""
        self.house.close()


@contextmanager
def towns(folder: Path, tally: Tally, name: str) -> Iterator[Callable[[], Town]]:
    """A town, and a new one whenever the last has grown."""
    live: list[Town] = []
    made = 0

    def current() -> Town:
        nonlocal made
        if live and len(live[0].world.mine) >= LETTERS_AT_A_TIME:
            live[0].check("the last look", hub=True)
            live.pop().close()
        if not live:
            made += 1
            live.append(Town.build(folder / f"{name}-{made}", tally, name))
        return live[0]

    try:
        yield current
        if live:
            live[0].check("the last look", hub=True)
    finally:
        for town in live:
            town.close()

"""The hub of a simulated world: the real service over a real SQLite file, which may die and come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hub.errors import HubError, StorageFull
from hub.service import release
from hub.service.ground import Ground
from hub.service.release import waiting_actions
from hub.service.working import run_due_jobs
from simulation.chance import Chance
from simulation.disks import Disk


@dataclass
class SimulatedHub:
    """One opened hub.

    Attributes:
        opened: opens it again after a kill.
        lazy: how often in ten its worker does not look after a call.
        complaints: what no hub of ours should ever do.
        supervised: actions on which a supervisor decided.
    """

    ground: Ground
    opened: Callable[[], Ground]
    chance: Chance
    disk: Disk = field(default_factory=Disk)
    lazy: int = 5
    complaints: list[str] = field(default_factory=list)
    supervised: set[str] = field(default_factory=set)

    def restart(self) -> None:
        """The program died; what it had committed is there."""
        self.ground.close()
        self.ground = self.opened()

    def complain(self, about: str) -> None:
        """Note what must not happen."""
        self.complaints.append(about)

    def work_a_little(self) -> None:
        """The worker looks, or does not find the time."""
        if self.chance.stream.randrange(10) >= self.lazy:
            self._work()

    def work(self) -> None:
        """Every job that is due, until none is."""
        for _ in range(50):
            if not self._work():
                return
        self.complain("jobs that never end")

    def _work(self) -> int:
        try:
            return run_due_jobs(self.ground)
        except StorageFull:
            return 0

    def supervise(self) -> str:
        """A supervisor decides on one waiting action; empty where none needs a person."""
        with self.ground.store.reading() as connection:
            waiting = waiting_actions(connection, self.ground.catalogue(connection).shards)
        asked = [each for each in waiting if each.waits_for in {"authority_unclear", "letter_differs"}]
        if not asked:
            return ""
        each = self.chance.stream.choice(asked)
        decision = self.chance.stream.choice(("accept", "accept", "refuse"))
        self.supervised.add(each.action)
        try:
            release.decide(self.ground, each.action, decision)
        except HubError as error:
            self.complain(f"a supervisor could not decide: {error}")
        return f"{decision} {each.kind} of {each.author}"

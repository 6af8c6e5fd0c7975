"""Desks at one honest hub, for the tests of the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.desk_log import AuthorKey
from sync.engine import Engine, Policy
from sync.errors import SyncError
from sync.hub_port import Hub
from sync.running import perform
from tests.sync.fakes import CONFIG, KECAMATAN, VILLAGE, Clock, MemoryDeskLog, MemoryShelf, Officer
from tests.sync.honest_hub import HonestHub


@dataclass
class Desk:
    """A desk with its officer, log, shelf and engine; `hub` is how it sees the hub."""

    officer: Officer
    log: MemoryDeskLog
    hub: Hub
    engine: Engine
    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    clock: Clock = field(default_factory=Clock)
    lives: int = 1

    def restart(self) -> None:
        """The program is killed and started again: only what is committed is left."""
        self.engine = new_engine(self.log)

    def step(self) -> bool:
        """One step of the engine; False when it has none."""
        step = self.engine.next_request(self.clock.now())
        if step is None:
            return False
        try:
            reply = perform(self.hub, self.shelf, step, piece=1000)
        except SyncError as error:
            self.engine.on_trouble(error, self.clock.now())
        else:
            self.engine.on_answer(reply, self.clock.now())
        return True

    def settle(self, most: int = 200) -> int:
        """Step until it is quiet; how many steps it took."""
        self.engine.wake()
        for steps in range(most):
            if not self.step():
                return steps
        raise AssertionError("never quiet")


def new_engine(log: MemoryDeskLog, policy: Policy | None = None) -> Engine:
    count = iter(range(1, 1000))
    life = log.state().incarnation
    return Engine(log, lambda: f"{life}.{next(count)}", lambda: 0.5, policy)


def new_desk(hub: HonestHub, name: str, scope: str = VILLAGE, *, officers: tuple[str, ...] = ()) -> Desk:
    known = [Officer(each).key for each in {name, *officers}]
    keys = {key.key_id: AuthorKey(key.public, is_hub=False) for key in known}
    keys[hub.key.key_id] = AuthorKey(hub.key.public, is_hub=True)
    log = MemoryDeskLog(f"desk-{name}", (scope, CONFIG), hub.key.public, keys)
    return Desk(Officer(name), log, hub.seen_by(f"desk-{name}"), new_engine(log))


def village_and_kecamatan(hub: HonestHub) -> tuple[Desk, Desk]:
    """A clerk's desk in the village and a kasi's in the kecamatan, which know each other's keys."""
    return (
        new_desk(hub, "clerk", VILLAGE, officers=("kasi",)),
        new_desk(hub, "kasi", KECAMATAN, officers=("clerk",)),
    )

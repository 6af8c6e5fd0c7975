"""What happens in one seed, written down before anything happens: so it can be played again with parts left out.

Every step carries a salt of its own, so dropping one changes nothing in the chances of the others.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Final

from simulation.faults import OnDesk, OnLine
from simulation.worlds import third_of


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        kind: `do`, `file`, `end`, `sync`, `wait`, `clock`, `copy`, `restore`, `reboot`, `supervise`, `revoke`,
            `rescope`, `reinstate`, `publish`, `clone`, `backup` or `lose`.
        desk: at which computer; empty where it is none's.
        salt: of its own chances.
        line: what happens to which call of a `sync`.
        disk: what happens at which commit of the desk during a `do` or `sync`.
        seconds: for `wait` and `clock`.
    """

    kind: str
    desk: str = ""
    salt: int = 0
    line: tuple[tuple[int, OnLine], ...] = ()
    disk: tuple[tuple[int, OnDesk], ...] = ()
    seconds: int = 0

    @property
    def faults(self) -> int:
        """How many faults it plans."""
        trouble = self.kind in {"clock", "restore", "reboot", "revoke", "rescope", "publish", "clone", "lose"}
        return len(self.line) + len(self.disk) + trouble

    def without_faults(self) -> Step:
        """The same on a good day."""
        return replace(self, line=(), disk=())


_LINE: Final = tuple(OnLine)
_DISK: Final = tuple(OnDesk)
_RARE: Final = (
    ("clock", 3),
    ("restore", 4),
    ("reboot", 2),
    ("supervise", 3),
    ("revoke", 1),
    ("rescope", 3),
    ("reinstate", 2),
    ("lose", 1),
)
_CLOCKS: Final = (-86_400, -3_600, -240, 240, 3_600, 86_400, 40 * 86_400)


_OLD: Final = 0.3
_CLONED: Final = 0.1
_PUBLISHED: Final = 0.2
_BACKED_UP: Final = 0.4
_SEASON: Final = 50 * 86_400


@dataclass
class _Writer:
    """Writes a script."""

    chance: random.Random
    desks: tuple[str, ...]
    steps: list[Step] = field(default_factory=list)

    def write(self, deeds: int) -> None:
        """So many deeds with exchanges, waits and rare things in between."""
        while deeds:
            drawn = self.chance.random()
            if drawn < 0.47:
                self._add("do", disk=self._disk(0.06))
                deeds -= 1
            elif drawn < 0.85:
                self._add("sync", line=self._line(), disk=self._disk(0.12))
            elif drawn < 0.925:
                self._add("wait", seconds=self.chance.choice((5, 60, 600, 3600, 20_000)))
            elif drawn < 0.94:
                self._add("end")  # a number becomes void, and the next letter follows
            else:
                self._rare()

    def _add(self, kind: str, **more: object) -> None:
        desk = self.chance.choices(self.desks, (5, 5, 3))[0]
        self.steps.append(Step(kind, desk, self.chance.getrandbits(32), **more))  # type: ignore[arg-type]

    def _line(self) -> tuple[tuple[int, OnLine], ...]:
        """Half of the exchanges have trouble; the first calls are the likeliest to meet it."""
        count = self.chance.choices((0, 1, 2), (5, 4, 1))[0]
        calls = {min(int(self.chance.expovariate(0.6)), 12): self.chance.choice(_LINE) for _ in range(count)}
        return tuple(sorted(calls.items()))

    def _disk(self, share: float) -> tuple[tuple[int, OnDesk], ...]:
        if self.chance.random() >= share:
            return ()
        return ((min(int(self.chance.expovariate(0.8)), 6), self.chance.choice(_DISK)),)

    def _rare(self) -> None:
        kind = self.chance.choices([name for name, _ in _RARE], [weight for _, weight in _RARE])[0]
        if kind == "restore":
            self._live_twice()
        elif kind == "lose":
            self._lose_the_hub()
        else:
            self._add(kind, seconds=self.chance.choice(_CLOCKS) if kind == "clock" else 0)

    def _lose_the_hub(self) -> None:
        """A backup made some steps ago is what is left of the hub."""
        before = max(len(self.steps) - self.chance.randint(3, 40), 0)
        self.steps.insert(before, Step("backup"))
        self.steps.append(Step("lose"))

    def grow_old(self) -> None:
        """In some seeds: when all is done, a season goes by, in which desks let go of what the hub holds."""
        if self.chance.random() >= _OLD:
            return
        for kind in ("backup", "wait", "sync", "wait", "backup", "sync", "sync"):
            desk = self.chance.choice(self.desks) if kind == "sync" else ""
            if kind != "backup" or self.chance.random() < _BACKED_UP:
                self.steps.append(Step(kind, desk, self.chance.getrandbits(32), seconds=_SEASON))
        if self.chance.random() < _OLD:
            self.steps.append(Step("lose"))

    def happen_once(self) -> None:
        """In some seeds, somewhere on the way: a computer is copied and both are used; a service gets a new version."""
        for kind, share in (("clone", _CLONED), ("publish", _PUBLISHED)):
            if self.chance.random() < share:
                desk = self.chance.choices(self.desks, (5, 5, 3))[0]
                at = self.chance.randrange(len(self.steps) // 2)
                self.steps.insert(at, Step(kind, desk if kind == "clone" else "", self.chance.getrandbits(32)))

    def _live_twice(self) -> None:
        """A copy made some steps ago is put back; at a village, which numbers its letters by itself, most often."""
        desk = self.chance.choices(self.desks, (8, 2, 4))[0]
        before = max(len(self.steps) - self.chance.randint(3, 25), 0)
        self.steps.insert(before, Step("copy", desk))
        self.steps.append(Step("restore", desk))


def script_of(seed: int) -> tuple[Step, ...]:
    """The script of a seed: 40 to 80 deeds."""
    chance = random.Random(f"script-{seed}")  # noqa: S311 - a simulation must repeat itself
    writer = _Writer(chance, ("village", "kecamatan", third_of(seed)))
    writer.write(chance.randint(40, 80))
    writer.grow_old()
    writer.happen_once()
    return tuple(writer.steps)

"""A hub that believes it is an earlier day, so that sample requests are days old when somebody looks at them.

Only the sample week before the windows open is played so. The clock is a file with the seconds between the real time
and the week's; desks of the week read the same file. The hub itself has no such switch: this program gives it another
clock and then lets it go on as always.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

PROGRAM = (sys.executable, "-m", "desktop.cli.demo.earlier")


@dataclass(frozen=True, slots=True)
class EarlierClock:
    """The clock of a sample week; it runs at the pace of the real one and never behind itself."""

    file: Path
    real: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def behind(self) -> timedelta:
        """How far it is behind."""
        return timedelta(seconds=float(self.file.read_text(encoding="ascii")))

    def now(self) -> datetime:
        """What it shows."""
        return self.real() - self.behind

    def turn_to(self, at: datetime) -> None:
        """Let it show this time, or the real one where that is not later."""
        self._write(max(self.real() - at, timedelta()))

    def not_before(self, at: datetime) -> None:
        """Let it show this time, unless it is later already."""
        if self.now() < at:
            self.turn_to(at)

    def later(self, **span: float) -> None:
        """Let so much time pass, as far as the real one has come."""
        self._write(max(self.behind - timedelta(**span), timedelta()))

    def _write(self, behind: timedelta) -> None:
        """In one go: the hub may be reading."""
        new = self.file.with_suffix(".new")
        new.write_text(repr(behind.total_seconds()), encoding="ascii")
        new.replace(self.file)


def main(words: Sequence[str]) -> int:
    """``FILE hub serve …``: the hub's commands with the clock of this file."""
    clock, world = EarlierClock(Path(words[0])), import_module("hub.world")
    real_world = world.real_world
    vars(world)["real_world"] = lambda: replace(real_world(), now=clock.now)
    return int(import_module("hub.cli").main(list(words[2:])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

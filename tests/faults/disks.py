"""A recording, cut at every event in every mode, each rebuilt disk opened by the program's own code."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from tests.faults.cutting import MODES, Disk, Tree
from tests.faults.desk_side import DeskOpener, Facts
from tests.faults.findings import Finding
from tests.faults.stage import Recorded
from tests.faults.tracing import Event

NOTHING: Facts = frozenset()
Check = Callable[[Path, Facts], list[Finding]]


class Rebuilt:
    """A folder in memory that is made to hold one disk after another; only what differs is written."""

    def __init__(self, folder: Path, changing: str) -> None:
        self.folder = folder
        self._changing = changing
        self._there: dict[str, bytes | None] = {}

    def hold(self, tree: Tree) -> None:
        """Make the folder hold this. What the program itself may have changed is written anew."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._there = {name: content for name, content in self._there.items() if self._changing not in name}
        for path in sorted(self.folder.rglob("*"), reverse=True):
            name = str(path.relative_to(self.folder))
            if name not in tree or name not in self._there:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                self._there.pop(name, None)
        for name, content in sorted(tree.items()):
            if content is None:
                (self.folder / name).mkdir(exist_ok=True)
            elif self._there.get(name) is not content:
                (self.folder / name).write_bytes(content)
                (self.folder / name).chmod(0o600)
            self._there[name] = content


def cuts(
    recorded: Recorded, events: Sequence[Event], chance: Random, wanted: tuple[float, set[int]]
) -> Iterator[tuple[int, str, Tree]]:
    """Different disks in the order of time: after which event, in which mode, and what is on it.

    A share of them all, without those that were seen before.
    """
    disk, (share, seen) = Disk(str(recorded.root), recorded.before), wanted
    for at, event in enumerate(events):
        if not disk.take(event):
            continue
        for mode in MODES:
            if chance.random() > share:
                continue
            tree = disk.cut(mode, chance)
            if (found := _sign(tree)) not in seen:
                seen.add(found)
                yield at, mode, tree


def _sign(tree: Tree) -> int:
    """Equal for equal disks; Python remembers the hash of bytes that did not change."""
    return hash(tuple(sorted((name, hash(content)) for name, content in tree.items())))


def acknowledged_by_a_desk(
    recorded: Recorded, events: Sequence[Event], opener: DeskOpener, rebuilt: Rebuilt
) -> dict[int, Facts]:
    """What a desk held each time it had answered a line, by the place of the answer in the recording."""
    disk, found, any_change = Disk(str(recorded.root), recorded.before), dict[int, Facts](), False
    for at, event in enumerate(events):
        any_change = disk.take(event) or any_change
        if event.kind == "said" and event.content.startswith(b'{"ok":') and any_change:
            rebuilt.hold(disk.cut("kept", Random(0)))  # noqa: S311 - not asked
            found[at] = opener.facts(rebuilt.folder)
            any_change = False
    return found


def try_disks(
    found: Iterator[tuple[int, str, Tree]], told: dict[int, Facts], rebuilt: Rebuilt, check: Check
) -> Iterator[tuple[str, list[Finding]]]:
    """Open each disk; where the cut was, and what is wrong."""
    held, moments = NOTHING, sorted(told)
    for at, mode, tree in found:
        while moments and moments[0] <= at:
            held = told[moments.pop(0)]
        rebuilt.hold(tree)
        yield f"cut after event {at} ({mode})", check(rebuilt.folder, held)

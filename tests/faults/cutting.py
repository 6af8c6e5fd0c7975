"""A disk as a power cut leaves it: what was synced is there, and of the rest whatever the mode says.

Only what POSIX promises is promised: bytes are safe when their file was synced, a name when its folder was. Names that
are not safe yet come back in the order in which they were given, as journalled file systems bring them back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from random import Random
from typing import Final

from tests.faults.tracing import Event

MODES: Final = ("kept", "lost", "unnamed", "reordered", "torn-512", "torn-4096")
"""kept: everything written is there, as after a kill. lost: nothing unsynced is, but names are. unnamed: names are lost
too. reordered: each unsynced write is there or not. torn: each sector of one is."""
Tree = Mapping[str, bytes | None]
"""Path from the root of the disk to content; None for a folder."""


@dataclass(slots=True)
class File:
    """One file: what is written, what of it is safe, and what is in between."""

    live: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    _whole: bytes | None = None

    def change(self, place: int, content: bytes | None) -> None:
        """Write bytes at a place, or (None) give it this size."""
        _apply(self.live, place, content)
        self.pending.append((place, content))
        self._whole = None

    def sync(self) -> None:
        """All of it is safe."""
        for place, content in self.pending:
            _apply(self.safe, place, content)
        self.pending.clear()

    def after_cut(self, mode: str, chance: Random) -> bytes:
        """What a cut leaves of it."""
        if mode == "kept" or not self.pending:
            self._whole = bytes(self.live) if self._whole is None else self._whole
            return self._whole
        found = bytearray(self.safe)
        if mode in {"lost", "unnamed"}:
            return bytes(found)
        sector = int(mode.partition("-")[2] or 0)
        for place, content in self.pending:
            if content is None or not sector:
                if chance.random() < 0.5:
                    _apply(found, place, content)
                continue
            for at, piece in _sectors(place, content, sector):
                if chance.random() < 0.5:
                    _apply(found, at, piece)
        return bytes(found)


def _apply(file: bytearray, place: int, content: bytes | None) -> None:
    if content is None:
        del file[place:]
    if len(file) < place:
        file.extend(bytes(place - len(file)))
    if content is not None:
        file[place : place + len(content)] = content


def _sectors(place: int, content: bytes, sector: int) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(content):
        size = sector - (place + at) % sector
        yield place + at, content[at : at + size]
        at += size


Names = dict[str, "File | None"]


class Disk:
    """A folder on a disk that may lose its power after every event."""

    def __init__(self, root: str, tree: Tree | None = None) -> None:
        self._root = root
        self._names: Names = {}
        self._safe: Names = {}
        self._pending: list[Event] = []
        self._made: dict[int, File] = {}
        for path, content in (tree or {}).items():
            self._names[path] = None if content is None else File(bytearray(content), bytearray(content))
        self._safe = dict(self._names)

    def take(self, event: Event) -> bool:
        """Let it happen; whether it changed anything on the disk."""
        path = self._inside(event.path)
        if event.kind in {"write", "size"}:
            file = self._names[path]
            assert file is not None
            file.change(event.place, event.content if event.kind == "write" else None)
        elif event.kind == "sync":
            self._sync(path)
        elif event.kind == "create" and path in self._names:
            return False
        elif event.kind in {"create", "mkdir", "rename", "unlink"}:
            self._made[id(event)] = File()
            self._pending.append(event)
            self._give(self._names, event)
        return event.kind != "said"

    def cut(self, mode: str, chance: Random) -> Tree:
        """What is on the disk when the power goes now."""
        found: dict[str, bytes | None] = {}
        for path, file in sorted(self._names_after(mode, chance).items()):
            folder = str(PurePosixPath(path).parent)
            if folder == "." or folder in found:
                found[path] = None if file is None else file.after_cut(mode, chance)
        return found

    def _names_after(self, mode: str, chance: Random) -> Names:
        if mode in {"kept", "lost"}:
            return self._names
        names = dict(self._safe)
        count = 0 if mode == "unnamed" else chance.randint(0, len(self._pending))
        for event in self._pending[:count]:
            self._give(names, event)
        return names

    def _sync(self, path: str) -> None:
        file = self._names.get(path)
        if file is not None:
            file.sync()
            return
        now = [event for event in self._pending if self._folder_of(event) == path]
        for event in now:
            self._give(self._safe, event)
        self._pending = [event for event in self._pending if self._folder_of(event) != path]

    def _give(self, names: Names, event: Event) -> None:
        path = self._inside(event.path)
        if event.kind == "create":
            names[path] = self._made[id(event)]
        elif event.kind == "mkdir":
            names[path] = None
        elif event.kind == "rename" and path in names:
            names[self._inside(event.other)] = names.pop(path)
        elif event.kind == "unlink":
            names.pop(path, None)

    def _folder_of(self, event: Event) -> str:
        return str(PurePosixPath(self._inside(event.other or event.path)).parent)

    def _inside(self, path: str) -> str:
        return str(PurePosixPath(path).relative_to(self._root)) if path else ""

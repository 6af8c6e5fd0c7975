"""A reserved file beside a record: given up when the disk is full, so that what was typed can still be saved.

A disk fills up by many programs at once, and whoever writes last loses. So desk and hub hold some room from the first
day and let go of it before their own write would fail: the clerk finishes, the exchange empties the queue, and a person
has time to make room. When there is room again the file is made anew. Its content means nothing and is never read.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

NAME: Final = "ruang-cadangan"
BALLAST: Final = 32 * 1024**2
"""Bytes that a desk holds: some days of typing, and the scans of one."""
LOW: Final = 16 * 1024**2
"""Free bytes below which the ballast is given up: more than any one deed of a clerk writes."""
_PIECE: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Ballast:
    """The reserved file of one folder.

    Attributes:
        folder: where the record lies, on the disk that may fill up.
        size: bytes to hold; 0: none, as in what lives for an hour.
    """

    folder: Path
    size: int = BALLAST

    def whole(self) -> bool:
        """Whether the room is held."""
        path = self.folder / NAME
        return path.exists() and path.stat().st_size >= self.size

    def refill(self) -> bool:
        """Hold the room (again), but only where as much stays free for others; whether it is held now."""
        if not self.size or self.whole():
            return bool(self.size)
        if free_bytes(self.folder) < 2 * self.size + LOW:
            return False
        path = self.folder / NAME
        try:
            with path.open("wb") as file:
                _reserve(file.fileno(), self.size)
                os.fsync(file.fileno())
        except OSError:  # somebody else was quicker, or a share is used up: another day
            path.unlink(missing_ok=True)
            return False
        return True


def give_up(folder: Path) -> bool:
    """Let go of the room at once; whether there was any to let go of."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True


def give_up_when_low(folder: Path) -> bool:
    """Let go of the room before a write fails for the lack of it; costs one question to the system."""
    try:
        return free_bytes(folder) < LOW and give_up(folder)
    except OSError:  # the folder is gone: whoever writes there says so
        return False


def free_bytes(folder: Path) -> int:
    """What the disk says it has left. A used-up share of it shows only when something is written."""
    return shutil.disk_usage(folder).free


def _reserve(descriptor: int, size: int) -> None:
    """Take the blocks without writing them where the system can."""
    reserve: Any = getattr(os, "posix_fallocate", None)
    if reserve is not None:
        reserve(descriptor, 0, size)
        return
    for _ in range(-(-size // _PIECE)):
        os.write(descriptor, bytes(_PIECE))

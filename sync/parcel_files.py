"""Parcels as files: whole under their name or not there at all, and read from a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from sync.ballast import free_bytes
from sync.durable import sync_folder
from sync.parcel_errors import DiskGone, disk_words, says_no_room

ROOMY: Final = 4 * 1024**3 - 1
"""The longest file that every flash disk takes (FAT), in bytes."""
_SPARE: Final = 256 * 1024
"""Bytes of a flash disk that are left free: its own books need some."""


def room_for(path: Path, limit: int | None) -> int:
    """The most bytes that a parcel of this name may have; `limit` is what a person allows, None for all there is.

    Raises:
        DiskGone: the flash disk.
    """
    with disk_words():
        free = free_bytes(path.parent) - _SPARE
    return min(free, ROOMY if limit is None else min(limit, ROOMY))


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """A file that has its name only when it is whole and on the disk; whatever goes wrong, nothing stays.

    Raises:
        DiskFull, DiskGone: the flash disk.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with disk_words():
            with beside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            with suppress(OSError):  # FAT makes names durable by itself, and not every system lets one ask
                sync_folder(path.parent)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def copied_from(path: Path, beside: Path) -> Iterator[BinaryIO]:
    """A copy on the computer's own disk, gone afterwards: the flash disk may be pulled out while it is worked on.

    Raises:
        DiskGone: it cannot be read, or not to its end.
        OSError: the computer's own disk has no room for the copy.
    """
    try:
        _copy(path, beside)
        with beside.open("rb") as file:
            yield file
    finally:
        beside.unlink(missing_ok=True)


def _copy(path: Path, beside: Path) -> None:
    try:
        shutil.copyfile(path, beside)
    except OSError as error:
        if says_no_room(error):
            raise
        raise DiskGone(str(error)) from error

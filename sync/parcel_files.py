"""Parcels as files: whole under their name or not there at all, and read from a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sync.parcel_errors import DiskGone, disk_words, says_no_room


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
            _sync_folder(path.parent)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system and the disk can: FAT and Windows do it by themselves."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


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

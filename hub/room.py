"""Room on the hub's disk: whether there is any, and what is said when there is none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.room import SOME, means_failing_disk, means_no_room
from hub.errors import StorageFailing, StorageFull
from sync.durable import sync_folder


@contextmanager
def room_on_disk() -> Iterator[None]:
    """Turn "no space left" and a disk that fails into our sentences."""
    try:
        yield
    except OSError as error:
        if means_no_room(error.errno):
            raise StorageFull from error
        if means_failing_disk(error.errno):
            raise StorageFailing from error
        raise


def write_new(path: Path, content: bytes) -> None:
    """A new file for its owner alone, durable when this returns; never over another file, never a part of one.

    Raises:
        OSError: it is there already, or the place cannot be written to.
        StorageFull: no room; no file is left behind.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with room_on_disk(), os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            sync_folder(path.parent)
    except BaseException:
        path.unlink()
        raise


def has_room(folder: Path) -> bool:
    """Whether a little can be written there now, or something else than room is what it lacks."""
    return not means_no_room(_refusal(folder))


def takes_bytes(folder: Path) -> bool:
    """Whether a little can be written there now, and reaches the disk."""
    return _refusal(folder) is None


def _refusal(folder: Path) -> int | None:
    """The number of the error that a little meets there on its way to the disk; None where it arrives.

    A used-up share and a disk that fails show nowhere else.
    """
    there = next(path for path in (folder, *folder.parents) if path.is_dir())
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(bytes(SOME))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno
    return None

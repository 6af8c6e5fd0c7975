"""Disks without room, for tests: a limit that the system keeps for one process, and a small disk that is full."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BALLAST = "pemberat"


@contextmanager
def no_room(pid: int = 0) -> Iterator[None]:
    """No file takes another byte from this process (`RLIMIT_FSIZE`), as where its share of a disk is used up.

    Needs no rights over a child of ours. The disk itself is not full: `small_disk` is.
    """
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path, size: str = "4m") -> Iterator[Path]:
    """A file system of its own in memory, so small that it can be filled; skips where none may be made."""
    folder.mkdir(mode=0o700)
    command = [
        shutil.which("mount") or "mount",
        "-t",
        "tmpfs",
        "-o",
        f"size={size},mode=0700",
        "ketinting-test",
        str(folder),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run([shutil.which("umount") or "umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Fill a small disk to its last byte; give the file that does it, to be removed when there shall be room."""
    ballast = disk / BALLAST
    with ballast.open("wb", buffering=0) as file:
        for size in (65_536, 4096, 1):
            try:
                while file.write(bytes(size)):
                    continue
            except OSError:
                continue
    return ballast

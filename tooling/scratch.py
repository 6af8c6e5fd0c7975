"""Where the tests' files lie: in memory, where the machine has a file system for that and room in it.

A test of a desk or a hub commits to its own database, and every commit waits for the disk: a third of the suite's time
went there. What a power cut leaves on a disk is rebuilt from recorded writes (ADR 0134) and asks nothing of this one.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ROOM = 4 * 2**30
"""Bytes that must be free: several times what the whole suite leaves lying."""


@contextmanager
def scratch(memory: Path = MEMORY) -> Iterator[dict[str, str]]:
    """A folder in memory for as long as the tests run, as the variable that names it; nothing where there is no room.

    Who has named a folder of his own keeps it.
    """
    if "TMPDIR" in os.environ or not _has_room(memory):
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="ketinting-", dir=memory, ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)  # PostgreSQL has a user of its own, who goes through it
        yield {"TMPDIR": name}


def _has_room(memory: Path) -> bool:
    try:
        return min(disk_usage(memory).free, _available()) > ROOM
    except OSError:
        return False


def _available() -> int:
    """Bytes of memory that programs can still be given; Linux alone says so.

    Raises:
        OSError: another system.
    """
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)

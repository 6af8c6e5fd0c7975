"""Seconds that nobody can set: since this computer was started, sleep included, and the name of that start.

Where the system does not name its starts, this process is one: its seconds mean nothing to the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from domain.timekeeping import Uptime

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_PROCESS = str(uuid4())


def uptime() -> Uptime:
    """Both as they are now."""
    boot = boot_id(_BOOT_ID)
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    if not boot or clock is None:
        return Uptime(_PROCESS, time.monotonic())
    seconds: Callable[[int], float] = time.clock_gettime
    return Uptime(boot, seconds(clock))


def boot_id(file: Path) -> str:
    """The name that Linux gives each start; empty elsewhere."""
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""

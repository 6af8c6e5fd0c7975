"""How long until a window is on the screen, measured in the same way for ours and for programs of its kind.

The others come from PyPI into environments of their own below the cache of the benchmark. They are started as programs
and never imported: they are under the GPL.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tooling.screen import Screen

PEERS = {"vorta": ("vorta",), "anki": ("aqt[qt6]",)}
PATIENCE = 60.0
_LOOK = ["xdotool", "search", "--onlyvisible", "--name", "."]


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds until the first window was mapped, and the megabytes (PSS) of all its processes five seconds later."""

    seconds: float
    megabytes: float


def environment_of(peer: str, cache: Path) -> Path:
    """The peer's own environment, made when it is missing."""
    folder = cache / peer
    if not (folder / "bin" / "python").exists():
        venv.EnvBuilder(with_pip=True).create(folder)
    if not (folder / "bin" / peer).exists():
        pip = [folder / "bin" / "python", "-m", "pip", "install", "-q", "--only-binary", ":all:", *PEERS[peer]]
        subprocess.run([str(word) for word in pip], check=True)
    return folder


def command_of(peer: str, cache: Path, home: Path) -> list[str]:
    """The words that open its main window."""
    program = str(environment_of(peer, cache) / "bin" / peer)
    return [program, "--foreground"] if peer == "vorta" else [program, "-b", str(home / "anki"), "-l", "en"]


def start(command: Sequence[str], screen: Screen, home: Path, *, settle: float = 5.0) -> Started:
    """Start it, wait for its window, weigh it, end it."""
    quiet = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    environment = {**os.environ, **screen.environment, **quiet}
    began = time.monotonic()
    child = subprocess.Popen(
        list(command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while subprocess.run(_LOOK, env=environment, capture_output=True, check=False).returncode:
            if child.poll() is not None or time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"{command[0]} opened no window")
            time.sleep(0.01)
        seconds = time.monotonic() - began
        time.sleep(settle)
        return Started(seconds, sum(weight(pid) for pid in family(child.pid)))
    finally:
        for pid in reversed(family(child.pid)):
            _end(pid)
        child.wait()
        _wait_until_gone(environment)


def family(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for each in found:
        listed = Path(f"/proc/{each}/task/{each}/children")
        found += [int(word) for word in listed.read_text(encoding="ascii").split()] if listed.exists() else []
    return found


def weight(pid: int) -> float:
    """Megabytes (PSS) of a process; nothing when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def drop_page_cache() -> bool:
    """Let the next start read from the disk; whether the system allowed it."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3\n", encoding="ascii")
    except OSError:
        return False
    return True


def ours(profile: Path) -> list[str]:
    """The window from source."""
    return [sys.executable, "-m", "main", "app", "--profile", str(profile)]


def _end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, 9)


def _wait_until_gone(environment: dict[str, str]) -> None:
    until = time.monotonic() + PATIENCE
    while subprocess.run(_LOOK, env=environment, capture_output=True, check=False).returncode == 0:
        if time.monotonic() > until:
            raise RuntimeError("a window stays")
        time.sleep(0.05)

"""``python -m bench.desktop``: every figure of the table of speeds, in one run on one machine; GPL peers beside ours.

The desks are built once in the cache (some minutes for a million citizens). Say ``--quick`` to leave the million out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.desktop import starting
from bench.desktop.starting import Started
from tooling.screen import own_screen

SIZES = {
    "60 k": (60_000, 2_000, 0),
    "1 M": (1_000_000, 2_000, 0),
    "200 k requests": (1_000, 200_000, 0),
    "a queue of 50": (0, 0, 50),
}
"""Citizens and requests of a village's desk, or requests that wait in a kecamatan."""
PARTS = {
    "60 k": ["keystroke", "form 20", "form 60", "save", "save during a sync"],
    "1 M": ["keystroke"],
    "200 k requests": ["scroll", "keystroke"],
    "a queue of 50": ["review of 50, first lines", "review of 50, whole"],
}


def main() -> int:
    """Measure and print tables of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench.desktop", description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "ketinting-bench")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=("starting", "inside"))
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    _say(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, ")
    _say(f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}\n\n")
    if asked.only != "starting":
        _inside([size for size in SIZES if not (asked.quick and size == "1 M")], asked.cache)
    if asked.only != "inside":
        _starting(asked.cache, asked.runs)
    return 0


def _inside(sizes: list[str], cache: Path) -> None:
    _say("| desk | what | median ms | p95 ms | runs |\n|---|---|---|---|---|\n")
    for size in sizes:
        profile = cache / f"desk-{'-'.join(map(str, SIZES[size]))}"
        if not (profile / "ready").exists():
            shutil.rmtree(profile, ignore_errors=True)
            _python("bench.desktop.large", str(profile), *map(str, SIZES[size]))
            (profile / "ready").touch()
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copytree(profile, Path(folder) / "desk")
            found = json.loads(_python("bench.desktop.inside", str(copy), *PARTS[size]))
        for part, values in found.items():
            unit = " (MB, PSS)" if part.startswith("memory") else ""
            _say(f"| {size} | {part}{unit} | {statistics.median(values):.1f} | {_p95(values):.1f} | {len(values)} |\n")


def _starting(cache: Path, runs: int) -> None:
    _say("\n| program | start | first window s, each run | PSS MB after 5 s |\n|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder, own_screen(Path(folder)) as screen:
        home = Path(folder) / "home"
        home.mkdir()
        commands = {"Ketinting": starting.ours(home / "desk")}
        commands |= {peer: starting.command_of(peer, cache, home) for peer in starting.PEERS}
        for name, command in commands.items():
            starting.start(command, screen, home, settle=0.5)
            warm = [starting.start(command, screen, home) for _ in range(runs)]
            _tell(name, "warm", warm)
            cold = [starting.start(command, screen, home) for _ in range(runs) if starting.drop_page_cache()]
            if cold:
                _tell(name, "page cache dropped", cold)


def _tell(name: str, how: str, found: list[Started]) -> None:
    seconds = ", ".join(f"{each.seconds:.2f}" for each in found)
    _say(f"| {name} | {how} | {seconds} | {statistics.median(each.megabytes for each in found):.0f} |\n")


def _python(*words: str) -> str:
    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, int(len(values) * 0.95) - 1)]


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())

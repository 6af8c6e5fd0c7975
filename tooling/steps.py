"""Running programs, and telling which of several steps failed and how long each took."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tooling.environment import ROOT


@dataclass(frozen=True)
class Step:
    """One named thing to do; ``act`` gives an exit status, 0 when all is well."""

    name: str
    act: Callable[[], int]


def run(command: Sequence[str | Path], folder: Path = ROOT, also: Mapping[str, str] | None = None) -> int:
    """Run a program in a folder, with its output on this terminal, and give its exit status.

    ``also`` are variables of its environment besides ours. Python may keep what it compiled, whatever the environment
    says: hundreds of programs start in one run.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= also or {}
    return subprocess.run([str(part) for part in command], cwd=folder, env=environment, check=False).returncode


def run_in_turn(*commands: Sequence[str | Path]) -> int:
    """Run programs one after the other until one fails, and give the last exit status."""
    return next((status for status in map(run, commands) if status), 0)


def run_steps(steps: Sequence[Step | Sequence[Step]]) -> int:
    """Run every step even after one failed, print what became of each, and give 0 when all went well.

    Steps in a sequence of their own run side by side: each of them keeps one core busy.
    """
    began = time.monotonic()
    outcomes = [outcome for step in steps for outcome in _at_once([step] if isinstance(step, Step) else step)]
    print("\n" + "\n".join(f"{seconds:7.1f} s  {_word(status):6}  {name}" for name, status, seconds in outcomes))
    print(f"{time.monotonic() - began:7.1f} s  in all")
    return int(any(status for _, status, _ in outcomes))


def _at_once(steps: Sequence[Step]) -> list[tuple[str, int, float]]:
    with ThreadPoolExecutor(len(steps)) as crew:
        return list(crew.map(_timed, steps))


def _timed(step: Step) -> tuple[str, int, float]:
    print(f"\n=== {step.name}", flush=True)
    began = time.monotonic()
    status = step.act()
    return step.name, status, time.monotonic() - began


def _word(status: int) -> str:
    return "FAILED" if status else "ok"

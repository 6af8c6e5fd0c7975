"""What the parts of the road cost on this machine: ``python -m bench.road``.

Sample data only. Each part is run warm-up + N times in this process; the median and the 95th percentile are printed.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.subjects import letters, log, services, wire

Work = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """One row: milliseconds of one run, except where `note` says otherwise."""

    part: str
    first: float
    median: float
    p95: float
    note: str


def timed(part: str, work: Work, runs: int, note: str = "") -> Figure:
    """Run once cold and `runs` times warm."""
    first = _once(work)
    warm = sorted(_once(work) for _ in range(runs))
    return Figure(part, first, statistics.median(warm), warm[int(len(warm) * 0.95) - 1], note)


def _once(work: Work) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def figures(runs: int) -> Iterable[Figure]:
    """Every part in the order in which a request meets it."""
    for subject in (services, log, wire, letters):
        for part, work, note in subject():
            yield timed(part, work, runs, note)


def main() -> int:
    """Print the figures as a table of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench.road", description=__doc__)
    parser.add_argument("--runs", type=int, default=40, help="warm runs of each part")
    asked = parser.parse_args()
    sys.stdout.write(
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
    )
    sys.stdout.write(
        f"Python {platform.python_version()}\n\n| part | first ms | median ms | p95 ms | |\n|---|---|---|---|---|\n"
    )
    for row in figures(asked.runs):
        sys.stdout.write(f"| {row.part} | {row.first:.1f} | {row.median:.2f} | {row.p95:.2f} | {row.note} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What coverage counts: lines that a named example reaches, in this process or in a child that one test starts.

What a search for counterexamples or a walk of a whole road happens to run over is not counted: it would make the count
a matter of luck, and tracing it cost as much as all other tests (ADR 0062). Searches are passed over here; whole roads
are walked beside the others in a run of their own (`tooling/check.py`).

With ``--counted`` the workers count and the process that deals the tests out to them does not: it runs no line of ours.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import coverage
import pytest

SETTINGS = Path(__file__).parents[1] / "pyproject.toml"


def count_in_workers(config: pytest.Config) -> None:
    """Let the processes that this one starts count, when that was asked for; they tell their own in the same way."""
    if config.getoption("counted"):
        os.environ["COVERAGE_PROCESS_START"] = str(SETTINGS)


def is_counted(item: pytest.Item) -> bool:
    """Whether this is a named example."""
    return item.get_closest_marker("hypothesis") is None


@contextmanager
def not_counted_here() -> Iterator[None]:
    """Nothing that runs in this process meanwhile is counted."""
    found = coverage.Coverage.current()
    if found is None:
        yield
        return
    found.stop()
    try:
        yield
    finally:
        found.start()

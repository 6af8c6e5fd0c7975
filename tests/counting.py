"""What coverage counts: lines that a named example reaches, in this process or in a child that one test starts.

What a search for counterexamples or a whole town of processes happens to run over is not counted: it would make the
count a matter of luck, and tracing it cost as much as all other tests (ADR 0062).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import coverage
import pytest

UNCOUNTED = ("tests/simulation/",)
"""A search from seeds: what it runs over has named examples of its own. Only tests without threads of their own."""
_TOLD_TO_CHILDREN = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


def is_counted(item: pytest.Item) -> bool:
    """Whether this is a named example."""
    return item.get_closest_marker("hypothesis") is None and not item.nodeid.startswith(UNCOUNTED)


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


@contextmanager
def children_not_counted() -> Iterator[None]:
    """Nothing is counted in processes that are started meanwhile."""
    told = {name: os.environ.pop(name) for name in _TOLD_TO_CHILDREN if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(told)

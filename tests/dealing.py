"""How the tests are dealt out to the workers: what shares a dear world stays together, and begins.

pytest-xdist has ``--dist loadgroup`` for that, which reads groups out of test ids that pytest 9.2 no longer lets it
change: it deals such tests out singly and in silence, and every world is built once on each worker (ADR 0062).
"""

import os

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = (
    "tests/desktop/demo/test_the_play.py",
    "tests/stories/",
    "tests/atspi/",
    "tests/desktop/test_hub_restored.py",
)
"""Each is one piece of work for one worker: many processes, and a world that takes long to build."""
DEAR = (
    "tests/desktop/test_kills.py",
    "tests/desktop/windows/test_road.py",
    "tests/desktop/windows/test_reach_of_all.py",
    "tests/desktop/demo/",
    "tests/hub/test_processes.py",
    "tests/hub/test_locking.py",
    "tests/simulation/",
    "tests/desktop/test_whole_story.py",
)
"""Single tests that take seconds each: they go out before all others, so that no worker ends alone with one."""
ORDER = (*TOGETHER[:2], *DEAR, *TOGETHER[2:])
"""People at real windows come third: play and stories begin, and a third town would only slow both down."""


class InPieces(LoadScopeScheduling):  # type: ignore[misc] # the package ships no types
    """Deals out what stays together whole, and every other test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return _world_of(nodeid) or nodeid


def dearest_first(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker ends alone with it."""
    items.sort(key=lambda item: _place_of(item.nodeid))


def dealer(config: pytest.Config, log: object) -> InPieces:
    """The scheduler; the pieces go out in the order of the collection."""
    config.option.loadscopereorder = False
    return InPieces(config, log)


def built_once(world: str, folders: pytest.TempPathFactory) -> None:
    """Say that a world is built here; fails when another worker of this run has built it too."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        (folders.getbasetemp().parent / f"{world}.built").touch(exist_ok=False)


def _place_of(nodeid: str) -> int:
    """The first of `ORDER` that the id belongs to; behind all of them where there is none."""
    return next((place for place, dear in enumerate(ORDER) if nodeid.startswith(dear)), len(ORDER))


def _world_of(nodeid: str) -> str:
    """The beginning of the id that it shares with its world; empty where there is none."""
    return next((world for world in TOGETHER if nodeid.startswith(world)), "")

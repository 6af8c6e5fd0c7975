"""How the tests are dealt out to two workers: what shares a dear world stays together, and begins.

pytest-xdist has ``--dist loadgroup`` for that, which reads groups out of test ids that pytest 9.2 no longer lets it
change: it deals such tests out singly and in silence, and every world is built once on each worker (ADR 0062).
"""

import os

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/desktop/demo/test_the_play.py", "tests/stories/", "tests/atspi/")
"""Each is one piece of work for one worker: many processes, and a world that takes long to build."""


class InPieces(LoadScopeScheduling):  # type: ignore[misc] # the package ships no types
    """Deals out what stays together whole, and every other test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return _world_of(nodeid) or nodeid


def dearest_first(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker ends alone with it."""
    order = {world: place for place, world in enumerate(TOGETHER)}
    items.sort(key=lambda item: order.get(_world_of(item.nodeid), len(order)))


def dealer(config: pytest.Config, log: object) -> InPieces:
    """The scheduler; the pieces go out in the order of the collection."""
    config.option.loadscopereorder = False
    return InPieces(config, log)


def built_once(world: str, folders: pytest.TempPathFactory) -> None:
    """Say that a world is built here; fails when another worker of this run has built it too."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        (folders.getbasetemp().parent / f"{world}.built").touch(exist_ok=False)


def _world_of(nodeid: str) -> str:
    """The beginning of the id that it shares with its world; empty where there is none."""
    return next((world for world in TOGETHER if nodeid.startswith(world)), "")

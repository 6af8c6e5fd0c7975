"""What every test needs before it starts: no screen, no clock in properties, and servers started at most once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says something about the machine, not about the property.
settings.register_profile("ketinting", deadline=None)
settings.load_profile("ketinting")

pytest_plugins = ["tests.postgres"]

ROOT = Path(__file__).parent
# What shares a world that is dear to build, or many processes: one worker plays it, and begins with it.
TOGETHER = {"stories": ROOT / "stories", "play": ROOT / "desktop" / "demo" / "test_the_play.py"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep each dear world on one worker and start it first, so that no worker ends alone with it.

    First of all hooks: xdist reads the groups in its own.
    """
    for item in items:
        for name, place in TOGETHER.items():
            if item.path.is_relative_to(place):
                item.add_marker(pytest.mark.xdist_group(name))
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)

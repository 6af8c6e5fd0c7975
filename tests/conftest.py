"""What every test needs before it starts: no screen, no clock in properties, and servers started at most once."""

import gc
import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from hub.api.logs import set_up_logs
from tests.counting import count_in_workers, is_counted, not_counted_here
from tests.dealing import InPieces, dealer, dearest_first
from tests.fresh_desks import lay_out_once
from tests.statements import compile_once

# What is brought in and collected here stays to the end: no search for waste looks through it, now or later.
gc.disable()

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A program of ours that compiles itself at each start takes three times as long, and hundreds are started.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How long an example takes says something about the machine, not about the property.
settings.register_profile("ketinting", deadline=None)
settings.load_profile("ketinting")

compile_once()
lay_out_once()

pytest_plugins = ["tests.postgres"]


@pytest.fixture(scope="session", autouse=True)
def _logs_as_in_life() -> None:
    """Before it is told otherwise, structlog draws every error as a picture of all local values: seconds for each."""
    set_up_logs()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say whether lines are counted."""
    parser.addoption("--counted", action="store_true", help="count the lines that named examples reach")


def pytest_configure(config: pytest.Config) -> None:
    """Count in the workers, before they start."""
    count_in_workers(config)


def pytest_collection_finish() -> None:
    """From here on waste is looked for again, in what the tests themselves make."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the dearest."""
    dearest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> InPieces:
    """Keep each dear world on one worker."""
    return dealer(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Run searches without counting their lines."""
    if is_counted(item):
        return (yield)
    with not_counted_here():
        return (yield)

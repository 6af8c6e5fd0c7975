"""One small hub with two desks for all stories, and a screen for each run."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.cli.demo import errands
from desktop.cli.demo.errands import Errand, Fate
from desktop.cli.demo.processes import Nursery
from desktop.cli.demo.windows import Prepared, prepare
from hub.cli import main as run_hub
from sync.stretching import Cost
from tests.atspi.person import Window
from tests.atspi.tree import Bus
from tests.quickly import codes_quick
from tooling.environment import missing_window_packages
from tooling.screen import Screen, own_screen

MUST = "KETINTING_MUST_OPEN_WINDOWS"
"""Set where a check may not be skipped: there a missing package is a failure."""

HAPPENED = (
    Errand(3, errands.SEPATIN, errands.MARRIAGE, 20, Fate.TO_SIGN),
    Errand(1, errands.SEPATIN, errands.MARRIAGE, 80, Fate.TO_SIGN),
)
"""What waits for the camat."""


QUICK = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
"""For the desks that stand there before a story begins; the clerk's first morning pays the real price."""


class Household(Nursery):
    """Runs the hub's short commands here: each new Python would read the same two hundred modules first."""

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One command of the hub's, as its program runs it."""
        assert words[0] == "hub"
        said, failed = io.StringIO(), io.StringIO()
        with ALONE, redirect_stdout(said), redirect_stderr(failed):
            status = run_hub(words[1:])
        return subprocess.CompletedProcess(words, status, said.getvalue(), failed.getvalue())


ALONE = threading.Lock()


@pytest.fixture(scope="session", autouse=True)
def _ended_in_order() -> Iterator[None]:
    """Whoever ends us with SIGTERM ends hub, windows and screen too, as with Ctrl+C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session", autouse=True)
def _everything_is_here() -> None:
    """Skip with the line that helps; where windows must be opened, fail with it."""
    missing = missing_window_packages()
    line = f"run: apt-get install -y --no-install-recommends {' '.join(missing)}"
    if missing and os.environ.get(MUST):
        pytest.fail(line)
    if missing:
        pytest.skip(line)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, _everything_is_here: None) -> Iterator[Prepared]:
    with Household(tmp_path_factory.mktemp("jendela")) as nursery:
        with codes_quick():
            made = prepare(nursery, datetime.now(UTC), HAPPENED, people=40, cost=QUICK)
        yield made


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory, _everything_is_here: None) -> Iterator[Screen]:
    with own_screen(tmp_path_factory.mktemp("layar")) as made:
        yield made


@pytest.fixture
def open_window(town: Prepared, screen: Screen) -> Iterator[Callable[[Path], Window]]:
    """Opens the program on a profile; the regency's authority is one that this computer trusts."""
    bus = Bus(screen.bus)
    opened: list[Window] = []

    def opening(profile: Path) -> Window:
        more = {"SSL_CERT_FILE": str(town.scene.stage.transport.authority)}
        opened.append(Window.open(town.scene.stage.nursery, screen, bus, profile, more))
        opened[-1].activate()
        return opened[-1]

    yield opening
    for window in opened:
        window.child.kill()
    bus.close()

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.heartbeat import Heartbeat
from desktop.office.reach import Reach
from desktop.program import Around, Program
from desktop.theme import Look, choose
from desktop.widgets.focus import FocusRing
from tests.desktop import fakes
from tests.desktop.town import DirectReach, Town
from tests.desktop.windows.driver import Person
from tooling.screenshots.story import Ticking

_rings: list[FocusRing] = []


@pytest.fixture(autouse=True)
def _no_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheduler's own thread is tested apart; here nothing happens by itself."""
    monkeypatch.setattr(Heartbeat, "start", lambda _self: None)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    qapp.setStyle("Fusion")
    if not _rings:
        _rings.append(FocusRing(qapp))
    yield qapp
    choose(Look())


@pytest.fixture
def open_window(app: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Person]]:
    """Opens programs, closes them, and fails the test when one leaves a thread or a timer running."""
    people: list[Person] = []

    def opened(profile: Path, reach: Reach | None = None, clock: fakes.Clock | Ticking | None = None) -> Person:
        outside = fakes.outside(clock)  # type: ignore[arg-type] # any clock with now
        around = Around(lambda: outside, lambda _outside: reach or fakes.NoNetwork(), fakes.quick_vault)
        program = Program(app, profile, around)
        program.start()
        program.shell.resize(1366, 768)
        program.shell.show()
        program.shell.activateWindow()
        people.append(Person(program, qtbot))
        people[-1].settle()
        return people[-1]

    yield opened
    for person in people:
        person.program.shell.close()
        timers = [
            each for each in person.program.shell.findChildren(QTimer) if each.isActive() and not each.isSingleShot()
        ]
        assert not timers
        person.program.shell.deleteLater()
        person.program.deleteLater()
    app.processEvents()
    assert not [each.name for each in threading.enumerate() if each.name.startswith("ketinting")]


@pytest.fixture
def town_window(town: Town, open_window: Callable[..., Person]) -> Callable[[str], Person]:
    """Windows of a town with a real hub in this process."""

    def opened(desk: str) -> Person:
        return open_window(town.folder / desk, DirectReach(town), town.clock)

    return opened

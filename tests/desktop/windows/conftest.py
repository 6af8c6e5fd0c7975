from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.heartbeat import Heartbeat
from desktop.keys import Vault
from desktop.office.reach import Reach
from desktop.program import Around, Program
from desktop.theme import Look, choose
from desktop.widgets.focus import FocusRing
from tests.desktop import fakes
from tests.desktop.town import DirectReach, Town
from tests.desktop.windows.driver import Person
from tests.desktop.windows.printers import PdfPrinters
from tooling.sample_desk import PASSWORD
from tooling.screenshots.story import NOW, Ticking, kecamatan, village

_rings: list[FocusRing] = []


def _vault(profile: Path) -> Vault:
    """Each slot remembers its own cost; new ones are quick."""
    return fakes.quick_vault(profile)


@pytest.fixture(autouse=True)
def _no_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheduler's own thread is tested apart; here nothing happens by itself."""
    monkeypatch.setattr(Heartbeat, "start", lambda _self: None)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    if not _rings:
        qapp.setStyle("Fusion")
        _rings.append(FocusRing(qapp))
    yield qapp
    choose(Look())
    _leave_nothing(qapp)


def _leave_nothing(app: QApplication) -> None:
    """Delete what a test left: each new window dresses every widget that is still there anew."""
    for each in app.topLevelWidgets():
        each.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_window(app: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Person]]:
    """Opens programs, closes them, and fails the test when one leaves a thread or a timer running."""
    people: list[Person] = []

    def opened(profile: Path, reach: Reach | None = None, clock: fakes.Clock | Ticking | None = None) -> Person:
        outside = fakes.outside(clock)  # type: ignore[arg-type] # any clock with now
        around = Around(lambda: outside, lambda _outside: reach or fakes.NoNetwork(), _vault)
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
    people.clear()
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [each.name for each in threading.enumerate() if each.name.startswith("ketinting")]


@pytest.fixture
def town_window(town: Town, open_window: Callable[..., Person]) -> Callable[[str], Person]:
    """Windows of a town with a real hub in this process."""

    def opened(desk: str) -> Person:
        return open_window(town.folder / desk, DirectReach(town), town.clock)

    return opened


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desks of the sample morning, closed again; tests work on copies."""
    folder = tmp_path_factory.mktemp("pagi")
    clock = Ticking()
    desa = village(folder, clock)
    kecamatan(folder, clock, desa).close()
    desa.close()
    return folder


@pytest.fixture
def sample_window(morning: Path, open_window: Callable[..., Person], tmp_path: Path) -> Callable[[str, str], Person]:
    """A window on a copy of a sample desk; signed in when an officer is named."""

    def opened(desk: str, officer: str) -> Person:
        profile = tmp_path / f"{desk}-{officer}"
        shutil.copytree(morning / desk, profile)
        person = open_window(profile, clock=fakes.Clock(NOW))
        if officer:
            person.enter(officer, PASSWORD)
        return person

    return opened


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    """Printers that print into files."""
    return PdfPrinters(tmp_path)

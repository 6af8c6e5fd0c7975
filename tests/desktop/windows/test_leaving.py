"""Opening, locking, living on in the tray, and leaving: never in the way, never without a word about what waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop import app as opening
from desktop.app import _note_stray
from desktop.pages.settings import SettingsPage
from desktop.pages.settings_computer import ComputerSection
from desktop.preferences import Preferences
from desktop.program import Program
from desktop.widgets.listbuttons import OfficerButton
from resources.translations import translation_path
from tests.desktop.windows.driver import Person
from tooling.sample_desk import PASSWORD


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has a place for icons beside its clock."""
    for module in ("desktop.leaving.tray_is_there", "desktop.pages.settings_computer.tray_is_there"):
        monkeypatch.setattr(module, lambda: True)


@pytest.mark.usefixtures("tray")
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)  # offscreen has no desktop
def test_closing_ends_the_program_unless_the_person_chose_otherwise(
    sample_window: Callable[[str, str], Person],
) -> None:
    person = sample_window("desa", "sepatin-petugas")
    icon = person.program.leaving.tray
    assert icon is not None
    assert "menunggu dikirim" in icon.words
    assert person.program.leaving.may_close()
    page = person.open("settings", "computer")
    assert isinstance(page, SettingsPage)
    assert isinstance(page.section, ComputerSection)
    person.press("Menutup jendela: Tetap jalan")
    person.program.shell.close()
    person.settle()
    assert not person.program.shell.isVisible()
    assert person.program.shell.locked, "nobody finds an open desk in the tray"
    icon.pressed.emit("exchange")
    person.settle()
    assert person.work.exchange.tried, "it goes on exchanging"
    icon._activated(QSystemTrayIcon.ActivationReason.Trigger)
    assert person.program.shell.isVisible()
    icon._activated(QSystemTrayIcon.ActivationReason.Context)
    person.program.prefer(Preferences())
    icon.pressed.emit("quit")
    assert person.program.work is None


def test_unsent_work_is_named_before_the_window_goes(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    assert person.work.exchange.waiting
    person.program.leaving.farewell_ms = 60_000
    person.program.shell.close()
    assert person.program.shell.isVisible()
    assert "belum terkirim. Aman di komputer ini" in person.program.shell.status.words
    person.program.shell.close()
    assert not person.program.shell.isVisible(), "asked twice, it goes at once"


def test_a_computer_that_shuts_down_is_not_kept_waiting(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    person.program.leaving.farewell_ms = 60_000
    person.program.leaving._session_ends(None)
    person.program.shell.close()
    assert not person.program.shell.isVisible()


def test_a_locked_desk_goes_on_exchanging(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    person.program.shell.idle.emit()
    assert person.program.shell.locked
    person.work.heartbeat.network_came_back()
    person.settle()
    assert person.work.exchange.tried
    assert person.program.shell.locked
    person.enter("sepatin-petugas", PASSWORD)
    assert not person.program.shell.locked


def test_a_system_that_turns_dark_does_not_unlock_the_window(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    person.program.lock()
    person.program.prefer(Preferences(dark=True))
    assert person.program.shell.locked
    assert person.program.shell.sign_in.isVisible()
    person.program.prefer(Preferences())
    person.enter("sepatin-petugas", PASSWORD)
    assert not person.program.shell.locked


def test_the_sign_in_page_still_names_the_officers_when_the_system_turns_dark(
    sample_window: Callable[[str, str], Person],
) -> None:
    person = sample_window("desa", "")
    before = [each.officer for each in person.program.shell.sign_in.findChildren(OfficerButton)]
    person.program.prefer(Preferences(dark=True))
    assert [each.officer for each in person.program.shell.sign_in.findChildren(OfficerButton)] == before
    assert before
    person.program.prefer(Preferences())


def test_a_bug_is_written_down_without_a_citizens_number(
    sample_window: Callable[[str, str], Person], caplog: pytest.LogCaptureFixture
) -> None:
    person = sample_window("desa", "sepatin-petugas")
    nobody: dict[str, int] = {}
    person.program.background.do(lambda: nobody["6402081708909005"], lambda _: None)
    person.settle()
    log = (person.program._profile / "galat.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "6402081708909005" not in log
    assert "broke" in caplog.text


def test_a_fault_in_an_answer_to_qt_is_said_and_written_down_too(
    sample_window: Callable[[str, str], Person], capsys: pytest.CaptureFixture[str]
) -> None:
    person = sample_window("desa", "")
    _note_stray(person.program, ValueError, ValueError("6402081708909005"), None)
    assert "ValueError" in capsys.readouterr().err
    assert "Ada kesalahan program (ValueError)" in person.program.shell.status.words
    log = (person.program._profile / "galat.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "6402081708909005" not in log


def test_an_update_that_writes_the_translation_anew_does_not_take_the_window_down(
    sample_window: Callable[[str, str], Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "ketinting_en.qm"
    copy.write_bytes(translation_path("en").read_bytes())
    monkeypatch.setattr(
        "desktop.language.translation_path", lambda language: copy if language == "en" else tmp_path / "x"
    )
    person = sample_window("desa", "sepatin-petugas")
    person.program.prefer(Preferences(language="en"))
    copy.write_bytes(b"")
    person.open("requests")
    assert person.sees("Home")
    person.program.prefer(Preferences())
    person.settle()


@pytest.fixture
def opened(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Program]]:
    """The one application of the tests stands for the one of the process, and it ends at once."""
    programs: list[Program] = []

    class Kept(Program):
        def start(self) -> None:
            programs.append(self)
            super().start()

    monkeypatch.setattr(opening, "QApplication", lambda _argv: app)
    monkeypatch.setattr(opening, "Program", Kept)
    monkeypatch.setattr(QApplication, "exec", staticmethod(lambda: 0))
    yield programs
    for program in programs:
        program.shell.close()
        program.shell.deleteLater()


def test_the_window_of_an_empty_profile_asks_for_enrolment(
    opened: list[Program], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETINTING_PROFILE", str(tmp_path / "usual"))
    assert opening.usual_profile() == tmp_path / "usual"
    monkeypatch.delenv("KETINTING_PROFILE")
    assert opening.usual_profile().name == "ketinting"
    watched: list[Path] = []
    monkeypatch.setattr(opening, "watch", watched.append)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert opening.main(["--profile", str(tmp_path / "baru")]) == 0
    assert watched == [tmp_path / "baru"]
    program = opened[0]
    assert program.shell.enrol.isVisible()
    assert program.leaving.farewell_ms == opening.FAREWELL_MS
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)


def test_nothing_personal_is_among_the_choices() -> None:
    known = set(msgspec.structs.asdict(Preferences()))
    assert known == {"dark", "follow_system", "scale", "language", "lock_minutes", "keep_running"}

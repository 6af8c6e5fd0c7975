from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import this_computer, usual_profile
from desktop.door import Door, Officer, read_door, write_door
from desktop.pages.enrol import EnrolPage
from desktop.preferences import FILE, Preferences, read_preferences
from desktop.widgets.choice import Choice
from desktop.widgets.columns import Columns
from desktop.widgets.deciding import SignDialog
from desktop.widgets.document_row import DocumentRow
from desktop.widgets.editors import (
    AreaEditor,
    ChoiceEditor,
    DateEditor,
    LineEditor,
    NumberEditor,
    SeveralEditor,
    TimeEditor,
    editor_for,
)
from desktop.widgets.fields import ErrorSummary, Field
from desktop.widgets.search import Found, SearchPopup
from desktop.widgets.text import Words
from desktop.wording import ago, moment, size_words, when
from forms.documents import AskedDocument
from forms.schema import Date, Integer, SelectMultiple, SelectOne, Text, Time

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("27-11-2026", "2026-11-27"), ("7/1/2026", "2026-01-07"), ("besok", "besok"), ("", None)],
)
def test_a_date_is_typed_as_an_office_writes_it(app: QApplication, typed: str, stored: str | None) -> None:
    editor = DateEditor()
    editor.line.setText(typed)
    assert editor.value() == stored
    editor.set_value(stored)
    assert editor.value() == stored


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_calendar_only_helps(app: QApplication, qtbot: QtBot) -> None:
    editor = DateEditor()
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.changed):
        editor.take(QDate(2026, 11, 27))
    assert editor.value() == "2026-11-27"
    editor.show()
    editor._open()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


@pytest.mark.parametrize(("typed", "stored"), [("9.00", "09:00"), ("14:30", "14:30"), ("siang", "siang"), ("", None)])
def test_a_time_is_typed_with_a_dot(app: QApplication, typed: str, stored: str | None) -> None:
    editor = TimeEditor()
    editor.line.setText(typed)
    assert editor.value() == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("1.500.000", 1_500_000), ("Rp 900.000", 900_000), ("2,5", 2.5), ("banyak", "banyak"), ("", None)],
)
def test_a_number_has_dots_between_thousands(app: QApplication, typed: str, stored: object) -> None:
    editor = NumberEditor()
    editor.line.setText(typed)
    assert editor.value() == stored
    editor.set_value(2.5)
    assert editor.line.text() == "2,5"


def test_a_number_of_a_card_stands_in_groups_of_four(app: QApplication) -> None:
    editor = LineEditor(grouped=True)
    editor.set_value("6402040502989001")
    assert editor.line.text() == "6402 0405 0298 9001"


def test_several_of_a_list_are_ticked(app: QApplication, qtbot: QtBot) -> None:
    editor = SeveralEditor()
    editor.set_choices({"a": "Satu", "b": "Dua"})
    editor.set_value(["b"])
    assert editor.value() == ["b"]
    with qtbot.waitSignal(editor.changed):
        editor._boxes["a"].click()
    editor.set_choices({"a": "Satu", "b": "Dua"})
    editor.set_choices({"b": "Dua", "c": "Tiga"})
    assert editor.value() == ["b"]
    editor.set_value(None)
    assert editor.value() is None


def test_a_choice_that_is_not_offered_now_comes_back_with_its_list(app: QApplication) -> None:
    editor = ChoiceEditor()
    editor.set_choices({"1": "Laki-laki", "2": "Perempuan"})
    editor.set_value("2")
    editor.set_choices({"1": "Laki-laki"})
    assert editor.value() == "2"
    assert editor.input.currentText() == "Pilih"  # type: ignore[attr-defined] # a list
    editor.set_choices({"1": "Laki-laki", "2": "Perempuan"})
    assert editor.input.currentText() == "Perempuan"  # type: ignore[attr-defined]


def test_each_kind_of_question_has_its_editor(app: QApplication) -> None:
    kinds = {
        Text: LineEditor,
        Integer: NumberEditor,
        Date: DateEditor,
        Time: TimeEditor,
    }
    for question, editor in kinds.items():
        assert type(editor_for(question(name="q", label="Q"))) is editor
    assert type(editor_for(Text(name="q", label="Q", multiline=True))) is AreaEditor
    assert type(editor_for(SelectOne(name="q", label="Q", choices="c"))) is ChoiceEditor
    assert type(editor_for(SelectMultiple(name="q", label="Q", choices="c"))) is SeveralEditor


def test_turning_the_wheel_over_a_choice_changes_no_answer(app: QApplication) -> None:
    choice = Choice()
    choice.addItems(["a", "b"])
    event = QWheelEvent(
        QPointF(1, 1),
        QPointF(1, 1),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    choice.wheelEvent(event)
    assert choice.currentText() == "a"
    assert not event.isAccepted()


def test_words_are_as_high_as_their_lines_when_words_or_font_change(app: QApplication, qtbot: QtBot) -> None:
    words, plain = Words("satu dua tiga empat lima", wrap=True), QLabel("satu dua tiga empat lima")
    plain.setWordWrap(True)
    qtbot.addWidget(words)
    qtbot.addWidget(plain)
    for text, size in (("satu dua tiga empat lima", 15), ("satu", 15), ("satu", 40)):
        for each in (words, plain):
            each.setText(text)
            each.setFont(QFont("", size))
        assert words.heightForWidth(60) == plain.heightForWidth(60)
        assert words.heightForWidth(60) == plain.heightForWidth(60), "and again"


def test_an_ampersand_in_a_question_is_no_key(app: QApplication) -> None:
    field = Field("Akta & ijazah", QLineEdit())
    assert field._label.text() == "Akta && ijazah"
    field.set_optional(optional=True)
    assert "Akta &amp; ijazah" in field._label.text()
    assert field.label == "Akta & ijazah"


@pytest.mark.parametrize("made", [QLineEdit, LineEditor])
def test_a_field_says_its_error_to_eyes_and_to_screen_readers(
    made: Callable[[], QWidget], app: QApplication, qtbot: QtBot
) -> None:
    field = Field("Nama", made(), "Seperti KTP", optional=True)
    qtbot.addWidget(field)
    line = field.editor.focusProxy() or field.editor
    field.set_error("“Nama” wajib diisi.")
    assert field.error == "“Nama” wajib diisi."
    assert line.property("wrong") == "true", "the edge of a sheet inside an editor follows too"
    assert line.accessibleDescription() == "“Nama” wajib diisi. Seperti KTP"
    assert field.label == "Nama"
    field.set_error("")
    assert line.property("wrong") == "false"


def test_the_summary_names_the_field_whose_line_was_pressed(app: QApplication, qtbot: QtBot) -> None:
    summary = ErrorSummary()
    qtbot.addWidget(summary)
    summary.show_problems([("nik", "NIK salah."), ("kk", "KK salah.")])
    assert "NIK salah." in summary.accessibleName()
    with qtbot.waitSignal(summary.chosen) as told:
        summary._links[1].click()
    assert told.args == ["kk"]
    summary.show_problems([])
    assert summary.isHidden()


def test_columns_stand_under_one_another_in_a_narrow_window(app: QApplication, qtbot: QtBot) -> None:
    columns = Columns(600, 16)
    qtbot.addWidget(columns)
    one, other = QWidget(), QWidget()
    for stack, widget in zip((columns.column(1), columns.column(2)), (one, other), strict=True):
        widget.setMinimumHeight(40)
        stack.addWidget(widget)
    columns.resize(900, 300)
    columns.show()
    app.processEvents()
    assert one.mapTo(columns, QPoint()).y() == other.mapTo(columns, QPoint()).y()
    columns.resize(400, 300)
    app.processEvents()
    assert one.mapTo(columns, QPoint()).x() == other.mapTo(columns, QPoint()).x()


def test_a_file_may_be_dropped_on_its_document(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    row = DocumentRow(AskedDocument("ktp", "KTP-el", "", True, ("image/jpeg",), 1_000_000, False))
    qtbot.addWidget(row)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "ktp.jpg"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(1, 1), copy, dropped, left, none)
    row.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(row.chosen) as told:
        row.dropEvent(QDropEvent(QPointF(1, 1), copy, dropped, left, none))
    assert told.args == [str(tmp_path / "ktp.jpg")]


def test_a_file_is_chosen_in_a_dialog(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x"), ""))
    row = DocumentRow(AskedDocument("ktp", "KTP-el", "", False, ("image/jpeg",), 1_000_000, False))
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.chosen):
        row.choose.click()
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SignDialog(parent, "Tanda tangani", "Satu kali.")
    dialog.keys.file.choose()
    assert dialog.keys.path == tmp_path / "x"
    assert dialog.keys.passphrase == ""
    dialog.act.click()
    assert "Pilih berkas" in dialog.keys.error
    assert "Tulis frasa sandi" in dialog.keys.error
    enrol = EnrolPage()
    qtbot.addWidget(enrol)
    enrol.prepare(joining=False)
    enrol._choose_file()
    assert enrol._bar.accessibleName().startswith("Berkas ini tidak dapat dibaca")
    enrol._press()
    assert {path for path, _ in enrol._problems()} == {"url", "code", "first"}
    enrol._second.setText("lain")
    assert "second" in dict(enrol._problems())


def test_arrows_move_in_the_results_and_escape_gives_the_keyboard_back(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    popup = SearchPopup(window)
    window.show()
    popup.open()
    popup.show_found((Found("page", "a", "Satu", "", "home"), Found("page", "b", "Dua", "teks", "home")))
    popup.repaint()
    QTest.keyClick(popup._words, Qt.Key.Key_Down)
    QTest.keyClick(popup._words, Qt.Key.Key_Down)
    QTest.keyClick(popup._words, Qt.Key.Key_Up)
    QTest.keyClick(popup._words, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as told:
        QTest.keyClick(popup._words, Qt.Key.Key_Return)
    assert told.args == ["page", "b"]
    popup.open()
    QTest.keyClick(popup._words, Qt.Key.Key_Escape)
    assert popup.isHidden()


def test_times_are_said_as_an_office_says_them() -> None:
    instant = "2026-11-20T01:05:00.000Z"
    assert when(instant, NOW, 480) == "09.05"
    assert when(instant, NOW + timedelta(days=3), 480) == "20-11"
    assert when(instant, NOW + timedelta(days=100), 480) == "20-11-2026"
    assert moment(instant, 480) == "20-11-2026 09.05"
    said = [ago(instant, NOW + timedelta(minutes=passed)) for passed in (-175, -170, 0, 60 * 24 * 3)]
    assert said == ["baru saja", "5 menit lalu", "2 jam lalu", "3 hari lalu"]
    assert size_words(400_000) == "0,4 MB"
    assert size_words(2_500) == "2 kB"


def test_the_door_names_who_works_here_and_nobody_else(tmp_path: Path) -> None:
    write_door(tmp_path, Door("Desa Sepatin", "Kecamatan Anggana", (Officer("a", "Mariana Contoh", "Petugas"),)))
    door = read_door(tmp_path, ("a", "b"))
    assert door.office == "Desa Sepatin"
    assert [officer.name for officer in door.officers] == ["Mariana Contoh", "b"]
    assert read_door(tmp_path / "kosong", ("a",)).officers == (Officer("a", "a"),)


def test_unreadable_preferences_are_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    assert read_preferences(tmp_path) == Preferences()
    assert Preferences(scale=999).look.scale == 100


def test_the_profile_lies_where_the_system_keeps_programs_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert usual_profile().name == "ketinting"
    monkeypatch.setenv("KETINTING_PROFILE", str(tmp_path))
    assert usual_profile() == tmp_path
    around = this_computer()
    assert not around.vault_by(tmp_path).exists()
    assert isinstance(around.outside_by().new_id(), str)

"""The enrolment code in its boxes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pages.enrol import EnrolPage
from desktop.widgets.code_edit import LETTERS, CodeEdit, grouped
from sync import enrolment

CODE = "K7QM-4RTP-9XWB"


@pytest.fixture
def edit(app: QApplication, qtbot: QtBot) -> CodeEdit:
    found = CodeEdit()
    qtbot.addWidget(found)
    found.resize(398, 56)
    found.show()
    return found


def test_it_knows_the_letters_that_codes_are_made_of() -> None:
    assert LETTERS == enrolment.ALPHABET
    assert grouped(enrolment.make_code(bytes)) == enrolment.make_code(bytes)


@pytest.mark.parametrize(
    "pasted", [CODE, CODE.lower(), "k7qm4rtp9xwb", " K7QM 4RTP 9XWB\n", f"Kode untuk Mariana: {CODE}, sampai pukul 10"]
)
def test_a_whole_code_is_pasted_however_it_was_copied(edit: CodeEdit, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    edit.paste()
    assert edit.text() == CODE


def test_letters_are_typed_and_taken_away_across_the_boxes(edit: CodeEdit) -> None:
    QTest.keyClicks(edit, "k7qm4rt")
    assert (edit.text(), edit.cursorPosition()) == ("K7QM-4RT", 8)
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "K7QM"
    edit.setCursorPosition(1)
    QTest.keyClicks(edit, "x")
    assert (edit.text(), edit.cursorPosition()) == ("KX7Q-M", 2)
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(390, 20))
    assert edit.cursorPosition() == 6
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(2, 20))
    assert edit.cursorPosition() == 0


def test_what_cannot_be_in_a_code_stays_to_be_seen(edit: CodeEdit) -> None:
    QTest.keyClicks(edit, "o01i")
    assert edit.text() == "O01I"
    edit.setProperty("wrong", "true")
    edit.selectAll()
    assert not edit.grab().isNull()


def test_to_a_screen_reader_it_is_one_field(app: QApplication, qtbot: QtBot) -> None:
    page = EnrolPage()
    qtbot.addWidget(page)
    page.prepare(joining=False)
    page._code.setText("k7qm4rtp9xwb")
    said = QAccessible.queryAccessibleInterface(page._code)
    assert said is not None
    assert said.text(QAccessible.Text.Name) == "Kode pendaftaran"
    assert said.text(QAccessible.Text.Value) == CODE
    assert "12 huruf dan angka" in said.text(QAccessible.Text.Description)

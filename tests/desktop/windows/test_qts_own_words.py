"""Where no system draws a dialog, Qt does, and it speaks Indonesian then; with English windows, English."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTreeView,
)

from resources.translations import translation_path
from tooling.translate import QTS_OWN

NOT_OURS = {"QGuiApplication", "QShortcut", "QMimeType"}
"""The direction of writing; names of keys, which shortcuts are written with; kinds of files, which the system names."""


class _Missing(QTranslator):
    """Hears only what the translator before it did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        self.heard.add((context, source))
        return ""


@pytest.fixture
def missing(app: QApplication) -> Iterator[_Missing]:
    last, own = _Missing(), QTranslator()
    assert own.load(str(translation_path("id")))
    app.installTranslator(last)
    app.installTranslator(own)
    yield last
    app.removeTranslator(own)
    app.removeTranslator(last)


def english() -> set[str]:
    messages = ET.parse(QTS_OWN).getroot().iter("message")  # noqa: S314 - our own file
    pairs = [(each.findtext("source") or "", each.findtext("translation") or "") for each in messages]
    assert [source for source, told in pairs if not told or source.count("%1") != told.count("%1")] == []
    return {source.replace("&", "") for source, told in pairs if source != told} - {told for _, told in pairs}


def untold(missing: _Missing) -> set[tuple[str, str]]:
    return {pair for pair in missing.heard if pair[0].startswith("Q") and pair[0] not in NOT_OURS}


def test_qts_own_file_dialog_has_no_english(missing: _Missing, app: QApplication) -> None:
    dialog = QFileDialog(None, "Berkas sertifikat")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said: set[str] = set()
    for accept in QFileDialog.AcceptMode:
        for mode in QFileDialog.FileMode:
            dialog.setAcceptMode(accept)
            dialog.setFileMode(mode)
            app.processEvents()
            parts: list[QAbstractButton | QLabel] = [
                *dialog.findChildren(QAbstractButton),
                *dialog.findChildren(QLabel),
            ]
            said |= {words for part in parts for words in (part.text(), part.toolTip(), part.accessibleName())}
    header = dialog.findChildren(QTreeView)[0].model()
    said |= {str(header.headerData(column, Qt.Orientation.Horizontal)) for column in range(header.columnCount())}
    dialog.deleteLater()
    assert {"Cari di:", "Nama berkas:", "Batal", "Diubah"} <= {words.replace("&", "") for words in said}
    assert {words.replace("&", "") for words in said} & english() == set()
    assert untold(missing) == set()


def test_buttons_questions_and_menus_of_fields_have_no_english(missing: _Missing) -> None:
    box, question = QDialogButtonBox(), QMessageBox()
    for button in QDialogButtonBox.StandardButton:
        if button.value.bit_count() == 1:
            box.addButton(button)
    question.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    question.setDetailedText("x")
    said = {button.text() for each in (box, question) for button in each.findChildren(QAbstractButton)}
    for field in (QLineEdit(), QPlainTextEdit()):
        menu = field.createStandardContextMenu()
        said |= {action.text().partition("\t")[0] for action in menu.actions()}
        menu.deleteLater()
    assert {"Batal", "Baik", "&Salin", "&Tempel"} <= said
    assert {words.replace("&", "") for words in said} & english() == set()
    assert untold(missing) == set()

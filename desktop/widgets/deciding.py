"""The dialogs of decisions: a reason, and the certificate that signs. A dialog only for a decision."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.choice import Choice
from desktop.widgets.fields import Field, PasswordEdit
from desktop.widgets.text import Words


class Decide(QDialog):
    """A question with one filled act and a way back."""

    def __init__(self, parent: QWidget, title: str, text: str, act: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(480))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.body.setSpacing(px(12))
        self.body.addWidget(Words(title, Type.TITLE, wrap=True))
        self.body.addWidget(Words(text, Type.BODY, "second", wrap=True))
        self.act = ActButton(act, Kind.FILLED)
        self.back = ActButton(self.tr("Batal"), Kind.OUTLINE, key="Esc")
        self.act.clicked.connect(self._try)
        self.back.clicked.connect(self.reject)

    def finish(self) -> None:
        """Put the buttons under what was added."""
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.act)
        line.addWidget(self.back)
        line.addStretch(1)
        self.body.addLayout(line)

    def problem(self) -> bool:
        """Show what is missing; True when something is."""
        return False

    def _try(self) -> None:
        if not self.problem():
            self.accept()


class ReasonDialog(Decide):
    """Returning and rejecting need a reason: one of the list, and the officer's own words."""

    def __init__(self, parent: QWidget, title: str, act: str, steps: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(parent, title, "", act)
        self._chosen, self._words, self._to = Choice(), QPlainTextEdit(), Choice()
        self._chosen.addItems(
            [
                self.tr("Tulis alasan sendiri"),
                self.tr("Lampiran tidak terbaca"),
                self.tr("Lampiran kurang"),
                self.tr("Isian tidak sesuai dokumen"),
                self.tr("Bukan kewenangan kantor ini"),
            ]
        )
        self._words.setFixedHeight(px(96))
        self._words.setTabChangesFocus(True)
        self._field = Field(self.tr("Alasan"), self._words, self.tr("Dibaca pemohon dan kantor yang mengajukan."))
        if steps:
            for step, label in steps:
                self._to.addItem(label, step)
            self.body.addWidget(Field(self.tr("Kembalikan ke"), self._to))
        self.body.addWidget(Field(self.tr("Alasan yang sering"), self._chosen))
        self.body.addWidget(self._field)
        self.finish()
        self._chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reason(self) -> str:
        """The reason in words."""
        chosen = self._chosen.currentText() if self._chosen.currentIndex() else ""
        return ". ".join(part for part in (chosen, self._words.toPlainText().strip()) if part)

    @property
    def to(self) -> str:
        """The step to return to."""
        return str(self._to.currentData() or "")

    def problem(self) -> bool:
        """A reason is missing."""
        self._field.set_error(
            "" if self.reason else self.tr("Tulis alasannya supaya pemohon tahu apa yang diperbaiki.")
        )
        return not self.reason


class SignDialog(Decide):
    """The officer's certificate and its passphrase, which is never stored."""

    def __init__(self, parent: QWidget, title: str, text: str, last: str = "") -> None:
        super().__init__(parent, title, text, parent.tr("Tanda tangani"))
        self._file, self._pass = QLineEdit(last), PasswordEdit()
        choose = ActButton(self.tr("Pilih berkas…"), Kind.OUTLINE, "folder")
        choose.clicked.connect(self._choose)
        self._file_field = Field(self.tr("Berkas sertifikat (.p12)"), self._file)
        self._pass_field = Field(self.tr("Frasa sandi"), self._pass, self.tr("Tidak pernah disimpan."))
        self.body.addWidget(self._file_field)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._pass_field)
        self._pass.returnPressed.connect(self._try)
        self.finish()
        (self._pass if last else self._file).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def path(self) -> Path:
        """The certificate's file."""
        return Path(self._file.text().strip())

    @property
    def passphrase(self) -> str:
        """The passphrase."""
        return self._pass.text()

    def problem(self) -> bool:
        """The file or the passphrase is missing."""
        there = bool(self._file.text().strip()) and self.path.is_file()
        self._file_field.set_error("" if there else self.tr("Pilih berkas sertifikat Anda."))
        self._pass_field.set_error("" if self.passphrase else self.tr("Tulis frasa sandi sertifikat."))
        return not (there and self.passphrase)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Berkas sertifikat"), "", "PKCS#12 (*.p12 *.pfx)")
        if path:
            self._file.setText(path)

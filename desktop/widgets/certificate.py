"""The certificate that signs and its passphrase, asked for in one way wherever something is signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import px
from desktop.widgets.fields import Field, PasswordEdit
from desktop.widgets.file_field import FileField


class CertificateFields(QWidget):
    """The passphrase is in its field and nowhere else, and the field forgets it when asked."""

    entered = Signal()
    """Enter in the passphrase."""

    def __init__(self, hint: str, last: str = "") -> None:
        super().__init__()
        title = self.tr("Berkas sertifikat")
        self.file = FileField(self.tr("Berkas sertifikat (.p12)"), title, "PKCS#12 (*.p12 *.pfx)")
        self.file.line.setText(last)
        self.file.picked.connect(self.focus_first)
        self._pass = PasswordEdit()
        self._pass.returnPressed.connect(self.entered)
        self._field = Field(self.tr("Frasa sandi"), self._pass, hint)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(10))
        stack.addWidget(self.file)
        stack.addWidget(self._field)

    @property
    def path(self) -> Path:
        """The certificate's file."""
        return self.file.path

    @property
    def passphrase(self) -> str:
        """What is typed."""
        return self._pass.text()

    @property
    def error(self) -> str:
        """What is wrong with the file or the passphrase, or nothing."""
        return " ".join(part for part in (self.file.error, self._field.error) if part)

    def fill(self, path: str, passphrase: str) -> None:
        """As if both were typed."""
        self.file.line.setText(path)
        self._pass.setText(passphrase)

    def forget(self) -> None:
        """The passphrase is gone."""
        self._pass.clear()

    def problem(self) -> bool:
        """Whether the file or the passphrase is missing; what is, says so."""
        lacks_file = self.file.ask_for(self.tr("Pilih berkas sertifikat Anda."))
        self._field.set_error("" if self.passphrase else self.tr("Tulis frasa sandi sertifikat."))
        return lacks_file or not self.passphrase

    def focus_first(self) -> None:
        """The passphrase where the file is known, else the file."""
        first = self._pass if self.file.line.text() else self.file.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

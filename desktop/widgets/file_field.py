"""A file that is chosen: its path in a line that can be typed in, and the system's dialog beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.theme import px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.fields import Field


class FileField(QWidget):
    """`title` and `kinds` are the dialog's: what it is called, and the filter of names."""

    picked = Signal()
    """A file was chosen in the dialog."""

    def __init__(self, label: str, title: str, kinds: str, hint: str = "") -> None:
        super().__init__()
        self._title, self._kinds = title, kinds
        self.line = QLineEdit()
        self.button = ActButton(self.tr("Pilih berkas…"), Kind.OUTLINE, "folder")
        self.button.clicked.connect(self.choose)
        self._field = Field(label, self.line, hint)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(10))
        stack.addWidget(self._field)
        stack.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def path(self) -> Path:
        """What is in the line."""
        return Path(self.line.text().strip())

    @property
    def is_there(self) -> bool:
        """Whether it names a file of this computer."""
        return bool(self.line.text().strip()) and self.path.is_file()

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._field.error

    def ask_for(self, sentence: str) -> bool:
        """Whether the file is missing, in which case the sentence stands under the line."""
        self._field.set_error("" if self.is_there else sentence)
        return not self.is_there

    def choose(self) -> None:
        """Ask the system for a file."""
        path, _ = QFileDialog.getOpenFileName(self, self._title, "", self._kinds)
        if path:
            self.line.setText(path)
            self.picked.emit()

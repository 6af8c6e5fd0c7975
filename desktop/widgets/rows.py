"""Rows: two lines with an action at the right, for cards that tell what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.text import OneLine, Words


class ActionRow(QWidget):
    """Icon, ``service · person``, a second line, and what can be done about it."""

    def __init__(self, icon: str, meaning: Meaning, title: str, name: str, text: str) -> None:
        super().__init__()
        self.setMinimumHeight(px(60))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        line.addWidget(Sign(icon, 20, meaning), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addLayout(named_line(title, name))
        words.addWidget(OneLine(text, Type.SECOND, "second", whole_sentences=True))
        line.addLayout(words, 1)
        self._line = line

    def add(self, widget: QWidget) -> None:
        """An action at the right."""
        self._line.addWidget(widget)


def named_line(title: str, name: str) -> QHBoxLayout:
    """``service · person``: the service is what the eye looks for."""
    line = QHBoxLayout()
    line.setSpacing(px(6))
    line.addWidget(Words(title, Type.STRONG))
    if name:
        line.addWidget(Words("·", Type.BODY, "second"))
        line.addWidget(OneLine(name), 1)
    else:
        line.addStretch(1)
    return line

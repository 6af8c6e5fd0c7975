"""Inline bars: information without a pop-up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.text import ToneWords, Words

_ICONS = {
    Meaning.QUIET: "cloud-off",
    Meaning.MOVING: "refresh",
    Meaning.DONE: "check-circle",
    Meaning.ATTENTION: "warning",
    Meaning.REFUSED: "warning",
}


class InlineBar(QFrame):
    """A sentence on the ground of a meaning, with an optional second line and an action at the right."""

    def __init__(self, meaning: Meaning = Meaning.QUIET, icon: str = "") -> None:
        super().__init__()
        self._sign = Sign(icon or _ICONS[meaning], 20, meaning)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(px(16), px(10), px(16), px(10))
        self._line.setSpacing(px(12))
        self._line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self._title = ToneWords("", meaning, Type.STRONG, wrap=True)
        self._text = Words("", Type.SECOND, wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._line.addLayout(column, 1)
        self._icon = icon
        self._tone(meaning)
        self.hide()

    def say(self, title: str, text: str = "", meaning: Meaning | None = None) -> None:
        """Show it; an empty title hides it."""
        if meaning is not None:
            self._tone(meaning)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop if text else Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title} {text}".strip())
        self.setVisible(bool(title))

    def add(self, widget: QWidget) -> None:
        """An action at the right."""
        self._line.addWidget(widget)

    def _tone(self, meaning: Meaning) -> None:
        self.setProperty("ground", meaning.value)
        self._sign.meaning = self._title.meaning = meaning
        self._sign.name = self._icon or _ICONS[meaning]
        self.style().unpolish(self)
        self.style().polish(self)

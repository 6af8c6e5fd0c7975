"""What a list says when there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.text import Words


class EmptyState(QWidget):
    """An icon, what is not there, and what to do about it."""

    def __init__(self, icon: str, title: str = "", text: str = "", action: QWidget | None = None) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(32), px(24), px(32))
        layout.setSpacing(px(8))
        layout.addStretch(1)
        layout.addWidget(Sign(icon, 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title, self._text = Words(title, Type.HEAD), Words(text, Type.BODY, "second", wrap=True)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(words)
        if action is not None:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say(self, title: str, text: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._text.setText(text)

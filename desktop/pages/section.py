"""One section of a page that has several: a column of cards, read anew when it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Type, px
from desktop.widgets.text import Words

_NAME_WIDTH = 200


class Section(QWidget):
    """`go` as of a page: where it wants to go, and what should be shown there."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(16))

    def refresh(self) -> None:
        """Read anew."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins; where there is nothing to press it stays on the section's chip."""


def named(label: str) -> Words:
    """The name at the left of a row; the same width in every row."""
    words = Words(label, Type.BODY, wrap=True)
    words.setFixedWidth(px(_NAME_WIDTH))
    return words


def wrapped(text: str, ink: str = "second", kind: Type = Type.BODY) -> Words:
    """Words that take the width of their row."""
    words = Words(text, kind, ink, wrap=True)
    words.setSizePolicy(words.sizePolicy().Policy.Expanding, words.sizePolicy().verticalPolicy())
    return words

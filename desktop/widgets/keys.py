"""Key caps with the word of what they do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.theme import Type, px, tokens
from desktop.widgets.painting import advance, cap_width, paint_cap, paint_line


class KeyHint(QLabel):
    """``[↑] [↓] pindah``."""

    def __init__(self, keys: tuple[str, ...], word: str) -> None:
        super().__init__()
        self._keys, self._word = keys, word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Caps and word."""
        caps = sum(cap_width(key) + px(6) for key in self._keys)
        return QSize(caps + advance(self._word, Type.CAPTION) + px(6), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Caps, then the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, x = tokens(), 0
        for key in self._keys:
            paint_cap(painter, QRect(x, 0, cap_width(key), self.height()), key, (now.text2, now.line, now.side))
            x += cap_width(key) + px(6)
        paint_line(painter, QRect(x, 0, self.width() - x, self.height()), self._word, Type.CAPTION, now.text2)
        painter.end()

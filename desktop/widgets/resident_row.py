"""A person as a row that can be pressed: name, masked number, and what tells namesakes apart."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.theme import Type, px, tokens
from desktop.widgets.painting import advance, paint_icon, paint_line


class ResidentButton(QPushButton):
    """Two lines: the name with the number at the right, and birth date and address."""

    def __init__(self, name: str, number: str, text: str) -> None:
        super().__init__()
        self._name, self._number, self._text = name, number, text
        self.setAccessibleName(", ".join(filter(None, (name, number, text))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(240), px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, like everywhere in a list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, name, number, text, with a hairline under them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, half = tokens(), self.height() // 2
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(now.soft))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(now.line2))
        paint_icon(painter, QRect(px(12), 0, px(24), self.height()), "user", now.text2, 18)
        width = advance(self._number, Type.SECOND)
        right = QRect(self.width() - width - px(16), px(6), width + 2, half - px(6))
        paint_line(painter, right, self._number, Type.SECOND, now.text2)
        room = max(self.width() - px(48) - width - px(32), px(40))
        paint_line(painter, QRect(px(48), px(6), room, half - px(6)), self._name, Type.BODY, now.text)
        below = QRect(px(48), half, self.width() - px(64), half - px(8))
        paint_line(painter, below, self._text, Type.CAPTION, now.text2)
        painter.end()

"""A count with its word and icon, as one cell of a row of five; pressing it opens the list."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.theme import Meaning, Type, font, px, tokens, tone
from desktop.widgets.painting import advance, paint_icon, paint_line
from desktop.widgets.text import tip


class Marked(Protocol):
    """Word, icon and meaning."""

    @property
    def word(self) -> str:
        """The word."""
        ...

    @property
    def icon(self) -> str:
        """The icon's name."""
        ...

    @property
    def meaning(self) -> Meaning:
        """The colour's meaning."""
        ...


class CountCell(QPushButton):
    """``Draf 3``."""

    def __init__(self, mark: Marked, *, last: bool = False) -> None:
        super().__init__()
        self._mark, self._last, self.count, self.note = mark, last, 0, ""
        self.setAccessibleName(mark.word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, count: int, note: str = "") -> None:
        """Another count, and what is behind it in two or three words."""
        self.count, self.note = count, note
        self.setAccessibleName(f"{self._mark.word} {count}")
        self.setAccessibleDescription(note)
        self.setToolTip(tip(note) if self._note_box().width() < advance(note, Type.CAPTION) else "")
        self.update()

    def sizeHint(self) -> QSize:
        """88 px high."""
        return QSize(px(120), px(86))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and word over the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, ink = tokens(), tone(self._mark.meaning).ink
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(now.soft))
        if not self._last:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor(now.line))
        paint_icon(painter, QRect(px(14), px(14), px(20), px(22)), self._mark.icon, ink, 18)
        written = QRect(px(40), px(14), self.width() - px(48), px(22))
        paint_line(painter, written, self._mark.word, Type.LABEL, ink)
        painter.setFont(font(Type.HEADING))
        painter.setPen(QColor(now.text))
        painter.drawText(
            QRect(px(16), px(38), self.width() - px(24), px(40)), int(Qt.AlignmentFlag.AlignVCenter), str(self.count)
        )
        paint_line(painter, self._note_box(), self.note, Type.CAPTION, now.text2)
        painter.end()

    def _note_box(self) -> QRect:
        """Beside the number, on its line."""
        left = px(16) + advance(str(self.count), Type.HEADING) + px(10)
        return QRect(left, px(43), self.width() - left - px(8), px(34))

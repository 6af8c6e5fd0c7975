"""The trail of a request: what was done, where it is now, what comes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px, tokens, tone
from desktop.widgets.painting import paint_icon
from desktop.widgets.text import ToneWords, Words

_CIRCLE = 26


class TrailStep(QWidget):
    """One step: a circle with an icon, a line down to the next, the words beside it."""

    def __init__(self, icon: str, meaning: Meaning, *, last: bool = False, ahead: bool = False) -> None:
        super().__init__()
        self._icon, self._meaning, self._last, self._ahead = icon, meaning, last, ahead
        self._words = QVBoxLayout()
        self._words.setSpacing(px(2))
        self._words.setContentsMargins(0, px(2), 0, px(6) if last else px(22))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(44), 0, 0, 0)
        line.addLayout(self._words, 1)

    def say(self, title: str, text: str, at: str = "") -> None:
        """Title with its time at the right, a line under it."""
        head = QHBoxLayout()
        head.addWidget(Words(title, Type.STRONG, "second" if self._ahead else "", wrap=True), 1)
        if at:
            head.addWidget(Words(at, Type.SECOND, "second"), 0, Qt.AlignmentFlag.AlignTop)
        self._words.addLayout(head)
        if text:
            self._words.addWidget(Words(text, Type.BODY, "second" if self._ahead else "", wrap=True))

    def note(self, text: str, meaning: Meaning | None = None) -> None:
        """A smaller line under the others."""
        if meaning is None:
            self._words.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        else:
            self._words.addWidget(ToneWords(text, meaning, Type.SECOND, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, now = px(_CIRCLE), tone(self._meaning)
        if not self._last:
            pen = QPen(QColor(tokens().line if self._ahead else now.ink), 2)
            pen.setStyle(Qt.PenStyle.DashLine if self._ahead else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(side // 2, side + px(4), side // 2, self.height() - px(4))
        if self._ahead and self._icon == "circle":
            painter.setPen(QPen(QColor(tokens().ctl), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(1, 1, side - 2, side - 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.back))
            painter.drawEllipse(QRectF(0, 0, side, side))
            paint_icon(painter, QRect(0, 0, side, side), self._icon, now.ink, 16)
        painter.end()

"""A box to tick that can be seen in the light and in the dark: the style's own has an edge of too little contrast."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from desktop.theme import Type, font, px, tokens
from desktop.widgets.painting import advance, paint_ground, paint_icon

_BOX, _HEIGHT, _GAP = 20, 28, 8


class Tick(QCheckBox):
    """Box, tick and word, painted from the tokens."""

    def sizeHint(self) -> QSize:
        """Everything on it, whole."""
        return QSize(px(_BOX + _GAP) + advance(self.text(), Type.BODY) + px(4), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box with its edge, filled and ticked when it is on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, side = tokens(), px(_BOX)
        box = QRect(0, (self.height() - side) // 2, side, side)
        if self.isChecked():
            paint_ground(painter, box, now.fill)
            paint_icon(painter, box, "check", now.on_fill, 16)
        else:
            paint_ground(painter, box, now.surface, now.ctl)
        painter.setPen(QColor(now.text if self.isEnabled() else now.text2))
        painter.setFont(font(Type.BODY))
        words = self.rect().adjusted(side + px(_GAP), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()

"""A line to type in with an icon at one of its ends."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import px

_SIDE, _EDGE = 32, 4


class IconLine(QLineEdit):
    """The icon grows with the letters; that of an action of Qt's stays as it is. It never takes the keyboard."""

    def __init__(self, icon: QWidget, *, at_end: bool) -> None:
        super().__init__()
        self._icon, self._at_end = icon, at_end
        icon.setParent(self)
        room = px(_SIDE - _EDGE)
        self.setTextMargins(0 if at_end else room, 0, room if at_end else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stays at its end, in the middle of the height."""
        super().resizeEvent(event)
        side, edge = px(_SIDE), px(_EDGE)
        left = self.width() - side - edge if self._at_end else edge
        self._icon.setGeometry(QRect(left, (self.height() - side) // 2, side, side))

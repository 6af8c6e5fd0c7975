"""A list to choose from that shows its arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from desktop.theme import px, tokens
from desktop.widgets.painting import paint_icon


class Choice(QComboBox):
    """Turning the wheel over a page scrolls the page; it never changes an answer."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow, which the sheet takes away."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRect(self.width() - px(34), 0, px(24), self.height())
        paint_icon(painter, box, "chevron-down", tokens().text2, 18)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Left to the page."""
        event.ignore()

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

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """As the page that is shown."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """As the page that is shown."""
        page = self.currentWidget()
        return -1 if page is None else page.heightForWidth(width)

    def turn_to(self, place: int) -> None:
        """Show a page and take its height."""
        self.setCurrentIndex(place)
        self.updateGeometry()

"""Pages of which one is shown, as high as that one is.

`QStackedWidget` is always as high as its highest page, so that a short page under a long one scrolls over nothing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OnePage(QWidget):
    """Hidden pages take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown."""
        return self._shown

    def put(self, page: QWidget) -> None:
        """One more page, hidden."""
        page.hide()
        self._column.addWidget(page)

    def take(self, page: QWidget) -> None:
        """Take a page out; what becomes of it is the caller's."""
        if self._shown is page:
            self._shown = None
        page.hide()
        self._column.removeWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page."""
        if self._shown is not None and self._shown is not page:
            self._shown.hide()
        self._shown = page
        page.show()

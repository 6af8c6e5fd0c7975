"""Parts of a page of which one is shown: the page is as high as that one, and not as the highest."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Turning(QWidget):
    """A stack remembers the height of its highest page; this one forgets what it hides."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, part: QWidget) -> None:
        """One more, hidden until it is turned to."""
        part.hide()
        self._parts.append(part)
        self._column.addWidget(part)

    def turn_to(self, part: QWidget) -> None:
        """Show this one alone."""
        part.show()
        for each in self._parts:
            if each is not part:
                each.hide()
        self.updateGeometry()

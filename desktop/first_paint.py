"""When the window is on the screen for the first time: only then what takes long may begin.

A timer of nought milliseconds is too early. It fires before the screen asks for the first picture, and the imports that
it begins then take turns with the painting.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Listens to one window until it has been painted once."""

    came = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The whole window is painted before the next turn of the loop."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self.came.emit)
        return False

"""Whether somebody is at the computer."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_AWAKE = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class Presence(QObject):
    """Says `gone` after some minutes without a key or a mouse.

    It listens to windows, which hear little else than keys and mouse. A filter over the whole application would run for
    every event of every widget, and also for widgets that are just being taken apart.
    """

    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.gone)
        cast("QGuiApplication", QGuiApplication.instance()).focusWindowChanged.connect(self._attend)

    def watch(self, minutes: int) -> None:
        """Begin to count anew; 0 for never."""
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        if minutes:
            self._attend(QGuiApplication.focusWindow())
            self._timer.start()

    def _attend(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key or a mouse: somebody is here."""
        if event.type() in _AWAKE and self._timer.interval():
            self._timer.start()
        return False

"""The icon beside the system's clock, where there is one: how it stands, open, exchange, quit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.dressing import dress_window
from desktop.icons import icon
from desktop.theme import tokens
from desktop.widgets.status import Status


def tray_is_there() -> bool:
    """Whether this system shows such icons; never offscreen."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Says what was pressed; what it means is `desktop.program`'s."""

    pressed = Signal(str)
    """``open``, ``exchange`` or ``quit``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        dress_window(self._menu)
        self._state = self._menu.addAction("Ketinting")
        self._state.setEnabled(False)
        self._menu.addSeparator()
        for name, word in (
            ("open", self.tr("Buka Ketinting")),
            ("exchange", self.tr("Sinkronkan sekarang")),
            ("quit", self.tr("Keluar")),
        ):
            action = self._menu.addAction(word)
            action.triggered.connect(lambda _checked=False, name=name: self.pressed.emit(name))
        self._icon = QSystemTrayIcon(icon("ketinting", tokens().fill, 64), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)

    def show(self) -> None:
        """Put the icon there."""
        self._icon.show()

    def hide(self) -> None:
        """Take it away."""
        self._icon.hide()

    def say(self, status: Status) -> None:
        """How it stands with the hub, in the words of the status bar."""
        words = " · ".join((status.word, *status.rest[:1]))
        self._state.setText(words)
        self._icon.setToolTip(f"Ketinting\n{words}")

    @property
    def words(self) -> str:
        """What it says, for tests."""
        return self._state.text()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.pressed.emit("open")

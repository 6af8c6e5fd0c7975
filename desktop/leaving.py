"""Closing the window: into the tray, or for good, and then not without saying what still waits and that it is safe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.shell import Shell
from desktop.theme import Meaning
from desktop.tray import Tray, tray_is_there
from desktop.widgets.status import Status


class Open(Protocol):
    """What is asked of the program."""

    def waiting(self) -> int:
        """How many steps wait to be sent; 0 without a desk."""
        ...

    def keeps_running(self) -> bool:
        """Whether the person wants it to live on in the tray."""
        ...

    def lock(self) -> None:
        """Ask for the password again."""
        ...

    def exchange(self) -> None:
        """Exchange now."""
        ...


class Leaving(QObject):
    """Decides whether the window may close."""

    def __init__(self, app: QApplication, shell: Shell, program: Open, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._program = shell, program
        self._going = False
        self.tray: Tray | None = None
        self.farewell_ms = 0
        """How long the window says what still waits before it closes."""
        shell.may_close = self.may_close
        app.commitDataRequest.connect(self._session_ends)

    def show_tray(self) -> None:
        """An icon beside the clock, where this system has such icons."""
        if tray_is_there() and self.tray is None:
            self.tray = Tray(self)
            self.tray.pressed.connect(self.pressed)
            self.tray.show()

    def hide_tray(self) -> None:
        """No icon any more."""
        if self.tray is not None:
            self.tray.hide()

    def say(self, status: Status) -> None:
        """How it stands with the hub, for the icon."""
        if self.tray is not None:
            self.tray.say(status)

    def pressed(self, name: str) -> None:
        """Something in the icon's menu."""
        acts: dict[str, Callable[[], object]] = {
            "open": self._shell.bring_back,
            "exchange": self._program.exchange,
            "quit": self._quit,
        }
        acts[name]()

    def may_close(self) -> bool:
        """Whether the window may go now."""
        if self._going:
            return True
        if self.tray is not None and self._program.keeps_running():
            self._program.lock()
            self._shell.hide()
            return False
        waiting = self._program.waiting()
        if not waiting or not self.farewell_ms:
            return True
        self._going = True
        said = QCoreApplication.translate(
            "Program", "%1 permohonan belum terkirim. Aman di komputer ini, dikirim sendiri saat program dibuka lagi."
        )
        self._shell.say(Status("shield", Meaning.QUIET, said.replace("%1", str(waiting))))
        QTimer.singleShot(self.farewell_ms, self._shell.close)
        return False

    def _quit(self) -> None:
        self._going = True
        self._shell.close()

    def _session_ends(self, _manager: object) -> None:
        """The computer shuts down: no word keeps it waiting."""
        self._going = True

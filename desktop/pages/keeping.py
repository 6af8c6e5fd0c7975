"""Keeps the draft: at most two seconds after a key, at each turn of a page, and when somebody says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.office import drafting
from desktop.office.changes import Changed
from desktop.office.drafting import Filling
from desktop.work import Work

KEEP_MS = 1500


class DraftKeeper(QObject):
    """Saves while one types on, not only when one rests: a power cut takes two seconds, never a page."""

    kept = Signal()
    failed = Signal(object)
    """A `WorldError`: what was typed is still in the window."""

    def __init__(self, work: Work, filling: Callable[[], Filling | None], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._filling = work, filling
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEEP_MS)
        self.timer.timeout.connect(self.keep)

    @property
    def behind(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return self.timer.isActive()

    def touch(self) -> None:
        """Something was typed."""
        if not self.timer.isActive():
            self.timer.start()

    def stop(self) -> None:
        """The draft ends: it becomes a request, or is thrown away."""
        self.timer.stop()

    def keep(self) -> None:
        """Now."""
        self.timer.stop()
        filling = self._filling()
        if filling is not None:
            self._work.do(lambda desk: drafting.keep(desk, filling), self._say_kept, self.failed.emit)

    def _say_kept(self, _changed: Changed) -> None:
        if not self.timer.isActive():
            self.kept.emit()

"""Where Python's collector may run while a window is open: on the main thread only.

Python collects cycles on whatever thread happens to allocate next. Pages and their parts lie in cycles, and a widget
that a background thread takes apart ends the program, now or later. So the collector waits while background threads
may run, and a timer of the main thread does its work.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 2000
"""Often enough that no garbage piles up; one look at three counters otherwise."""
_waiting: list[Collecting] = []
"""Who keeps the collector waiting; it is free again when nobody does."""


class Collecting(QObject):
    """Keeps the collector on the main thread from `begin` to `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)

    def begin(self) -> None:
        """From now on other threads collect nothing."""
        _waiting.append(self)
        gc.disable()
        self._timer.start(EVERY_MS)

    def end(self) -> None:
        """Other threads have ended. May be called twice."""
        self._timer.stop()
        if self in _waiting:
            _waiting.remove(self)
        if not _waiting:
            gc.enable()


def collect_what_is_due() -> None:
    """What Python would have collected by itself: the oldest generation whose counter is past its limit."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((at for at, (count, limit) in enumerate(due) if count > limit), default=None)
    if oldest is not None:
        gc.collect(oldest)

"""What the first paint did not need is brought in: rooms behind the window, windows on the main thread.

A class of Qt must never be defined beside the main thread. PySide notes each such class in a table that Qt's own calls
read without Python's lock; a program in which both happened at once ended with a segmentation fault (ADR 0104).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background

ROOMS = tuple(
    f"desktop.office.{name}"
    for name in (
        "entering enrolling exchanging outgoing overview browsing finding team deciding signing handing drafting "
        "submitting residents reading_citizens receipts printable batching reviewing wet_ink carrying_out carrying_in "
        "examining letterhead reporting restoring losing preparing arriving"
    ).split()
)
"""Use cases with all that they import: SQLAlchemy, SQLCipher, TLS, pictures, the rules. None of them knows Qt."""
WINDOWS = (
    "desktop.work",
    "desktop.widgets.delegates",
    *(
        f"desktop.pages.{name}"
        for name in (
            "enrol home requests services new_request request letter printable decisions review compare exchange filed "
            "helping residents settings restore"
        ).split()
    ),
    "desktop.workplace",
    "desktop.restoring_window",
)
"""What draws; each is a few milliseconds once the rooms are here."""


class Warming(QObject):
    """Brings in rooms first, then one window after another, with a turn of the loop between them."""

    done = Signal()

    def __init__(self, background: Background, bring: Callable[[str], object] = import_module) -> None:
        super().__init__(background)
        self._background, self._bring = background, bring

    def begin(self) -> None:
        """Bring in everything, then tell `done`."""
        self._background.do(lambda: [self._bring(name) for name in ROOMS], lambda _rooms: self._next(iter(WINDOWS)))

    def _next(self, names: Iterator[str]) -> None:
        name = next(names, None)
        if name is None:
            self.done.emit()
            return
        self._bring(name)
        QTimer.singleShot(0, self, lambda: self._next(names))

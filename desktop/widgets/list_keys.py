"""Keys of a list under a line that is typed in: the keyboard stays in the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

_KEYS: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ListKeys(QObject):
    """Arrows move in the list, Enter chooses, Esc closes it; keys of the page wait while the list is `open`."""

    taken = Signal()
    closed = Signal()

    def __init__(self, line: QLineEdit, listed: QListWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(line)
        self._list, self._is_open = listed, is_open
        line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key of ours is used up here."""
        if not isinstance(event, QKeyEvent) or event.key() not in _KEYS or not self._is_open():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event.key())
        return True

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
        else:
            self.taken.emit()

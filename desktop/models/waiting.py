"""The queue as Qt's list view wants it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.office.deciding import Waiting

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1


class WaitingModel(QAbstractListModel):
    """Rows are `Waiting`s, all of them at once: a queue is as long as a day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Waiting, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many wait."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; the item itself for the delegate."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (item.title, item.subject, item.place, item.left) if part)
        return None

    def show_items(self, items: tuple[Waiting, ...]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> Waiting | None:
        """The row there."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, request: str) -> int | None:
        """Where a request is."""
        return next((row for row, item in enumerate(self._items) if item.id == request), None)

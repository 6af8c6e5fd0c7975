"""The queue as Qt's list view wants it, with what is chosen for one batch."""

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
        self._chosen: set[str] = set()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many wait."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; whether it is chosen; the item itself for the delegate."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.CheckStateRole and item.quick:
            return Qt.CheckState.Checked if item.id in self._chosen else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = (item.title, item.subject, item.place, item.left, item.note)
            return ", ".join(part for part in words if part)
        return None

    def show_items(self, items: tuple[Waiting, ...]) -> None:
        """Other rows; what was chosen and still waits for the same act stays chosen."""
        self.beginResetModel()
        before = {(item.id, item.quick) for item in self._items}
        self._items = items
        self._chosen &= {item.id for item in items if item.quick and (item.id, item.quick) in before}
        self.endResetModel()

    def item(self, row: int) -> Waiting | None:
        """The row there."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, request: str) -> int | None:
        """Where a request is."""
        return next((row for row, item in enumerate(self._items) if item.id == request), None)

    @property
    def chosen(self) -> tuple[Waiting, ...]:
        """What is chosen, in the order of the queue."""
        return tuple(item for item in self._items if item.id in self._chosen)

    @property
    def can_choose(self) -> int:
        """How many could be chosen."""
        return sum(bool(item.quick) for item in self._items)

    def toggle(self, row: int) -> None:
        """Choose a row, or leave it out again."""
        item = self.item(row)
        if item is not None:
            self.choose(row, row, on=item.id not in self._chosen)

    def choose(self, first: int, last: int, *, on: bool = True) -> None:
        """Choose all rows between two, or leave them out; what cannot be taken on is passed over."""
        low, high = max(0, min(first, last)), min(max(first, last), len(self._items) - 1)
        ids = {item.id for item in self._items[low : high + 1] if item.quick}
        self._chosen = self._chosen | ids if on else self._chosen - ids
        if low <= high:
            self.dataChanged.emit(self.index(low, 0), self.index(high, 0), [Qt.ItemDataRole.CheckStateRole])

    def choose_all(self, *, on: bool = True) -> None:
        """Choose everything that can be taken on, or nothing."""
        self.choose(0, len(self._items) - 1, on=on)

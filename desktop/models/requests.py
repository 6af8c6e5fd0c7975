"""The list of requests as Qt's views want it: pages by key, fetched in the background as the person scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.office.browsing import Line, Page
from desktop.store.browsing import Stage
from desktop.widgets.text import tip
from desktop.wording import Mark, mark_of

Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[tuple[str, str] | None, Callable[[Page], None]], None]
_AHEAD: Final = 10
MARK = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Beside:
    """Where a request stands in the list that somebody walks along; `more` when the list goes on behind `of` rows."""

    before: str
    after: str
    place: int
    of: int
    more: bool


class RequestsModel(QAbstractTableModel):
    """Rows are `Line`s. `ask(after, then)` fetches the page behind a row; only one is on its way at a time."""

    def __init__(self, ask: Ask, when: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask, self._when = ask, when
        self._lines: list[Line] = []
        self._after: tuple[str, str] | None = None
        self._asked = False
        self._marks: dict[Stage | None, Mark] = {}
        self._heads = (
            self.tr("Keadaan"),
            self.tr("Layanan"),
            self.tr("Pemohon"),
            self.tr("NIK"),
            self.tr("Keterangan"),
            self.tr("Diubah"),
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows fetched so far."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Six."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the eye and for a screen reader; a `Mark` for the delegate."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == MARK:
            return self._mark(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._word(line, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {self._word(line, index.column())}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == len(self._heads) - 1:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is another page that is not on its way yet."""
        return not parent.isValid() and self._after is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Ask for it."""
        if self.canFetchMore(parent):
            self._asked = True
            self._ask(self._after, self._append)

    def restart(self) -> None:
        """Begin again from the top; the old rows stay until the new ones are here."""
        self._asked = True
        self._ask(None, self._replace)

    def line(self, row: int) -> Line | None:
        """The row there."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, request: str) -> int | None:
        """Where a request is among the rows fetched so far."""
        return next((place for place, line in enumerate(self._lines) if line.id == request), None)

    def beside(self, request: str) -> Beside | None:
        """The requests before and after one of the rows, as the list stands; None where it is not among them.

        Near the end of what was fetched the next page is asked for, so that a walk does not stop there.
        """
        place = self.row_of(request)
        if place is None:
            return None
        if place + _AHEAD >= len(self._lines):
            self.fetchMore(QModelIndex())
        before, after = self.line(place - 1), self.line(place + 1)
        return Beside(before.id if before else "", after.id if after else "", place + 1, len(self._lines), self.more)

    @property
    def more(self) -> bool:
        """Whether there are rows that were not fetched yet."""
        return self._after is not None

    def _mark(self, line: Line) -> Mark:
        """Asked for each cell that is painted; the words are the same as long as the model lives."""
        if line.stage not in self._marks:
            self._marks[line.stage] = mark_of(line.stage)
        return self._marks[line.stage]

    def _word(self, line: Line, column: int) -> str:
        """What one cell says; a screen has hundreds, so no other cell's words are made for it."""
        if column == 0:
            return self._mark(line).word
        if column == len(self._heads) - 1:
            return self._when(line.changed_at)
        return (line.title, line.subject, line.nik, _about(line))[column - 1]

    def _replace(self, page: Page) -> None:
        self.beginResetModel()
        self._lines, self._after, self._asked = list(page.lines), page.after, False
        self.endResetModel()

    def _append(self, page: Page) -> None:
        self._asked = False
        self._after = page.after
        if page.lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page.lines) - 1)
            self._lines.extend(page.lines)
            self.endInsertRows()


def _about(line: Line) -> str:
    """What the state means here; a finished letter is asked for by its number, so that comes first."""
    return " · ".join(filter(None, (line.number, line.note)))

"""Columns side by side where there is room, else one under the other: no page scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.theme import px


class Columns(QWidget):
    """`least` is the width in pixels of the design below which the columns stand one under the other.

    `last_on_top`: there the last column comes first, because it tells of what was pressed in a long list.
    """

    def __init__(self, least: int, gap: int, *, last_on_top: bool = False) -> None:
        super().__init__()
        way = QBoxLayout.Direction
        self._stacked = way.BottomToTop if last_on_top else way.TopToBottom
        self._least = least
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(gap))

    def column(self, weight: int, gap: int = 16) -> QVBoxLayout:
        """One more column, as wide as its weight among the others."""
        holder = QWidget()
        found = QVBoxLayout(holder)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(px(gap))
        self._line.addWidget(holder, weight)
        return found

    def holder(self, place: int) -> QWidget:
        """What a column lies in, to hide it or to keep it wide enough."""
        return self._holders()[place]

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column: wider than that is a matter of room, not of need."""
        narrowest = max((each.minimumSizeHint().width() for each in self._holders()), default=0)
        return QSize(narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side or one under the other."""
        across = self.width() >= px(self._least)
        wanted = QBoxLayout.Direction.LeftToRight if across else self._stacked
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
        super().resizeEvent(event)

    def _holders(self) -> list[QWidget]:
        found = (self._line.itemAt(place) for place in range(self._line.count()))
        return [widget for item in found if item is not None and (widget := item.widget()) is not None]

"""Rows of tables and lists, painted: one focus ring inside the row instead of one per cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.theme import Meaning, Type, look, px, tokens, tone
from desktop.widgets.painting import advance, paint_icon, paint_line, paint_number

Index = QModelIndex | QPersistentModelIndex
_LARGE = 130
"""Percent of text size."""


class TableRows(QStyledItemDelegate):
    """Rows of 40 px. `mark_role` of the model gives a `wording.Mark`: icon and meaning of the row."""

    def __init__(self, parent: QObject, mark_role: int) -> None:
        super().__init__(parent)
        self._role = mark_role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row."""
        return QSize(super().sizeHint(option, index).width(), px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, separator, and the ring where the keyboard is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, QColor(now.soft))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), QColor(now.line2))
        mark = index.data(self._role)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inside = box.adjusted(px(8), 0, -px(8), 0)
        if index.column() == 0:
            ink = tone(mark.meaning).ink
            paint_icon(painter, QRect(box.x() + px(14), box.y(), px(20), box.height()), mark.icon, ink, 18)
            paint_line(painter, box.adjusted(px(42), 0, -px(4), 0), text, Type.BODY, ink)
        elif index.column() == index.model().columnCount() - 1:
            ends = box.adjusted(px(8), 0, -px(16), 0)
            paint_number(painter, ends, text, Type.SECOND, now.text2)
        elif index.column() in {3, 4}:
            loud = mark.meaning is Meaning.ATTENTION and index.column() == 4
            ink = tone(mark.meaning).ink if loud else now.text2
            paint_line(painter, inside, text, Type.SECOND, ink)
        else:
            paint_line(painter, inside, text, Type.BODY, now.text)
        if selected and bool(option.state & QStyle.StateFlag.State_Active):
            self._ring(painter, box, index)
        painter.restore()

    def _ring(self, painter: QPainter, box: QRect, index: Index) -> None:
        """The part of the row's ring that lies in this cell."""
        view = self.parent()
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        width = sum(view.columnWidth(each) for each in range(index.model().columnCount()))
        left = box.x() - sum(view.columnWidth(each) for each in range(index.column()))
        painter.setClipRect(box)
        paint_ring(painter, QRect(left, box.y(), width, box.height()))


def paint_ring(painter: QPainter, box: QRect) -> None:
    """The focus ring, 2 px inside a row."""
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), px(6), px(6))


class QueueRows(QStyledItemDelegate):
    """Rows of 64 px in two lines: what it is and how long there is; whose and from where; a box to choose it.

    With large letters how long there is has a line of its own: what it is would have no room beside it.
    """

    def __init__(self, parent: QObject, item_role: int) -> None:
        super().__init__(parent)
        self._role = item_role

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The height of a row."""
        return QSize(px(200), px(84 if look().scale >= _LARGE else 64))

    def box_of(self, row: QRect) -> QRect:
        """Where in a row the box to choose it is; larger than it looks, to be hit."""
        return QRect(row.x(), row.y(), px(44), row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Two lines, the time left in words at the right, a bar at the left of the one that is shown."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.soft))
            painter.fillRect(QRect(box.x(), box.y(), px(3), box.height()), QColor(now.accent))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), QColor(now.line2))
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            side = px(18)
            place = QRect(box.x() + px(16), box.y() + (box.height() - side) // 2, side, side)
            paint_check(painter, place, on=checked == Qt.CheckState.Checked)
        self._words(painter, box, index)
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index:
            paint_ring(painter, box)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, index: Index) -> None:
        item, now = index.data(self._role), tokens()
        ink = tone(Meaning.ATTENTION).ink if item.late else now.text2
        large = look().scale >= _LARGE
        left, high = box.x() + px(48), (box.height() - px(16)) // (3 if large else 2)
        width = advance(item.left, Type.LABEL) + px(4)
        upper, whole = box.y() + px(8), box.width() - px(64)
        due = QRect(
            left + px(22) if large else box.right() - px(12) - width, upper + (2 * high if large else 0), width, high
        )
        paint_line(painter, due, item.left, Type.LABEL, ink)
        if item.left:
            sign = QRect(due.x() - px(22), due.y(), px(18), high)
            paint_icon(painter, sign, "warning" if item.late else "clock", ink, 16)
        room = whole if large else box.width() - width - px(98)
        paint_line(painter, QRect(left, upper, room, high), item.title, Type.STRONG, now.text)
        second = QRect(left, upper + high, whole, high)
        paint_line(painter, second, f"{item.subject} · {item.note or item.place}", Type.BODY, now.text2)


def paint_check(painter: QPainter, box: QRect, *, on: bool) -> None:
    """A box to tick."""
    now = tokens()
    painter.setPen(QPen(QColor(now.fill if on else now.ctl), 1.5))
    painter.setBrush(QColor(now.fill if on else now.surface))
    painter.drawRoundedRect(QRectF(box), px(4), px(4))
    if on:
        paint_icon(painter, box, "check", now.on_fill, 14)

"""The search that opens with a key: type, arrows, Enter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Type, px, tokens
from desktop.widgets.list_keys import ListKeys
from desktop.widgets.painting import paint_icon, paint_line
from desktop.widgets.text import Words

_DEBOUNCE_MS = 120
_FOUND = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Found:
    """One line of results. `kind` and `key` say what to open."""

    kind: str
    key: str
    title: str
    text: str
    icon: str


class SearchPopup(QFrame):
    """Lies over the window; hides itself when something is chosen or Esc is pressed."""

    asked = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "popup")
        self._words, self._list = QLineEdit(), QListWidget()
        self._empty = Words("", Type.BODY, "second", wrap=True)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_DEBOUNCE_MS)
        self._typed.timeout.connect(lambda: self.asked.emit(self._words.text()))
        self._back: QWidget | None = None
        self._build()
        self.hide()

    def _build(self) -> None:
        self._words.setPlaceholderText(self.tr("Cari layanan, warga, permohonan, atau halaman"))
        self._words.setAccessibleName(self.tr("Cari layanan, warga, permohonan, atau halaman"))
        self._words.textChanged.connect(lambda _text: self._typed.start())
        keys = ListKeys(self._words, self._list, self.isVisible)
        keys.taken.connect(self._take)
        keys.closed.connect(self._close)
        self._list.setAccessibleName(self.tr("Hasil pencarian"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.itemClicked.connect(lambda _item: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(12), px(12), px(12))
        layout.setSpacing(px(8))
        for part in (self._words, self._list, self._empty):
            layout.addWidget(part)

    def open(self) -> None:
        """Show it over the window, with the keyboard in it."""
        window = self.parentWidget()
        self._back = window.focusWidget() if window is not None else None
        width = min(px(620), (window.width() if window is not None else px(700)) - px(48))
        left = ((window.width() if window is not None else width) - width) // 2
        self.setGeometry(QRect(left, px(72), width, px(420)))
        self._words.clear()
        self.show_found(())
        self.raise_()
        self.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit("")

    def show_found(self, found: tuple[Found, ...]) -> None:
        """The results."""
        self._list.clear()
        for each in found:
            item = QListWidgetItem(f"{each.title} {each.text}".strip())
            item.setData(_FOUND, each)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        typed = len(self._words.text().strip()) > 1
        self._empty.setText(self.tr("Tidak ditemukan.") if typed else self.tr("Ketik dua huruf atau lebih."))
        self._empty.setVisible(not found)

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            found: Found = item.data(_FOUND)
            self._close()
            self.chosen.emit(found.kind, found.key)

    def _close(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus()


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(px(200), px(52))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon, title, text."""
        found: Found = index.data(_FOUND)
        now, box = tokens(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.soft))
        paint_icon(painter, QRect(box.x() + px(8), box.y(), px(32), box.height()), found.icon, now.text2, 20)
        left, half = box.adjusted(px(52), 0, -px(8), 0), box.height() // 2
        if found.text:
            first = QRect(left.x(), left.y() + px(5), left.width(), half - px(5))
            paint_line(painter, first, found.title, Type.BODY, now.text)
            second = QRect(left.x(), left.y() + half, left.width(), half - px(6))
            paint_line(painter, second, found.text, Type.CAPTION, now.text2)
        else:
            paint_line(painter, left, found.title, Type.BODY, now.text)
        painter.restore()

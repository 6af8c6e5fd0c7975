"""Finding a person of the register: a NIK or a name typed, namesakes told apart, asked about, then handed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Type, px, tokens
from desktop.widgets.cards import Card, Sign
from desktop.widgets.fields import Field
from desktop.widgets.icon_line import IconLine
from desktop.widgets.list_keys import ListKeys
from desktop.widgets.painting import paint_icon, paint_line
from desktop.widgets.person import FoundPerson
from desktop.widgets.text import Words

DEBOUNCE_MS: Final = 150
LEAST: Final = 2
"""Letters below which nothing is asked."""
NIK_DIGITS: Final = 16
_ROW, _VISIBLE = 46, 5
_ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a person (`row` of the register), or, with `row` 0, the way to more."""

    row: int
    title: str
    text: str


def digits_of(text: str) -> str:
    """What was typed without spaces, dots and dashes; empty when something else is in it."""
    bare = text.translate({ord(each): None for each in " .-\u00a0\t"})
    return bare if bare.isdigit() else ""


class PersonFinder(QWidget):
    """Asks for what it shows by signals; knows neither the register nor a thread."""

    asked = Signal(str, int)
    """Words, and after which row of the register."""
    numbered = Signal(str)
    """A whole NIK."""
    picked = Signal(int)
    confirmed = Signal(object)
    """The person's fields: somebody said that they fit."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.list = IconLine(Sign("search", 18), at_end=False), QListWidget()
        self._found: FoundPerson | None = None
        self._after, self._looked = 0, ""
        self._person: Mapping[str, str] = {}
        self._note = Words("", Type.SECOND, "second", wrap=True)
        self._card = Card("popup")
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(DEBOUNCE_MS)
        self._typed.timeout.connect(self._ask)
        self._build()

    def _build(self) -> None:
        hint = self.tr("NIK atau nama, dua huruf atau lebih. Tidak ada? Ketik saja datanya di bawah.")
        field = Field(self.tr("Cari di daftar penduduk"), self.line, hint)
        self.line.textEdited.connect(self._edited)
        keys = ListKeys(self.line, self.list, lambda: not self._card.isHidden())
        keys.taken.connect(self._take)
        keys.closed.connect(self._close)
        self.list.setAccessibleName(self.tr("Penduduk yang cocok"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.itemClicked.connect(lambda _item: self._take())
        self._card.body.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        for part in (field, self._card, self._note):
            layout.addWidget(part)
        self._card.hide()
        self._note.hide()

    @property
    def found(self) -> FoundPerson:
        """Who was found, and the question; made when it is first asked."""
        if self._found is None:
            self._found = FoundPerson()
            self._found.confirmed.connect(self._confirm)
            self._found.denied.connect(self._deny)
            layout = self.layout()
            assert layout is not None  # noqa: S101 - made when this was
            layout.addWidget(self._found)
        return self._found

    def _hide_found(self) -> None:
        if self._found is not None:
            self._found.hide()

    def look_for(self, nik: str) -> None:
        """A whole NIK was typed elsewhere; an empty one takes back what it showed."""
        if nik and nik != self._looked:
            self._looked = nik
            self.numbered.emit(nik)
        elif not nik and self._looked:
            self._looked = ""
            self._hide_found()
            self._say("")

    def show_people(self, people: Sequence[Entry], after: int) -> None:
        """A page of the list; further pages come after the first."""
        if not self._after:
            self.list.clear()
        elif self.list.count():
            self.list.takeItem(self.list.count() - 1)
        first = self.list.count()
        for each in people:
            self._put(each)
        if after:
            self._put(Entry(0, self.tr("Lebih banyak…"), self.tr("Tulis juga desa atau alamatnya supaya lebih tepat.")))
        self._after = after
        self.list.setCurrentRow(min(first, self.list.count() - 1))
        self._show_list()
        self._say("" if self.list.count() else self.tr("Tidak ada yang cocok. Ketik datanya di bawah, seperti KTP-el."))

    def show_person(self, person: Mapping[str, str] | None, since: str) -> None:
        """Ask whether this one is meant; None for a NIK that the register does not know."""
        self._close()
        self._person = person or {}
        if person is None:
            self._hide_found()
            self._say(self.tr("NIK ini belum ada di daftar penduduk. Ketik datanya di bawah, seperti KTP-el."))
            return
        self._say("")
        self.found.show_person(person, since)

    def _edited(self, text: str) -> None:
        digits = digits_of(text)
        if len(digits) == NIK_DIGITS:
            self._typed.stop()
            self._looked = digits
            self.line.setText(" ".join(digits[at : at + 4] for at in range(0, NIK_DIGITS, 4)))
            self.numbered.emit(digits)
        elif len(digits or text.strip()) >= LEAST:
            self._typed.start()
        else:
            self._typed.stop()
            self._close()

    def _ask(self) -> None:
        self._after = 0
        self.asked.emit(digits_of(self.line.text()) or self.line.text().strip(), 0)

    def _take(self) -> None:
        items = self.list.selectedItems()
        if not items:
            return
        entry: Entry = items[0].data(_ENTRY)
        if entry.row:
            self.picked.emit(entry.row)
        else:
            self.asked.emit(digits_of(self.line.text()) or self.line.text().strip(), self._after)

    def _confirm(self) -> None:
        self._hide_found()
        self.line.clear()
        self.confirmed.emit(self._person)

    def _deny(self) -> None:
        self._hide_found()
        self.line.setFocus()
        self.line.selectAll()

    def _put(self, entry: Entry) -> None:
        item = QListWidgetItem(f"{entry.title}. {entry.text}")
        item.setData(_ENTRY, entry)
        self.list.addItem(item)

    def _show_list(self) -> None:
        rows = min(self.list.count(), _VISIBLE)
        self.list.setFixedHeight(rows * px(_ROW) + 2)
        self._card.setVisible(bool(rows))
        self._hide_found()

    def _close(self) -> None:
        self._after = 0
        self._card.hide()
        self.list.clear()

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(px(200), px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon, name, what tells namesakes apart."""
        entry: Entry = index.data(_ENTRY)
        now, box = tokens(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.soft))
        mark = "user" if entry.row else "chevron-down"
        paint_icon(painter, QRect(box.x() + px(8), box.y(), px(32), box.height()), mark, now.text2, 18)
        left, half = box.adjusted(px(48), 0, -px(12), 0), box.height() // 2
        first = QRect(left.x(), left.y() + px(3), left.width(), half - px(3))
        paint_line(painter, first, entry.title, Type.STRONG, now.text if entry.row else now.accent)
        paint_line(
            painter, QRect(left.x(), left.y() + half, left.width(), half - px(4)), entry.text, Type.CAPTION, now.text2
        )
        painter.restore()

"""The right half of the queue: the letter as it will be signed, documents beside it, and what a correction changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office.deciding import Waiting
from desktop.office.desk import Desk
from desktop.office.differing import Difference
from desktop.office.opening import Opened
from desktop.office.showing import LetterKind
from desktop.office.weighing import Sheet, Weighed, sheet_bytes, weigh
from desktop.pages.page import scrolled
from desktop.pdf import draw_pages
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.page_picture import PagePicture
from desktop.widgets.strip import Strip
from desktop.widgets.text import OneLine, ToneWords, Words
from desktop.wording import grouped, size_words
from desktop.work import Work

_LETTER, _STRIP, _THUMB = 560, 136, 96


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the work lane brings back: a request, and the pages of its letter."""

    weighed: Weighed
    pages: tuple[QImage, ...]


class WeighingPane(QWidget):
    """Shows one request of the queue. What to decide is the page's."""

    weighing = Signal(object)
    """A `Drawn` is before the officer's eyes now."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._drawn: Drawn | None = None
        self._asked = 0
        self._title, self._place = OneLine("", Type.TITLE), OneLine("", Type.SECOND, "second")
        self.bar = InlineBar(Meaning.REFUSED)
        self._note = InlineBar(Meaning.MOVING, "eye")
        self._content, self._strip = QWidget(), Strip()
        self._build()
        self._strip.chosen.connect(self._show_place)

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), px(10))
        head.setSpacing(px(4))
        for part in (self._title, self._place):
            head.addWidget(part)
        head.addSpacing(px(2))
        for bar in (self.bar, self._note):
            head.addWidget(bar)
        stack.addLayout(head)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(px(24), px(4), px(8), px(16))
        self._column.setSpacing(px(12))
        self._area = scrolled(self._content)
        across.addWidget(self._area, 1)
        beside = QWidget()
        around = QVBoxLayout(beside)
        around.setContentsMargins(px(8), px(4), px(12), px(16))
        around.addWidget(self._strip)
        area = scrolled(beside)
        area.setFixedWidth(px(_STRIP))
        across.addWidget(area)
        stack.addLayout(across, 1)

    @property
    def weighed(self) -> Weighed | None:
        """What is shown; None while it is fetched."""
        return self._drawn.weighed if self._drawn is not None else None

    def forget(self) -> None:
        """Nothing is shown any more; keys do nothing until something is."""
        self._drawn = None

    def show_item(self, item: Waiting) -> None:
        """Say at once what it is, and fetch the rest; the newest wish wins."""
        self._drawn = None
        self._title.setText(f"{item.title} — {item.subject}")
        self._place.setText(" · ".join(part for part in (item.place, item.step, item.left) if part))
        self._ask(item.id, self._width())

    def _ask(self, request: str, width: int) -> None:
        """Once for a width: a page that was drawn before the window had its size is drawn again."""
        self._asked = width
        self._work.look("queue item", lambda desk: _draw(desk, request, width), self.show_drawn)

    def show_drawn(self, drawn: Drawn) -> None:
        """The request came: its letter first."""
        self._drawn = drawn
        weighed = drawn.weighed
        width = self._width()
        if drawn.pages and abs(drawn.pages[0].width() - width) > px(24) and self._asked != width:
            self._ask(weighed.opened.id, width)
        self.bar.say("")
        self._note.say(*self._notes(weighed))
        letter = self.tr("Surat") if drawn.pages else self.tr("Isian")
        sheets = [(sheet.label, _icon(sheet), sheet.here) for sheet in weighed.sheets]
        self._strip.show_labels([(letter, "document", True), *sheets])
        self._show_letter(drawn)
        self._fetch_thumbs(weighed)
        self.weighing.emit(drawn)

    def step(self, by: int) -> None:
        """The next document, or the one before."""
        self._strip.step(by)

    def _notes(self, weighed: Weighed) -> tuple[str, str]:
        if weighed.note:
            return f"{weighed.note}.", self._what_now(weighed)
        if weighed.letter.kind is LetterKind.DRAFT:
            return self.tr("Rancangan surat, belum bernomor dan belum ditandatangani."), ""
        return ("", "")

    def _what_now(self, weighed: Weighed) -> str:
        if weighed.quick is None:
            return self.tr("Tanda tangan menyusul saat suratnya ada di komputer ini.")
        return self.tr("Isinya dapat disetujui sekarang, juga tanpa sambungan; tanda tangan menyusul.")

    def _width(self) -> int:
        return max(px(320), min(px(_LETTER), self._area.viewport().width() - px(40)))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._area.verticalScrollBar().setValue(0)

    def _show_letter(self, drawn: Drawn) -> None:
        self._clear()
        weighed = drawn.weighed
        if weighed.differences:
            self._column.addWidget(self._changes(weighed.differences))
        self._add_pages(drawn.pages, self.tr("Halaman surat"))
        if not drawn.pages and weighed.letter.why:
            self._column.addWidget(Words(weighed.letter.why, Type.SECOND, "second", wrap=True))
        if weighed.letter.kind is not LetterKind.PREPARED:
            for card in self._answers(weighed.opened):
                self._column.addWidget(card)
        self._column.addStretch(1)

    def _add_pages(self, pages: tuple[QImage, ...], name: str) -> None:
        for number, page in enumerate(pages, start=1):
            self._column.addWidget(PagePicture(page, f"{name} {number}"))

    def _changes(self, differences: tuple[Difference, ...]) -> Card:
        """What the last correction changed, both values."""
        card = Card()
        card.head(self.tr("Diperbaiki sejak keputusan terakhir"), "eye", Meaning.MOVING).say(len(differences))
        for each in differences:
            name = Words(each.label, Type.SECOND, "second", wrap=True)
            name.setFixedWidth(px(168))
            before = Words(each.before or self.tr("kosong"), Type.SECOND, "second", wrap=True)
            after = ToneWords(each.after or self.tr("kosong"), Meaning.MOVING, Type.STRONG, wrap=True)
            card.row(name, before, Sign("arrow-right", 16), after, height=32)
        return card

    def _answers(self, opened: Opened) -> list[Card]:
        cards: dict[str, Card] = {}
        for section, name, value in opened.answers:
            if section not in cards:
                cards[section] = Card()
                cards[section].head(section)
            cards[section].row(*pair(name, grouped(value), 132), height=32)
        return list(cards.values())

    def _show_place(self, place: int) -> None:
        """The letter again, or a document in its place."""
        drawn = self._drawn
        if drawn is None:
            return
        if place == 0:
            self._show_letter(drawn)
            return
        sheet, request, width = drawn.weighed.sheets[place - 1], drawn.weighed.opened.id, self._width()
        self._clear()
        caption = f"{sheet.label} · {sheet.name} · {size_words(sheet.size)}"
        self._column.addWidget(Words(caption, Type.SECOND, "second", wrap=True))
        if not sheet.here:
            said = self.tr("Lampiran ini belum diterima komputer ini. Sinkronkan, lalu buka lagi.")
            self._column.addWidget(Words(said, wrap=True))
            self._column.addStretch(1)
            return

        def come(pages: tuple[QImage, ...]) -> None:
            if self._drawn is drawn and self._strip.place == place:
                self._add_pages(pages, sheet.label)
                if not pages:
                    self._column.addWidget(Words(self.tr("Berkas ini tidak dapat ditampilkan."), wrap=True))
                self._column.addStretch(1)

        self._work.look("queue sheet", lambda desk: _draw_sheet(desk, request, sheet, width), come)

    def _fetch_thumbs(self, weighed: Weighed) -> None:
        request, sheets = weighed.opened.id, weighed.sheets
        drawn = self._drawn
        if drawn is not None and drawn.pages:
            self._strip.show_image(0, drawn.pages[0])

        def come(found: list[tuple[int, QImage]]) -> None:
            if self._drawn is drawn:
                for place, image in found:
                    self._strip.show_image(place, image)

        self._work.look("queue thumbs", lambda desk: _thumbs(desk, request, sheets), come)


def _icon(sheet: Sheet) -> str:
    return "document" if sheet.media_type == "application/pdf" else "image"


def _draw(desk: Desk, request: str, width: int) -> Drawn:
    """On the work lane: the request, and its letter drawn."""
    weighed = weigh(desk, request)
    return Drawn(weighed, draw_pages(weighed.letter.pdf, width) if weighed.letter.pdf else ())


def _draw_sheet(desk: Desk, request: str, sheet: Sheet, width: int, most: int = 12) -> tuple[QImage, ...]:
    content = sheet_bytes(desk, request, sheet.sha256)
    if sheet.media_type == "application/pdf":
        try:
            return draw_pages(content, width, most)
        except RuntimeError:  # PDFium's own: the village sent something that only begins like a PDF
            return ()
    image = QImage.fromData(content)
    return () if image.isNull() else (image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation),)


def _thumbs(desk: Desk, request: str, sheets: tuple[Sheet, ...]) -> list[tuple[int, QImage]]:
    """The first page of each document that is here; one that does not read has no picture, and says why when opened."""
    found = []
    for place, sheet in enumerate(sheets, start=1):
        if sheet.here:
            try:
                pages = _draw_sheet(desk, request, sheet, _THUMB, most=1)
            except WorldError:
                continue
            found += [(place, page) for page in pages[:1]]
    return found

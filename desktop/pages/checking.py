"""Check the answers before they are said: everything once more, with a way back to each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.heard import retold
from desktop.office.drafting import Filling
from desktop.office.duplicates import Same
from desktop.office.holding import Held
from desktop.office.opening import words_of
from desktop.office.sheets import Sheet
from desktop.pages.pictures import SIDE, Pictures
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, pair
from desktop.widgets.columns import Columns
from desktop.widgets.document_tile import DocumentTile
from desktop.widgets.flow import FlowLayout
from desktop.widgets.same import SameCard
from desktop.wording import grouped, section_title, size_words
from forms import documents
from forms.documents import AskedDocument
from forms.evaluation import Form, Shown
from forms.pack import Pack
from forms.schema import Calculate, Note, Time


class CheckPage(QWidget):
    """What may be a second request on top, answers at the left, documents and remarks at the right."""

    change = Signal(int)
    """The place of a page to go back to."""
    view = Signal(str)
    """The kind of a document to look at whole."""
    open_old = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        across = Columns(820, 24)
        self._left, self._right = across.column(612, 12), across.column(394, 12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, px(4), 0, px(4))
        outer.setSpacing(px(12))
        self._top = QVBoxLayout()
        outer.addLayout(self._top)
        outer.addWidget(across)
        outer.addStretch(1)
        self._connected = True
        self.same: SameCard | None = None
        self._same: tuple[Same, ...] = ()

    def begin(self) -> None:
        """Another form."""
        self.show_same((), 0)

    @property
    def reason(self) -> str:
        """Why a second request is right; empty when there is no first one."""
        return self.same.reason if self.same is not None else ""

    def settled(self) -> bool:
        """Whether the question about a second request was answered; if not, it takes the keyboard."""
        return self.same is None or self.same.settled()

    def show_same(self, same: tuple[Same, ...], utc_offset: int) -> None:
        """Open requests of the same person; a reason that was typed stays while they are the same ones."""
        if [each.request for each in same] == [each.request for each in self._same]:
            return
        self._same = same
        _empty(self._top)
        self.same = SameCard(same, utc_offset) if same else None
        if self.same is not None:
            self.same.open_old.connect(self.open_old)
            self._top.addWidget(self.same)

    def tell_road(self, *, connected: bool) -> None:
        """Whether what is filed now goes at once; said with the next form that is shown."""
        self._connected = connected

    def show_form(self, form: Form, filling: Filling, scans: Mapping[str, Held]) -> None:
        """Everything anew."""
        _empty(self._left)
        _empty(self._right)
        for place, sheet in enumerate(filling.sheets):
            card = self._card(form, sheet, place)
            if card is not None:
                self._left.addWidget(card)
        self._left.addStretch(1)
        self._show_missing(form, set(scans) | filling.attached)
        self._show_documents(form, filling, scans)
        self._show_remarks(form)
        self._show_road()
        self._right.addStretch(1)

    def _card(self, form: Form, sheet: Sheet, place: int) -> Card | None:
        rows = list(_rows(form, sheet))
        if not rows:
            return None
        card = Card()
        title = section_title(sheet.title, sheet.part, sheet.parts)
        head = card.head(title)
        head.add(self._change(self.tr("Ubah: %1").replace("%1", title), place))
        for name, value in rows:
            card.row(*pair(name, value or self.tr("Tidak diisi"), ink="" if value else "second"), height=32)
        return card

    def _change(self, name: str, place: int) -> ActButton:
        change = ActButton(self.tr("Ubah"), Kind.WORD, "pencil")
        change.setAccessibleName(name)
        change.clicked.connect(lambda: self.change.emit(place))
        return change

    def _show_missing(self, form: Form, there: set[str]) -> None:
        """Required documents that are not there: told before, never forbidden."""
        missing = sum(_missing(form, each, there) for each in form.documents)
        if missing:
            bar = InlineBar(Meaning.ATTENTION, "clip")
            title = self.tr("%1 lampiran wajib belum ada").replace("%1", str(missing))
            bar.say(title, self.tr("Tetap boleh diajukan; keputusannya menunggu sampai lampiran lengkap."))
            self._right.addWidget(bar)

    def _show_documents(self, form: Form, filling: Filling, scans: Mapping[str, Held]) -> None:
        card = Card()
        head = card.head(self.tr("Lampiran"))
        held = [scans[each.kind] for each in form.documents if each.kind in scans]
        head.say(len(held), size_words(sum(each.size for each in held)) if held else "")
        head.add(self._change(self.tr("Ubah lampiran"), len(filling.sheets)))
        if form.documents:
            tiles = QWidget()
            flow = FlowLayout(px(12), top=True)
            flow.setContentsMargins(px(16), px(14), px(16), px(14))
            for each in form.documents:
                flow.addWidget(self._tile(form, each, filling, scans))
            tiles.setLayout(flow)
            card.body.addWidget(tiles)
        self._right.addWidget(card)

    def _tile(self, form: Form, document: AskedDocument, filling: Filling, scans: Mapping[str, Held]) -> DocumentTile:
        """Its picture comes later; pressing opens it, or the page where it can still be taken."""
        held, kind = scans.get(document.kind), document.kind
        there = held is not None or kind in filling.attached
        tile = DocumentTile(document.label, *self._state(form, document, filling, scans), there=there)
        if held is None:
            tile.clicked.connect(lambda: self.change.emit(len(filling.sheets)))
        else:
            tile.clicked.connect(lambda: self.view.emit(kind))
            self._pictures.fetch(held, px(SIDE), tile.show_picture)
        return tile

    def _state(
        self, form: Form, document: AskedDocument, filling: Filling, scans: Mapping[str, Held]
    ) -> tuple[str, Meaning, str]:
        held = scans.get(document.kind)
        if held is not None and held.doubtful:
            return "warning", Meaning.ATTENTION, self.tr("terbaca?")
        if held is not None:
            return "check-circle", Meaning.DONE, size_words(held.size)
        if document.kind in filling.attached:
            return "check-circle", Meaning.DONE, self.tr("sudah terlampir")
        if _missing(form, document, set()):
            return "warning", Meaning.ATTENTION, self.tr("menyusul")
        return "circle", Meaning.QUIET, self.tr("tidak wajib")

    def _show_road(self) -> None:
        if not self._connected:
            bar = InlineBar(Meaning.QUIET, "cloud-off")
            text = self.tr("Permohonan disimpan di komputer ini, lalu dikirim sendiri saat tersambung.")
            bar.say(self.tr("Sedang luring, tidak apa-apa"), text)
            self._right.addWidget(bar)

    def _show_remarks(self, form: Form) -> None:
        for problem in form.warnings:
            bar = InlineBar(Meaning.ATTENTION)
            bar.say(self.tr("Periksa sekali lagi"), retold(problem.sentence))
            self._right.addWidget(bar)
        mark = form.pack.file.mark
        if mark:
            bar = InlineBar(Meaning.QUIET, "help")
            bar.say(self.tr("Layanan ini: %1").replace("%1", mark))
            self._right.addWidget(bar)


def _missing(form: Form, document: AskedDocument, there: set[str]) -> bool:
    path = f"documents/{document.kind}"
    return any(problem.path == path for problem in documents.missing(form.documents, there))


def _empty(stack: QLayout) -> None:
    while (item := stack.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _rows(form: Form, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Question and answer of everything relevant on a page; rows of a repeat one line each."""
    mine, lines = set(sheet.references), dict[int, list[str]]()
    for shown in form.shown:
        if shown.reference not in mine or not shown.relevant or isinstance(shown.question, (Note, Calculate)):
            continue
        value = _said(form.pack, shown)
        if sheet.repeat:
            lines.setdefault(shown.row, []).append(value)
        else:
            yield shown.question.label, value
    for row, values in lines.items():
        yield str(row), ", ".join(filter(None, values))


def _said(pack: Pack, shown: Shown) -> str:
    """An answer in words; numbers of identity cards in groups of four, times as an office writes them."""
    if shown.answer is None:
        return ""
    said = words_of(shown.answer, pack.fields[shown.reference].choices)
    if isinstance(shown.question, Time):
        return said.replace(":", ".")
    return grouped(said) if getattr(shown.question, "format", "") in {"nik", "kk"} else said

"""The letter of a request whole: its pages, who signed it, and the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office import printing
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.printing import LETTER, Choice
from desktop.office.showing import LetterKind, ShownLetter, see_letter
from desktop.pages.letter_words import Judged, copies_words, judge, kind_words, signed_words, summary_words
from desktop.pages.page import Heading, Page, scrolled
from desktop.pages.print_desk import PrintDesk
from desktop.pdf import draw_page, opened
from desktop.theme import Meaning, Type, px
from desktop.widgets.across import stamped
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.chips import StateChip
from desktop.widgets.page_view import PageView
from desktop.widgets.signatures import SignatureCard
from desktop.widgets.text import Words
from desktop.work import Work

Seen = tuple[ShownLetter, int, Choice | None]
_CHIPS = {
    LetterKind.DRAFT: ("pencil", Meaning.QUIET),
    LetterKind.PREPARED: ("clock", Meaning.MOVING),
    LetterKind.FOR_PEN: ("pencil", Meaning.MOVING),
    LetterKind.SIGNED: ("check-circle", Meaning.DONE),
    LetterKind.SCANNED: ("check-circle", Meaning.DONE),
    LetterKind.NONE: ("circle", Meaning.QUIET),
}


class LetterPage(Page):
    """Opened from a request by its id; Esc goes back to it."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._request, self._letter = "", ShownLetter("", "", "", "", LetterKind.NONE)
        self._bar, self._ended = InlineBar(Meaning.REFUSED), InlineBar(Meaning.REFUSED, "x-circle")
        self.printing = PrintDesk(work, self, self._bar)
        self._view, self._signatures = PageView(), SignatureCard()
        self._build()
        self._view.bind(self)
        self._view.asked.connect(self._draw)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self._go_back, context=inside)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print, context=inside)
        work.changed.connect(self.hear)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(px(32), px(16), px(8), px(16))
        across.setSpacing(px(24))
        left = QVBoxLayout()
        left.setSpacing(px(8))
        self._back = ActButton(self.tr("Permohonan"), Kind.WORD, "arrow-left", "Esc")
        self._back.clicked.connect(self._go_back)
        self._heading, self._chip = Heading(" "), StateChip()
        self._heading.add(self._chip)
        left.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._heading)
        left.addWidget(self._ended)
        left.addWidget(self._bar)
        left.addWidget(self._view, 1)
        across.addLayout(left, 1)
        across.addWidget(self._side())

    def _side(self) -> QWidget:
        side = QWidget()
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, px(24), 0)
        stack.setSpacing(px(12))
        self._print_button = ActButton(self.tr("Cetak surat"), Kind.FILLED, "printer", "Ctrl+P")
        self._print_button.clicked.connect(self._print)
        self._other = ActButton(self.tr("Printer dan kertas…"), Kind.OUTLINE, "sliders")
        self._other.clicked.connect(lambda: self.printing.print(self._request, ask=True))
        self._save = ActButton(self.tr("Simpan PDF…"), Kind.OUTLINE, "document")
        self._save.clicked.connect(lambda: self.printing.save(self._request))
        card = Card()
        card.head(self.tr("Cetak"), "printer")
        self._where, self._copies = Words("", Type.BODY, wrap=True), Words("", Type.SECOND, "second", wrap=True)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(px(16), px(12), px(16), px(16))
        lines.setSpacing(px(10))
        for part in (self._where, self._copies, self._print_button, self._other, self._save):
            lines.addWidget(part)
        card.body.addWidget(told)
        stack.addWidget(card)
        stack.addWidget(self._signatures)
        stack.addStretch(1)
        area = scrolled(side)
        area.setFixedWidth(px(344))
        return area

    @property
    def thing(self) -> object:
        """The request."""
        return self._request or None

    def show_thing(self, thing: object) -> None:
        """Open the letter of a request by its id."""
        self._request = str(thing)
        self._bar.say("")
        self._signatures.show_signatures(())

    def refresh(self) -> None:
        """Read it anew."""
        request = self._request
        if request:
            self._work.look("whole letter", lambda desk: _see(desk, request), self._show)

    def hear(self, changed: object) -> None:
        """Only what touches this request."""
        touched = isinstance(changed, Changed) and (changed.everything or self._request in changed.requests)
        if touched and self.isVisible():
            self.refresh()

    def focus_first(self) -> None:
        """What it is here for."""
        (self._print_button if self._print_button.isEnabled() else self._back).setFocus()

    def _show(self, found: Seen) -> None:
        letter, count, choice = found
        self._letter = letter
        number = self.tr("Nomor %1").replace("%1", letter.number) if letter.number else ""
        self._heading.say(letter.title, " · ".join(filter(None, (number, letter.subject))))
        words = kind_words(letter)
        icon, meaning = _CHIPS[letter.kind] if letter.ending is None else ("x-circle", Meaning.REFUSED)
        self._chip.say(words.capitalize() or self.tr("Tidak ada surat"), icon, meaning)
        may = letter.kind not in {LetterKind.NONE, LetterKind.PREPARED} and letter.ending is None
        ending = letter.ending
        self._ended.say(ending.title if ending else "", ending.text if ending else "")
        held = self._print_button.hasFocus()
        for button in (self._print_button, self._other, self._save):
            button.setEnabled(may)
        if held:
            self.focus_first()
        draft = letter.kind is LetterKind.DRAFT
        self._print_button.say(self.tr("Cetak rancangan") if draft else self.tr("Cetak surat"))
        self._where.setText(self._where_words(letter, choice))
        self._copies.setText(copies_words(letter) or letter.why)
        self._copies.setVisible(bool(self._copies.text()))
        self._view.begin(count)
        offset = self._work.me.utc_offset

        def told(judged: Judged | None) -> None:
            signed = signed_words(judged, offset) if judged is not None else ()
            self._signatures.show_signatures(signed, summary_words(letter, judged))

        self._work.look("whole letter signatures", lambda desk: judge(desk, letter), told)

    def _where_words(self, letter: ShownLetter, choice: Choice | None) -> str:
        if letter.ending is not None:
            return self.tr("Tidak dicetak lagi.")
        if letter.kind is LetterKind.PREPARED:
            return self.tr("Dapat dicetak setelah ditandatangani.")
        if choice is None:
            return self.tr("Kertas %1. Printer dipilih sekali, lalu diingat.").replace("%1", letter.paper)
        return self.tr("Ke %1, kertas %2.").replace("%1", choice.printer).replace("%2", choice.paper)

    def _draw(self, number: int, width: int) -> None:
        pdf = self._letter.pdf
        if pdf:
            self._work.look("letter page", lambda _desk: (*draw_page(pdf, number, width), number), self._show_page)

    def _show_page(self, drawn: tuple[QImage, int, int]) -> None:
        image, count, number = drawn
        self._view.show_page(stamped(image, self._letter.across), number, count)

    def _print(self) -> None:
        if self._print_button.isEnabled():
            self.printing.print(self._request)

    def _go_back(self) -> None:
        self.go.emit("request", self._request)


def _see(desk: Desk, request: str) -> Seen:
    """On the work lane."""
    letter = see_letter(desk, request)
    count = 0
    if letter.pdf:
        with opened(letter.pdf) as pages:
            count = len(pages)
    return letter, count, printing.remembered(desk, f"{letter.service}:{LETTER}")

"""The letter in a request's detail: its first page small, what it is, and the way to the whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.office.desk import Desk
from desktop.office.letting_go import fetch_back
from desktop.office.showing import ShownLetter, see_letter
from desktop.pages.letter_words import Judged, copies_words, judge, kind_words, signed_words, summary_words
from desktop.pdf import draw_page
from desktop.theme import Type, px
from desktop.widgets.across import stamped
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.page_view import SheetButton
from desktop.widgets.signatures import SignatureCard
from desktop.widgets.text import Words
from desktop.work import Work

_WIDTH = 200


class LetterCard(Card):
    """Asks for the letter of one request, and tells of its signatures on a card that stands elsewhere."""

    opened = Signal()
    shown = Signal(object)
    """The `ShownLetter`, once it is known."""

    def __init__(self, work: Work, signatures: SignatureCard) -> None:
        super().__init__()
        self._work, self._signatures = work, signatures
        self.letter: ShownLetter | None = None
        self._head = self.head(self.tr("Surat"))
        self._page = SheetButton(_WIDTH)
        self._page.clicked.connect(self.opened)
        self._why = Words("", Type.BODY, "second", wrap=True)
        self._copies = Words("", Type.SECOND, "second", wrap=True)
        self._fetch = ActButton(self.tr("Ambil lagi"), Kind.OUTLINE, "refresh")
        self._fetch.clicked.connect(self._fetch_back)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(px(16), px(16), px(16), px(16))
        inner.setSpacing(px(10))
        inner.addWidget(self._page, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._why)
        inner.addWidget(self._copies)
        inner.addWidget(self._fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(holder)
        for part in (self._page, self._why, self._copies, self._fetch):
            part.hide()

    def look_at(self, request: str) -> None:
        """Ask for the letter of a request."""
        width = self._page.wanted
        self._work.look("letter", lambda desk: _see(desk, request, width), self._show)

    def forget(self) -> None:
        """Another request: nothing of the last one stays."""
        self.letter = None
        self._signatures.show_signatures(())
        for part in (self._page, self._why, self._copies, self._fetch):
            part.hide()
        self._head.say(None, "")

    def _show(self, found: tuple[ShownLetter, QImage | None]) -> None:
        letter, page = found
        self.letter = letter
        self._head.say(None, kind_words(letter))
        self._page.setVisible(page is not None)
        if page is not None:
            name = self.tr("Buka surat: %1, %2").replace("%1", letter.title).replace("%2", kind_words(letter))
            self._page.show_image(stamped(page, letter.across), name)
        self._say(self._why, letter.why)
        self._say(self._copies, copies_words(letter))
        self._fetch.setVisible(letter.let_go)
        self.shown.emit(letter)
        self._work.look("letter signatures", lambda desk: judge(desk, letter), self._show_signatures)

    def _fetch_back(self) -> None:
        if self.letter is not None:
            request = self.letter.request
            self._work.do(lambda desk: fetch_back(desk, request))

    def _say(self, words: Words, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    def _show_signatures(self, judged: Judged | None) -> None:
        letter, offset = self.letter, self._work.me.utc_offset
        if letter is not None:
            signed = signed_words(judged, offset) if judged is not None else ()
            self._signatures.show_signatures(signed, summary_words(letter, judged))


def _see(desk: Desk, request: str, width: int) -> tuple[ShownLetter, QImage | None]:
    """On the work lane."""
    letter = see_letter(desk, request)
    return letter, draw_page(letter.pdf, 0, width)[0] if letter.pdf else None

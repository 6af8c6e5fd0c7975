"""One request: its trail, its letter and documents, its answers, and what this officer may do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.errors import WorldError
from desktop.models.requests import Beside
from desktop.office.changes import Changed
from desktop.office.opening import Opened, open_request
from desktop.office.showing import LetterKind, ShownLetter
from desktop.pages.deeds import Deed, deeds, deeds_for
from desktop.pages.doing import Doer
from desktop.pages.letter_card import LetterCard
from desktop.pages.page import Heading, Page, column
from desktop.pages.papers import PapersCard
from desktop.pages.print_desk import LETTER, RECEIPT, PrintDesk, Printed
from desktop.pages.request_parts import PromiseCard, show_answers, trail_of
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.chips import StateChip
from desktop.widgets.columns import Columns
from desktop.widgets.signatures import SignatureCard
from desktop.widgets.text import Words
from desktop.wording import mark_of, moment, when
from desktop.work import Work
from domain.actions import ENDS_LETTER, ActionKind

_PRINTABLE = frozenset({LetterKind.SIGNED, LetterKind.SCANNED, LetterKind.FOR_PEN})


class RequestPage(Page):
    """Opened from a list; Esc goes back to it."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._request = ""
        self._opened: Opened | None = None
        self._deeds: tuple[Deed, ...] = ()
        self._doer = Doer(work, self, self._refused)
        self._build_head()
        self.printing = PrintDesk(work, self, self._bar)
        self._build_columns()
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Esc", self._go_back), ("Ctrl+P", self._print), ("Ctrl+Shift+P", self._print_receipt)):
            QShortcut(QKeySequence(key), self, act, context=inside)
        for key in {deed.key for deed in deeds()}:
            QShortcut(QKeySequence(key), self, partial(self._press, key), context=inside)
        work.changed.connect(self.hear)

    def _build_head(self) -> None:
        self._column = column(self, top=16)
        self._column.setSpacing(px(10))
        back = ActButton(self.tr("Permohonan"), Kind.WORD, "arrow-left", "Esc")
        back.clicked.connect(self._go_back)
        self._back = back
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(back)
        line.addStretch(1)
        self._place = Words("", Type.CAPTION, "second")
        self._before = ActButton(self.tr("Sebelumnya"), Kind.WORD, "arrow-left")
        self._after = ActButton(self.tr("Berikutnya"), Kind.WORD, after="arrow-right")
        for part in (self._place, self._before, self._after):
            line.addWidget(part)
        for button, key in ((self._before, "Alt+Left"), (self._after, "Alt+Right")):
            button.setToolTip(self.tr("Tombol papan ketik: %1").replace("%1", key))
            button.setAccessibleDescription(button.toolTip())
            button.clicked.connect(partial(self._walk, button))
            QShortcut(QKeySequence(key), self, button.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.come_from(self.tr("Permohonan"), None)
        self._column.addLayout(line)
        self._heading = Heading(" ")
        self._chip = StateChip()
        self._heading.add(self._chip)
        self._column.addWidget(self._heading)
        self._bar, self._ended = InlineBar(Meaning.REFUSED), InlineBar(Meaning.REFUSED, "x-circle")
        self._successor = ActButton(self.tr("Buka penggantinya"), Kind.OUTLINE, "arrow-right")
        self._successor.clicked.connect(self._open_successor)
        self._ended.add(self._successor)
        self._column.addWidget(self._ended)
        self._column.addWidget(self._bar)

    def _build_columns(self) -> None:
        self._trail, self._papers, self._answers, self._acts = Card(), PapersCard(self._work), Card(), QVBoxLayout()
        self._signatures = SignatureCard()
        self._letter = LetterCard(self._work, self._signatures)
        self._letter.opened.connect(self._open_letter)
        self._letter.shown.connect(self._show_prints)
        self._first, self._prints_below, self._ends = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._trail.head(self.tr("Jejak"))
        self._answers.head(self.tr("Isian"))
        for acts in (self._first, self._acts, self._prints_below, self._ends):
            acts.setSpacing(px(8))
        across = Columns(900, 16)
        left, middle, right = (across.column(weight) for weight in (400, 340, 310))
        left.addWidget(self._trail)
        self._until = InlineBar(Meaning.QUIET, "cloud-off")
        left.addWidget(self._until)
        left.addStretch(1)
        self._promise = PromiseCard()
        middle.addWidget(self._promise)
        middle.addWidget(self._papers)
        middle.addWidget(self._signatures)
        middle.addStretch(1)
        right.addWidget(self._letter)
        below = QVBoxLayout()
        below.setSpacing(px(8))
        for acts in (self._first, self._acts, self._prints_below, self._ends):
            below.addLayout(acts)
        right.addLayout(below)
        right.addStretch(1)
        self._column.addWidget(across)
        self._column.addWidget(self._answers)
        self._column.addStretch(1)

    @property
    def thing(self) -> object:
        """The request."""
        return self._request or None

    @property
    def request(self) -> str:
        """The id of what is shown."""
        return self._request

    def show_thing(self, thing: object) -> None:
        """Open a request by its id."""
        self._request, self._opened, self._deeds = str(thing), None, ()
        self._ended.say("")
        self._letter.forget()
        self._bar.say("")

    def come_from(self, word: str, beside: Beside | None) -> None:
        """Where Esc goes, and what stands beside this request in the list; None where it came from no list."""
        self._back.say(word)
        self._beside = beside
        for part in (self._place, self._before, self._after):
            part.setVisible(beside is not None)
        if beside is not None:
            word = self.tr("%1 dari %2 lebih") if beside.more else self.tr("%1 dari %2")
            self._place.setText(word.replace("%1", str(beside.place)).replace("%2", str(beside.of)))
            self._before.setEnabled(bool(beside.before))
            self._after.setEnabled(bool(beside.after))

    def _walk(self, button: ActButton, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        if self._beside is not None:
            self.go.emit("request", self._beside.before if button is self._before else self._beside.after)

    def refresh(self) -> None:
        """Read it anew."""
        if self._request:
            self._work.look("request", lambda desk: open_request(desk, self._request), self._show)

    def focus_first(self) -> None:
        """What can be done, else the way back."""
        items = (layout.itemAt(0) for layout in (self._first, self._acts, self._prints_below))
        widgets = (item.widget() for item in items if item is not None)
        next((widget for widget in widgets if widget is not None), self._back).setFocus()

    def hear(self, changed: object) -> None:
        """Only what touches this request."""
        touched = isinstance(changed, Changed) and (changed.everything or self._request in changed.requests)
        if touched and self.isVisible():
            self.refresh()

    def _show(self, opened: Opened) -> None:
        kept = self._opened is not None and self._opened.id == opened.id
        self._opened = opened
        offset = self._work.me.utc_offset
        made = moment(opened.trail[0].at, offset) if opened.trail else ""
        text = self.tr("NIK %1 · diajukan %2").replace("%1", opened.nik or "—").replace("%2", made)
        number = self.tr("Nomor %1").replace("%1", opened.number) if opened.number else ""
        self._heading.say(f"{opened.title} — {opened.subject}", " · ".join(filter(None, (number, text))))
        mark = mark_of(opened.stage)
        self._chip.say(opened.state_words.capitalize(), mark.icon, mark.meaning)
        self._trail.clear(keep=2)
        self._trail.body.addWidget(trail_of(opened, self._work.now, offset))
        self._until.say(self._news_words())
        self._papers.look_at(opened.id)
        show_answers(self._answers, opened)
        self._promise.show_promise(opened.promise)
        ending = opened.ending
        self._ended.say(ending.title if ending else "", ending.text if ending else "")
        self._successor.setVisible(bool(ending and ending.successor))
        self._show_acts(opened)
        self._letter.look_at(opened.id)
        if not kept:
            self.focus_first()

    def _news_words(self) -> str:
        """Until when the trail is known, where the hub may know more; nothing while it is heard."""
        exchange, offset = self._work.exchange, self._work.me.utc_offset
        if exchange.connected:
            return ""
        if exchange.heard_at is None:
            return self.tr("Belum pernah tersambung. Yang terjadi di hub belum diketahui.")
        heard = when(exchange.heard_at, self._work.now, offset)
        return self.tr("Kabar hub sampai %1. Sesudah itu belum diketahui.").replace("%1", heard)

    def _show_acts(self, opened: Opened) -> None:
        """What ends a letter that counts stands last, under the prints: nobody comes upon it by Enter."""
        for layout in (self._acts, self._ends):
            _empty(layout)
        self._deeds = deeds_for(opened.may, opened.medium, other_signer=opened.other_signer)
        for place, deed in enumerate(self._deeds):
            look = deed.look if place == 0 or deed.look is not Kind.FILLED else Kind.OUTLINE
            under = self._ends if deed.kind in ENDS_LETTER else self._acts
            _add(under, ActButton(deed.word, look, deed.icon, deed.key), partial(self._do, deed))
        if any(happened.refused for happened in opened.trail):
            compare = ActButton(self.tr("Bandingkan yang ditolak"), Kind.OUTLINE, "duplicate")
            _add(self._acts, compare, lambda: self.go.emit("exchange", None))
        self._show_prints()

    def _show_prints(self, _letter: object = None) -> None:
        """What can be printed, once the letter is known; a sheet for the pen comes before everything else."""
        prints, held = self._prints(), self._holds_keyboard(self._first, self._prints_below)
        first = bool(prints) and self._letter.letter is not None and self._letter.letter.kind is LetterKind.FOR_PEN
        for layout in (self._first, self._prints_below):
            _empty(layout)
        for place, (word, key, what) in enumerate(prints):
            layout = self._first if first and not place else self._prints_below
            _add(layout, ActButton(word, Kind.OUTLINE, "printer", key), partial(self._print_what, what))
        if prints:
            _add(self._prints_below, ActButton(self.tr("Simpan PDF…"), Kind.WORD, "document"), self._save)
        if held:  # Qt would hand the keyboard on to whatever comes next, as far as the navigation
            self.focus_first()

    @staticmethod
    def _holds_keyboard(*layouts: QVBoxLayout) -> bool:
        items = (layout.itemAt(place) for layout in layouts for place in range(layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return any(widget is not None and widget.hasFocus() for widget in widgets)

    def _prints(self) -> list[tuple[str, str, Printed]]:
        """What can be printed here, with the keys; the letter that is finished comes before the receipt."""
        letter, opened = self._letter.letter, self._opened
        found: list[tuple[str, str, Printed]] = []
        if letter is not None and letter.kind in _PRINTABLE and letter.ending is None:
            found.append((self._letter_word(letter), "Ctrl+P", LETTER))
        if self._work.me.files and opened is not None and opened.answers:
            found.append((self.tr("Cetak tanda terima"), "Ctrl+Shift+P" if found else "Ctrl+P", RECEIPT))
        return found

    def _letter_word(self, letter: ShownLetter) -> str:
        if letter.kind is LetterKind.FOR_PEN:
            return self.tr("Cetak untuk ditandatangani")
        return self.tr("Cetak salinan") if letter.copies else self.tr("Cetak surat")

    def _print(self) -> None:
        for _, key, what in self._prints():
            if key == "Ctrl+P":
                self._print_what(what)

    def _print_receipt(self) -> None:
        if self._work.me.files:
            self._print_what(RECEIPT)

    def _print_what(self, what: Printed, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self.printing.print(self._request, what)

    def _save(self) -> None:
        self.printing.save(self._request, self._prints()[0][2])

    def _open_letter(self) -> None:
        self.go.emit("letter", self._request)

    def _do(self, deed: Deed, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        if deed.kind is ActionKind.CORRECT:
            self.go.emit("correct", self._request)
            return
        if self._opened is not None:
            self._doer.do(deed, self._opened, self._done)

    def _press(self, key: str) -> None:
        """The key of a deed that is open; of no other."""
        deed = next((each for each in self._deeds if each.key == key), None)
        if deed is not None:
            self._do(deed)

    def _open_successor(self) -> None:
        if self._opened is not None and self._opened.ending is not None:
            self.go.emit("request", self._opened.ending.successor)

    def _done(self, changed: Changed) -> None:
        self._bar.say(changed.sentence.splitlines()[0], meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _go_back(self) -> None:
        self.go.emit("back", None)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _add(layout: QVBoxLayout, button: ActButton, act: object) -> None:
    button.clicked.connect(act)
    layout.addWidget(button)
    button.show()  # at once, so that it can take the keyboard

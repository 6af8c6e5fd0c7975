"""Parts of the first page: what waits for this officer's decision, and what came since the last visit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.office.arriving import Arrivals
from desktop.office.browsing import Line
from desktop.office.deciding import Waiting
from desktop.office.printable import ToPrint
from desktop.pages.section import wrapped
from desktop.theme import Meaning, Type, look, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.rows import ActionRow
from desktop.widgets.text import OneLine, ToneWords, Words, rule
from desktop.wording import mark_of, when
from desktop.work import Work

_QUEUED = 4
"""Rows of the queue on the first page; the others are in the queue."""
_SOON = 60
"""Office minutes."""
_LARGE = 130
"""Percent of text size from which a row has no room for all that it could tell."""


class QueueCard(Card):
    """What waits for this officer, the overdue first; `queue` has a page of its own."""

    go = Signal(str, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        word = self.tr("Menunggu tanda tangan Anda") if work.me.signs else self.tr("Menunggu keputusan Anda")
        self._head = self.head(word, "inbox", Meaning.MOVING)

    def show_queue(self, queue: tuple[Waiting, ...]) -> None:
        """The first few, and how many there are."""
        self.clear(keep=2)
        late = sum(each.late for each in queue)
        note = self.tr("%1 lewat waktu").replace("%1", str(late)) if late else ""
        self._head.say(len(queue) or None, note)
        for place, each in enumerate(sorted(queue, key=lambda each: not each.late)[:_QUEUED]):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(self._row(each))
        if not queue:
            self.row(wrapped(self.tr("Tidak ada yang menunggu Anda.")), height=60)
        elif len(queue) > _QUEUED:
            self._add_more(len(queue) - _QUEUED)
        self.body.addStretch(1)

    def _row(self, each: Waiting) -> QWidget:
        meaning = Meaning.ATTENTION if each.late else Meaning.MOVING
        text = " · ".join(filter(None, (each.step, each.place)))
        row = ActionRow("warning" if each.late else "clock", meaning, each.title, each.subject, text)
        if each.left:
            row.add(ToneWords(each.left, Meaning.ATTENTION if each.late else Meaning.QUIET, Type.SECOND))
        button = ActButton(self.tr("Buka"))
        button.setAccessibleName(f"{button.text()}: {each.title} {each.subject}")
        button.clicked.connect(partial(self.go.emit, "request", each.id))
        row.add(button)
        return row

    def _add_more(self, count: int) -> None:
        more = ActButton(self.tr("%1 lagi di antrean").replace("%1", str(count)), Kind.WORD, after="chevron-right")
        more.clicked.connect(lambda: self.go.emit("queue", None))
        self.row(more, 1, height=44)


class SummaryCard(Card):
    """For whoever has five minutes: how much is late, how much is due soon, how much lies on other desks."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = [Words("", Type.HEAD) for _ in range(3)]
        words = (self.tr("Lewat waktu"), self.tr("Harus selesai dalam satu jam"), self.tr("Di meja petugas lain"))
        for word, number in zip(words, self._numbers, strict=True):
            self.row(wrapped(word), number, height=44)

    def show_queue(self, queue: tuple[Waiting, ...], elsewhere: int) -> None:
        """Count again."""
        soon = sum(each.minutes is not None and 0 <= each.minutes <= _SOON for each in queue)
        counts = (sum(each.late for each in queue), soon, elsewhere)
        for number, count in zip(self._numbers, counts, strict=True):
            number.setText(str(count))


class ArrivalsCard(Card):
    """What others did since this officer went away; hidden for whoever comes for the first time."""

    go = Signal(str, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._head = self.head(self.tr("Sejak Anda pergi"), "refresh", Meaning.MOVING)
        self.hide()

    def show_arrivals(self, arrivals: Arrivals) -> None:
        """The newest first."""
        self.setVisible(bool(arrivals.since))
        self.clear(keep=2)
        if not arrivals.since:
            return
        at = when(arrivals.since, self._work.now, self._work.me.utc_offset)
        self._head.say(len(arrivals.lines) or None, self.tr("terakhir di sini %1").replace("%1", at))
        for line in arrivals.lines:
            self._add(line)
        if not arrivals.lines:
            heard = self._work.exchange.heard_at
            text = (
                self.tr("Belum ada yang baru. Kabar dari hub sampai %1.").replace(
                    "%1", when(heard, self._work.now, self._work.me.utc_offset)
                )
                if heard
                else self.tr("Belum diketahui: komputer ini belum tersambung ke hub.")
            )
            self.row(wrapped(text), height=52)

    def _add(self, line: Line) -> None:
        mark = mark_of(line.stage)
        at = moment_words(when(line.changed_at, self._work.now, self._work.me.utc_offset))
        button = ActButton(self.tr("Buka"), Kind.WORD, after="chevron-right")
        button.setAccessibleName(f"{button.text()}: {line.title} {line.subject}")
        button.clicked.connect(partial(self.go.emit, "request", line.id))
        state = OneLine(" · ".join(filter(None, (line.number, line.note or mark.word))), Type.SECOND, "second")
        self.row(Sign(mark.icon, 20, mark.meaning), OneLine(line.title), OneLine(line.subject), state, at, button)


class LettersCard(Card):
    """Finished letters that nobody took home yet; each is printed from here."""

    go = Signal(str, object)
    printed = Signal(str)
    """The request whose letter is to be printed."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._head = self.head(self.tr("Surat selesai, siap dicetak"), "inbox", Meaning.DONE)
        self.print_all = ActButton(self.tr("Cetak semua"), Kind.OUTLINE, "printer", "Ctrl+P")
        self.print_all.clicked.connect(partial(self.go.emit, "printable", None))
        self._head.add(self.print_all)
        self.print_all.hide()

    def show_count(self, count: int) -> None:
        """How many there are; the newest few are shown."""
        self._head.say(count or None)
        self.print_all.setVisible(bool(count))

    def show_letters(self, letters: tuple[ToPrint, ...]) -> None:
        """The newest first."""
        self.clear(keep=2)
        for each in letters:
            self._add(each)
        if not letters:
            self.row(wrapped(self.tr("Belum ada surat yang selesai."), "second"), height=52)

    def _add(self, each: ToPrint) -> None:
        number, said = OneLine(each.number, Type.SECOND), OneLine(self._said(each), Type.SECOND, "second")
        act = ActButton(self.tr("Cetak lagi") if each.copies else self.tr("Cetak"), Kind.WORD, "printer")
        act.setAccessibleName(f"{act.text()}: {each.title} {each.subject} {each.number}".rstrip())
        act.setEnabled(each.here)
        act.clicked.connect(partial(self.printed.emit, each.request))
        into = ActButton(self.tr("Buka"), Kind.WORD, "chevron-right")
        into.icon_only = True
        into.setToolTip(into.text())
        into.setAccessibleName(f"{into.text()}: {each.title} {each.subject}")
        into.clicked.connect(partial(self.go.emit, "request", each.request))
        if each.number and look().scale >= _LARGE:
            said.hide()
        what = (OneLine(each.title), OneLine(each.subject), number, said)
        self.row(Sign("document", 20, Meaning.DONE), *what, act, into)

    def _said(self, each: ToPrint) -> str:
        if not each.here:
            return self.tr("Berkasnya belum tiba. Sinkronkan dahulu.")
        if each.copies:
            return self.tr("Sudah dicetak %1 kali").replace("%1", str(each.copies))
        at = when(each.changed_at, self._work.now, self._work.me.utc_offset)
        return self.tr("Ditandatangani %1").replace("%1", at)


def moment_words(said: str) -> Words:
    """When, in a column of its own: times end under each other and what stands before them begins under each other."""
    words = Words(said, Type.SECOND, "second")
    words.setMinimumWidth(px(76))
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return words

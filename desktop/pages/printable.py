"""The letters that came back, printed together: one list with ticks, one press, an outcome for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.errors import WorldError
from desktop.office import printing
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.printable import ToPrint, see_printable
from desktop.office.printing import Choice, MaybePrinted, Press
from desktop.pages.page import Heading, Page, column
from desktop.printing.press import QtPress
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.batch import BatchRow
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.deciding import Decide
from desktop.widgets.printing import CameOutDialog, PrintDialog
from desktop.widgets.text import Words, rule
from desktop.wording import when
from desktop.work import Work


class PrintablePage(Page):
    """Reached from the first page. What is printed already is unticked: a copy is asked for, never slipped in."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.press: Press = QtPress()
        self._listed: tuple[ToPrint, ...] = ()
        self.rows: list[BatchRow] = []
        self._left: list[int] = []
        self._count, self._failed_ones = 0, 0
        self._chosen: dict[str, Choice] = {}
        self._running = False
        self._build()
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_ticked, context=inside)
        QShortcut(QKeySequence("Esc"), self, self._leave_or_stop, context=inside)
        work.changed.connect(self.hear)

    def _build(self) -> None:
        stack = column(self, top=16)
        back = ActButton(self.tr("Beranda"), Kind.WORD, "arrow-left", "Esc")
        back.clicked.connect(self._leave_or_stop)
        self._back = back
        stack.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = Heading(self.tr("Cetak surat yang sudah selesai"), " ")
        stack.addWidget(self._heading)
        self._bar = InlineBar(Meaning.QUIET, "printer")
        stack.addWidget(self._bar)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Kemajuan pencetakan"))
        self._progress.hide()
        stack.addWidget(self._progress)
        self._card = Card()
        stack.addWidget(self._card)
        stack.addWidget(self._foot())
        stack.addStretch(1)

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        self._go = ActButton(self.tr("Cetak"), Kind.FILLED, "printer", "Ctrl+P")
        self._go.clicked.connect(self.print_ticked)
        self._stop = ActButton(self.tr("Berhenti setelah surat ini"), Kind.OUTLINE, "x", "Esc")
        self._stop.clicked.connect(self.stop)
        self._stop.hide()
        for part in (self._go, self._stop):
            line.addWidget(part)
        line.addStretch(1)
        return foot

    def refresh(self) -> None:
        """Read the list anew, but never under a running batch."""
        if not self._running:
            self._work.look("printable", see_printable, self._show)

    def hear(self, _changed: object) -> None:
        """A print that was recorded here changes nothing before the person has read the outcomes."""

    def focus_first(self) -> None:
        """The act."""
        self._go.setFocus()

    def _show(self, listed: tuple[ToPrint, ...]) -> None:
        self._listed = listed
        self._card.clear()
        self.rows = [self._row(each) for each in listed]
        for place, row in enumerate(self.rows):
            if place:
                self._card.body.addWidget(rule())
            self._card.body.addWidget(row)
        if not listed:
            self._card.row(Words(self.tr("Belum ada surat yang siap dicetak."), Type.BODY, "second"), 1)
        text = self.tr("%1 surat. Yang sudah pernah dicetak tidak dicentang; cetakan berikutnya bertanda SALINAN.")
        self._heading.say(self._heading.title.text(), text.replace("%1", str(len(listed))))
        self._bar.say("")
        self._tell_count()

    def _row(self, each: ToPrint) -> BatchRow:
        at = when(each.changed_at, self._work.now, self._work.me.utc_offset)
        if not each.here:
            note = self.tr("Berkasnya belum tiba. Sinkronkan dahulu.")
        elif each.copies:
            note = self.tr("%1 · sudah dicetak %2 kali").replace("%1", at).replace("%2", str(each.copies))
        else:
            note = self.tr("%1 · kertas %2").replace("%1", at).replace("%2", each.paper)
        note = " · ".join(filter(None, (each.number, note)))
        row = BatchRow(each.title, each.subject, note, ticked=not each.copies, possible=each.here)
        row.tick.toggled.connect(self._tell_count)
        return row

    def _tell_count(self, _checked: object = False) -> None:  # noqa: FBT002 - Qt's toggled
        count = sum(row.ticked for row in self.rows)
        self._go.say(self.tr("Cetak %1 surat").replace("%1", str(count)) if count else self.tr("Cetak"))
        self._go.setEnabled(bool(count) and not self._running)

    def print_ticked(self, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Where to first, then one after the other."""
        wanted = [place for place, row in enumerate(self.rows) if row.ticked]
        if not wanted or self._running:
            return
        self._left, self._count, self._failed_ones = wanted, len(wanted), 0
        press = self.press
        self._work.do_quietly(lambda _desk: tuple(press.printers()), self._choose, self._say_trouble)

    def _choose(self, printers: tuple[str, ...]) -> None:
        if not printers:
            self._bar.say(
                self.tr("Tidak ada printer di komputer ini"),
                self.tr("Pasang printer, lalu cetak lagi. Surat dapat disimpan sebagai PDF dari permohonannya."),
                Meaning.ATTENTION,
            )
            return
        by_paper: dict[str, Choice] = {}
        self._chosen = {}
        for place in self._left:
            each = self._listed[place]
            known = each.choice if each.choice is not None and each.choice.printer in printers else None
            choice = known or by_paper.get(each.paper) or self._ask(each, printers)
            if choice is None:
                return
            by_paper.setdefault(each.paper, choice)
            self._chosen[each.request] = choice
        press = self.press
        wanted = [(self._listed[place], self._chosen[self._listed[place].request]) for place in self._left]
        self._work.do_quietly(lambda desk: _cuts(desk, wanted, press), self._warn, self._say_trouble)

    def _warn(self, cuts: tuple[str, ...]) -> None:
        """Said once before the first sheet, in words; the person decides."""
        if cuts:
            title, act = self.tr("Ada bagian surat yang akan terpotong"), self.tr("Tetap cetak")
            dialog = Decide(self, title, "\n".join(cuts), act)
            dialog.finish()
            if not dialog.exec():
                return
        self._begin()

    def _ask(self, each: ToPrint, printers: tuple[str, ...]) -> Choice | None:
        """Once for each paper that has no remembered printer."""
        dialog = PrintDialog(self, each.title, printers, (printers[0], each.paper))
        if not dialog.exec():
            return None
        return Choice(printer=dialog.printer, paper="A4" if dialog.paper == "A4" else "F4")

    def _begin(self) -> None:
        self._running = True
        self._progress.setRange(0, self._count)
        self._progress.setValue(0)
        self._progress.show()
        self._stop.show()
        self._stop.setEnabled(True)
        for row in self.rows:
            row.tick.setEnabled(False)
        self._tell_count()
        self._stop.setFocus()
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._end()
            return
        place = self._left.pop(0)
        each, row, press = self._listed[place], self.rows[place], self.press
        number = self._count - len(self._left)
        text = self.tr("Mencetak %1 dari %2…").replace("%1", str(number)).replace("%2", str(self._count))
        self._bar.say(text, f"{each.title} · {each.subject}", Meaning.MOVING)
        row.say(self.tr("Sedang dicetak"), Meaning.MOVING)
        choice = self._chosen[each.request]
        self._work.do(
            lambda desk: printing.print_letter(desk, each.request, press, choice),
            partial(self._printed, row),
            partial(self._not_printed, each, row),
        )

    def _printed(self, row: BatchRow, changed: Changed) -> None:
        row.say(changed.sentence.splitlines()[0], Meaning.DONE)
        self._step()

    def _not_printed(self, each: ToPrint, row: BatchRow, error: WorldError) -> None:
        """The others go on; a printer that stopped in the middle is asked about."""
        if isinstance(error, MaybePrinted) and CameOutDialog(self, error.sentence).exec():
            noted = partial(printing.note_printed, request=each.request)
            self._work.do(noted, partial(self._printed, row), partial(self._not_printed, each, row))
            return
        row.say(error.sentence, Meaning.REFUSED)
        self._failed_ones += 1
        self._step()

    def _step(self) -> None:
        self._progress.setValue(self._count - len(self._left))
        self._next()

    def stop(self, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """The one at the printer comes out; the rest stays for later."""
        for place in self._left:
            self.rows[place].say(self.tr("Dihentikan, belum dicetak"), Meaning.QUIET)
        self._count -= len(self._left)
        self._left = []
        self._stop.setEnabled(False)

    def _end(self) -> None:
        self._running = False
        self._progress.hide()
        self._stop.hide()
        done = self._count - self._failed_ones
        title = self.tr("%1 surat dicetak dan dicatat").replace("%1", str(done))
        failed = self.tr("%1 belum tercetak; lihat keterangannya di daftar.").replace("%1", str(self._failed_ones))
        self._bar.say(
            title, failed if self._failed_ones else "", Meaning.ATTENTION if self._failed_ones else Meaning.DONE
        )
        self._back.setFocus()

    def _say_trouble(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _leave_or_stop(self) -> None:
        if self._running:
            self.stop()
        else:
            self.go.emit("home", None)


def _cuts(desk: Desk, wanted: Sequence[tuple[ToPrint, Choice]], press: Press) -> tuple[str, ...]:
    """On the work lane: what would be cut, asked of one letter of each type on each printer."""
    types = {(each.what, choice): each for each, choice in reversed(wanted)}
    found: list[str] = []
    for (_, choice), each in types.items():
        try:
            job = printing.job_of_letter(desk, each.request)
        except WorldError:
            continue  # told beside its row when its turn comes
        found += [f"{each.title}: {said}" for said in press.warnings(job, choice)]
    return tuple(found)

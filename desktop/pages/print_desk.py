"""One key prints: to the printer and paper last used for this type of letter, or asks once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.errors import WorldError
from desktop.office import printing
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.printing import Choice, Job, MaybePrinted, Press, Ready
from desktop.printing.press import QtPress
from desktop.theme import Meaning
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.printing import CameOutDialog, PrintDialog
from desktop.work import Work
from domain.letters import Paper


@dataclass(frozen=True, slots=True)
class Printed:
    """A kind of print: how its pages are made, and how they are printed and recorded."""

    make: Callable[[Desk, str], Job]
    put: Callable[[Desk, str, Press, Choice], Changed]
    counts: bool


LETTER = Printed(printing.job_of_letter, printing.print_letter, counts=True)
RECEIPT = Printed(printing.job_of_receipt, printing.print_receipt, counts=False)


class PrintDesk(QObject):
    """Prints for one page and says on its bar what came of it."""

    done = Signal(object)
    """A `Changed` after something came out."""

    def __init__(self, work: Work, page: QWidget, bar: InlineBar, press: Press | None = None) -> None:
        super().__init__(page)
        self._work, self._page, self._bar = work, page, bar
        self.press: Press = press or QtPress()
        self._saving: tuple[str, Job] | None = None
        self._save = ActButton(QCoreApplication.translate("Printing", "Simpan PDF…"), Kind.OUTLINE, "document")
        self._save.clicked.connect(self._save_waiting)
        self._save.hide()
        bar.add(self._save)

    def print(self, request: str, what: Printed = LETTER, *, ask: bool = False) -> None:
        """Print it; `ask` for another printer or paper even where one is remembered."""
        press = self.press
        self._work.do_quietly(
            lambda desk: printing.ready(desk, what.make(desk, request), press),
            partial(self._ready, request, what, ask=ask),
            self._failed,
        )

    def save(self, request: str, what: Printed = LETTER) -> None:
        """Write it as a PDF where the person wants it."""
        self._work.do_quietly(
            lambda desk: what.make(desk, request), lambda job: self._save_as(request, job), self._failed
        )

    def _ready(self, request: str, what: Printed, found: Ready, *, ask: bool) -> None:
        self._save.hide()
        if not found.printers:
            self._say_no_printer(request, found.job)
            return
        choice = found.choice
        if ask or choice is None or found.warnings:
            choice = self._ask(found)
        if choice is not None:
            self._put(request, what, choice)

    def _say_no_printer(self, request: str, job: Job) -> None:
        translate = QCoreApplication.translate
        self._saving = (request, job)
        self._bar.say(
            translate("Printing", "Tidak ada printer di komputer ini"),
            translate("Printing", "Pasang printer, lalu cetak lagi, atau simpan sebagai PDF. Tidak ada yang hilang."),
            Meaning.ATTENTION,
        )
        self._save.show()

    def _ask(self, found: Ready) -> Choice | None:
        chosen = found.choice or Choice(printer=found.printers[0], paper=found.job.paper)
        dialog = PrintDialog(self._page, found.job.title, found.printers, (chosen.printer, chosen.paper))
        if found.lost:
            text = QCoreApplication.translate("Printing", "Printer “%1” yang biasa dipakai tidak ada sekarang.")
            dialog.say(text.replace("%1", found.lost))
        dialog.changed.connect(partial(self._warn, dialog, found.job))
        dialog.warn(found.warnings)
        if not found.warnings:
            self._warn(dialog, found.job, dialog.printer, dialog.paper)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return Choice(printer=dialog.printer, paper=_paper(dialog.paper)) if accepted else None

    def _warn(self, dialog: PrintDialog, job: Job, printer: str, paper: str) -> None:
        press, choice = self.press, Choice(printer=printer, paper=_paper(paper))
        self._work.look("print warnings", lambda _desk: tuple(press.warnings(job, choice)), dialog.warn)

    def _put(self, request: str, what: Printed, choice: Choice) -> None:
        press = self.press
        text = QCoreApplication.translate("Printing", "Mencetak ke %1, kertas %2…")
        self._bar.say(text.replace("%1", choice.printer).replace("%2", choice.paper), "", Meaning.MOVING)
        self._work.do(
            lambda desk: what.put(desk, request, press, choice),
            self._said,
            partial(self._not_printed, request, what),
        )

    def _said(self, changed: Changed) -> None:
        self._bar.say(changed.sentence.splitlines()[0], "", Meaning.DONE)
        self.done.emit(changed)

    def _not_printed(self, request: str, what: Printed, error: WorldError) -> None:
        if not isinstance(error, MaybePrinted) or not what.counts:
            self._failed(error)
            return
        self._bar.say(error.sentence, "", Meaning.ATTENTION)
        if CameOutDialog(self._page, error.sentence).exec() == QDialog.DialogCode.Accepted:
            self._work.do(lambda desk: printing.note_printed(desk, request), self._said, self._failed)

    def _failed(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _save_waiting(self) -> None:
        if self._saving is not None:
            self._save_as(*self._saving)

    def _save_as(self, request: str, job: Job) -> None:
        name = f"{job.what.replace(':', '-')}-{request[:8]}.pdf"
        title = QCoreApplication.translate("Printing", "Simpan sebagai PDF")
        path, _ = QFileDialog.getSaveFileName(self._page, title, name, "PDF (*.pdf)")
        if path:
            self._save.hide()
            self._work.do(
                lambda desk: printing.save_pdf(desk, request, job, Path(path)), self._said_saved, self._failed
            )

    def _said_saved(self, changed: Changed) -> None:
        self._bar.say(changed.sentence.splitlines()[0], "", Meaning.DONE)


def _paper(text: str) -> Paper:
    return "A4" if text == "A4" else "F4"

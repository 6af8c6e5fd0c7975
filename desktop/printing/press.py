"""Qt's printers as a `Press`. Pages are drawn one by one at the printer's resolution, at most 300 dots per inch.

A sheet of F4 at 300 dots is 30 MB, and one is in memory at a time (docs/adr/0070). Painting on a `QPrinter` outside
the main thread is among the few things that Qt allows there; so nothing ever blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.errors import NotAllowed, NotFound
from desktop.office.printing import Choice, Job, MaybePrinted
from desktop.pdf import Pages, opened
from desktop.phrases import phrase
from desktop.printing.sheets import POINTS_PER_MM, cut_off, page_size
from domain.letters import Paper

MOST_DOTS: Final = 300
"""Dots per inch: finer than a laser printer's own, and the limit of what a page takes in memory."""
_MARK_DOWN, _MARK_IN = 9 * POINTS_PER_MM, 12 * POINTS_PER_MM
"""Where the mark of a copy stands: so far below the upper edge, so far from the right one, in points."""
_MARK_POINTS: Final = 10
_TROUBLED: Final = frozenset({QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted})


class QtPress:
    """The printers that Qt knows. `make` gives a printer by its name; tests give one that writes PDF."""

    def __init__(
        self, make: Callable[[str], QPrinter] | None = None, names: Callable[[], Sequence[str]] | None = None
    ) -> None:
        self._make = make or _printer
        self._names = names or _names

    def printers(self) -> Sequence[str]:
        """Their names, the system's default first."""
        return self._names()

    def warnings(self, job: Job, choice: Choice) -> Sequence[str]:
        """What would be cut on this printer and this paper."""
        margins = lay(self._make(choice.printer), choice.paper)
        with opened(job.pdf) as pages:
            boxes = [box for box in map(pages.inked, range(len(pages))) if box is not None]
        found = cut_off(boxes, choice.paper, margins)
        if job.paper != choice.paper:
            text = QCoreApplication.translate("Printing", "Surat ini untuk kertas %1; ukurannya tidak diubah.")
            return (text.replace("%1", job.paper), *found)
        return found

    def put(self, job: Job, choice: Choice) -> None:
        """Print all pages, on the exact paper, not scaled.

        Raises:
            NotFound: no such printer any more; nothing was printed.
            NotAllowed: it took nothing.
            MaybePrinted: it stopped in the middle.
        """
        printer = self._make(choice.printer)
        if not printer.isValid():
            raise NotFound(
                "printer_tidak_ada",
                phrase("Printer “{printer}” tidak ada lagi. Pilih printer lain.", printer=choice.printer),
            )
        printer.setDocName(job.title)
        lay(printer, choice.paper)
        printer.setResolution(min(printer.resolution(), MOST_DOTS))
        with opened(job.pdf) as pages:
            _paint(printer, pages, job)
        if printer.printerState() in _TROUBLED:
            raise _stopped(choice.printer)


def lay(printer: QPrinter, paper: Paper) -> QMarginsF:
    """Put this paper in, whole sheet, no margins of our own; the margins that the printer cannot print, in points."""
    size = page_size(paper)
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageSize(size)
    least = printer.pageLayout()
    least.setUnits(QPageLayout.Unit.Point)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    return least.minimumMargins()


def _paint(printer: QPrinter, pages: Pages, job: Job) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise NotAllowed(
            "printer_menolak",
            phrase(
                "Printer tidak menerima surat ini. Tidak ada yang tercetak dan tidak ada yang dicatat. Periksa "
                "printer dan kertasnya, lalu cetak lagi."
            ),
        )
    try:
        for number in range(len(pages)):
            if number and not printer.newPage():
                raise _stopped(printer.printerName())
            _paint_page(painter, printer, pages, number)
            _paint_mark(painter, printer, pages.size(number)[0], job.mark)
    finally:
        painter.end()


def _paint_page(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    with pages.picture(number, printer.resolution() / 72) as picture:
        painter.drawImage(0, 0, picture)


def _paint_mark(painter: QPainter, printer: QPrinter, width: float, mark: str) -> None:
    if not mark:
        return
    dots = printer.resolution() / 72
    written = QFont(["Liberation Sans", "Arial"])
    written.setPointSizeF(_MARK_POINTS)
    written.setBold(True)
    painter.setFont(written)
    advance = QFontMetricsF(written, printer).horizontalAdvance(mark)
    painter.drawText(QPointF((width - _MARK_IN) * dots - advance, _MARK_DOWN * dots), mark)


def _stopped(name: str) -> MaybePrinted:
    return MaybePrinted("printer_berhenti", phrase("Printer “{name}” berhenti di tengah jalan.", name=name))


def _names() -> Sequence[str]:
    first = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: name != first))


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer

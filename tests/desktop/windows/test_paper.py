"""Paper: the exact size, nothing scaled, what would be cut said before, and the mark of a copy at the edge."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.errors import NotAllowed, NotFound
from desktop.office.printing import Choice, Job, MaybePrinted
from desktop.pdf import Box, opened
from desktop.printing import press as presses
from desktop.printing.press import QtPress, lay
from desktop.printing.sheets import cut_off, page_size
from domain.letters import Paper
from letters.render import page_size as points_of
from tests.desktop.windows.printers import PdfPrinters

F4, A4 = (609.449, 935.433), (595.276, 841.89)


def marked(*pages: tuple[float, float]) -> bytes:
    """Pages with a black square of 72 points whose upper left corner is at 72, 144."""
    document = pypdfium2.PdfDocument.new()
    for width, height in pages:
        page = document.new_page(width, height)
        square = pypdfium2.PdfImage.new(document)
        bitmap = pypdfium2.PdfBitmap.new_native(8, 8, pypdfium2.raw.FPDFBitmap_BGR)
        square.set_bitmap(bitmap)
        square.set_matrix(pypdfium2.PdfMatrix().scale(72, 72).translate(72, height - 216))
        page.insert_obj(square)
        page.gen_content()
    written = io.BytesIO()
    document.save(written)
    document.close()
    return written.getvalue()


@pytest.fixture
def printers(qapp: QApplication, tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path, dots=1200)


@pytest.mark.parametrize(("paper", "size"), [("F4", F4), ("A4", A4)])
def test_a_page_comes_out_as_large_as_it_is(printers: PdfPrinters, paper: Paper, size: tuple[float, float]) -> None:
    job = Job("x:surat", "Surat contoh", marked(points_of(paper), points_of(paper)), paper)
    QtPress(printers.make, printers.names).put(job, Choice(printer="Printer Contoh", paper=paper))
    with pypdfium2.PdfDocument(printers.made[-1]) as document:
        (drawn,) = document[0].get_objects()
        assert drawn.get_px_size()[0] * 72 / size[0] == pytest.approx(presses.MOST_DOTS, abs=1)
    with opened(printers.made[-1].read_bytes()) as pages:
        assert len(pages) == 2
        assert pages.size(1) == pytest.approx(size, abs=1), "Qt writes whole points"
        rough, picture = pages.inked(1), pages.draw(1, 4)
    assert rough is not None
    assert (rough.left, rough.top, rough.right, rough.bottom) == pytest.approx((72, 144, 144, 216), abs=2.9)
    across = [x / 4 for x in range(picture.width()) if picture.pixelColor(x, 180 * 4).lightness() < 128]
    down = [y / 4 for y in range(picture.height()) if picture.pixelColor(108 * 4, y).lightness() < 128]
    assert (across[0], across[-1], down[0], down[-1]) == pytest.approx((72, 144, 144, 216), abs=0.6), "nothing scaled"


def test_f4_is_215_by_330_millimetres_and_not_the_folio_beside_it(printers: PdfPrinters) -> None:
    printer = printers.make("x")
    lay(printer, "F4")
    full = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    assert (full.width(), full.height()) == (215, 330)
    assert page_size("A4").size(QPageSize.Unit.Millimeter) == QSizeF(210, 297)


def test_the_mark_of_a_copy_stands_at_the_upper_edge_and_nowhere_else(printers: PdfPrinters) -> None:
    job = Job("x:surat", "Surat contoh", marked(F4), "F4", "SALINAN ke-2")
    QtPress(printers.make).put(job, Choice(printer="x", paper="F4"))
    with pypdfium2.PdfDocument(printers.made[-1]) as document:
        box = next(each for each in document[0].get_objects() if each.type != pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)
        left, bottom, right, top = box.get_bounds()
    assert 935 - top < 30
    assert right > left > 500
    assert bottom > 900


def test_what_the_printer_cannot_reach_is_said_in_words_before() -> None:
    margins = QMarginsF(18, 18, 18, 36)
    assert cut_off([Box(72, 40, 540, 800)], "F4", margins) == ()
    assert cut_off([], "F4", margins) == ()
    said = cut_off([Box(10, 40, 540, 800), Box(60, 10, 605, 930)], "F4", margins)
    assert [line.split(" surat")[0] for line in said] == ["Tepi kiri", "Tepi atas", "Tepi kanan", "Tepi bawah"]
    assert "11 mm" in said[3]


def test_a_letter_on_another_paper_is_not_scaled_and_that_is_said(printers: PdfPrinters) -> None:
    low = marked(F4)
    job = Job("x:surat", "Surat contoh", low, "F4")
    press = QtPress(printers.make)
    assert press.warnings(job, Choice(printer="x", paper="F4")) == ()
    (said,) = press.warnings(job, Choice(printer="x", paper="A4"))
    assert "F4" in said


class Stubborn(QPrinter):
    """A printer that takes a first page and then reports trouble."""

    def __init__(self, path: Path, trouble: str) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.trouble = trouble

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self.trouble != "gone"

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
        return QPrinter.PrinterState.Error if self.trouble == "late" else QPrinter.PrinterState.Idle


def test_a_printer_in_trouble_is_told_apart(printers: PdfPrinters, tmp_path: Path) -> None:
    choice = Choice(printer="Printer Contoh", paper="F4")
    two, one = (Job("x", "x", marked(*([F4] * count)), "F4") for count in (2, 1))
    for job, trouble, error in ((two, "middle", MaybePrinted), (one, "late", MaybePrinted), (one, "gone", NotFound)):
        with pytest.raises(error):
            QtPress(lambda _name, kind=trouble: Stubborn(tmp_path / "x.pdf", kind)).put(job, choice)  # type: ignore[misc]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_leaves_nothing_to_record(printers: PdfPrinters, tmp_path: Path) -> None:
    one = Job("x", "x", marked(F4), "F4")
    with pytest.raises(NotAllowed):
        QtPress(lambda _name: Stubborn(tmp_path / "tidak" / "ada.pdf", "")).put(one, Choice(printer="x", paper="F4"))


def test_a_computer_without_a_printer_has_none(qapp: QApplication) -> None:
    assert list(QtPress().printers()) == []
    assert presses._printer("tidak ada").printerName() in {"", "tidak ada"}

"""The pen instead of a certificate, in the camat's window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.cli.demo.citizens import marriage
from desktop.errors import NotAllowed
from desktop.office import printing, showing
from desktop.office.showing import LetterKind, see_letter
from desktop.pages.letter import LetterPage
from desktop.pages.request import RequestPage
from desktop.printing.press import QtPress
from desktop.widgets.printing import PrintDialog
from desktop.widgets.wet_ink import SignedPageDialog
from tests.desktop import fakes
from tests.desktop.house import pdf_scan
from tests.desktop.windows.driver import Person
from tests.desktop.windows.printers import PdfPrinters, accept_every
from tooling.sample_desk import KECAMATAN, PASSWORD, VILLAGE, begin_desk, carry, file_request, outside_at
from tooling.screenshots.camat_story import CamatStory
from tooling.screenshots.letters import for_the_pen, waiting_at
from tooling.screenshots.story import NOW, Ticking, sample_couple

CLERK = "sepatin-petugas"


@pytest.fixture
def camat(tmp_path: Path, open_window: Callable[..., Person]) -> Person:
    """A camat at whose desk one letter waits to be signed."""
    clock = Ticking(NOW)
    source = begin_desk(tmp_path / "desa", VILLAGE, (CLERK,), outside_at(clock.now))
    desk = begin_desk(tmp_path / "camat", KECAMATAN, ("anggana-camat",), outside_at(clock.now))
    request = file_request(source, "dispensasi-nikah", marriage(sample_couple(60), NOW.date()))
    carry(source, desk, request)
    CamatStory(desk, source, tmp_path, clock).wait_for_signature(request)
    source.close()
    desk.close()
    person = open_window(tmp_path / "camat", clock=fakes.Clock(clock.at))
    person.enter("anggana-camat", PASSWORD)
    return person


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's dialog answers with this file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def fill_in(dialog: SignedPageDialog) -> QDialog.DialogCode:
    """The page is chosen; days to come and days that are none are asked about."""
    assert dialog.problem()
    dialog.file.choose()
    dialog._day.set_value("2026-12-31")
    assert dialog.problem()
    dialog._day.set_value("bukan tanggal")
    assert dialog.day is None
    dialog._day.set_value("2026-11-18")
    assert not dialog.problem()
    return QDialog.DialogCode.Accepted


def test_the_camat_signs_with_a_pen(
    camat: Person, printers: PdfPrinters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = waiting_at(camat.work.desk)
    page = camat.open("request", request)
    assert isinstance(page, RequestPage)
    assert page._letter.letter is not None
    assert page._letter.letter.kind is LetterKind.PREPARED
    assert not page._prints(), "what waits for a certificate is not printed before it is signed"
    with pytest.raises(NotAllowed):
        printing.job_of_letter(camat.work.desk, request)
    assert camat.sees("Tanda tangani di kertas")
    for_the_pen(camat.work.desk, request)
    page.refresh()
    camat.settle()
    page.printing.press = QtPress(printers.make, printers.names)
    accept_every(monkeypatch, PrintDialog)
    camat.press("Cetak untuk ditandatangani")
    assert len(printers.came_out) == 1
    assert camat.sees("Kembali ke tanda tangan elektronik")
    scan = tmp_path / "pindaian.pdf"
    scan.write_bytes(pdf_scan())
    choose_file(monkeypatch, scan)
    monkeypatch.setattr(SignedPageDialog, "exec", fill_in)
    camat.press("Catat tanda tangan basah…")
    seen = see_letter(camat.work.desk, request)
    assert (seen.kind, seen.accepted, seen.pdf) == (LetterKind.SCANNED, False, scan.read_bytes())
    assert showing.mark_of_copy(seen) == "SALINAN", "the record counts the prints of the office that filed"
    assert page._signatures.isVisible()
    assert camat.sees("Dikirim lewat kurir")
    whole = camat.open("letter", request)
    assert isinstance(whole, LetterPage)
    assert whole._signatures.isVisible()
    assert "SALINAN" in whole._copies.text()

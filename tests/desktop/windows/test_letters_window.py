"""Letters in the window: what is shown, what one key prints, what is recorded, and what is said when it fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.errors import NotAllowed
from desktop.office import printing, showing
from desktop.office.desk import Desk
from desktop.office.entering import enter
from desktop.office.printing import Choice, Job, MaybePrinted
from desktop.office.recording import known
from desktop.office.showing import LetterKind, see_letter
from desktop.pages.filed import FiledPage
from desktop.pages.home import HomePage
from desktop.pages.letter import LetterPage
from desktop.pages.printable import PrintablePage
from desktop.pages.request import RequestPage
from desktop.printing.press import QtPress
from desktop.store.access_log import chain_is_whole
from desktop.store.browsing import Stage
from desktop.widgets.deciding import Decide
from desktop.widgets.printing import CameOutDialog, PrintDialog
from desktop.widgets.text import OneLine
from tests.desktop import fakes
from tests.desktop.windows.driver import Person, visible
from tests.desktop.windows.printers import PdfPrinters, accept_every
from tooling.sample_desk import (
    PASSWORD,
    outside_at,
    vault_at,
)
from tooling.sample_letters import finished_letters
from tooling.screenshots.story import NOW, Ticking

CLERK = "sepatin-petugas"


@pytest.fixture(scope="session")
def finished(morning: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """The village's desk with two letters that were issued here."""
    folder = tmp_path_factory.mktemp("surat") / "desa"
    shutil.copytree(morning / "desa", folder)
    clock = Ticking(NOW)
    desk = enter(vault_at(folder), outside_at(clock.now), CLERK, PASSWORD)
    made = finished_letters(desk, NOW, most=2)
    desk.close()
    return folder, made


@pytest.fixture
def clerk(finished: tuple[Path, tuple[str, ...]], open_window: Callable[..., Person], tmp_path: Path) -> Person:
    shutil.copytree(finished[0], tmp_path / "desa")
    person = open_window(tmp_path / "desa", clock=fakes.Clock(NOW))
    person.enter(CLERK, PASSWORD)
    return person


def copies(desk: Desk, request: str) -> int:
    with desk.database.reading() as connection:
        return known(connection, request).request.copies


class Broken(QtPress):
    """Takes letters and stops in the middle, or takes none."""

    def __init__(self, error: Exception, times: int = 99) -> None:
        super().__init__(names=lambda: ("Printer Contoh",))
        self.error, self.times = error, times

    def warnings(self, _job: Job, _choice: Choice) -> Sequence[str]:
        return ()

    def put(self, _job: Job, _choice: Choice) -> None:
        if self.times:
            self.times -= 1
            raise self.error


def test_a_signed_letter_is_shown_with_its_four_answers_and_printed_with_one_key(
    clerk: Person, finished: tuple[Path, tuple[str, ...]], printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = finished[1][0]
    page = clerk.open("request", request)
    assert isinstance(page, RequestPage)
    assert page._letter.letter is not None
    assert page._letter.letter.kind is LetterKind.SIGNED
    told = " ".join(each.text() for each in page._signatures.findChildren(type(page._heading.text)))
    words = " ".join(each.text() for each in page._signatures.findChildren(type(page._heading.title)))
    for said in (
        "Abdul Karim Contoh",
        "Ditandatangani 18-11-2026",
        "Utuh: ya",
        "Rantai kepercayaan: ya",
        "Pencabutan:",
    ):
        assert said in words + told
    page.printing.press = QtPress(printers.make, printers.names)
    asked = accept_every(monkeypatch, PrintDialog)
    clerk.activate()
    clerk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (copies(clerk.work.desk, request), len(asked), len(printers.came_out)) == (1, 1, 1)
    clerk.press("Cetak salinan")
    assert (copies(clerk.work.desk, request), len(asked)) == (2, 1), "printer and paper are remembered"
    assert "SALINAN ke-2" in showing.mark_of_copy(see_letter(clerk.work.desk, request))
    with clerk.work.desk.database.reading() as connection:
        assert chain_is_whole(connection)
    kept = printing.remembered(clerk.work.desk, "surat-keterangan-usaha:surat")
    assert kept == Choice(printer="Printer Contoh", paper="F4")
    printers.known = ("Printer Lain",)
    clerk.press("Cetak salinan")
    assert isinstance(asked[-1], PrintDialog)
    assert "Printer Contoh" in asked[-1]._note.text()


def test_the_letter_whole_is_turned_zoomed_and_printed(
    clerk: Person, finished: tuple[Path, tuple[str, ...]], printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = finished[1][0]
    clerk.open("request", request)
    clerk.press("Buka surat")
    page = clerk.page
    assert isinstance(page, LetterPage)
    wide = page._view._sheet.pixmap().width()
    for word, smaller in (("Perkecil", True), ("Perbesar", False), ("Seluruh halaman", True), ("Selebar ruang", False)):
        clerk.press(word)
        assert (page._view._sheet.pixmap().width() < wide) is smaller, word
    page._view.turn(1)
    page._view.turn(-1)
    assert page._view._number == 0
    assert page.thing == request
    page.printing.press = QtPress(printers.make, printers.names)
    accept_every(monkeypatch, PrintDialog, yes=False)
    page._print()
    clerk.settle()
    assert printers.came_out == []
    assert copies(clerk.work.desk, request) == 0
    page._go_back()
    clerk.settle()
    assert clerk.workplace.key == "request"


def test_a_draft_is_shown_with_draf_across_and_printed_without_being_counted(
    clerk: Person, printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = clerk.work.desk
    with desk.database.reading() as connection:
        rows = connection.exec_driver_sql(
            "select id from requests where service='dispensasi-nikah' and state='at_step'"
        )
        request = str(rows.scalar())
    letter = see_letter(desk, request)
    assert letter.kind is LetterKind.DRAFT
    page = clerk.open("letter", request)
    assert isinstance(page, LetterPage)
    page.printing.press = QtPress(printers.make, printers.names)
    accept_every(monkeypatch, PrintDialog)
    clerk.press("Cetak rancangan")
    assert len(printers.came_out) == 1
    assert copies(desk, request) == 0
    assert "DRAF" in page._bar.accessibleName()


def test_without_a_printer_it_is_said_in_words_and_a_pdf_can_be_saved(
    clerk: Person, finished: tuple[Path, tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clerk.open("request", finished[1][0])
    assert isinstance(page, RequestPage)
    page.printing.press = QtPress(names=tuple)
    clerk.press("Cetak surat")
    assert "Tidak ada printer" in page._bar.accessibleName()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "surat.pdf"), ""))
    page.printing._save.click()
    clerk.settle()
    assert (tmp_path / "surat.pdf").read_bytes() == see_letter(clerk.work.desk, finished[1][0]).pdf
    assert copies(clerk.work.desk, finished[1][0]) == 0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tidak" / "ada.pdf"), ""))
    clerk.press("Simpan PDF…")
    assert "tidak dapat ditulis" in page._bar.accessibleName()


def test_a_print_counts_only_when_it_came_out(
    clerk: Person, finished: tuple[Path, tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    request = finished[1][0]
    printing.remember(clerk.work.desk, "surat-keterangan-usaha:surat", Choice(printer="Printer Contoh", paper="F4"))
    page = clerk.open("request", request)
    assert isinstance(page, RequestPage)
    page.printing.press = Broken(NotAllowed("printer_menolak", "Printer tidak menerima surat ini."))
    clerk.press("Cetak surat")
    assert "tidak menerima" in page._bar.accessibleName()
    page.printing.press = Broken(MaybePrinted("printer_berhenti", "Printer berhenti."))
    accept_every(monkeypatch, CameOutDialog, yes=False)
    clerk.press("Cetak surat")
    assert copies(clerk.work.desk, request) == 0
    accept_every(monkeypatch, CameOutDialog)
    clerk.press("Cetak surat")
    assert copies(clerk.work.desk, request) == 1


def test_a_letter_that_came_back_is_printed_from_the_first_page(
    clerk: Person, printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = clerk.page
    assert isinstance(home, HomePage)
    home.printing.press = QtPress(printers.make, printers.names)
    accept_every(monkeypatch, PrintDialog)
    said = [each.text() for each in visible(home._printable, OneLine)]
    assert [each.partition(" ")[0] for each in said if "Ditandatangani" in each] == ["Ditandatangani"] * 2
    clerk.press("Cetak: ")
    assert len(printers.came_out) == 1
    assert [each.text() for each in visible(home._printable, OneLine)].count("Sudah dicetak 1 kali") == 1
    assert clerk.sees("Cetak lagi: ")
    assert home._cells[Stage.DONE].note == "2 siap dicetak"
    clerk.press("Buka: ")
    assert clerk.workplace.key == "request"


def test_what_came_back_is_printed_together_and_a_failure_stops_nothing(
    clerk: Person, printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk.press("Cetak semua")
    page = clerk.page
    assert isinstance(page, PrintablePage)
    assert [row.ticked for row in page.rows] == [True, True]
    asked = accept_every(monkeypatch, PrintDialog)
    page.press = Broken(NotAllowed("printer_menolak", "Printer tidak menerima surat ini."), times=1)
    clerk.press("Cetak 2 surat")
    assert len(asked) == 1, "asked once for each paper"
    assert "tidak menerima" in page.rows[0].outcome
    assert "dicetak dan dicatat" in page.rows[1].outcome
    assert "1 belum tercetak" in page._bar.accessibleName()
    clerk.open("home")
    clerk.open("printable")
    assert [row.ticked for row in page.rows] == [True, False]
    page.press = QtPress(names=tuple)
    clerk.press("Cetak 1 surat")
    assert "Tidak ada printer" in page._bar.accessibleName()


def test_a_batch_is_stopped_between_two_letters(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = clerk.open("printable")
    assert isinstance(page, PrintablePage)
    page.press = Broken(MaybePrinted("printer_berhenti", "Printer berhenti."), times=1)
    accept_every(monkeypatch, PrintDialog)

    def stop_and_say_yes(_dialog: CameOutDialog) -> QDialog.DialogCode:
        page._leave_or_stop()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CameOutDialog, "exec", stop_and_say_yes)
    clerk.press("Cetak 2 surat")
    assert "dicatat" in page.rows[0].outcome
    assert "Dihentikan" in page.rows[1].outcome
    page._leave_or_stop()
    assert clerk.workplace.key == "home"


def test_what_would_be_cut_is_said_once_before_a_batch(
    clerk: Person, printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clerk.open("printable")
    assert isinstance(page, PrintablePage)
    page.press = QtPress(printers.make, printers.names)
    monkeypatch.setattr(page.press, "warnings", lambda *_: ("Tepi bawah surat akan terpotong 4 mm.",))
    accept_every(monkeypatch, PrintDialog)
    shown = accept_every(monkeypatch, Decide, yes=False)
    clerk.press("Cetak 2 surat")
    assert len(shown) == 1
    assert printers.came_out == []


def test_a_form_ends_with_its_receipt(
    clerk: Person, finished: tuple[Path, tuple[str, ...]], printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clerk.open("filed", finished[1][1])
    assert isinstance(page, FiledPage)
    page.receipt.printing.press = QtPress(printers.make, printers.names)
    accept_every(monkeypatch, PrintDialog)
    clerk.activate()
    clerk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(printers.came_out) == 1
    assert "menyusul" in page.receipt._number.text()
    assert printing.remembered(clerk.work.desk, "tanda-terima:tanda-terima") is not None


def test_the_printer_dialog_says_what_would_be_cut(clerk: Person) -> None:
    dialog = PrintDialog(clerk.program.shell, "Surat", ("Satu", "Dua"), ("Dua", "A4"))
    assert (dialog.printer, dialog.paper) == ("Dua", "A4")
    told: list[tuple[str, str]] = []
    dialog.changed.connect(lambda printer, paper: told.append((printer, paper)))
    dialog._paper.setCurrentIndex(0)
    assert told == [("Dua", "F4")]
    dialog.warn(("Tepi kiri surat akan terpotong 3 mm.",))
    assert "3 mm" in dialog._bar.accessibleName()
    dialog.deleteLater()

"""From enrolment to the printed letter, through the windows, over a real hub in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.office import drafting
from desktop.office.browsing import page_of_requests
from desktop.pages.decisions import QueuePage
from desktop.pages.enrol import Asked
from desktop.pages.filed import FiledPage
from desktop.pages.new_request import NewRequestPage
from desktop.pages.request import RequestPage
from desktop.printing.press import QtPress
from desktop.store.browsing import Stage, Wanted
from desktop.widgets.deciding import ReasonDialog, SignDialog
from desktop.widgets.printing import PrintDialog
from tests.desktop import fakes
from tests.desktop.house import example, pdf_scan
from tests.desktop.town import PASSPHRASE, Town
from tests.desktop.windows.driver import Person
from tests.desktop.windows.printers import PdfPrinters

Open = Callable[[str], Person]


def enrol(person: Person, code: str) -> None:
    person.program.shell.enrol.asked.emit(Asked("https://hub.contoh.example", code, None, fakes.PASSWORD))
    person.settle()
    person.press("Ya, daftarkan")


def join(person: Person, code: str) -> None:
    person.workplace.open("join", None)
    enrol(person, code)


def sync(person: Person) -> None:
    person.work.synchronize()
    person.settle()


def stage(person: Person) -> list[Stage | None]:
    return [line.stage for line in page_of_requests(person.work.desk, Wanted()).lines]


def fill(person: Person, town: Town, service: str, *kinds: str) -> None:
    page = person.open("new", service)
    person.settle()
    page = person.page
    assert isinstance(page, NewRequestPage)
    answers = example(service)
    if service == "dispensasi-nikah":
        answers["tanggal_nikah"] = "2026-11-25"
    filling = page._now()
    page.show_thing(drafting.Filling(filling.draft, filling.pack, filling.sheets, answers, {}))
    page.refresh()
    person.settle()
    scan = town.folder / "scan.pdf"
    scan.write_bytes(pdf_scan())
    for kind in kinds:
        page._documents.take(kind, str(scan))
    person.settle()
    for _ in range(12):
        if page.place == page._last():
            break
        page.go_on()
        person.settle()
    assert page.place == page._last(), [page.place, page._summary.accessibleName()]
    person.press(page._act_word().replace("&", ""))


@pytest.fixture
def village(town_window: Open, town: Town) -> Person:
    person = town_window("desa")
    enrol(person, town.code("clerk"))
    return person


def test_a_computer_is_enrolled_by_code_and_fetches_its_services(village: Person) -> None:
    assert village.workplace.key == "home"
    assert village.work.exchange.connected
    assert village.program.shell.status.words.startswith("Tersambung")
    assert village.sees("Dispensasi Nikah")


def test_a_computer_is_enrolled_by_a_file(town_window: Open, town: Town) -> None:
    person = town_window("desa")
    enrolment = person.program.shell.enrol
    enrolment.take_file(town.file("clerk"))
    for editor in (enrolment._first, enrolment._second):
        editor.setText(fakes.PASSWORD)
    person.press("Daftarkan komputer ini")
    person.press("Ya, daftarkan komputer ini")
    assert person.workplace.key == "home"


def test_a_wrong_code_says_what_to_do_and_keeps_what_was_typed(town_window: Open, town: Town) -> None:
    person = town_window("desa")
    enrolment = person.program.shell.enrol
    for editor, text in zip(
        (enrolment._url, enrolment._code, enrolment._first, enrolment._second),
        ("https://hub.contoh.example", "AAAA-AAAA-AAAA", fakes.PASSWORD, fakes.PASSWORD),
        strict=True,
    ):
        editor.setText(text)
    person.press("Daftarkan komputer ini")
    assert enrolment._bar.isVisible()
    assert enrolment._code.text() == "AAAA-AAAA-AAAA"


def test_a_request_goes_from_the_village_to_the_camat_and_back(
    village: Person, town_window: Open, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(village, town, "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk")
    assert isinstance(village.page, FiledPage)
    request = village.page.request
    assert stage(village) == [Stage.READY]
    sync(village)
    assert stage(village) == [Stage.SENT]
    kecamatan = town_window("kecamatan")
    enrol(kecamatan, town.code("kasi-kesra"))
    join(kecamatan, town.code("sekcam"))
    join(kecamatan, town.code("camat"))
    decide(kecamatan, "kasi-kesra", "A")
    decide(kecamatan, "sekcam", "A")
    sync(kecamatan)
    sync(kecamatan)
    sign(kecamatan, town, monkeypatch)
    sync(kecamatan)
    sync(village)
    sync(village)
    assert stage(village) == [Stage.DONE]
    print_letter(village, request, town.folder / "surat", monkeypatch)
    village.press("Serahkan surat")
    sync(village)
    assert [line.state for line in page_of_requests(village.work.desk, Wanted()).lines] == ["handed_over"]


def decide(person: Person, officer: str, key: str) -> None:
    person.program.lock()
    person.enter(officer, fakes.PASSWORD)
    page = person.open("queue")
    assert isinstance(page, QueuePage)
    assert page._model.rowCount() == 1
    page.decide(key)
    person.settle()
    assert page._undo_bar.isVisible()
    assert page._model.rowCount() == 0
    page._settle()
    person.settle()


def sign(person: Person, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    person.program.lock()
    person.enter("camat", fakes.PASSWORD)
    page = person.open("queue")
    assert isinstance(page, QueuePage)
    assert page._foot.deed("A") is not None

    def accept(dialog: SignDialog) -> QDialog.DialogCode:
        dialog.keys.fill(str(town.p12("camat")), "")
        assert dialog.problem()
        dialog.keys.fill(str(town.p12("camat")), PASSPHRASE)
        assert not dialog.problem()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SignDialog, "exec", accept)
    page.decide("A")
    person.settle()
    assert page._model.rowCount() == 0, page._bar.accessibleName()


def print_letter(person: Person, request: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    printers = PdfPrinters(folder)
    monkeypatch.setattr(PrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "surat.pdf"), ""))
    page = person.open("request", request)
    assert isinstance(page, RequestPage)
    page.printing.press = QtPress(printers.make, printers.names)
    person.press("Cetak surat")
    person.press("Cetak salinan")
    assert len(printers.came_out) == 2
    person.press("Simpan PDF…")
    assert (folder / "surat.pdf").read_bytes().startswith(b"%PDF-")


def test_a_returned_request_is_answered_anew(
    village: Person, town_window: Open, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(village, town, "dispensasi-nikah", "n1")
    sync(village)
    kecamatan = town_window("kecamatan")
    enrol(kecamatan, town.code("kasi-kesra"))

    def because(dialog: ReasonDialog) -> QDialog.DialogCode:
        assert dialog.problem()
        dialog._chosen.setCurrentIndex(1)
        dialog._words.setPlainText("Foto ulang N1")
        assert not dialog.problem()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "exec", because)
    decide(kecamatan, "kasi-kesra", "R")
    sync(kecamatan)
    sync(village)
    assert stage(village) == [Stage.RETURNED]
    village.open("home")
    village.press("Perbaiki: ")
    assert village.workplace.key == "request"
    village.press("Perbaiki isian")
    village.settle()
    page = village.page
    assert isinstance(page, NewRequestPage)
    page.step_to(page._last())
    village.settle()
    village.press("Simpan dan kirim perbaikan")
    assert stage(village) == [Stage.READY]


def test_a_decision_is_undone_within_its_ten_seconds(village: Person, town_window: Open, town: Town) -> None:
    fill(village, town, "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk")
    sync(village)
    kecamatan = town_window("kecamatan")
    enrol(kecamatan, town.code("kasi-kesra"))
    page = kecamatan.open("queue")
    assert isinstance(page, QueuePage)
    page.decide("A")
    kecamatan.settle()
    assert page._model.rowCount() == 0
    kecamatan.press("Urungkan")
    assert page._model.rowCount() == 1
    assert kecamatan.work.exchange.waiting == 0
    kecamatan.bot.waitUntil(lambda: page._pane.weighed is not None)
    kecamatan.activate()
    page.focus_first()
    kecamatan.key(Qt.Key.Key_J)
    kecamatan.key(Qt.Key.Key_Return)
    assert kecamatan.workplace.key == "request"


def test_a_decision_that_a_kill_cut_short_is_asked_about(village: Person, town_window: Open, town: Town) -> None:
    fill(village, town, "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk")
    sync(village)
    kecamatan = town_window("kecamatan")
    enrol(kecamatan, town.code("kasi-kesra"))
    page = kecamatan.open("queue")
    assert isinstance(page, QueuePage)
    page.decide("A")
    kecamatan.settle()
    page._let_go()
    page.refresh()
    kecamatan.settle()
    assert page._undo_bar.isVisible()
    kecamatan.open("home")
    assert kecamatan.work.exchange.waiting == 0, "it is asked about, not said"
    kecamatan.open("queue")
    kecamatan.press("Kirim sekarang")
    assert kecamatan.work.exchange.waiting == 1

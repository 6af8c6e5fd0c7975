"""A clerk's morning at the window, with a desk that nobody can reach: everything still works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop.cli.demo.citizens import BAKER, FISHERMAN
from desktop.office.browsing import page_of_drafts
from desktop.pages.exchange import ExchangePage
from desktop.pages.new_request import NewRequestPage
from desktop.pages.request import RequestPage
from desktop.pages.requests import RequestsPage
from desktop.pages.rows import RowsPage
from desktop.pages.sheets import SheetPage
from desktop.preferences import Preferences, read_preferences
from desktop.store.browsing import Stage
from desktop.widgets.counts import CountCell
from desktop.widgets.deciding import Decide
from desktop.widgets.text import OneLine
from tests.desktop.house import picture
from tests.desktop.windows.driver import Person, visible
from tooling.sample_desk import PASSWORD


@pytest.fixture
def clerk(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-petugas")


def test_home_tells_what_can_be_mended_what_waits_and_how_much_there_is(clerk: Person) -> None:
    assert clerk.sees("Perbaiki: Surat Keterangan Tidak Mampu Nurhayati Contoh")
    assert clerk.sees("Lanjutkan: Surat Keterangan Usaha Rustam Contoh")
    assert clerk.sees("Siap dikirim 2")
    assert clerk.program.shell.status.words.startswith("Belum tersambung")


def test_home_says_who_sent_it_back_when_and_with_which_words(clerk: Person) -> None:
    said = [each.text() for each in visible(clerk.page, OneLine)]
    assert "“Lampirkan formulir N4 yang asli.” — Kepala Seksi Kesejahteraan Rakyat, 08.30" in said
    assert any(each.startswith("Tidak diterima hub 08.46: Jawaban tidak memenuhi syarat") for each in said)
    assert any(each.startswith("Draf tersimpan 0") for each in said)
    notes = [each.note for each in visible(clerk.page, CountCell)]
    assert notes == ["1 hari ini", "", "di kantor lain", "lihat di atas", ""]


def test_a_count_opens_the_list_with_its_filter(clerk: Person) -> None:
    clerk.press("Siap dikirim 2")
    page = clerk.page
    assert isinstance(page, RequestsPage)
    assert page.listed.rowCount() == 2
    assert {line.stage for row in range(2) if (line := page.listed.line(row))} == {Stage.READY}


def test_the_list_is_filtered_by_name_and_by_state(clerk: Person) -> None:
    page = clerk.open("requests")
    assert isinstance(page, RequestsPage)
    everything = page.listed.rowCount()
    page._words.setText("rustam")
    clerk.bot.waitUntil(lambda: page.listed.rowCount() < everything)
    clerk.settle()
    assert page.listed.rowCount() == 1
    page._words.setText("tidak ada orang ini")
    clerk.bot.waitUntil(lambda: page.listed.rowCount() == 0)
    assert page._empty.isVisible()
    page._words.clear()
    clerk.bot.waitUntil(lambda: page.listed.rowCount() == everything)
    clerk.press("Draf 1")
    assert page.listed.rowCount() == 1
    page._open(page.listed.index(0, 0))
    clerk.settle()
    assert clerk.workplace.key == "form"


def test_enter_opens_a_request_and_escape_goes_back(clerk: Person) -> None:
    page = clerk.open("requests")
    clerk.activate()
    page.focus_first()
    clerk.key(Qt.Key.Key_Return)
    assert isinstance(clerk.page, RequestPage)
    clerk.page._go_back()
    clerk.settle()
    assert clerk.workplace.key == "requests"


def test_an_unfinished_form_says_what_is_wrong_and_takes_the_focus(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    clerk.activate()
    clerk.press("Lanjut")
    assert page._summary.isVisible()
    assert QApplication.focusWidget() is page._summary
    sentences = [link.text() for link in page._summary._links]
    assert "“NIK” wajib diisi." in sentences
    assert page._sheets[0].asked["pemohon/nik"].field.error == "“NIK” wajib diisi."
    page._summary._links[0].click()
    assert QApplication.focusWidget() is page._sheets[0].asked["pemohon/nik"].editor.input


def begin(person: Person, service: str) -> NewRequestPage:
    person.open("new", service)
    person.settle()
    assert isinstance(person.page, NewRequestPage)
    return person.page


def test_a_person_of_the_register_is_asked_about_and_filled_in(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    clerk.type("NIK", BAKER.nik)
    sheet = page._sheets[0]
    assert isinstance(sheet, SheetPage)
    assert sheet.finder is not None
    found = sheet.finder.found
    assert found.isVisible()
    assert found.accessibleName() == BAKER.name
    clerk.press("Ya, sesuai")
    assert not found.isVisible()
    assert page._now().answers["pemohon"]["nama"] == BAKER.name  # type: ignore[index, call-overload]
    clerk.type("NIK", FISHERMAN.nik)
    clerk.press("Bukan")
    assert not found.isVisible()
    clerk.type("NIK", "6402")
    assert not found.isVisible()


def test_what_was_typed_is_a_draft_and_comes_back_after_a_kill(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    before = len(page_of_drafts(clerk.work.desk).lines)
    clerk.type("Nama lengkap", "Orang Contoh")
    clerk.press("Simpan draf")
    assert page._steps._saved.text().startswith("Draf tersimpan")
    drafts = page_of_drafts(clerk.work.desk).lines
    assert len(drafts) == before + 1
    clerk.open("home")
    clerk.open("draft", drafts[0].id)
    clerk.settle()
    again = clerk.page
    assert isinstance(again, NewRequestPage)
    assert again._bar.isVisible()
    assert again._sheets[0].asked["pemohon/nama"].editor.value() == "Orang Contoh"


def test_a_draft_is_thrown_away_only_after_a_question(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(clerk, "sktm")
    clerk.type("Nama lengkap", "Orang Contoh")
    clerk.press("Simpan draf")
    before = len(page_of_drafts(clerk.work.desk).lines)
    monkeypatch.setattr(Decide, "exec", lambda _self: QDialog.DialogCode.Rejected)
    clerk.press("Batalkan permohonan")
    assert len(page_of_drafts(clerk.work.desk).lines) == before
    monkeypatch.setattr(Decide, "exec", lambda _self: QDialog.DialogCode.Accepted)
    clerk.press("Batalkan permohonan")
    assert len(page_of_drafts(clerk.work.desk).lines) == before - 1
    assert clerk.workplace.key == "home"


def test_rows_are_added_and_removed(clerk: Person) -> None:
    page = begin(clerk, "sktm")
    place = next(at for at, sheet in enumerate(page._sheets) if sheet.sheet.repeat)
    page.step_to(place)
    rows = page._sheets[place]
    assert isinstance(rows, RowsPage)
    clerk.press("Tambah baris")
    clerk.press("Tambah baris")
    rows.asked["keluarga/0/nama"].editor.set_value("Anak Pertama Contoh")
    rows.asked["keluarga/1/nama"].editor.set_value("Anak Kedua Contoh")
    assert len(page._now().answers["keluarga"]) == 2  # type: ignore[arg-type]
    clerk.press("Hapus baris")
    kept = page._now().answers["keluarga"]
    assert [row["nama"] for row in kept] == ["Anak Kedua Contoh"]  # type: ignore[union-attr, call-overload, index]
    clerk.press("Lanjut")
    assert rows.say_problems({"keluarga/0/nama": "Salah."}) == [("keluarga/0/nama", "Salah.")]
    assert rows.say_problems({"keluarga": "Kurang."}) == [("keluarga", "Kurang.")]
    rows.focus_on("")


def test_a_conditional_question_comes_and_goes(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    place = next(at for at, sheet in enumerate(page._sheets) if "bidang_lain" in sheet.sheet.references)
    page.step_to(place)
    clerk.settle()
    other = page._sheets[place].asked["bidang_lain"].field
    assert not other.isVisible()
    box = page._sheets[place].asked["bidang"].editor
    box.set_value("lainnya")
    box.changed.emit()
    clerk.bot.waitUntil(other.isVisible)


def test_a_file_that_cannot_be_taken_says_why_and_another_one_is_taken(clerk: Person, tmp_path: Path) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    page.step_to(len(page._sheets))
    clerk.settle()
    bad = tmp_path / "foto.heic"
    bad.write_bytes(b"\0\0\0\x18ftypheic")
    page._documents.take("ktp", str(bad))
    clerk.settle()
    assert "ktp" not in page._documents.scans
    row = page._documents._rows["ktp"]
    assert "HEIC" in row.said
    assert "kirim ulang sebagai JPG" in row.said
    good = tmp_path / "ktp.jpg"
    good.write_bytes(picture(size=(1200, 900)))
    row.chosen.emit(str(good))
    clerk.settle()
    assert page._documents.scans["ktp"].source == str(good)
    page._documents.drop("ktp")
    assert page._documents.scans == {}
    assert good.exists()


def test_offline_is_an_ordinary_day(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    clerk.press("Sinkronkan sekarang")
    assert clerk.program.shell.status.words.startswith("Luring")
    assert page._title.text() == "Luring. Data Anda aman di komputer ini."
    assert clerk.work.exchange.waiting == 2
    clerk.press("Jeda di sambungan berbayar")
    assert clerk.program.shell.status.words.startswith("Dijeda")
    assert clerk.work.heartbeat.paused
    clerk.press("Lanjutkan otomatis")
    assert not clerk.work.heartbeat.paused


def test_a_second_wish_to_synchronize_says_that_one_runs(clerk: Person) -> None:
    told: list[str] = []
    clerk.work.told.connect(told.append)
    clerk.work.synchronize()
    clerk.work.synchronize()
    clerk.settle()
    assert "Sinkronisasi sedang berjalan." in told


def test_search_finds_services_requests_citizens_and_pages(clerk: Person) -> None:
    clerk.open("search")
    popup = clerk.workplace._search
    assert popup.isVisible()
    popup._words.setText("rusta")
    clerk.bot.waitUntil(lambda: any(kind == "citizen" for kind, _ in found(popup)))
    clerk.settle()
    assert {kind for kind, _ in found(popup)} == {"citizen", "request"}
    popup._words.setText("setel")
    popup._words.setText("pengat")
    clerk.bot.waitUntil(lambda: ("page", "settings") in found(popup))
    popup._take()
    clerk.settle()
    assert clerk.workplace.key == "settings"
    clerk.open("search")
    popup._close()
    assert not popup.isVisible()


def found(popup: object) -> list[tuple[str, str]]:
    listed = popup._list  # type: ignore[attr-defined]
    return [(item.kind, item.key) for row in range(listed.count()) if (item := listed.item(row).data(257))]


def test_a_citizen_found_is_the_applicant_of_the_service_chosen_next(clerk: Person) -> None:
    clerk.workplace._go_to_found("citizen", "1")
    clerk.settle()
    clerk.press("Surat Keterangan Usaha")
    page = clerk.page
    assert isinstance(page, NewRequestPage)
    assert page._now().answers["pemohon"]["nama"] == FISHERMAN.name  # type: ignore[index, call-overload]


def test_a_wrong_password_says_so_and_keeps_the_field(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "")
    person.enter("sepatin-petugas", "bukan ini sandinya")
    page = person.program.shell.sign_in
    assert "Kata sandi salah" in page._field.error
    page._password.setText("")
    person.press("Masuk")
    assert page._field.error == "Tulis kata sandi Anda."
    page._show_password()
    assert page._password.echoMode() is page._password.EchoMode.Normal


def test_another_officer_takes_over_with_a_password_of_their_own(clerk: Person) -> None:
    clerk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    clerk.program.lock()
    clerk.enter("sepatin-kades", "salah sekali")
    assert clerk.program.shell.sign_in.isVisible()
    clerk.enter("sepatin-kades", PASSWORD)
    assert not clerk.program.shell.sign_in.isVisible()
    assert clerk.work.me.name == "Abdul Karim Contoh"
    assert clerk.sees("Antrean")


def test_an_idle_desk_locks_itself_and_comes_back_to_the_same_page(clerk: Person) -> None:
    clerk.open("requests")
    clerk.program.shell.idle.emit()
    assert clerk.program.shell.locked
    clerk.program._key("new")
    clerk.enter("sepatin-petugas", PASSWORD)
    assert clerk.workplace.key == "requests"


def test_text_size_colour_and_language_take_effect_at_once(clerk: Person) -> None:
    clerk.open("settings")
    clerk.press("Ukuran huruf: 130 %")
    assert clerk.workplace.key == "settings"
    assert clerk.program.preferences.scale == 130
    clerk.press("Warna: Gelap")
    clerk.press("Bahasa: English")
    assert clerk.sees("Home")
    assert read_preferences(clerk.program._profile) == Preferences(dark=True, scale=130, language="en")
    clerk.program.prefer(Preferences())
    clerk.settle()


def test_keys_work_from_every_page(clerk: Person) -> None:
    for name, key in (("new", "new"), ("exchange", "new"), ("search", "new")):
        clerk.program._key(name)
        clerk.settle()
        assert clerk.workplace.key == key


def test_a_bug_in_the_background_is_said_calmly(clerk: Person, caplog: pytest.LogCaptureFixture) -> None:
    clerk.program.background.do(lambda: 1 // 0, lambda _: None)
    clerk.settle()
    assert "ZeroDivisionError" in clerk.program.shell.status._told.text()
    assert "broke" in caplog.text

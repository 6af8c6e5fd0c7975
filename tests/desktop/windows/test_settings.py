"""Settings, the register, help and the way back, as a person at the window uses them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QScrollArea, QWidget

from desktop.office import arriving, printing, safekeeping
from desktop.office.desk import Desk
from desktop.pages.helping import HelpPage
from desktop.pages.residents import ResidentsPage
from desktop.pages.restore import RestorePage
from desktop.pages.settings import SettingsPage, section_words
from desktop.pages.settings_backups import BackupsSection
from desktop.pages.settings_examining import ExaminingSection
from desktop.pages.settings_office import OfficeSection
from desktop.pages.settings_officers import OfficersSection
from desktop.pages.settings_report import ReportSection
from desktop.preferences import Preferences
from desktop.program import DATABASE
from desktop.store.database import FILE
from desktop.widgets.chips import StateChip
from desktop.widgets.deciding import Decide
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.windows.driver import Person, focusable, visible
from tests.desktop.windows.test_reach_of_all import _is_cut, _is_too_wide, _text
from tests.samples import sample_nik
from tooling.sample_desk import PASSWORD


@pytest.fixture
def head(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-kades")


def section(person: Person, key: str) -> object:
    page = person.open("settings", key)
    assert isinstance(page, SettingsPage)
    return page.section


def test_the_computer_is_examined_line_by_line_and_again(head: Person) -> None:
    shown = section(head, "examining")
    assert isinstance(shown, ExaminingSection)
    head.press("Periksa sekarang")
    assert {key for key, line in shown._lines.items() if line.good} >= {"database", "disk"}
    assert shown._lines["hub"].good is None
    assert shown._bar.isVisible()
    head.press("Periksa sekarang")
    assert shown._lines["database"].good
    head.press("Buat laporan masalah")
    assert isinstance(head.page, SettingsPage)
    assert isinstance(head.page.section, ReportSection)


def test_the_report_is_looked_through_before_it_is_saved(
    head: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = section(head, "report")
    assert isinstance(shown, ReportSection)
    names = [shown._list.item(row).text() for row in range(shown._list.count())]
    shown._list.setCurrentRow(names.index("jumlah.json"))
    assert "permohonan" in shown._text.toPlainText()
    target = tmp_path / "laporan.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tidak" / "ada.zip"), ""))
    head.press("Simpan laporan…")
    assert "tidak dapat ditulis" in shown._bar.accessibleName()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    head.press("Simpan laporan…")
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == names
        assert archive.read("jumlah.json").decode() == shown._text.toPlainText()


def test_the_head_sees_new_keys_and_hears_when_the_hub_is_away(head: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    head.open("home")
    assert head.sees("Pengaturan 1")
    head.press("Periksa")
    assert isinstance(head.page, SettingsPage)
    shown = head.page.section
    assert isinstance(shown, OfficersSection)
    head.press("Sahkan: ")
    assert "Belum tercatat di hub" in shown._bar.accessibleName()
    answers = [QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted]
    monkeypatch.setattr(Decide, "exec", lambda _self: answers.pop(0))
    head.press("Cabut: ")
    head.press("Cabut: ")
    assert "Belum tercatat di hub" in shown._bar.accessibleName()
    office = section(head, "office")
    assert isinstance(office, OfficeSection)
    assert "DESA SEPATIN" in office._paper.accessibleName()
    assert not office._paper._picture.isNull()


def test_the_heads_word_reaches_the_hub_and_comes_back(village: House, town_window: Callable[[str], Person]) -> None:
    village.session("desa").close()
    head = town_window("desa")
    head.enter("kades", fakes.PASSWORD)
    shown = section(head, "officers")
    assert isinstance(shown, OfficersSection)
    head.press("Sahkan: ")
    head.settle()
    assert not shown._bar.isVisible()
    chips = [each.text() for each in visible(shown, StateChip)]
    assert chips.count("Disahkan") == 2
    assert head.sees("Pengaturan")
    assert not [each for each in visible(shown, QPushButton) if each.accessibleName().startswith("Sahkan")]


def test_a_backup_to_usb_and_the_way_back_by_a_nightly_one(
    head: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = head.work.desk
    safekeeping.backup_daily(desk)
    shown = section(head, "backups")
    assert isinstance(shown, BackupsSection)
    target = tmp_path / "usb.ktg"
    for path, said in ((tmp_path / "tidak" / "ada.ktg", "tidak dapat ditulis"), (target, "Cadangan tersimpan")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        head.press("Simpan ke berkas…")
        assert said in shown._bar.accessibleName()
    head.press("Pulihkan: harian-")
    page = gate(head)
    assert page._who.count() == 2
    page._press_look()
    assert page._field.error
    page._password.setText("bukan ini sandinya")
    page._press_look()
    head.settle()
    assert "Kata sandi salah" in page._bar.accessibleName()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    page._choose_file()
    page._password.setText(PASSWORD)
    head.settle()
    page._press_look()
    head.settle()
    assert page._inside.isVisible()
    assert page._act.isVisible()
    page._press_act()
    head.settle()
    assert head.program.shell.locked
    assert "Cadangan dipulihkan" in head.program.shell.sign_in._bar.accessibleName()
    assert len(list(desk.profile.parent.glob("*disisihkan*"))) == 1
    head.enter("sepatin-kades", PASSWORD)
    assert head.workplace.key == "home"


def gate(person: Person) -> RestorePage:
    found = person.program.shell._gate
    assert isinstance(found, RestorePage)
    return found


def test_a_damaged_database_offers_the_way_back_before_anybody_is_in(
    sample_window: Callable[[str, str], Person],
) -> None:
    person = sample_window("desa", "")
    profile = person.program._profile
    (profile / FILE).write_bytes(b"\xff" * 9000)
    person.enter("sepatin-petugas", PASSWORD)
    person.press("Pulihkan dari cadangan…")
    page = gate(person)
    assert not page._look.isEnabled()
    person.press("Batal, kembali")
    assert person.program.shell.sign_in.isVisible()


@pytest.mark.parametrize("how", ["broken", "gone"])
def test_a_lost_key_file_is_no_empty_computer(
    how: str, morning: Path, open_window: Callable[..., Person], tmp_path: Path
) -> None:
    shutil.copytree(morning / "desa", tmp_path / "desa")
    keys = tmp_path / "desa" / "keys.json"
    keys.write_bytes(b"{") if how == "broken" else keys.unlink()
    person = open_window(tmp_path / "desa")
    shown = person.program.shell.sign_in
    assert shown.isVisible()
    assert "Berkas kunci" in shown._field.error
    person.press("Pulihkan dari cadangan…")
    assert gate(person).isVisible()
    assert (tmp_path / "desa" / DATABASE).exists()
    assert DATABASE == FILE


def test_the_register_is_searched_opened_and_filled_from_a_file(
    head: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = head.open("residents")
    assert isinstance(page, ResidentsPage)
    file = tmp_path / "warga.csv"
    for row, said in (("123;Salah Contoh", "Batal"), (f"{sample_nik(3)};Siti Benar Contoh", "Ambil 1 baris")):
        file.write_text(f"NIK;Nama\n{row}\n", encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        head.press("Ambil dari berkas…")
        head.press(said)
    head.press("Tutup")
    file.write_text("tanpa;kolom\n", encoding="utf-8")
    head.press("Ambil dari berkas…")
    head.press("Tutup")
    head.activate()
    head.type("Cari nama, alamat, atau angka awal NIK", "siti benar")
    head.bot.waitUntil(lambda: len(page._shown) == 1)
    head.settle()
    page.focus_first()
    head.key(Qt.Key.Key_Return)
    assert "Permohonan baru untuk warga ini" in [each.accessibleName() for each in visible(page._card, QPushButton)]
    head.button("Siti Benar Contoh, ").setFocus()
    head.key(Qt.Key.Key_Return)
    head.press("Permohonan baru untuk warga ini")
    assert head.workplace.key == "new"
    head.open("residents")
    head.type("Cari nama, alamat, atau angka awal NIK", "tidak ada orang ini")
    head.bot.waitUntil(lambda: not page._shown)
    assert page._empty.isVisible()


def test_help_is_beside_the_work_and_its_words_are_found(head: Person) -> None:
    head.open("home")
    head.program._key("explain")
    panel = head.workplace._explanation
    assert panel.isVisible()
    assert "tiga pertanyaan" in panel.words
    head.open("residents")
    assert "Daftar penduduk" in panel.words
    head.program._key("explain")
    assert not panel.isVisible()
    page = head.open("help")
    assert isinstance(page, HelpPage)
    head.type("Cari istilah", "paraf")
    assert page._terms.body.count() < 30
    head.press("Papan ketik")
    assert not page._search.isVisible()
    head.open("help", "keys")
    head.workplace._go_to_found("page", "settings:backups")
    head.settle()
    assert isinstance(head.page, SettingsPage)
    assert isinstance(head.page.section, BackupsSection)


def test_what_came_while_one_was_away_is_on_the_first_page(
    sample_window: Callable[[str, str], Person],
) -> None:
    camat = sample_window("kecamatan", "anggana-camat")
    assert "Sejak Anda pergi" not in texts(camat)
    camat.program.lock()
    camat.settle()
    earlier(camat.work.desk)
    camat.enter("anggana-camat", PASSWORD)
    camat.open("home")
    assert "Sejak Anda pergi" in texts(camat)
    camat.bot.waitUntil(lambda: "Tanda tangan Camat" in texts(camat))


def earlier(desk: Desk) -> None:
    """As if the officer had gone away a day before."""
    clock: fakes.Clock = desk.outside.now.__self__  # type: ignore[attr-defined]
    clock.instant -= timedelta(days=1)
    arriving.note_seen(desk)
    clock.instant += timedelta(days=1)


def texts(person: Person) -> str:
    return " ".join(each.text() for each in visible(person.program.shell, QLabel))


def test_what_is_remembered_about_printing_is_listed_and_forgotten(head: Person) -> None:
    desk = head.work.desk
    for what in ("sktm:surat", "tanda-terima:tanda-terima"):
        printing.remember(desk, what, printing.Choice(printer="Printer Contoh", paper="F4"))
    section(head, "computer")
    assert "Printer Contoh" in texts(head)
    head.press("Lupakan: Surat Keterangan Tidak Mampu")
    head.press("Lupakan: Tanda terima")
    assert "Printer Contoh" not in texts(head)
    assert printing.all_remembered(desk) == {}


def test_every_section_is_named_and_whole_in_english_at_150_percent(head: Person) -> None:
    head.program.prefer(Preferences(language="en", scale=150))
    head.settle()
    places = [("settings", key) for key in section_words()]
    for place, part in (*places, ("residents", None), ("help", None), ("help", "keys"), ("home", None)):
        head.open(place, part)
        shell = head.program.shell
        assert not [each for each in focusable(shell) if not each.accessibleName().strip()], (place, part)
        cut = [_text(each) for each in visible(shell, QWidget) if _is_cut(each)]
        assert not cut, (place, part, cut)
        assert not [area for area in visible(shell, QScrollArea) if _is_too_wide(area)], (place, part)
    head.program._key("explain")
    assert "three questions" in head.workplace._explanation.words
    head.workplace.open("restore", None)
    head.settle()
    assert not [each for each in focusable(gate(head)) if not each.accessibleName().strip()]
    head.program.prefer(Preferences())
    head.settle()


def test_light_or_dark_may_follow_the_system(head: Person) -> None:
    head.open("settings", "look")
    head.press("Warna: Ikut sistem")
    assert head.program.preferences.follow_system
    assert isinstance(head.page, SettingsPage)
    head.program._system_changed(Qt.ColorScheme.Dark)
    assert head.workplace.key == "settings"
    head.press("Warna: Terang")
    assert not head.program.preferences.follow_system

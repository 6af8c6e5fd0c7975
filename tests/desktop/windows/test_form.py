"""The clerk's form in its window: pages built when shown, persons, documents, rows, errors, the draft, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.cli.demo.citizens import BAKER, CHILDREN, COUPLES, business, marriage
from desktop.office.browsing import page_of_drafts, page_of_requests
from desktop.office.register import Listed
from desktop.pages.filed import FiledPage
from desktop.pages.new_request import NewRequestPage
from desktop.pages.rows import RowsPage
from desktop.pages.sheets import SheetPage
from desktop.store.browsing import Stage, Wanted
from desktop.widgets.bars import InlineBar
from desktop.widgets.deciding import Decide
from desktop.widgets.finder import Entry, PersonFinder
from tests.desktop.windows.driver import Person, begin
from tooling.screenshots.story import NOW


@pytest.fixture
def clerk(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-petugas")


def answered(person: Person, page: NewRequestPage, answers: object, place: int) -> None:
    page.show_thing(replace(page.filling, answers=answers, scans={}))  # type: ignore[arg-type] # JSON
    page.refresh()
    person.settle()
    page.step_to(place)
    person.settle()


def sheet(page: NewRequestPage, place: int) -> SheetPage:
    found = page._sheets[place]
    assert isinstance(found, SheetPage)
    return found


def finder(page: NewRequestPage, place: int) -> PersonFinder:
    found = sheet(page, place).finder
    assert found is not None
    return found


def one_fits(search: PersonFinder) -> bool:
    return search.list.count() == 1


def test_a_page_of_questions_is_built_when_it_is_shown(clerk: Person) -> None:
    page = begin(clerk, "dispensasi-nikah")
    assert (len(page._sheets), page.built) == (6, 1)
    answered(clerk, page, marriage(COUPLES[0], NOW.date()), len(page._sheets) + 1)
    assert page.built == 1
    assert page.filling.answers == marriage(COUPLES[0], NOW.date())


def test_both_of_a_couple_are_found_by_name_with_the_keyboard(clerk: Person) -> None:
    page = begin(clerk, "dispensasi-nikah")
    clerk.activate()
    for place, key, person in ((1, "pria", COUPLES[0][0]), (3, "wanita", COUPLES[0][1])):
        page.step_to(place)
        line = finder(page, place).line
        assert page.focusWidget() is line
        QTest.keyClicks(line, person.name[:6].lower())
        clerk.bot.waitUntil(partial(one_fits, finder(page, place)), timeout=3000)
        assert person.nik not in finder(page, place).list.item(0).text()
        QTest.keyClick(line, Qt.Key.Key_Down)
        QTest.keyClick(line, Qt.Key.Key_Return)
        clerk.settle()
        assert (page.place, finder(page, place).found.isVisible()) == (place, True)
        assert "Data per" in finder(page, place).found._since.text()
        clerk.press("Ya, sesuai")
        assert page.filling.answers[key]["nik"] == person.nik  # type: ignore[index, call-overload]
    assert page.filling.answers["pria"]["nama"] == COUPLES[0][0].name  # type: ignore[index, call-overload]


def test_a_search_shows_more_says_when_nobody_fits_and_closes(app: QApplication) -> None:
    search = PersonFinder()
    asked: list[tuple[str, int]] = []
    search.asked.connect(lambda words, after: asked.append((words, after)))
    search.show()
    search.line.setText("si")
    search.show_people([Entry(1, "Siti", "Desa")], 1)
    assert [search.list.item(at).data(257).row for at in range(search.list.count())] == [1, 0]
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert asked == [("si", 1)]
    search.show_people([Entry(2, "Siti", "Desa lain")], 0)
    assert [search.list.item(at).data(257).row for at in range(search.list.count())] == [1, 2]
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert search.list.count() == 0
    search.show_people([], 0)
    assert "Tidak ada yang cocok" in search._note.text()
    search._edited("s")
    search._edited("siti")
    assert search._typed.isActive()
    numbers: list[str] = []
    search.numbered.connect(numbers.append)
    search._edited("6402.0457-0891 9002")
    assert (numbers, search.line.text()) == (["6402045708919002"], "6402 0457 0891 9002")
    search.show_person(None, "")
    assert "belum ada di daftar penduduk" in search._note.text()
    assert Listed(1, "a", "b", "c", "d").nik == "d"


def test_a_removed_row_comes_back_and_a_row_takes_a_person(clerk: Person) -> None:
    page = begin(clerk, "sktm")
    place = next(at for at in range(len(page._sheets)) if page.filling.sheets[at].repeat)
    page.step_to(place)
    rows = page._sheets[place]
    assert isinstance(rows, RowsPage)
    clerk.press("Tambah baris")
    clerk.press("Tambah baris")
    rows.asked["keluarga/0/nama"].editor.set_value("Pertama Contoh")
    rows.asked["keluarga/1/nama"].editor.set_value("Kedua Contoh")
    clerk.press("Hapus baris: Anggota keluarga 1")
    assert [row.values() for row in rows._rows] == [{"nama": "Kedua Contoh"}]
    clerk.press("Kembalikan baris")
    assert [row.values()["nama"] for row in rows._rows] == ["Pertama Contoh", "Kedua Contoh"]
    nik = rows.asked["keluarga/1/nik"].editor
    QTest.keyClicks(nik.input, CHILDREN[0].nik)
    clerk.settle()
    clerk.press("Ya, sesuai")
    values = rows._rows[1].values()
    assert (values["nama"], values["tanggal_lahir"]) == (CHILDREN[0].name, CHILDREN[0].born.isoformat())
    clerk.press("Ambil dari daftar penduduk: Anggota keluarga 1")
    assert rows._rows[0].finder is not None


def test_every_error_is_listed_at_the_end_and_its_line_goes_to_the_field(clerk: Person) -> None:
    page = begin(clerk, "dispensasi-nikah")
    clerk.activate()
    answers = marriage(COUPLES[0], NOW.date())
    answers["wanita"] = {key: value for key, value in answers["wanita"].items() if key != "alamat"}  # type: ignore[union-attr]
    answered(clerk, page, {**answers, "kua": None}, len(page._sheets) + 1)
    page.go_on()
    clerk.settle()
    lines = [link.text() for link in page._summary._links]
    assert lines == ["“KUA yang mencatat” wajib diisi.", "“Alamat” wajib diisi."]
    page._summary._links[1].click()
    clerk.settle()
    assert page.place == 4
    field = sheet(page, 4).asked["wanita/alamat"]
    assert page.focusWidget() is field.editor.input
    assert field.field.error == lines[1]
    QTest.keyClicks(field.editor.input, "Dusun Contoh")
    clerk.press("Kembali ke periksa jawaban")
    assert page.place == len(page._sheets) + 1


def test_a_page_is_mended_from_the_check_page_and_one_comes_back_to_it(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    answered(clerk, page, business(COUPLES[0][0], "Kue Contoh"), len(page._sheets) + 1)
    assert any("2 lampiran wajib" in bar.accessibleName() for bar in page._check.findChildren(InlineBar))
    clerk.press("Ubah: Usaha")
    assert page.place == 2
    clerk.press("Kembali ke periksa jawaban")
    assert page.place == len(page._sheets) + 1
    clerk.press("Ubah lampiran")
    assert page.place == len(page._sheets)


def test_what_was_typed_into_a_correction_is_thrown_away_and_the_request_stays(
    clerk: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = page_of_requests(clerk.work.desk, Wanted(stage=Stage.RETURNED)).lines
    returned = next(line.id for line in listed if line.state == "returned")
    clerk.open("correct", returned)
    page = clerk.page
    assert isinstance(page, NewRequestPage)
    clerk.type("Tempat nikah", "Rumah Contoh")
    clerk.press("Simpan draf")
    drafts = len(page_of_drafts(clerk.work.desk).lines)
    monkeypatch.setattr(Decide, "exec", lambda _self: QDialog.DialogCode.Accepted)
    clerk.press("Buang perbaikan")
    assert len(page_of_drafts(clerk.work.desk).lines) == drafts - 1
    assert page_of_requests(clerk.work.desk, Wanted(stage=Stage.RETURNED)).lines == listed


def test_letters_with_alt_press_the_buttons_of_the_foot(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    assert {button.shortcut().toString() for button in (page._foot.next, page._foot.save, page._foot.cancel)} == {
        "Alt+L",
        "Alt+D",
        "Alt+B",
    }
    page.step_to(len(page._sheets) + 1)
    assert page._foot.next.shortcut().toString() == "Alt+A"
    assert page._foot.next.accessibleName() == "Simpan dan ajukan"


def test_what_is_typed_is_on_the_disk_without_being_told(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    before = {line.id for line in page_of_drafts(clerk.work.desk).lines}
    field = sheet(page, 0).asked["pemohon/nama"].editor.input
    QTest.keyClicks(field, "Orang")
    left = page._keeper.timer.remainingTime()
    assert 0 < left < 1900, "two seconds at the most"
    QTest.keyClicks(field, " Contoh")
    assert page._keeper.timer.remainingTime() <= left, "typing on must not put the saving off"
    page._keeper.timer.setInterval(0)
    clerk.bot.waitUntil(lambda: not page._keeper.behind)
    clerk.settle()
    (draft,) = [line for line in page_of_drafts(clerk.work.desk).lines if line.id not in before]
    assert page._steps._saved.text().startswith("Draf tersimpan")
    page._filling = None  # as after a kill: nothing of the window is left
    clerk.open("draft", draft.id)
    clerk.settle()
    assert "dipulihkan" in page._bar.accessibleName()
    assert sheet(page, 0).asked["pemohon/nama"].editor.value() == "Orang Contoh"


def test_a_second_request_needs_a_reason_or_the_first_one(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    answered(clerk, page, business(BAKER, "Kedai Contoh"), len(page._sheets) + 1)
    same = page._check.same
    assert same is not None
    page.go_on()
    clerk.settle()
    assert page.place == len(page._sheets) + 1
    assert "Tulis alasannya" in same._field.error
    assert page.focusWidget() is same._why
    page._judge()
    clerk.settle()
    assert page._check.same is same, "what is typed there stays"
    QTest.keyClicks(same._why, "Usaha yang lain")
    page.go_on()
    clerk.settle()
    assert isinstance(clerk.page, FiledPage)
    request = clerk.page.request
    clerk.page.again.click()
    clerk.settle()
    page = begin(clerk, "surat-keterangan-usaha")
    answered(clerk, page, business(BAKER, "Kedai Contoh"), len(page._sheets) + 1)
    clerk.press("Buka yang lama")
    assert clerk.workplace.key == "request"
    assert request


def test_a_page_says_nothing_about_what_is_missing_before_one_goes_on(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    answers = business(COUPLES[0][0], "Kue Contoh")
    first = sheet(page, 0)
    page.go_on()
    clerk.settle()
    assert page.place == 0
    assert any(asked.field.error for asked in first.asked.values())
    for path, asked in first.asked.items():
        asked.editor.set_value(answers["pemohon"].get(path.split("/")[1]))  # type: ignore[union-attr]
    page.go_on()
    clerk.settle()
    assert page.place == 1
    said = [asked.field.error for place in (1, 2) for asked in sheet(page, place).asked.values()]
    assert set(said) == {""}


def test_enter_is_not_lost_when_a_judgement_is_asked_for_behind_it(clerk: Person) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    answered(clerk, page, business(COUPLES[0][0], "Kue Contoh"), 0)
    page.go_on()
    page._judge()
    clerk.settle()
    assert page.place == 1
    page.go_on()
    page.step_to(0)
    clerk.settle()
    assert page.place == 0, "an answer about a page that was left moves nobody"

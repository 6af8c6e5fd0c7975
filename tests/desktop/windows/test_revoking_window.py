"""A letter is revoked or replaced at the window: by a key, with a reason, and everybody sees that it counts no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from desktop.pages.letter import LetterPage
from desktop.pages.request import RequestPage
from desktop.widgets.across import stamped
from desktop.widgets.deciding import ReasonDialog
from tests.desktop import fakes
from tests.desktop.camat_morning import requests_of
from tests.desktop.house import House
from tests.desktop.town import DirectReach
from tests.desktop.windows.driver import Person, visible

Open = Callable[..., Person]


@pytest.fixture
def camat(morning_of: House, open_window: Open) -> Person:
    """Both letters of the morning are signed."""
    for request in requests_of(morning_of).values():
        morning_of.must("kecamatan", f"--officer camat sign {request} {morning_of.keys('camat')}")
    morning_of.must("kecamatan", "sync")
    morning_of.restart("kecamatan")
    person = open_window(morning_of.town.folder / "kecamatan", DirectReach(morning_of.town), morning_of.town.clock)
    person.enter("camat", fakes.PASSWORD)
    return person


def request_page(person: Person, request: str) -> RequestPage:
    page = person.open("request", request)
    assert isinstance(page, RequestPage)
    person.activate()
    return page


def answering(monkeypatch: pytest.MonkeyPatch, *answers: QDialog.DialogCode) -> list[ReasonDialog]:
    """Somebody reads the question, lacks the reason first, and answers."""
    asked: list[ReasonDialog] = []

    def answer(dialog: ReasonDialog) -> QDialog.DialogCode:
        asked.append(dialog)
        assert dialog.problem()
        dialog._chosen.setCurrentIndex(1)
        assert not dialog.problem()
        return answers[len(asked) - 1]

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    return asked


def names(person: Person) -> list[str]:
    return [each.accessibleName() for each in visible(person.program.shell, QPushButton)]


def replace_whole(camat: Person, told: dict[str, str], page: RequestPage, asked: list[ReasonDialog]) -> None:
    """By one of the finished letters of this office; who goes back has done nothing."""
    assert "Cetak surat" in names(camat)
    assert QApplication.focusWidget() is page._back, "Enter ends no letter"
    camat.key(Qt.Key.Key_G)
    assert [asked[0]._to.itemData(place) for place in range(asked[0]._to.count())] == [told["bare"]]
    assert page._opened is not None
    assert page._opened.state == "signed"
    camat.press("Ganti dengan surat lain…")
    assert page._opened.state == "replaced"
    camat.press("Buka penggantinya")
    assert page.request == told["bare"]
    camat.key(Qt.Key.Key_G)
    assert len(asked) == 2, "no finished letter is left"
    assert page._bar.accessibleName().startswith("Belum ada surat lain yang selesai")
    camat.key(Qt.Key.Key_T)
    assert page._opened.state == "signed", "the key of a deed that is not open does nothing"


def see_it_revoked(camat: Person, page: RequestPage, request: str) -> None:
    """On its page and on the page of its letter."""
    assert page._ended.accessibleName().startswith("Surat ini sudah dicabut dan tidak berlaku lagi Camat Contoh, ")
    assert "Isi surat keliru" in page._ended.accessibleName()
    assert not {"Cetak surat", "Cabut surat…", "Ganti dengan surat lain…"} & set(names(camat))
    letter = camat.open("letter", request)
    assert isinstance(letter, LetterPage)
    assert not letter._print_button.isEnabled()
    assert QApplication.focusWidget() is letter._back, "the keyboard does not wander off to the navigation"
    assert letter._ended.isVisible()
    assert letter._chip.accessibleName().startswith("Dicabut")


def test_a_letter_is_replaced_and_another_revoked_by_keys_with_a_reason(
    camat: Person, morning_of: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = requests_of(morning_of)
    page = request_page(camat, told["whole"])
    done = QDialog.DialogCode.Accepted
    asked = answering(monkeypatch, QDialog.DialogCode.Rejected, done, done)
    replace_whole(camat, told, page, asked)
    camat.key(Qt.Key.Key_C)
    assert asked[2].act.text() == "Cabut surat"
    see_it_revoked(camat, page, told["bare"])
    camat.work.synchronize()
    camat.settle()
    assert morning_of.must("desa", "--officer clerk sync")["refused"] == 0
    assert {part: morning_of.state("desa", request) for part, request in told.items()} == {
        "whole": "replaced",
        "bare": "revoked",
    }


def test_the_word_across_a_page_leaves_the_page_as_large_and_readable() -> None:
    page = QImage(200, 300, QImage.Format.Format_RGB888)
    page.fill(Qt.GlobalColor.white)
    found = stamped(page, "DICABUT")
    assert found.size() == page.size()
    assert found != page.convertToFormat(found.format())
    assert found.pixelColor(2, 2) == page.pixelColor(2, 2)
    assert stamped(page, "") is page

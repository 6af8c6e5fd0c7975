"""The camat at the window: choose, one list, one passphrase, an outcome per line; and the keys of the queue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from sqlalchemy import delete

from desktop.office import batching, deciding
from desktop.office.reviewing import Reviewed
from desktop.pages import review
from desktop.pages.decisions import QueuePage
from desktop.pages.review import ReviewPage
from desktop.store.tables import letters
from desktop.widgets.buttons import ActButton
from tests.desktop import fakes
from tests.desktop.camat_morning import requests_of
from tests.desktop.house import House
from tests.desktop.town import PASSPHRASE, DirectReach
from tests.desktop.windows.driver import Person
from tests.desktop.windows.test_said import nameless


@pytest.fixture
def camat(morning_of: House, open_window: Callable[..., Person]) -> Person:
    town = morning_of.town
    person = open_window(town.folder / "kecamatan", DirectReach(town), town.clock)
    person.enter("camat", fakes.PASSWORD)
    return person


def queue_of(person: Person) -> QueuePage:
    page = person.open("queue")
    person.settle()
    assert isinstance(page, QueuePage)
    person.activate()
    page.focus_first()
    return page


def chosen(page: QueuePage) -> int:
    return len(page._model.chosen)


def review_of(person: Person) -> ReviewPage:
    page = queue_of(person)
    for row in range(page._model.rowCount()):
        page._list.setCurrentIndex(page._model.index(row, 0))
        person.settle()
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = person.page
    assert isinstance(found, ReviewPage), person.workplace.key
    return found


def sign_with(page: ReviewPage, path: Path, passphrase: str) -> None:
    page._panel.keys.fill(str(path), passphrase)
    page._panel._try()


def test_the_letter_and_its_documents_are_before_the_eyes(camat: Person, morning_of: House) -> None:
    page = queue_of(camat)
    page._list.setCurrentIndex(page._model.index(page._model.row_of(requests_of(morning_of)["whole"]) or 0, 0))
    camat.settle()
    drawn = page._pane._drawn
    assert drawn is not None
    assert drawn.pages
    assert len(page._pane._strip._thumbs) == 1 + len(drawn.weighed.sheets)
    camat.key(Qt.Key.Key_Right)
    assert page._pane._strip.place == 1
    assert page._pane._column.count() >= 3
    camat.key(Qt.Key.Key_Left)
    assert page._pane._strip.place == 0


def test_space_a_click_and_shift_choose(camat: Person) -> None:
    page = queue_of(camat)
    camat.key(Qt.Key.Key_Space)
    assert [each.id for each in page._model.chosen] == [page._model.item(0).id]  # type: ignore[union-attr]
    assert camat.sees("Tanda tangani 1 surat…")
    camat.key(Qt.Key.Key_X)
    assert chosen(page) == 0
    camat.key(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(page) == 2
    camat.press("Batal pilih")
    assert chosen(page) == 0
    box = page._list.visualRect(page._model.index(0, 0)).topLeft() + QPoint(20, 20)
    QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    far = page._list.visualRect(page._model.index(1, 0)).center()
    QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, far)
    assert chosen(page) == 2
    camat.settle()


def test_one_list_one_passphrase_and_an_outcome_per_letter(camat: Person, morning_of: House) -> None:
    told = requests_of(morning_of)
    page = review_of(camat)
    assert page.rows[told["whole"]].box.isChecked()
    assert nameless(camat.program.shell) == []
    bare = page.rows[told["bare"]]
    assert not bare.box.isChecked()
    assert "belum ada" in bare.words
    bare.box.setChecked(True)
    sign_with(page, morning_of.town.p12("camat"), PASSPHRASE)
    assert page._panel.keys.passphrase == ""
    camat.settle()
    assert [row.outcome for row in page.rows.values()] == ["done", "done"]
    assert all(row.words == "Ditandatangani, belum diterima pusat" for row in page.rows.values())
    assert page._key is None
    assert camat.work.exchange.waiting == 2
    camat.press("Selesai")
    assert camat.workplace.key == "queue"
    assert queue_of(camat)._model.rowCount() == 0


def test_a_wrong_passphrase_signs_nothing_and_asks_again(camat: Person, morning_of: House) -> None:
    page = review_of(camat)
    sign_with(page, morning_of.town.p12("camat"), "salah sekali")
    camat.settle()
    assert page._bar.isVisible()
    assert [row.outcome for row in page.rows.values()] == ["", ""]
    assert page._panel._act.isEnabled()
    page._panel._try()
    assert "Tulis frasa sandi" in page._panel.keys.error


def test_a_stop_leaves_what_is_signed_and_the_rest_can_be_taken_up(
    camat: Person, morning_of: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = review_of(camat)
    for row in page.rows.values():
        row.box.setChecked(True)
    sign = batching.take_on

    def sign_and_stop(*asked: object) -> object:
        page._stop()
        return sign(*asked)  # type: ignore[arg-type] # as it was asked

    monkeypatch.setattr(batching, "take_on", sign_and_stop)
    sign_with(page, morning_of.town.p12("camat"), PASSPHRASE)
    camat.settle()
    assert sorted(row.outcome for row in page.rows.values()) == ["done", "left"]
    monkeypatch.undo()
    camat.press("Coba lagi yang 1")
    (row,) = page.rows.values()
    row.box.setChecked(True)
    sign_with(page, morning_of.town.p12("camat"), PASSPHRASE)
    camat.settle()
    assert [row.outcome for row in page.rows.values()] == ["done"]
    assert deciding.see_queue(camat.work.desk) == ()


def test_what_fails_says_why_and_the_others_go_on(camat: Person, morning_of: House) -> None:
    told = requests_of(morning_of)
    page = review_of(camat)
    for row in page.rows.values():
        row.box.setChecked(True)
    with camat.work.desk.database.writing() as connection:
        connection.execute(delete(letters).where(letters.c.request == told["bare"]))
    sign_with(page, morning_of.town.p12("camat"), PASSPHRASE)
    camat.settle()
    assert page.rows[told["whole"]].outcome == "done"
    assert page.rows[told["bare"]].outcome == "failed"
    assert "belum diterima" in page.rows[told["bare"]].words


def test_a_head_of_section_verifies_many_without_a_passphrase(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("kecamatan", "anggana-kasi-kesra")
    page = review_of(person)
    assert not page._panel.keys.isVisible()
    for row in page.rows.values():
        row.box.setChecked(row.box.isEnabled())
    count = len(page._ticked())
    assert count
    person.press(f"Verifikasi {count} permohonan")
    assert [row.outcome for row in page.rows.values()].count("done") == count
    assert person.work.exchange.waiting == count


def test_nothing_is_decided_before_the_request_is_before_the_eyes(camat: Person) -> None:
    page = queue_of(camat)
    told: list[str] = []
    camat.work.told.connect(told.append)
    buttons = page._foot.findChildren(ActButton)
    assert buttons
    assert all(button.isEnabled() for button in buttons)
    page._list.setCurrentIndex(page._model.index(1, 0))
    assert not any(button.isEnabled() for button in page._foot.findChildren(ActButton))
    QTest.keyClick(page._list, Qt.Key.Key_R)
    assert told == ["Permohonan ini masih dibuka. Tekan lagi setelah isinya tampil."]
    camat.settle()
    assert all(button.isEnabled() for button in page._foot.findChildren(ActButton))
    assert page._foot.deed("R") is not None


def test_the_review_shows_its_first_lines_before_the_last_are_checked(
    camat: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "_AT_ONCE", 1)
    shown: list[tuple[int, bool]] = []
    add = ReviewPage._add

    def note(page: ReviewPage, lines: tuple[Reviewed, ...]) -> None:
        add(page, lines)
        shown.append((len(page._rows), page._filling))

    monkeypatch.setattr(ReviewPage, "_add", note)
    page = review_of(camat)
    assert shown == [(count, True) for count in range(1, len(shown) + 1)]
    assert (len(shown), page._filling) == (len(page._asked), False)
    assert len(page._asked) > 1

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from desktop.models.requests import MARK, RequestsModel
from desktop.models.waiting import ITEM, WaitingModel
from desktop.office.browsing import Line, Page
from desktop.office.deciding import Waiting
from desktop.store.browsing import Stage


def lines(first: int, count: int) -> tuple[Line, ...]:
    return tuple(
        Line(str(number), "sktm", "SKTM", f"Warga {number}", Stage.SENT, "at_step", "", "2026-11-20T04:00:00.000Z")
        for number in range(first, first + count)
    )


class Shelf:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[str, str] | None, Callable[[Page], None]]] = []

    def ask(self, after: tuple[str, str] | None, then: Callable[[Page], None]) -> None:
        self.asked.append((after, then))

    def answer(self, page: Page) -> None:
        self.asked.pop(0)[1](page)


def test_the_list_of_requests_is_a_right_model(qtmodeltester: ModelTester, app: QApplication) -> None:
    shelf = Shelf()
    model = RequestsModel(shelf.ask, lambda at: at[:10])
    model.restart()
    shelf.answer(Page(lines(0, 100), ("at", "99")))
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    assert (model.rowCount(), model.columnCount()) == (100, 6)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Keadaan"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_pages_are_fetched_once_and_appended_in_order(app: QApplication) -> None:
    shelf = Shelf()
    model = RequestsModel(shelf.ask, lambda at: at)
    model.restart()
    shelf.answer(Page(lines(0, 100), ("at", "99")))
    root = QModelIndex()
    assert model.canFetchMore(root)
    model.fetchMore(root)
    model.fetchMore(root)
    assert [after for after, _ in shelf.asked] == [("at", "99")]
    shelf.answer(Page(lines(100, 20), None))
    assert model.rowCount() == 120
    assert not model.canFetchMore(root)
    assert model.row_of("110") == 110
    assert model.row_of("nobody") is None
    assert model.line(500) is None
    model.restart()
    assert model.rowCount() == 120
    shelf.answer(Page((), None))
    assert model.rowCount() == 0


def test_a_row_speaks_to_eyes_and_to_screen_readers(app: QApplication) -> None:
    shelf = Shelf()
    model = RequestsModel(shelf.ask, lambda _at: "hari ini")
    model.restart()
    shelf.answer(Page(lines(0, 1), None))
    index = model.index(0, 2)
    assert model.data(index) == "Warga 0"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Pemohon: Warga 0"
    assert model.data(index, MARK).word == "Terkirim"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == "Warga 0"
    assert model.data(QModelIndex()) is None


def test_the_queue_is_a_right_model(qtmodeltester: ModelTester, app: QApplication) -> None:
    model = WaitingModel()
    model.show_items((Waiting("1", "SKTM", "Warga Contoh", "Desa Sepatin", "Paraf", "sisa 2 jam", late=False),))
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    index = model.index(0, 0)
    assert model.data(index) == "SKTM, Warga Contoh, Desa Sepatin, sisa 2 jam"
    assert model.data(index, ITEM).id == "1"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert (model.row_of("1"), model.row_of("2"), model.item(4)) == (0, None, None)

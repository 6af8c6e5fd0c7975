"""From one request to the next, as the list stands, without going back to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.pages.request import RequestPage
from desktop.pages.requests import RequestsPage
from tests.desktop.windows.driver import Person


@pytest.fixture
def clerk(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-petugas")


def test_the_list_is_walked_along_without_going_back_to_it(clerk: Person) -> None:
    listed = clerk.open("requests")
    assert isinstance(listed, RequestsPage)
    clerk.activate()
    listed.focus_first()
    clerk.key(Qt.Key.Key_Return)
    page = clerk.page
    assert isinstance(page, RequestPage)
    assert not page._before.isEnabled()
    ids = [line.id for row in range(3) if (line := listed.listed.line(row))]
    seen = [page.request]
    for _ in range(2):
        clerk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        seen.append(page.request)
    assert seen == ids
    assert page._place.text() == f"3 dari {listed.listed.rowCount()}"
    clerk.press("Sebelumnya")
    assert page.request == ids[1]
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.workplace.key == "requests"
    assert listed._table.currentIndex().row() == 1


def test_a_request_that_is_opened_from_home_goes_back_there(clerk: Person) -> None:
    clerk.press("Perbaiki: Surat Keterangan Tidak Mampu Nurhayati Contoh")
    page = clerk.page
    assert isinstance(page, RequestPage)
    assert page._back.text() == "Beranda"
    assert not page._after.isVisible()
    page._walk(page._after)
    assert clerk.workplace.key == "request"
    clerk.press("Beranda")
    assert clerk.workplace.key == "home"

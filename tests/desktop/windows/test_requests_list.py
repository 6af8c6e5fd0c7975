"""The list of requests: the applicant's NIK masked, narrowed by service, time and officer."""

from __future__ import annotations

from collections.abc import Callable

from desktop.office import browsing
from desktop.pages.requests import RequestsPage
from desktop.store.browsing import Wanted
from tests.desktop.windows.driver import Person


def listed(page: RequestsPage) -> list[browsing.Line]:
    lines = (page.listed.line(row) for row in range(page.listed.rowCount()))
    return [line for line in lines if line is not None]


def choose(person: Person, page: RequestsPage, name: str, words: str) -> None:
    boxes = {
        "service": page._filters._service,
        "since": page._filters._since,
        "officer": page._filters._officer,
    }
    boxes[name].setCurrentIndex(boxes[name].findText(words))
    person.settle()


def test_the_list_masks_every_nik(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    page = person.open("requests")
    assert isinstance(page, RequestsPage)
    niks = [line.nik for line in listed(page)]
    assert niks
    assert all(len(nik) == 16 and nik[6:12] == "•" * 6 for nik in niks)


def test_the_list_is_narrowed_by_service_time_and_officer(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    page = person.open("requests")
    assert isinstance(page, RequestsPage)
    every = len(listed(page))
    title = listed(page)[0].title
    choose(person, page, "service", title)
    assert {line.title for line in listed(page)} == {title}
    assert 0 < len(listed(page)) < every
    person.press("Hapus saringan")
    person.settle()
    assert len(listed(page)) == every
    choose(person, page, "since", "Hari ini")
    assert len(listed(page)) == every
    choose(person, page, "officer", person.work.me.name)
    assert 0 < len(listed(page)) <= every


def test_an_officer_who_decided_nothing_narrows_to_nothing(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    found = browsing.page_of_requests(person.work.desk, Wanted(officer="bukan-siapa-siapa"))
    assert found.lines == ()
    later = browsing.page_of_requests(person.work.desk, Wanted(since="2030-01-01T00:00:00.000Z"))
    assert later.lines == ()

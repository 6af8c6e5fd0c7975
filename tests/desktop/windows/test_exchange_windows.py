"""The page of the exchange and the comparison of two versions, at the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.office import unsettled
from desktop.pages.compare import ComparePage
from desktop.pages.exchange import ExchangePage
from desktop.saying import status_of
from desktop.troubles import trouble_of
from desktop.work import Exchange
from tests.desktop.windows.driver import Person

Open = Callable[[str, str], Person]


@pytest.fixture
def clerk(sample_window: Open) -> Person:
    """A village's desk with one refused submission among others."""
    return sample_window("desa", "sepatin-petugas")


def test_what_the_hub_refused_is_compared_and_let_go(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    before = len(unsettled.see_unsettled(clerk.work.desk))
    assert before
    clerk.press("Bandingkan: ")
    compared = clerk.page
    assert isinstance(compared, ComparePage)
    assert compared._found is not None
    assert compared._found.rows
    clerk.press("Pakai versi hub")
    assert clerk.workplace.key == "exchange"
    assert len(unsettled.see_unsettled(clerk.work.desk)) == before - 1


def test_a_refused_submission_goes_on_as_a_draft(clerk: Person) -> None:
    found = unsettled.see_unsettled(clerk.work.desk)[0]
    page = clerk.open("compare", found.action)
    assert isinstance(page, ComparePage)
    page._edit()
    clerk.settle()
    assert clerk.workplace.key == "form"


def test_the_same_is_said_again_with_one_key(clerk: Person) -> None:
    found = next(each for each in unsettled.see_unsettled(clerk.work.desk) if each.can_again or each.can_edit)
    page = clerk.open("compare", found.action)
    assert isinstance(page, ComparePage)
    assert page._again_card.isVisibleTo(page) == found.can_again
    page._apply()
    clerk.settle()
    page._go_back()
    clerk.settle()
    assert clerk.workplace.key != "compare"


TROUBLES = {
    "unreachable": ("Luring", "Luring. Data Anda aman di komputer ini."),
    "too_old": ("Program perlu diperbarui", "Program ini terlalu lama untuk hub."),
    "not_allowed": ("Hub menolak komputer ini", "Hub tidak mengizinkan komputer ini."),
    "busy": ("Hub bermasalah", "Hub menjawab, tetapi sedang bermasalah. Data Anda aman di komputer ini."),
    "foreign_answer": ("Jaringan meminta masuk", "Yang menjawab bukan hub, mungkin halaman masuk jaringan."),
}


def test_each_trouble_has_words_of_its_own(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    titles = set()
    for code, (short, title) in TROUBLES.items():
        clerk.work._set(replace(clerk.work.exchange, tried=True, trouble="karena itu", code=code, clock_ahead=0.0))
        assert page._title.text() == title
        assert status_of(clerk.work).word == short
        titles.add(page._title.text())
    clerk.work._set(replace(clerk.work.exchange, trouble="", code="", clock_ahead=900.0))
    assert page._title.text() == "Jam komputer ini berbeda dari jam hub."
    assert len(titles) == len(TROUBLES)


def test_all_is_well_is_no_trouble() -> None:
    assert trouble_of(Exchange(tried=True)) is None
    assert trouble_of(Exchange()) is None


def test_offline_never_claims_that_nothing_is_new(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    heard = "2026-11-18T01:00:00.000Z"
    clerk.work._set(replace(clerk.work.exchange, tried=True, trouble="putus", code="unreachable", heard_at=heard))
    assert page._facts[3][0].text() == "Belum diketahui"
    assert "sesudah pukul" in page._facts[3][1].text()


def test_a_running_exchange_is_ended_on_the_page(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    clerk.work._set(replace(clerk.work.exchange, running=True))
    assert page._cancel.isVisible()
    clerk.work.cancel()
    assert clerk.work.exchange.stopping
    assert not page._cancel.isEnabled()
    assert clerk.work._stop.asked()
    clerk.work._set(replace(clerk.work.exchange, running=False, stopping=False))


def test_a_costly_line_is_only_suggested_to_be_spared(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    monkeypatch.setattr(type(clerk.work.heartbeat), "metered", True)
    page._show_state()
    assert page._metered.isVisible()
    assert not clerk.work.exchange.paused
    clerk.press("Jeda sekarang")
    assert clerk.work.exchange.paused
    assert not page._metered.isVisible()

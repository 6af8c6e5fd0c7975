"""The page of the exchange and the comparison of two versions, at the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desktop.office import unsettled
from desktop.pages.compare import ComparePage
from desktop.pages.decisions import QueuePage
from desktop.pages.exchange import ExchangePage
from desktop.saying import status_of
from desktop.troubles import trouble_of
from desktop.wording import clock
from desktop.work import Exchange
from tests.desktop.windows.driver import Person, focusable, visible
from tests.desktop.windows.test_reach_of_all import LOOKS, _is_cut, _is_too_wide, _text

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
    "too_new": ("Hub perlu diperbarui", "Hub belum mengenal versi program ini. Data Anda aman di komputer ini."),
    "hub_full": (
        "Penyimpanan hub penuh",
        "Hub belum dapat menerima: penyimpanannya penuh. Data Anda aman di komputer ini.",
    ),
    "epoch_changed": ("Hub dipulihkan", "Hub dipulihkan dari cadangan. Data Anda aman di komputer ini."),
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


def test_what_waits_is_told_by_request_with_the_reason_and_what_makes_it_go(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    lists = page._lists

    def told() -> tuple[set[str], str]:
        return {words.text() for words, _ in lists._whys}, lists._waiting_head.note.text()

    assert page._facts[2][0].text() == "2 permohonan"
    at = clock(clerk.work.next_exchange, clerk.work.me.utc_offset)
    assert told() == ({"Giliran berikutnya · tanpa lampiran"}, f"dikirim sendiri pukul {at}")
    clerk.work._set(replace(clerk.work.exchange, tried=True, trouble="putus", code="unreachable"))
    later = f"dicoba lagi sendiri pukul {at}"
    assert told() == ({"Menunggu sambungan · tanpa lampiran"}, f"{later}, atau lewat flash disk di bawah")
    clerk.work._set(replace(clerk.work.exchange, code="busy"))
    assert told() == ({"Hub bermasalah · tanpa lampiran"}, f"petunjuknya di atas; {later}")
    clerk.work._set(replace(clerk.work.exchange, paused=True))
    assert told()[0] == {"Dijeda · tanpa lampiran"}
    clerk.work._set(replace(clerk.work.exchange, running=True))
    assert told() == ({"Sedang dikirim · tanpa lampiran"}, "")
    clerk.work._set(replace(clerk.work.exchange, running=False))
    clerk.press("Lihat: Surat Keterangan Usaha")
    assert clerk.workplace.key == "request"


def test_a_refusal_has_a_code_for_support(clerk: Person) -> None:
    page = clerk.open("exchange")
    (refused,) = unsettled.see_unsettled(clerk.work.desk)
    assert refused.code
    assert any(each.text().endswith(f"Kode: {refused.code}") for each in visible(page, QLabel))


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
    clerk.activate()
    page.focus_first()
    clerk.work._set(replace(clerk.work.exchange, running=True))
    assert page._cancel.isVisible()
    assert page._cancel.hasFocus()
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
    before = clerk.work.exchange
    clerk.press("Jeda sekarang")
    assert (before.paused, clerk.work.exchange.paused) == (False, True)
    assert not page._metered.isVisible()


def pages_of_kasi(person: Person) -> Iterator[str]:
    page = person.open("queue")
    assert isinstance(page, QueuePage)
    page._choose_all(on=True)
    person.settle()
    yield "queue"
    page.review()
    person.settle()
    assert person.workplace.key == "review"
    yield "review"


def pages_of_clerk(person: Person) -> Iterator[str]:
    person.open("exchange")
    yield "exchange"
    person.open("compare", unsettled.see_unsettled(person.work.desk)[0].action)
    yield "compare"


@pytest.mark.parametrize(
    ("desk", "officer", "pages"),
    [("kecamatan", "anggana-kasi-kesra", pages_of_kasi), ("desa", "sepatin-petugas", pages_of_clerk)],
    ids=["kasi", "clerk"],
)
def test_the_pages_of_decisions_are_named_and_whole(
    desk: str, officer: str, pages: Callable[[Person], Iterator[str]], sample_window: Open
) -> None:
    person = sample_window(desk, officer)
    shell = person.program.shell
    for look in ("id-150", "en-100", "en-150"):
        person.program.prefer(LOOKS[look])
        person.settle()
        for key in pages(person):
            nameless = [type(each).__name__ for each in focusable(shell) if not each.accessibleName().strip()]
            assert not nameless, (look, key, nameless)
            cut = [f"{type(each).__name__}: {_text(each)}" for each in visible(shell, QWidget) if _is_cut(each)]
            assert not cut, (look, key, cut)
            assert not [area for area in visible(shell, QScrollArea) if _is_too_wide(area)], (look, key)
    person.program.prefer(LOOKS["id-100"])
    person.settle()


def test_closing_ends_the_exchange_that_runs(clerk: Person) -> None:
    work = clerk.work
    work._set(replace(work.exchange, running=True))
    clerk.program.shell.close()
    assert work._stop.asked()

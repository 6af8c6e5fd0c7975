"""What to have at hand before a service is begun, small pictures of its documents, and filters that fold away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.cli.demo.citizens import BAKER, business
from desktop.dressing import dress
from desktop.errors import NotFound
from desktop.office import drafting, holding
from desktop.office.preparing import Preparation, preparation
from desktop.office.weighing import Sheet
from desktop.pages import papers
from desktop.pages.exchange import ExchangePage
from desktop.pages.page import Content, scrolled
from desktop.pages.pictures import Pictures
from desktop.pages.request import RequestPage
from desktop.pages.requests import RequestsPage
from desktop.pdf import draw_pages
from desktop.preferences import Preferences
from desktop.store.browsing import Stage
from desktop.theme import Look, Type
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.chips import FilterChip
from desktop.widgets.document_tile import DocumentTile
from desktop.widgets.painting import lines_of
from desktop.widgets.text import OneLine, Words
from desktop.wording import grouped
from tests.desktop.house import pdf_scan
from tests.desktop.windows.driver import Person, begin, visible
from tests.desktop.windows.pictures import page_picture


@pytest.fixture
def clerk(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-petugas")


def said(widget: QWidget) -> str:
    return "\n".join(each.text() for each in visible(widget, QLabel))


def test_a_form_says_what_to_have_at_hand_beside_its_questions_only(clerk: Person) -> None:
    page = begin(clerk, "dispensasi-nikah")
    card = page._body.prepare
    clerk.bot.waitUntil(lambda: "Siapkan lebih dulu" in said(card))
    assert "Calon suami\nNIK, atau nama di daftar penduduk" in said(card)
    assert said(card).index("Akta kelahiran kedua calon\nBila ada.") < said(card).index("Mungkin diminta")
    assert "Izin orang tua (N5)\nDiminta bila salah satu calon belum 21 tahun." in said(card)
    assert "Gratis · janji layanan 30 menit kerja" in said(card)
    assert f"Dokumen diambil di langkah {len(page._sheets) + 1}" in said(card)
    page.step_to(1)
    assert card.isVisible()
    page.step_to(len(page._sheets))
    assert not card.isVisible()
    clerk.program.shell.resize(900, 700)
    QApplication.processEvents()
    page.step_to(1)
    assert not card.isVisible()
    page.step_to(0)
    assert card.isVisible()
    asked: Preparation = preparation(begin(clerk, "sktm").filling.pack)
    assert [(each.nik, each.kk) for each in asked.people] == [(True, True), (False, False)]
    assert [each.sure for each in asked.papers] == sorted((each.sure for each in asked.papers), reverse=True)


def test_the_check_page_shows_small_pictures_that_were_drawn_once(clerk: Person, tmp_path: Path) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    page.step_to(len(page._sheets))
    clerk.settle()
    (tmp_path / "ktp.jpg").write_bytes(page_picture())
    page._documents.take("ktp", str(tmp_path / "ktp.jpg"))
    clerk.settle()
    pictures: Pictures = page._documents._pictures
    assert pictures.drawn == 1
    page.step_to(len(page._sheets) + 1)
    clerk.settle()
    tiles = {each.text(): each for each in visible(page._check, DocumentTile)}
    assert tiles["Pindaian KTP-el pemilik usaha"].pictured
    assert pictures.drawn == 1
    assert not tiles["Pindaian kartu keluarga"].pictured
    assert tiles["Pindaian kartu keluarga"].accessibleName() == "Pindaian kartu keluarga: menyusul"
    clerk.press("Pindaian KTP-el pemilik usaha")
    viewer = page._documents._viewer
    assert viewer is not None
    assert viewer.isVisible()
    viewer.close()
    clerk.press("Pindaian kartu keluarga: menyusul")
    assert page.place == len(page._sheets)


def test_filters_fold_away_and_say_how_many_narrow(clerk: Person) -> None:
    page = clerk.open("requests")
    assert isinstance(page, RequestsPage)
    filters = page._filters
    assert not filters.isVisible()
    clerk.press("Saringan")
    assert filters.isVisible()
    clerk.press("Saringan")
    assert not filters.isVisible()
    filters._since.setCurrentIndex(1)
    clerk.settle()
    assert filters.isVisible()
    assert filters.toggle.text() == "Saringan · 1"
    clerk.press("Hapus saringan")
    assert filters.toggle.text() == "Saringan"
    header = page._table.horizontalHeader()
    assert not header.isSectionHidden(3)
    clerk.program.shell.resize(900, 700)
    QApplication.processEvents()
    assert header.isSectionHidden(3)


@pytest.mark.parametrize("language", ["id", "en"])
def test_nine_states_stand_in_one_row_at_1366(sample_window: Callable[[str, str], Person], language: str) -> None:
    clerk = sample_window("desa", "sepatin-petugas")
    clerk.program.prefer(Preferences(language=language))
    clerk.settle()
    page = clerk.open("requests")
    assert isinstance(page, RequestsPage)
    page._count((dict.fromkeys(Stage, 12), 13))
    QApplication.processEvents()
    chips = list(visible(page, FilterChip))
    assert len(chips) == 9
    assert len({each.mapTo(page, each.rect().topLeft()).y() for each in chips}) == 1
    assert any(each.accessibleName() in {"Menunggu di sini 12", "Waiting here 12"} for each in chips)


def test_a_page_is_as_wide_with_a_scroll_bar_and_scrolls_over_nothing_empty(app: QApplication) -> None:
    content = Content()
    inner = QVBoxLayout(content)
    inner.setContentsMargins(32, 0, 32, 0)
    words = Words("kata " * 120, wrap=True)
    inner.addWidget(words)
    area = scrolled(content)
    area.resize(600, 400)
    area.show()
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()
    wide = words.width()
    area.resize(600, 60)
    for _ in range(3):
        QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    assert words.width() == wide
    area.close()


def test_a_name_breaks_between_words_and_ends_in_an_ellipsis(app: QApplication) -> None:
    dress(app, Look())
    assert lines_of("Pindaian", Type.LABEL, 110, 2) == ["Pindaian"]
    lines = lines_of("Surat keterangan kematian suami atau istri terdahulu (N6)", Type.LABEL, 110, 2)
    assert len(lines) == 2
    assert lines[0].startswith("Surat")
    assert lines[1].endswith("…")


def test_a_line_leaves_out_whole_sentences_rather_than_half_of_one(app: QApplication) -> None:
    dress(app, Look())
    line = OneLine("Perbaiki, lalu kirim lagi. Yang sudah ditulis tetap tersimpan.", whole_sentences=True)
    line.resize(220, 20)
    line.grab()
    assert line.toolTip() == line.text()
    line.resize(900, 20)
    line.grab()
    assert line.toolTip() == ""


def test_numbers_of_cards_are_grouped_and_nothing_else_is() -> None:
    assert grouped("6402041201989006") == "6402 0412 0198 9006"
    assert grouped("640204120198900") == "640204120198900"
    assert grouped("Surat pernyataan") == "Surat pernyataan"


def test_the_way_back_stands_on_the_left_edge_and_a_word_in_a_head_ends_on_the_right_one(app: QApplication) -> None:
    back = ActButton("Kembali", Kind.WORD, "arrow-left", "Esc")
    assert back._start() == 0
    assert ActButton("Ubah", Kind.WORD, "pencil")._start() > 0
    card = Card()
    head = card.head("Lampiran")
    head.add(ActButton("Ubah", Kind.WORD, "pencil"))
    assert head.line.contentsMargins().right() < head.line.contentsMargins().left()


def test_the_words_of_packs_are_explained_in_english_too(sample_window: Callable[[str, str], Person]) -> None:
    clerk = sample_window("desa", "sepatin-petugas")
    told = said(clerk.open("help"))
    assert "tetap berbahasa Indonesia" not in told
    assert "Surat keterangan tidak mampu: kepala desa atau lurah menerangkan" in told
    clerk.program.prefer(Preferences(language="en"))
    clerk.settle()
    told = said(clerk.open("help"))
    assert "stay Indonesian" in told
    assert "marriage dispensation (dispensasi nikah)" in told
    assert "camat\nThe head of a kecamatan." in told


def filed_with_a_scan(clerk: Person) -> str:
    desk = clerk.work.desk
    filling = drafting.begin(desk, "surat-keterangan-usaha")
    asked = {each.kind: each for each in drafting.judge(desk, filling.pack, business(BAKER, "Kue Contoh")).documents}
    held = holding.hold_bytes(desk, asked["ktp"], "ktp.jpg", page_picture())
    filling = replace(filling, answers=business(BAKER, "Kue Contoh"), scans={"ktp": held})
    return str(drafting.submit(desk, filling, "dua usaha").told["request"])


def test_a_document_of_a_request_is_opened_from_its_page_and_changes_nothing(clerk: Person) -> None:
    request = filed_with_a_scan(clerk)
    page = clerk.open("request", request)
    assert isinstance(page, RequestPage)
    assert "Pindaian KTP-el pemilik usaha" in said(page)
    clerk.press("Lihat: Pindaian KTP-el pemilik usaha")
    viewer = page._papers._viewer
    assert viewer is not None
    assert viewer._picture.pixmap().width() > 600
    assert not viewer.change.isVisible()
    viewer.show_picture(QImage())
    assert viewer._picture.text() == "Berkas ini tidak dapat ditampilkan."
    page._papers._failed(viewer, NotFound("x", "Belum ada."))
    assert viewer._picture.text() == "Belum ada."
    viewer.close()
    assert page._papers._viewer is None
    page._papers._show((Sheet("Akta", "akta.pdf", "0" * 64, "application/pdf", 10_000, here=False),))
    QApplication.processEvents()
    assert "belum tiba" in said(page)


def test_pages_of_a_pdf_are_shown_under_each_other(clerk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet("Akta", "akta.pdf", "0" * 64, "application/pdf", 10_000, here=True)
    two = pdf_scan(2)
    monkeypatch.setattr(papers, "sheet_bytes", lambda *_: two)
    one = draw_pages(two, 1200, 1)[0]
    assert papers._whole(clerk.work.desk, "r", sheet).height() == 2 * one.height()
    monkeypatch.setattr(papers, "sheet_bytes", lambda *_: b"%PDF-1.4 bukan")
    assert papers._whole(clerk.work.desk, "r", sheet).isNull()


def test_an_exchange_that_begins_leaves_the_page_where_it_is_and_the_keyboard_on_its_way_out(clerk: Person) -> None:
    clerk.activate()
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    assert page._now.hasFocus()
    area = page.findChildren(QScrollArea)[0]
    clerk.work._set(replace(clerk.work.exchange, running=True))
    QApplication.processEvents()
    assert page._cancel.hasFocus()
    assert area.verticalScrollBar().value() == 0
    clerk.work._set(replace(clerk.work.exchange, running=False))
    QApplication.processEvents()
    assert page._now.hasFocus()
    assert area.verticalScrollBar().value() == 0

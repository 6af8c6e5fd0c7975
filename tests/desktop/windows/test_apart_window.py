"""What is apart from the ordinary at the window: a step set aside, a disk that is full, a document left at the hub."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select, update

from desktop.office import unsettled
from desktop.pages.compare import ComparePage
from desktop.pages.exchange import ExchangePage
from desktop.pages.request import RequestPage
from desktop.saying import status_of
from desktop.store import blobs, letting_go, tables
from domain.actions import Blob
from tests.desktop.windows.driver import Person

Open = Callable[[str, str], Person]


@pytest.fixture
def clerk(sample_window: Open) -> Person:
    """A village's desk whose refused submission was set aside."""
    person = sample_window("desa", "sepatin-petugas")
    with person.work.desk.database.writing() as connection:
        refused = update(tables.actions).where(tables.actions.c.own, tables.actions.c.code.in_(("invalid", "conflict")))
        connection.execute(refused.values(code="invalid", reason="set_aside"))
    return person


def test_a_step_set_aside_has_a_place_where_a_person_decides(
    clerk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    assert page._lists._dead.isVisibleTo(page)
    assert not page._lists._refused.isVisibleTo(page)
    clerk.press("Putuskan: ")
    compared = clerk.page
    assert isinstance(compared, ComparePage)
    assert compared._export.isVisibleTo(compared)
    target = tmp_path / "langkah.json"
    for chosen in ("", str(target), str(target)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (chosen, ""))
        clerk.press("Simpan untuk dukungan…")
    assert json.loads(target.read_text("utf-8"))["reason"] == "set_aside"
    assert compared._drop.text() == "Lepaskan"
    assert "sudah ada" in compared._bar.accessibleName()
    clerk.press("Terapkan versi saya lagi")
    assert not any(each.dead for each in unsettled.see_unsettled(clerk.work.desk))


def test_a_full_disk_is_told_on_the_page_and_in_the_status_bar(clerk: Person) -> None:
    page = clerk.open("exchange")
    assert isinstance(page, ExchangePage)
    assert not page._room.isVisibleTo(page)
    clerk.work._set(replace(clerk.work.exchange, room="Kosongkan ruang hari ini."))
    assert page._room.isVisibleTo(page)
    clerk.settle()
    assert "Kosongkan ruang" in page._room.accessibleName()
    assert status_of(clerk.work).word == "Penyimpanan penuh"


def test_a_document_that_is_only_at_the_hub_is_fetched_on_a_click(clerk: Person) -> None:
    desk = clerk.work.desk
    with desk.database.writing() as connection:
        row = connection.execute(select(tables.requests).limit(1)).one()
        blobs.add_named(connection, row.shard, row.id, Blob("A" * 43, 3, "application/pdf", "ktp"), "scan.pdf")
        connection.execute(update(tables.blobs).values(state=blobs.LET_GO))
    clerk.open("request", row.id)
    clerk.press("Ambil lagi: ")
    with desk.database.reading() as connection:
        wanted = connection.execute(select(tables.wants.c.sha256).where(tables.wants.c.request == row.id)).scalars()
        assert "A" * 43 in set(wanted)


def test_a_letter_that_is_only_at_the_hub_is_told_apart_from_one_that_has_not_come(clerk: Person) -> None:
    desk, here = clerk.work.desk, tables.at_hub
    with desk.database.writing() as connection:
        row = connection.execute(select(tables.requests).limit(1)).one()
        assert not letting_go.letter_let_go(connection, row.id)
        connection.execute(here.insert().values(shard=row.shard, request=row.id, sha256="B" * 43, seq=1))
        assert letting_go.letter_let_go(connection, row.id)
    page = clerk.open("request", row.id)
    assert isinstance(page, RequestPage)
    card = page._letter
    assert card.letter is not None
    card._show((replace(card.letter, let_go=True), None))
    clerk.press("Ambil lagi")
    with desk.database.reading() as connection:
        assert not letting_go.letter_let_go(connection, row.id)

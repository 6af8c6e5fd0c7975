"""Parts of pages shown by themselves: what they say in each case, without a desk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.door import Officer
from desktop.errors import BadInput
from desktop.office.arriving import Arrivals
from desktop.office.deciding import Waiting
from desktop.office.losing import Inside, Lost
from desktop.office.restoring import Backup
from desktop.pages.home_cards import ArrivalsCard, QueueCard, SummaryCard
from desktop.pages.restore import Chosen, RestorePage

NOW = datetime(2026, 11, 18, 1, 12, tzinfo=UTC)
INSIDE = Inside("Desa Contoh", "2026-11-18T00:10:00.000Z", 1200, 3, 60_000)


def words(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


@pytest.fixture
def page(app: object, qtbot: QtBot, tmp_path: Path) -> RestorePage:
    assert app
    shown = RestorePage()
    qtbot.addWidget(shown)
    shown.prepare((Backup(tmp_path / "harian-2026-11-17.db", NOW.timestamp(), 400_000),), None, 480)
    shown.show_officers((Officer("a", "Mariana Contoh", "Petugas Pelayanan"), Officer("b", "b")))
    return shown


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (Lost(), "Tidak ada yang hilang"),
        (Lost(known=False), "tidak diketahui apa yang dicatat"),
        (Lost(steps=2, drafts=1, requests=1, lines=(("SKTM", "Siti A."),)), "2 langkah pada 1 permohonan dan 1 draf"),
        (Lost(steps=9, requests=9, lines=(("SKTM", "Siti A."),)), "dan 8 lagi"),
        (Lost(drafts=2), "0 langkah pada 0 permohonan dan 2 draf"),
    ],
)
def test_what_would_be_lost_is_said_in_numbers_and_names(page: RestorePage, lost: Lost, said: str) -> None:
    page.show_inside(INSIDE, lost)
    assert said in words(page._inside)
    assert "1.200 permohonan, 3 draf, 60.000 warga" in words(page._inside)
    assert not page._act.isHidden()
    page._password.textEdited.emit("x")
    assert page._act.isHidden(), "another password, another look"


def test_only_what_was_looked_at_is_put_in_place(page: RestorePage, tmp_path: Path) -> None:
    looked: list[Chosen] = []
    wanted: list[Chosen] = []
    page.looked.connect(looked.append)
    page.wanted.connect(wanted.append)
    page.look_with("")
    assert not looked
    page.look_with("sandi")
    page.show_inside(Inside("Desa Contoh", "", 0, 0, 0), Lost())
    page._press_act()
    assert looked == wanted == [Chosen(tmp_path / "harian-2026-11-17.db", "a", "sandi")]
    page.refuse(BadInput("x", "Berkas ini bukan cadangan."))
    assert "bukan cadangan" in page._bar.accessibleName()
    page.prepare((), None, 480)
    page.look_with("sandi")
    page._press_act()
    assert len(looked) == len(wanted) == 1


def work(**me: bool) -> Any:
    known = {"signs": True, "utc_offset": 480, **me}
    return SimpleNamespace(me=SimpleNamespace(**known), now=NOW, exchange=SimpleNamespace(heard_at=None))


def waiting(number: int, *, late: bool = False, minutes: int = 30) -> Waiting:
    left = "lewat 1 jam" if late else "sisa 30 menit"
    return Waiting(str(number), "SKTM", f"Warga {number}", "Desa Contoh", "Paraf", left, late, minutes)


def test_the_queue_on_the_first_page_begins_with_what_is_late(app: object, qtbot: QtBot) -> None:
    assert app
    card, numbers = QueueCard(work()), SummaryCard()
    for each in (card, numbers):
        qtbot.addWidget(each)
    went: list[tuple[str, object]] = []
    card.go.connect(lambda key, thing: went.append((key, thing)))
    queue = (*(waiting(number) for number in range(5)), waiting(9, late=True, minutes=-60))
    card.show_queue(queue)
    said = words(card)
    assert said.index("Warga 9") < said.index("Warga 0")
    assert "1 lewat waktu" in said
    more = next(each for each in card.findChildren(QWidget) if each.accessibleName() == "2 lagi di antrean")
    more.click()  # type: ignore[attr-defined] # a button
    assert went == [("queue", None)]
    numbers.show_queue(queue, 4)
    assert [each.text() for each in numbers._numbers] == ["1", "5", "4"]
    card.show_queue(())
    assert "Tidak ada yang menunggu Anda." in words(card)
    other = QueueCard(work(signs=False))
    qtbot.addWidget(other)
    assert "Menunggu keputusan Anda" in words(other)


def test_no_news_is_told_apart_from_no_connection(app: object, qtbot: QtBot) -> None:
    assert app
    known = work()
    card = ArrivalsCard(known)
    qtbot.addWidget(card)
    card.show_arrivals(Arrivals("", ()))
    assert card.isHidden()
    card.show_arrivals(Arrivals("2026-11-17T08:00:00.000Z", ()))
    assert "Belum diketahui" in words(card)
    known.exchange.heard_at = "2026-11-18T01:00:00.000Z"
    card.show_arrivals(Arrivals("2026-11-17T08:00:00.000Z", ()))
    assert "Kabar dari hub sampai 09.00" in words(card)

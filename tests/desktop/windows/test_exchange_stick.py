"""The exchange by flash disk at the window: two quiet acts, calm words, and a page that reads anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.pages.exchange import ExchangePage
from hub.parcels.answering import write_answer
from hub.parcels.receiving import receive
from sync.parcel_files import written_beside
from tests.desktop import fakes
from tests.desktop.conftest import ENROLLED
from tests.desktop.house import House
from tests.desktop.town import Town
from tests.desktop.windows.driver import Person, visible


@pytest.fixture
def clerk(town: Town, town_window: Callable[[str], Person]) -> Person:
    """A village with one request that waits, and a scan of half a megabyte beside it."""
    (town.folder / ENROLLED).rename(town.folder / "desa")
    house = House(town)
    scan = house.scan()
    scan.write_bytes(scan.read_bytes() + bytes(500_000))
    house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    house.close()
    person = town_window("desa")
    person.enter("clerk", fakes.PASSWORD)
    page = person.open("exchange")
    assert isinstance(page, ExchangePage)
    return person


def says(person: Person, words: str) -> bool:
    """Whether these words stand on the page."""
    return any(words in each.text() for each in visible(person.page, QLabel))


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def test_the_stick_goes_out_and_its_answer_comes_back(
    clerk: Person, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, answer = tmp_path / "kirim.ktk", tmp_path / "jawab.ktj"
    chosen(monkeypatch, sent)
    clerk.press("Simpan ke flash disk…")
    assert says(clerk, "Kiriman tersimpan: 1 langkah dan 1 lampiran.")
    assert says(clerk, "Flash disk boleh dicabut.")
    assert not clerk.page._stick._next.isVisibleTo(clerk.page)  # type: ignore[attr-defined]
    with sent.open("rb") as file:
        device = receive(town.ground, file).label.device_id
    with written_beside(answer) as file:
        write_answer(town.ground, device, file, 10**9)
    chosen(monkeypatch, answer)
    clerk.press("Ambil jawaban dari flash disk…")
    assert says(clerk, "Jawaban hub diambil: diterima 1, ditolak 0, tertahan 0, berkas 0.")
    assert says(clerk, "Tidak ada yang menunggu dikirim.")


def test_what_does_not_fit_is_offered_for_the_next_stick(
    clerk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "kirim.ktk")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=400_000))
    clerk.press("Simpan ke flash disk…")
    assert says(clerk, "1 lampiran belum termuat; simpan lanjutannya ke flash disk lain.")
    monkeypatch.undo()
    chosen(monkeypatch, tmp_path / "lanjut.ktk")
    clerk.press("Simpan lanjutannya…")
    assert says(clerk, "Kiriman tersimpan: 1 langkah dan 1 lampiran.")


def test_a_wrong_file_is_said_calmly_and_nothing_happens_without_a_choice(
    clerk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, Path())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    clerk.press("Ambil jawaban dari flash disk…")
    clerk.press("Simpan ke flash disk…")
    assert not says(clerk, "Sedang")
    wrong = tmp_path / "surat.pdf"
    wrong.write_bytes(b"%PDF-1.7 contoh")
    chosen(monkeypatch, wrong)
    clerk.press("Ambil jawaban dari flash disk…")
    assert says(clerk, "Berkas ini bukan kiriman atau jawaban Ketinting")
    assert clerk.button("Ambil jawaban dari flash disk…").isEnabled()

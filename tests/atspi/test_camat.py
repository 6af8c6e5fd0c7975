"""A camat's five minutes: read, return one with a reason, sign the next with the passphrase; the hub hears of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.demo import errands
from desktop.cli.demo.inhabitants import inhabitant
from desktop.cli.demo.stage import PASSPHRASE
from desktop.cli.demo.week import CAMAT, KECAMATAN, PASSWORD
from desktop.cli.demo.windows import Prepared
from desktop.cli.session import real_outside
from desktop.keys import Vault
from desktop.office.desk import open_desk
from desktop.store import projection
from tests.atspi.conftest import HAPPENED
from tests.atspi.person import Window, patiently


@pytest.mark.slow
def test_a_camat_returns_one_letter_and_signs_another(open_window: Callable[[Path], Window], town: Prepared) -> None:
    window = open_window(town.profile("kecamatan"))
    window.fill("Kata sandi", PASSWORD)
    window.keys("Return")
    window.find("Antrean", "radio button")
    window.keys("ctrl+j")
    older, newer = (inhabitant(each.who, "Desa Sepatin").name for each in HAPPENED)
    window.find(f"Dispensasi Nikah — {older}", "label")
    window.find("Halaman surat", "graphic", "label")
    window.settle()
    give_back(window)  # held for ten seconds: the next letter is signed meanwhile
    window.find(f"Dispensasi Nikah — {newer}", "label")
    window.settle()
    sign(window, town)
    window.sees("Tidak ada yang menunggu Anda")
    window.press("Status sinkron")
    window.sees("menunggu dikirim")
    window.settle()
    wanted = {HAPPENED[0]: ("returned", "returned"), HAPPENED[1]: ("signed", "signed")}

    def heard() -> bool:
        window.keys("F5")
        return states(town) == wanted

    patiently(heard, lambda: f"the hub has not heard all: {states(town)}")
    window.close()


def sign(window: Window, town: Prepared) -> None:
    window.press("Tanda tangani")
    window.fill("Berkas sertifikat (.p12)", str(town.certificate(CAMAT)))
    window.fill("Frasa sandi", PASSPHRASE)
    window.keys("Return")
    window.is_gone("Frasa sandi")


def give_back(window: Window) -> None:
    """Without a reason the dialog stays; with one it is held for ten seconds and then said."""
    window.press("Kembalikan")
    window.find("Alasan", "text")
    window.press("Kembalikan")
    window.sees("Tulis alasannya")
    window.fill("Alasan", "Foto N1 tidak terbaca")
    window.press("Kembalikan")
    window.is_gone("Alasan")


def states(town: Prepared) -> dict[errands.Errand, tuple[str, str | None]]:
    """What the kecamatan's database says: how it stands here, and at the hub."""
    outside = real_outside()
    desk = open_desk(Vault(town.profile("kecamatan"), outside.token_bytes), outside, CAMAT, PASSWORD)
    assert desk.profile.name == KECAMATAN
    with desk.database.reading() as connection:
        rows = {row.id: row for row in projection.rows(connection, None)}
    desk.close()
    return {each: (rows[name].state, rows[name].hub_state) for each, name in town.week.requests.items()}

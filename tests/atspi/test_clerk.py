"""A clerk's first morning: the computer is enrolled, a request is recorded by keyboard with its scans, and sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.demo.inhabitants import inhabitant
from desktop.cli.demo.windows import Prepared
from desktop.cli.session import real_outside
from desktop.keys import Vault
from desktop.office.desk import open_desk
from desktop.store import projection
from desktop.store.projection import RequestRow
from tests.atspi.person import Window

PASSWORD = "perahu baru 2026"
OFFICE, CLERK = "64.02.04.2005", "anggana-petugas"


@pytest.mark.slow
def test_a_clerk_enrols_a_computer_and_sends_a_request_with_its_scans(
    open_window: Callable[[Path], Window], town: Prepared, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "baru")
    enrol(window, town)
    window.keys("ctrl+n")
    window.find("Cari layanan", "text")
    window.type("usaha")
    window.is_gone("Dispensasi Nikah")
    window.keys("Return")
    answer(window)
    for kind in ("KTP-el", "kartu keluarga"):
        attach(window, kind, town.week.scans / ("ktp.jpg" if kind == "KTP-el" else "kk.jpg"))
    window.press("Lanjut")
    window.press("Simpan dan ajukan")
    window.sees("Permohonan tersimpan")
    window.press("Beranda")
    window.find("Siap dikirim 1", "push button")
    assert row_of(tmp_path / "baru").hub_state is None
    window.keys("F5")
    window.find("Siap dikirim 0", "push button")
    window.sees("Tidak ada yang menunggu dikirim")
    assert (row_of(tmp_path / "baru").hub_state, row_of(tmp_path / "baru").unanswered) == ("at_step", 0)
    window.close()


def enrol(window: Window, town: Prepared) -> None:
    typed = {
        "Alamat hub": town.scene.link.url,
        "Kode pendaftaran": town.scene.hub.enrol_code(OFFICE, CLERK),
        "Kata sandi baru": PASSWORD,
        "Ulangi kata sandi": PASSWORD,
    }
    for name, text in typed.items():
        window.fill(name, text)
    window.press("Daftarkan komputer ini")
    window.find("Permohonan baru", "push button")
    window.sees("Tersambung")


def answer(window: Window) -> None:
    person = inhabitant(301, "Desa Anggana")
    for name, text in (
        ("NIK", person.nik),
        ("Nama lengkap", person.name),
        ("Tempat lahir", "Anggana"),
        ("Tanggal lahir", f"{person.born:%d-%m-%Y}"),
    ):
        window.fill(name, text)
    window.choose("Jenis kelamin", "Perempuan")
    window.press("Lanjut")
    window.choose("Agama", "Islam")
    window.choose("Pekerjaan", "Nelayan")
    window.fill("Alamat", person.address)
    window.press("Lanjut")
    window.fill("Nama usaha", "Ikan Asin Contoh")
    window.choose("Bidang usaha", "Perikanan")
    window.choose("Tempat usaha", "Di alamat pemilik")
    window.fill("Tahun usaha dimulai", "2019")
    window.fill("Keperluan surat", "kredit usaha rakyat")
    window.press("Lanjut")


def attach(window: Window, kind: str, page: Path) -> None:
    """By the dialog of files, with its path typed.

    Qt presses a button a tenth of a second after it was asked to; a row that is drawn anew in between is never pressed.
    """
    window.settle()
    window.press(f"Pilih berkas*{kind}")
    window.find("Nama berkas:", "text")
    window.type(str(page))
    window.keys("Return")
    window.find(f"Lepas*{kind}", "push button")


def row_of(profile: Path) -> RequestRow:
    """The one request of this desk, as its database has it."""
    outside = real_outside()
    desk = open_desk(Vault(profile, outside.token_bytes), outside, CLERK, PASSWORD)
    with desk.database.reading() as connection:
        (row,) = projection.rows(connection, None)
    desk.close()
    return row

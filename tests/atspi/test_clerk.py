"""A clerk's first morning: the computer is enrolled, the power goes in the middle of a form, the request is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.cli.demo.inhabitants import inhabitant
from desktop.cli.demo.windows import Prepared
from desktop.cli.session import real_outside
from desktop.keys import Vault
from desktop.office.desk import open_desk
from desktop.store import drafts, projection
from desktop.store.projection import RequestRow
from tests.atspi.person import Window, patiently

PASSWORD = "perahu baru 2026"
OFFICE, CLERK = "64.02.04.2005", "anggana-petugas"
PERSON = inhabitant(301, "Desa Anggana")


@pytest.mark.slow
def test_a_form_outlives_a_kill_and_goes_out_with_its_scans(
    open_window: Callable[[Path], Window], town: Prepared, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "baru")
    enrol(window, town)
    begin(window)
    say_who(window)
    window.sees("Draf tersimpan")
    window.child.kill()
    assert draft_of(tmp_path / "baru") == {"pemohon": about_whom()}
    with no_network(town):
        window = open_window(tmp_path / "baru")
        come_back(window)
        say_the_rest(window)
        for kind in ("KTP-el", "kartu keluarga"):
            attach(window, kind, town.week.scans / ("ktp.jpg" if kind == "KTP-el" else "kk.jpg"))
        window.press("Lanjut")
        window.press("Simpan dan ajukan")
        window.sees("Permohonan tersimpan")
        window.press("Beranda")
        window.find("Siap dikirim 1", "push button")
        assert row_of(tmp_path / "baru").hub_state is None
    send(window)
    assert (row_of(tmp_path / "baru").hub_state, row_of(tmp_path / "baru").unanswered) == ("at_step", 0)
    window.close()


@contextmanager
def no_network(town: Prepared) -> Iterator[None]:
    """The line is down: a program that was opened anew exchanges by itself after a quarter of a minute."""
    town.scene.link.order("down")
    try:
        yield
    finally:
        town.scene.link.order("through")


def send(window: Window) -> None:
    """F5 until nothing waits: a beat that came while the line was down may still be at it."""

    def gone() -> bool:
        window.keys("F5")
        return any(node.showing and node.name == "Siap dikirim 0" for node in window.look().walk())

    patiently(gone, lambda: f"it is not sent: {window.told()}")
    window.sees("Tidak ada yang menunggu dikirim")


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
    window.sees("Ini kantor Anda?")
    window.press("Ya, daftarkan komputer ini")
    window.find("Permohonan baru", "push button")
    window.sees("Tersambung")


def begin(window: Window) -> None:
    window.keys("ctrl+n")
    window.find("Cari layanan", "text")
    window.type("usaha")
    window.is_gone("Dispensasi Nikah")
    window.keys("Return")


def say_who(window: Window) -> None:
    for name, text in (
        ("NIK", PERSON.nik),
        ("Nama lengkap", PERSON.name),
        ("Tempat lahir", "Anggana"),
        ("Tanggal lahir", f"{PERSON.born:%d-%m-%Y}"),
    ):
        window.fill(name, text)
    window.choose("Jenis kelamin", "Perempuan")


def about_whom() -> dict[str, str]:
    """What a draft holds of the first page, as its question keeps it."""
    typed = {"nik": PERSON.nik, "nama": PERSON.name, "tempat_lahir": "Anggana", "jenis_kelamin": "2"}
    return {**typed, "tanggal_lahir": PERSON.born.isoformat()}


def come_back(window: Window) -> None:
    """The program is opened again after the power came back: what was typed is found, and said to be."""
    window.fill("Kata sandi", PASSWORD)
    window.keys("Return")
    window.press("Lanjutkan")
    window.sees("Draf dipulihkan. Semua yang sudah diketik masih ada.")
    window.find("Nama lengkap", "text")


def say_the_rest(window: Window) -> None:
    window.press("Lanjut")
    window.choose("Agama", "Islam")
    window.choose("Pekerjaan", "Nelayan")
    window.fill("Alamat", PERSON.address)
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


@contextmanager
def opened(profile: Path) -> Iterator[Connection]:
    """This desk's database, while no window writes to it."""
    outside = real_outside()
    desk = open_desk(Vault(profile, outside.token_bytes), outside, CLERK, PASSWORD)
    try:
        with desk.database.reading() as connection:
            yield connection
    finally:
        desk.close()


def draft_of(profile: Path) -> Mapping[str, object]:
    """The answers of the one draft of this desk, as its database has them."""
    with opened(profile) as connection:
        (draft,) = drafts.all_drafts(connection)
    return {name: answer for name, answer in draft.answers.items() if name != drafts.FILES}


def row_of(profile: Path) -> RequestRow:
    """The one request of this desk, as its database has it."""
    with opened(profile) as connection:
        (row,) = projection.rows(connection, None)
    return row

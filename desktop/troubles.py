"""Why an exchange came to nothing, told apart for a person: no line, a wrong clock, an old program, the hub itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.theme import Meaning
from desktop.work import Exchange

CLOCK_AHEAD: Final = 120.0
"""Seconds by which a clock may be wrong before it is said."""
_NAMES: Final = {
    "unreachable": "offline",
    "foreign_answer": "portal",
    "untrusted_hub": "untrusted",
    "too_old": "old",
    "too_new": "newer",
    "hub_full": "full",
    "epoch_changed": "restored",
    "not_allowed": "stranger",
    "bad_signature": "stranger",
    "sedang_dipakai": "elsewhere",
    "disk_gagal": "disk",
    "basis_data_rusak": "disk",
    "berkas_rusak": "disk",
}
"""Everything else is the hub's own trouble."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble.

    Attributes:
        short: for the status bar.
        title: for the page, what happened.
        text: what to do; the sentence of the error stands beside it.
    """

    name: str
    icon: str
    meaning: Meaning
    short: str
    title: str
    text: str


def trouble_of(exchange: Exchange) -> Trouble | None:
    """What stands between this desk and its hub; None when all is well or nothing was tried."""
    if exchange.trouble:
        return _said(_TROUBLES[_NAMES.get(exchange.code, "hub")])
    return _said(_TROUBLES["clock"]) if abs(exchange.clock_ahead) > CLOCK_AHEAD else None


def _said(trouble: Trouble) -> Trouble:
    """In the window's language."""
    short, title, text = (
        QCoreApplication.translate("Troubles", words) for words in (trouble.short, trouble.title, trouble.text)
    )
    return replace(trouble, short=short, title=title, text=text)


def translate(_context: str, words: str) -> str:
    """Only marks the words for `pyside6-lupdate`; `_said` looks them up when the language is known."""
    return words


_TROUBLES = {
    each.name: each
    for each in (
        Trouble(
            "offline",
            "cloud-off",
            Meaning.QUIET,
            translate("Troubles", "Luring"),
            translate("Troubles", "Luring. Data Anda aman di komputer ini."),
            translate("Troubles", "Semua pekerjaan boleh diteruskan. Yang menunggu dikirim sendiri saat tersambung."),
        ),
        Trouble(
            "clock",
            "clock",
            Meaning.ATTENTION,
            translate("Troubles", "Jam komputer salah"),
            translate("Troubles", "Jam komputer ini berbeda dari jam hub."),
            translate("Troubles", "Setel tanggal dan jam komputer, lalu sinkronkan lagi. Data Anda aman."),
        ),
        Trouble(
            "untrusted",
            "shield",
            Meaning.ATTENTION,
            translate("Troubles", "Hub tidak dipercaya"),
            translate("Troubles", "Hub tidak dapat dipercaya dari sini. Tidak ada yang dikirim."),
            translate(
                "Troubles", "Periksa dahulu jam komputer dan jaringan. Bila tetap begini, hubungi pengelola hub."
            ),
        ),
        Trouble(
            "old",
            "rotate",
            Meaning.ATTENTION,
            translate("Troubles", "Program perlu diperbarui"),
            translate("Troubles", "Program ini terlalu lama untuk hub."),
            translate("Troubles", "Pencatatan tetap bisa. Perbarui program supaya yang menunggu dapat dikirim."),
        ),
        Trouble(
            "newer",
            "rotate",
            Meaning.ATTENTION,
            translate("Troubles", "Hub perlu diperbarui"),
            translate("Troubles", "Hub belum mengenal versi program ini. Data Anda aman di komputer ini."),
            translate(
                "Troubles", "Pencatatan tetap bisa. Minta pengelola hub memperbarui hub; di sini tidak ada yang salah."
            ),
        ),
        Trouble(
            "full",
            "warning",
            Meaning.ATTENTION,
            translate("Troubles", "Penyimpanan hub penuh"),
            translate("Troubles", "Hub belum dapat menerima: penyimpanannya penuh. Data Anda aman di komputer ini."),
            translate("Troubles", "Beri tahu pengelola hub. Yang menunggu dikirim sendiri begitu ada tempat."),
        ),
        Trouble(
            "restored",
            "undo",
            Meaning.ATTENTION,
            translate("Troubles", "Hub dipulihkan"),
            translate("Troubles", "Hub dipulihkan dari cadangan. Data Anda aman di komputer ini."),
            translate("Troubles", "Yang hilang di hub dikembalikan sendiri dari sini. Sinkronkan sekali lagi."),
        ),
        Trouble(
            "stranger",
            "lock",
            Meaning.REFUSED,
            translate("Troubles", "Hub menolak komputer ini"),
            translate("Troubles", "Hub tidak mengizinkan komputer ini."),
            translate("Troubles", "Data tetap di sini. Minta pengelola hub memeriksa pendaftaran komputer ini."),
        ),
        Trouble(
            "portal",
            "warning",
            Meaning.ATTENTION,
            translate("Troubles", "Jaringan meminta masuk"),
            translate("Troubles", "Yang menjawab bukan hub, mungkin halaman masuk jaringan."),
            translate("Troubles", "Buka peramban untuk masuk ke jaringan, lalu sinkronkan lagi."),
        ),
        Trouble(
            "elsewhere",
            "refresh",
            Meaning.MOVING,
            translate("Troubles", "Sedang disinkronkan"),
            translate("Troubles", "Program lain di komputer ini sedang menyinkronkan."),
            translate("Troubles", "Tunggu sebentar. Tidak ada yang perlu dilakukan."),
        ),
        Trouble(
            "disk",
            "warning",
            Meaning.REFUSED,
            translate("Troubles", "Disk bermasalah"),
            translate("Troubles", "Disk atau data komputer ini bermasalah. Hub dan jaringan tidak."),
            translate("Troubles", "Yang sudah terkirim aman di hub. Jangan hapus apa pun; ikuti pesan di bawah."),
        ),
        Trouble(
            "hub",
            "warning",
            Meaning.ATTENTION,
            translate("Troubles", "Hub bermasalah"),
            translate("Troubles", "Hub menjawab, tetapi sedang bermasalah. Data Anda aman di komputer ini."),
            translate("Troubles", "Akan dicoba lagi sendiri. Bila tetap begini, hubungi pengelola hub."),
        ),
    )
}

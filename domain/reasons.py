"""The reasons of verdicts in the words of the office: what happened, what to do next; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KEPT: Final = " Yang sudah ditulis tetap tersimpan di komputer ini."

_UNKNOWN: Final = (
    "Hub menolak langkah ini dengan alasan yang belum dikenal program ini. Perbarui program untuk membacanya."
)
_ASK: Final = " Hubungi pengelola hub."

SET_ASIDE: Final = "set_aside"
"""The reason of an action at which the hub failed again and again: its desk takes it out of the way of the others."""
_DEAD: Final = frozenset({SET_ASIDE, "unreadable", "later_kind", "duplicate_id"})

SENTENCES: Final[Mapping[str, str]] = {
    "already_submitted": "Permohonan ini sudah diterima sebelumnya. Tidak perlu dikirim lagi.",
    "not_open": "Langkah ini sudah tidak terbuka: permohonan sudah berpindah. Lihat jejaknya, lalu putuskan lagi.",
    "head_moved": "Petugas lain sudah memutuskan lebih dahulu. Bandingkan kedua versi, lalu terapkan lagi bila perlu.",
    "base_refused": "Langkah sebelumnya ditolak, sehingga langkah ini ikut berakhir. Mulai lagi dari keadaan terbaru.",
    "letter_changed": "Surat sudah disiapkan ulang sejak dibuka. Buka surat yang terbaru, periksa, lalu tanda tangani.",
    "not_the_frozen_signer": "Surat ini disiapkan untuk penanda tangan lain. Minta surat disiapkan ulang.",
    "other_office": "Permohonan ini bukan pada langkah kantor Anda. Lihat jejaknya untuk tahu siapa yang memutuskan.",
    "other_shard": f"Permohonan ini tidak termasuk wilayah kantor Anda.{_ASK}",
    "unknown_request": f"Hub tidak mengenal permohonan ini.{_ASK}",
    "unknown_base": f"Hub tidak mengenal langkah yang menjadi dasar.{_ASK}",
    "not_an_earlier_step": "Permohonan hanya dapat dikembalikan ke langkah sebelumnya. Pilih langkah yang sudah lewat.",
    "not_a_successor": (
        "Surat pengganti harus dari permohonan lain pada kantor yang sama, yang tidak ditolak, ditarik, atau dicabut. "
        "Pilih permohonan penggantinya."
    ),
    "not_assigned": (
        "Anda tidak memegang jabatan untuk langkah ini pada waktu itu. Minta pejabat yang bertugas memutuskannya, "
        "atau minta pengelola hub memeriksa penugasan Anda."
    ),
    "substituted": (
        "Jabatan ini sedang dipegang pelaksana harian (Plh.); pejabat definitif tidak bertindak. "
        "Serahkan langkah ini kepada Plh."
    ),
    "kind_of_other_author": f"Jenis langkah ini tidak boleh dibuat oleh pengirimnya.{_ASK}",
    "request_does_not_fit": f"Isi langkah ini tidak sesuai bentuk yang ditentukan.{_ASK}",
    "base_does_not_fit": f"Isi langkah ini tidak sesuai bentuk yang ditentukan.{_ASK}",
    "body_does_not_fit": f"Isi langkah ini tidak sesuai bentuk yang ditentukan.{_ASK}",
    "unreadable": f"Kiriman ini tidak terbaca oleh hub.{_ASK}",
    "later_kind": (
        "Program di komputer ini lebih baru daripada hub, dan hub belum mengenal jenis langkah ini. Minta pengelola "
        "hub memperbarui hub, lalu terapkan lagi."
    ),
    SET_ASIDE: (
        "Hub gagal setiap kali menerima langkah ini, maka langkah ini disisihkan supaya yang lain tetap terkirim. "
        "Terapkan lagi sesudah hub diperbaiki, atau simpan untuk dukungan."
    ),
    "other_hub": f"Langkah ini dibuat untuk hub lain.{_ASK}",
    "unknown_author": f"Pembuat langkah ini tidak dikenal oleh hub.{_ASK}",
    "unknown_key": f"Kunci petugas tidak dikenal oleh hub.{_ASK}",
    "revoked_key": "Kunci petugas ini sudah dicabut. Minta kode pendaftaran baru kepada pengelola hub.",
    "bad_author_signature": f"Tanda tangan pembuat langkah tidak cocok dengan isinya.{_ASK}",
    "bad_payload": f"Isi permohonan tidak cocok dengan sidik jarinya.{_ASK}",
    "duplicate_id": f"Nomor langkah ini sudah dipakai untuk isi yang lain.{_ASK}",
    "unknown_pack": "Versi layanan ini tidak dikenal oleh hub. Sinkronkan layanan, lalu ulangi; bila tetap begini, "
    "hubungi pengelola hub.",
    "wrong_answers": "Jawaban tidak memenuhi syarat layanan ini. Perbaiki, lalu kirim lagi.",
    "letter_is_false": (
        "Isi surat tidak sama dengan data yang dibekukan. Hub menolak dan mencatat peringatan. "
        "Jangan serahkan surat itu; perbarui program, lalu terbitkan lagi dengan nomor baru."
    ),
    "bad_letter_signature": (
        "Tanda tangan pada surat tidak sah untuk pejabat atau surat ini. Periksa sertifikatnya, lalu ulangi."
    ),
    "other_signer": (
        "Sertifikat penanda tangan bukan milik pejabat yang ditunjuk. Tanda tangani dengan sertifikat pejabat itu."
    ),
    "number_not_leased": "Nomor surat ini bukan dari jatah nomor komputer ini. Sinkronkan, lalu terbitkan lagi.",
    "number_taken": (
        "Nomor surat ini sudah dipakai. Hub mencatat peringatan; nomor tidak diganti diam-diam. "
        "Sinkronkan, lalu terbitkan lagi dengan nomor baru."
    ),
    "refused_by_supervisor": (
        "Langkah ini tertahan dan ditolak pengelola hub. Tanyakan alasannya kepada pengelola, lalu mulai lagi dari "
        "keadaan terbaru."
    ),
    "waits_for_bytes": "Menunggu lampiran atau berkas surat selesai terkirim. Tidak ada yang perlu dilakukan.",
    "waits_for_base": "Menunggu langkah sebelumnya sampai di hub. Tidak ada yang perlu dilakukan.",
    "authority_unclear": "Masa jabatan penanda tangan hanya mencakup sebagian waktu. Menunggu keputusan pengelola.",
    "letter_differs": "Surat dibuat dengan versi program yang berbeda. Menunggu keputusan pengelola.",
}
"""Reason → sentence. A reason without a sentence is a bug that a test finds."""


def is_dead(reason: str) -> bool:
    """Whether a refusal is no decision about the action: nobody read it, or nobody here can read why.

    The same may be said again as a new action: nothing in the office speaks against it.
    """
    return reason in _DEAD or reason not in SENTENCES


def sentence(reason: str) -> str:
    """The sentence for a reason, with what it means for the data.

    Unknown reasons come from a newer hub and still get a calm answer.
    """
    return SENTENCES.get(reason, _UNKNOWN) + _KEPT

"""The reasons of verdicts in the words of the office: what happened, what to do next; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KEPT: Final = " Yang sudah ditulis tetap tersimpan di komputer ini."

SENTENCES: Final[Mapping[str, str]] = {
    "already_submitted": "Permohonan ini sudah diterima sebelumnya. Tidak perlu dikirim lagi.",
    "not_open": "Langkah ini sudah tidak terbuka: permohonan sudah berpindah. Lihat jejaknya, lalu putuskan lagi.",
    "head_moved": "Petugas lain sudah memutuskan lebih dahulu. Bandingkan kedua versi, lalu terapkan lagi bila perlu.",
    "base_refused": "Langkah sebelumnya ditolak, sehingga langkah ini ikut berakhir. Mulai lagi dari keadaan terbaru.",
    "letter_changed": "Surat sudah disiapkan ulang sejak dibuka. Buka surat yang terbaru, periksa, lalu tanda tangani.",
    "not_the_frozen_signer": "Surat ini disiapkan untuk penanda tangan lain. Minta surat disiapkan ulang.",
    "other_office": "Permohonan ini bukan pada langkah kantor Anda.",
    "other_shard": "Permohonan ini tidak termasuk wilayah kantor Anda. Hubungi pengelola hub.",
    "unknown_request": "Hub tidak mengenal permohonan ini. Hubungi pengelola hub.",
    "unknown_base": "Hub tidak mengenal langkah yang menjadi dasar. Hubungi pengelola hub.",
    "not_an_earlier_step": "Permohonan hanya dapat dikembalikan ke langkah sebelumnya.",
    "not_assigned": "Anda tidak memegang jabatan untuk langkah ini pada waktu itu.",
    "substituted": "Jabatan ini sedang dipegang pelaksana harian (Plh.); pejabat definitif tidak bertindak.",
    "kind_of_other_author": "Jenis langkah ini tidak boleh dibuat oleh pengirimnya.",
    "request_does_not_fit": "Isi langkah ini tidak sesuai bentuk yang ditentukan.",
    "base_does_not_fit": "Isi langkah ini tidak sesuai bentuk yang ditentukan.",
    "body_does_not_fit": "Isi langkah ini tidak sesuai bentuk yang ditentukan.",
    "unreadable": "Kiriman ini tidak terbaca oleh hub. Hubungi pengelola hub.",
    "other_hub": "Langkah ini dibuat untuk hub lain.",
    "unknown_author": "Pembuat langkah ini tidak dikenal oleh hub.",
    "unknown_key": "Kunci petugas tidak dikenal oleh hub.",
    "revoked_key": "Kunci petugas ini sudah dicabut.",
    "bad_author_signature": "Tanda tangan pembuat langkah tidak cocok dengan isinya.",
    "bad_payload": "Isi permohonan tidak cocok dengan sidik jarinya.",
    "duplicate_id": "Nomor langkah ini sudah dipakai untuk isi yang lain.",
    "unknown_pack": "Versi layanan ini tidak dikenal oleh hub.",
    "wrong_answers": "Jawaban tidak memenuhi syarat layanan ini. Perbaiki, lalu kirim lagi.",
    "letter_is_false": "Isi surat tidak sama dengan data yang dibekukan. Hub menolak dan mencatat peringatan.",
    "bad_letter_signature": "Tanda tangan pada surat tidak sah untuk pejabat atau surat ini.",
    "other_signer": "Sertifikat penanda tangan bukan milik pejabat yang ditunjuk.",
    "number_not_leased": "Nomor surat ini tidak berasal dari jatah nomor komputer ini.",
    "number_taken": "Nomor surat ini sudah dipakai. Hub mencatat peringatan; nomor tidak diganti diam-diam.",
    "waits_for_bytes": "Menunggu lampiran atau berkas surat selesai terkirim.",
    "waits_for_base": "Menunggu langkah sebelumnya sampai di hub.",
    "authority_unclear": "Masa jabatan penanda tangan hanya mencakup sebagian waktu. Menunggu keputusan pengelola.",
    "letter_differs": "Surat dibuat dengan versi program yang berbeda. Menunggu keputusan pengelola.",
}
"""Reason → sentence. A reason without a sentence is a bug that a test finds."""


def sentence(reason: str) -> str:
    """The sentence for a reason, with what it means for the data.

    Unknown reasons come from a newer hub and still get a calm answer.
    """
    return SENTENCES.get(reason, "Hub menolak langkah ini dengan alasan yang belum dikenal program ini.") + _KEPT

"""Sentences about a flash disk, as `desktop.heard_words`: of `sync.parcel_errors`, and of the history of exchanges."""

from __future__ import annotations

from typing import Final

from desktop.phrases import noted

SAVED: Final = noted(
    "Kiriman tersimpan: {actions} langkah dan {files} lampiran. Bawa flash disk ke pengelola hub, lalu ambil "
    "jawabannya di sini. Data juga tetap tersimpan di komputer ini."
)
TAKEN: Final = noted("Jawaban hub diambil: diterima {accepted}, ditolak {refused}, tertahan {parked}, berkas {files}.")
NO_NEWS: Final = noted("Jawaban ini sudah pernah diambil; tidak ada yang baru. Data tetap seperti semula.")
PARCELS: Final = (
    SAVED,
    TAKEN,
    NO_NEWS,
    noted("Berkas ini bukan kiriman atau jawaban Ketinting, sehingga tidak ada yang diambil."),
    noted("Pilih berkas lain di flash disk."),
    noted("Berkas ini terpotong; mungkin flash disk dicabut sebelum selesai disalin."),
    noted("Tidak ada yang diambil, dan data yang sudah tersimpan tetap aman."),
    noted("Salin atau buat lagi berkasnya."),
    noted("Isi berkas ini rusak atau diubah orang, sehingga tidak ada yang diambil."),
    noted("Data yang sudah tersimpan tetap aman."),
    noted("Buat lagi berkasnya dari komputer asalnya."),
    noted(
        "Berkas ini dibuat untuk hub atau komputer lain, sehingga tidak dapat dibuka di sini dan tidak ada "
        "yang diambil."
    ),
    noted("Pilih berkas yang dibuat untuk hub atau komputer ini."),
    noted("Salinan lain dari komputer ini pernah mengirim, sehingga kiriman ini belum diterima hub."),
    noted("Simpan kiriman baru ke flash disk, lalu bawa lagi."),
    noted("Jawaban ini lanjutan dari berkas yang belum diambil, sehingga belum ada yang diambil darinya."),
    noted("Ambil bagian sebelumnya dahulu."),
    noted("Bila berkas itu tidak ada lagi, simpan kiriman baru ke flash disk."),
    noted(
        "Sebagian jawaban ini hanya dapat dibaca program yang lebih baru; bagian itu tetap di hub, yang lain sudah "
        "diambil."
    ),
    noted("Perbarui program, lalu simpan kiriman baru ke flash disk dan ambil jawabannya."),
    noted("Flash disk penuh, sehingga berkasnya tidak jadi dibuat."),
    noted("Kosongkan flash disk atau pakai yang lain, lalu ulangi."),
    noted("Flash disk tidak dapat dibaca atau ditulis; mungkin sudah dicabut."),
    noted("Pasang flash disk, periksa letak berkasnya, lalu ulangi."),
)

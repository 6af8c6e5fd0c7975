"""What can be wrong with a parcel on a flash disk. Nothing of a parcel is taken before it was found whole.

::

    SyncError
    └── ParcelTrouble
        ├── NotAParcel       some other file
        ├── ParcelCut        the end is missing: the disk was pulled out too early
        ├── ParcelAltered    a seal or the signature does not fit: damaged, or changed by somebody
        ├── ForeignParcel    sealed for another hub or desk, or of the other kind
        ├── AskAgain         the hub wants the same under a new life of this desk, which has one now
        ├── EarlierPart      it goes on where a parcel ended that was not taken yet
        ├── LaterAnswer      a part of it is for a later program; the rest was taken
        ├── DiskFull         the flash disk has no room: nothing was left on it
        └── DiskGone         the flash disk was pulled out, or cannot be read or written
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sync.errors import SyncError

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


class ParcelTrouble(SyncError):
    """Any of them."""

    code = "parcel"


class NotAParcel(ParcelTrouble):
    """Some other file."""

    code = "not_a_parcel"
    sentence = (
        "Berkas ini bukan kiriman atau jawaban Ketinting, sehingga tidak ada yang diambil. "
        "Pilih berkas lain di flash disk."
    )


class ParcelCut(ParcelTrouble):
    """The end is missing."""

    code = "parcel_cut"
    sentence = (
        "Berkas ini terpotong; mungkin flash disk dicabut sebelum selesai disalin. Tidak ada yang diambil, dan data "
        "yang sudah tersimpan tetap aman. Salin atau buat lagi berkasnya."
    )


class ParcelAltered(ParcelTrouble):
    """A seal or the signature does not fit."""

    code = "parcel_altered"
    sentence = (
        "Isi berkas ini rusak atau diubah orang, sehingga tidak ada yang diambil. Data yang sudah tersimpan tetap "
        "aman. Buat lagi berkasnya dari komputer asalnya."
    )


class ForeignParcel(ParcelTrouble):
    """Sealed for another hub or desk, or of the other kind."""

    code = "foreign_parcel"
    sentence = (
        "Berkas ini dibuat untuk hub atau komputer lain, sehingga tidak dapat dibuka di sini dan tidak ada yang "
        "diambil. Pilih berkas yang dibuat untuk hub atau komputer ini."
    )


class EarlierPart(ParcelTrouble):
    """It goes on where a parcel ended that was not taken yet."""

    code = "earlier_part"
    sentence = (
        "Jawaban ini lanjutan dari berkas yang belum diambil, sehingga belum ada yang diambil darinya. Ambil bagian "
        "sebelumnya dahulu. Bila berkas itu tidak ada lagi, simpan kiriman baru ke flash disk."
    )


class AskAgain(ParcelTrouble):
    """Another copy of this desk has used these places in the queue; it has taken a new life, under which it asks."""

    code = "ask_again"
    sentence = (
        "Salinan lain dari komputer ini pernah mengirim, sehingga kiriman ini belum diterima hub. Data tetap tersimpan "
        "di komputer ini. Simpan kiriman baru ke flash disk, lalu bawa lagi."
    )


class LaterAnswer(ParcelTrouble):
    """A part of it is for a later program than this; the rest was taken."""

    code = "later_answer"
    sentence = (
        "Sebagian jawaban ini hanya dapat dibaca program yang lebih baru; bagian itu tetap di hub, yang lain sudah "
        "diambil. Data yang sudah tersimpan tetap aman. Perbarui program, lalu simpan kiriman baru ke flash disk dan "
        "ambil jawabannya."
    )


class DiskFull(ParcelTrouble):
    """The flash disk has no room: nothing was left on it."""

    code = "disk_full"
    sentence = (
        "Flash disk penuh, sehingga berkasnya tidak jadi dibuat. Data tetap tersimpan di komputer ini. "
        "Kosongkan flash disk atau pakai yang lain, lalu ulangi."
    )


class DiskGone(ParcelTrouble):
    """The flash disk was pulled out, or cannot be read or written."""

    code = "disk_gone"
    sentence = (
        "Flash disk tidak dapat dibaca atau ditulis; mungkin sudah dicabut. Data tetap tersimpan di komputer ini. "
        "Pasang flash disk, periksa letak berkasnya, lalu ulangi."
    )


def says_no_room(error: OSError) -> bool:
    """Whether the system means that a disk is full, and nothing else."""
    return error.errno in _NO_ROOM


@contextmanager
def disk_words() -> Iterator[None]:
    """Turn what the system says of a flash disk into our sentences."""
    try:
        yield
    except OSError as error:
        if says_no_room(error):
            raise DiskFull(str(error)) from error
        raise DiskGone(str(error)) from error

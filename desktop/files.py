"""Files that survive a power cut: hidden until whole, then durable, then named."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.errors import NotAllowed, StoreFailing, StoreFull, WorldError
from desktop.phrases import phrase
from domain.room import SOME, means_failing_disk, means_no_room
from sync.ballast import give_up
from sync.durable import sync_folder

SMALL: Final = 1024**2
"""Bytes of the largest certificate, key or enrolment file."""


def disk_full(profile: Path | None = None) -> StoreFull:
    """The one sentence for a full disk; another one where the profile had held some room for this moment."""
    if profile is not None and give_up(profile):
        return StoreFull(
            "ruang_cadangan_dibuka",
            phrase(
                "Penyimpanan komputer ini penuh (atau jatahnya habis), jadi langkah terakhir belum disimpan. Ruang "
                "cadangan baru saja dibuka: ulangi langkah itu sekarang, lalu kosongkan ruang. Semua yang sudah "
                "tersimpan tetap aman."
            ),
        )
    return StoreFull(
        "penyimpanan_penuh",
        phrase(
            "Penyimpanan komputer ini penuh (atau jatahnya habis), jadi langkah terakhir belum disimpan. "
            "Semua yang sudah tersimpan tetap aman. Kosongkan ruang, lalu ulangi langkah terakhir."
        ),
    )


def disk_failing() -> StoreFailing:
    """The one sentence for a disk that fails. What was being written may be there after all: look, then repeat."""
    return StoreFailing(
        "disk_gagal",
        phrase(
            "Disk komputer ini gagal membaca atau menulis (rusak, terlepas, atau terkunci). Yang sudah tersimpan "
            "sebelumnya tidak berubah, dan yang sudah terkirim aman di hub. Langkah terakhir mungkin belum tersimpan: "
            "tutup Ketinting, periksa disknya, buka lagi, dan lihat dahulu sebelum mengulangi. Bila terjadi lagi, "
            "simpan cadangan ke disk lain dengan 'desk backup FILE'."
        ),
    )


def trouble_of(error: Exception) -> WorldError | None:
    """What the system has against a file, wherever it comes up; None for what is no such trouble."""
    if not isinstance(error, OSError):
        return None
    if means_no_room(error.errno):
        return disk_full()
    if means_failing_disk(error.errno):
        return disk_failing()
    name = Path(os.fsdecode(error.filename)).name if error.filename else phrase("yang diperlukan")
    return WorldError(
        "berkas_bermasalah",
        phrase(
            "Berkas atau folder {name} tidak dapat dipakai ({why}). Yang sudah tersimpan tetap aman. "
            "Periksa letak dan izinnya, lalu ulangi.",
            name=name,
            why=error.strerror or type(error).__name__,
        ),
    )


def has_room(folder: Path) -> bool:
    """Whether a little can be written there now. The disk itself is asked: a used-up share shows nowhere else."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(SOME))
            file.flush()
            os.fsync(file.fileno())  # some disks promise room and refuse it here
    except OSError as error:
        return not means_no_room(error.errno)
    return True


@contextmanager
def room_on_disk(profile: Path | None = None) -> Iterator[None]:
    """Turn "no space left" and a disk that fails into our sentences; a full one costs the profile its reserved room."""
    try:
        yield
    except OSError as error:
        if means_no_room(error.errno):
            raise disk_full(profile) from error
        if means_failing_disk(error.errno):
            raise disk_failing() from error
        raise


def write_durably(path: Path, content: bytes) -> None:
    """Write beside, fsync, rename over, fsync the folder: readers see the old bytes or the new ones, never a part.

    Raises:
        StoreFull: no room; the old file is untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with room_on_disk():
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def small_bytes(path: Path, most: int = SMALL) -> bytes:
    """A file that a person picked and that is never large; any other must not fill the memory.

    Raises:
        OSError: it cannot be read, or is larger.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EINVAL, "larger than any file of its kind", str(path))
    return content


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold a profile's lock file; the system lets go of it when the process ends, however it ends.

    Raises:
        NotAllowed: another process holds it.
    """
    with lock.open("ab") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise NotAllowed(
                "sedang_dipakai",
                phrase(
                    "Sinkronisasi lain sedang berjalan di komputer ini. Data Anda aman. Tunggu sebentar, lalu coba "
                    "lagi."
                ),
            ) from error
        yield


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""Files that survive a power cut: hidden until whole, then durable, then named."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import NotAllowed, StoreFull

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


def disk_full() -> StoreFull:
    """The one sentence for a full disk."""
    return StoreFull(
        "penyimpanan_penuh",
        "Penyimpanan komputer ini penuh, jadi langkah terakhir belum disimpan. Semua yang sudah tersimpan tetap aman. "
        "Kosongkan ruang, lalu ulangi langkah terakhir.",
    )


@contextmanager
def room_on_disk() -> Iterator[None]:
    """Turn the system's "no space left" into our sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise disk_full() from error
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


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable. Windows writes them through by itself and refuses to open a folder."""
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
                "Sinkronisasi lain sedang berjalan di komputer ini. Data Anda aman. Tunggu sebentar, lalu coba lagi.",
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

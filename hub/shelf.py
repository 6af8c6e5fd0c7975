"""Where the sealed bytes of stored files lie: behind this small interface a folder, or any S3-compatible store.

What is handed over is sealed already; nothing here knows keys, rows or contents. A name is `shard/hex`, chosen by
chance and never given twice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from hub.errors import HubError
from hub.room import room_on_disk, takes_bytes
from sync.durable import keep_folder, sync_folder


class DamagedFile(HubError):
    """A stored file is missing, shortened or changed."""

    word = "berkas_rusak"


class LostFile(DamagedFile):
    """A stored file is not where it was put."""

    def __init__(self) -> None:
        super().__init__("Sebuah berkas tersimpan di hub hilang. Pulihkan dari cadangan.")


class Shelf(Protocol):
    """A place for sealed bytes, which survive a power cut once `put` has returned."""

    def put(self, name: str, at: int, sealed: bytes) -> None:
        """Write behind the first `at` bytes of a file; what lay there was never committed, and is gone.

        Raises:
            StorageFull, StorageFailing: the disk; what counted before still counts.
            StorageAway: it cannot be said whether it was written; doing it again is doing it once.
        """
        ...

    def opened(self, name: str) -> AbstractContextManager[BinaryIO]:
        """The file, to be read from its first byte on; it can be sought in.

        Raises:
            LostFile: there is none.
            StorageAway: the place does not answer.
        """
        ...

    def remove(self, name: str) -> None:
        """Take a file away; nothing happens when it is not there."""
        ...

    def takes_bytes(self) -> bool:
        """Whether a little can be written there now."""
        ...

    def is_empty(self) -> bool:
        """Whether nothing lies there."""
        ...

    def clear(self) -> None:
        """Take everything away: for a restore into an empty place that failed."""
        ...


class Folder:
    """A folder of this machine; a file in it is a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, at: int, sealed: bytes) -> None:
        """On the disk itself when this returns."""
        with room_on_disk():
            _put(self.path / name, at, sealed)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """A stream of the file."""
        try:
            file = (self.path / name).open("rb")
        except OSError as cause:
            raise LostFile from cause
        with file:
            yield file

    def remove(self, name: str) -> None:
        """Unlink it."""
        (self.path / name).unlink(missing_ok=True)

    def takes_bytes(self) -> bool:
        """Whether the disk takes a little."""
        return takes_bytes(self.path)

    def is_empty(self) -> bool:
        """Whether the folder is absent or empty."""
        return not self.path.exists() or not any(self.path.iterdir())

    def clear(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.path, ignore_errors=True)


def _put(path: Path, at: int, sealed: bytes) -> None:
    keep_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as disk:
        disk.truncate(at)
        disk.seek(at)
        disk.write(sealed)
        disk.flush()
        os.fsync(disk.fileno())
    if at == 0:
        for folder in (path.parent, path.parent.parent):  # the shard's may be another's who has not synced it yet
            sync_folder(folder)

"""Attachments and letters on the disk: sealed in 64 kB pieces, a key per file, names that say nothing.

A piece is AES-256-GCM under the file's own key with its place as the nonce and a mark on the last one, so that pieces
can be read from anywhere and none can be swapped, dropped or added. The file's key is wrapped by the profile's data key
and kept in the row; the name is a keyed hash. The bytes are hashed while they are written, the file is durable and
named before its row is: what a row names exists.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.errors import DamagedStore
from desktop.files import room_on_disk
from desktop.phrases import phrase
from desktop.wrapping import DoesNotOpen, RandomBytes, unwrap, wrap
from sync.ballast import give_up_when_low
from sync.durable import keep_folder, sync_folder

PIECE: Final = 64 * 1024
_TAG: Final = 16
_PURPOSE: Final = b"kt-blob\0"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on the disk: its name in the folder, its wrapped key, what its bytes are."""

    file: str
    wrapped_key: bytes
    sha256: bytes
    size: int


class BlobFiles:
    """The folder of sealed files of one profile."""

    def __init__(self, folder: Path, data_key: bytes, token_bytes: RandomBytes) -> None:
        self.folder = folder
        self._wrapping = _derived(data_key, b"kt-blob-wrap")
        self._naming = _derived(data_key, b"kt-blob-name")
        self._token_bytes = token_bytes

    def keep(self, content: Iterable[bytes]) -> Kept:
        """Seal these bytes into a new file, durable before this returns.

        Raises:
            StoreFull: no room; nothing is left behind.
        """
        with room_on_disk():
            keep_folder(self.folder)
        key = self._token_bytes(32)
        beside = self.folder / f".{self._token_bytes(8).hex()}.tmp"
        give_up_when_low(self.folder.parent)
        try:
            with room_on_disk(self.folder.parent):
                with beside.open("xb") as file:
                    digest, size = _seal(content, AESGCM(key), file)
                    file.flush()
                    os.fsync(file.fileno())
                name = self._name(key, digest)
                beside.replace(self.folder / name)
                sync_folder(self.folder)
        finally:
            beside.unlink(missing_ok=True)
        return Kept(name, wrap(self._wrapping, key, _PURPOSE, self._token_bytes), digest, size)

    def read(self, kept: Kept, start: int = 0) -> Iterator[bytes]:
        """The bytes from `start` on, each piece proved as it is read.

        Raises:
            DamagedStore: the file is missing or was changed.
        """
        try:
            cipher = AESGCM(unwrap(self._wrapping, kept.wrapped_key, _PURPOSE))
            with (self.folder / kept.file).open("rb") as file:
                yield from _opened(file, cipher, kept.size, start)
        except (OSError, InvalidTag, DoesNotOpen) as error:
            raise damaged_file() from error

    def read_all(self, kept: Kept) -> bytes:
        """All bytes, proved against the hash that the row knows.

        Raises:
            DamagedStore: missing, changed, or other bytes than the row says.
        """
        content = b"".join(self.read(kept))
        if not hmac.compare_digest(hashlib.sha256(content).digest(), kept.sha256):
            raise damaged_file()
        return content

    def forget(self, name: str) -> None:
        """Remove a file whose row is gone."""
        (self.folder / name).unlink(missing_ok=True)

    def names(self) -> frozenset[str]:
        """Every file in the folder, half-written ones too."""
        return frozenset(path.name for path in self.folder.iterdir()) if self.folder.exists() else frozenset()

    def _name(self, key: bytes, digest: bytes) -> str:
        return hmac.digest(self._naming, key + digest, hashlib.sha256).hex()[:48]


def damaged_file() -> DamagedStore:
    """The one sentence for an attachment that does not read."""
    return DamagedStore(
        "berkas_rusak",
        phrase(
            "Satu berkas di komputer ini hilang atau rusak. Berkas itu tidak dikirim dan tidak dihapus. "
            "Lampirkan lagi dari aslinya, atau pulihkan cadangan."
        ),
    )


def _derived(data_key: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, purpose).derive(data_key)


def _nonce(index: int, *, last: bool) -> bytes:
    return index.to_bytes(8, "big") + int(last).to_bytes(4, "big")


def _seal(content: Iterable[bytes], cipher: AESGCM, file: BinaryIO) -> tuple[bytes, int]:
    digest, size, index = hashlib.sha256(), 0, 0
    waiting = b""
    for part in content:
        digest.update(part)
        size += len(part)
        waiting += part
        while len(waiting) > PIECE:
            file.write(cipher.encrypt(_nonce(index, last=False), waiting[:PIECE], None))
            waiting, index = waiting[PIECE:], index + 1
    file.write(cipher.encrypt(_nonce(index, last=True), waiting, None))
    return digest.digest(), size


def _opened(file: BinaryIO, cipher: AESGCM, size: int, start: int) -> Iterator[bytes]:
    final = max(size - 1, 0) // PIECE
    first = min(start, max(size - 1, 0)) // PIECE
    file.seek(first * (PIECE + _TAG))
    for index in range(first, final + 1):
        piece = cipher.decrypt(_nonce(index, last=index == final), file.read(PIECE + _TAG), None)
        yield piece[max(start - index * PIECE, 0) :]

"""Stored bytes: encrypted files on a shelf, a folder or an S3-compatible store, that only ever grow at their end.

A file is a row of frames: length (4 bytes, big-endian) ‖ nonce (12) ‖ AES-256-GCM of at most 64 kB ‖ tag. Each file has
a key of its own, sealed with a key of the hub and kept in the row that names the file; each frame is bound to its file
and place. Nothing here knows what the bytes are, or where they lie (`hub.shelf`); names are random, behind the shard.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hub.sealing import DataKey, seal, unseal
from hub.shelf import DamagedFile, Shelf

FRAME = 64 * 1024
_HEAD = struct.Struct(">I12s")
_TAG = 16


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where the bytes are and the sealed key that opens them; both go into a row."""

    name: str
    sealed_key: bytes

    @classmethod
    def of(cls, row: Any) -> StoredFile:
        """The file that a row names in its columns `file` and `sealed_key`."""
        return cls(row.file, bytes(row.sealed_key))


@dataclass(frozen=True, slots=True)
class Vault:
    """The stored files."""

    shelf: Shelf
    key: DataKey
    token_bytes: Callable[[int], bytes]

    def create(self, shard: str) -> StoredFile:
        """A new empty file. It exists on disk from the first append."""
        name = f"{shard}/{self.token_bytes(16).hex()}"
        nonce = self.token_bytes(12)
        return StoredFile(name, seal(self.key.derive("files"), self.token_bytes(32), name, nonce))

    def append(self, file: StoredFile, at: int, frame: int, piece: bytes) -> int:
        """Write a piece behind the first `at` bytes of the file on disk, and the bytes to the disk itself.

        What lies behind `at` is the rest of a write that nobody committed; it is cut off.

        Args:
            file: which one.
            at: how much of the file on disk counts (0 for a new one).
            frame: how many frames that is.
            piece: any number of bytes.

        Returns:
            How much of the file on disk counts now.

        Raises:
            StorageFull, StorageAway: what counted before still counts.
        """
        sealed = b"".join(self._frames(self._cipher(file), file.name, frame, piece))
        self.shelf.put(file.name, at, sealed)
        return at + len(sealed)

    def write(self, shard: str, content: bytes) -> StoredFile:
        """A whole new file, on the disk when this returns."""
        file = self.create(shard)
        try:
            self.append(file, 0, 0, content)
        except BaseException:  # no row will ever name it, and a full disk must not fill further
            self.remove(file)
            raise
        return file

    def read(self, file: StoredFile, first: int = 0, last: int | None = None) -> Iterator[bytes]:
        """The bytes from `first` to `last`, both included, frame by frame.

        Raises:
            DamagedFile: a frame is not what was written.
        """
        cipher, at = self._cipher(file), 0
        with self.shelf.opened(file.name) as found:
            for number, size, nonce, sealed in _sealed_frames(found):
                if last is not None and at > last:
                    return
                if at + size > first:
                    plain = _opened(cipher, nonce, sealed(), _place(file.name, number))
                    yield plain[max(first - at, 0) : None if last is None else last - at + 1]
                at += size

    def whole(self, file: StoredFile) -> bytes:
        """All bytes of a file."""
        return b"".join(self.read(file))

    def sha256(self, file: StoredFile) -> bytes:
        """The hash of its bytes as they are on the disk now."""
        found = hashlib.sha256()
        for piece in self.read(file):
            found.update(piece)
        return found.digest()

    def remove(self, file: StoredFile) -> None:
        """Take a file away; nothing happens when it is not there."""
        self.shelf.remove(file.name)

    def _cipher(self, file: StoredFile) -> AESGCM:
        return AESGCM(unseal(self.key.derive("files"), file.sealed_key, file.name))

    def _frames(self, cipher: AESGCM, name: str, first: int, piece: bytes) -> Iterator[bytes]:
        for number, at in enumerate(range(0, len(piece), FRAME), start=first):
            nonce = self.token_bytes(12)
            plain = piece[at : at + FRAME]
            yield _HEAD.pack(len(plain), nonce) + cipher.encrypt(nonce, plain, _place(name, number))


def frames_of(size: int) -> int:
    """How many frames a piece of this size takes."""
    return -(-size // FRAME)


def _place(name: str, number: int) -> bytes:
    return f"{name}#{number}".encode()


def _opened(cipher: AESGCM, nonce: bytes, sealed: bytes, place: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, sealed, place)
    except InvalidTag as cause:
        raise DamagedFile("Sebuah berkas tersimpan di hub rusak. Pulihkan dari cadangan.") from cause


def _sealed_frames(found: BinaryIO) -> Iterator[tuple[int, int, bytes, Callable[[], bytes]]]:
    """Number, size of the plain bytes, nonce, and a way to read the sealed bytes of each frame."""
    number = 0
    while head := found.read(_HEAD.size):
        if len(head) < _HEAD.size:
            return
        size, nonce = _HEAD.unpack(head)
        begin = found.tell()
        yield number, size, nonce, lambda size=size: found.read(size + _TAG)  # type: ignore[misc]
        found.seek(begin + size + _TAG)
        number += 1

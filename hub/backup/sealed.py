"""The outside of a backup: one file that nothing but its passphrase opens, written and read piece by piece.

``mark ‖ length of the head (4 bytes) ‖ head (JSON) ‖ pieces``. Each piece is AES-256-GCM over at most 64 kB, with its
number and whether it is the last in the nonce and the hash of the head beside it: what is cut, moved, changed or
lengthened does not open. The key of the pieces is random and stands in the head, wrapped by the passphrase (Argon2id).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from typing import BinaryIO, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hub.errors import DamagedBackup, WrongKey, WrongPassphrase
from hub.sealing import seal, unseal
from sync.prepared import prepared
from sync.stretching import Cost, stretched

PIECE: Final = 64 * 1024
_MARK: Final = b"ketinting-cadangan-hub-1\n"
_LENGTH: Final = struct.Struct(">I")
_HEAD_MOST: Final = 4096
_MEMORY_MOST: Final = 1024 * 1024
_PASSES_MOST: Final = 16
_LANES_MOST: Final = 16
_TAG: Final = 16
_WRAP: Final = "hub-backup"


@prepared
class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What can be read without the passphrase; changed, no piece opens any more.

    Attributes:
        schema: revision of the database that the rows are of.
        made_at: the hub's time.
        wrapped: the key of the pieces, sealed with the key that the passphrase gives.
    """

    schema: str
    made_at: str
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    wrapped: bytes


def new_head(
    about: tuple[str, str], passphrase: str, cost: Cost, token_bytes: Callable[[int], bytes]
) -> tuple[Head, bytes]:
    """A head for (schema, made_at), and the fresh key that it wraps."""
    salt, key = token_bytes(16), token_bytes(32)
    wrapped = seal(stretched(passphrase.encode(), salt, cost), key, _WRAP, token_bytes(12))
    costs = {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    return Head(schema=about[0], made_at=about[1], salt=salt, wrapped=wrapped, **costs), key


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class SealedWriter:
    """A file to write to; what is written is on no disk in the clear."""

    def __init__(self, file: BinaryIO, head: Head, key: bytes) -> None:
        written = msgspec.json.encode(head)
        self._file = file
        self._cipher = AESGCM(key)
        self._beside = hashlib.sha256(written).digest()
        self._held = bytearray()
        self._number = 0
        file.write(_MARK + _LENGTH.pack(len(written)) + written)

    def write(self, content: bytes) -> int:
        """Take bytes; a piece goes out when it is full and another one follows."""
        self._held += content
        while len(self._held) > PIECE:
            self._put(bytes(self._held[:PIECE]), last=False)
            del self._held[:PIECE]
        return len(content)

    def finish(self) -> None:
        """Write the last piece: without it the file is none."""
        self._put(bytes(self._held), last=True)
        self._held.clear()

    def _put(self, plain: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), plain, self._beside))
        self._number += 1


class SealedReader:
    """The bytes of a sealed file, each piece proved before any byte of it is given.

    Raises:
        WrongPassphrase, DamagedBackup: it does not open, or is not what was written.
    """

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self.head, written = _read_head(file)
        self._file = file
        self._cipher = AESGCM(_unwrapped(self.head, passphrase))
        self._beside = hashlib.sha256(written).digest()
        self._held = b""
        self._number = 0
        self._ahead = file.read(PIECE + _TAG)
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer at the end."""
        while not self._ended and (size < 0 or len(self._held) < size):
            self._held += self._next()
        cut = len(self._held) if size < 0 else size
        given, self._held = self._held[:cut], self._held[cut:]
        return given

    def _next(self) -> bytes:
        sealed, self._ahead = self._ahead, self._file.read(PIECE + _TAG)
        self._ended = not self._ahead
        try:
            plain = self._cipher.decrypt(_nonce(self._number, last=self._ended), sealed, self._beside)
        except (InvalidTag, ValueError) as cause:
            raise DamagedBackup from cause
        self._number += 1
        return plain


def read_head(file: BinaryIO) -> Head:
    """What a backup says of itself without its passphrase.

    Raises:
        DamagedBackup: it is none.
    """
    return _read_head(file)[0]


def _read_head(file: BinaryIO) -> tuple[Head, bytes]:
    begin = file.read(len(_MARK) + _LENGTH.size)
    if not begin.startswith(_MARK) or len(begin) < len(_MARK) + _LENGTH.size:
        raise DamagedBackup
    length = _LENGTH.unpack(begin[len(_MARK) :])[0]
    written = file.read(min(length, _HEAD_MOST))
    try:
        head = msgspec.json.decode(written, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as cause:
        raise DamagedBackup from cause
    fits = 8 <= head.memory_kib <= _MEMORY_MOST and 1 <= head.passes <= _PASSES_MOST and 1 <= head.lanes <= _LANES_MOST
    if not fits or head.memory_kib < 8 * head.lanes or len(head.salt) < 8:
        raise DamagedBackup
    return head, written


def _unwrapped(head: Head, passphrase: str) -> bytes:
    cost = Cost(head.memory_kib, head.passes, head.lanes)
    try:
        return unseal(stretched(passphrase.encode(), head.salt, cost), head.wrapped, _WRAP)
    except (WrongKey, ValueError) as cause:
        raise WrongPassphrase from cause

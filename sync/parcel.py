"""A parcel: a signed and sealed file that carries an exchange on a flash disk (`docs/exchange.md`).

::

    magic ‖ label (its length in 4 bytes, JSON) ‖ sealed key (its length in 4 bytes) ‖ frames
    frame = 4 bytes (plain length, top bit set in the last) ‖ AES-256-GCM of at most 64 kB, nonce = its number
    plain = items: head (its length in 4 bytes, JSON) ‖ content; the last item is the sender's signature over all before

Only the label can be read without the key: it names machines, never a citizen. A parcel is read twice: first to the
end to see that nothing is cut or changed and who made it, then item by item. Neither side holds more than one item.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync import keys
from sync.errors import BadSignature
from sync.keys import SigningKey, key_id_of
from sync.parcel_errors import DiskFull, ForeignParcel, NotAParcel, ParcelAltered, ParcelCut
from sync.prepared import prepared
from sync.protocol import BLOB_MAX
from sync.sealed_keys import open_sealed, seal_for

OUTBOX: Final = "outbox"
ANSWER: Final = "answer"
_PREFIX: Final = {OUTBOX: keys.OUTBOX, ANSWER: keys.ANSWER}
_MAGIC: Final = b"KETINTING-PARCEL-1\n"
_SEAL: Final = b"kt-parcel-1\0"
_END: Final = "end"
_LENGTH: Final = struct.Struct(">I")
_LAST: Final = 1 << 31
_FRAME: Final = 64 * 1024
_TAG: Final = 16
_HEAD_MAX: Final = 64 * 1024
_SLACK: Final = 4096
"""Bytes that the end of a parcel and the disk's own books may take."""


@prepared
class Label(msgspec.Struct, kw_only=True, frozen=True):
    """What stands on a parcel for everybody to read.

    Attributes:
        kind: `OUTBOX` (from a desk) or `ANSWER` (from a hub).
        to: key id of the Ed25519 key that it is sealed for.
        part: counts from 1 the files into which one outbox or answer was divided.
        answers: id of the outbox that an answer belongs to.
    """

    kind: str
    id: str
    hub_id: str
    device_id: str
    incarnation: str
    to: str
    made_at: str
    part: int = 1
    answers: str = ""


@prepared
class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """The head of one thing in a parcel: what it is, by what it is known, and how many bytes follow."""

    kind: str
    size: int
    name: tuple[str, ...] = ()


@dataclass(slots=True)
class _Frames:
    """Sealed frames on their way to a file."""

    file: BinaryIO
    cipher: AESGCM
    waiting: bytearray
    number: int = 0

    def put(self, content: bytes) -> None:
        self.waiting += content
        while len(self.waiting) > _FRAME:
            self._write(bytes(self.waiting[:_FRAME]), last=False)
            del self.waiting[:_FRAME]

    def close(self) -> None:
        self._write(bytes(self.waiting), last=True)

    def _write(self, plain: bytes, *, last: bool) -> None:
        head = _LENGTH.pack(len(plain) | (_LAST if last else 0))
        self.file.write(head + self.cipher.encrypt(_nonce(self.number), plain, head))
        self.number += 1


class ParcelWriter:
    """Puts items into a parcel until it is closed; one that was not closed is cut and opens nowhere."""

    def __init__(
        self, file: BinaryIO, label: Label, to: bytes, signer: SigningKey, token_bytes: Callable[[int], bytes]
    ) -> None:
        """`to` is the receiver's raw Ed25519 key; `label.to` is written from it."""
        written = msgspec.json.encode(msgspec.structs.replace(label, to=key_id_of(to)))
        key = token_bytes(32)
        sealed = seal_for(to, key, _SEAL + hashlib.sha256(written).digest())
        start = _MAGIC + _LENGTH.pack(len(written)) + written + _LENGTH.pack(len(sealed)) + sealed
        file.write(start)
        self._frames = _Frames(file, AESGCM(key), bytearray())
        self._signer, self._prefix = signer, _PREFIX[label.kind]
        self._seen = hashlib.sha256(written)
        self.size = len(start)
        """Bytes that the file will have at least."""

    def fits(self, content: int, limit: int) -> bool:
        """Whether an item of so many bytes still fits into a file of at most `limit` bytes."""
        frames = -(-(content + _HEAD_MAX // 64) // _FRAME) + 1
        return self.size + content + frames * (_TAG + _LENGTH.size) + _SLACK <= limit

    def put_if_fits(self, limit: int, kind: str, content: bytes, *name: str) -> bool:
        """Add an item where the file stays within `limit` bytes; whether it was added."""
        if not self.fits(len(content), limit):
            return False
        self.put(kind, content, *name)
        return True

    def must_put(self, limit: int, kind: str, content: bytes, *name: str) -> None:
        """Add an item without which the parcel would be of no use.

        Raises:
            DiskFull: it does not fit.
        """
        if not self.put_if_fits(limit, kind, content, *name):
            raise DiskFull(f"no room for an item of the kind {kind}")

    def put(self, kind: str, content: bytes, *name: str) -> None:
        """Add an item."""
        head = msgspec.json.encode(Item(kind, len(content), name))
        plain = _LENGTH.pack(len(head)) + head + content
        self._seen.update(plain)
        self._frames.put(plain)
        self.size += len(plain) + -(-len(plain) // _FRAME) * (_TAG + _LENGTH.size)

    def close(self) -> None:
        """Sign all of it, and end."""
        self.put(_END, self._signer.sign(self._prefix, self._seen.digest()))
        self._frames.close()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel that was read to its end: whole, unchanged, and of the sender who it says it is of."""

    label: Label
    _file: BinaryIO
    _start: int
    _cipher: AESGCM

    def items(self) -> Iterator[tuple[Item, bytes]]:
        """Every item with its content, in order; at most `BLOB_MAX` bytes at a time."""
        for found in _found(_frames(self._file, self._start, self._cipher)):
            if found.item.kind != _END:
                yield found.item, found.content


@dataclass(frozen=True, slots=True)
class _Found:
    """An item as it stands in a parcel."""

    item: Item
    head: bytes
    content: bytes


def read_label(file: BinaryIO) -> Label:
    """What stands on a parcel. Nothing in it is proved yet.

    Raises:
        NotAParcel, ParcelCut: it is none, or not even that is whole.
    """
    return _label(_read_start(file)[0])


def open_parcel(file: BinaryIO, mine: SigningKey, sender: bytes, kind: str) -> Parcel:
    """Open a parcel that was sealed for this key, and read it to its end.

    Args:
        file: which nobody changes meanwhile: a copy on the computer's own disk.
        mine: the receiver's key.
        sender: the raw key of who must have signed it.
        kind: `OUTBOX` or `ANSWER`.

    Raises:
        NotAParcel, ParcelCut, ParcelAltered, ForeignParcel: nothing of it counts.
    """
    written, sealed = _read_start(file)
    label = _label(written)
    if label.kind != kind or label.to != mine.key_id:
        raise ForeignParcel(f"a parcel of the kind {label.kind} for another key")
    key = open_sealed(mine, sealed, _SEAL + hashlib.sha256(written).digest())
    start, cipher = file.tell(), AESGCM(key)
    _check_signature(_found(_frames(file, start, cipher)), hashlib.sha256(written), sender, _PREFIX[kind])
    return Parcel(label, file, start, cipher)


def _read_start(file: BinaryIO) -> tuple[bytes, bytes]:
    file.seek(0)
    if file.read(len(_MAGIC)) != _MAGIC:
        raise NotAParcel("another file")
    return _measured(file), _measured(file)


def _measured(file: BinaryIO) -> bytes:
    found = file.read(_LENGTH.size)
    length = _LENGTH.unpack(found)[0] if len(found) == _LENGTH.size else 0
    content = file.read(min(length, _HEAD_MAX))
    if not content or len(content) < length:
        raise ParcelCut("cut in its first lines")
    return content


def _label(written: bytes) -> Label:
    try:
        return msgspec.json.decode(written, type=Label)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ParcelAltered("a label that cannot be read") from error


def _check_signature(found: Iterator[_Found], seen: hashlib._Hash, sender: bytes, prefix: bytes) -> None:
    signed = False
    for each in found:
        if signed:
            raise ParcelAltered("something behind the signature")
        signed = each.item.kind == _END
        if signed:
            _verify(sender, prefix, seen.digest(), each.content)
        seen.update(_LENGTH.pack(len(each.head)) + each.head)
        seen.update(each.content)
    if not signed:
        raise ParcelAltered("nobody signed it")


def _verify(sender: bytes, prefix: bytes, message: bytes, signature: bytes) -> None:
    try:
        keys.verify(sender, prefix, message, signature)
    except BadSignature as error:
        raise ParcelAltered("not signed by the one who it says") from error


def _found(pieces: Iterator[bytes]) -> Iterator[_Found]:
    held = bytearray()
    while _fill(held, pieces, 1):
        head = _take(held, pieces, _LENGTH.unpack(_take(held, pieces, _LENGTH.size))[0], _HEAD_MAX)
        try:
            item = msgspec.json.decode(head, type=Item)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ParcelAltered("an item that cannot be read") from error
        yield _Found(item, head, _take(held, pieces, item.size, BLOB_MAX))


def _take(held: bytearray, pieces: Iterator[bytes], size: int, most: int = _HEAD_MAX) -> bytes:
    if not 0 <= size <= most or not _fill(held, pieces, size):
        raise ParcelAltered("an item that does not fit")
    content = bytes(held[:size])
    del held[:size]
    return content


def _fill(held: bytearray, pieces: Iterator[bytes], size: int) -> bool:
    """Hold at least so many bytes; False when there are not so many left."""
    while len(held) < size:
        piece = next(pieces, None)
        if piece is None:
            return False
        held += piece
    return True


def _frames(file: BinaryIO, start: int, cipher: AESGCM) -> Iterator[bytes]:
    file.seek(start)
    number, last = 0, False
    while not last:
        head = _exactly(file, _LENGTH.size)
        length = _LENGTH.unpack(head)[0]
        size, last = length & ~_LAST, bool(length & _LAST)
        if size > _FRAME:
            raise ParcelAltered("a frame that is too long")
        try:
            yield cipher.decrypt(_nonce(number), _exactly(file, size + _TAG), head)
        except InvalidTag as error:
            raise ParcelAltered(f"frame {number} does not open") from error
        number += 1
    if file.read(1):
        raise ParcelAltered("something behind the end")


def _exactly(file: BinaryIO, size: int) -> bytes:
    found = file.read(size)
    if len(found) < size:
        raise ParcelCut("the end is missing")
    return found


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")

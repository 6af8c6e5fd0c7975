"""A message said briefly: what both sides know is named, what is random stands as bytes, only words are left as text.

In JSON every hash, signature and id is a text half as long again as its bytes, many stand there more than once, and a
payload is base64 in which no dictionary finds a word. Here all of that is taken out of the text and laid beside it, so
that the text packs well and the rest is as short as it can be. What a reader can reckon (the hash of a payload that
travels too) or has said himself (an answer names what stood in its request) is not sent again.

Nothing here knows what a message means: whatever bytes are given come back, byte for byte, or the reader says that he
cannot read. The record, what is signed and what is hashed are not touched by it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sync import marks
from sync.anchors import GENESIS
from sync.encoding import b64u, instant_text, read_instant, unb64u
from sync.errors import Unreadable
from sync.marks import Names

_ID: Final = re.compile(rb"(?:[0-9.]{0,20}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""An id, also of a device, behind its shard."""
_CONTROLS: Final = bytes(range(32))
_ODD: Final = re.compile(rb"[\x00-\x1f]")
_SHORTEST: Final = 24
_LONG: Final = 64
"""From this length on a text in base64url is laid beside, whatever it is."""
_CONTENT: Final = re.compile(rb"\{[^\x00-\x1f]*\}", re.DOTALL)
_SALT: Final = 16
_HEAD: Final = 6
"""Bytes of the time with which an id begins (UUIDv7)."""
_ID_SIZE: Final = 36
_OF_IDS: Final = range(_ID_SIZE, _ID_SIZE + 22)
_NONCE_SIZE: Final = 30
_HASH_SIZE: Final = 43
_SIGNATURE_SIZE: Final = 64
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader of a message has said himself: hashes of 32 bytes, and ids as texts."""

    hashes: tuple[bytes, ...] = ()
    ids: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A message: its text, and what stands beside it."""

    text: bytes
    beside: bytes


@dataclass(frozen=True, slots=True)
class _Due:
    """Where a hash was told: among which parts of the text, and of what stands beside it."""

    parts: list[bytes]
    place: int
    beside: int


def shorten(plain: bytes, known: Known) -> Brief:
    """A message for a reader who knows this."""
    if plain.translate(None, _CONTROLS) != plain:
        plain = _ODD.sub(lambda found: marks.ODD + found[0], plain)
    writer = _Writer(known)
    text = writer.write(plain)
    return Brief(text, b"".join(writer.beside))


def lengthen(found: Brief, known: Known, most: int) -> bytes:
    """The message again.

    Raises:
        Unreadable: `shorten` did not make it for a reader who knows this, or it becomes longer than `most` bytes.
    """
    return _Reader(found.beside, known, most).read(found.text)


class _Writer:
    """Takes a message apart; `_Reader` does the same in the other direction, step by step."""

    def __init__(self, known: Known) -> None:
        self.beside: list[bytes] = []
        self._hashes, self._ids, self._times = Names((GENESIS, *known.hashes)), Names(known.ids), Names()
        self._clock = 0
        self._inside = False
        self._due: dict[bytes, _Due] = {}

    def write(self, plain: bytes) -> bytes:
        """The text of this, which is looked at between its quotation marks."""
        parts = plain.split(b'"')
        for place in [place for place, part in enumerate(parts) if len(part) >= _SHORTEST]:
            part = parts[place]
            if len(part) == _HASH_SIZE:
                parts[place] = self._hash(part, parts, place)
            else:
                parts[place] = self._told(part)
        return b'"'.join(parts)

    def _told(self, part: bytes) -> bytes:
        """What stands for one text: itself where it is none of those that are told otherwise."""
        size = len(part)
        if size == _SHORTEST:
            return self._time(part)
        if size in _OF_IDS and _ID.fullmatch(part):
            return part[:-_ID_SIZE] + self._id(part[-_ID_SIZE:])
        if size == _NONCE_SIZE or size >= _LONG:
            return self._coded(part)
        return part

    def _hash(self, part: bytes, parts: list[bytes], place: int) -> bytes:
        raw = _decoded(part)
        if raw is None:
            return part
        step = self._hashes.step_to(raw)
        if step is not None:
            self._due.pop(raw, None)  # whoever reads this must have it before
            return marks.SAME_HASH + marks.signed(step)
        self._hashes.add(raw)
        self._due[raw] = _Due(parts, place, len(self.beside))
        return self._lay(marks.HASH, raw)

    def _lay(self, mark: bytes, raw: bytes) -> bytes:
        self.beside.append(raw)
        return mark

    def _coded(self, part: bytes) -> bytes:
        raw = _decoded(part)
        if raw is None:
            return part
        if len(raw) == _SIGNATURE_SIZE:
            return self._lay(marks.SIGNATURE, raw)
        if not self._inside and _CONTENT.fullmatch(raw, _SALT):
            return self._payload(raw)
        return self._lay(marks.CODED, marks.number(len(raw)) + raw)

    def _payload(self, raw: bytes) -> bytes:
        self.beside.append(raw[:_SALT])
        self._inside = True
        content = self.write(raw[_SALT:])
        self._inside = False
        due = self._due.get(hashlib.sha256(raw).digest())
        if due is not None:
            due.parts[due.place], self.beside[due.beside] = marks.DUE, b""
        self._due.clear()
        return marks.OPEN + content + marks.CLOSE

    def _id(self, part: bytes) -> bytes:
        step = self._ids.step_to(part)
        if step is not None:
            return marks.SAME_ID + marks.signed(step)
        self._ids.add(part)
        raw = bytes.fromhex(part.replace(b"-", b"").decode())
        clock, before = int.from_bytes(raw[:_HEAD], "big"), self._clock
        self._clock = clock
        return self._lay(marks.ID, marks.signed(clock - before) + raw[_HEAD:])

    def _time(self, part: bytes) -> bytes:
        step = self._times.step_to(part)
        if step is not None:
            return marks.SAME_TIME + marks.signed(step)
        try:
            clock, before = (read_instant(part.decode("ascii", "replace")) - _EPOCH) // _MILLISECOND, self._clock
        except Unreadable:
            return part
        self._times.add(part)
        self._clock = clock
        return self._lay(marks.TIME, marks.signed(clock - before))


def _decoded(part: bytes) -> bytes | None:
    """The bytes of a text in base64url; None where it only looks like one."""
    if not part.isascii():
        return None
    try:
        return unb64u(part.decode())
    except Unreadable:
        return None


class _Reader:
    """Puts a message together."""

    def __init__(self, beside: bytes, known: Known, most: int) -> None:
        self._beside = beside
        self._place = 0
        self._room = most
        self._plain: list[bytes] = []
        self._hashes, self._ids, self._times = Names((GENESIS, *known.hashes)), Names(known.ids), Names()
        self._clock = 0
        self._opened: tuple[int, bytes] | None = None
        self._due: int | None = None
        self._marks = {
            marks.HASH: self._hash,
            marks.SIGNATURE: lambda: self._code(self._take(64)),
            marks.CODED: lambda: self._code(self._take(self._take_number())),
            marks.ID: self._id,
            marks.TIME: self._time,
            marks.OPEN: self._open,
            marks.CLOSE: self._close,
            marks.DUE: self._await,
        }
        self._named = {
            marks.SAME_HASH: lambda step: self._code(self._hashes.stepped(step)),
            marks.SAME_ID: lambda step: self._put(self._ids.stepped(step)),
            marks.SAME_TIME: lambda step: self._put(self._times.stepped(step)),
        }

    def read(self, text: bytes) -> bytes:
        """All of it."""
        end = 0
        for found in _ODD.finditer(text):
            if found.start() >= end:
                self._put(text[end : found.start()])
                end = self._mark(text, found.start())
        self._put(text[end:])
        if self._opened is not None or self._due is not None or self._place != len(self._beside):
            raise Unreadable("a message that is not whole")
        return b"".join(self._plain)

    def _mark(self, text: bytes, place: int) -> int:
        """What a mark means; the place behind it and what belongs to it."""
        mark = text[place : place + 1]
        if mark in self._marks:
            self._marks[mark]()
            return place + 1
        if mark in self._named:
            step, end = marks.number_in(text, place + 1)
            self._named[mark](marks.unsigned(step))
            return end
        if mark != marks.ODD or place + 1 == len(text):
            raise Unreadable("a mark that is none")
        self._put(text[place + 1 : place + 2])
        return place + 2

    def _put(self, plain: bytes) -> None:
        self._room -= len(plain)
        if self._room < 0:
            raise Unreadable("a message that becomes too long")
        self._plain.append(plain)

    def _code(self, raw: bytes) -> None:
        self._put(b64u(raw).encode())

    def _take(self, size: int) -> bytes:
        raw = self._beside[self._place : self._place + size]
        if len(raw) < size:
            raise Unreadable("a message whose bytes are cut")
        self._place += size
        return raw

    def _take_number(self) -> int:
        number, self._place = marks.number_in(self._beside, self._place)
        return number

    def _hash(self) -> None:
        raw = self._take(32)
        self._hashes.add(raw)
        self._code(raw)

    def _id(self) -> None:
        self._clock += marks.unsigned(self._take_number())
        if not 0 <= self._clock < 1 << 8 * _HEAD:
            raise Unreadable("an id that is none")
        found = (self._clock.to_bytes(_HEAD, "big") + self._take(16 - _HEAD)).hex()
        told = f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}".encode()
        self._ids.add(told)
        self._put(told)

    def _time(self) -> None:
        self._clock += marks.unsigned(self._take_number())
        try:
            told = instant_text(_EPOCH + self._clock * _MILLISECOND).encode()
        except OverflowError as error:
            raise Unreadable("no such moment") from error
        self._times.add(told)
        self._put(told)

    def _open(self) -> None:
        if self._opened is not None:
            raise Unreadable("a payload in a payload")
        self._opened = (len(self._plain), self._take(_SALT))

    def _close(self) -> None:
        if self._opened is None:
            raise Unreadable("a payload that never began")
        (start, salt), self._opened = self._opened, None
        content = b"".join(self._plain[start:])
        del self._plain[start:]
        self._room += len(content)
        self._code(salt + content)
        if self._due is not None:
            raw = hashlib.sha256(salt + content).digest()
            self._hashes.came(raw)
            self._plain[self._due], self._due = b64u(raw).encode(), None

    def _await(self) -> None:
        """The hash of the payload that closes next; its length is that of any other."""
        if self._due is not None or self._opened is not None:
            raise Unreadable("two hashes of one payload")
        self._due = len(self._plain)
        self._hashes.due()
        self._code(GENESIS)

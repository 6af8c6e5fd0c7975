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
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sync.anchors import GENESIS
from sync.encoding import b64u, instant_text, read_instant, unb64u
from sync.errors import Unreadable

HASH, SIGNATURE, CODED, ID, TIME, OPEN, CLOSE, DUE, SAME_HASH, SAME_ID, SAME_TIME, ODD = (
    bytes([mark]) for mark in range(1, 13)
)
"""Marks in the text, where a control character stands for nothing else. What the first five mean stands beside the
text; a payload lies between `OPEN` and `CLOSE`, its salt beside; `DUE` is the hash of the payload that closes next; the
three `SAME` are followed by how far what they mean was told from what the last of them meant; `ODD` by a control
character as such."""
_ID: Final = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_TOLD: Final = re.compile(
    rb'"(?:(?P<coded>(?!'
    + _ID
    + rb'")(?:[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{64,}|[A-Za-z0-9_-]{30}))'
    + rb"|(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)"
    + rb"|(?P<shard>[0-9.]{0,20}-)?(?P<id>"
    + _ID
    + rb'))"'
)
_ODD: Final = re.compile(rb"[\x00-\x1f]")
_MARK: Final = re.compile(rb"[\x09-\x0b][\x80-\xff]{0,4}[\x00-\x7f]|\x0c[\x00-\x1f]|[\x00-\x1f]")
_CONTENT: Final = re.compile(rb"\{[^\x00-\x1f]*\}", re.DOTALL)
_SALT: Final = 16
_HEAD: Final = 6
"""Bytes of the time with which an id begins (UUIDv7)."""
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


def shorten(plain: bytes, known: Known) -> Brief:
    """A message for a reader who knows this."""
    writer = _Writer(known)
    writer.write(_ODD.sub(lambda found: ODD + found[0], plain))
    return Brief(b"".join(writer.text), b"".join(writer.beside))


def lengthen(found: Brief, known: Known, most: int) -> bytes:
    """The message again.

    Raises:
        Unreadable: `shorten` did not make it for a reader who knows this, or it becomes longer than `most` bytes.
    """
    return _Reader(found.beside, known, most).read(found.text)


class _Names:
    """Values of one kind in the order in which they were told."""

    def __init__(self, values: Iterable[bytes] = ()) -> None:
        self._values: list[bytes] = []
        self._places: dict[bytes, int] = {}
        self._last = self._due = 0
        for value in values:
            self.add(value)

    def add(self, value: bytes) -> None:
        """Tell one more."""
        self._places.setdefault(value, len(self._values))
        self._values.append(value)

    def step_to(self, value: bytes) -> int | None:
        """How far it stands from the last that was named; None where it was not told."""
        place = self._places.get(value)
        if place is None:
            return None
        step, self._last = place - self._last, place
        return step

    def stepped(self, step: int) -> bytes:
        """What stands so far from the last that was named.

        Raises:
            Unreadable: nothing does.
        """
        self._last += step
        if not 0 <= self._last < len(self._values) or not self._values[self._last]:
            raise Unreadable("a name of nothing")
        return self._values[self._last]

    def due(self) -> None:
        """Keep a place for one whose value comes later."""
        self._due = len(self._values)
        self._values.append(b"")

    def came(self, value: bytes) -> None:
        """The value for the place that was kept."""
        self._values[self._due] = value


class _Writer:
    """Takes a message apart; `_Reader` does the same in the other direction, step by step."""

    def __init__(self, known: Known) -> None:
        self.text: list[bytes] = []
        self.beside: list[bytes] = []
        self._hashes, self._ids, self._times = _Names((GENESIS, *known.hashes)), _Names(known.ids), _Names()
        self._clock = 0
        self._inside = False
        self._due: dict[bytes, tuple[int, int]] = {}

    def write(self, plain: bytes) -> None:
        """Take this apart."""
        end = 0
        for found in _TOLD.finditer(plain):
            self.text.append(plain[end : found.start()])
            if not self._tell(found):
                self.text.append(found[0])
            end = found.end()
        self.text.append(plain[end:])

    def _tell(self, found: re.Match[bytes]) -> bool:
        """Tell one text; False where it only looks like something to be told."""
        kind = found.lastgroup
        if kind == "coded":
            return self._coded(found["coded"].decode())
        if kind == "time":
            return self._time(found["time"])
        self.text.append(b'"' + (found["shard"] or b""))
        self._id(found["id"])
        self.text.append(b'"')
        return True

    def _coded(self, text: str) -> bool:
        """A text in base64url; False where it only looks like one."""
        try:
            raw = unb64u(text)
        except Unreadable:
            return False
        if len(raw) == 32:
            self._hash(raw)
        elif len(raw) == 64:
            self._lay(SIGNATURE, raw)
        elif not self._inside and _CONTENT.fullmatch(raw, _SALT):
            self._payload(raw)
        else:
            self._lay(CODED, number(len(raw)) + raw)
        return True

    def _lay(self, mark: bytes, raw: bytes) -> None:
        self.text.append(mark)
        self.beside.append(raw)

    def _hash(self, raw: bytes) -> None:
        step = self._hashes.step_to(raw)
        if step is None:
            self._hashes.add(raw)
            self._due[raw] = (len(self.text), len(self.beside))
            self._lay(HASH, raw)
        else:
            self._due.pop(raw, None)  # whoever reads this must have it before
            self.text.append(SAME_HASH + _signed(step))

    def _payload(self, raw: bytes) -> None:
        self._lay(OPEN, raw[:_SALT])
        self._inside = True
        self.write(raw[_SALT:])
        self._inside = False
        self.text.append(CLOSE)
        place = self._due.pop(hashlib.sha256(raw).digest(), None)
        if place is not None:
            self.text[place[0]], self.beside[place[1]] = DUE, b""
        self._due.clear()

    def _id(self, text: bytes) -> None:
        step = self._ids.step_to(text)
        if step is not None:
            self.text.append(SAME_ID + _signed(step))
            return
        self._ids.add(text)
        raw = UUID(text.decode()).bytes
        clock = int.from_bytes(raw[:_HEAD], "big")
        self._lay(ID, _signed(clock - self._clock) + raw[_HEAD:])
        self._clock = clock

    def _time(self, text: bytes) -> bool:
        """A time; False where there was no such moment."""
        step = self._times.step_to(text)
        if step is not None:
            self.text.append(SAME_TIME + _signed(step))
            return True
        try:
            clock = (read_instant(text.decode()) - _EPOCH) // _MILLISECOND
        except Unreadable:
            return False
        self._times.add(text)
        self._lay(TIME, _signed(clock - self._clock))
        self._clock = clock
        return True


class _Reader:
    """Puts a message together."""

    def __init__(self, beside: bytes, known: Known, most: int) -> None:
        self._beside = beside
        self._place = 0
        self._room = most
        self._plain: list[bytes] = []
        self._hashes, self._ids, self._times = _Names((GENESIS, *known.hashes)), _Names(known.ids), _Names()
        self._clock = 0
        self._opened: tuple[int, bytes] | None = None
        self._due: int | None = None
        self._marks = {
            HASH: self._hash,
            SIGNATURE: lambda: self._quote(self._take(64)),
            CODED: lambda: self._quote(self._take(self._take_number())),
            ID: self._id,
            TIME: self._time,
            OPEN: self._open,
            CLOSE: self._close,
            DUE: self._await,
        }
        self._named = {
            SAME_HASH: lambda step: self._quote(self._hashes.stepped(step)),
            SAME_ID: lambda step: self._put(self._ids.stepped(step)),
            SAME_TIME: lambda step: self._put(b'"' + self._times.stepped(step) + b'"'),
        }

    def read(self, text: bytes) -> bytes:
        """All of it."""
        end = 0
        for found in _MARK.finditer(text):
            self._put(text[end : found.start()])
            self._mark(found[0])
            end = found.end()
        self._put(text[end:])
        if self._opened is not None or self._due is not None or self._place != len(self._beside):
            raise Unreadable("a message that is not whole")
        return b"".join(self._plain)

    def _mark(self, mark: bytes) -> None:
        known, named = self._marks.get(mark), self._named.get(mark[:1])
        if known is not None:
            known()
        elif named is not None and len(mark) > 1:
            named(_unsigned(number_in(mark, 1)[0]))
        elif mark[:1] == ODD and len(mark) > 1:
            self._put(mark[1:])
        else:
            raise Unreadable("a mark that is none")

    def _put(self, plain: bytes) -> None:
        self._room -= len(plain)
        if self._room < 0:
            raise Unreadable("a message that becomes too long")
        self._plain.append(plain)

    def _quote(self, raw: bytes) -> None:
        self._put(b'"' + b64u(raw).encode() + b'"')

    def _take(self, size: int) -> bytes:
        raw = self._beside[self._place : self._place + size]
        if len(raw) < size:
            raise Unreadable("a message whose bytes are cut")
        self._place += size
        return raw

    def _take_number(self) -> int:
        number, self._place = number_in(self._beside, self._place)
        return number

    def _hash(self) -> None:
        raw = self._take(32)
        self._hashes.add(raw)
        self._quote(raw)

    def _id(self) -> None:
        self._clock += _unsigned(self._take_number())
        if not 0 <= self._clock < 1 << 8 * _HEAD:
            raise Unreadable("an id that is none")
        told = str(UUID(bytes=self._clock.to_bytes(_HEAD, "big") + self._take(16 - _HEAD))).encode()
        self._ids.add(told)
        self._put(told)

    def _time(self) -> None:
        self._clock += _unsigned(self._take_number())
        try:
            told = instant_text(_EPOCH + self._clock * _MILLISECOND).encode()
        except OverflowError as error:
            raise Unreadable("no such moment") from error
        self._times.add(told)
        self._put(b'"' + told + b'"')

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
        self._quote(salt + content)
        if self._due is not None:
            raw = hashlib.sha256(salt + content).digest()
            self._hashes.came(raw)
            self._plain[self._due], self._due = b'"' + b64u(raw).encode() + b'"', None

    def _await(self) -> None:
        """The hash of the payload that closes next; its length is that of any other."""
        if self._due is not None or self._opened is not None:
            raise Unreadable("two hashes of one payload")
        self._due = len(self._plain)
        self._hashes.due()
        self._quote(GENESIS)


def number(value: int) -> bytes:
    """A number from 0, seven bits a byte, the least first."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def number_in(content: bytes, place: int) -> tuple[int, int]:
    """The number that stands there, and the place behind it.

    Raises:
        Unreadable: it never ends, or takes more than 63 bits.
    """
    value = 0
    for shift, byte in enumerate(content[place : place + 9]):
        value |= (byte & 0x7F) << 7 * shift
        if byte < 0x80:
            return value, place + shift + 1
    raise Unreadable("a number without an end")


def _signed(value: int) -> bytes:
    """A number that may be below zero: its sign is the lowest bit."""
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def _unsigned(value: int) -> int:
    """What `_signed` wrote."""
    return -((value + 1) >> 1) if value & 1 else value >> 1

"""What stands in place of a value in a message that is said briefly (`sync.brief`): marks, numbers and names."""

from __future__ import annotations

from collections.abc import Iterable

from sync.errors import Unreadable

HASH, SIGNATURE, CODED, ID, TIME, OPEN, CLOSE, DUE, SAME_HASH, SAME_ID, SAME_TIME, ODD = (
    bytes([mark]) for mark in range(1, 13)
)
"""Marks in the text, where a control character stands for nothing else. What the first five mean stands beside the
text; a payload lies between `OPEN` and `CLOSE`, its salt beside; `DUE` is the hash of the payload that closes next; the
three `SAME` are followed by how far what they mean was told from what the last of them meant; `ODD` by a control
character as such."""


class Names:
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


def signed(value: int) -> bytes:
    """A number that may be below zero: its sign is the lowest bit."""
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def unsigned(value: int) -> int:
    """What `signed` wrote."""
    return -((value + 1) >> 1) if value & 1 else value >> 1

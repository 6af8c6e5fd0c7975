"""Chance and time of a simulated world: everything that differs between two seeds comes from here."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

BEGAN: Final = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
"""A Monday morning at the offices of East Kalimantan."""


@dataclass
class TrueTime:
    """The time of the world; nothing in it moves by itself."""

    instant: datetime = BEGAN

    def __call__(self) -> datetime:
        """Now."""
        return self.instant

    def pass_by(self, seconds: float) -> None:
        """Go on."""
        self.instant += timedelta(seconds=seconds)

    @property
    def since_began(self) -> float:
        """Seconds since the beginning."""
        return (self.instant - BEGAN).total_seconds()


@dataclass
class Chance:
    """One actor's stream of chance: bytes, ids and numbers that look as in life and are the same for the same seed."""

    seed: str
    time: TrueTime
    stream: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Begin the stream."""
        self.stream = random.Random(self.seed)  # noqa: S311 - a simulation must repeat itself

    def token_bytes(self, count: int) -> bytes:
        """As `os.urandom`."""
        return self.stream.randbytes(count)

    def new_id(self) -> str:
        """A UUIDv7 of the world's time."""
        milliseconds = int(self.time().timestamp() * 1000)
        tail = self.stream.getrandbits(74)
        value = milliseconds << 80 | 7 << 76 | (tail >> 62) << 64 | 2 << 62 | tail & (1 << 62) - 1
        text = f"{value:032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def number(self) -> float:
        """In [0, 1)."""
        return self.stream.random()

"""When a desk may remove its own copy of an attachment or a letter: one rule, and nothing else decides it.

The hub's `durable_through` counts entries that a verified backup holds. A backup is one moment of the whole hub. So
bytes are in it for certain when it holds an entry that came *after* the moment at which this desk knew that the hub had
them; that the entry which names them is in it would prove nothing, for names travel before bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes on this desk.

    Attributes:
        scope: one that this desk reads, by which moments are told apart.
        known_at: where that scope stood when the desk knew that the hub had these bytes; None: it does not know.
        ended: when their request ended; None while it may still need them.
    """

    scope: str
    known_at: int | None
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long a desk keeps what is safe elsewhere.

    Attributes:
        longest: after which copies go in any case.
        shortest: before which they stay, however full the disk is.
        floor: free bytes under which the shortest counts.
    """

    longest: timedelta = timedelta(days=90)
    shortest: timedelta = timedelta(days=30)
    floor: int = 2 * 1024**3


KEEPING: Final = Keeping()


def may_let_go(
    held: Held, durable_through: Mapping[str, int], now: datetime, free: int, keeping: Keeping = KEEPING
) -> bool:
    """Whether this copy may be removed now.

    Args:
        held: the copy.
        durable_through: of the last committed answer; empty: nothing is.
        now: the hub's time as far as this desk can tell.
        free: bytes that the disk has left.
        keeping: the policy.
    """
    if held.ended is None or held.known_at is None:
        return False
    if durable_through.get(held.scope, 0) <= held.known_at:
        return False
    return now - held.ended >= (keeping.shortest if free < keeping.floor else keeping.longest)

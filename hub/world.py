"""What the world gives the hub: the time, new ids and chance. One value, so that a test can be the world."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from uuid_utils import uuid7


@dataclass(frozen=True, slots=True)
class World:
    """Time in UTC, UUIDv7 in lower case, and random bytes."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    token_bytes: Callable[[int], bytes]


def real_world() -> World:
    """The clock and the chance of this machine."""
    return World(now=lambda: datetime.now(UTC), new_id=lambda: str(uuid7()), token_bytes=os.urandom)

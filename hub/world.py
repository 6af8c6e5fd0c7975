"""What the world gives the hub: the time, new ids and chance. One value, so that a test can be the world."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from uuid_utils import uuid7

from letters.apart import look_apart
from letters.comparing import Look, look_here


@dataclass(frozen=True, slots=True)
class World:
    """Time in UTC, UUIDv7 in lower case, random bytes, and who opens a PDF file of foreign make."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    token_bytes: Callable[[int], bytes]
    look: Look = look_here


def real_world() -> World:
    """The clock and the chance of this machine, and a child process for what may hang or burst."""
    return World(lambda: datetime.now(UTC), lambda: str(uuid7()), os.urandom, look_apart)

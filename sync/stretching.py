"""What makes a secret that a person can remember dear to guess: Argon2id, as RFC 9106 recommends it.

The library comes with the first secret: a window is painted before that (`docs/adr/0103`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


USUAL: Final = Cost()
"""About half a second on a desk of 2026 (`docs/adr/0050`)."""


def stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes of a secret and at least 8 bytes of salt."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - see above

    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=32, type=Type.ID)

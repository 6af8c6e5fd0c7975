"""A snapshot: the entries of a scope up to a place, made once by the hub and fetched by every new desk in parts.

A part is a list of entries, packed as a message is. All that a scope holds of one request stands in one part, open
requests first and then the newest, so that a desk can be worked with long before the oldest have come.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sync.prepared import Whole, prepared

LEAST: Final = 2000
"""So many entries a desk must lack before a snapshot is worth it."""


@prepared
class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of the hub, proved by the signature of the answer that it came in.

    Attributes:
        scope: whose entries.
        seq: the last of them, and `anchor` the one there (base64url).
        parts: SHA-256 (base64url) and size in bytes of each, in the order in which they are fetched.
    """

    scope: str
    seq: Whole
    anchor: str
    parts: list[tuple[str, Whole]]

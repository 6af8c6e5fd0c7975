"""Running hashes: what a reader has read, in 32 bytes, so that nobody can change it behind his back."""

from __future__ import annotations

import hashlib
from typing import Final

from sync.encoding import unb64u

GENESIS: Final = bytes(32)
"""The anchor of a scope, and the link of an access log, in which nothing stands yet."""


def next_anchor(anchor: bytes, action_hash: str, rev: int | None) -> bytes:
    """``h_n = SHA-256(h_(n-1) ‖ action hash ‖ rev)``; `rev` counts as 0 where an action belongs to no request.

    Raises:
        Unreadable: the hash is no text of 32 bytes.
        OverflowError: `rev` is negative or does not fit in eight bytes.
    """
    return hashlib.sha256(anchor + unb64u(action_hash, size=32) + (rev or 0).to_bytes(8, "big")).digest()


def next_link(link: bytes, entry: bytes) -> bytes:
    """The same for a device's access log: ``SHA-256(link before ‖ bytes of the entry)``."""
    return hashlib.sha256(link + entry).digest()

"""The later phases of a letter as types: Prepared, Signed, Verified. Draft and Numbered are ``domain.letters``' own.

A phase is made by the function that did the work, so a signed letter cannot be passed where a verified one is asked.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from letters.findings import Verdict


@dataclass(frozen=True)
class Prepared:
    """A letter with its next signature's field, stamp and empty place (``/Contents``, from ``start`` to ``end``).

    These are the bytes that the signer sees and signs: everything but that place.
    """

    pdf: bytes
    field: str
    start: int
    end: int

    @property
    def digest(self) -> bytes:
        """SHA-256 over what will be signed."""
        return hashlib.sha256(self.pdf[: self.start] + self.pdf[self.end :]).digest()

    @property
    def sha256(self) -> str:
        """SHA-256 of the whole prepared file, as ``letter_frozen`` names it."""
        return hashlib.sha256(self.pdf).hexdigest()

    @property
    def room(self) -> int:
        """How many bytes a signature may have."""
        return (self.end - self.start - 2) // 2

    def filled(self, cms: bytes) -> bytes:
        """The file with a signature in its place; nothing else changes."""
        text = cms.hex().upper().encode().ljust(self.room * 2, b"0")
        return self.pdf[: self.start + 1] + text + self.pdf[self.end - 1 :]

    def equals_outside_contents(self, received: bytes) -> bool:
        """Whether a file is this one but for what lies in the signature's place."""
        same_frame = received[: self.start + 1] == self.pdf[: self.start + 1] and len(received) == len(self.pdf)
        return same_frame and received[self.end - 1 :] == self.pdf[self.end - 1 :]


@dataclass(frozen=True)
class Signed:
    """A letter with a signature that belongs to it and to the person asked for. Its chain is not judged yet."""

    pdf: bytes
    field: str
    fingerprint: str
    signed_at: datetime

    @property
    def sha256(self) -> str:
        """SHA-256 of the file."""
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True)
class Verified:
    """A signed letter that was verified whole: this, and only this, may be shown as *signed*."""

    pdf: bytes
    verdict: Verdict

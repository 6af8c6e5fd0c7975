"""What a hub can be asked: implemented over HTTP by `sync.client` and directly by the hub's own service.

Tests run one suite over both, and a simulation needs no socket.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sync.enrolment import Begin, Finish, Finished, Offer
from sync.protocol import BlobKey, SyncAnswer, SyncRequest


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of an office: ``GET /v1/config`` as a plain JSON object, with its version."""

    version: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LetterKey:
    """A letter of a request: both are ids, so no name or number of a citizen stands in a URL."""

    request: str
    letter: str


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes of an attachment or a letter from the asked offset on.

    Attributes:
        content: may be shorter than asked for.
        total: size of the whole, in bytes.
        revision: of a letter: `prepared`, `signed` or `with_revocation`; empty for an attachment.
    """

    content: bytes
    total: int
    revision: str = ""


class Hub(Protocol):
    """One hub as seen by one device. Every verb raises a `sync.errors.SyncError` when it cannot be done."""

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        """Push and pull. Doing it twice is doing it once."""
        ...

    def config(self) -> Config:
        """Offices, officers, assignments, keys, certificates, packs and trust that this office needs."""
        ...

    def pack(self, pack_id: str, version: str) -> bytes:
        """A service pack's bytes."""
        ...

    def begin_upload(self, key: BlobKey, size: int) -> str:
        """Begin, or find again, an upload; its id. Empty when the hub already has the bytes."""
        ...

    def upload_offset(self, upload: str) -> int:
        """How many bytes of it the hub holds durably."""
        ...

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        """Add a piece at the offset; the offset after it."""
        ...

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        """A part of an attachment, where this office may read an accepted action that names it."""
        ...

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        """A part of the latest revision of a letter."""
        ...

    def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
        """A part of a snapshot's part, of a scope that this office reads."""
        ...

    def decide_key(self, key_id: str, state: str, at: str, signature: bytes) -> None:
        """The head of the office confirms (`confirmed`) or revokes (`revoked`) a colleague's key."""
        ...

    def lease(self, office: str, book: str, year: int, count: int) -> None:
        """Ask for a block of letter numbers; it arrives as a `number_leased` in the log."""
        ...

    def hang_up(self) -> None:
        """Cut what is going on, from another thread: the verb that waits raises `Unreachable`. Raises nothing."""
        ...


class Enroller(Protocol):
    """The two verbs of enrolment, asked before there is a device."""

    def enrol_begin(self, begin: Begin) -> Offer:
        """The first message: the hub proves itself."""
        ...

    def enrol_finish(self, finish: Finish) -> Finished:
        """The second: the desk proves itself and is enrolled."""
        ...

"""Attachments and letters: bytes on their own road, in pieces, and verified at both ends.

A cut costs one piece and never the file: with a cut every 150 kB, a photo of 600 kB cost 8.7 times its size in one go
and 1.12 times in pieces of 64 kB.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from sync.encoding import b64u
from sync.errors import BytesAlarm, FalseBytes, Stopped, Superseded
from sync.hub_port import Hub, LetterKey, Part
from sync.protocol import BLOB_MAX, PIECE, BlobKey

WITH_REVOCATION: Final = "with_revocation"
"""A signed letter to which the hub added revocation data: it begins with the signed bytes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Bytes that a desk wants.

    Attributes:
        key: of an attachment or a letter.
        sha256: of the bytes, as an accepted action names them.
        size: in bytes, as that action names it; 0 where it names none.
        revision: of a letter, `prepared` or `signed`; empty for an attachment.
    """

    key: BlobKey | LetterKey
    sha256: str
    size: int
    revision: str = ""


class BlobSource(Protocol):
    """The attachments that a desk holds."""

    def size(self, sha256: str, /) -> int | None:
        """Their size in bytes; None when they are not there."""
        ...

    def read(self, sha256: str, offset: int, length: int, /) -> bytes:
        """A part of them."""
        ...


class BlobSink(Protocol):
    """Where a desk keeps bytes that come down. What is partial survives a restart and is never shown to anybody."""

    def partial(self, wanted: Wanted) -> bytes:
        """What has come so far."""
        ...

    def add(self, wanted: Wanted, piece: bytes) -> None:
        """Keep one more piece, durably."""
        ...

    def finish(self, wanted: Wanted, content: bytes, revision: str) -> None:
        """Keep the whole, verified, under the hash of its bytes; the partial bytes may go.

        Args:
            wanted: what was asked for.
            content: all bytes; of a later revision they begin with the wanted ones.
            revision: what the hub called it; empty for an attachment.
        """
        ...

    def drop(self, wanted: Wanted) -> None:
        """Forget the partial bytes: they are not what they should be."""
        ...


class Stored(Protocol):
    """Where the bytes of others lie: a hub, or a parcel that came from it."""

    def read_blob(self, key: BlobKey, offset: int, length: int, /) -> Part:
        """A part of an attachment."""
        ...

    def read_letter(self, key: LetterKey, offset: int, length: int, /) -> Part:
        """A part of the latest revision of a letter."""
        ...


class Bytes(BlobSource, BlobSink, Protocol):
    """Both."""


def never() -> bool:
    """Nobody wants it to end."""
    return False


def upload(hub: Hub, source: BlobSource, key: BlobKey, piece: int = PIECE, stop: Callable[[], bool] = never) -> int:
    """Send an attachment, continuing where an earlier try was cut; how many bytes went this time.

    Raises:
        BytesAlarm: it is absent here or its bytes changed; nothing was sent and nothing is deleted.
        Stopped: `stop` said so between two pieces; what went stays at the hub.
    """
    size = _checked_size(source, key.sha256)
    found = hub.begin_upload(key, size)
    if not found:
        return 0
    offset = first = hub.upload_offset(found)
    while offset < size:
        _go_on(stop)
        after = hub.append(found, offset, source.read(key.sha256, offset, min(piece, size - offset)))
        if not offset < after <= size:
            raise FalseBytes("the upload did not move forward")
        offset = after
    return size - first


def _checked_size(source: BlobSource, sha256: str) -> int:
    size = source.size(sha256)
    if not size:
        raise BytesAlarm(f"{sha256} is not on this desk")
    seen = hashlib.sha256()
    for offset in range(0, size, PIECE):
        seen.update(source.read(sha256, offset, min(PIECE, size - offset)))
    if b64u(seen.digest()) != sha256:
        raise BytesAlarm(f"{sha256} has changed on this desk")
    return size


def _go_on(stop: Callable[[], bool]) -> None:
    if stop():
        raise Stopped


def download(hub: Stored, sink: BlobSink, wanted: Wanted, piece: int = PIECE, stop: Callable[[], bool] = never) -> int:
    """Fetch an attachment or a letter, continuing where an earlier try was cut; how many bytes came this time.

    Raises:
        FalseBytes: the whole is not what the accepted action names; it is forgotten.
        Superseded: the hub has a later revision of the letter, of which the log does not tell yet.
        Stopped: `stop` said so between two pieces; what came is kept.
    """
    content = bytearray(sink.partial(wanted))
    first = len(content)
    part = _read(hub, wanted, first, piece)
    if first and part.total < first:
        sink.drop(wanted)
        raise FalseBytes("the bytes at the hub became fewer")
    while True:
        _check_part(sink, wanted, part, len(content))
        content += part.content
        if len(content) >= part.total:
            break
        sink.add(wanted, part.content)
        _go_on(stop)
        part = _read(hub, wanted, len(content), piece)
    _check_whole(sink, wanted, bytes(content), part.revision)
    sink.finish(wanted, bytes(content), part.revision)
    return len(content) - first


def _read(hub: Stored, wanted: Wanted, offset: int, length: int) -> Part:
    if isinstance(wanted.key, LetterKey):
        return hub.read_letter(wanted.key, offset, length)
    return hub.read_blob(wanted.key, offset, length)


def _check_part(sink: BlobSink, wanted: Wanted, part: Part, offset: int) -> None:
    if part.revision not in {wanted.revision, WITH_REVOCATION if wanted.revision == "signed" else wanted.revision}:
        sink.drop(wanted)
        raise Superseded(f"{part.revision} instead of {wanted.revision}")
    ends = offset + len(part.content)
    if not 0 < part.total <= BLOB_MAX or ends > part.total or (not part.content and ends < part.total):
        sink.drop(wanted)
        raise FalseBytes("the part does not fit into the whole")


def _check_whole(sink: BlobSink, wanted: Wanted, content: bytes, revision: str) -> None:
    size = wanted.size if revision == WITH_REVOCATION and wanted.size else len(content)
    if b64u(hashlib.sha256(content[:size]).digest()) != wanted.sha256:
        sink.drop(wanted)
        raise FalseBytes("the bytes are not those that the action names")

"""Stored bytes on their way down: attachments and letters, in ranges, for those whose scopes hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from hub.errors import NotKnown
from hub.files import StoredFile
from hub.service import letter_rows
from hub.service.access_rules import reads_request
from hub.service.bench import Sender
from hub.service.delta import may_read_blob
from hub.service.ground import Ground
from hub.shelf import DamagedFile
from hub.store import rows
from hub.store.growing import blobs, letters
from hub.store.reference import packs
from sync.errors import NotAllowed
from sync.hub_port import LetterKey, Part
from sync.protocol import BlobKey


@dataclass(frozen=True, slots=True)
class Found:
    """A stored file, its size, and what it is."""

    file: StoredFile
    size: int
    media_type: str
    revision: str = ""


def find_blob(ground: Ground, sender: Sender, key: BlobKey) -> Found:
    """An attachment that an accepted action in one of the caller's scopes names.

    Raises:
        NotAllowed: there is none such; nothing is said about others.
    """
    with ground.store.reading() as connection:
        if not may_read_blob(connection, sender, key, ground.identity.regency):
            raise NotAllowed("no such attachment")
        row = rows.find(connection, blobs, {"shard": key.shard, "request": key.request, "sha256": key.sha256})
    if row is None:
        raise NotAllowed("its bytes are not here yet")
    return Found(StoredFile.of(row), int(row.size), row.media_type)


def find_letter(ground: Ground, sender: Sender, key: LetterKey) -> Found:
    """The latest revision of a letter of a request that the caller reads.

    Raises:
        NotAllowed: there is none such.
    """
    with ground.store.reading() as connection:
        shard = _shard_of_letter(ground, connection, sender, key)
        if shard is None or not reads_request(connection, sender, (shard, key.request), ground.identity.regency):
            raise NotAllowed("no such letter")
        found = letter_rows.latest_revision(connection, (shard, key.request), key.letter)
    if found is None:
        raise NotAllowed("its bytes are not here yet")
    return Found(found.file, found.size, "application/pdf", found.revision)


def _shard_of_letter(ground: Ground, connection: Connection, sender: Sender, key: LetterKey) -> str | None:
    shards = {sender.shard, *ground.catalogue(connection).shards} if sender.shard.count(".") == 1 else {sender.shard}
    where = and_(letters.c.shard.in_(shards), letters.c.request == key.request, letters.c.letter == key.letter)
    found = connection.execute(select(letters.c.shard).where(where)).scalar()
    return None if found is None else str(found)


def read_part(ground: Ground, found: Found, offset: int, length: int) -> Part:
    """Bytes from the offset on; none at its end."""
    if offset >= found.size or length <= 0:
        return Part(b"", found.size, found.revision)
    last = min(offset + length, found.size) - 1
    content = b"".join(ground.vault.read(found.file, offset, last))
    if len(content) != last - offset + 1:
        raise DamagedFile("Sebuah berkas tersimpan di hub terpotong. Pulihkan dari cadangan.")
    return Part(content, found.size, found.revision)


def pack_bytes(ground: Ground, service: str, version: str) -> bytes:
    """A service pack as it was published.

    Raises:
        NotKnown: it never was.
    """
    with ground.store.reading() as connection:
        where = (packs.c.service == service, packs.c.version == version)
        row: Row[Any] | None = connection.execute(select(packs.c.content).where(*where)).first()
    if row is None:
        raise NotKnown("Versi layanan ini tidak dikenal oleh hub.")
    return bytes(row.content)

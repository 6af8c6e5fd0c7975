"""The PDF that a village issued, as its blob holds it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from hub.errors import HubError
from hub.files import StoredFile
from hub.service.docket import Key
from hub.service.ground import Ground
from hub.store.growing import blobs


def blob_row(connection: Connection, key: Key, sha256: str) -> Row[Any] | None:
    """The stored attachment of a request with this hash."""
    where = (blobs.c.shard == key[0], blobs.c.request == key[1], blobs.c.sha256 == sha256)
    return connection.execute(select(blobs).where(*where)).first()


def signed_by_village(ground: Ground, connection: Connection, key: Key, sha256: str) -> bytes:
    """The bytes of the village's letter.

    Raises:
        HubError: they are not here.
    """
    row = blob_row(connection, key, sha256)
    if row is None:
        raise HubError("Surat yang ditandatangani desa belum lengkap di hub.")
    return ground.vault.whole(StoredFile.of(row))

"""The desk's bytes as the exchange sees them (`sync.attachments.Bytes`): what goes up, and what comes down."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from sqlalchemy import bindparam, delete, func, insert, select

from desktop.errors import DamagedStore
from desktop.store import blobs
from desktop.store.blobfiles import BlobFiles, Kept
from desktop.store.database import Database
from desktop.store.tables import actions, partials
from desktop.store.wanting import satisfied
from sync.attachments import Wanted
from sync.errors import BytesAlarm
from sync.protocol import BlobKey

_MINE: Final = partials.c.sha256 == bindparam("hash")
_PARTS: Final = select(partials).where(_MINE).order_by(partials.c.start)
_DROP: Final = delete(partials).where(_MINE)


class SqlBytes:
    """Sealed files and their rows."""

    def __init__(self, database: Database, files: BlobFiles) -> None:
        self._database = database
        self._files = files

    def size(self, sha256: str) -> int | None:
        """Size of an attachment or letter that is here."""
        kept = self._holding(sha256)
        return kept.size if kept else None

    def read(self, sha256: str, offset: int, length: int) -> bytes:
        """A part of it.

        Raises:
            BytesAlarm: it went missing, or does not open any more.
        """
        kept = self._holding(sha256)
        if kept is None:
            raise BytesAlarm(f"{sha256} is not on this desk")
        found = b""
        try:
            for piece in self._files.read(kept, offset):
                found += piece
                if len(found) >= length:
                    break
        except DamagedStore as error:
            raise BytesAlarm(f"{sha256} does not open") from error
        return found[:length]

    def partial(self, wanted: Wanted) -> bytes:
        """What has come so far; of a signed letter that is here, all of it: only what the hub added may still come."""
        kept = self._holding(wanted.sha256) if wanted.revision == "signed" else None
        if kept is not None:
            with suppress(DamagedStore):  # then the whole is fetched again
                return b"".join(self._files.read(kept))
        with self._database.reading() as connection:
            found = connection.execute(_PARTS, {"hash": wanted.sha256}).all()
        content = b""
        for row in found:
            if row.start != len(content):
                break
            content += b"".join(self._files.read(Kept(row.file, row.wrapped_key, b"", row.size)))
        return content

    def add(self, wanted: Wanted, piece: bytes) -> None:
        """One more piece, sealed in a file of its own: a kill costs one piece."""
        kept = self._files.keep([piece])
        with self._database.writing() as connection:
            start = connection.execute(
                select(func.coalesce(func.sum(partials.c.size), 0)).where(partials.c.sha256 == wanted.sha256)
            ).scalar_one()
            connection.execute(
                insert(partials).values(
                    sha256=wanted.sha256,
                    start=int(start),
                    size=kept.size,
                    file=kept.file,
                    wrapped_key=kept.wrapped_key,
                )
            )

    def finish(self, wanted: Wanted, content: bytes, revision: str) -> None:
        """The whole, whose hash the exchange has checked."""
        if revision == "signed" and self._holding(wanted.sha256) is not None:
            with self._database.writing() as connection:
                satisfied(connection, wanted.sha256)  # the hub has added nothing
            return
        kept = self._files.keep([content])
        with self._database.writing() as connection:
            if isinstance(wanted.key, BlobKey):
                blobs.fill(connection, kept)
            else:
                shard = connection.execute(
                    select(actions.c.shard).where(actions.c.request == wanted.key.request).limit(1)
                ).scalar_one()
                place = (shard, wanted.key.request, wanted.key.letter, revision or wanted.revision)
                blobs.keep_letter(connection, blobs.LetterRow(*place, wanted.sha256, kept))
            satisfied(connection, wanted.sha256)
        self.drop(wanted)

    def drop(self, wanted: Wanted) -> None:
        """Forget the pieces."""
        with self._database.reading() as connection:
            found = [row.file for row in connection.execute(_PARTS, {"hash": wanted.sha256})]
        if not found:  # most files come in one piece
            return
        with self._database.writing() as connection:
            connection.execute(_DROP, {"hash": wanted.sha256})
        for name in found:
            self._files.forget(name)

    def _holding(self, sha256: str) -> Kept | None:
        with self._database.reading() as connection:
            return blobs.holding(connection, sha256)

"""Sealed files whose bytes do not open any more: where they belong, and how the hub can bring them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store.blobfiles import Kept
from desktop.store.blobs import ABSENT, STORED
from desktop.store.committing import project
from desktop.store.tables import blobs, letters, requests, wants
from sync.encoding import unb64u

LETTER: Final = "letter"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed file belongs.

    Attributes:
        subject: whose request it is, as in the list; empty where that is not known.
        document: the kind of document, or ``letter``.
        revision: of a letter; empty for an attachment.
        state: of an attachment, as in `tables.blobs`; empty for a letter.
    """

    shard: str
    request: str
    subject: str
    document: str
    kept: Kept
    sha256: str
    letter: str = ""
    revision: str = ""
    state: str = ""


def places(connection: Connection) -> list[Place]:
    """Every sealed file that a request names, in a steady order."""
    whose = {row.id: row.subject for row in connection.execute(select(requests.c.id, requests.c.subject))}
    attached = connection.execute(select(blobs).where(blobs.c.file.is_not(None)).order_by(blobs.c.request))
    found = [
        Place(
            row.shard,
            row.request,
            whose.get(row.request, ""),
            row.document,
            Kept(row.file, row.wrapped_key, unb64u(row.sha256), row.size),
            row.sha256,
            state=row.state,
        )
        for row in attached
    ]
    return found + [
        Place(
            row.shard,
            row.request,
            whose.get(row.request, ""),
            LETTER,
            Kept(row.file, row.wrapped_key, unb64u(row.sha256), row.size),
            row.sha256,
            row.letter,
            row.revision,
        )
        for row in connection.execute(select(letters).order_by(letters.c.request, letters.c.revision))
    ]


def fetch_again(connection: Connection, place: Place, now: str) -> bool:
    """Have the next exchange bring these bytes back; False, with nothing changed, where the hub may not have them."""
    if place.letter:
        return _fetch_letter(connection, place, now)
    if place.state != STORED:
        return False
    mine = and_(blobs.c.shard == place.shard, blobs.c.request == place.request, blobs.c.sha256 == place.sha256)
    connection.execute(update(blobs).where(mine).values(file=None, wrapped_key=None, state=ABSENT))
    want = {"shard": place.shard, "request": place.request, "letter": "", "sha256": place.sha256}
    values = {**want, "size": place.kept.size, "revision": ""}
    connection.execute(insert(wants).values(values).on_conflict_do_nothing())
    return True


def _fetch_letter(connection: Connection, place: Place, now: str) -> bool:
    """A letter is worked out from the accepted log: what the log does not want stays as it is."""
    mine = and_(
        letters.c.shard == place.shard,
        letters.c.request == place.request,
        letters.c.letter == place.letter,
        letters.c.revision == place.revision,
    )
    trying = connection.begin_nested()
    connection.execute(delete(letters).where(mine))
    project(connection, place.request, now)
    wanted = exists().where(wants.c.request == place.request, wants.c.letter == place.letter)
    if connection.execute(select(wanted)).scalar():
        trying.commit()
        return True
    trying.rollback()
    return False

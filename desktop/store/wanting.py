"""Which bytes a desk fetches by itself: what waits for a decision here, and letters ready to be handed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.blobs import ABSENT, forget_wants, holding, letters_of
from desktop.store.configuration import stored_configuration
from desktop.store.tables import blobs, wants
from domain.request import Request
from sync.attachments import WITH_REVOCATION, Wanted
from sync.hub_port import LetterKey
from sync.protocol import BlobKey
from sync.wanting import wanted_of


def note_wants(connection: Connection, request: Request, office: str, sizes: Mapping[str, int]) -> None:
    """Write down what is wanted and not here, in the transaction of the entry that made it so."""
    forget_wants(connection, request.id)
    for wanted in wanted_of(request, office, sizes):
        if _is_here(connection, request.id, wanted):
            continue
        letter = wanted.key.letter if isinstance(wanted.key, LetterKey) else ""
        key = {"shard": request.shard, "request": request.id, "letter": letter, "sha256": wanted.sha256}
        connection.execute(_WANT, {**key, "size": wanted.size, "revision": wanted.revision})
    _note_lost(connection, request.id)


def _is_here(connection: Connection, request: str, wanted: Wanted) -> bool:
    """Whether nothing is to be fetched. A signed letter is whole with the revocation data that the hub adds to it."""
    rows = [row for row in letters_of(connection, request) if row.named == wanted.sha256]
    if wanted.revision == "signed" and _has_revocation_lists(connection):
        return any(row.revision == WITH_REVOCATION for row in rows)
    return bool(rows) or holding(connection, wanted.sha256) is not None


def _has_revocation_lists(connection: Connection) -> bool:
    """Whether the regency knows any: without them the hub has nothing to add."""
    found = stored_configuration(connection)
    return found is not None and bool(found.trust.crls)


def _note_lost(connection: Connection, request: str) -> None:
    """Own attachments whose bytes were lost here after the hub had them (`desktop.store.mending`)."""
    for row in connection.execute(_LOST, {"of": request}).all():
        key = {"shard": row.shard, "request": row.request, "letter": "", "sha256": row.sha256}
        connection.execute(_WANT, {**key, "size": row.size, "revision": ""})


def all_wants(connection: Connection) -> tuple[Wanted, ...]:
    """Letters first: a person waits for them."""
    found = connection.execute(_ALL)
    return tuple(
        Wanted(
            LetterKey(row.request, row.letter) if row.letter else BlobKey(row.shard, row.request, row.sha256),
            row.sha256,
            row.size,
            row.revision,
        )
        for row in found
    )


def satisfied(connection: Connection, sha256: str) -> None:
    """The bytes are here."""
    connection.execute(_SATISFIED, {"hash": sha256})


_WANT: Final = insert(wants).on_conflict_do_nothing()
_LOST: Final = select(blobs).where(
    blobs.c.request == bindparam("of"), blobs.c.own, blobs.c.state == ABSENT, blobs.c.file.is_(None)
)
_ALL: Final = select(wants).order_by(wants.c.letter.desc(), wants.c.request, wants.c.sha256)
_SATISFIED: Final = delete(wants).where(wants.c.sha256 == bindparam("hash"))
"""Made once: an exchange says them for each of its entries, and making one costs as much as asking it."""

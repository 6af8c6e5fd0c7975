"""Which bytes a desk fetches by itself: what waits for a decision here, and letters ready to be handed over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, String, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.blobs import ABSENT, holding, letters_of
from desktop.store.configuration import stored_configuration
from desktop.store.tables import blobs, wants
from domain.request import Request
from sync.attachments import WITH_REVOCATION, Wanted
from sync.hub_port import LetterKey
from sync.protocol import BlobKey
from sync.wanting import wanted_of


def note_wants(connection: Connection, found: Sequence[tuple[Request, Mapping[str, int]]], office: str) -> None:
    """Write down what of requests is wanted and not here, in the transaction of the entry that made it so.

    Args:
        connection: of that transaction.
        found: each with the sizes of its letters.
        office: this desk's.
    """
    if not found:
        return
    names = json.dumps([request.id for request, _ in found])
    connection.execute(_FORGET, {"of": names})
    for request, sizes in found:
        for wanted in wanted_of(request, office, sizes):
            if not _is_here(connection, request.id, wanted):
                _want(connection, request, wanted)
    _note_lost(connection, names)


def _want(connection: Connection, request: Request, wanted: Wanted) -> None:
    letter = wanted.key.letter if isinstance(wanted.key, LetterKey) else ""
    key = {"shard": request.shard, "request": request.id, "letter": letter, "sha256": wanted.sha256}
    connection.execute(_WANT, {**key, "size": wanted.size, "revision": wanted.revision})


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


def _note_lost(connection: Connection, requests: str) -> None:
    """Own attachments whose bytes were lost here after the hub had them (`desktop.store.mending`)."""
    for row in connection.execute(_LOST, {"of": requests}).all():
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


_EACH: Final = select(func.json_each(bindparam("of", type_=String)).table_valued("value").c.value)
_FORGET: Final = delete(wants).where(wants.c.request.in_(_EACH))
_WANT: Final = insert(wants).on_conflict_do_nothing()
_LOST: Final = select(blobs).where(
    blobs.c.request.in_(_EACH), blobs.c.own, blobs.c.state == ABSENT, blobs.c.file.is_(None)
)
_ALL: Final = select(wants).order_by(wants.c.letter.desc(), wants.c.request, wants.c.sha256)
_SATISFIED: Final = delete(wants).where(wants.c.sha256 == bindparam("hash"))
"""Made once: an exchange says them for each of its entries, and making one costs as much as asking it."""

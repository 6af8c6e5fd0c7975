"""Rows of attachments and letters, and the bytes behind them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, String, bindparam, func, select, union, union_all, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store.blobfiles import Kept
from desktop.store.drafts import files_of_drafts
from desktop.store.tables import blobs, letters, partials
from domain.actions import Blob
from sync.encoding import b64u, unb64u
from sync.protocol import BlobKey

WAITING, STORED, ABSENT, ALARM, LET_GO = "waiting", "stored", "absent", "alarm", "let_go"
"""To be sent · at the hub and here · only at the hub · does not read · only at the hub, for it was here long enough."""


@dataclass(frozen=True, slots=True)
class BlobRow:
    """An attachment of a request; `kept` is None where the bytes are only at the hub."""

    shard: str
    request: str
    blob: Blob
    name: str
    own: bool
    state: str
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter's PDF on this desk: `prepared` (to be signed), `signed`, `with_revocation` (signed, and more)."""

    shard: str
    request: str
    letter: str
    revision: str
    named: str
    kept: Kept
    verified: bool = False


def add_own(connection: Connection, key: tuple[str, str], blob: Blob, name: str, kept: Kept) -> None:
    """A file that this desk took in; attaching the same bytes twice to one request is once."""
    shard, request = key
    row = _row(shard, request, blob) | {
        "name": name,
        "file": kept.file,
        "wrapped_key": kept.wrapped_key,
        "own": True,
        "state": WAITING,
    }
    connection.execute(_ADD_OWN, row)
    fill(connection, kept)


def add_named(connection: Connection, shard: str, request: str, blob: Blob, name: str) -> None:
    """A file that somebody else's accepted action names."""
    add_all_named(connection, [(shard, request, blob, name)])


def add_all_named(connection: Connection, found: Sequence[tuple[str, str, Blob, str]]) -> None:
    """Several of them: shard, request, file and its name."""
    if not found:
        return
    named = {"own": False, "state": ABSENT}
    connection.execute(
        _ADD_NAMED, [_row(shard, request, blob) | {"name": name} | named for shard, request, blob, name in found]
    )
    wanted = json.dumps(sorted({blob.sha256 for _, _, blob, _ in found}))
    for sha256 in connection.execute(_HELD, {"wanted": wanted}).scalars().all():
        kept = holding(connection, sha256)
        if kept is not None:
            fill(connection, kept)


_WANTED: Final = select(func.json_each(bindparam("wanted", type_=String)).table_valued("value").c.value)
_HELD: Final = union(
    *(
        select(table.c.sha256).where(table.c.sha256.in_(_WANTED), table.c.file.is_not(None))
        for table in (blobs, letters)
    )
)
"""Of many files at once, those whose bytes are here."""
_OWN: Final = insert(blobs)
_ADD_OWN: Final = _OWN.on_conflict_do_update(
    index_elements=["shard", "request", "sha256"],
    set_={"file": _OWN.excluded.file, "wrapped_key": _OWN.excluded.wrapped_key},
)
_ADD_NAMED: Final = insert(blobs).on_conflict_do_nothing()
_HOLDING: Final = union_all(
    *(
        select(table.c.file, table.c.wrapped_key, table.c.sha256, table.c.size).where(
            table.c.sha256 == bindparam("hash"), table.c.file.is_not(None)
        )
        for table in (blobs, letters)
    )
).limit(1)
_ARRIVED: Final = update(blobs).where(blobs.c.own, blobs.c.state == WAITING).values(state=STORED)
_MISSING: Final = (
    update(blobs)
    .where(blobs.c.shard == bindparam("in_shard"), blobs.c.request == bindparam("of"))
    .where(blobs.c.sha256 == bindparam("hash"), blobs.c.own)
    .values(state=WAITING)
)
_FILL: Final = update(blobs).where(blobs.c.sha256 == bindparam("hash"), blobs.c.file.is_(None))
_LETTER: Final = insert(letters)
_KEYS: Final = ("shard", "request", "letter", "revision")
_KEEP_LETTER: Final = _LETTER.on_conflict_do_update(
    index_elements=_KEYS, set_={each.name: _LETTER.excluded[each.name] for each in letters.c if each.name not in _KEYS}
)
_LETTERS: Final = select(letters).where(letters.c.request == bindparam("of")).order_by(letters.c.letter)
"""Made once: an exchange says them for each of its entries, and making one costs as much as asking it."""


def _row(shard: str, request: str, blob: Blob) -> dict[str, object]:
    return {
        "shard": shard,
        "request": request,
        "sha256": blob.sha256,
        "size": blob.size,
        "media_type": blob.media_type,
        "document": blob.document,
    }


def of_request(connection: Connection, request: str) -> tuple[BlobRow, ...]:
    """The attachments of a request, in a steady order."""
    found = connection.execute(
        select(blobs).where(blobs.c.request == request).order_by(blobs.c.document, blobs.c.sha256)
    )
    return tuple(map(_read, found))


def holding(connection: Connection, sha256: str) -> Kept | None:
    """The file behind this hash, whatever request names it: an attachment or a letter."""
    row = connection.execute(_HOLDING, {"hash": sha256}).first()
    return None if row is None else _kept(row)


def mark_missing(connection: Connection, missing: Iterable[BlobKey]) -> None:
    """Own files that the hub lacks are waiting; all others that it knows of are stored there."""
    connection.execute(_ARRIVED)
    for key in missing:
        connection.execute(_MISSING, {"in_shard": key.shard, "of": key.request, "hash": key.sha256})


def waiting_own(connection: Connection) -> tuple[BlobKey, ...]:
    """Own files that the hub lacks, as far as it has said."""
    found = connection.execute(select(blobs).where(blobs.c.own, blobs.c.state == WAITING))
    return tuple(sorted(BlobKey(row.shard, row.request, row.sha256) for row in found))


def fill(connection: Connection, kept: Kept) -> None:
    """Bytes are here: every request that names them, and had none, has them now."""
    values = {"file": kept.file, "wrapped_key": kept.wrapped_key, "state": STORED}
    connection.execute(_FILL, {"hash": b64u(kept.sha256), **values})


def keep_letter(connection: Connection, row: LetterRow) -> None:
    """A letter's bytes, the newest of its revision."""
    values = {
        "shard": row.shard,
        "request": row.request,
        "letter": row.letter,
        "revision": row.revision,
        "named": row.named,
        "sha256": b64u(row.kept.sha256),
        "size": row.kept.size,
        "file": row.kept.file,
        "wrapped_key": row.kept.wrapped_key,
        "verified": row.verified,
    }
    connection.execute(_KEEP_LETTER, values)


def letters_of(connection: Connection, request: str) -> tuple[LetterRow, ...]:
    """The letters of a request that are on this desk."""
    found = connection.execute(_LETTERS, {"of": request})
    return tuple(
        LetterRow(row.shard, row.request, row.letter, row.revision, row.named, _kept(row), row.verified)
        for row in found
    )


def mark_verified(connection: Connection, row: LetterRow) -> None:
    """The signatures of these bytes were looked at and hold."""
    connection.execute(
        update(letters)
        .where(letters.c.shard == row.shard, letters.c.request == row.request, letters.c.named == row.named)
        .values(verified=True)
    )


def files_in_use(connection: Connection) -> frozenset[str]:
    """Every file that a row or a draft names: all others are leftovers of a kill."""
    found: set[str] = set(files_of_drafts(connection))
    for table in (blobs, letters, partials):
        found |= {row.file for row in connection.execute(select(table.c.file).where(table.c.file.is_not(None)))}
    return frozenset(found)


def _read(row: Row[Any]) -> BlobRow:
    blob = Blob(row.sha256, row.size, row.media_type, row.document)
    kept = None if row.file is None else _kept(row)
    return BlobRow(row.shard, row.request, blob, row.name, row.own, row.state, kept)


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.file, row.wrapped_key, unb64u(row.sha256), row.size)

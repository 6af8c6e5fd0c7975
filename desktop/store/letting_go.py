"""Copies of bytes that ended requests no longer need here: which they are, since when the hub has them, and off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, String, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store import actions as log
from desktop.store import states
from desktop.store.blobs import LET_GO, STORED, fill, holding
from desktop.store.committing import project
from desktop.store.tables import at_hub, blobs, cursors, letters, requests, wants
from domain.scopes import scope_of_office
from domain.workflow import ENDINGS
from sync.encoding import instant_text, read_instant
from sync.letting_go import Held

_ENDED: Final = sorted(state.value for state in ENDINGS)

_BYTES_OF: Final = select(blobs.c.request).where(blobs.c.file.is_not(None)).union(select(letters.c.request))
_OVER: Final = select(requests.c.shard, requests.c.id, requests.c.changed_at).where(
    requests.c.hub_state.in_(_ENDED),
    requests.c.unanswered == 0,
    requests.c.refused == 0,
    requests.c.changed_at < bindparam("before", type_=String),
    requests.c.id.in_(_BYTES_OF),
)
"""Made once: it is asked after every exchange."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, with what the rule wants to know. `letter` is empty for an attachment."""

    shard: str
    request: str
    sha256: str
    letter: str
    file: str
    size: int
    held: Held


def copies(connection: Connection, before: datetime) -> list[Copy]:
    """Every copy of a request that ended before, as far as the hub has accepted all that names it."""
    scope = _own_scope(connection)
    return [copy for found in _ended(connection, before) for copy in _of_request(connection, scope, *found)]


def any_copies(connection: Connection, before: datetime) -> bool:
    """Whether `copies` may find some: after most exchanges there are none, and nothing needs to be written."""
    return bool(_ended(connection, before))


def _own_scope(connection: Connection) -> str:
    who = states.enrolled(connection)
    return "" if who is None else scope_of_office(who.office)


def _ended(connection: Connection, before: datetime) -> list[tuple[str, str, datetime]]:
    found = connection.execute(_OVER, {"before": instant_text(before)})
    return [(row.shard, row.id, read_instant(row.changed_at)) for row in found]


def _of_request(connection: Connection, scope: str, shard: str, request: str, ended: datetime) -> Iterator[Copy]:
    named = [item.envelope.action for item in log.of_request(connection, request) if item.rev is not None]
    known = {
        row.sha256: row.seq
        for row in connection.execute(select(at_hub).where(at_hub.c.shard == shard, at_hub.c.request == request))
    }
    mine = (blobs.c.shard == shard, blobs.c.request == request, blobs.c.state == STORED, blobs.c.file.is_not(None))
    for row in connection.execute(select(blobs).where(*mine)):
        if _accepted(named, row.sha256):
            held = Held(scope, known.get(row.sha256), ended)
            yield Copy(shard, request, row.sha256, "", row.file, row.size, held)
    for row in connection.execute(select(letters).where(letters.c.shard == shard, letters.c.request == request)):
        if _accepted(named, row.named):
            held = Held(scope, known.get(row.sha256), ended)
            yield Copy(shard, request, row.sha256, row.letter, row.file, row.size, held)


def _accepted(named: list[bytes], sha256: str) -> bool:
    """Whether an accepted action names these bytes; what was only tried is nowhere but here."""
    return any(sha256.encode() in each for each in named)


def note_at_hub(connection: Connection, found: list[Copy]) -> None:
    """Remember where the own scope stands now: the hub has these bytes, and has read all that this desk has."""
    seq = connection.execute(select(cursors.c.seq).where(cursors.c.scope == _own_scope(connection))).scalar() or 0
    for copy in found:
        row = {"shard": copy.shard, "request": copy.request, "sha256": copy.sha256, "seq": seq}
        connection.execute(insert(at_hub).values(row).on_conflict_do_nothing())


def let_go(connection: Connection, copy: Copy) -> None:
    """Forget the copy; the row of an attachment stays and says where it is."""
    here = (copy.shard, copy.request, copy.sha256)
    if copy.letter:
        mine = (letters.c.shard, letters.c.request, letters.c.sha256)
        connection.execute(delete(letters).where(*(c == v for c, v in zip(mine, here, strict=True))))
        return
    mine = (blobs.c.shard, blobs.c.request, blobs.c.sha256)
    gone = {"file": None, "wrapped_key": None, "state": LET_GO}
    connection.execute(update(blobs).where(*(c == v for c, v in zip(mine, here, strict=True))).values(**gone))


def want_back(connection: Connection, request: str, now: str) -> int:
    """Have the next exchange fetch what was let go of a request; how many documents that is, without letters."""
    connection.execute(delete(at_hub).where(at_hub.c.request == request))
    project(connection, request, now)
    gone = connection.execute(select(blobs).where(blobs.c.request == request, blobs.c.state == LET_GO)).all()
    for row in gone:
        kept = holding(connection, row.sha256)
        if kept is not None:  # another request has the same bytes
            fill(connection, kept)
            continue
        key = {"shard": row.shard, "request": row.request, "letter": "", "sha256": row.sha256}
        connection.execute(insert(wants).values(**key, size=row.size, revision="").on_conflict_do_nothing())
    return len(gone)


def letter_let_go(connection: Connection, request: str) -> bool:
    """Whether the letter of a request was here and is only at the hub now, and nobody has asked for it again."""
    documents = select(blobs.c.sha256).where(blobs.c.request == request)
    here = documents.union(select(letters.c.sha256).where(letters.c.request == request))
    gone = select(at_hub.c.sha256).where(at_hub.c.request == request, at_hub.c.sha256.not_in(here))
    return connection.execute(gone.limit(1)).first() is not None


def count_wanted(connection: Connection, request: str) -> int:
    """Files of a request that the next exchange brings, its letter among them."""
    query = select(func.count()).select_from(wants).where(wants.c.request == request)
    return int(connection.execute(query).scalar_one())


def count_let_go(connection: Connection) -> int:
    """Attachments that are only at the hub because this desk let go of them."""
    return int(connection.execute(select(func.count()).select_from(blobs).where(blobs.c.state == LET_GO)).scalar_one())

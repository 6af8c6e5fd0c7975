"""Rows of letters and of their stored files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from domain.letter_json import from_json, to_json
from domain.letters import FrozenLetter
from hub.files import StoredFile, Vault
from hub.service.docket import Key
from hub.shelf import DamagedFile
from hub.store.growing import letters, revisions
from hub.store.locking import insert_if_absent
from sync.encoding import instant_text, unb64u
from sync.record import hash_of

LATEST_FIRST = ("with_revocation", "signed", "prepared")


@dataclass(frozen=True, slots=True)
class Revision:
    """One stored file of a letter."""

    letter: str
    revision: str
    sha256: str
    size: int
    file: StoredFile


def put_letter(connection: Connection, key: Key, step: str, frozen: FrozenLetter, now: datetime) -> None:
    """Keep the frozen letter of a step; the same letter again changes nothing."""
    row = {"shard": key[0], "request": key[1], "letter": frozen.draft.letter, "step": step, "state": "frozen"}
    content = json.dumps(to_json(frozen), ensure_ascii=False).encode()
    insert_if_absent(connection, letters, {**row, "action": None, "frozen": content, "since": instant_text(now)})


def read_letter(connection: Connection, key: Key, letter: str) -> FrozenLetter | None:
    """A frozen letter by its id."""
    row = connection.execute(select(letters).where(*_letter(key, letter))).first()
    return None if row is None else from_json(json.loads(bytes(row.frozen)))


def letters_in(connection: Connection, key: Key, state: str) -> list[str]:
    """Ids of the letters of a request that are in a state."""
    where = (letters.c.shard == key[0], letters.c.request == key[1], letters.c.state == state)
    return list(connection.execute(select(letters.c.letter).where(*where)).scalars())


def set_state(connection: Connection, key: Key, letter: str, state: str) -> None:
    """What became of a letter: thawed, signed or issued."""
    connection.execute(letters.update().where(*_letter(key, letter)).values(state=state))


def put_revision(connection: Connection, key: Key, found: Revision, now: datetime) -> None:
    """Keep the name of a stored file; of a letter prepared or signed once more, that of the later one."""
    row: dict[str, Any] = {"shard": key[0], "request": key[1], "letter": found.letter, "revision": found.revision}
    row |= {"sha256": found.sha256, "size": found.size, "file": found.file.name, "sealed_key": found.file.sealed_key}
    row |= {"stored_at": instant_text(now)}
    if not insert_if_absent(connection, revisions, row):
        where = (*_revisions_of(key, found.letter), revisions.c.revision == found.revision)
        connection.execute(revisions.update().where(*where).values(row))


def store_revision(vault: Vault, shard: str, letter: str, name: str, content: bytes) -> Revision:
    """Write a file of a letter to the disk, before any row says that it is there."""
    return Revision(letter, name, hash_of(content), len(content), vault.write(shard, content))


def latest_revision(connection: Connection, key: Key, letter: str) -> Revision | None:
    """The latest stored file of a letter: while it waits for a (second) signature, the one prepared for it."""
    found = {row.revision: row for row in connection.execute(select(revisions).where(*_revisions_of(key, letter)))}
    state = connection.execute(select(letters.c.state).where(*_letter(key, letter))).scalar()
    order = ("prepared",) if state == "frozen" else LATEST_FIRST
    return next((_revision(found[name]) for name in order if name in found), None)


def revision(connection: Connection, key: Key, letter: str, name: str) -> Revision | None:
    """One revision of a letter."""
    where = _revisions_of(key, letter)
    row = connection.execute(select(revisions).where(*where, revisions.c.revision == name)).first()
    return None if row is None else _revision(row)


def read_file(vault: Vault, found: Revision) -> bytes:
    """The bytes of a revision, checked against the hash in its row."""
    content = vault.whole(found.file)
    if hash_of(content) != found.sha256:
        raise DamagedFile("Berkas surat di hub tidak sama dengan yang dicatat. Pulihkan dari cadangan.")
    return content


def _revision(row: Row[Any]) -> Revision:
    file = StoredFile.of(row)
    return Revision(row.letter, row.revision, row.sha256, row.size, file)


def _revisions_of(key: Key, letter: str) -> tuple[Any, ...]:
    return (revisions.c.shard == key[0], revisions.c.request == key[1], revisions.c.letter == letter)


def _letter(key: Key, letter: str) -> tuple[Any, ...]:
    return (letters.c.shard == key[0], letters.c.request == key[1], letters.c.letter == letter)


def hex_of(sha256: str) -> str:
    """A hash of the record as the hex of the craft of letters."""
    return unb64u(sha256, size=32).hex()

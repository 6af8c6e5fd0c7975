"""Who read a person's full data, printed or exported: chained, and sent to the hub as it is (UU PDP 27/2022 ps 31)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, insert, select

from desktop.store.tables import access_log
from sync.anchors import GENESIS, next_link
from sync.desk_log import AccessSeam


@dataclass(frozen=True, slots=True)
class Read:
    """One look: who, what act (`shown`, `searched`, `printed`, `exported`), of what (a request, or a person's key)."""

    at: str
    officer: str
    act: str
    subject: str


def note(connection: Connection, read: Read) -> None:
    """Add an entry to the chain, in the transaction of what it tells of."""
    last = connection.execute(
        select(access_log.c.n, access_log.c.link).order_by(access_log.c.n.desc()).limit(1)
    ).first()
    n, link = (last.n, last.link) if last else (0, GENESIS)
    entry = msgspec.json.encode(
        {"at": read.at, "officer": read.officer, "act": read.act, "subject": read.subject}, order="sorted"
    )
    connection.execute(insert(access_log).values(n=n + 1, entry=entry, link=next_link(link, entry)))


def go_on_behind(connection: Connection, n: int, seam: AccessSeam) -> None:
    """Put the entries above the seam's floor behind place `n`, up to which the hub holds others.

    Those others were noted in a former life of this disk. What stands for them here is a row without an entry.
    """
    found = connection.execute(select(access_log).where(access_log.c.n > seam.floor).order_by(access_log.c.n)).all()
    connection.execute(delete(access_log).where(access_log.c.n > seam.floor))
    if n > seam.floor:
        connection.execute(insert(access_log).values(n=n, entry=b"", link=seam.link))
    link = seam.link
    for place, entry in enumerate((row.entry for row in found if row.entry), n + 1):
        link = next_link(link, entry)
        connection.execute(insert(access_log).values(n=place, entry=entry, link=link))


def subject_of(nik: str, salt: bytes) -> str:
    """A person in the log: a hash keyed with the profile's salt, never the NIK."""
    return hashlib.blake2b(nik.encode(), key=salt, digest_size=16).hexdigest()


def chain_is_whole(connection: Connection) -> bool:
    """Whether no entry was changed, dropped or put in since it was written; a seam goes on from the hub's link."""
    place, link = 0, GENESIS
    for row in connection.execute(select(access_log).order_by(access_log.c.n)):
        place, link = (place + 1, next_link(link, row.entry)) if row.entry else (row.n, row.link)
        if row.n != place or row.link != link:
            return False
    return True

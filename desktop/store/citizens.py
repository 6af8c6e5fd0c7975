"""The register of this desk: imported, or learned from accepted requests; a request never needs it.

Searches go through FTS5 with prefixes of one, two and three letters and come in the order of rows (ranking a short
prefix takes 0.3 s at a million rows); pages are by key, never by offset.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, CursorResult, text

PAGE = 50


@dataclass(frozen=True, slots=True)
class Citizen:
    """One person of the register; `person` has the fields of a form's person."""

    id: int
    nik: str | None
    name: str
    place: str
    person: Mapping[str, str]
    source: str
    changed_at: str


def keep(connection: Connection, person: Mapping[str, str], source: str, now: str) -> bool:
    """Add a person, or bring the one with the same NIK up to date; True when something changed.

    A field that the newer source leaves out keeps its old value: a form asks for less than a family card holds.
    """
    nik = person.get("nik") or None
    old = by_nik(connection, nik) if nik else None
    merged = {**(old.person if old else {}), **{key: value for key, value in person.items() if value}}
    if old is not None and merged == dict(old.person):
        return False
    row = _row(merged, source, now)
    if old is None:
        connection.execute(text(_INSERT), row)
    else:
        connection.execute(text(_UPDATE), {**row, "id": old.id})
    return True


def keep_all(connection: Connection, found: Sequence[tuple[Mapping[str, str], str]], now: str) -> None:
    """`keep` of several who all have a NIK, each with its source: the register is asked once and written once."""
    if not found:
        return
    asked = json.dumps(sorted({person["nik"] for person, _ in found}))
    here = {each.nik: each for each in _citizens(connection.execute(text(_BY_NIKS), {"niks": asked}))}
    persons = {nik: dict(each.person) for nik, each in here.items()}
    changed: dict[str, dict[str, Any]] = {}
    for person, source in found:
        nik = person["nik"]
        merged = {**persons.get(nik, {}), **{key: value for key, value in person.items() if value}}
        if merged != persons.get(nik):
            persons[nik], changed[nik] = merged, _row(merged, source, now)
    fresh = [row for nik, row in changed.items() if nik not in here]
    newer = [{**row, "id": here[nik].id} for nik, row in changed.items() if nik in here]
    for statement, rows in ((_INSERT, fresh), (_UPDATE, newer)):
        if rows:
            connection.execute(text(statement), rows)


def add_new(connection: Connection, people: Iterable[Mapping[str, str]], source: str, now: str) -> None:
    """Add persons of whom the register knows nobody, in one go: ten times as fast as one by one."""
    rows = [_row(person, source, now) for person in people]
    if rows:
        connection.execute(text(_INSERT), rows)


def _row(person: Mapping[str, str], source: str, now: str) -> dict[str, Any]:
    return {
        "nik": person.get("nik") or None,
        "kk": person.get("kk") or None,
        "name": person.get("nama", ""),
        "place": person.get("alamat", ""),
        "person": msgspec.json.encode(person),
        "source": source,
        "changed_at": now,
    }


def by_nik(connection: Connection, nik: str) -> Citizen | None:
    """The person with this NIK (16 digits)."""
    return next(_citizens(connection.execute(text(f"{_SELECT} WHERE nik = :nik"), {"nik": nik})), None)


def by_id(connection: Connection, number: int) -> Citizen | None:
    """The person in this row."""
    return next(_citizens(connection.execute(text(f"{_SELECT} WHERE id = :id"), {"id": number})), None)


def by_nik_prefix(connection: Connection, digits: str, after: int = 0) -> tuple[Citizen, ...]:
    """A page of those whose NIK begins with these digits, in the order of numbers, after the one in this row.

    In the order of rows, a short beginning would have to sort all that fit, or a long one to walk through everybody.
    """
    last = by_id(connection, after) if after else None
    low = f"{last.nik}!" if last is not None and last.nik else digits
    where = "WHERE nik >= :low AND nik < :high ORDER BY nik LIMIT :page"
    found = {"low": low, "high": digits + ":", "page": PAGE}
    return tuple(_citizens(connection.execute(text(f"{_SELECT} {where}"), found)))


def by_words(connection: Connection, words: str, after: int = 0) -> tuple[Citizen, ...]:
    """A page of those in whose name or address every word begins a word."""
    query = " ".join(f'"{word}"*' for word in _words(words))
    if not query:
        return ()
    return _fitting(connection, query, after)


def _fitting(connection: Connection, query: str, after: int) -> tuple[Citizen, ...]:
    where = (
        "WHERE id IN (SELECT rowid FROM citizens_fts WHERE citizens_fts MATCH :query AND rowid > :after "
        "ORDER BY rowid LIMIT :page) ORDER BY id"
    )
    return tuple(
        _citizens(connection.execute(text(f"{_SELECT} {where}"), {"query": query, "after": after, "page": PAGE}))
    )


def by_name(connection: Connection, words: str, after: int = 0) -> tuple[Citizen, ...]:
    """A page of those in whose name the first word begins a word; the others may be in the name or the address.

    In the order of rows; one page is sorted by who shows it, never all that fit.
    """
    first, *others = _words(words) or [""]
    if not first:
        return ()
    query = " ".join([f'name : "{first}"*', *(f'"{word}"*' for word in others)])
    return _fitting(connection, query, after)


def page_by_name(connection: Connection, after: tuple[str, int] = ("", 0)) -> tuple[Citizen, ...]:
    """A page in the order of names, after this name and id; written so that the index is searched, not scanned."""
    where = "WHERE name >= :name AND (name > :name OR id > :id) ORDER BY name, id LIMIT :page"
    found = {"name": after[0], "id": after[1], "page": PAGE}
    return tuple(_citizens(connection.execute(text(f"{_SELECT} {where}"), found)))


def count(connection: Connection) -> int:
    """How many there are."""
    return int(connection.execute(text("SELECT count(*) FROM citizens")).scalar_one())


_SELECT = "SELECT id, nik, name, place, person, source, changed_at FROM citizens"
_BY_NIKS = (
    "SELECT id, nik, name, place, person, source, changed_at FROM citizens "
    "WHERE nik IN (SELECT value FROM json_each(:niks))"
)
_INSERT = (
    "INSERT INTO citizens (nik, kk, name, place, person, source, changed_at) "
    "VALUES (:nik, :kk, :name, :place, :person, :source, :changed_at)"
)
_UPDATE = (
    "UPDATE citizens SET nik = :nik, kk = :kk, name = :name, place = :place, person = :person, source = :source, "
    "changed_at = :changed_at WHERE id = :id"
)


def _words(words: str) -> list[str]:
    kept = "".join(letter if letter.isalnum() else " " for letter in words)
    return kept.split()


def _citizens(rows: CursorResult[Any]) -> Iterator[Citizen]:
    for row in rows:
        person = msgspec.json.decode(row.person, type=dict[str, str])
        yield Citizen(row.id, row.nik, row.name, row.place, person, row.source, row.changed_at)

"""The register of citizens: taken from a file, all or nothing, and searched; a full look is written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desktop.errors import BadInput
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.reading_citizens import read_citizens
from desktop.office.rows_of_files import read_rows
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import access_log, citizens, settings
from desktop.store.access_log import Read
from desktop.store.citizens import Citizen
from domain.actions import Json
from domain.identity import clean_digits, mask_number

REFRESHED: Final = "citizens_refreshed"
"""The setting that holds when a file was last taken."""
SHOWN: Final = 50
"""Errors and sample rows that are told; the count says how many there are."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list: the NIK masked, with what tells namesakes apart."""

    id: int
    name: str
    place: str
    born: str
    nik: str


@dataclass(frozen=True, slots=True)
class Page:
    """Persons of a list, and after which row there are more; 0 for no more."""

    people: tuple[Listed, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A person in full, and how fresh that is: where it came from and when it was last changed."""

    person: Mapping[str, str]
    source: str
    changed_at: str


def import_citizens(desk: Desk, path: Path, *, preview: bool) -> Changed:
    """Take persons from a CSV or Excel file: every row or none.

    Raises:
        BadInput: the file, or any row of it; nothing was taken.
    """
    read = read_citizens(read_rows(path), path.name)
    if read.errors and not preview:
        raise BadInput(
            "baris_salah",
            phrase(
                "Ada {count} kesalahan pada {name}. Belum ada baris yang diambil. Perbaiki, lalu ulangi.",
                count=len(read.errors),
                name=path.name,
            ),
            read.errors[:SHOWN],
        )
    changed = 0 if preview else _take(desk, read.persons, path.name)
    told: dict[str, Json] = {
        "rows": len(read.persons),
        "changed": changed,
        "errors": list(read.errors[:SHOWN]),
        "error_count": len(read.errors),
        "ignored_columns": list(read.ignored),
        "preview": preview,
    }
    if preview:
        told["sample"] = [_masked(person) for person in read.persons[:5]]
        sentence = phrase(
            "{count} baris terbaca, {errors} kesalahan. Belum ada yang disimpan.",
            count=len(read.persons),
            errors=len(read.errors),
        )
        return Changed(told=told, sentence="\n".join([sentence, *read.errors[:SHOWN]]))
    sentence = phrase(
        "{count} baris diambil; {changed} data penduduk baru atau berubah.", count=len(read.persons), changed=changed
    )
    return Changed(citizens=True, told=told, sentence=sentence)


def _take(desk: Desk, persons: Sequence[dict[str, str]], name: str) -> int:
    with desk.database.writing() as connection:
        desk.enrolled(connection)
        now = now_text(desk, connection)
        taken = sum(citizens.keep(connection, person, f"berkas {name}", now) for person in persons)
        access_log.note(connection, Read(now, desk.officer, "imported", f"{len(persons)} baris"))
        settings.put(connection, REFRESHED, now)
    return taken


def list_persons(desk: Desk, words: str, after: int = 0) -> Page:
    """A page of persons by name, or by the first digits of the NIK; a list is no full look and is not written down.

    Reads only, so that it never waits for a save or an exchange. One page is sorted by name; sorting all that begin
    with two letters would take seconds.
    """
    digits = clean_digits(words)
    with desk.database.reading() as connection:
        if digits.isdigit():
            found = citizens.by_nik_prefix(connection, digits, after)
        else:
            found = citizens.by_name(connection, words, after)
    people = [
        Listed(each.id, each.name, each.place, each.person.get("tanggal_lahir", ""), mask_number(each.nik or ""))
        for each in found
    ]
    people.sort(key=lambda each: (each.name.casefold(), each.place.casefold(), each.born))
    return Page(tuple(people), found[-1].id if len(found) == citizens.PAGE else 0)


def person_of_row(desk: Desk, row: int) -> Whole | None:
    """A person chosen from the list, in full: written down."""
    with desk.database.writing() as connection:
        found = citizens.by_id(connection, row)
        if found is not None:
            _note_full_look(desk, connection, found.nik or str(row))
    return _whole(found)


def person_of_nik(desk: Desk, nik: str) -> Whole | None:
    """The person with this whole NIK: written down whether there is one or not."""
    with desk.database.writing() as connection:
        found = citizens.by_nik(connection, clean_digits(nik))
        _note_full_look(desk, connection, clean_digits(nik))
    return _whole(found)


def _whole(found: Citizen | None) -> Whole | None:
    return None if found is None else Whole(dict(found.person), found.source, found.changed_at)


def search_citizens(desk: Desk, words: str, after: int = 0) -> Changed:
    """A page of persons by name, address, or the first digits of the NIK; a whole NIK shows the person in full."""
    digits = clean_digits(words)
    with desk.database.writing() as connection:
        desk.enrolled(connection)
        if digits.isdigit() and len(digits) == 16:
            found = citizens.by_nik(connection, digits)
            _note_full_look(desk, connection, digits)
            return _told([found] if found else [], full=True)
        if digits.isdigit():
            return _told(citizens.by_nik_prefix(connection, digits, after), full=False)
        return _told(citizens.by_words(connection, words, after), full=False)


def _note_full_look(desk: Desk, connection: Connection, nik: str) -> None:
    salt = settings.get(connection, "salt", bytes) or b""
    subject = access_log.subject_of(nik, salt)
    access_log.note(connection, Read(now_text(desk, connection), desk.officer, "searched", subject))


def _told(found: Sequence[Citizen], *, full: bool) -> Changed:
    people: list[Json] = [
        {
            "id": each.id,
            "nik": each.nik if full else mask_number(each.nik or ""),
            "name": each.name,
            "place": each.place,
            "born": each.person.get("tanggal_lahir", ""),
            "source": each.source,
            **({"person": dict(each.person)} if full else {}),
        }
        for each in found
    ]
    lines = [f"{each.name}  {each.person.get('tanggal_lahir', '')}  {each.place}" for each in found]
    after = found[-1].id if len(found) == citizens.PAGE else 0
    return Changed(told={"citizens": people, "after": after}, sentence="\n".join(lines) or phrase("Tidak ditemukan."))


def _masked(person: dict[str, str]) -> Json:
    return {key: mask_number(value) if key in {"nik", "kk"} else value for key, value in person.items()}

"""The register as a page shows it: masked lines, one person whole, and when it was last brought up to date.

Opening a person is a full look and goes to the access log (UU PDP 27/2022 ps 31); a list is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import NotFound
from desktop.office.browsing import Line, line_of
from desktop.office.desk import Desk
from desktop.office.register import REFRESHED
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import access_log, browsing, citizens, settings
from desktop.store.access_log import Read
from desktop.store.browsing import Wanted
from desktop.store.catalogue import code_lists
from desktop.store.citizens import Citizen
from domain.identity import clean_digits, mask_number
from forms.persons import PERSON_FIELDS
from forms.schema import SelectOne


@dataclass(frozen=True, slots=True)
class Resident:
    """A line of the list."""

    id: int
    nik: str
    name: str
    place: str
    born: str


@dataclass(frozen=True, slots=True)
class Residents:
    """A page of lines; `after` goes back into the next look and is None when there are no more.

    `total` is counted with the first page of everybody only: counting a million takes longer than finding one.
    """

    lines: tuple[Resident, ...]
    after: tuple[str, int] | None
    total: int | None
    refreshed_at: str


@dataclass(frozen=True, slots=True)
class ResidentCard:
    """One person whole: label and value in the order of the family card, and the requests in the list."""

    id: int
    name: str
    rows: tuple[tuple[str, str], ...]
    source: str
    changed_at: str
    requests: tuple[Line, ...]


def see_residents(desk: Desk, words: str, after: tuple[str, int] | None = None) -> Residents:
    """A page of the register: everybody by name, or those whom the words or the first digits of a NIK fit."""
    said, digits = words.strip(), clean_digits(words)
    name, number = after or ("", 0)
    with desk.database.reading() as connection:
        if not said:
            found = citizens.page_by_name(connection, (name, number))
        elif digits.isdigit():
            found = citizens.by_nik_prefix(connection, digits, number)
        else:
            found = citizens.by_words(connection, said, number)
        total = citizens.count(connection) if not said and after is None else None
        refreshed = settings.get(connection, REFRESHED, str) or ""
    more = (found[-1].name, found[-1].id) if len(found) == citizens.PAGE else None
    return Residents(tuple(map(_line, found)), more, total, refreshed)


def open_resident(desk: Desk, number: int) -> ResidentCard:
    """One person whole; the look is written down.

    Raises:
        NotFound: not in the register any more.
    """
    with desk.database.writing() as connection:
        at, found = now_text(desk, connection), citizens.by_id(connection, number)
        if found is None:
            raise NotFound(
                "warga_tidak_ada", phrase("Warga ini tidak ada lagi di daftar. Cari lagi dengan nama atau NIK.")
            )
        salt = settings.get(connection, "salt", bytes) or b""
        subject = access_log.subject_of(found.nik or found.name, salt)
        access_log.note(connection, Read(at, desk.officer, "searched", subject))
        return ResidentCard(
            found.id,
            found.name,
            tuple(_rows(found)),
            found.source,
            found.changed_at,
            _requests(desk, connection, found),
        )


def _line(citizen: Citizen) -> Resident:
    born = citizen.person.get("tanggal_lahir", "")
    return Resident(citizen.id, mask_number(citizen.nik or ""), citizen.name, citizen.place, _day(born))


def _rows(citizen: Citizen) -> list[tuple[str, str]]:
    """What is known, in the order and with the words of the forms."""
    found = []
    for name, question in PERSON_FIELDS.items():
        value = citizen.person.get(name, "")
        if isinstance(question, SelectOne):
            known = {choice.code: choice.label for choice in code_lists()[question.choices].choices}
            value = known.get(value, value)
        found.append((question.label, _shown(name, value)))
    return [(label, value) for label, value in found if value]


def _shown(name: str, value: str) -> str:
    """Dates as an office writes them, long numbers in groups of four."""
    if name in {"nik", "kk"}:
        return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
    return _day(value) if name == "tanggal_lahir" else value


def _day(value: str) -> str:
    """``31-12-1990``."""
    return "-".join(reversed(value.split("-")))


def _requests(desk: Desk, connection: Connection, citizen: Citizen) -> tuple[Line, ...]:
    """Requests of the same person, the newest first."""
    wanted = Wanted(words=citizen.name)
    salt = settings.get(connection, "salt", bytes) or b""
    key = access_log.subject_of(citizen.nik or "", salt)
    rows = browsing.page(connection, desk.enrolled(connection).office, wanted, limit=50)
    return tuple(line_of(connection, each) for each in rows if each.row.subject_key == key)[:6]

"""From the rows of a file to persons: headings by their usual names, values as on the family card, errors by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop.errors import BadInput
from desktop.office.rows_of_files import AS_NUMBER
from desktop.phrases import phrase
from desktop.store.catalogue import code_lists
from domain.identity import IdentityError, parse_kk, parse_nik
from domain.letters import clean_text
from forms.persons import PERSON_FIELDS
from forms.schema import SelectOne

_ALIASES: Final[Mapping[str, str]] = {
    "nokk": "kk",
    "nomorkk": "kk",
    "nomorkartukeluarga": "kk",
    "namalengkap": "nama",
    "jk": "jenis_kelamin",
    "kelamin": "jenis_kelamin",
    "lp": "jenis_kelamin",
    "tempatlahir": "tempat_lahir",
    "tanggallahir": "tanggal_lahir",
    "tgllahir": "tanggal_lahir",
    "statuskawin": "status_kawin",
    "statusperkawinan": "status_kawin",
    "pendidikanterakhir": "pendidikan",
    "wn": "kewarganegaraan",
    "hp": "telepon",
    "nohp": "telepon",
    "notelepon": "telepon",
    **{name.replace("_", ""): name for name in PERSON_FIELDS},
}
_DATE: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_LETTERS: Final = {"l": "1", "p": "2"}
_MALE_FEMALE: Final = {"lakilaki": "1", "perempuan": "2"}


@dataclass(slots=True)
class Reading:
    """What a file holds: persons in order, and a line for each thing that is wrong."""

    persons: list[dict[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def read_citizens(rows: Iterable[tuple[int, list[str]]], name: str) -> Reading:
    """Read every row; errors never stop the reading, so that all are told at once.

    Raises:
        BadInput: no row, or no column with names.
    """
    remaining = iter(rows)
    first = next(remaining, None)
    columns = _columns(first[1] if first else [])
    if first is None or "nama" not in columns.values():
        raise BadInput(
            "kolom_nama",
            phrase(
                "Berkas {name} tidak punya kolom “nama” pada baris pertama. Tambahkan judul kolom, lalu ulangi.",
                name=name,
            ),
        )
    found = Reading(ignored=[title for place, title in enumerate(first[1]) if title and place not in columns])
    seen: dict[str, int] = {}
    for number, row in remaining:
        person, problems = _person(columns, row)
        before = seen.setdefault(person.get("nik", "") or phrase("baris {number}", number=number), number)
        if before != number:
            problems.append(phrase("NIK sama dengan baris {before}", before=before))
        found.errors += [phrase("Baris {number}: {problem}.", number=number, problem=problem) for problem in problems]
        found.persons.append(person)
    return found


def _columns(titles: list[str]) -> dict[int, str]:
    known = ((place, _ALIASES.get(_bare(title))) for place, title in enumerate(titles))
    return {place: name for place, name in known if name is not None}


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _person(columns: Mapping[int, str], row: list[str]) -> tuple[dict[str, str], list[str]]:
    person: dict[str, str] = {}
    problems: list[str] = []
    for place, name in columns.items():
        cell = clean_text(row[place]) if place < len(row) and AS_NUMBER not in row[place] else ""
        if place < len(row) and AS_NUMBER in row[place]:
            problems.append(
                phrase("kolom {name} tersimpan sebagai angka; ubah kolom itu menjadi teks lalu isi lagi", name=name)
            )
        try:
            value = _value(name, cell) if cell else ""
        except ValueError as error:
            problems.append(phrase("kolom {name}: {error}", name=name, error=error))
            continue
        if value:
            person[name] = value
    if not person.get("nama"):
        problems.append(phrase("nama kosong"))
    return person, problems


def _value(name: str, cell: str) -> str:
    """One cell as a form stores it.

    Raises:
        ValueError: it is not what the column holds; the text says why, without the value.
    """
    if name in {"nik", "kk"}:
        try:
            return str(parse_nik(cell) if name == "nik" else parse_kk(cell))
        except IdentityError as error:
            raise ValueError(error.notice.sentence.rstrip(".")) from error
    question = PERSON_FIELDS[name]
    if name == "tanggal_lahir":
        return _date(cell)
    if isinstance(question, SelectOne):
        return _code(question.choices, cell)
    if len(cell) > 200:
        raise ValueError(phrase("lebih dari 200 huruf"))
    return " ".join(cell.split())


def _date(cell: str) -> str:
    found = _DATE.fullmatch(cell)
    try:
        if found is not None:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        return date.fromisoformat(cell[:10]).isoformat()
    except ValueError as error:
        raise ValueError(phrase("bukan tanggal; tulis hh-bb-tttt")) from error


def _code(list_name: str, cell: str) -> str:
    """A code, or the printed name, of a list of the family card."""
    known = code_lists()[list_name].choices
    bare = _bare(cell)
    if list_name == "jenis_kelamin":
        bare = _LETTERS.get(bare) or _MALE_FEMALE.get(bare) or bare
    for choice in known:
        if bare in {_bare(choice.code), _bare(choice.label)}:
            return choice.code
    raise ValueError(phrase("tidak ada dalam daftar kode"))

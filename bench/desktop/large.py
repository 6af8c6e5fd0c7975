"""Desks of the size of a kecamatan and of a regency, a full queue, and services of twenty and of sixty questions."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from desktop.cli.demo.citizens import FISHERMAN, business, marriage
from desktop.cli.demo.inhabitants import FIELDS, inhabitant
from desktop.office.desk import Desk
from desktop.store.catalogue import keep_pack
from resources.packs import open_packs
from sync.encoding import instant_text
from tooling.sample_desk import KECAMATAN, VILLAGE, begin_desk, carry, file_request, outside_at
from tooling.screenshots.story import sample_couple

OFFICER, KASI = "sepatin-petugas", "anggana-kasi-kesra"
_PIECE = 20_000


def begin(folder: Path, people: int, requests: int) -> Desk:
    """A sample desk with so many citizens and requests."""
    desk = begin_desk(folder, VILLAGE, (OFFICER,), outside_at(lambda: datetime.now(UTC)))
    one = file_request(desk, "surat-keterangan-usaha", business(FISHERMAN, "Perahu Contoh"))
    for piece in _pieces(people):
        with desk.database.writing() as connection:
            connection.execute(text(_CITIZEN), piece)
    with desk.database.writing() as connection:
        _multiply(connection, one, requests)
        for questions in (20, 60):
            keep_pack(connection, long_pack(questions))
    return desk


_CITIZEN = (
    "INSERT OR IGNORE INTO citizens (nik, kk, name, place, person, source, changed_at) "
    "VALUES (:nik, :kk, :name, :place, :person, 'contoh', :at)"
)


def _pieces(count: int) -> Iterator[list[dict[str, Any]]]:
    at = instant_text(datetime.now(UTC))
    for start in range(0, count, _PIECE):
        yield [_row(number, at) for number in range(start, min(start + _PIECE, count))]


def _row(number: int, at: str) -> dict[str, Any]:
    """Numbers of their own: the generator of the demo repeats its NIKs after some thousand people."""
    person = inhabitant(number)
    known = {name: str(value) for name, value in person.on_form(*FIELDS).items()}
    nik = f"64029{number:011}"
    return {
        "nik": nik,
        "kk": nik,
        "name": f"{person.name} {number % 997}",
        "place": person.address,
        "person": json.dumps({**known, "nik": nik}).encode(),
        "at": at,
    }


def _multiply(connection: Connection, one: str, count: int) -> None:
    """As many rows of the list as asked, each a copy of one request's: what is measured is the list."""
    row = connection.execute(text("SELECT * FROM requests WHERE id = :id"), {"id": one}).mappings().one()
    names = [str(name) for name in row]
    replaced = {
        "id": "printf('%s-%07d', :id, n)",
        "unanswered": "0",
        "subject": "printf('Warga Contoh %d', n)",
        "changed_at": "strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', printf('+%d seconds', n))",
    }
    columns = ", ".join(replaced.get(name, name) for name in names)
    connection.execute(
        text(
            f"WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < :count) "  # noqa: S608
            f"INSERT INTO requests ({', '.join(names)}) SELECT {columns} FROM requests, many WHERE id = :id"
        ),
        {"id": one, "count": count},
    )


def begin_queue(folder: Path, count: int) -> Desk:
    """A kecamatan where so many requests wait for its kasi."""
    outside = outside_at(lambda: datetime.now(UTC))
    desk = begin_desk(folder, KECAMATAN, (KASI,), outside)
    with tempfile.TemporaryDirectory() as away:
        village = begin_desk(Path(away), VILLAGE, (OFFICER,), outside)
        for number in range(0, 2 * count, 2):
            answers = marriage(sample_couple(number + 40), outside.now().date())
            carry(village, desk, file_request(village, "dispensasi-nikah", answers))
        village.close()
    return desk


def long_pack(questions: int) -> bytes:
    """A service with so many questions of its own beside its applicant, seven on a page."""
    content = json.loads(open_packs()["surat-keterangan-usaha@1"])
    content |= {"id": f"contoh-{questions}", "title": f"Contoh {questions} pertanyaan"}
    own = [
        {"type": "text", "name": f"tanya_{number}", "label": f"Pertanyaan contoh nomor {number}", "required": False}
        for number in range(questions)
    ]
    pages = [
        {
            "type": "group",
            "name": f"halaman_{at}",
            "label": f"Halaman {at // 7 + 1}",
            "page": True,
            "questions": own[at : at + 7],
        }
        for at in range(0, questions, 7)
    ]
    content["questions"] = [*content["questions"], *pages]
    return json.dumps(content).encode()


if __name__ == "__main__":
    place, people, requests, waiting = Path(sys.argv[1]), *map(int, sys.argv[2:])
    (begin_queue(place, waiting) if waiting else begin(place, people, requests)).close()

"""What one answer holds is taken in together, and means what it would have meant one by one."""

from __future__ import annotations

from desktop.office.desk import Desk
from desktop.store import citizens
from tests.samples import sample_nik

NOW = "2026-11-20T04:00:00.000Z"


def person(n: int, **fields: str) -> dict[str, str]:
    return {"nik": str(sample_nik(n)), "nama": f"Warga Contoh {n}", **fields}


def test_persons_of_one_answer_are_kept_as_they_would_be_one_after_the_other(desk: Desk) -> None:
    with desk.database.writing() as connection:
        citizens.keep(connection, person(1, alamat="RT 01"), "berkas", NOW)
        citizens.keep_all(connection, [], NOW)
        met = [
            (person(1, pekerjaan="88"), "permohonan a"),
            (person(2, alamat="RT 02"), "permohonan b"),
            (person(2, kk="", pekerjaan="11"), "permohonan c"),
        ]
        citizens.keep_all(connection, met, NOW)
        first, second = (citizens.by_nik(connection, str(sample_nik(n))) for n in (1, 2))
        assert first is not None
        assert second is not None
        assert first.person == person(1, alamat="RT 01", pekerjaan="88")
        assert (second.person, second.source) == (person(2, alamat="RT 02", pekerjaan="11"), "permohonan c")


def test_who_is_known_as_said_stays_as_it_was(desk: Desk) -> None:
    with desk.database.writing() as connection:
        citizens.keep(connection, person(1, alamat="RT 01"), "berkas", NOW)
        citizens.keep_all(connection, [(person(1), "permohonan a")], "2026-11-21T04:00:00.000Z")
        found = citizens.by_nik(connection, str(sample_nik(1)))
        assert found is not None
        assert (found.source, found.changed_at) == ("berkas", NOW)

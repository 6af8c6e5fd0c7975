"""The register as a page sees it, and what came since somebody last looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import NotFound
from desktop.office import arriving, residents
from desktop.office.desk import Desk
from desktop.office.letterhead import draw_letterhead, see_office
from desktop.office.register import import_citizens
from desktop.office.submitting import submit_request
from desktop.store import citizens
from desktop.store.tables import access_log
from desktop.store.tables import actions as actions_table
from tests.desktop.house import example
from tests.samples import sample_nik

HEAD = "NIK;Nama;JK;Tgl Lahir;Alamat\n"


@pytest.fixture
def people(desk: Desk, tmp_path: Path) -> Desk:
    rows = [f"{sample_nik(n)};Warga {n:02} Contoh;P;17-08-1990;RT {n:02}\n" for n in range(60)]
    file = tmp_path / "warga.csv"
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    import_citizens(desk, file, preview=False)
    return desk


def looks(desk: Desk) -> int:
    with desk.database.reading() as connection:
        return len(connection.execute(select(access_log.c.n)).all())


def test_the_list_is_masked_and_comes_in_pages(people: Desk) -> None:
    first = residents.see_residents(people, "")
    assert (len(first.lines), first.total) == (citizens.PAGE, 60)
    assert first.refreshed_at == "2026-11-20T04:00:00.000Z"
    assert all("•" in line.nik for line in first.lines)
    assert first.lines[0].born == "17-08-1990"
    rest = residents.see_residents(people, "", first.after)
    assert (len(rest.lines), rest.after) == (10, None)


def test_a_name_an_address_or_the_first_digits_find_a_person(people: Desk) -> None:
    before = looks(people)
    assert residents.see_residents(people, "warga 07").lines[0].name == "Warga 07 Contoh"
    nik = str(sample_nik(7))
    found = residents.see_residents(people, f"{nik[:6]} {nik[6:12]} {nik[12:]}")
    assert [line.name for line in found.lines] == ["Warga 07 Contoh"]
    assert "•" in found.lines[0].nik, "a list stays masked, whatever was typed"
    assert found.total is None, "everybody is counted once, not with each key"
    assert looks(people) == before


def test_opening_a_person_shows_everything_and_is_written_down(people: Desk) -> None:
    before = looks(people)
    one = residents.see_residents(people, "warga 07").lines[0]
    card = residents.open_resident(people, one.id)
    rows = dict(card.rows)
    assert rows["NIK"].replace(" ", "") == str(sample_nik(7))
    assert rows["Tanggal lahir"] == "17-08-1990"
    assert rows["Jenis kelamin"] == "PEREMPUAN"
    assert card.requests == ()
    assert looks(people) == before + 1
    with pytest.raises(NotFound):
        residents.open_resident(people, 9999)


def test_a_persons_requests_are_beside_them(people: Desk) -> None:
    answers = example("surat-keterangan-usaha")
    answers["pemohon"] = {**answers["pemohon"], "nik": str(sample_nik(7)), "nama": "Warga 07 Contoh"}
    submit_request(people, "surat-keterangan-usaha", answers)
    one = residents.see_residents(people, "warga 07").lines[0]
    assert [line.title for line in residents.open_resident(people, one.id).requests] == ["Surat Keterangan Usaha"]


def test_own_work_is_no_news(desk: Desk) -> None:
    assert arriving.last_seen(desk) == ""
    assert arriving.see_arrivals(desk, "").lines == ()
    submit_request(desk, "surat-keterangan-usaha", example("surat-keterangan-usaha"))
    assert arriving.see_arrivals(desk, "2026-11-19T00:00:00.000Z").lines == ()
    with desk.database.writing() as connection:
        connection.execute(actions_table.update().values(rev=1, code="ok", own=False))
    since = "2026-11-19T00:00:00.000Z"
    assert [line.title for line in arriving.see_arrivals(desk, since).lines] == ["Surat Keterangan Usaha"]
    arriving.note_seen(desk)
    assert arriving.see_arrivals(desk, arriving.last_seen(desk)).lines == ()


def test_the_kop_is_the_hubs_and_is_set_as_every_letter(desk: Desk) -> None:
    office = see_office(desk)
    assert office.kop[-1] == "DESA SEPATIN CONTOH"
    assert (office.paper, office.hub) == ("F4", "https://hub.contoh.example")
    assert draw_letterhead(desk).startswith(b"%PDF")

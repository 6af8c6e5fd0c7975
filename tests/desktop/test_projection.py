"""The list is the log, folded: whatever happens at the desks, row by row."""

from __future__ import annotations

from sqlalchemy import select

from desktop.office.desk import Desk
from desktop.store import actions, catalogue, projection, settings
from desktop.store.access_log import subject_of
from desktop.store.projection import fold_standing, latest_answers, row_of
from desktop.store.tables import requests
from domain.workflow import State
from forms.packs import route_of
from tests.desktop.house import House


def check_projection(desk: Desk) -> int:
    """Every row equals the fold of its log; gives how many there are."""
    with desk.database.reading() as connection:
        listed = connection.execute(select(requests)).all()
        for row in listed:
            log = actions.of_request(connection, row.id)
            pack = catalogue.pack_of(connection, row.pack)
            assert pack is not None
            standing = fold_standing(log, route_of(pack))
            assert standing is not None
            person = catalogue.applicant_of(pack, latest_answers(log))
            salt = projection_salt(desk)
            subject = (str(person.get("nama", "")), subject_of(str(person["nik"]), salt) if person else "")
            assert projection.row(connection, row.id) == row_of(log, standing, subject)
        return len(listed)


def projection_salt(desk: Desk) -> bytes:
    with desk.database.reading() as connection:
        return settings.get(connection, "salt", bytes) or b""


def desk_of(house: House, name: str) -> Desk:
    found = house.session(name)._desk
    assert found is not None
    return found


def test_the_list_equals_the_fold_of_the_log_at_every_moment_of_a_story(village: House) -> None:
    house = village
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    kinds = ("n1", "n2", "n4", "ktp", "kk")
    request = house.submit("desa", "dispensasi-nikah", *kinds, officer="clerk")
    lines = [
        ("desa", "sync"),
        ("kecamatan", "sync"),
        ("kecamatan", f"--officer kasi-kesra act {request} return --reason kurang"),
        ("kecamatan", "sync"),
        ("desa", "sync"),
        ("desa", f"correct {request} --answers {house.answers('dispensasi-nikah')}"),
        ("desa", "sync"),
        ("kecamatan", "sync"),
        ("kecamatan", f"act {request} verify"),
        ("kecamatan", f"--officer sekcam act {request} paraf"),
        ("kecamatan", "sync"),
        ("desa", "sync"),
        ("desa", f'act {request} withdraw --reason "batal menikah"'),
        ("desa", "sync"),
        ("kecamatan", "sync"),
    ]
    for desk, line in lines:
        house.must(desk, line)
        assert check_projection(desk_of(house, "desa")) == 1
        assert check_projection(desk_of(house, "kecamatan")) <= 1
    assert house.state("kecamatan", request) == "withdrawn"


def test_who_comes_second_is_told_with_both_versions_and_the_first_stands(village: House) -> None:
    house = village
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = house.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    house.must("desa", "sync")
    house.must("kecamatan", "sync")
    house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
    house.must("desa", f'act {request} withdraw --reason "batal"')
    house.must("desa", "sync")
    sent = house.must("kecamatan", "sync")
    assert (sent["refused"], house.state("kecamatan", request)) == (1, "withdrawn")
    (refusal,) = house.must("kecamatan", f"show {request}")["refusals"]
    assert refusal["code"] == "conflict"
    assert "tetap tersimpan" in refusal["sentence"]
    assert (refusal["mine"]["kind"], refusal["theirs"]["kind"]) == ("verify", "withdraw")
    row = house.must("kecamatan", "requests")["requests"][0]
    assert (row["refused"], row["unanswered"]) == (1, 0)
    check_projection(desk_of(house, "kecamatan"))


def test_what_does_not_fit_any_more_is_left_out_of_what_is_expected(village: House) -> None:
    house = village
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = house.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    house.must("desa", "sync")
    house.must("kecamatan", "sync")
    house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
    desk = desk_of(house, "kecamatan")
    with desk.database.reading() as connection:
        log = actions.of_request(connection, request)
        pack = catalogue.pack_of(connection, log[0].action.pack or "")
        assert pack is not None
        accepted, mine = [item for item in log if item.rev], [item for item in log if not item.rev]
    standing = fold_standing([*accepted, *mine, *mine], route_of(pack))
    assert standing is not None
    assert standing.expected.at.id == "sekcam"
    assert standing.doubtful == {mine[0].action.hash}
    assert fold_standing(mine, route_of(pack)) is None
    assert standing.accepted is not None
    assert standing.accepted.state is State.AT_STEP


def test_a_list_is_read_page_by_page_and_can_be_written_anew(village: House) -> None:
    for _ in range(3):
        village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        first = projection.rows(connection, "at_step", limit=2)
        last = first[-1]
        second = projection.rows(connection, after=(last.changed_at, last.id), limit=2)
        assert [row.id for row in (*first, *second)] == [row.id for row in projection.rows(connection)]
        projection.forget_all(connection)
        assert len(projection.unfolded(connection)) == 3
        assert projection.row(connection, first[0].id) is None

"""The list is the log, folded: whatever happens at the desks, row by row."""

from __future__ import annotations

from desktop.store import actions, catalogue, projection
from desktop.store.projection import fold_standing
from domain.workflow import State
from forms.packs import route_of
from tests.desktop.house import House, desk_of
from tests.desktop.projections import check_projection


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

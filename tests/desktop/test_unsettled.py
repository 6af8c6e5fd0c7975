"""What the hub refused: both versions, and one decision about each. The conflicts are made by a real hub."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from desktop.cli.demo.citizens import poverty
from desktop.errors import NotAllowed, NotFound
from desktop.office import unsettled
from desktop.office.desk import Desk
from desktop.store import browsing, drafts
from desktop.store.browsing import Stage, Wanted
from desktop.store.tables import actions
from domain.actions import ActionKind
from tests.desktop import fakes
from tests.desktop.house import House
from tooling.sample_desk import VILLAGE, begin_desk, file_request, outside_at, refuse

CLERK = "sepatin-petugas"


def at_kasi(house: House) -> str:
    house.enrol("kecamatan", "kasi-kesra", "sekcam")
    request = house.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    house.must("desa", "sync")
    house.must("kecamatan", "--officer kasi-kesra sync")
    return request


def desk_of(house: House, name: str, officer: str) -> Desk:
    desk = house.session(name)._desk
    assert desk is not None
    desk.act_as(officer, fakes.PASSWORD)
    return desk


def test_a_decision_that_came_second_shows_both_and_can_be_let_go(village: House) -> None:
    request = at_kasi(village)
    village.must("desa", f"--officer clerk act {request} withdraw --reason 'Sudah tidak perlu'")
    village.must("desa", "sync")
    village.must("kecamatan", f"act {request} verify")
    village.must("kecamatan", "sync")
    (told,) = village.must("kecamatan", "parked list")["parked"]
    rows = {row["label"]: (row["mine"], row["hub"]) for row in told["rows"]}
    assert rows["Keputusan"] == ("Diverifikasi oleh Kasi Kesra Contoh", "Ditarik oleh Petugas Contoh")
    assert rows["Catatan"][1] == "Sudah tidak perlu"
    village.refused("kecamatan", f"parked again {told['action']}", "not_open")
    village.must("kecamatan", f"parked drop {told['action']}")
    assert village.must("kecamatan", "parked list")["parked"] == []
    village.refused("kecamatan", "parked drop tidak-ada", "langkah_tidak_ada")


def test_a_correction_that_came_second_is_compared_field_by_field_and_applied_again(village: House) -> None:
    request = at_kasi(village)
    village.enrol("desa-2", "clerk")
    village.must("kecamatan", f"act {request} return --reason 'Foto ulang'")
    village.must("kecamatan", "sync")
    for desk in ("desa", "desa-2"):
        village.must(desk, "--officer clerk sync")
    for desk, place in (("desa", "Masjid Contoh Pertama"), ("desa-2", "Masjid Contoh Kedua")):
        path = village.answers("dispensasi-nikah", tempat_nikah=place)
        village.must(desk, f"correct {request} --answers {path}")
        village.must(desk, "sync")
    (found,) = unsettled.see_unsettled(desk_of(village, "desa-2", "clerk"))
    assert found.kind is ActionKind.CORRECT
    (row,) = found.rows
    assert (row.before, row.after) == ("Masjid Contoh Pertama", "Masjid Contoh Kedua")
    assert found.again_loses.startswith("1 isian di hub")
    village.refused("desa-2", f"parked again {found.action}", "langkah_berpindah")
    village.must("kecamatan", "sync")
    village.must("kecamatan", f"act {request} return --reason 'Sekali lagi'")
    village.must("kecamatan", "sync")
    village.must("desa-2", "sync")
    village.must("desa-2", f"parked again {found.action}")
    village.must("desa-2", "sync")
    village.must("kecamatan", "sync")
    assert village.must("kecamatan", f"show {request}")["answers"]["tempat_nikah"] == "Masjid Contoh Kedua"
    assert unsettled.see_unsettled(desk_of(village, "desa-2", "clerk")) == ()


@pytest.fixture
def refused(tmp_path: Path) -> Desk:
    """A sample desk whose submission the hub refused because somebody was first."""
    desk = begin_desk(tmp_path / "desa", VILLAGE, (CLERK,), outside_at(fakes.Clock().now))
    refuse(desk, file_request(desk, "sktm", poverty(), accepted=False), "not_assigned")
    return desk


def stages(desk: Desk) -> list[Stage]:
    with desk.database.reading() as connection:
        return [each.stage for each in browsing.page(connection, VILLAGE, Wanted())]


def test_a_refused_submission_becomes_a_new_request(refused: Desk) -> None:
    (found,) = unsettled.see_unsettled(refused)
    assert (found.can_again, found.can_edit) == (True, True)
    changed = unsettled.apply_again(refused, found.action)
    assert changed.told["request"] != found.request
    assert sorted(stages(refused)) == sorted([Stage.READY, Stage.REJECTED])
    with pytest.raises(NotAllowed):
        unsettled.apply_again(refused, found.action)
    refused.close()


def test_a_refused_submission_opens_as_a_draft(refused: Desk) -> None:
    (found,) = unsettled.see_unsettled(refused)
    changed = unsettled.open_as_draft(refused, found.action)
    with refused.database.reading() as connection:
        (draft,) = drafts.all_drafts(connection)
    assert draft.id == changed.told["draft"]
    assert draft.answers["pemohon"] == poverty()["pemohon"]
    assert stages(refused) == [Stage.REJECTED]
    assert unsettled.see_unsettled(refused) == ()
    refused.close()


def test_what_could_not_succeed_is_not_offered_again(refused: Desk) -> None:
    with refused.database.writing() as connection:
        connection.execute(update(actions).values(code="invalid", reason="wrong_answers"))
    (found,) = unsettled.see_unsettled(refused)
    assert (found.can_again, found.can_edit) == (False, True)
    with pytest.raises(NotAllowed, match="tidak dapat diterapkan"):
        unsettled.apply_again(refused, found.action)
    refused.close()


def test_what_the_hub_holds_back_is_told_and_left_to_it(refused: Desk) -> None:
    with refused.database.writing() as connection:
        connection.execute(update(actions).values(code="parked", reason="waits_for_bytes"))
    (found,) = unsettled.see_unsettled(refused)
    assert found.parked
    assert not found.can_again
    with pytest.raises(NotAllowed, match="belum memutuskan"):
        unsettled.let_go(refused, found.action)
    with pytest.raises(NotAllowed):
        unsettled.apply_again(refused, found.action)
    with pytest.raises(NotFound):
        unsettled.see_one(refused, "tidak-ada")
    refused.close()

"""Personal data whose time is over leaves hub and desks, by a decree; what the office did stays."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desktop.store import actions as log
from desktop.store import tables
from hub.admin import retention
from hub.admin.doctor import _retention
from hub.cli import main
from hub.errors import HubError
from hub.service import jobs, working
from hub.store import growing
from tests.desktop.house import House, desk_of, filed

DECREE = "contoh/KEP-1/2032"


def ended(house: House) -> str:
    """A request that came to its end, with a document and a letter at the hub."""
    request = filed(house)
    house.must("desa", f"--officer clerk act {request} withdraw --reason batal")
    house.must("desa", "--officer clerk sync")
    ground = house.town.ground
    file = ground.vault.write("64.02.04", b"surat contoh")
    key = {"shard": "64.02.04", "request": request, "letter": "contoh"}
    about = {"revision": "prepared", "sha256": "A", "size": 12, "file": file.name, "sealed_key": file.sealed_key}
    with ground.store.writing() as connection:
        made = {"step": "s", "state": "thawed", "frozen": b"{}", "since": "", "action": None}
        connection.execute(growing.letters.insert().values(**key, **made))
        connection.execute(growing.revisions.insert().values(**key, **about, stored_at=""))
    return request


def years_later(house: House, years: int) -> None:
    house.town.clock.instant += timedelta(days=366 * years)


def rows_of(house: House, request: str) -> int:
    """How many rows at the hub still hold something of a person."""
    names = ("blobs", "letters", "revisions", "uploads", "named_blobs")
    with house.town.ground.store.reading() as connection:
        held = sum(
            len(connection.execute(select(t).where(t.c.request == request)).all())
            for t in (getattr(growing, name) for name in names)
        )
        mine = select(growing.actions.c.action).where(growing.actions.c.request == request)
        paid = select(growing.payloads).where(growing.payloads.c.action.in_(mine))
        return held + len(connection.execute(paid).all())


def test_nothing_is_due_before_its_day_and_a_plan_changes_nothing(village: House) -> None:
    request = ended(village)
    ground = village.town.ground
    assert _retention(ground).level == "ok"
    years_later(village, 40)
    found = retention.plan(ground)
    assert (found["due"], found["counts"][0]["count"]) == (1, 1)
    assert retention.plan(ground, date(2027, 1, 1))["due"] == 0
    assert _retention(ground).level == "warn"
    assert rows_of(village, request) > 0
    assert "Contoh" not in json.dumps(found)


def test_what_is_due_is_erased_at_hub_and_desk_and_the_log_stays_whole(village: House) -> None:
    request, open_one = ended(village), filed(village)
    village.must("desa", "--officer clerk sync")
    town, desk = village.town, desk_of(village, "desa")
    before = sum(len(list(folder.iterdir())) for folder in (town.folder / "hub" / "blobs").iterdir())
    years_later(village, 40)
    with pytest.raises(HubError):
        retention.erase_due(town.ground, "  ")
    report = retention.erase_due(town.ground, DECREE)
    assert (report["due"], report["erased"], len(report["actions"])) == (1, 1, 1)
    assert DECREE in report["actions"][0]["action"]
    assert (report["files"] >= 1, report["snapshot_parts"]) == (True, 0)
    assert rows_of(village, request) == 0
    assert rows_of(village, open_one) > 0
    after = sum(len(list(folder.iterdir())) for folder in (town.folder / "hub" / "blobs").iterdir())
    assert after < before
    assert retention.erase_due(town.ground, DECREE)["due"] == 0
    village.must("desa", "--officer clerk sync")
    assert village.state("desa", request) == "erased"
    told = village.must("desa", f"show {request}")
    assert (told["answers"], told["documents"], told["letters"]) == ({}, [], [])
    with desk.database.reading() as connection:
        held = log.of_request(connection, request)
        assert len(held) == 3
        assert all(each.envelope.payload is None for each in held)
        assert not connection.execute(select(tables.blobs).where(tables.blobs.c.request == request)).all()
        (row,) = connection.execute(select(tables.requests.c.subject).where(tables.requests.c.id == request))
    assert row.subject == ""
    checks = {each["check"]: each["good"] for each in village.type("desa", "--officer clerk doctor")["checks"]}
    assert (checks["history"], checks["files"]) == (True, True)


def test_an_erasure_that_was_cut_off_goes_on_by_itself(village: House) -> None:
    request = ended(village)
    ground = village.town.ground
    years_later(village, 40)
    (due,) = retention.find_due(ground)
    retention._schedule_one(ground, due, DECREE)
    assert working.run_due_jobs(ground) >= 1
    assert rows_of(village, request) == 0
    with ground.store.reading() as connection:
        assert jobs.find(connection, {"kind": jobs.ERASE}) is None


def test_a_report_of_another_hub_erases_nothing(village: House) -> None:
    ended(village)
    ground = village.town.ground
    report = retention.as_file(retention.erase_due(ground, DECREE, date(2080, 1, 1)))
    assert retention.apply_again(ground, report) == 0, "it is in the log already"
    for wrong in (b"", b"[]", b'{"actions":[{"action":"{}","signature":"AA"}]}'):
        with pytest.raises(HubError):
            retention.apply_again(ground, wrong)


def test_the_command_line_plans_erases_once_and_writes_over_nothing(
    village: House, capsys: pytest.CaptureFixture[str]
) -> None:
    ended(village)
    folder = village.town.folder
    words = ["--data", str(folder / "hub"), "--key-file", str(folder / "hub.key"), "--json"]
    out = str(folder / "berita.json")
    erase = ["retention", "erase", "--decree", DECREE, "--out", out, "--until", "2080-01-01", *words]
    for line, status in (
        (["retention", "plan", "--until", "2080-01-01", *words], 0),
        (["retention", "plan", "--until", "besok", *words], 1),
        (erase, 0),
        (erase, 1),
        (["retention", "reapply", out, *words], 0),
        (["retention", "reapply", f"{out}.hilang", *words], 1),
    ):
        assert main(line) == status, (line, capsys.readouterr())
    said = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert [each.get("due", each.get("erased")) for each in (said[0], said[2], said[4])] == [1, 1, 0]

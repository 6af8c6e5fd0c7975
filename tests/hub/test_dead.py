"""What failed for good at a hub: a list, and a person who decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import update

from hub.admin.dead import do_again, list_dead, report, settle
from hub.admin.doctor import _dead
from hub.cli import main
from hub.service import jobs, working
from hub.service.jobs import MOST_TRIES
from hub.store.growing import jobs as queue
from hub.store.opening import Store
from tests.hub.desks import enrol
from tests.hub.stories import submit
from tests.hub.test_command_line import Hub, first_hub, hub  # noqa: F401 - fixtures
from tests.hub.town import VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


def test_a_job_that_fails_for_two_days_is_set_aside_until_a_person_says_so(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    village = enrol(town, VILLAGE, "clerk")
    filed = submit(village, "clerk", "surat-keterangan-usaha")
    village.sync()

    def fails(*_: object) -> None:
        raise RuntimeError("no such template")

    monkeypatch.setattr(working, "WORK", dict(working.WORK) | {jobs.RELEASE: fails})
    ground = town.ground
    with ground.store.writing() as connection:
        key = (filed.shard, filed.request or "")
        jobs.schedule(connection, ground.world.new_id(), (jobs.RELEASE, "contoh"), key, town.clock.now)
        connection.execute(update(queue).values(tries=MOST_TRIES - 2))
    for tries, dead in ((1, 0), (2, 1), (3, 1)):
        town.clock.pass_by(hours=2)
        working.run_due_jobs(ground)
        assert len(list_dead(ground)) == dead, tries
    (found,) = list_dead(ground)
    assert "no such template" in found.about
    assert _dead(ground).level == "bad"
    monkeypatch.undo()
    do_again(ground, found.id)
    assert list_dead(ground) == []
    assert working.run_due_jobs(ground) == 1
    assert _dead(ground).level == "ok"


def test_what_was_looked_after_is_listed_no_longer_and_kept(town: Town) -> None:
    ground = town.ground
    with ground.store.writing() as connection:
        jobs.schedule(connection, "satu", (jobs.RELEASE, "contoh"), ("64.02.04", "r"), town.clock.now)
        connection.execute(update(queue).values(state="failed"))
    (found,) = list_dead(ground)
    settle(ground, found.id)
    assert list_dead(ground) == []
    (kept,) = list_dead(ground, all_of_them=True)
    assert kept.settled
    assert [each["id"] for each in report(ground)["dead"]] == [found.id]


def test_the_list_on_the_command_line(hub: Hub, tmp_path: Path) -> None:  # noqa: F811 - the fixture
    assert hub.run("dead", "list", "--all") == {"dead": []}
    assert "hub dead list" in hub.fail("dead", "settle", "tidak-ada")
    assert "hub dead list" in hub.fail("dead", "again", "64.02:tidak-ada")
    out = tmp_path / "sisih.json"
    assert hub.run("dead", "export", "--out", str(out))["dead"] == 0
    assert json.loads(out.read_text("utf-8"))["dead"] == []
    assert main(["dead", "export", "--out", str(out), *hub.data]) == 1

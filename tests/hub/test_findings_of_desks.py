"""What the doctor of a hub sees of its desks: every trouble that will come has a line, and says what to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from domain.verdicts import Code
from hub.admin.doctor import examine
from hub.admin.findings_of_desks import find_all
from hub.admin.folder import Place
from hub.service import jobs
from hub.service.epochs import note_durable
from hub.service.exchange import exchange
from hub.store.growing import actions, devices, snapshots
from hub.store.opening import Store
from sync.encoding import instant_text
from sync.ranges import RangeQuery
from tests.hub.desks import Desk, enrol
from tests.hub.stories import submit
from tests.hub.town import VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def village(town: Town) -> Desk:
    desk = enrol(town, VILLAGE, "clerk")
    submit(desk, "clerk", "surat-keterangan-usaha")
    desk.sync()
    return desk


def seen(town: Town) -> dict[str, tuple[str, str]]:
    shards = ("64.02.04", town.ground.identity.regency)
    with town.ground.store.reading() as connection:
        found = find_all(connection, shards, town.clock.now)
    return {each.name: (each.level, each.sentence) for each in found}


def test_where_all_is_well_nothing_asks_for_a_person(village: Desk) -> None:
    assert {level for level, _ in seen(village.town).values()} == {"ok"}


def test_a_desk_that_fetches_lost_entries_again_is_named_for_a_month(village: Desk) -> None:
    town = village.town
    asked = RangeQuery(scope=village.scope, after=0, through=1)
    for _ in range(2):
        exchange(town.ground, village.known_as, village.request(push=[], ranges=asked))
    level, said = seen(town)["repairs"]
    assert (level, VILLAGE in said, said.startswith("1 komputer")) == ("warn", True, True)
    town.clock.pass_by(days=31)
    assert seen(town)["repairs"][0] == "ok"


def test_computers_that_fell_silent_are_named_and_the_flash_disk_with_them(village: Desk) -> None:
    village.town.clock.pass_by(days=15)
    level, said = seen(village.town)["silent"]
    assert (level, VILLAGE in said, "flash disk" in said) == ("warn", True, True)
    village.sync()
    assert seen(village.town)["silent"][0] == "ok"


def test_many_names_are_cut_short(village: Desk) -> None:
    with village.town.ground.store.writing() as connection:
        row = dict(connection.execute(devices.select()).mappings().first() or {})
        for n in range(7):
            connection.execute(devices.insert().values({**row, "device": f"64.02.04-{n}"}))
    village.town.clock.pass_by(days=15)
    assert "dan 3 lagi" in seen(village.town)["silent"][1]


def test_a_second_life_of_a_computer_is_told(village: Desk) -> None:
    village.incarnation = "hidup-kedua"
    exchange(village.town.ground, village.known_as, village.request(push=[], incarnation="hidup-kedua"))
    level, said = seen(village.town)["copies"]
    assert (level, "disalin" in said) == ("warn", True)


def test_a_number_on_two_letters_is_an_alarm(village: Desk) -> None:
    with village.town.ground.store.writing() as connection:
        refused = {"reason": "number_taken", "code": Code.INVALID.value}
        connection.execute(actions.update().where(actions.c.shard == "64.02.04").values(**refused))
    level, said = seen(village.town)["alarms"]
    assert (level, VILLAGE in said) == ("bad", True)


def test_snapshots_are_told_with_age_and_size_and_a_failure_with_its_reason(village: Desk) -> None:
    town = village.town
    part = {"shard": "64.02.04", "scope": village.scope, "seq": 1, "part": 0, "anchor": b"", "sha256": "A"}
    part |= {"size": 3 * 1024**2, "file": "f", "sealed_key": b"", "made_at": instant_text(town.clock.now)}
    with town.ground.store.writing() as connection:
        connection.execute(snapshots.insert().values(part))
    town.clock.pass_by(days=4)
    assert seen(town)["snapshots"] == (
        "ok",
        "1 cuplikan untuk komputer baru, 3.0 MB, yang tertua berumur 4 hari.",
    )
    with town.ground.store.writing() as connection:
        jobs.schedule(connection, "kerja", (jobs.SNAPSHOT, village.scope), ("64.02.04", ""), town.clock.now)
        job = jobs.find(connection, {"shard": "64.02.04", "kind": jobs.SNAPSHOT})
        assert job is not None
        jobs.put_off(connection, job, "tidak lengkap", town.clock.now)
    level, said = seen(town)["snapshots"]
    assert (level, "tidak lengkap" in said) == ("warn", True)


def test_what_no_verified_backup_holds_is_counted_and_a_clock_set_back_is_bad(village: Desk, tmp_path: Path) -> None:
    town, place = village.town, Place(tmp_path, tmp_path / "key")
    with town.ground.store.writing() as connection:
        note_durable(connection, {village.scope: village.cursor[village.scope][0] - 1}, instant_text(town.clock.now))
    found = {each.name: each for each in examine(town.ground, place)}
    assert "catatan sesudahnya" in found["backup"].sentence
    assert not found["backup"].sentence.startswith("Belum")
    town.clock.now -= timedelta(hours=1)
    found = {each.name: each for each in examine(town.ground, place)}
    assert (found["clocks"].level, "mundur" in found["clocks"].sentence) == ("bad", True)

"""A new computer of an office is filled from the hub's snapshot: open requests first, then the rest, all proved."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop.store.tables import actions, entries
from hub.service import delta, snapshots
from hub.service.working import run_due_jobs
from sync import filling
from tests.desktop.house import House, desk_of, filed


@pytest.fixture
def town_with_much(village: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A village that has filed three requests, at a hub for which that is much; and its snapshot is made."""
    monkeypatch.setattr(filling, "LEAST", 3)
    monkeypatch.setattr(snapshots, "LEAST", 3)
    monkeypatch.setattr(snapshots, "PART", 4000)
    for _ in range(3):
        filed(village)
    village.must("desa", "sync")
    monkeypatch.setattr(delta, "BYTES_MOST", 10)
    return village


def test_a_second_computer_of_the_office_is_filled_and_shows_the_same(town_with_much: House) -> None:
    house = town_with_much
    first = desk_of(house, "desa")
    house.enrol("desa-kedua", "kades")
    run_due_jobs(house.town.ground)
    asked: list[str] = []
    house.town.cut.append(asked.append)
    house.enrol("desa-ketiga", "kades")
    assert asked.count("read_snapshot") > 1
    third = desk_of(house, "desa-ketiga")
    with third.database.reading() as connection, first.database.reading() as other:
        assert third.contact(connection).filling == ""
        held = select(entries.c.scope, entries.c.seq, entries.c.action).order_by(entries.c.scope, entries.c.seq)
        mine, theirs = connection.execute(held).all(), other.execute(held).all()
        ours = [row for row in theirs if row.scope != "config"]
        assert [row for row in mine if row.scope != "config"][: len(ours)] == ours
        assert connection.execute(select(actions.c.own)).scalars().all().count(True) == 0
    listed = {row["id"]: row["state"] for row in house.must("desa", "requests")["requests"]}
    assert {row["id"]: row["state"] for row in house.must("desa-ketiga", "requests")["requests"]} == listed
    told = house.must("desa-ketiga", "doctor")
    assert next(each for each in told["checks"] if each["check"] == "history")["good"]

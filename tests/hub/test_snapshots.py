"""Snapshots: made in a job, reused, whole, for those alone who read the scope, and gone when something was erased."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import delete, func, select

from domain.actions import ActionKind
from hub.files import Vault
from hub.service import reading, snapshots
from hub.service.docket import Key
from hub.service.epochs import begin_epoch
from hub.service.exchange import exchange
from hub.service.jobs import ERASE, REMOVE_PARTS, SNAPSHOT, Job, count_removed, schedule_again
from hub.service.working import run_due_jobs, work_off
from hub.shelf import Folder
from hub.store.growing import entries, jobs
from hub.store.growing import snapshots as stored
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u
from sync.errors import NotAllowed
from sync.filling import read_part
from sync.protocol import EntryRow, Position, from_wire
from sync.record import read_action
from sync.snapshots import Snapshot
from tests.hub.desks import Desk, enrol
from tests.hub.stories import decide, submit
from tests.hub.town import KECAMATAN, OTHER_VILLAGE, VILLAGE, Town


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "LEAST", 3)
    monkeypatch.setattr(snapshots, "PART", 3000)


@pytest.fixture
def village(town: Town) -> Desk:
    desk = enrol(town, VILLAGE, "clerk")
    for _ in range(3):
        submit(desk, "clerk", "dispensasi-nikah")
    desk.sync()
    return desk


def offered(desk: Desk) -> Snapshot | None:
    """What a desk that has read nothing is offered."""
    start = dict.fromkeys((desk.scope, "config"), Position(0, b64u(GENESIS)))
    request = desk.request(cursor=start, verdict_seen=0, push=[], snapshots=True)
    return exchange(desk.town.ground, desk.known_as, request).snapshot


def parts_of(desk: Desk, snapshot: Snapshot) -> list[list[EntryRow]]:
    found = [snapshots.find_part(desk.town.ground, desk.sender, sha256) for sha256, _ in snapshot.parts]
    return [read_part(reading.read_part(desk.town.ground, part, 0, part.size).content) for part in found]


def led(rows: list[EntryRow]) -> str:
    anchor = GENESIS
    for row in sorted(rows, key=lambda row: row.seq):
        assert not isinstance(row.what, str)
        anchor = next_anchor(anchor, from_wire(row.what).hash, row.rev)
    return b64u(anchor)


def test_a_snapshot_is_made_for_the_first_desk_and_holds_all_of_its_scope(village: Desk) -> None:
    assert offered(village) is None
    assert run_due_jobs(village.town.ground)
    found = offered(village)
    assert found is not None
    assert (found.scope, found.seq) == (village.scope, village.cursor[village.scope][0])
    assert found.anchor == b64u(village.cursor[village.scope][1])
    parts = parts_of(village, found)
    assert len(parts) > 1
    rows = [row for part in parts for row in part]
    assert sorted(row.seq for row in rows) == list(range(1, found.seq + 1))
    assert led(rows) == found.anchor
    assert offered(village) == found, "the next desk gets the same"
    assert not run_due_jobs(village.town.ground)


def test_open_requests_come_first_and_each_stands_in_one_part(village: Desk) -> None:
    """What was withdrawn last of all is read last of all."""
    filed = next(each for each in village.entries[village.scope] if each.kind is ActionKind.SUBMIT)
    decide(village, "clerk", ActionKind.WITHDRAW, filed.request or "", reason="batal")
    submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    offered(village)
    run_due_jobs(village.town.ground)
    found = offered(village)
    assert found is not None
    parts = [[read_action(from_wire(row.what).action).request for row in part] for part in parts_of(village, found)]  # type: ignore[arg-type]
    order = [request for part in parts for request in dict.fromkeys(part)]
    assert len(order) == len(set(order)), "a request stands in one part"
    assert order[-1] == filed.request


def test_nobody_else_reads_it_and_who_lacks_little_is_offered_none(village: Desk, town: Town) -> None:
    offered(village)
    run_due_jobs(town.ground)
    found = offered(village)
    assert found is not None
    assert exchange(town.ground, village.known_as, replace(village.request(), snapshots=True)).snapshot is None
    assert exchange(town.ground, village.known_as, replace(village.request(cursor={}), snapshots=True)).snapshot is None
    for office, officer in ((OTHER_VILLAGE, "clerk-b"), (KECAMATAN, "kasi-kesra")):
        stranger = enrol(town, office, officer)
        assert offered(stranger) is None or offered(stranger).scope != village.scope  # type: ignore[union-attr]
        with pytest.raises(NotAllowed):
            snapshots.find_part(town.ground, stranger.sender, found.parts[0][0])


def test_a_scope_that_has_grown_gets_a_new_one_and_the_old_goes_after_two_days(village: Desk) -> None:
    ground = village.town.ground
    offered(village)
    run_due_jobs(ground)
    old = offered(village)
    for _ in range(4):
        submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    assert offered(village) == old, "until the new one is there"
    run_due_jobs(ground)
    new = offered(village)
    assert old is not None
    assert new is not None
    assert new.seq > old.seq
    snapshots.find_part(ground, village.sender, old.parts[0][0])
    village.town.clock.pass_by(days=3)
    for _ in range(4):
        submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    offered(village)
    run_due_jobs(ground)
    with pytest.raises(NotAllowed):
        snapshots.find_part(ground, village.sender, old.parts[0][0])


def ended(village: Desk) -> Key:
    """A request that came to its end, and is in a snapshot."""
    filed = submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    decide(village, "clerk", ActionKind.WITHDRAW, filed.request or "", reason="batal")
    village.sync()
    offered(village)
    run_due_jobs(village.town.ground)
    return filed.shard, filed.request or ""


def ordered(village: Desk, key: Key) -> None:
    """A decree says that it be erased."""
    ground = village.town.ground
    with ground.store.writing() as connection:
        schedule_again(connection, ground.world.new_id(), (ERASE, f"KEP-1:{key[1]}"), key, ground.world.now())


def files(village: Desk) -> set[str]:
    shelf = village.town.ground.vault.shelf
    assert isinstance(shelf, Folder)
    return {path.name for path in shelf.path.rglob("*") if path.is_file()}


def test_what_is_erased_takes_the_snapshots_that_hold_it_along(village: Desk) -> None:
    ground, key = village.town.ground, ended(village)
    found, before = offered(village), files(village)
    assert found is not None
    ordered(village, key)
    assert run_due_jobs(ground)
    assert offered(village) is None
    with pytest.raises(NotAllowed):
        snapshots.find_part(ground, village.sender, found.parts[0][0])
    work_off(ground)
    with ground.store.reading() as connection:
        assert count_removed(connection, key, REMOVE_PARTS) == len(found.parts)
    assert len(before - files(village)) >= len(found.parts)
    assert offered(village) is not None, "a new one, without it"


def test_files_of_what_was_erased_go_after_a_kill_too(village: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ground, key = village.town.ground, ended(village)
    found = offered(village)
    assert found is not None
    ordered(village, key)
    with monkeypatch.context() as killed:
        killed.setattr(Vault, "remove", cut_off)
        work_off(ground)
    with ground.store.reading() as connection:
        assert count_removed(connection, key, REMOVE_PARTS) == 0
    village.town.clock.pass_by(hours=1)
    work_off(ground)
    with ground.store.reading() as connection:
        assert count_removed(connection, key, REMOVE_PARTS) == len(found.parts)


def cut_off(*_: object) -> None:
    raise OSError("killed by the test")


def test_a_snapshot_that_was_being_written_while_something_was_erased_is_not_kept(
    village: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground, key = village.town.ground, ended(village)
    written = snapshots._write
    job = Job("64.02.04", "kerja", SNAPSHOT, "", village.scope, 0)

    def meanwhile(*args: Any) -> Any:
        head = written(*args)
        ordered(village, key)
        work_off(ground)
        return head

    monkeypatch.setattr(snapshots, "_write", meanwhile)
    before = files(village)
    snapshots.make(ground, job)
    assert files(village) < before
    with ground.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(stored)).scalar_one() == 0


def test_a_part_whose_file_is_gone_is_none(village: Desk) -> None:
    ground = village.town.ground
    offered(village)
    run_due_jobs(ground)
    found = offered(village)
    assert found is not None
    ground.vault.remove(snapshots.find_part(ground, village.sender, found.parts[0][0]).file)
    with pytest.raises(NotAllowed):
        snapshots.find_part(ground, village.sender, found.parts[0][0])
    with ground.store.writing() as connection:
        begin_epoch(connection, village.town.clock.now)
        assert connection.execute(select(func.count()).select_from(stored)).scalar_one() == 0


def test_a_snapshot_that_would_not_be_whole_is_not_made(village: Desk) -> None:
    ground = village.town.ground
    offered(village)
    with ground.store.writing() as connection:
        connection.execute(delete(entries).where(entries.c.scope == village.scope, entries.c.seq == 2))
    assert run_due_jobs(ground) == 0
    with ground.store.reading() as connection:
        problem = connection.execute(select(jobs.c.problem).where(jobs.c.kind == "snapshot")).scalar_one()
        assert "tidak lengkap" in problem
        assert connection.execute(select(func.count()).select_from(stored)).scalar_one() == 0

"""Holes, damaged rows and steps of nobody in a desk's copy of the log: seen, mended, and the list is right again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from desktop.office import proofreading
from desktop.store import actions as log
from desktop.store import filling, proofs, settings
from desktop.store.tables import actions, entries, payloads
from sync.anchors import GENESIS
from sync.record import Envelope
from sync.snapshots import Snapshot
from tests.contracts.desk_log import accepted
from tests.contracts.repairing import as_told
from tests.contracts.test_desk_log_on_disk import SqlBench
from tests.desktop.house import House, desk_of, filed
from tests.desktop.town import later


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[SqlBench]:
    made = SqlBench(tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture
def read(bench: SqlBench) -> list[Envelope]:
    """Three steps that the hub has told: a colleague's, an own one, a colleague's."""
    made = [bench.foreign(), bench.record(), bench.foreign()]
    for each, own in zip(made, (False, True, False), strict=True):
        bench.log.commit(accepted(bench, each, own=own))
    assert is_whole(bench)
    return made


def is_whole(bench: SqlBench) -> bool:
    seq, anchor = bench.log.state().cursor[bench.home]
    return bench.log.mending.leads(bench.home, (0, GENESIS), seq) == anchor


def mend(bench: SqlBench, *made: Envelope) -> None:
    cursor = bench.log.state().cursor
    bench.log.mending.mend(as_told(bench.home, 1, *made))
    bench.log.mending.whole_again({bench.home: cursor[bench.home]}, "hidup-kedua")


DAMAGES = {
    "a hole": delete(entries).where(entries.c.seq == 2),
    "another count": update(entries).where(entries.c.seq == 2).values(rev=7),
    "other bytes": update(actions).where(actions.c.own).values(action=b'{"v":1}', signature=b""),
    "another payload": update(payloads).values(payload=b"x" * 40),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_seen_and_mended(bench: SqlBench, read: list[Envelope], damage: object) -> None:
    with bench._desk.database.writing() as connection:
        connection.execute(damage)  # type: ignore[call-overload]
    assert not is_whole(bench)
    mend(bench, *read)
    assert is_whole(bench)
    with bench._desk.database.reading() as connection:
        for each in read:
            found = log.by_hash(connection, each.hash)
            assert found is not None
            assert (found.envelope, found.rev) == (each, 1)


def test_a_payload_that_was_erased_at_the_hub_goes_where_it_is_damaged_and_stays_where_it_fits(
    bench: SqlBench, read: list[Envelope]
) -> None:
    held = select(payloads.c.action)
    erased = [Envelope(each.action, each.signature, None) for each in read]
    with bench._desk.database.writing() as connection:
        connection.execute(update(payloads).where(payloads.c.action.in_(held.limit(1))).values(payload=b"x" * 40))
    mend(bench, *erased)
    assert is_whole(bench)
    with bench._desk.database.reading() as connection:
        assert len(connection.execute(held).all()) == 2


def test_a_step_that_stands_nowhere_counts_no_more(bench: SqlBench, read: list[Envelope]) -> None:
    true = bench.foreign()
    bench.log.mending.mend(as_told(bench.home, 3, true))
    before = bench.log.mending.leads(bench.home, (0, GENESIS), 3)
    assert before is not None
    bench.log.mending.whole_again({bench.home: (3, before)}, "hidup-kedua")
    with bench._desk.database.reading() as connection:
        ghost, stands = log.by_hash(connection, read[2].hash), log.by_hash(connection, true.hash)
    assert ghost is not None
    assert stands is not None
    assert (ghost.rev, stands.rev) == (None, 1)


def history(house: House) -> dict[str, object]:
    told = house.type("desa", "doctor")
    return next(each for each in told["checks"] if each["check"] == "history")


def test_a_hole_is_told_by_the_doctor_and_filled_by_the_next_exchange(village: House) -> None:
    filed(village)
    village.must("desa", "sync")
    listed = village.must("desa", "requests")["requests"]
    assert history(village)["good"]
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(delete(entries).where(entries.c.seq == 1))
        connection.execute(update(payloads).values(payload=b"x" * 40))
    found = history(village)
    assert found["good"] is False
    assert "Sinkronkan" in str(found["sentence"])
    told = village.must("desa", "sync")
    assert told["mended"] >= 2
    assert "mended" not in village.must("desa", "sync")
    found = history(village)
    assert found["good"]
    assert "Terakhir dibetulkan" in str(found["sentence"])
    assert village.must("desa", "requests")["requests"] == listed


def test_the_log_is_read_over_once_an_hour_in_pieces_and_mended_without_being_asked(
    village: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed(village)
    village.must("desa", "sync")
    monkeypatch.setattr(proofreading, "PIECE", 2)
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(update(entries).where(entries.c.seq == 2, entries.c.scope != "config").values(rev=7))
    assert "mended" not in village.must("desa", "sync"), "the hour is not over"
    mended = 0
    for _ in range(6):
        later(village.town, minutes=61)
        mended += int(village.must("desa", "sync").get("mended", 0))
    assert mended >= 1
    with desk.database.reading() as connection:
        assert proofs.is_whole(connection)
        assert settings.get(connection, "contact", dict)["doubted"] is False  # type: ignore[index]


def test_the_doctor_tells_how_far_a_first_fill_has_come(village: House) -> None:
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        filling.begin(connection, Snapshot(scope="v:contoh", seq=9, anchor="x", parts=[("a", 1), ("b", 2)]))
    found = history(village)
    assert found["good"] is None
    assert "0 dari 2 bagian" in str(found["sentence"])


def test_a_clock_set_back_does_not_stop_the_reading_over(bench: SqlBench, read: list[Envelope]) -> None:
    assert read
    desk = bench._desk
    proofreading.proofread(desk)
    with desk.database.writing() as connection:
        settings.put(connection, "proofread_at", "2099-01-01T00:00:00.000Z")
        connection.execute(delete(entries).where(entries.c.seq == 2))
    proofreading.proofread(desk)
    assert bench.log.state().doubted

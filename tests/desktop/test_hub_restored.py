"""A restore drill in one process: the hub's folder is gone, its backup is older, and the desks give back the rest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from hub.admin.folder import Place, open_hub
from hub.admin.listing import list_devices, skip_awaited
from hub.backup.restoring import restore
from hub.backup.writing import make_backup
from hub.store.growing import actions, blobs, entries, named_blobs, numbers, parked, requests, revisions
from hub.world import World
from sync.errors import Unreachable
from sync.stretching import Cost
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.town import Town, later
from tests.quickly import quick_codes

WORDS = "kata sandi cadangan contoh"
KINDS = ("n1", "n2", "n4", "ktp", "kk")


def _world(town: Town) -> World:
    outside = fakes.outside(town.clock)
    return World(outside.now, outside.new_id, outside.token_bytes)


def back_up(town: Town) -> Path:
    out = town.folder / "hub.cadangan"
    out.unlink(missing_ok=True)
    make_backup(town.ground, out, WORDS, Cost(64, 1, 1))
    return out


def lose_and_restore(town: Town, backup: Path) -> None:
    """The hub's folder and key are destroyed; another machine restores the backup a minute later."""
    town.close()
    shutil.rmtree(town.folder / "hub")
    (town.folder / "hub.key").unlink()
    later(town, minutes=1)
    place = Place(town.folder / "hub", town.folder / "hub.key")
    restore(backup, place, WORDS, _world(town))
    later(town, minutes=1)
    town.ground = open_hub(place, _world(town))


def history(town: Town) -> dict[str, list[tuple[str, int | None]]]:
    """What each scope holds, as (hash, rev)."""
    here = (actions.c.shard == entries.c.action_shard) & (actions.c.action == entries.c.action)
    columns = (entries.c.scope, actions.c.hash, entries.c.rev)
    found: dict[str, list[tuple[str, int | None]]] = {}
    with town.ground.store.reading() as connection:
        query = select(*columns).select_from(entries.join(actions, here)).order_by(entries.c.seq)
        for row in connection.execute(query):
            found.setdefault(row.scope, []).append((row.hash, row.rev))
    return found


def rows_of(town: Town, table: object, *names: str) -> set[tuple[object, ...]]:
    with town.ground.store.reading() as connection:
        columns = [table.c[name] for name in names]  # type: ignore[attr-defined]
        return {tuple(row) for row in connection.execute(select(*columns))}


def kept(town: Town) -> dict[str, set[tuple[object, ...]]]:
    """What must be the same after the drill."""
    letters = {row for row in rows_of(town, revisions, "letter", "revision", "sha256") if row[1] != "with_revocation"}
    return {
        "actions": rows_of(town, actions, "hash", "code", "rev"),
        "requests": rows_of(town, requests, "request", "rev", "state", "head"),
        "blobs": rows_of(town, blobs, "request", "sha256"),
        "named": rows_of(town, named_blobs, "sha256", "action", "device"),
        "numbers": rows_of(town, numbers, "office", "book", "year", "n", "state", "holder"),
        "letters": letters,
        "waiting": rows_of(town, parked, "action"),
    }


@dataclass(frozen=True)
class Played:
    """A regency whose hub came back from a backup, before any desk has spoken to it.

    Attributes:
        before: what the hub held before the loss, `logs` and the lists of both desks likewise.
        second: a request that stood at the kecamatan's second step then.
    """

    folder: Path
    now: datetime
    before: dict[str, set[tuple[object, ...]]]
    logs: dict[str, list[tuple[str, int | None]]]
    lists: dict[str, object]
    second: str


@pytest.fixture(scope="module")
def played(first_town: Town, tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("pulih") / "kabupaten"
    shutil.copytree(first_town.folder, folder, ignore=shutil.ignore_patterns("desa"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick_codes(monkeypatch)
        return _play(Town(folder, copied_from=first_town))


def _play(town: Town) -> Played:
    house = House(town)
    house.enrol("desa", "clerk", "kades")
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = house.submit("desa", "dispensasi-nikah", *KINDS, officer="clerk")
    sync_all(house, "desa", "kecamatan")
    house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
    sync_all(house, "kecamatan", "desa")
    backup = back_up(town)
    second = play_on(house, request)
    before, logs = kept(town), history(town)
    lists: dict[str, object] = {desk: house.must(desk, "requests")["requests"] for desk in ("desa", "kecamatan")}
    house.close()
    lose_and_restore(town, backup)
    assert kept(town)["actions"] < before["actions"], "the backup is older than the loss"
    town.close()
    return Played(town.folder, town.clock.instant, before, logs, lists, second)


@pytest.fixture
def restored(played: Played, first_town: Town, tmp_path: Path) -> Iterator[House]:
    shutil.copytree(played.folder, tmp_path, dirs_exist_ok=True)
    town = Town(tmp_path, copied_from=first_town)
    town.clock.instant = played.now
    made = House(town)
    for desk, officer in (("desa", "clerk"), ("kecamatan", "kasi-kesra")):
        made.must(desk, f"--officer {officer} requests")
    yield made
    made.close()
    town.close()


def sync_all(house: House, *desks: str, rounds: int = 3) -> None:
    for _ in range(rounds):
        for desk in desks:
            house.must(desk, "sync")
        house.town.work()


def play_on(house: House, request: str) -> str:
    """What happens between the backup and the loss: a letter signed, one issued in the village, one request more."""
    house.must("kecamatan", f"--officer sekcam act {request} paraf")
    sync_all(house, "kecamatan", rounds=2)
    house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
    second = house.submit("desa", "dispensasi-nikah", *KINDS, officer="clerk")
    third = house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    house.must("desa", f"--officer kades issue {third} {house.keys('kades')}")
    sync_all(house, "desa", "kecamatan")
    house.must("kecamatan", f"--officer kasi-kesra act {second} verify")
    sync_all(house, "kecamatan", "desa")
    return second


def comes_back(house: House, played: Played) -> None:
    """Everything is as before the loss, and nothing came twice."""
    for name, rows in kept(house.town).items():
        assert rows == played.before[name], name
    after = history(house.town)
    assert {scope: sorted(map(str, log)) for scope, log in after.items()} == {
        scope: sorted(map(str, log)) for scope, log in played.logs.items()
    }
    for desk, listed in played.lists.items():
        assert house.must(desk, "requests")["requests"] == listed


@pytest.mark.slow
@pytest.mark.parametrize("order", [("desa", "kecamatan"), ("kecamatan", "desa")])
def test_what_the_hub_had_acknowledged_comes_back_whoever_comes_first(
    restored: House, played: Played, order: tuple[str, str]
) -> None:
    house, town = restored, restored.town
    assert house.must(order[0], "sync")["returned"] > 0
    sync_all(house, *order)
    comes_back(house, played)
    for each in list_devices(town.ground):  # the desk of the first town is enrolled here too, and never comes
        if each["awaited"]:
            skip_awaited(town.ground, each["device"])
    town.work()
    fourth = house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    issued = house.must("desa", f"--officer kades issue {fourth} {house.keys('kades')}")
    house.must("kecamatan", f"--officer sekcam act {played.second} paraf")
    sync_all(house, "desa", "kecamatan")
    assert house.state("kecamatan", played.second) == "to_sign"
    assert issued["n"] == 22, "the numbers of the same block go on"
    given = kept(town)["numbers"]
    assert len({row[:4] for row in given}) == len(given) == len(played.before["numbers"]) + 2


def test_what_is_new_waits_for_whoever_may_hold_a_decision(restored: House, played: Played) -> None:
    house = restored
    house.must("desa", f'--officer clerk act {played.second} withdraw --reason "Batal"')
    told = house.must("desa", "sync")
    assert (told["parked"], told["refused"]) == (1, 0), "the kecamatan's computer has not come back"
    assert house.type("kecamatan", "sync")["ok"]
    house.must("desa", "sync")
    assert {each["waits_for"] for each in waiting(house)} == {"waits_for_base"}, "one computer more is awaited"
    for each in list_devices(house.town.ground):
        if each["awaited"]:
            skip_awaited(house.town.ground, each["device"])
    house.town.work()
    sync_all(house, "desa", "kecamatan")
    assert waiting(house) == []
    verified = {row[0] for row in played.before["actions"]}
    assert verified <= {row[0] for row in kept(house.town)["actions"]}


def waiting(house: House) -> list[dict[str, object]]:
    with house.town.ground.store.reading() as connection:
        rows = connection.execute(select(parked.c.action, parked.c.waits_for))
        return [dict(row._mapping) for row in rows]


@pytest.mark.parametrize("cut", [2, 3])
def test_a_line_that_breaks_during_the_return_doubles_nothing(restored: House, played: Played, cut: int) -> None:
    house, left = restored, [cut]

    def break_line(reached: str) -> None:
        left[0] -= reached == "exchange done"
        if not left[0]:
            house.town.cut.clear()
            raise Unreachable("cut by the test")

    house.town.cut.append(break_line)
    house.refused("kecamatan", "sync", "unreachable")
    sync_all(house, "kecamatan", "desa")
    comes_back(house, played)

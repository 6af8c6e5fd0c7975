"""The drill of docs/hub.md with real processes: exchange, backup, more exchange, the disk gone, restored, exchange.

What the hub had acknowledged before the loss is compared with what it holds afterwards, row by row.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from hub.admin.folder import Place, open_hub
from hub.store.growing import actions, blobs, entries, numbers
from hub.world import real_world
from tests.stories.world import House, World

pytestmark = pytest.mark.slow
SKU, NIKAH = "surat-keterangan-usaha", "dispensasi-nikah"


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[World]:
    """A hub of its own, which may be lost; a village and its kecamatan at it."""
    house = House(tmp_path / "kabupaten", "kutai-kartanegara", "64.02")
    house.village("Saliki")
    house.kecamatan("Muara Badak")
    yield World(house, tmp_path, "Saliki", "Muara Badak")
    house.close()


def acknowledged(place: Place, table: Table, *names: str) -> set[tuple[object, ...]]:
    """Rows of the hub's database, read beside the process that serves."""
    ground = open_hub(place, real_world())
    try:
        with ground.store.reading() as connection:
            return {tuple(row) for row in connection.execute(select(*(table.c[name] for name in names)))}
    finally:
        ground.close()


def test_nothing_that_was_acknowledged_is_lost_with_the_hubs_disk(drill: World, tmp_path: Path) -> None:
    world, hub = drill, drill.scene.hub
    place = Place(hub.data, hub.key_file)
    secret = tmp_path / "sandi-cadangan"
    secret.write_text("kata sandi contoh yang panjang\n", encoding="utf-8")
    words, out = ("--password-file", str(secret)), tmp_path / "hub.ktn"
    world.submit(NIKAH)
    world.until(world.clerk(), "at_step")
    hub.command("backup", "--out", str(out), *words)
    assert hub.command("verify-backup", str(out), *words)["noted"] is True
    world.until(world.sitting("kasi-kesra"), "at_step")
    world.sitting("kasi-kesra").do("act", world.request, "verify")
    world.sync_all(world.sitting("kasi-kesra"))
    world.submit(SKU)
    world.submit(NIKAH)
    for desk in (world.clerk(), world.sitting("kasi-kesra")) * 2:
        world.sync_all(desk)
    watched = (
        (actions, "hash", "code", "rev"),
        (entries, "scope", "action"),
        (blobs, "sha256"),
        (numbers, "book", "n"),
    )
    before = [acknowledged(place, *each) for each in watched]
    hub.kill()
    shutil.rmtree(hub.data)
    hub.key_file.unlink()
    assert hub.command("restore", str(out), *words)["epoch"] > 1
    assert acknowledged(place, *watched[0]) < before[0], "the backup is older than the loss"
    hub.serve()
    told = [world.sync_all(desk) for desk in (world.sitting("kasi-kesra"), world.clerk()) * 2]
    assert sum(said.get("returned", 0) for said in told) > 0
    after = [acknowledged(place, *each) for each in watched]
    lost = [rows - now for rows, now in zip(before, after, strict=True)]
    assert lost == [set()] * 4
    assert after[0] == before[0], "nothing came twice, and nothing was judged otherwise"
    assert not any(each["awaited"] for each in hub.command("devices list")["devices"])
    world.submit(SKU)
    assert world.sync_all(world.clerk())["refused"] == 0

"""Steps: disks that take no byte more. What is limited is the process (its share of the disk), and it is given back.

The really full disk, a small file system of its own, is in the tests of hub and desk: not everywhere may one be made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import requests
from pytest_bdd import given, parsers, then, when

from tests.room import no_room
from tests.stories.world import World, answers_for


@pytest.fixture
def shares() -> Iterator[ExitStack]:
    """Shares of a disk that are used up until the story ends, at the latest."""
    with ExitStack() as held:
        yield held


@when(parsers.parse('petugas mencatat "{service}" saat jatah cakram komputer desa habis'))
def no_room_at_the_desk(world: World, service: str) -> None:
    desk, page = world.clerk(), world.house.page("ktp")
    answers = world.paper(answers_for(world, service))
    before = len(desk.do("requests")["requests"])
    with no_room(desk.program.pid):
        world.said = desk.attempt("submit", service, "--answers", answers, "--attach", f"ktp={page}")
    assert len(desk.do("requests")["requests"]) == before


@when("desa menyinkronkan saat jatah cakram hub habis")
def no_room_at_the_hub(world: World, shares: ExitStack) -> None:
    shares.enter_context(no_room(world.scene.hub.program.pid))
    world.said = world.clerk().attempt("sync")


@then("sinkronisasi ditunda dengan kalimat tentang penyimpanan hub")
def waits(world: World) -> None:
    assert (world.said["ok"], world.said["exit"], world.said["error"]) == (False, 1, "hub_full")
    assert "Penyimpanan hub sedang penuh" in world.said["message"]
    assert "tetap tersimpan di komputer ini" in world.said["message"]


@then("pemantau melihat bahwa hub kekurangan ruang")
def watched(world: World) -> None:
    answer = _ready(world)
    assert (answer.status_code, answer.json()) == (503, {"status": "storage"})


@given("cakram hub menerima lagi")
@when("cakram hub menerima lagi")
def room_again(world: World, shares: ExitStack) -> None:
    shares.close()
    assert _ready(world).status_code == 200


@when("pengelola mendaftarkan kantor saat cakram hub tidak menerima apa pun")
def administrator(world: World) -> None:
    hub = world.scene.hub
    where = ("--data", str(hub.data), "--key-file", str(hub.key_file), "--json")
    with no_room():
        finished = world.house.nursery.attempt("hub", "office", "add", "64.02.07", *where)
    told = json.loads(finished.stdout)
    world.said = {"ok": finished.returncode == 0, "exit": finished.returncode, **told}
    assert finished.stderr == told["message"] + "\n"


def _ready(world: World) -> requests.Response:
    authority = str(world.scene.stage.transport.authority)
    return requests.get(f"{world.scene.link.url}/readyz", verify=authority, timeout=20)

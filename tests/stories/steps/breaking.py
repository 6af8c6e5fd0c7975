"""Steps: power that fails, links that break, hubs that die after they stored."""

from __future__ import annotations

import time

from pytest_bdd import given, parsers, when

from tests.stories.world import PATIENCE, World, slug


@given("sambungan akan putus di tengah lampiran")
def cut_inside_a_scan(world: World) -> None:
    world.scene.link.order("cut_upstream", after=100_000)


@when("program desa dimatikan paksa saat mengirim")
def killed_while_sending(world: World) -> None:
    link, desk = world.scene.link, world.clerk()
    cuts = link.order("slow", bandwidth=2_000_000)["cuts_upstream"]
    assert not desk.attempt("sync")["ok"]
    assert link.order("report")["cuts_upstream"] == cuts + 1
    before = link.order("report")["bytes_up"]
    desk.program.say(desk.line("sync"))
    until = time.monotonic() + PATIENCE
    while link.order("report")["bytes_up"] < before + 70_000:
        assert time.monotonic() < until, "nothing more went up"
    desk.kill()
    link.order("slow")


@when("program di desa dibuka lagi")
def opened_again(world: World) -> None:
    world.desk.open(f"{slug(world.village)}-petugas")


@given("jawaban hub atas pengiriman berikutnya akan hilang dan hub mati")
def answer_lost(world: World) -> None:
    world.scene.link.order("lose_answer")


@when("desa mencoba menyinkronkan")
def try_to_exchange(world: World) -> None:
    lost = world.scene.link.order("report")["answers_lost"]
    assert not world.clerk().attempt("sync")["ok"]
    assert world.scene.link.order("report")["answers_lost"] == lost + 1
    assert not world.row(world.desk)["sent"]
    world.scene.hub.kill()


@when("hub dihidupkan lagi")
def hub_again(world: World) -> None:
    world.scene.hub.serve()


@when(parsers.parse("program desa dimatikan dan dihidupkan {count:d} kali, tiap kali mencatat atau menyinkronkan"))
def killed_again_and_again(world: World, count: int) -> None:
    for turn in range(count):
        if turn % 2:
            world.desk.program.say(world.clerk().line("sync"))
        else:
            world.submit("surat-keterangan-usaha")
        world.desk.kill()
        opened_again(world)

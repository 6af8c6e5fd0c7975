"""Steps: a computer of a village or kecamatan, recording, exchanging, and what stands where afterwards."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from desktop.cli.demo import citizens
from desktop.cli.demo.leaks import needles, search
from tests.stories.world import World, slug


@given(parsers.parse('komputer desa "{name}" yang sudah terdaftar'))
def village_desk(world: World, name: str) -> None:
    world.village = name
    world.house.village(name)


@given(parsers.parse('komputer kecamatan "{name}" yang sudah terdaftar'))
def kecamatan_desk(world: World, name: str) -> None:
    world.kecamatan = name
    world.house.kecamatan(name)


@given("jaringan desa terputus")
def no_network(world: World) -> None:
    world.scene.link.order("down")


@given("jaringan desa tersambung")
@when("jaringan desa tersambung")
def network_again(world: World) -> None:
    world.scene.link.order("through")


@given(parsers.parse('petugas mencatat permohonan "{service}"'))
@when(parsers.parse('petugas mencatat permohonan "{service}"'))
def record(world: World, service: str) -> None:
    world.submit(service)


@when(parsers.parse('desa mengirim permohonan "{service}"'))
def record_and_send(world: World, service: str) -> None:
    world.submit(service)
    world.until(world.clerk(), "at_step")


@when("program di desa ditutup lalu dibuka lagi")
def close_and_open(world: World) -> None:
    world.desk.close()
    world.desk.open(f"{slug(world.village)}-petugas")


@when("desa menyinkronkan sampai selesai")
def exchange_until_quiet(world: World) -> None:
    world.sync_all(world.clerk())


@then(parsers.parse("di desa tercatat {count:d} permohonan"))
def recorded_here(world: World, count: int) -> None:
    assert len(world.rows(world.clerk())) == len(world.mine) == count


@then(parsers.parse("di desa tercatat {count:d} permohonan yang belum terkirim"))
def recorded_and_unsent(world: World, count: int) -> None:
    rows = world.rows(world.clerk()).values()
    assert len(rows) == count
    assert not any(row["sent"] for row in rows)


@then("belum ada permohonan desa di hub")
def nothing_at_the_hub(world: World) -> None:
    assert not any(row["sent"] for row in world.rows(world.clerk()).values())


@then(parsers.parse("hub memiliki {count:d} permohonan dari desa itu beserta semua lampirannya"))
def all_at_the_hub(world: World, count: int) -> None:
    desk = world.clerk()
    rows = world.rows(desk)
    assert len(rows) == count
    assert all(row["sent"] and row["refused"] == 0 for row in rows.values())
    for request in rows:
        documents = desk.do("show", request)["documents"]
        assert documents
        assert all(document["state"] == "stored" for document in documents)


@then("setiap tindakan tercatat tepat sekali di hub")
def exactly_once(world: World) -> None:
    desk = world.clerk()
    for request in world.mine:
        trail = desk.do("show", request)["trail"]
        revs = sorted(line["rev"] for line in trail)
        assert revs == list(range(1, len(trail) + 1))
        assert len({line["action"] for line in trail}) == len(trail)


@then("tidak ada NIK contoh maupun PDF terbuka di cakram desa")
def nothing_in_the_clear(world: World) -> None:
    folder = world.scene.stage.folder
    assert not list(search([folder], needles(citizens.numbers()), except_in=[folder / "scans"]))

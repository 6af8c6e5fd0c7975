"""Steps: letters issued in a village, letters that come back signed, and what stands on them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
from pytest_bdd import given, parsers, then, when

from tests.stories.conftest import Houses
from tests.stories.world import World, head_of, slug


@given(parsers.parse('hub "{sample}" dengan kelurahan "{name}"'), target_fixture="world")
def kelurahan(houses: Houses, tmp_path: Path, sample: str, name: str) -> World:
    world = World(houses.of(sample), tmp_path, village=name)
    world.house.village(name)
    return world


@when("kades menerbitkannya")
def issued(world: World) -> None:
    world.said = world.head().do("issue", world.request, *world.scene.signing(head_of(world.village)))


@when("lurah menerbitkan surat keterangan usaha tanpa jaringan")
def issued_by_the_lurah(world: World) -> None:
    world.scene.link.order("down")
    world.submit("surat-keterangan-usaha")
    issued(world)
    world.scene.link.order("through")


@when("kelurahan menyinkronkan sampai selesai")
def exchange(world: World) -> None:
    world.until(world.clerk(), "signed")


@when(parsers.parse("kades menerbitkan {count:d} surat keterangan usaha dengan program ditutup di antaranya"))
def issued_in_turn(world: World, count: int) -> None:
    world.said = {"numbers": []}
    numbers = []
    for _ in range(count):
        world.submit("surat-keterangan-usaha")
        issued(world)
        numbers.append(world.said["n"])
        world.desk.close()
        world.desk.open(f"{slug(world.village)}-petugas")
    world.said = {"numbers": numbers}


@then("nomor kedua surat itu berurutan dan berbeda")
def numbers_in_turn(world: World) -> None:
    first, second = world.said["numbers"]
    assert second == first + 1


@then("suratnya bertanda tangan sah dengan nomor dari blok desa")
def signed_at_once(world: World) -> None:
    assert world.said["n"] >= 1
    _verified(world, world.save_letters(world.clerk()))


@then("hub menerima surat itu dengan isi yang sama")
def accepted(world: World) -> None:
    world.until(world.clerk(), "signed")
    assert [line["kind"] for line in world.show(world.desk)["trail"] if line["code"] == "ok"] == ["submit", "issue"]


@then("surat itu diterima hub dan sah")
@then("desa menerima surat bertanda tangan yang sah")
def came_back_signed(world: World) -> None:
    world.until(world.clerk(), "signed")
    _verified(world, world.save_letters(world.desk))


@then("nomor surat itu hanya dipakai sekali")
def one_number(world: World) -> None:
    trail = world.show(world.office)["trail"]
    kinds = [line["kind"] for line in trail]
    assert kinds.count("letter_frozen") == 2
    assert kinds.count("letter_thawed") == 1
    assert kinds.count("number_voided") == 0


@then(parsers.parse('kepala suratnya menyebut "{first}" dan "{second}"'))
def kop(world: World, first: str, second: str) -> None:
    assert first in _words(world)
    assert second in _words(world)


@then("di bawah tanda tangan ada NIP")
def nip(world: World) -> None:
    assert "NIP" in _words(world)


@then(parsers.parse('suratnya menyebut "{words}"'))
def says(world: World, words: str) -> None:
    assert words in _words(world)


@then("surat itu belum terbit")
def not_issued(world: World) -> None:
    assert world.row(world.clerk())["state"] == "at_step"


def _verified(world: World, file: Path) -> None:
    world.house.nursery.run("letter", "verify", str(file), "--trust", str(world.scene.stage.root), "--json")


def _words(world: World) -> str:
    pages = pypdf.PdfReader(io.BytesIO(Path(world.letters[0]["file"]).read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)

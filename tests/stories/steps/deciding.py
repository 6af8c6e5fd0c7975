"""Steps: what kasi, sekcam and camat decide, together or against each other."""

from __future__ import annotations

from datetime import UTC, datetime

from pytest_bdd import given, parsers, then, when

from desktop.cli.demo import citizens
from desktop.cli.demo.stage import Desk
from domain.indonesian import local_day
from tests.stories.world import KECAMATAN, WITA, World, slug


@when("kasi kesra memverifikasi dan sekcam memaraf")
def verify_and_paraf(world: World) -> None:
    world.until(world.sitting("kasi-kesra"), "at_step")
    world.office.do("act", world.request, "verify")
    world.sitting("sekcam").do("act", world.request, "paraf")
    world.until(world.office, "to_sign")


@when(parsers.parse('camat mengembalikannya dengan alasan "{reason}"'))
def returned(world: World, reason: str) -> None:
    world.sitting("camat").do("act", world.request, "return", "--to", "pengajuan", "--reason", reason)
    world.until(world.office, "returned")


@then(parsers.parse("desa menerima pengembalian dengan alasan itu"))
def reason_read(world: World) -> None:
    world.until(world.clerk(), "returned")
    notes = [line["note"] for line in world.show(world.desk)["trail"] if line["kind"] == "return"]
    assert notes == ["Tanggal akad pada N1 berbeda dengan surat permohonan."]


@when("petugas memperbaiki jawabannya")
def corrected(world: World) -> None:
    answers = citizens.marriage(citizens.COUPLES[0], local_day(datetime.now(UTC), WITA), place="Balai Desa Contoh")
    world.clerk().do("correct", world.request, "--answers", world.paper(answers))
    world.until(world.desk, "at_step")


@when("camat menandatanganinya")
def signed(world: World) -> None:
    _sign(world, "camat")


@given("sekcam ditunjuk sebagai Plh. camat mulai hari ini")
def plh(world: World) -> None:
    _assign(world, f"{slug(world.kecamatan)}-sekcam", "plh")


@then("camat definitif tidak dapat menandatanganinya")
def camat_may_not(world: World) -> None:
    desk = world.sitting("camat")
    signed = desk.attempt("sign", world.request, *world.scene.signing(desk.officer))
    assert signed["error"] == "bukan_penanda_tangan"
    prepared = desk.attempt("act", world.request, "prepare")
    assert not prepared["ok"]
    assert "Plh" in prepared["message"], prepared


@when("Plh. camat menandatanganinya")
def plh_signed(world: World) -> None:
    _sign(world, "sekcam")


@given("komputer kedua kecamatan dengan Plt. camat")
def second_camat(world: World) -> None:
    officer = f"{slug(world.kecamatan)}-plt-camat"
    _assign(world, officer, "plt")
    world.house.desks["plt"] = world.scene.seat("plt", KECAMATAN[world.kecamatan], [officer])


@when("kedua komputer kecamatan sudah melihat surat itu")
def both_see_it(world: World) -> None:
    for desk in (world.office, world.house.desks["plt"]):
        world.until(desk, "to_sign")


@when("camat menandatangani dan Plt. camat menolak sebelum saling tahu")
def both_decide(world: World) -> None:
    first, second = world.sitting("camat"), world.house.desks["plt"]
    first.do("sign", world.request, *world.scene.signing(first.officer))
    second.do("act", world.request, "reject", "--reason", "Berkas belum lengkap menurut saya.")
    for desk in (second, first):
        desk.program.say(desk.line("sync"))
    for desk in (second, first):
        desk.program.hear()


@then(parsers.parse('tepat satu putusan diterima dan satu ditolak sebagai "{code}"'))
def one_of_two(world: World, code: str) -> None:
    refusals = []
    for desk in (world.office, world.house.desks["plt"]):
        world.until(desk, "signed", "rejected")
        refusals += world.show(desk)["refusals"]
    assert [refusal["code"] for refusal in refusals] == [code]
    assert refusals[0]["mine"]["kind"] in {"sign", "reject"}


@then("semua komputer melihat keadaan yang sama")
def same_everywhere(world: World) -> None:
    desks: list[Desk] = [world.clerk(), world.office, world.house.desks["plt"]]
    for desk in desks:
        world.until(desk, "signed", "rejected")
    assert len({world.row(desk)["state"] for desk in desks}) == 1


def _sign(world: World, post: str) -> None:
    desk = world.sitting(post)
    desk.do("sign", world.request, *world.scene.signing(desk.officer))
    world.until(desk, "signed")


def _assign(world: World, officer: str, status: str) -> None:
    today = local_day(datetime.now(UTC), WITA).isoformat()
    office = KECAMATAN[world.kecamatan]
    words = ("--officer", officer, "--office", office, "--post", "camat", "--from", today, "--status", status)
    world.scene.hub.command("assignment add", *words, "--decree", "Surat Perintah (contoh)")

"""Steps: what goes wrong at an office desk, and the one sentence that must answer it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytest_bdd import given, parsers, then, when
from sqlalchemy import text

from desktop.cli.demo.citizens import DOCUMENTS
from desktop.cli.demo.stage import Hub
from desktop.keys import Vault
from desktop.office.attachments import LARGEST
from desktop.store.database import FILE, open_database
from sync.enrolment import make_code
from tests.stories.outside import at_another_time
from tests.stories.world import VILLAGES, World, answers_for, head_of, slug

WHERE = ("64.02.05.2001", "saliki-petugas")


@when("komputer baru didaftarkan dengan kode yang salah ketik")
def mistyped(world: World) -> None:
    _enrol(world, "baru", "ABCD-EFGH-JKLM")


@when("komputer baru didaftarkan dengan kode yang salah")
def wrong_code(world: World) -> None:
    _enrol(world, "baru", make_code(secrets.token_bytes))


@when("komputer lain didaftarkan dengan kode yang sama")
def used_code(world: World) -> None:
    code = world.scene.hub.enrol_code(*WHERE)
    assert _enrol(world, "pertama", code).returncode == 0
    _enrol(world, "kedua", code)


@when("komputer baru didaftarkan dengan kode yang dibuat tiga jam lalu")
def expired_code(world: World) -> None:
    nursery, hub = world.house.nursery, world.scene.hub
    where = ("--data", str(hub.data), "--key-file", str(hub.key_file))
    words = ("hub", "enrol-code", *where, "--json", "--minutes", "60", "--office", WHERE[0], "--officer", WHERE[1])
    done = at_another_time(nursery, timedelta(hours=-3), *words)
    _enrol(world, "baru", str(json.loads(done.stdout)["code"]))


@when("alamat hub ternyata dijawab hub lain")
def another_hub(world: World) -> None:
    stage = world.scene.stage
    other = Hub(stage.nursery, world.folder, stage.transport)
    other.make("64.02")
    world.scene.link.order("upstream", port=other.serve())
    world.said = world.clerk().attempt("sync")
    other.kill()


@when("jaringan dijawab halaman masuk Wi-Fi")
def captive_portal(world: World) -> None:
    world.scene.link.order("captive")
    world.said = world.clerk().attempt("sync")
    assert world.scene.link.order("report")["captive"] >= 1


@then("sinkronisasi gagal dengan kalimat tentang hub yang bukan hub kita")
def not_our_hub(world: World) -> None:
    assert not world.said["ok"]
    assert world.said["error"] == "foreign_answer"
    assert "tersimpan" in world.said["message"]


@when("program dibuka dengan kata sandi yang salah")
def wrong_password(world: World) -> None:
    wrong = world.folder / "salah.password"
    wrong.write_text("bukan kata sandinya\n", encoding="utf-8")
    _command(world, _copied(world), wrong, "requests")


@when("basis data desa rusak dan program dibuka")
def damaged(world: World) -> None:
    profile = _copied(world)
    with (profile / FILE).open("r+b") as file:
        file.seek(4096)
        file.write(secrets.token_bytes(8192))
    for name in (f"{FILE}-wal", f"{FILE}-shm"):
        (profile / name).unlink(missing_ok=True)
    _command(world, profile, None, "requests")


@when("basis data desa berasal dari program yang lebih baru dan program dibuka")
def newer(world: World) -> None:
    profile, officer = _copied(world), f"{slug(world.village)}-petugas"
    password = world.scene.stage.secrets.password(officer).read_text("utf-8").strip()
    opened = Vault(profile, secrets.token_bytes).open(officer, password, datetime.now(UTC))
    database = open_database(profile / FILE, opened.data_key)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    _command(world, profile, None, "requests")


@when("petugas melampirkan berkas program bernama kk.jpg")
def program_as_picture(world: World) -> None:
    false = world.folder / "kk.jpg"
    false.write_bytes(b"MZ" + secrets.token_bytes(9_000))
    answers = world.paper(answers_for(world, "surat-keterangan-usaha"))
    _submit(world, answers, f"kk={false}")


@when("petugas melampirkan pindaian yang melebihi batas")
def too_large(world: World) -> None:
    large = world.folder / "kk.jpg"
    shutil.copy(world.house.page("kk"), large)
    os.truncate(large, LARGEST + 1)
    _submit(world, world.paper(answers_for(world, "surat-keterangan-usaha")), f"kk={large}")


@when(parsers.parse('petugas mencatat "{service}" tanpa nama usaha'))
def incomplete(world: World, service: str) -> None:
    answers = answers_for(world, service)
    del answers["nama_usaha"]
    scans = [f"{kind}={world.house.page(kind)}" for kind in DOCUMENTS[service]]
    _submit(world, world.paper(answers), *scans)


@when("kades menerbitkannya dengan sertifikat orang lain")
def certificate_of_another(world: World) -> None:
    _issue(world, head_of(world.village), "muara-pantuan-kades")


@when("petugas mencoba menerbitkannya sendiri")
def clerk_issues(world: World) -> None:
    _issue(world, f"{slug(world.village)}-petugas", head_of(world.village))


@when("kades menerbitkannya dengan kata sandi sertifikat yang salah")
def wrong_passphrase(world: World) -> None:
    wrong = world.folder / "salah.passphrase"
    wrong.write_text("bukan frasanya\n", encoding="utf-8")
    certificate = world.scene.certificates[head_of(world.village)]
    world.said = world.head().attempt("issue", world.request, "--p12", certificate, "--passphrase-file", wrong)


@then(parsers.parse('program menolak dengan kalimat yang menyebut "{words}"'))
def refused(world: World, words: str) -> None:
    said = f"{world.said['message']} {world.said.get('details', '')}"
    assert not world.said["ok"]
    assert world.said["exit"] == 1
    assert world.said["error"] not in {"galat", "salah_perintah"}
    assert "\n" not in said, "one line"
    assert said.count(".") >= 2, "what happened, whether the data is safe, what to do"
    assert words.casefold() in said.casefold()
    assert "Traceback" not in said
    assert "galat.log" not in said, "a mistake of the world was taken for a fault of the program"


@given(parsers.parse('komputer desa kedua "{name}"'))
def second_village(world: World, name: str) -> None:
    assert name in VILLAGES
    world.house.village(name)


def _enrol(world: World, name: str, code: str) -> subprocess.CompletedProcess[str]:
    stage = world.scene.stage
    words = ("enrol", "--hub", world.scene.link.url, "--ca", str(stage.transport.authority), "--code", code)
    return _told(
        world, ("--profile", str(world.folder / name)), ("--password-file", str(stage.secrets.password("baru"))), words
    )


def _command(world: World, profile: Path, password: Path | None, *words: str) -> None:
    officer = f"{slug(world.village)}-petugas"
    file = password or world.scene.stage.secrets.password(officer)
    _told(world, ("--profile", str(profile), "--officer", officer), ("--password-file", str(file)), words)


def _told(
    world: World, where: tuple[str, ...], who: tuple[str, ...], words: tuple[str, ...]
) -> subprocess.CompletedProcess[str]:
    finished = world.house.nursery.attempt("desk", *where, *who, *words, "--json")
    told = json.loads(finished.stdout)
    world.said = {"ok": finished.returncode == 0, "exit": finished.returncode, **told}
    if finished.returncode:
        assert finished.stderr == told["message"] + "\n"
    return finished


def _copied(world: World) -> Path:
    """The village's profile as a copy of its disk would hold it."""
    world.desk.close()
    copied = world.folder / "salinan"
    shutil.copytree(world.desk.profile, copied)
    world.desk.open(f"{slug(world.village)}-petugas")
    return copied


def _submit(world: World, answers: Path, *scans: str) -> None:
    words = [word for scan in scans for word in ("--attach", scan)]
    desk = world.clerk()
    before = len(desk.do("requests")["requests"])
    world.said = desk.attempt("submit", "surat-keterangan-usaha", "--answers", answers, *words)
    assert len(desk.do("requests")["requests"]) == before


def _issue(world: World, officer: str, owner: str) -> None:
    world.desk.turn_to(officer)
    world.said = world.desk.attempt("issue", world.request, *world.scene.signing(owner))

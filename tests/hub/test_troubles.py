"""What may befall a hub's machine, and the one line that its administrator reads of it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, OperationalError
from structlog.testing import capture_logs

from hub.admin.doctor import examine
from hub.admin.folder import FolderSettings, Place, make_hub, open_hub
from hub.api.logs import STANDARD_ERROR
from hub.api.speech import reply_to
from hub.cli import commands, main, troubles
from hub.errors import DamagedDatabase, HubError, LostDatabase, Refused, StorageFailing, StorageFull, word_of
from hub.files import Vault
from hub.sealing import DataKey, make_key_file
from hub.service import enrolling
from hub.service.ground import Ground
from hub.service.worker import Worker
from hub.shelf import Folder
from hub.store import opening
from hub.store.opening import Store
from hub.world import real_world
from sync import enrolment
from sync.client import Link
from sync.enrolment import Begin
from sync.errors import EnrolmentRefused, HubFull
from sync.protocol import BlobKey
from tests.hub.desks import an_attachment
from tests.hub.http_hub import serving
from tests.hub.stories import submit
from tests.hub.test_api import enrol_over_http
from tests.hub.test_command_line import Hub
from tests.hub.town import VILLAGE, Town
from tests.room import fill, no_room, small_disk
from tests.samples import sample_nik


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hub-jadi")
    place = Place(folder / "hub", folder / "keys" / "hub.key")
    make_hub(place, FolderSettings(regency="64.02"), "Hub contoh", real_world()).close()
    return folder


@pytest.fixture
def hub(tmp_path: Path, made: Path, capsys: pytest.CaptureFixture[str]) -> Hub:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Hub(tmp_path, capsys)


def test_a_full_disk_is_named_and_no_wrong_key(hub: Hub) -> None:
    with no_room():
        assert main(["office", "add", VILLAGE, *hub.data]) == 1
    printed = hub.capsys.readouterr()
    assert json.loads(printed.out)["error"] == "penyimpanan_penuh"
    assert "tetap aman" in printed.err
    assert "kunci" not in printed.err
    hub.run("office", "add", "64.02")


def test_a_disk_that_is_really_full_is_named_and_works_again_with_room(
    tmp_path: Path, made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path / "kecil") as disk:
        shutil.copytree(made, disk, dirs_exist_ok=True)
        hub = Hub(disk, capsys)
        ballast = fill(disk)
        assert "Kosongkan ruang" in hub.fail("office", "add", "64.02")
        assert hub.error == "penyimpanan_penuh"
        ballast.unlink()
        assert hub.run("office", "add", "64.02")["applied"]["offices"] == 1


def test_a_hub_whose_making_found_no_room_is_made_by_doing_it_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = Hub(tmp_path, capsys)
    with no_room():
        assert main(["init", "--regency", "64.02", *hub.data]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "penyimpanan_penuh"
    assert not (tmp_path / "keys" / "hub.key").exists()
    assert hub.run("init", "--regency", "64.02")["regency"] == "64.02"


def test_a_database_that_is_gone_is_not_taken_for_an_empty_hub(hub: Hub) -> None:
    for lost in (b"", None):
        for beside in (hub.folder / "hub").glob("hub.db*"):
            beside.unlink()
        if lost is not None:
            (hub.folder / "hub" / "hub.db").write_bytes(lost)
        assert "pulihkan cadangan" in hub.fail("doctor")
        assert hub.error == LostDatabase.word
        hub.fail("init", "--regency", "64.02")
        assert hub.error == LostDatabase.word


def test_a_damaged_database_is_named(hub: Hub) -> None:
    file = hub.folder / "hub" / "hub.db"
    with file.open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(bytes(file.stat().st_size - 4096))
    assert "Jangan hapus apa pun" in hub.fail("doctor")
    assert hub.error == "basis_data_rusak"


def test_a_settings_file_that_does_not_read_is_named(hub: Hub) -> None:
    (hub.folder / "hub" / "hub.json").write_text("{")
    assert "hub.json" in hub.fail("doctor")
    assert hub.error == "belum_disiapkan"


def test_a_newer_database_is_left_alone(hub: Hub) -> None:
    ground = open_hub(Place(hub.folder / "hub", hub.folder / "keys" / "hub.key"), real_world())
    with ground.store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    ground.close()
    assert "lebih baru" in hub.fail("doctor")
    assert hub.error == "versi_baru"


def test_a_fault_of_ours_is_one_line_and_a_log_without_numbers(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    nik = sample_nik().digits

    def broken(*_: object) -> None:
        raise RuntimeError(nik)

    monkeypatch.setattr(commands, "open_hub", broken)
    assert "Kesalahan program (RuntimeError)" in hub.fail("doctor")
    log = hub.folder / "hub" / "galat.log"
    assert "RuntimeError" in log.read_text("utf-8")
    assert nik not in log.read_text("utf-8")
    log.unlink()
    log.mkdir()
    hub.fail("doctor")
    assert hub.error == "galat"


def test_every_trouble_has_its_word() -> None:
    assert troubles.told(PermissionError(13, "Permission denied", "hub.db"), None)[0] == "berkas_bermasalah"
    assert "hub.db" in troubles.told(PermissionError(13, "Permission denied", "hub.db"), None)[1]
    assert troubles.told(OSError(28, "No space left on device"), None)[0] == StorageFull.word
    assert word_of(Refused(403, "not_allowed", "Tidak boleh.")) == "not_allowed"
    assert word_of(HubError("Lain.")) == "tidak_dapat"


def test_a_database_that_is_away_is_no_fault_of_ours() -> None:
    locked = OperationalError("BEGIN IMMEDIATE", None, Exception("database is locked"))
    assert troubles.told(locked, None)[0] == "basis_data_tidak_terbuka"


def test_the_word_of_postgresql_for_a_full_disk_is_understood() -> None:
    class Full(Exception):
        sqlstate = "53100"

    with pytest.raises(StorageFull), opening._world_errors(None):
        raise OperationalError("COMMIT", None, Full("could not extend file"))


@pytest.mark.parametrize(
    "said", ["disk I/O error", "unable to open database file", "attempt to write a readonly database"]
)
def test_a_disk_that_fails_is_neither_damage_nor_full(tmp_path: Path, said: str) -> None:
    with pytest.raises(StorageFailing, match="tetap tersimpan"), opening._world_errors(tmp_path):
        raise OperationalError("COMMIT", None, sqlcipher.OperationalError(said))


def test_what_postgresql_says_of_its_disk_and_its_pages_is_understood() -> None:
    class Failing(Exception):
        sqlstate = "58030"

    class Corrupted(Exception):
        sqlstate = "XX001"

    with pytest.raises(StorageFailing), opening._world_errors(None):
        raise OperationalError("COMMIT", None, Failing("could not fsync file"))
    with pytest.raises(DamagedDatabase), opening._world_errors(None):
        raise OperationalError("SELECT 1", None, Corrupted("invalid page in block 7"))


def test_a_disk_that_fails_under_a_hub_is_named_and_refuses_calmly(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    vault = Vault(Folder(tmp_path), DataKey(bytes(32)), bytes)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageFailing):
        vault.write("64.02.04", b"isi surat")
    assert not Folder(tmp_path).takes_bytes()
    found = {each.name: each for each in examine(town.ground, Place(tmp_path, tmp_path / "key"))}
    assert (found["disk"].level, "penuh" in found["disk"].sentence) == ("bad", False)
    reply = reply_to(StorageFailing())
    assert (reply.status, reply.headers["retry-after"]) == (503, "30")
    assert troubles.told(OSError(errno.EIO, "Input/output error"), None)[0] == "penyimpanan_gagal"


def test_a_job_that_met_a_failing_disk_stays_due(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(town.ground)

    def fail(_ground: Ground) -> int:
        raise StorageFailing

    monkeypatch.setattr("hub.service.worker.run_due_jobs", fail)
    with capture_logs() as logged:
        worker._look()
        worker._look()
    assert [line["event"] for line in logged] == ["storage_failing"]


def test_a_page_that_is_not_what_was_written_is_damage_and_a_lock_is_not() -> None:
    with pytest.raises(DamagedDatabase), opening._world_errors(None):
        raise DatabaseError("SELECT 1", None, sqlcipher.DatabaseError("database disk image is malformed"))
    with pytest.raises(OperationalError), opening._world_errors(None):
        raise OperationalError("BEGIN IMMEDIATE", None, sqlcipher.OperationalError("database is locked"))


def test_a_key_that_opens_nothing_is_named(hub: Hub) -> None:
    make_key_file(hub.folder / "keys" / "other.key", os.urandom)
    (hub.folder / "keys" / "other.key").replace(hub.folder / "keys" / "hub.key")
    assert "Periksa berkas kunci" in hub.fail("doctor")
    assert hub.error == "kunci_salah"


def test_the_doctor_of_a_hub_names_a_disk_that_takes_nothing(town: Town, tmp_path: Path) -> None:
    with no_room():
        found = {each.name: each for each in examine(town.ground, Place(tmp_path, tmp_path / "key"))}
    assert found["disk"].level == "bad"
    assert "menerima data" in found["disk"].sentence


def test_a_key_file_is_never_left_half_written(tmp_path: Path) -> None:
    with no_room(), pytest.raises(StorageFull):
        make_key_file(tmp_path / "hub.key", bytes)
    assert not (tmp_path / "hub.key").exists()


def test_a_stored_file_for_which_there_was_no_room_leaves_nothing(tmp_path: Path) -> None:
    vault = Vault(Folder(tmp_path), DataKey(bytes(32)), bytes)
    with no_room(), pytest.raises(StorageFull):
        vault.write("64.02.04", b"isi surat")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_hub_without_room_acknowledges_nothing_says_so_and_recovers_by_itself(town: Town) -> None:
    with capture_logs() as logged, serving(town) as url:
        online = enrol_over_http(town, url)
        desk, client = online.desk, online.client
        content, blob = an_attachment("kk", 100_000)
        filed = submit(desk, "kades", "surat-keterangan-usaha", (replace(blob, document="ktp"),))
        with no_room():
            watched = Link(url).send("GET", "/readyz", {})
            with pytest.raises(HubFull) as full:
                client.exchange(desk.request())
        assert (watched.status, watched.body) == (503, b'{"status":"storage"}')
        assert full.value.retry_after == 60
        assert Link(url).send("GET", "/readyz", {}).status == 200
        desk.take(client.exchange(desk.request()))
        upload = client.begin_upload(BlobKey("64.02.04", filed.request or "", blob.sha256), len(content))
        with no_room(), pytest.raises(HubFull):
            client.append(upload, 0, content[:65536])
        assert client.upload_offset(upload) == 0
        assert client.append(upload, 0, content) == len(content)
        worker = Worker(town.ground)
        with no_room():
            worker._look()
            worker._look()
        worker._look()
        assert town.work() == 0, "the worker has done what waited for room"
    said = [line["event"] for line in logged if line["log_level"] == "warning"]
    assert said == ["storage_full"] * 3 + ["storage_has_room"]
    assert not [line for line in logged if line["log_level"] == "error"]


def test_a_log_for_which_there_is_no_room_costs_nobody_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "hub.log").open("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stderr", file)
        with no_room():
            STANDARD_ERROR.write("baris\n")
            STANDARD_ERROR.flush()
        STANDARD_ERROR.flush()
    assert (tmp_path / "hub.log").read_text("utf-8") == "baris\n"


def test_several_officers_get_their_codes_in_one_call(hub: Hub) -> None:
    hub.fill()
    words = ("--officer", "clerk-1", "--office", VILLAGE, "--post", "clerk", "--from", "2025-01-01")
    hub.run("officer", "add", "clerk-1", "--name", "Contoh Petugas")
    hub.run("assignment", "add", *words)
    two = ("enrol-code", "--office", VILLAGE, "--officer", "kades-1", "--officer", "clerk-1", "--minutes", "30")
    found = hub.run(*two)
    assert [each["officer"] for each in found["codes"]] == ["kades-1", "clerk-1"]
    assert len({each["code"] for each in found["codes"]}) == 2
    assert found["minutes"] == 30
    assert "code" not in found
    assert "jabatan" in hub.fail("enrol-code", "--office", VILLAGE, "--officer", "kades-1", "--officer", "camat-1")
    assert hub.error == "tidak_dikenal"


def test_a_code_lives_as_many_minutes_as_the_administrator_said(town: Town) -> None:
    (code,) = enrolling.invite_by_codes(town.ground, VILLAGE, ["clerk"], 1)
    town.clock.now += timedelta(seconds=61)
    key = "A" * 43
    begin = Begin(locator=enrolment.read_code(code)[0], device_key=key, officer_key=key, desk_nonce=key)
    with pytest.raises(EnrolmentRefused) as refused:
        enrolling.begin(town.ground, begin)
    assert refused.value.reason == "expired"

"""What the administrator, the worker and the log see."""

from __future__ import annotations

import base64
import shutil
import threading
from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError, ProgrammingError

from domain.actions import ActionKind
from domain.verdicts import Code
from hub.admin.doctor import examine
from hub.admin.folder import Place
from hub.admin.listing import list_devices, list_keys
from hub.api.logs import mask, set_up_logs
from hub.api.speech import reply_to
from hub.errors import HubError, NotKnown, Refused
from hub.service import worker as worker_module
from hub.service import working
from hub.service.jobs import Job
from hub.service.worker import Worker
from hub.store.opening import Store
from sync.errors import EnrolmentRefused, EpochChanged, Gap, NotAllowed, SyncError
from sync.protocol import decode_error
from tests.hub.desks import an_attachment, enrol
from tests.hub.stories import decide, submit
from tests.hub.town import KECAMATAN, VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


def _levels(town: Town, folder: Path) -> dict[str, str]:
    found = examine(town.ground, Place(folder, folder / "key"))
    assert all(each.to_json()["sentence"] for each in found)
    return {each.name: each.level for each in found}


def test_the_doctor_says_what_a_person_should_look_at(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _levels(town, tmp_path)
    assert before["crl"] == "warn"
    assert set(before.values()) <= {"ok", "warn"}
    town.apply(crls=[base64.b64encode(crl).decode() for crl in town.authority.crls(town.clock.now)])
    assert _levels(town, tmp_path)["crl"] == "ok"
    town.clock.pass_by(days=28)
    assert _levels(town, tmp_path)["crl"] == "warn"
    town.clock.pass_by(days=5)
    assert _levels(town, tmp_path)["crl"] == "bad"
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - what shutil gives
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    assert _levels(town, tmp_path)["disk"] == "bad"


def test_the_doctor_names_desks_whose_clock_was_wrong(town: Town, tmp_path: Path) -> None:
    village = enrol(town, VILLAGE, "clerk")
    request = submit(village, "clerk", "surat-keterangan-usaha").request or ""
    village.sync()
    assert _levels(town, tmp_path)["clocks"] == "ok"
    ahead = town.clock.now + timedelta(days=30)
    withdrawn = village.act("clerk", ActionKind.WITHDRAW, request, body={"reason": "batal"}, at=ahead)
    village.sync()
    assert village.final(withdrawn) is Code.OK
    assert _levels(town, tmp_path)["clocks"] == "warn"
    town.clock.pass_by(days=31)
    assert _levels(town, tmp_path)["clocks"] == "ok"


def test_a_newer_list_of_revocations_takes_the_place_of_the_older(town: Town) -> None:
    for _ in range(2):
        town.clock.pass_by(hours=1)
        town.apply(crls=[base64.b64encode(crl).decode() for crl in town.authority.crls(town.clock.now)])
    with town.ground.store.reading() as connection:
        assert len(town.ground.catalogue(connection).crls) == 2


def test_the_doctor_names_what_waits_for_a_decision_and_what_keeps_failing(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    village, kecamatan = enrol(town, VILLAGE, "clerk"), enrol(town, KECAMATAN, "kasi-kesra")
    content, blob = an_attachment("ktp_pria")
    request = submit(village, "clerk", "dispensasi-nikah", (blob,)).request or ""
    village.sync()
    kecamatan.sync()
    monkeypatch.setitem(working.WORK, "release", _fail)
    decide(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    kecamatan.sync()
    village.send_blob(request, content, blob.sha256)
    for _ in range(3):
        assert town.work() == 0
        town.clock.pass_by(hours=1)
    assert _levels(town, tmp_path)["jobs"] == "bad"
    assert [each["officer"] for each in list_keys(town.ground)] == ["clerk", "kasi-kesra"]
    assert [each["office"] for each in list_devices(town.ground)] == [VILLAGE, KECAMATAN]


def _fail(_ground: object, _job: Job) -> None:
    raise RuntimeError("always")


def test_the_worker_works_when_it_is_woken_and_outlives_a_failure(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    called, done = [], threading.Event()

    def work(_ground: object) -> int:
        called.append(1)
        if len(called) == 1:
            raise RuntimeError("the database is away")
        done.set()
        return 0

    monkeypatch.setattr(worker_module, "run_due_jobs", work)
    monkeypatch.setattr(worker_module, "_PAUSE", 0.01)
    worker = Worker(town.ground)
    worker.start()
    worker.kick()
    assert done.wait(20)
    worker.stop()


def test_no_number_of_an_identity_card_reaches_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    nik = "6402" + "044107909001"
    line: Any = mask(None, "info", {"event": f"tentang {nik}", "n": 3, "object": [nik]})
    assert nik not in str(line)
    assert line["n"] == 3
    set_up_logs()
    import structlog  # noqa: PLC0415 - one use

    structlog.get_logger("test").info("permohonan", nik=nik)
    printed = capsys.readouterr().err
    assert "permohonan" in printed
    assert nik not in printed


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Gap(3), 409, "gap"),
        (EpochChanged(2), 409, "epoch_changed"),
        (EnrolmentRefused("wrong", 4), 403, "wrong"),
        (NotAllowed(), 403, "not_allowed"),
        (SyncError(), 400, "sync"),
        (Refused(429, "busy", "Nanti.", retry_after=9), 429, "busy"),
        (NotKnown("Tidak ada."), 404, "not_known"),
        (OperationalError("", None, Exception()), 503, "busy"),
        (ProgrammingError("", None, Exception()), 503, "busy"),
        (HubError("Rusak."), 503, "busy"),
        (OSError("disk"), 503, "busy"),
        (ZeroDivisionError(), 500, "failed"),
    ],
)
def test_every_error_is_a_sentence_on_the_wire(error: Exception, status: int, code: str) -> None:
    reply = reply_to(error)
    said = decode_error(reply.body)
    assert (reply.status, said.error) == (status, code)
    assert said.message
    assert ("retry-after" in reply.headers) is (status in {429, 500, 503})

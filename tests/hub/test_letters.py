"""Letters at the hub: frozen, thawed, signed and issued; and desks that lie about them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.actions import ActionKind
from domain.books import BookKey, Number, NumberState
from domain.verdicts import Code
from domain.workflow import State
from hub.service.consequences import keep_signed
from hub.service.numbering import Entry, lock_book, put_number
from hub.service.release import decide as decide_waiting
from hub.service.sitting import Sitting
from hub.store.growing import jobs, numbers
from hub.store.opening import Store, open_sqlite
from letters.render import typesetting_here
from sync.encoding import b64u
from sync.record import read_content
from tests.hub import stories
from tests.hub.desks import Desk
from tests.hub.scenes import Scene, copied, one_to_sign, to_the_camat, two_desks
from tests.hub.stories import decide, issue, sign, state_of, submit_with_scans
from tests.hub.town import KEY, VILLAGE, Town, assignment_document

pytestmark = pytest.mark.slow
USAHA = "surat-keterangan-usaha"


@pytest.fixture(scope="session")
def scenes(sqlite_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    desks = two_desks(sqlite_models["furnished"], tmp_path_factory.mktemp("desks"))
    return {"desks": desks, "to_sign": one_to_sign(desks, tmp_path_factory.mktemp("to-sign"))}


@pytest.fixture
def scene(request: pytest.FixtureRequest, scenes: dict[str, Scene], tmp_path: Path) -> Scene:
    found = scenes["to_sign" if "to_sign" in request.fixturenames else "desks"]
    shutil.copytree(found.folder, tmp_path, dirs_exist_ok=True)
    return found


@pytest.fixture
def store(scene: Scene, tmp_path: Path) -> Iterator[Store]:
    """The scene's copy; its letters are at stake, not its database."""
    assert (tmp_path / "hub.db").exists(), scene.folder
    opened = open_sqlite(tmp_path / "hub.db", KEY)
    yield opened
    opened.close()


@pytest.fixture
def village(town: Town, scene: Scene) -> Desk:
    return copied(scene.village, town)


@pytest.fixture
def kecamatan(town: Town, scene: Scene) -> Desk:
    return copied(scene.kecamatan, town)


@pytest.fixture
def to_sign(scene: Scene) -> str:
    """A request that stands before the camat with a prepared letter."""
    return scene.request


def _numbers(town: Town) -> list[tuple[str, int, str, str]]:
    with town.ground.store.reading() as connection:
        rows = connection.execute(select(numbers).order_by(numbers.c.book, numbers.c.n))
        return [(row.book, row.n, row.state, row.reason) for row in rows]


def test_a_returned_letter_is_thawed_and_the_next_keeps_its_number(
    town: Town, village: Desk, kecamatan: Desk, to_sign: str
) -> None:
    first = kecamatan.latest(to_sign, ActionKind.LETTER_FROZEN)
    decide(kecamatan, "camat", ActionKind.RETURN, to_sign, to="kasi_kesra", reason="periksa_lagi")
    kecamatan.sync()
    assert kecamatan.kinds(to_sign)[-2:] == ["return", "letter_thawed"]
    assert state_of(kecamatan, to_sign).state is State.RETURNED
    to_the_camat(kecamatan, to_sign)
    again = kecamatan.latest(to_sign, ActionKind.LETTER_FROZEN)
    assert again.number() == first.number()
    assert again.text("letter") != first.text("letter")
    sign(kecamatan, "camat", to_sign)
    assert [row.code for row in kecamatan.sync()] == [Code.OK]
    assert _numbers(town) == [("dispensasi-nikah", 1, "used", "")]
    end_it(town, kecamatan, to_sign)


def end_it(town: Town, kecamatan: Desk, request: str) -> None:
    """Replaced by nothing that the hub knows, or by itself: refused. Revoked: the number stays used, and says why."""
    kecamatan.sync()
    for by in ("tidak-ada", request):
        decide(kecamatan, "camat", ActionKind.REPLACE, request, reason="lihat_catatan", by=by)
        assert [row.reason for row in kecamatan.sync()] == ["not_a_successor"]
    void_a_village_number(town, request)
    revoked = decide(kecamatan, "camat", ActionKind.REVOKE, request, reason="lihat_catatan")
    assert [row.code for row in kecamatan.sync()] == [Code.OK]
    assert set(_numbers(town)) == {("dispensasi-nikah", 1, "used", "revoke"), ("dispensasi-nikah", 1, "void", "return")}
    with town.ground.store.writing() as connection:
        connection.execute(numbers.update().where(numbers.c.state == "used").values(reason=""))
        sitting = Sitting(town.ground, connection, town.ground.catalogue(connection), town.clock.now, replaying=True)
        keep_signed(sitting, revoked, None, state_of(kecamatan, request))
    assert ("dispensasi-nikah", 1, "used", "revoke") in _numbers(town), "given back to a restored hub, it says so again"


def void_a_village_number(town: Town, request: str) -> None:
    """The village has a book of the same name, and lost the same number to a return."""
    key = BookKey(VILLAGE, "dispensasi-nikah", 2026)
    with town.ground.store.writing() as connection:
        lock_book(connection, key, None)
        lost = Number(key, 1, NumberState.VOID, "surat-lama", "return")
        put_number(connection, Entry(lost, request), town.clock.now)


def test_a_withdrawn_request_voids_its_number_with_the_reason(town: Town, village: Desk, to_sign: str) -> None:
    village.sync()
    decide(village, "clerk", ActionKind.WITHDRAW, to_sign, reason="batal_menikah")
    village.sync()
    assert village.kinds(to_sign)[-3:] == ["withdraw", "letter_thawed", "number_voided"]
    assert _numbers(town) == [("dispensasi-nikah", 1, "void", "withdraw")]


def test_another_signer_asks_for_the_letter_to_be_prepared_again(town: Town, kecamatan: Desk, to_sign: str) -> None:
    town.apply(assignments=[assignment_document("sekcam", id="plh", post="camat", status="plh", first="2026-11-16")])
    town.clock.pass_by(hours=1)
    kecamatan.sync()
    decide(kecamatan, "sekcam", ActionKind.PREPARE, to_sign, medium="electronic")
    kecamatan.sync()
    town.work()
    kecamatan.sync()
    assert kecamatan.kinds(to_sign)[-3:] == ["prepare", "letter_thawed", "letter_frozen"]
    assert kecamatan.latest(to_sign, ActionKind.LETTER_FROZEN).text("signer") == "sekcam"
    signed = sign(kecamatan, "sekcam", to_sign)
    kecamatan.sync()
    assert kecamatan.final(signed) is Code.OK


def test_a_letter_for_the_pen_is_prepared_without_a_field(town: Town, kecamatan: Desk, to_sign: str) -> None:
    decide(kecamatan, "camat", ActionKind.PREPARE, to_sign, medium="paper")
    kecamatan.sync()
    town.work()
    kecamatan.sync()
    assert state_of(kecamatan, to_sign).state is State.TO_SIGN_ON_PAPER


def test_nobody_to_sign_puts_the_job_off_until_somebody_is_assigned(town: Town, village: Desk, kecamatan: Desk) -> None:
    request = submit_with_scans(village, "clerk", "dispensasi-nikah").request or ""
    kecamatan.sync()
    for officer, kind in (("kasi-kesra", ActionKind.VERIFY), ("sekcam", ActionKind.PARAF)):
        decide(kecamatan, officer, kind, request)
        kecamatan.sync()
    town.apply(assignments=[assignment_document(who, last="2025-12-31") for who in ("camat", "sekcam")])
    assert town.work() == 0
    with town.ground.store.reading() as connection:
        due = select(jobs.c.problem).where(jobs.c.kind == "freeze", jobs.c.state == "due")
        assert all("CannotDraft" in problem for problem in connection.execute(due).scalars())
    town.apply(assignments=[assignment_document("camat")])
    town.clock.pass_by(minutes=10)
    assert town.work() == 1
    kecamatan.sync()
    assert state_of(kecamatan, request).state is State.TO_SIGN


def _resigned(desk: Desk, action: Any, **changes: Any) -> None:
    """Say the same signature again with something changed."""
    envelope = desk.queue.pop()
    content = read_content(envelope.payload or b"") | changes.pop("content", {})
    body = dict(action.body) | changes
    desk.act("camat", ActionKind.SIGN, action.request, content=content, body=body, step=action.step, pack=action.pack)


@pytest.mark.parametrize(
    ("changes", "code", "reason"),
    [
        ({"signed": "A" * 43}, Code.INVALID, "letter_is_false"),
        ({"size": 17}, Code.INVALID, "letter_is_false"),
        ({"prepared": "A" * 43}, Code.CONFLICT, "letter_changed"),
        ({"content": {"cms": b64u(b"junk")}}, Code.INVALID, "bad_letter_signature"),
        ({"content": {"cms": "not base64!"}}, Code.INVALID, "bad_letter_signature"),
        ({"content": {"cms": 7}}, Code.INVALID, "bad_letter_signature"),
    ],
)
def test_no_signature_stands_without_verified_bytes(
    kecamatan: Desk, to_sign: str, changes: dict[str, Any], code: Code, reason: str
) -> None:
    _resigned(kecamatan, sign(kecamatan, "camat", to_sign), **changes)
    assert [(row.code, row.reason) for row in kecamatan.sync()] == [(code, reason)]
    assert state_of(kecamatan, to_sign).state is State.TO_SIGN


def test_a_signature_by_another_certificate_is_refused(town: Town, kecamatan: Desk, to_sign: str) -> None:
    town.signing_keys["camat"] = town.signing_keys["sekcam"]
    with pytest.raises(Exception, match=r"[Ss]ertifikat"):
        sign(kecamatan, "camat", to_sign)


def _issued(village: Desk, n: int = 1, service: str = USAHA, **lies: Any) -> Any:
    filed = submit_with_scans(village, "clerk", service)
    action, pdf = issue(village, "kades", state_of(village, filed.request or ""), n, **lies)
    village.sync()
    if village.final(action) is Code.PARKED:
        village.send_blob(action.request or "", pdf, action.text("pdf"))
        village.town.work()
        village.sync()
    return [row for row in village.verdicts if row.action == action.hash][-1], action


@pytest.mark.parametrize(
    ("lies", "code", "reason"),
    [
        ({}, Code.OK, ""),
        ({"content": {"nama": "Orang Lain Contoh"}}, Code.INVALID, "letter_is_false"),
        ({"certificate_of": "clerk"}, Code.INVALID, "bad_letter_signature"),
        ({"assignment": "tugas-camat"}, Code.FORBIDDEN, "not_assigned"),
        ({"lease": "01a1ff7b-c049-741d-af38-001153a3ae25"}, Code.INVALID, "number_not_leased"),
        ({"n": 21}, Code.INVALID, "number_not_leased"),
    ],
)
def test_a_letter_that_the_village_issued_is_made_again_and_compared(
    village: Desk, lies: dict[str, Any], code: Code, reason: str
) -> None:
    row, _ = _issued(village, **lies)
    assert (row.code, row.reason) == (code, reason)


def test_a_number_on_a_false_letter_stays_used_and_is_never_taken_again(town: Town, village: Desk) -> None:
    _issued(village, content={"nama": "Orang Lain Contoh"})
    assert _numbers(town) == [(USAHA, 1, "used", "letter_is_false")]
    row, _ = _issued(village)
    assert (row.code, row.reason) == (Code.INVALID, "number_taken")
    row, _ = _issued(village, n=2)
    assert row.code is Code.OK


def test_a_letter_of_another_version_of_the_program_waits_for_a_person(
    town: Town, village: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = replace(typesetting_here(), typst="0.14.0")
    monkeypatch.setattr(stories, "typesetting_here", lambda: older)
    town.apply(offices=[{"id": VILLAGE, "address": "Jalan Contoh 1"}])
    filed = submit_with_scans(village, "clerk", USAHA)
    action, pdf = issue(village, "kades", state_of(village, filed.request or ""), 1)
    town.apply(offices=[{"id": VILLAGE, "address": "Jalan Contoh 2"}])
    village.sync()
    village.send_blob(action.request or "", pdf, action.text("pdf"))
    town.work()
    assert [row.reason for row in village.sync()] == ["letter_differs"]
    assert decide_waiting(town.ground, action.id, "accept") == 1
    village.sync()
    assert village.final(action) is Code.OK


def test_a_corrected_request_takes_a_new_number_and_the_old_is_void(town: Town, village: Desk, kecamatan: Desk) -> None:
    row, issued = _issued(village, service="sktm")
    assert row.code is Code.OK
    request = issued.request or ""
    kecamatan.sync()
    decide(kecamatan, "kasi-kesos", ActionKind.RETURN, request, to="pengajuan", reason="kurang")
    kecamatan.sync()
    village.sync()
    answers = stories.sample_answers(village, "sktm", town.clock.now)
    content = {"answers": answers, "files": {}}
    village.act("clerk", ActionKind.CORRECT, request, content=content, step="pengajuan", pack="sktm@1")
    village.sync()
    assert village.kinds(request)[-2:] == ["correct", "number_voided"]
    assert _numbers(town) == [("sktm", 1, "void", "correct")]

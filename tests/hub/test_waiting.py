"""Parked actions: what they wait for, what waits behind them, and who ends it."""

from __future__ import annotations

import pytest

from domain.actions import ActionKind
from domain.verdicts import BY_SUPERVISOR, Code, WaitsFor
from domain.workflow import State
from hub.admin.listing import revoke_device
from hub.errors import NotKnown
from hub.service.keyring import decide_key
from hub.service.release import decide, release, waiting_actions
from sync.keys import CONFIRM
from tests.hub.desks import Desk, an_attachment, enrol
from tests.hub.stories import decide as do
from tests.hub.stories import state_of, submit, submit_with_scans
from tests.hub.town import KECAMATAN, VILLAGE, Town, assignment_document


@pytest.fixture
def village(town: Town) -> Desk:
    return enrol(town, VILLAGE, "clerk")


@pytest.fixture
def kecamatan(town: Town) -> Desk:
    desk = enrol(town, KECAMATAN, "kasi-kesra")
    return enrol(town, KECAMATAN, "sekcam", desk)


def test_a_step_waits_for_the_bytes_and_what_follows_waits_behind_it(village: Desk, kecamatan: Desk) -> None:
    content, blob = an_attachment("ktp_pria")
    request = submit(village, "clerk", "dispensasi-nikah", (blob,)).request or ""
    village.sync()
    kecamatan.sync()
    verified = do(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    initialled = kecamatan.act("sekcam", ActionKind.PARAF, request, base=verified.hash, step="sekcam")
    told = kecamatan.sync()
    assert [(row.code, row.waits_for) for row in told] == [(Code.PARKED, WaitsFor.BYTES)] * 2
    assert release(village.town.ground, ("64.02.04", request)) == 0
    village.send_blob(request, content, blob.sha256)
    assert village.town.work() == 2
    told = kecamatan.sync()
    assert [(row.action, row.code) for row in told] == [(verified.hash, Code.OK), (initialled.hash, Code.OK)]
    assert state_of(kecamatan, request).state is State.TO_SIGN


def test_a_refused_one_takes_those_behind_it_along(village: Desk, kecamatan: Desk) -> None:
    content, blob = an_attachment("ktp_pria")
    request = submit(village, "clerk", "dispensasi-nikah", (blob,)).request or ""
    village.sync()
    kecamatan.sync()
    verified = do(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    kecamatan.sync()
    village.act("clerk", ActionKind.WITHDRAW, request, base=verified.hash, body={"reason": "batal"})
    village.sync()
    village.town.apply(assignments=[assignment_document("kasi-kesra", last="2025-12-31")])
    village.send_blob(request, content, blob.sha256)
    village.town.work()
    assert [(row.code, row.reason) for row in kecamatan.sync()] == [(Code.FORBIDDEN, "not_assigned")]
    assert [(row.code, row.reason) for row in village.sync()] == [(Code.CONFLICT, "base_refused")]


@pytest.mark.parametrize(("word", "code"), [("accept", Code.OK), ("refuse", Code.FORBIDDEN)])
def test_a_supervisor_decides_on_an_authority_that_covered_part_of_the_time(
    village: Desk, kecamatan: Desk, word: str, code: Code
) -> None:
    town = village.town
    request = submit_with_scans(village, "clerk", "dispensasi-nikah").request or ""
    kecamatan.sync()
    town.apply(assignments=[assignment_document("kasi-kesra", last="2026-11-16")])
    town.clock.pass_by(hours=12)
    verified = do(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    town.clock.pass_by(hours=12)
    assert [row.waits_for for row in kecamatan.sync()] == [WaitsFor.AUTHORITY]
    with town.ground.store.reading() as connection:
        waiting = waiting_actions(connection, town.ground.catalogue(connection).shards)
    assert [(each.action, each.kind, each.waits_for) for each in waiting] == [
        (verified.id, "verify", "authority_unclear")
    ]
    assert decide(town.ground, verified.id, word) == 1
    told = kecamatan.sync()
    assert [row.code for row in told] == [code]
    assert told[0].reason == ("" if word == "accept" else BY_SUPERVISOR)
    with pytest.raises(NotKnown):
        decide(town.ground, verified.id, word)


def _revoke(desk: Desk, officer: str) -> None:
    ground, key = desk.town.ground, desk.keys[officer].key_id
    said = f"{desk.town.hub_id}\0{key}\0revoked\0sekarang".encode()
    signature = desk.keys["kades"].sign(CONFIRM, said)
    decide_key(ground, desk.sender, key, ("revoked", "sekarang", signature))


@pytest.mark.parametrize(
    ("days", "word", "codes"),
    [
        (1, None, [Code.OK]),
        (20, "accept", [Code.PARKED, Code.OK]),
        (20, "refuse", [Code.PARKED, Code.FORBIDDEN]),
    ],
)
def test_what_was_signed_before_a_key_was_revoked_is_taken_for_a_while(
    town: Town, days: int, word: str | None, codes: list[Code]
) -> None:
    village = enrol(town, VILLAGE, "kades")
    enrol(town, VILLAGE, "clerk", village)
    village.sync()
    filed = submit(village, "clerk", "surat-keterangan-usaha")
    town.clock.pass_by(hours=1)
    _revoke(village, "clerk")
    town.clock.pass_by(days=days)
    told = village.sync()
    if word is not None:
        decide(town.ground, filed.id, word)
        told += village.sync()
    assert [row.code for row in told] == codes


def test_what_is_signed_with_a_revoked_key_is_refused(town: Town) -> None:
    village = enrol(town, VILLAGE, "kades")
    enrol(town, VILLAGE, "clerk", village)
    village.sync()
    _revoke(village, "clerk")
    town.clock.pass_by(hours=1)
    submit(village, "clerk", "surat-keterangan-usaha")
    assert [row.reason for row in village.sync()] == ["revoked_key"]


def test_a_number_from_a_revoked_key_after_the_grace_waits_for_nobody(town: Town) -> None:
    village = enrol(town, VILLAGE, "kades")
    enrol(town, VILLAGE, "clerk", village)
    village.sync()
    lease = next(each for each in village.entries[village.scope] if each.kind is ActionKind.NUMBER_LEASED)
    body = {"number": {"book": lease.text("book"), "year": 2026, "n": 1}, "lease": lease.id, "reason": "rusak"}
    village.act("clerk", ActionKind.NUMBER_USED, None, body=body)
    town.clock.pass_by(hours=1)
    _revoke(village, "clerk")
    town.clock.pass_by(days=20)
    assert [row.reason for row in village.sync()] == ["revoked_key"]


def test_a_lost_desk_is_ended_with_every_key_on_it(town: Town) -> None:
    village = enrol(town, VILLAGE, "kades")
    enrol(town, VILLAGE, "clerk", village)
    assert revoke_device(town.ground, village.device) == 2
    with pytest.raises(NotKnown):
        revoke_device(town.ground, "64.02.04-nobody")

"""What desks give back to a restored hub: proved, judged again, and written with the rows that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from domain.actions import Action, ActionKind
from domain.scopes import shard_of_office
from domain.verdicts import Code
from domain.workflow import State
from hub.admin import retention
from hub.admin.listing import list_devices, revoke_device, skip_awaited
from hub.errors import NotKnown, Refused
from hub.service.epochs import begin_epoch, branch_points, verdicts_before
from hub.service.leasing_calls import lease_for
from hub.service.own_actions import say
from hub.service.release import decide as decide_waiting
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import (
    devices,
    jobs,
    parked,
    payloads,
    revisions,
)
from sync.errors import EpochChanged, NotAllowed, Unreadable
from sync.protocol import PUSH_MAX
from sync.record import Envelope
from tests.hub.desks import enrol
from tests.hub.drills import Drill, ask, come_back
from tests.hub.scenes import Scene, one_to_sign, to_the_camat, two_desks
from tests.hub.stories import decide, sign, state_of, submit
from tests.hub.town import KECAMATAN, VILLAGE, assignment_document


@pytest.fixture(scope="module")
def scenes(sqlite_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    desks = two_desks(sqlite_models["furnished"], tmp_path_factory.mktemp("pulang"))
    return {"desks": desks, "to_sign": one_to_sign(desks, tmp_path_factory.mktemp("pulang-surat"))}


@pytest.fixture
def drill(request: pytest.FixtureRequest, scenes: dict[str, Scene], tmp_path: Path) -> Iterator[Drill]:
    made = Drill(scenes["to_sign" if request.node.get_closest_marker("slow") else "desks"], tmp_path)
    yield made
    made.town.ground.store.close()


def test_a_desk_of_an_earlier_epoch_is_told_where_both_histories_part(drill: Drill) -> None:
    village = drill.village
    before = dict(village.cursor)
    seen = len(village.verdicts)
    submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    drill.lose()
    with pytest.raises(EpochChanged):
        village.sync()
    branch = ask(village, []).branch
    assert branch is not None
    assert {scope: seq for scope, (seq, _) in branch.cursor.items()} == {scope: before[scope][0] for scope in before}
    assert (branch.verdict_seen, branch.taken) == (seen, 0)
    with drill.town.ground.store.writing() as connection:
        drill.town.clock.pass_by(days=1)
        later = begin_epoch(connection, drill.town.clock.now)
        assert branch_points(connection, later.epoch, ["config"])["config"].seq == 0, "nobody knows of a later one"
        assert branch_points(connection, 1, [village.scope])[village.scope].seq == before[village.scope][0]
        assert verdicts_before(connection, later.epoch, village.device) == 0
    with pytest.raises(Unreadable):
        ask(village, [(Envelope(b"{}", bytes(64), None), Code.OK, "")] * (PUSH_MAX + 1))


def test_what_a_copy_of_a_computer_looked_at_since_the_restore_is_nothing_that_its_twin_has_sent(drill: Drill) -> None:
    drill.lose()
    with drill.town.ground.store.writing() as connection:
        connection.execute(devices.update().values(last_access=7))
    branch = ask(drill.village, []).branch
    assert branch is not None
    assert branch.access_acked == 0


def test_computers_and_keys_that_came_after_the_backup_come_back_with_any_desk(drill: Drill) -> None:
    town = drill.town
    fresh = enrol(town, KECAMATAN, "sekcam")
    stolen = enrol(town, VILLAGE, "clerk")
    revoke_device(town.ground, stolen.device)
    drill.sync()
    before = drill.states()
    drill.lose()
    with pytest.raises(NotAllowed):
        fresh.sync()
    come_back(drill.village)
    come_back(drill.kecamatan)
    after = drill.states()
    assert after["devices"] == before["devices"]
    assert after["keys"] == before["keys"]
    assert after["leases"] >= before["leases"]
    fresh.sync()
    assert drill.levels()["returned"] == "ok"


def test_a_refused_action_stays_refused_and_is_not_judged_again(drill: Drill) -> None:
    village, kecamatan = drill.village, drill.kecamatan
    request = submit(village, "clerk", "dispensasi-nikah").request or ""
    drill.sync()
    decide(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    late = decide(village, "clerk", ActionKind.WITHDRAW, request, reason="batal_menikah")
    kecamatan.sync()
    village.sync()
    ending = [row for row in village.verdicts if row.action == late.hash][-1]
    assert ending.code is Code.CONFLICT
    before = drill.states()
    drill.lose()
    come_back(village, [(village.own[late.id], ending.code, ending.reason)])
    come_back(kecamatan, [(village.own[late.id], Code.CONFLICT, "made up by another desk")])
    assert drill.states()["actions"] >= before["actions"]
    assert drill.states()["requests"] == before["requests"]


def verified_by_somebody_without_a_right(drill: Drill) -> Action:
    """A verification that the hub has lost, whose officer holds no post any more by what the hub knows now."""
    request = submit(drill.village, "clerk", "dispensasi-nikah").request or ""
    drill.sync()
    verified = decide(drill.kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    drill.sync()
    drill.lose()
    drill.town.apply(assignments=[assignment_document("kasi-kesra", last="2025-12-31")])
    return verified


def test_what_the_rules_refuse_now_waits_for_a_person(drill: Drill) -> None:
    verified, town = verified_by_somebody_without_a_right(drill), drill.town
    come_back(drill.village)
    come_back(drill.kecamatan)
    assert drill.rows(parked, "action", "waits_for") == {(verified.id, "authority_unclear")}
    assert decide_waiting(town.ground, verified.id, "accept") == 0, "only a person's refusal ends it"
    town.apply(assignments=[assignment_document("kasi-kesra")])
    assert decide_waiting(town.ground, verified.id, "accept") == 1
    assert verified.hash in {row[3] for row in drill.states()["requests"]}


def test_a_person_may_end_what_the_rules_refuse_now(drill: Drill) -> None:
    verified = verified_by_somebody_without_a_right(drill)
    come_back(drill.kecamatan)
    assert decide_waiting(drill.town.ground, verified.id, "refuse") == 1
    assert (verified.hash, "forbidden", None) in drill.states()["actions"]


def test_whoever_read_what_a_person_ends_is_told_of_it(drill: Drill) -> None:
    verified, village = verified_by_somebody_without_a_right(drill), drill.village
    come_back(village)
    come_back(drill.kecamatan)
    seen = len(village.verdicts)
    decide_waiting(drill.town.ground, verified.id, "refuse")
    drill.sync()
    assert [(row.action, row.code, row.device_seq) for row in village.verdicts[seen:]] == [
        (verified.hash, Code.FORBIDDEN, 0)
    ]


def test_a_decision_whose_request_is_still_missing_waits_until_it_comes(drill: Drill) -> None:
    village, kecamatan = drill.village, drill.kecamatan
    request = submit(village, "clerk", "dispensasi-nikah").request or ""
    drill.sync()
    decide(kecamatan, "kasi-kesra", ActionKind.VERIFY, request)
    drill.sync()
    before = drill.states()
    drill.lose()
    come_back(kecamatan, leave_out=frozenset({ActionKind.SUBMIT}))
    assert drill.rows(parked, "waits_for") == {("waits_for_base",)}
    come_back(village)
    drill.town.work()
    assert drill.states()["requests"] == before["requests"]
    assert drill.rows(parked, "action") == set()


def test_no_number_is_given_while_a_computer_of_the_office_is_awaited(drill: Drill) -> None:
    village, town = drill.village, drill.town
    second = enrol(town, VILLAGE, "kades")
    second.sync()
    drill.sync()
    drill.back_up()
    drill.lose()
    come_back(village)
    assert village.device not in {each["device"] for each in list_devices(town.ground) if each["awaited"]}
    with pytest.raises(Refused):
        lease_for(town.ground, village.sender, (VILLAGE, "sktm", 2026, 3))
    assert drill.levels()["returned"] == "warn"
    with pytest.raises(NotKnown):
        skip_awaited(town.ground, village.device)
    skip_awaited(town.ground, second.device)
    lease_for(town.ground, village.sender, (VILLAGE, "sktm", 2026, 3))


def test_what_was_erased_stays_erased(drill: Drill) -> None:
    village, town = drill.village, drill.town
    filed = [submit(village, "clerk", "dispensasi-nikah") for _ in range(2)]
    drill.sync()
    for each in filed:
        decide(village, "clerk", ActionKind.WITHDRAW, each.request or "", reason="batal_menikah")
    drill.sync()
    drill.back_up()
    with town.ground.store.writing() as connection:
        sitting = Sitting(town.ground, connection, town.ground.catalogue(connection), town.clock.now)
        for each, name in zip(filed, (filed[0].id, filed[1].hash), strict=True):
            key = (shard_of_office(VILLAGE), each.request or "")
            sitting.open([key])
            request = sitting.dockets[key].request
            assert request is not None
            say(sitting, request, ActionKind.ERASED, {"actions": [name], "reason": "retensi", "caused_by": "retensi"})
        write_sitting(sitting)
    drill.sync()
    drill.lose()
    erased = {(each.id,) for each in filed}
    assert erased <= drill.rows(payloads, "action"), "the backup still holds them"
    come_back(village)
    assert not erased & drill.rows(payloads, "action")


def test_a_report_of_erasures_erases_again_before_any_desk_has_come_back(drill: Drill) -> None:
    village, town = drill.village, drill.town
    filed = submit(village, "clerk", "dispensasi-nikah")
    drill.sync()
    decide(village, "clerk", ActionKind.WITHDRAW, filed.request or "", reason="batal_menikah")
    drill.sync()
    drill.back_up()
    report = retention.as_file(retention.erase_due(town.ground, "contoh/KEP-1", date(2080, 1, 1)))
    drill.sync()
    drill.lose()
    assert (filed.id,) in drill.rows(payloads, "action"), "the backup still holds it"
    assert retention.apply_again(town.ground, report) == 1
    assert (filed.id,) not in drill.rows(payloads, "action")
    come_back(village)
    assert state_of(village, filed.request or "").state is State.ERASED
    assert (filed.id,) not in drill.rows(payloads, "action")


def test_bytes_of_strangers_make_no_rows(drill: Drill) -> None:
    village = drill.village
    made = village.make("clerk", ActionKind.SUBMIT, drill.town.ground.world.new_id(), content={}, pack="x@1")
    forged = Envelope(made.action, bytes(64), made.payload)
    drill.lose()
    before = drill.states()
    answer = ask(village, [(forged, Code.OK, ""), (Envelope(b"nothing", bytes(64), None), Code.OK, "")])
    assert answer.branch is not None
    assert answer.branch.taken == 2
    assert drill.states() == before
    revoke_device(drill.town.ground, village.device)
    with pytest.raises(NotAllowed):
        ask(village, [])


@pytest.mark.slow
class TestOfALetter:
    def test_a_thawed_letter_and_its_void_number_come_back_as_they_were(self, drill: Drill) -> None:
        decide(drill.village, "clerk", ActionKind.WITHDRAW, drill.request, reason="batal_menikah")
        drill.sync()
        before = drill.states()
        assert {row[3] for row in before["numbers"]} == {"void"}
        drill.lose()
        come_back(drill.kecamatan)
        come_back(drill.village)
        drill.town.work()
        after = drill.states()
        for name in ("actions", "requests", "numbers", "letters"):
            assert after[name] == before[name], name

    def test_a_letter_prepared_signed_and_revoked_after_the_backup_is_the_same_again(self, drill: Drill) -> None:
        decide(drill.kecamatan, "camat", ActionKind.RETURN, drill.request, to="kasi_kesra", reason="periksa_lagi")
        drill.sync()
        drill.back_up()
        to_the_camat(drill.kecamatan, drill.request)
        sign(drill.kecamatan, "camat", drill.request)
        drill.sync()
        decide(drill.kecamatan, "camat", ActionKind.REVOKE, drill.request, reason="lihat_catatan")
        drill.sync()
        before, files = drill.states(), drill.rows(revisions, "letter", "revision", "sha256")
        drill.lose()
        come_back(drill.village)
        come_back(drill.kecamatan)
        after = drill.states()
        for name in ("actions", "requests", "numbers", "letters"):
            assert after[name] == before[name], name
        assert {row for row in files if row[1] == "signed"} <= drill.rows(revisions, "letter", "revision", "sha256")

    def test_what_the_hub_had_said_and_nobody_holds_is_said_again(self, drill: Drill) -> None:
        decide(drill.village, "clerk", ActionKind.WITHDRAW, drill.request, reason="batal_menikah")
        drill.sync()
        before = drill.states()
        drill.lose()
        own = frozenset({ActionKind.LETTER_THAWED, ActionKind.NUMBER_VOIDED})
        come_back(drill.village, leave_out=own)
        assert drill.town.work() == 0 or drill.states()["letters"] != before["letters"], "the kecamatan is awaited"
        come_back(drill.kecamatan, leave_out=own)
        drill.town.work()
        after = drill.states()
        assert after["numbers"] == before["numbers"]
        assert after["letters"] == before["letters"]
        assert drill.rows(jobs, "kind", "state") >= {("resume", "done")}

    def test_a_letter_given_back_before_what_it_rests_on_waits_and_is_prepared_again_then(self, drill: Drill) -> None:
        request = submit(drill.village, "clerk", "dispensasi-nikah").request or ""
        drill.sync()
        to_the_camat(drill.kecamatan, request)
        drill.sync()
        before, files = drill.states(), drill.rows(revisions, "letter", "revision", "sha256")
        branch_was = drill.kecamatan.entries[drill.kecamatan.scope]
        frozen = [each for each in branch_was if (each.kind, each.request) == (ActionKind.LETTER_FROZEN, request)]
        drill.lose()
        ask(drill.kecamatan, [(drill.kecamatan.own[each.id], Code.OK, "") for each in frozen])
        assert drill.rows(parked, "waits_for") == {("waits_for_base",)}
        come_back(drill.village)
        come_back(drill.kecamatan)
        drill.town.work()
        after = drill.states()
        for name in ("actions", "requests", "numbers", "letters"):
            assert after[name] == before[name], name
        assert drill.rows(revisions, "letter", "revision", "sha256") == files

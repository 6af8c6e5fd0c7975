from datetime import timedelta

import pytest

from domain.verdicts import Code
from sync.attachments import Wanted
from sync.encoding import b64u
from sync.engine import Policy
from sync.errors import BytesAlarm, ForeignAnswer, HubBusy, NotAllowed, Unreachable
from sync.hub_port import Config, LetterKey
from sync.protocol import ANSWER_BYTES, ANSWER_MOST, BlobKey, SyncRequest
from sync.record import hash_of
from sync.steps import Download
from tests.sync.desks import Desk, new_desk, new_engine, village_and_kecamatan
from tests.sync.fakes import NOON, VILLAGE, Officer
from tests.sync.honest_hub import HonestHub


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk")


def test_what_is_recorded_is_sent_judged_and_acknowledged(desk: Desk, hub: HonestHub) -> None:
    sent = [desk.log.record(desk.officer.submit()) for _ in range(3)]
    desk.settle()
    assert [own for _, own in hub.scopes[VILLAGE]] == [each.hash for each in sent]
    assert [row.code for row in desk.log.verdicts] == [Code.OK] * 3
    assert desk.log.state().acked == 3
    assert (desk.engine.totals.sent, desk.engine.totals.accepted, desk.engine.totals.received) == (3, 3, 0)


def test_its_own_actions_come_back_as_ids_and_fill_its_log(desk: Desk, hub: HonestHub) -> None:
    desk.log.record(desk.officer.submit())
    desk.settle()
    assert desk.log.entries[VILLAGE] == [(1, desk.log.queue[0].hash)]
    assert desk.log.state().cursor[VILLAGE][1] == hub.anchor(VILLAGE, 1)


def test_a_colleague_reads_what_was_sent(hub: HonestHub) -> None:
    village, kecamatan = village_and_kecamatan(hub)
    sent = [village.log.record(village.officer.submit()) for _ in range(12)]
    village.settle()
    kecamatan.settle()
    assert [own for _, own in kecamatan.log.entries["k:64.02.01"]] == [each.hash for each in sent]
    assert kecamatan.engine.totals.received == 12


def test_a_refused_action_is_not_retried(desk: Desk, hub: HonestHub) -> None:
    desk.log.record(desk.officer.submit(wish="conflict"))
    desk.settle()
    desk.settle()
    assert [row.code for row in desk.log.verdicts] == [Code.CONFLICT]
    assert sum(len(request.push) for request in hub.asked) == 1
    assert desk.engine.totals.refused == 1


def test_a_parked_action_gets_its_verdict_when_its_bytes_are_there(desk: Desk) -> None:
    blob = desk.shelf.put(b"scan" * 900)
    desk.log.record(desk.officer.submit(blobs=(blob,), wish="park"))
    desk.settle()
    assert [row.code for row in desk.log.verdicts] == [Code.PARKED, Code.OK]
    assert (desk.engine.totals.parked, desk.engine.totals.accepted, desk.engine.totals.blobs_sent) == (0, 1, 1)


def test_a_desk_asks_with_what_it_has_in_one_round_trip(desk: Desk, hub: HonestHub) -> None:
    desk.settle()
    hub.asked.clear()
    desk.log.record(desk.officer.submit())
    desk.settle()
    assert len(hub.asked) == 1


def test_an_action_recorded_during_a_round_goes_with_it(desk: Desk) -> None:
    assert desk.step()
    desk.log.record(desk.officer.submit())
    desk.settle()
    assert desk.log.state().acked == 1


def test_the_access_log_goes_along_until_it_is_acknowledged(desk: Desk, hub: HonestHub) -> None:
    for _ in range(450):
        desk.log.note("contoh")
    desk.settle()
    assert [b64u(link) for _, link in hub.devices["desk-clerk"].access] == [entry.link for entry in desk.log.access]
    assert desk.log.state().access_acked == 450


def test_a_new_configuration_is_fetched_when_the_hub_tells_of_it(desk: Desk, hub: HonestHub) -> None:
    desk.settle()
    hub.config = Config("c2", {"version": "c2", "keys": []})
    desk.settle()
    assert desk.log.config == hub.config
    assert desk.log.state().config_version == "c2"


def test_an_entry_of_an_unknown_officer_waits_for_the_configuration_that_certifies_him(
    desk: Desk, hub: HonestHub
) -> None:
    desk.settle()
    newcomer = Officer("newcomer")
    hub.put(newcomer.submit(), VILLAGE)
    hub.config = Config("c2", {"version": "c2", "keys": [newcomer.key.public.hex()]})
    desk.settle()
    assert len(desk.log.entries[VILLAGE]) == 1


def test_an_entry_of_an_officer_whom_no_configuration_knows_is_shown_and_not_applied(
    desk: Desk, hub: HonestHub
) -> None:
    hub.put(Officer("nobody").submit(), VILLAGE)
    desk.settle()
    assert desk.log.entries[VILLAGE] == []
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "false_entry"


def test_nothing_may_be_deleted_yet(desk: Desk) -> None:
    desk.log.record(desk.officer.submit())
    desk.settle()
    assert set(desk.log.durable.values()) == {0}


def test_a_quiet_desk_asks_again_after_its_pause(desk: Desk) -> None:
    desk.settle()
    due = desk.engine.due
    assert due == NOON + timedelta(minutes=5)
    desk.engine.on_timer(due - timedelta(seconds=1))
    assert desk.engine.next_request(NOON) is None
    desk.engine.on_timer(due)
    assert isinstance(desk.engine.next_request(due), SyncRequest)
    desk.engine.on_timer(due)


def test_trouble_waits_and_a_person_need_not(desk: Desk) -> None:
    desk.engine.next_request(NOON)
    desk.engine.on_trouble(Unreachable(), NOON)
    assert desk.engine.next_request(NOON) is None
    assert desk.engine.due == NOON + timedelta(seconds=1)
    desk.settle()
    assert desk.engine.trouble is None


def test_a_late_trouble_or_answer_changes_nothing(desk: Desk, hub: HonestHub) -> None:
    step = desk.engine.next_request(NOON)
    assert isinstance(step, SyncRequest)
    answer = hub.exchange(step)
    desk.engine.on_answer(None, NOON)
    desk.engine.on_answer(Config("c9", {}), NOON)
    assert desk.log.state().config_version == ""
    desk.engine.on_answer(answer, NOON)
    before = desk.log.state()
    desk.engine.on_answer(answer, NOON)
    assert desk.log.state() == before
    desk.settle()
    desk.engine.on_trouble(Unreachable(), NOON)
    assert desk.engine.trouble is None
    desk.engine.on_answer(answer, NOON)


def test_a_batch_that_fails_three_times_is_halved(hub: HonestHub) -> None:
    log = new_desk(hub, "clerk").log
    for _ in range(8):
        log.record(Officer("clerk").submit())
    engine = new_engine(log, Policy(push_max=8))
    lengths = []
    for _ in range(7):
        engine.wake()
        step = engine.next_request(NOON)
        assert isinstance(step, SyncRequest)
        lengths.append(len(step.push))
        engine._backoff.failures = len(lengths) - 1
        engine.on_trouble(HubBusy(), NOON)
    assert lengths == [8, 8, 8, 4, 4, 4, 2]


def test_a_batch_that_was_cut_is_halved_at_once_and_grows_again(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    for _ in range(8):
        desk.log.record(desk.officer.submit())
    desk.engine = new_engine(desk.log, Policy(push_max=8, push_first=6))
    desk.engine.next_request(NOON)
    desk.engine.on_trouble(Unreachable(), NOON)
    assert desk.engine.batch.size == 3
    desk.settle()
    assert [len(request.push) for request in hub.asked if request.push] == [3, 5]


def test_a_batch_that_took_too_long_is_followed_by_a_smaller_one(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    for _ in range(8):
        desk.log.record(desk.officer.submit())
    desk.engine = new_engine(desk.log, Policy(push_first=4))
    step = desk.engine.next_request(NOON)
    assert isinstance(step, SyncRequest)
    desk.engine.on_answer(desk.hub.exchange(step), NOON + timedelta(seconds=30))
    assert desk.engine.batch.size == 2


def test_full_answers_that_come_soon_are_asked_to_hold_more(hub: HonestHub) -> None:
    village, kecamatan = village_and_kecamatan(hub)
    for _ in range(12):
        village.log.record(village.officer.submit())
    village.settle()
    hub.asked.clear()
    kecamatan.settle()
    assert [request.want_bytes for request in hub.asked[:3]] == [ANSWER_BYTES, 2 * ANSWER_BYTES, ANSWER_MOST]
    kecamatan.engine.wake()
    step = kecamatan.engine.next_request(NOON)
    assert isinstance(step, SyncRequest)
    assert step.want_bytes == ANSWER_BYTES


def test_behind_a_captive_portal_nothing_is_pushed_until_the_hub_answers(desk: Desk, hub: HonestHub) -> None:
    desk.log.record(desk.officer.submit())
    desk.engine.next_request(NOON)
    desk.engine.on_trouble(ForeignAnswer(), NOON)
    desk.settle()
    assert [len(request.push) for request in hub.asked] == [0, 1]
    assert desk.log.state().acked == 1


def test_a_changed_attachment_raises_an_alarm_and_blocks_nobody(desk: Desk, hub: HonestHub) -> None:
    bad, good = desk.shelf.put(b"bad" * 100), desk.shelf.put(b"good" * 100)
    desk.shelf.whole[bad.sha256] = b"tampered"
    desk.log.record(desk.officer.submit(blobs=(bad, good)))
    desk.settle()
    assert set(hub.blobs) == {good.sha256}
    assert [type(alarm) for alarm in desk.engine.alarms] == [BytesAlarm]
    assert desk.shelf.whole[bad.sha256] == b"tampered"
    assert desk.engine.trouble is None


def letter(desk: Desk, hub: HonestHub, content: bytes, revision: str) -> LetterKey:
    key = LetterKey("r", f"letter-{len(content)}")
    hub.letters[key] = (content, revision)
    desk.log.want.append(Wanted(key, hash_of(content), len(content), "signed"))
    return key


def test_letters_and_attachments_come_down(desk: Desk, hub: HonestHub) -> None:
    letter(desk, hub, b"%PDF signed" * 300, "signed")
    hub.blobs[hash_of(b"scan")] = b"scan"
    desk.log.want.append(Wanted(BlobKey("64.02.01", "r", hash_of(b"scan")), hash_of(b"scan"), 4))
    desk.settle()
    assert desk.engine.totals.blobs_received == 2
    assert desk.shelf.whole[hash_of(b"scan")] == b"scan"
    assert "signed" in desk.shelf.revisions.values()


def test_a_letter_that_is_newer_than_the_log_is_left_for_the_next_round(desk: Desk, hub: HonestHub) -> None:
    letter(desk, hub, b"%PDF" * 300, "prepared")
    desk.log.want.append(Wanted(BlobKey("64.02.01", "r", hash_of(b"not mine")), hash_of(b"not mine"), 8))
    desk.settle()
    assert [type(alarm) for alarm in desk.engine.alarms] == [NotAllowed]
    assert desk.engine.trouble is None


def test_a_cut_download_is_trouble_and_not_an_alarm(desk: Desk, hub: HonestHub) -> None:
    letter(desk, hub, b"%PDF" * 300, "signed")
    step = desk.engine.next_request(NOON)
    while not isinstance(step, Download):
        desk.step()
        step = desk.engine.next_request(NOON)
    desk.engine.on_trouble(Unreachable(), NOON)
    assert isinstance(desk.engine.trouble, Unreachable)
    assert desk.engine.alarms == []


def test_totals_since_a_copy_count_what_came_after(desk: Desk) -> None:
    before = desk.engine.totals.copy()
    desk.log.record(desk.officer.submit())
    desk.settle()
    assert desk.engine.totals.since(before)["sent"] == 1

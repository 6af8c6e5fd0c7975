"""Requests and answers that travel as files: in any order, twice, and beside the line, each counts once."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from domain.actions import Blob
from sync import carrying
from sync.attachments import Wanted, download, upload
from sync.carrying import CarriedBytes
from sync.desk_log import Queued
from sync.errors import (
    DeviceFork,
    EpochChanged,
    FalseEntry,
    Gap,
    HistoryRewritten,
    Refused,
    SyncError,
    TooNew,
    TooOld,
)
from sync.hub_port import LetterKey
from sync.parcel_errors import EarlierPart
from sync.protocol import BlobKey, ErrorBody, Position, SyncAnswer, SyncRequest
from sync.record import hash_of
from tests.sync.desks import Desk, new_desk, village_and_kecamatan
from tests.sync.fakes import NOON, VILLAGE, Officer
from tests.sync.honest_hub import HonestHub
from tests.sync.later import of_a_later_kind, put_later, updated


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub(per_answer=3)


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk")


def out(desk: Desk) -> list[SyncRequest]:
    return [*carrying.requests(desk.log, NOON), carrying.question(desk.log, NOON, (), ()).ask]


def answers(hub: HonestHub, requests: list[SyncRequest]) -> list[SyncAnswer]:
    """What the hub writes down: it takes all in, then tells from where the desk stood."""
    for request in requests:
        hub.exchange(replace(request, cursor={}, verdict_seen=10**9))
    ask, found = requests[-1], list[SyncAnswer]()
    while True:
        answer = hub.exchange(ask)
        found.append(answer)
        ask = replace(ask, cursor=answer.cursor, verdict_seen=ask.verdict_seen + len(answer.verdicts), epoch=1)
        if not answer.more:
            return found


def take(desk: Desk, found: list[SyncAnswer], life: str = "") -> list[bool]:
    return [carrying.take(desk.log, each, life or desk.log.state().incarnation) is not None for each in found]


def recorded(desk: Desk, count: int) -> None:
    for _ in range(count):
        desk.log.record(desk.officer.submit())


def settled(desk: Desk) -> tuple[int, int, int]:
    state = desk.log.state()
    return state.acked, len(desk.log.verdicts), len(desk.log.entries[VILLAGE])


def test_what_was_recorded_is_answered_by_parcel_alone(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 7)
    desk.log.note("look")
    found = answers(hub, out(desk))
    assert len(found) == 3
    assert take(desk, found) == [True, True, True]
    assert settled(desk) == (7, 7, 7)
    assert desk.log.state().access_acked == 1
    assert not list(carrying.requests(desk.log, NOON))


def test_the_same_parcels_again_change_nothing(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 4)
    requests = out(desk)
    found = answers(hub, requests)
    take(desk, found)
    again = answers(hub, requests)
    assert take(desk, again)[0] is False
    assert settled(desk) == (4, 4, 4)
    assert len(hub.actions) == 4


def test_an_outbox_that_was_lost_is_in_the_next_one(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 2)
    out(desk)
    recorded(desk, 1)
    take(desk, answers(hub, out(desk)))
    assert settled(desk) == (3, 3, 3)


def test_outboxes_in_the_wrong_order_count_once(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 2)
    first = out(desk)
    recorded(desk, 2)
    later = answers(hub, out(desk))
    earlier = answers(hub, first)
    take(desk, later)
    take(desk, earlier)
    assert settled(desk) == (4, 4, 4)


def test_the_line_may_be_used_between_the_parcels(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 2)
    found = answers(hub, out(desk))
    recorded(desk, 5)
    desk.settle()
    assert settled(desk) == (7, 7, 7)
    assert take(desk, found) == [False]
    recorded(desk, 1)
    take(desk, answers(hub, out(desk)))
    assert settled(desk) == (8, 8, 8)


def test_an_answer_that_the_line_has_half_overtaken_brings_the_rest(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 2)
    requests = out(desk)
    desk.settle()
    other = new_desk(hub, "kasi", officers=("clerk",))
    desk.log.keys |= other.log.keys
    recorded(other, 2)
    other.settle()
    assert take(desk, answers(hub, requests)) == [True, True]
    assert settled(desk) == (2, 2, 4)


def test_what_was_recorded_after_the_outbox_still_waits(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 1)
    requests = out(desk)
    blob = Blob(hash_of(b"scan"), 4, "application/pdf", "kk")
    late = desk.log.record(desk.officer.submit(blobs=(blob,)))
    (answer,) = answers(hub, requests)
    taken = carrying.take(desk.log, answer, desk.log.state().incarnation)
    assert taken is not None
    assert [key.sha256 for key in taken.missing] == [blob.sha256], "its attachment is not taken for stored"
    assert taken.carried
    assert [each.envelope for each in carrying.unanswered(desk.log, taken.ack_through)] == [late]


def test_a_later_part_waits_for_the_earlier_one(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 4)
    first, second = answers(hub, out(desk))
    with pytest.raises(EarlierPart):
        take(desk, [second])
    assert settled(desk) == (0, 0, 0)
    only_verdicts = replace(second, actions=[], cursor=dict.fromkeys(second.cursor, Position(0, first.nonce)))
    with pytest.raises(EarlierPart):
        take(desk, [only_verdicts])
    with pytest.raises(EarlierPart):
        take(desk, [replace(second, actions=[], verdicts=[])])
    assert take(desk, [first, second]) == [True, True]


def test_a_kind_of_a_later_program_stays_at_the_hub_and_the_rest_of_the_parcel_is_taken(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk", officers=("colleague",))
    hub.put(Officer("colleague").submit(), VILLAGE)
    put_later(hub, of_a_later_kind(Officer("colleague")), VILLAGE)
    recorded(desk, 5)
    found, left = answers(hub, out(desk)), set[str]()
    assert len(found) > 1
    for each in found:
        carrying.take(desk.log, each, desk.log.state().incarnation, left)
    assert (settled(desk), left) == ((5, 5, 1), {VILLAGE})
    with updated():
        take(desk, answers(hub, out(desk)))
    assert settled(desk) == (5, 5, 7)


def test_an_own_action_of_a_later_kind_names_no_attachment_and_stops_no_outbox() -> None:
    later = of_a_later_kind(Officer("clerk"))
    assert list(carrying.named_in([Queued(1, later)])) == []


def test_a_desk_that_lives_a_second_time_takes_verdicts_and_keeps_its_queue(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 2)
    before = desk.log.state().incarnation
    found = answers(hub, out(desk))
    desk.log.renumber("life-2")
    recorded(desk, 1)
    assert take(desk, found, before) == [True]
    assert settled(desk) == (0, 2, 2)
    take(desk, answers(hub, out(desk)))
    assert len(hub.actions) == 3


def test_an_answer_of_another_epoch_is_not_taken(hub: HonestHub, desk: Desk) -> None:
    take(desk, answers(hub, out(desk)))
    with pytest.raises(EpochChanged):
        take(desk, [replace(answers(hub, out(desk))[0], epoch=2)])


def test_a_history_that_differs_is_found_in_a_parcel_too(hub: HonestHub, desk: Desk) -> None:
    recorded(desk, 1)
    (answer,) = answers(hub, out(desk))
    other = {scope: Position(said.seq, "A" * 43) for scope, said in answer.cursor.items()}
    with pytest.raises(HistoryRewritten):
        take(desk, [replace(answer, cursor=other)])


def test_an_author_whom_no_configuration_knows_is_refused(hub: HonestHub) -> None:
    village, kecamatan = village_and_kecamatan(hub)
    kecamatan.log.record(Officer("kasi").submit())
    kecamatan.settle()
    village.log.keys.pop(Officer("kasi").key.key_id)
    with pytest.raises(FalseEntry):
        take(village, answers(hub, out(village)))


def test_the_question_says_what_the_desk_has_and_wants(desk: Desk) -> None:
    letter, blob = LetterKey("r", "l"), BlobKey("64.02.01", "r", "s" * 43)
    desk.log.want = [Wanted(letter, "h", 1, "signed"), Wanted(blob, "s" * 43, 1)]
    lease = carrying.Lease("sktm", 2026, 50)
    asked = carrying.question(desk.log, NOON, ("contoh@1",), (lease,))
    assert (asked.packs, asked.leases, asked.config_version) == (("contoh@1",), (lease,), "")
    assert [carrying.key_of(name) for name in asked.wants] == [letter, blob]
    assert (asked.ask.push, asked.ask.access, asked.ask.whole) == ([], [], True)
    assert carrying.key_of(("song", "x")) is None
    assert carrying.find_wanted(desk.log, carrying.name_of(letter)) == desk.log.want[0]
    assert carrying.find_wanted(desk.log, ("letter", "other", "l")) is None


@pytest.mark.parametrize(
    ("own", "carried", "newer"), [("3", "4", True), ("4", "4", False), ("5", "4", False), ("", "4", True)]
)
def test_only_a_newer_configuration_is_kept(desk: Desk, own: str, carried: str, newer: bool) -> None:
    desk.log._state = replaced(desk.log.state(), config_version=own)
    assert carrying.is_newer(desk.log, carried) is newer


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("too_old", TooOld),
        ("too_new", TooNew),
        ("device_fork", DeviceFork),
        ("gap", Gap),
        ("epoch_changed", EpochChanged),
        ("history_differs", HistoryRewritten),
        ("something_new", Refused),
    ],
)
def test_the_hubs_refusal_is_the_error_of_the_line(word: str, kind: type[SyncError]) -> None:
    found = carrying.refusal(ErrorBody(word, "Tidak diterima.", ack_through=3, epoch=2))
    assert type(found) is kind


def test_bytes_out_of_a_parcel_are_checked_like_those_of_the_line(hub: HonestHub, desk: Desk) -> None:
    content = b"%PDF- contoh"
    blob = desk.shelf.put(content)
    envelope = desk.log.record(desk.officer.submit(blobs=(blob,)))
    answers(hub, out(desk))
    (key,) = carrying.named_in(carrying.unanswered(desk.log, 0))
    assert envelope.hash in hub.actions
    assert upload(desk.hub, CarriedBytes(content), key, 5) == len(content)
    assert hub.blobs[blob.sha256] == content
    desk.shelf.whole.clear()
    letter = Wanted(LetterKey(key.request, "l"), blob.sha256, len(content), "signed")
    for wanted, carried in (
        (Wanted(key, blob.sha256, 0), CarriedBytes(content)),
        (letter, CarriedBytes(content, "signed")),
    ):
        download(carried, desk.shelf, wanted)
        assert desk.shelf.whole.pop(blob.sha256) == content


def test_an_older_place_in_the_access_log_is_not_taken_for_another_log(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk", officers=("kasi",))
    desk.log.note("one")
    requests = out(desk)
    recorded(new := new_desk(hub, "kasi"), 1)
    new.settle()
    found = answers(hub, requests)
    desk.log.note("two")
    for request in carrying.requests(desk.log, NOON):
        hub.exchange(replace(request, cursor={}, verdict_seen=10**9))
    desk.log._state = replaced(desk.log.state(), access_acked=2)
    before = list(desk.log.access)
    assert take(desk, found) == [True]
    assert desk.log.access == before
    assert (desk.log.state().access_acked, len(desk.log.entries[VILLAGE])) == (2, 1)

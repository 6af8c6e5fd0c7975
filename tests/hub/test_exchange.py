"""Exactly once, and nothing for strangers: one request of a desk against the store, on both databases."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select

from domain.actions import ActionKind
from domain.verdicts import Code
from hub.admin.dead import list_dead
from hub.service.exchange import device_of, exchange
from hub.store.growing import actions, dead_letters, entries, envelopes, requests
from sync.anchors import GENESIS, next_link
from sync.encoding import b64u
from sync.errors import DeviceFork, EpochChanged, Gap, HistoryRewritten, NotAllowed, TooNew, TooOld, Unreadable
from sync.keys import SigningKey
from sync.protocol import AccessEntry, Position, Pushed, WireEnvelope, to_wire
from tests.hub.desks import Desk, enrol
from tests.hub.stories import submit
from tests.hub.town import KECAMATAN, OTHER_VILLAGE, VILLAGE, Town

USAHA = "surat-keterangan-usaha"


@pytest.fixture
def village(town: Town) -> Desk:
    return enrol(town, VILLAGE, "clerk")


def _count(desk: Desk, table: object) -> int:
    with desk.town.ground.store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)  # type: ignore[arg-type]


def _ask(desk: Desk, **changes: object) -> object:
    return exchange(desk.town.ground, desk.known_as, desk.request(**changes))


def test_the_same_request_twice_is_counted_once_and_answered_alike(village: Desk) -> None:
    submit(village, "clerk", USAHA)
    request = village.request()
    first = exchange(village.town.ground, village.known_as, request)
    second = exchange(village.town.ground, village.known_as, request)
    assert (first.ack_through, first.verdicts, first.actions) == (second.ack_through, second.verdicts, second.actions)
    assert _count(village, envelopes) == 1


def test_the_same_action_under_a_new_life_gets_its_stored_verdict(village: Desk) -> None:
    filed = submit(village, "clerk", USAHA)
    village.sync()
    village.incarnation, village.acked, village.queue = "hidup-2", 0, [village.own[filed.id]]
    again = village.sync()
    assert [(row.action, row.code) for row in again] == [(filed.hash, Code.OK)]
    assert (again[0].device_seq, again[0].seq) == (1, village.verdicts[0].seq)


def test_verdicts_of_a_former_life_name_no_place_in_the_queue(village: Desk) -> None:
    submit(village, "clerk", USAHA)
    village.sync()
    village.incarnation, village.acked, village.verdicts = "hidup-2", 0, []
    assert [row.device_seq for row in village.sync()] == [0]


def test_the_same_action_twice_in_one_batch_gets_two_verdicts(village: Desk) -> None:
    filed = submit(village, "clerk", USAHA)
    village.queue = [village.queue[0], village.queue[0]]
    assert [(row.device_seq, row.action) for row in village.sync()] == [(1, filed.hash), (2, filed.hash)]


def test_another_action_in_a_place_that_was_used_is_a_cloned_disk(village: Desk) -> None:
    submit(village, "clerk", USAHA)
    village.sync()
    submit(village, "clerk", USAHA)
    with pytest.raises(DeviceFork):
        _ask(village, push=[Pushed(1, to_wire(village.queue[0]))])


def test_a_gap_in_the_queue_takes_nothing(village: Desk) -> None:
    submit(village, "clerk", USAHA)
    with pytest.raises(Gap) as found:
        _ask(village, push=[Pushed(5, to_wire(village.queue[0]))])
    assert found.value.ack_through == 0
    assert _count(village, envelopes) == 0


def test_an_id_that_another_action_has_goes_to_the_dead_letters(village: Desk) -> None:
    filed = submit(village, "clerk", USAHA)
    village.sync()
    twin = village.make("clerk", ActionKind.WITHDRAW, filed.request, id=filed.id, body={"reason": "batal"})
    village.own[filed.id] = village.own[filed.id]
    village.queue = [twin]
    told = exchange(village.town.ground, village.known_as, village.request()).verdicts
    assert [(row.code, row.reason) for row in told] == [(Code.INVALID, "duplicate_id")]
    assert _count(village, dead_letters) == 1


def test_bytes_that_are_no_action_never_block_the_others(village: Desk) -> None:
    filed = submit(village, "clerk", USAHA)
    junk = WireEnvelope(msgspec.Raw(b'{"v":1}'), "not a signature", None)
    later = msgspec.Raw(village.queue[0].action.replace(b'"kind":"submit"', b'"kind":"teleport"'))
    push = [
        Pushed(1, junk),
        Pushed(2, WireEnvelope(later, "", None)),
        Pushed(3, to_wire(village.queue[0])),
    ]
    answer = exchange(village.town.ground, village.known_as, village.request(push=push))
    assert [row.reason for row in answer.verdicts] == ["unreadable", "later_kind", ""]
    assert [row.code for row in answer.verdicts] == [Code.INVALID, Code.INVALID, Code.OK]
    assert answer.ack_through == 3
    assert answer.verdicts[2].action == filed.hash
    assert {each.about: bool(each.todo) for each in list_dead(village.town.ground)} == {
        "unreadable": True,
        "later_kind": True,
    }


def test_what_no_honest_desk_asks_is_refused_whole(village: Desk) -> None:
    nowhere = b64u(GENESIS)
    asked: list[tuple[dict[str, object], type[Exception]]] = [
        ({"proto": 99}, TooNew),
        ({"proto": 0}, TooOld),
        ({"epoch": 7}, EpochChanged),
        ({"device_id": "64.02.04-other"}, NotAllowed),
        ({"incarnation": ""}, Unreadable),
        ({"cursor": {"v:64.02.04.2006": Position(0, nowhere)}}, NotAllowed),
        ({"cursor": {"config": Position(1, nowhere)}}, HistoryRewritten),
        ({"cursor": {"config": Position(9999, nowhere)}}, HistoryRewritten),
    ]
    for change, error in asked:
        with pytest.raises(error):
            _ask(village, **change)


def test_a_desk_that_was_revoked_or_never_was_may_not_exchange(village: Desk) -> None:
    from hub.admin.listing import revoke_device  # noqa: PLC0415 - one use

    assert revoke_device(village.town.ground, village.device) == 1
    with pytest.raises(NotAllowed):
        village.sync()
    for name in ("64.02.04-nobody", "nobody"):
        with pytest.raises(NotAllowed):
            exchange(village.town.ground, device_of(name), village.request(device_id=name))


def test_a_village_reads_neither_its_neighbour_nor_more_than_its_requests(town: Town, village: Desk) -> None:
    neighbour = enrol(town, OTHER_VILLAGE, "clerk-b")
    filed = submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    neighbour.sync()
    assert neighbour.kinds(filed.request or "") == []
    kecamatan = enrol(town, KECAMATAN, "camat")
    kecamatan.sync()
    assert kecamatan.kinds(filed.request or "") == ["submit"]
    alone = submit(village, "clerk", USAHA)
    village.sync()
    kecamatan.sync()
    assert kecamatan.kinds(alone.request or "") == []


def test_a_neighbour_cannot_act_on_a_request_that_it_guesses(town: Town, village: Desk) -> None:
    neighbour = enrol(town, OTHER_VILLAGE, "clerk-b")
    filed = submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    body = {"reason": "iseng"}
    stolen = neighbour.make("clerk-b", ActionKind.WITHDRAW, filed.request, base=filed.hash, body=body, pack=filed.pack)
    neighbour.queue = [stolen]
    assert [(row.code, row.reason) for row in neighbour.sync()] == [(Code.FORBIDDEN, "other_office")]


def test_an_unknown_author_leaves_no_row_to_lock(village: Desk) -> None:
    village.keys["clerk"] = SigningKey.generate(os.urandom)
    submit(village, "clerk", USAHA)
    assert [(row.code, row.reason) for row in village.sync()] == [(Code.FORBIDDEN, "unknown_key")]
    assert _count(village, requests) == 0


def test_every_refusal_from_the_bytes_alone_is_stored_with_its_reason(village: Desk) -> None:
    made = submit(village, "clerk", USAHA)
    honest = village.queue.pop()
    answers: dict[str, Any] = {"content": {"answers": {}, "files": {}}, "pack": made.pack}
    body = {"service": USAHA, "office": VILLAGE}
    new_id = village.town.ground.world.new_id
    wrong = {
        "other_hub": village.make("clerk", ActionKind.SUBMIT, new_id(), hub_id="other", body=body, **answers),
        "kind_of_other_author": village.make("clerk", ActionKind.ERASED, new_id(), base=made.hash, body={}),
        "body_does_not_fit": village.make("clerk", ActionKind.SUBMIT, new_id(), body={}, **answers),
        "bad_payload": replace(honest, payload=b"x" * 40),
        "bad_author_signature": replace(
            village.make("clerk", ActionKind.SUBMIT, new_id(), body=body), signature=bytes(64)
        ),
        "wrong_answers": village.make("clerk", ActionKind.SUBMIT, new_id(), body=body, **answers),
        "unknown_pack": village.make("clerk", ActionKind.SUBMIT, new_id(), body=body, content={}, pack=f"{USAHA}@77"),
    }
    village.queue = list(wrong.values())
    assert [row.reason for row in village.sync()] == list(wrong)
    assert _count(village, entries) == sum(len(each) for each in village.entries.values())
    with village.town.ground.store.reading() as connection:
        stored = set(connection.execute(select(actions.c.reason).where(actions.c.code != "ok")).scalars())
    assert stored == set(wrong)


def test_the_hub_cannot_be_spoken_for(village: Desk) -> None:
    village.keys[village.town.hub_id] = village.keys["clerk"]
    body = {"letter": "surat", "reason": "iseng", "caused_by": "iseng"}
    village.act(
        village.town.hub_id, ActionKind.LETTER_THAWED, village.town.ground.world.new_id(), base="A" * 43, body=body
    )
    assert [row.reason for row in village.sync()] == ["kind_of_other_author"]


def test_the_access_log_is_taken_in_as_a_chain_without_a_gap(village: Desk) -> None:
    first, second = b'{"read":"pemohon"}', b'{"read":"kk"}'
    link = next_link(GENESIS, first)
    one = AccessEntry(1, msgspec.Raw(first), b64u(link))
    two = AccessEntry(2, msgspec.Raw(second), b64u(next_link(link, second)))
    false = AccessEntry(2, msgspec.Raw(second), b64u(GENESIS))
    assert _ask(village, access=[one, false]).access_ack == 1  # type: ignore[attr-defined]
    assert _ask(village, access=[one, two]).access_ack == 2  # type: ignore[attr-defined]
    answer: Any = _ask(village, access=[AccessEntry(9, msgspec.Raw(first), b64u(link))])
    assert (answer.access_ack, answer.access_link) == (2, two.link)


def test_an_answer_is_as_long_as_the_desk_wants_and_says_that_there_is_more(village: Desk) -> None:
    for _ in range(3):
        submit(village, "clerk", USAHA)
    village.sync()
    cursor = {scope: Position(0, b64u(GENESIS)) for scope in (village.scope, "config")}
    answer = exchange(village.town.ground, village.known_as, village.request(cursor=cursor, want_bytes=1, whole=True))
    assert answer.more
    assert len(answer.actions) == 1
    village.cursor, village.entries = {}, {}
    village.sync()
    assert len(village.entries[village.scope]) == 5


def test_after_a_restore_of_the_desk_its_own_actions_come_whole(village: Desk) -> None:
    filed = submit(village, "clerk", USAHA)
    village.sync()
    cursor = {village.scope: Position(0, b64u(GENESIS))}
    answer = exchange(village.town.ground, village.known_as, village.request(cursor=cursor, whole=True))
    whole = [row.what for row in answer.actions if not isinstance(row.what, str)]
    assert filed.id.encode() in b"".join(bytes(each.action) for each in whole)

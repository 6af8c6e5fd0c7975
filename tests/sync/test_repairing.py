"""A desk whose copy of the log is damaged finds where, fetches only that, and sends again what the hub lacks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from sync import repairing
from sync.anchors import GENESIS
from sync.encoding import b64u
from sync.protocol import SyncAnswer, SyncRequest
from sync.ranges import RangeAnswer
from sync.repairing import spread
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import CONFIG, VILLAGE
from tests.sync.honest_hub import DeviceView, HonestHub

JUNK = "A" * 43
WHERE = [0, 3, 7, 8, 9, 39]


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> HonestHub:
    monkeypatch.setattr(repairing, "LEAF", 2)
    monkeypatch.setattr(repairing, "RUN", 4)
    monkeypatch.setattr(repairing, "PLACES_MAX", 8)
    return HonestHub(per_answer=50)


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    """A desk that has read forty entries: its own and a colleague's in turn."""
    desk = new_desk(hub, "clerk", officers=("colleague",))
    colleague = new_desk(hub, "colleague")
    for _ in range(4):
        for each in (desk, colleague):
            for _ in range(5):
                each.log.record(each.officer.submit())
            each.settle()
    desk.settle()
    assert len(desk.log.entries[VILLAGE]) == 40
    hub.asked.clear()
    return desk


def doubted(desk: Desk) -> None:
    desk.log._state = replace(desk.log.state(), doubted=True)


def damage(desk: Desk, *places: int) -> None:
    for place in places:
        desk.log.entries[VILLAGE][place] = (1, JUNK)
    doubted(desk)


def is_whole(desk: Desk, hub: HonestHub) -> bool:
    state = desk.log.state()
    end = len(hub.scopes[VILLAGE])
    return (
        desk.engine.trouble is None
        and not state.doubted
        and desk.log.entries[VILLAGE] == hub.scopes[VILLAGE]
        and state.cursor[VILLAGE] == (end, hub.anchor(VILLAGE, end))
    )


def test_only_the_ranges_that_differ_are_fetched_anew(desk: Desk, hub: HonestHub) -> None:
    received = desk.engine.totals.received
    damage(desk, *WHERE)
    desk.settle()
    assert is_whole(desk, hub)
    assert 6 <= desk.engine.totals.mended <= 20
    assert sum(request.ranges is not None for request in hub.asked) <= 12
    assert desk.engine.totals.received == received
    mended = desk.engine.totals.mended
    desk.settle()
    assert desk.engine.totals.mended == mended


def test_a_log_that_is_lost_whole_is_fetched_in_runs_and_not_piece_by_piece(desk: Desk, hub: HonestHub) -> None:
    damage(desk, *range(40))
    desk.settle()
    assert is_whole(desk, hub)
    assert desk.engine.totals.mended == 40
    assert len([request for request in hub.asked if request.ranges]) <= 4


def test_a_range_longer_than_an_answer_comes_in_several(desk: Desk, hub: HonestHub) -> None:
    hub.per_answer = 7
    damage(desk, *range(40))
    desk.settle()
    assert is_whole(desk, hub)
    assert desk.engine.totals.mended == 40


def test_a_wrong_cursor_is_found_by_the_hub_and_set_right(desk: Desk, hub: HonestHub) -> None:
    for wrong in ((40, b"x" * 32), (12, b"x" * 32), (0, b"x" * 32), (99, b"x" * 32)):
        state = desk.log.state()
        desk.log._state = replace(state, cursor={**state.cursor, VILLAGE: wrong})
        desk.settle()
        desk.settle()
        assert is_whole(desk, hub), wrong


def test_a_scope_in_which_nothing_stands_is_no_trouble(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    doubted(desk)
    desk.settle()
    assert is_whole(desk, hub)
    assert desk.engine.totals.mended == 0


def test_what_this_desk_did_and_the_hub_lacks_is_sent_again(desk: Desk, hub: HonestHub) -> None:
    """The hub lost the last entries; the desk's own cursor is damaged too, so it cannot say that it was the hub."""
    lost = hub.scopes[VILLAGE][30:]
    del hub.scopes[VILLAGE][30:]
    mine = {each.hash for each in desk.log.queue} & {own for _, own in lost}
    for _, own in lost:
        del hub.actions[own]
        for device in hub.devices.values():
            device.sent.discard(own)
    state = desk.log.state()
    desk.log._state = replace(state, cursor={**state.cursor, VILLAGE: (40, b"x" * 32)})
    desk.settle()
    desk.settle()
    assert is_whole(desk, hub)
    assert mine
    assert {own for _, own in hub.scopes[VILLAGE][30:]} == mine
    assert desk.log.state().incarnation != state.incarnation


def test_a_desk_whose_copy_is_whole_repairs_nothing_and_says_that_the_history_differs(
    desk: Desk, hub: HonestHub
) -> None:
    before = desk.log.state()
    rev, own = hub.scopes[VILLAGE][20]
    hub.scopes[VILLAGE][20] = (rev, hub.scopes[VILLAGE][21][1])
    hub.scopes[VILLAGE][21] = (rev, own)
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "history_differs"
    assert desk.log.state() == before
    assert desk.engine.totals.mended == 0


def test_a_repair_that_is_cut_is_begun_again(desk: Desk, hub: HonestHub) -> None:
    damage(desk, *WHERE)
    for steps in range(1, 12):
        desk.engine.wake()
        for _ in range(steps):
            desk.step()
        desk.restart()
    desk.settle()
    assert is_whole(desk, hub)


def test_an_older_hub_repairs_nothing_and_the_exchange_goes_on(desk: Desk, hub: HonestHub) -> None:
    hub.repairs = False
    damage(desk, 3)
    sent = desk.log.record(desk.officer.submit())
    desk.settle()
    assert desk.engine.trouble is None
    assert hub.scopes[VILLAGE][-1] == (1, sent.hash)
    assert desk.log.state().doubted


def test_with_an_older_hub_a_history_that_differs_stays_what_it_is(desk: Desk, hub: HonestHub) -> None:
    hub.repairs = False
    state = desk.log.state()
    desk.log._state = replace(state, cursor={**state.cursor, VILLAGE: (40, b"x" * 32)})
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "history_differs"


def test_a_hub_restored_in_the_middle_is_given_back_what_it_lost_first(desk: Desk, hub: HonestHub) -> None:
    damage(desk, 3)
    hub.restore(hub)
    desk.settle()
    desk.settle()
    assert is_whole(desk, hub)


Lie = Callable[[SyncRequest, SyncAnswer], SyncAnswer]


def told(desk: Desk, hub: HonestHub, lie: Lie) -> str:
    class Lying(DeviceView):
        def exchange(self, request: SyncRequest) -> SyncAnswer:
            answer = super().exchange(request)
            return lie(request, answer) if request.ranges is not None else answer

    damage(desk, 3)
    desk.hub = Lying(hub, desk.log.state().device_id)
    desk.settle()
    return desk.engine.trouble.code if desk.engine.trouble else ""


def on_places(change: Callable[[RangeAnswer], RangeAnswer], first: bool) -> Lie:
    def lie(request: SyncRequest, answer: SyncAnswer) -> SyncAnswer:
        assert request.ranges is not None
        assert answer.ranges is not None
        if request.ranges.scope or (CONFIG in request.ranges.places) is not first:
            return answer
        return msgspec.structs.replace(answer, ranges=change(answer.ranges))

    return lie


def on_entries(change: Callable[[SyncAnswer], SyncAnswer]) -> Lie:
    return lambda request, answer: change(answer) if request.ranges and request.ranges.scope else answer


def anchors(change: Callable[[list[tuple[int, str]]], list[tuple[int, str]]]) -> Callable[[RangeAnswer], RangeAnswer]:
    return lambda said: RangeAnswer(anchors={**said.anchors, VILLAGE: change(said.anchors[VILLAGE])}, heads=said.heads)


@pytest.mark.parametrize(
    "lie",
    [
        on_places(lambda _: RangeAnswer(anchors={}, heads={}), first=True),
        on_places(anchors(lambda found: found[::-1]), first=True),
        on_places(anchors(lambda found: found[:-1]), first=True),
        on_places(anchors(lambda found: [*found, (41, b64u(GENESIS))]), first=True),
        on_places(anchors(lambda found: found[1:]), first=False),
        on_places(anchors(lambda found: [*found[:-1], (found[-1][0], b64u(GENESIS))]), first=False),
        on_entries(lambda answer: msgspec.structs.replace(answer, actions=[])),
        on_entries(lambda answer: msgspec.structs.replace(answer, actions=answer.actions[::-1])),
        on_entries(
            lambda answer: msgspec.structs.replace(
                answer, actions=[msgspec.structs.replace(row, what="id") for row in answer.actions]
            )
        ),
        on_entries(
            lambda answer: msgspec.structs.replace(
                answer, actions=[msgspec.structs.replace(row, rev=2) for row in answer.actions]
            )
        ),
    ],
)
def test_a_hub_that_answers_something_else_changes_nothing(desk: Desk, hub: HonestHub, lie: Lie) -> None:
    assert told(desk, hub, lie) == "unreadable"
    assert desk.log.entries[VILLAGE][3] == (1, JUNK)


def test_an_entry_of_an_unknown_author_mends_nothing(desk: Desk, hub: HonestHub) -> None:
    desk.log.keys = {key: each for key, each in desk.log.keys.items() if key != desk.officer.key.key_id}
    assert told(desk, hub, lambda _, answer: answer) == "false_entry"


def test_places_are_spread_evenly_up_to_the_last() -> None:
    assert spread(0, 0, 4) == []
    assert spread(0, 3, 8) == [1, 2, 3]
    assert spread(10, 30, 4) == [15, 20, 25, 30]

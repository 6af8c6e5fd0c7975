"""A hub that falls over one action: it is found, set aside, and blocks nobody; a hub that is broken blames nobody."""

from __future__ import annotations

import msgspec
import pytest

from domain.verdicts import Code, WaitsFor
from sync.client.answers import refusal
from sync.errors import HubBusy, HubFailed, Refused, TooOld
from sync.protocol import ErrorBody, SyncAnswer, SyncRequest, VerdictRow, encode_error, from_wire
from sync.signatures import Answer
from sync.stumbling import names_set_aside, stub_of, stumbles
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import VILLAGE
from tests.sync.honest_hub import DeviceView, HonestHub


class FailingView(DeviceView):
    """Falls over what it is told to, before or after it has stored it; or over everything."""

    over: frozenset[str] = frozenset()
    broken = stores_first = False

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        if self.broken:
            raise HubFailed("at everything")
        if self.over & {from_wire(each.envelope).hash for each in request.push}:
            if self.stores_first:
                super().exchange(request)
            raise HubFailed("over this")
        return super().exchange(request)


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    desk = new_desk(hub, "clerk")
    desk.settle()
    desk.hub = FailingView(hub, desk.log.state().device_id)
    return desk


def failing(desk: Desk, *places: int) -> FailingView:
    view = desk.hub
    assert isinstance(view, FailingView)
    view.over = frozenset(desk.log.queue[n - 1].hash for n in places)
    return view


def test_one_action_over_which_the_hub_falls_is_set_aside_and_all_others_arrive(desk: Desk, hub: HonestHub) -> None:
    sent = [desk.log.record(desk.officer.submit()) for _ in range(7)]
    failing(desk, 5)
    steps = desk.settle()
    assert desk.log.aside == {5}
    assert {each.hash for each in sent} - set(hub.actions) == {sent[4].hash}
    assert desk.log.state().acked == 7
    assert desk.engine.trouble is None
    assert steps < 30, "found by halves"


def test_two_that_lie_apart_are_both_found(desk: Desk) -> None:
    for _ in range(6):
        desk.log.record(desk.officer.submit())
    failing(desk, 2, 5)
    desk.settle()
    assert (desk.log.aside, desk.log.state().acked) == ({2, 5}, 6)


def test_a_hub_that_falls_over_one_after_the_other_is_broken_and_everything_waits(desk: Desk) -> None:
    for _ in range(4):
        desk.log.record(desk.officer.submit())
    failing(desk, 1, 2, 3, 4)
    desk.settle()
    desk.settle()
    assert (desk.log.aside, desk.log.state().acked) == ({1}, 1)
    assert isinstance(desk.engine.trouble, HubFailed)
    assert desk.engine.due is not None


def test_a_hub_that_fails_at_everything_blames_no_action(desk: Desk) -> None:
    desk.log.record(desk.officer.submit())
    view = failing(desk)
    view.broken = True
    desk.settle()
    assert desk.log.aside == set()
    assert isinstance(desk.engine.trouble, HubFailed)
    view.broken = False
    desk.settle()
    assert desk.log.state().acked == 1


def test_what_was_stored_before_the_hub_fell_stays_accepted(desk: Desk) -> None:
    desk.log.record(desk.officer.submit())
    view = failing(desk, 1)
    view.stores_first = True
    for _ in range(4):
        desk.settle()
    assert desk.engine.trouble is None
    assert [row.code for row in desk.log.verdicts] == [Code.OK]
    assert len(desk.log.entries[VILLAGE]) == 1


def test_a_question_that_carries_nothing_and_fails_is_waited_for_as_ever(desk: Desk) -> None:
    view = failing(desk)
    view.broken = True
    desk.settle()
    assert isinstance(desk.engine.trouble, HubFailed)


def test_a_failure_is_told_apart_from_a_hub_that_is_busy() -> None:
    failed = refusal(Answer(500, {}, encode_error(ErrorBody("failed", "Gagal."))))
    busy = refusal(Answer(503, {}, encode_error(ErrorBody("busy", "Sibuk."))))
    assert (stumbles(failed), stumbles(busy), isinstance(busy, HubBusy)) == (True, False, True)
    assert stumbles(Refused("too_large"))
    assert not stumbles(TooOld())


def test_a_stub_is_known_and_nothing_else_is_taken_for_one() -> None:
    assert names_set_aside(stub_of("A" * 43).action)
    for other in (b"{", b"[]", b'{"v":1}', b'{"set_aside":"' + b"A" * 200 + b'"}'):
        assert not names_set_aside(other)


def test_a_verdict_in_a_newer_hubs_words_is_read_and_the_exchange_goes_on() -> None:
    row = msgspec.json.decode(
        b'[1,1,"",null,null,"quarantined","waits_for_the_moon","of_a_newer_hub","A"]', type=VerdictRow
    )
    assert (row.code, row.waits_for, row.reason) == (Code.INVALID, WaitsFor.AUTHORITY, "of_a_newer_hub")

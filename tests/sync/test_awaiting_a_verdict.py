"""A letter's bytes are at the hub, which compares them: the desk asks again a few times, and never for long."""

import msgspec
import pytest

from sync.engine import Policy
from sync.protocol import SyncAnswer, SyncRequest
from sync.running import Summary, Times, run_exchange
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import Clock
from tests.sync.honest_hub import DeviceView, HonestHub
from tests.sync.test_running import Counter


class ThinkingView(DeviceView):
    """Judges what has all its bytes only when it was asked so often after they came; 0 for never."""

    def __init__(self, hub: HonestHub, thinks: int, next_after: int = 0) -> None:
        super().__init__(hub, "desk-clerk")
        self.thinks, self.asked, self.next_after = thinks, 0, next_after
        hub.settle = lambda: None  # type: ignore[method-assign]  # it takes its time

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        self.asked += bool(self.hub.blobs)
        if self.asked == self.thinks:
            HonestHub.settle(self.hub)
        return msgspec.structs.replace(super().exchange(request), next_after=self.next_after)


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    desk = new_desk(hub, "clerk")
    desk.log.record(desk.officer.submit(blobs=(desk.shelf.put(b"%PDF" * 500),), wish="park"))
    return desk


def run(desk: Desk, view: DeviceView) -> tuple[Summary, list[float]]:
    clock = Clock()
    times = Times(clock.now, clock.monotonic, clock.sleep)
    return run_exchange(desk.engine, view, desk.shelf, times, Counter()), clock.slept


def test_one_exchange_brings_the_verdict_on_a_letter(desk: Desk, hub: HonestHub) -> None:
    done, slept = run(desk, ThinkingView(hub, thinks=3))
    assert (done.sent, done.accepted, done.parked, done.blobs_sent) == (1, 1, 0, 1)
    assert slept == pytest.approx([0.3, 0.6])
    assert done.trouble is None


def test_a_verdict_that_does_not_come_is_left_for_later(desk: Desk, hub: HonestHub) -> None:
    done, slept = run(desk, ThinkingView(hub, thinks=0))
    assert (done.sent, done.accepted, done.parked) == (1, 0, 1)
    assert slept == pytest.approx(Policy().again)
    assert sum(slept) <= 5
    again, slept = run(desk, ThinkingView(hub, thinks=1))
    assert (again.accepted, again.parked, slept) == (1, 0, [])


def test_an_exchange_after_a_restart_still_waits_for_it(desk: Desk, hub: HonestHub) -> None:
    run(desk, ThinkingView(hub, thinks=0))
    desk.restart()
    done, slept = run(desk, ThinkingView(hub, thinks=2))
    assert (done.accepted, done.parked, len(slept)) == (1, 0, 1)


def test_nobody_waits_for_what_somebody_else_must_send(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    desk.log.record(desk.officer.submit(wish="park"))
    assert run(desk, ThinkingView(hub, thinks=0))[1] == []


def test_nobody_waits_for_bytes_that_could_not_be_sent(desk: Desk, hub: HonestHub) -> None:
    desk.shelf.whole.clear()
    done, slept = run(desk, ThinkingView(hub, thinks=0))
    assert (done.parked, len(done.alarms), slept) == (1, 1, [])


def test_a_hub_that_wants_its_rest_gets_it(desk: Desk, hub: HonestHub) -> None:
    done, slept = run(desk, ThinkingView(hub, thinks=0, next_after=60))
    assert (done.parked, slept) == (1, [])
    assert desk.engine.due is not None
    assert not desk.engine.expects

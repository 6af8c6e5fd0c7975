import pytest

from sync.engine import Policy
from sync.errors import ForeignAnswer, HubBusy, SyncError, Unreachable
from sync.hub_port import Config
from sync.protocol import SyncAnswer, SyncRequest
from sync.running import Times, run_exchange
from tests.sync.desks import Desk, new_desk, new_engine
from tests.sync.fakes import Clock
from tests.sync.honest_hub import DeviceView, HonestHub


class Counter:
    """What went over the line."""

    bytes_up = 1000
    bytes_down = 2000
    round_trips = 3


class TroubledView(DeviceView):
    """Fails some times before it answers, and counts."""

    def __init__(self, hub: HonestHub, *troubles: SyncError) -> None:
        super().__init__(hub, "desk-clerk")
        self.troubles = list(troubles)
        self.carried = Counter()

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        self.carried.round_trips += 1
        self.carried.bytes_up += 10
        if self.troubles:
            raise self.troubles.pop(0)
        self.carried.bytes_down += 20
        return super().exchange(request)


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    desk = new_desk(hub, "clerk")
    blob = desk.shelf.put(b"scan" * 100)
    desk.log.record(desk.officer.submit(blobs=(blob,), wish="park"))
    desk.log.record(desk.officer.submit(wish="conflict"))
    return desk


def times(clock: Clock, tries: int = 0) -> Times:
    return Times(clock.now, clock.monotonic, clock.sleep, tries)


def test_an_exchange_says_what_it_did(desk: Desk, hub: HonestHub) -> None:
    view, clock = TroubledView(hub), Clock()
    hub.config = Config("c2", {"version": "c2", "keys": []})
    done = run_exchange(desk.engine, view, desk.shelf, times(clock), view.carried)
    assert (done.sent, done.accepted, done.refused, done.parked, done.received) == (2, 1, 1, 1, 0)
    assert (done.blobs_sent, done.blobs_received) == (1, 0)
    assert (done.bytes_up, done.bytes_down, done.round_trips, done.seconds) == (20, 40, 2, 0.0)
    assert (done.trouble, done.alarms, clock.slept) == (None, (), [])


def test_a_second_exchange_counts_only_itself(desk: Desk, hub: HonestHub) -> None:
    view = TroubledView(hub)
    run_exchange(desk.engine, view, desk.shelf, times(Clock()), view.carried)
    again = run_exchange(desk.engine, view, desk.shelf, times(Clock()), view.carried)
    assert (again.sent, again.blobs_sent, again.round_trips) == (0, 0, 1)


def test_trouble_is_slept_over_as_often_as_allowed(desk: Desk, hub: HonestHub) -> None:
    view, clock = TroubledView(hub, Unreachable(), HubBusy(retry_after=40), ForeignAnswer()), Clock()
    done = run_exchange(desk.engine, view, desk.shelf, times(clock, tries=3), view.carried)
    assert done.trouble is None
    assert done.sent == 2
    assert clock.slept == [1.0, 42.0, 4.0]


def test_trouble_that_lasts_is_told(desk: Desk, hub: HonestHub) -> None:
    view, clock = TroubledView(hub, Unreachable(), Unreachable()), Clock()
    done = run_exchange(desk.engine, view, desk.shelf, times(clock, tries=1), view.carried)
    assert isinstance(done.trouble, Unreachable)
    assert (done.sent, len(clock.slept)) == (0, 1)
    assert run_exchange(desk.engine, view, desk.shelf, times(clock), view.carried).sent == 2


def test_a_desk_with_much_to_say_says_it_in_batches(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    for _ in range(7):
        desk.log.record(desk.officer.submit())
    view = TroubledView(hub)
    done = run_exchange(new_engine(desk.log, Policy(push_max=3)), view, desk.shelf, times(Clock()), view.carried)
    assert done.sent == 7
    assert [len(request.push) for request in hub.asked][:3] == [3, 3, 1]

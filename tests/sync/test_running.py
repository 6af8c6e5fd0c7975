from datetime import timedelta

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
    assert (done.sent, done.accepted, done.refused, done.parked, done.received) == (2, 1, 1, 0, 0)
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


class SlowView(TroubledView):
    """A line of so many bytes a second, on the desk's own clock; notes the sizes of pieces."""

    def __init__(self, hub: HonestHub, clock: Clock, rate: int) -> None:
        super().__init__(hub)
        self.clock = clock
        self.rate = rate
        self.pieces: list[int] = []
        self.cuts: list[int] = []

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        self.pieces.append(len(piece))
        if len(self.pieces) in self.cuts:
            raise Unreachable("cut")
        self.carried.bytes_up += len(piece)
        self.clock.instant += timedelta(seconds=len(piece) / self.rate)
        return super().append(upload, offset, piece)


def with_scans(hub: HonestHub, *sizes: int) -> Desk:
    desk = new_desk(hub, "clerk")
    for n, size in enumerate(sizes):
        desk.log.record(desk.officer.submit(blobs=(desk.shelf.put(bytes([n]) * size),)))
    return desk


def test_pieces_grow_on_a_good_line(hub: HonestHub) -> None:
    desk, clock = with_scans(hub, 150_000, 150_000), Clock()
    view = SlowView(hub, clock, 1024 * 1024)
    done = run_exchange(desk.engine, view, desk.shelf, times(clock), view.carried)
    assert view.pieces == [65536, 65536, 18928, 150_000]
    assert done.blobs_sent == 2


def test_pieces_stay_small_on_a_poor_line(hub: HonestHub) -> None:
    desk, clock = with_scans(hub, 150_000, 150_000), Clock()
    view = SlowView(hub, clock, 20_000)
    run_exchange(desk.engine, view, desk.shelf, times(clock), view.carried)
    assert max(view.pieces) == 65536
    assert len(view.pieces) == 6


def test_a_cut_makes_pieces_small_again_and_costs_one_piece(hub: HonestHub) -> None:
    desk, clock = with_scans(hub, 200_000, 200_000), Clock()
    view = SlowView(hub, clock, 1024 * 1024)
    view.cuts = [5]
    done = run_exchange(desk.engine, view, desk.shelf, times(clock, tries=1), view.carried)
    assert view.pieces == [65536, 65536, 65536, 3392, 200_000, 65536, 65536, 65536, 3392]
    assert done.blobs_sent == 2

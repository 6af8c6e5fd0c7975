"""Whatever happens on the road: nothing acknowledged is lost, nothing counts twice, and it becomes quiet."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from domain.verdicts import Code
from sync.errors import SyncError
from sync.running import perform
from tests.sync.desks import Desk, village_and_kecamatan
from tests.sync.fakes import CONFIG, KECAMATAN, VILLAGE
from tests.sync.honest_hub import HonestHub
from tests.sync.lossy import Fault, Killed, LossyView

QUIET_WITHIN = 120


class Play:
    """Two desks, one hub, and a bad road."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.hub = HonestHub(per_answer=3)
        self.village, self.kecamatan = village_and_kecamatan(self.hub)
        road = iter(faults)
        for desk in (self.village, self.kecamatan):
            desk.hub = LossyView(self.hub, desk.log.state().device_id, road)
        self.recorded: dict[str, str] = {}

    def record(self, desk: Desk, wish: str) -> None:
        blobs = (desk.shelf.put(f"scan {len(self.recorded)} ".encode() * 200),) if wish in {"park", "scan"} else ()
        self.recorded[desk.log.record(desk.officer.submit(wish=wish, blobs=blobs)).hash] = wish

    def step(self, desk: Desk) -> None:
        now = desk.clock.now()
        step = desk.engine.next_request(now)
        if step is None:
            desk.engine.wake()
            return
        try:
            reply = perform(desk.hub, desk.shelf, step, piece=1000)
        except Killed:
            desk.restart()
        except SyncError as error:
            desk.engine.on_trouble(error, now)
        else:
            desk.engine.on_answer(reply, now)
            desk.engine.on_answer(reply, now)

    def until_quiet(self) -> None:
        for _ in range(QUIET_WITHIN):
            moved = sum(desk.settle() > 1 for desk in (self.village, self.kecamatan))
            if not moved and all(desk.engine.trouble is None for desk in (self.village, self.kecamatan)):
                return
        raise AssertionError("never quiet")


@dataclass(frozen=True)
class Move:
    at_village: bool
    wish: str


MOVES = st.builds(
    Move, st.booleans(), st.sampled_from(["", "conflict", "park", "scan", "step", "step", "step", "restart"])
)


def play(moves: Sequence[Move], faults: Sequence[Fault]) -> Play:
    stage = Play(faults)
    for move in moves:
        desk = stage.village if move.at_village else stage.kecamatan
        if move.wish == "step":
            stage.step(desk)
        elif move.wish == "restart":
            desk.restart()
        else:
            stage.record(desk, move.wish)
    for desk in (stage.village, stage.kecamatan):
        desk.hub = stage.hub.seen_by(desk.log.state().device_id)
    stage.until_quiet()
    return stage


@given(st.lists(MOVES, max_size=30), st.lists(st.sampled_from(Fault), max_size=30))
def test_nothing_is_lost_and_nothing_counts_twice(moves: list[Move], faults: list[Fault]) -> None:
    stage = play(moves, faults)
    stored = [own for _, own in stage.hub.scopes[VILLAGE]]
    assert set(stage.hub.actions) == set(stage.recorded)
    assert sorted(stored) == sorted(own for own, wish in stage.recorded.items() if wish != "conflict")
    for desk in (stage.village, stage.kecamatan):
        state = desk.log.state()
        assert state.acked == state.last_seq == len(desk.log.queue)
        assert [row.no for row in desk.log.verdicts] == list(range(1, len(desk.log.verdicts) + 1))
        endings = [row.action for row in desk.log.verdicts if row.code is not Code.PARKED]
        assert sorted(endings) == sorted(envelope.hash for envelope in desk.log.queue)


@given(st.lists(MOVES, max_size=30), st.lists(st.sampled_from(Fault), max_size=30))
def test_both_desks_read_what_the_hub_has_written(moves: list[Move], faults: list[Fault]) -> None:
    stage = play(moves, faults)
    for desk, scope in ((stage.village, VILLAGE), (stage.kecamatan, KECAMATAN)):
        assert desk.log.entries[scope] == [(rev or 0, own) for rev, own in stage.hub.scopes[scope]]
        written = len(stage.hub.scopes[scope])
        assert desk.log.state().cursor == {
            scope: (written, stage.hub.anchor(scope, written)),
            CONFIG: (0, bytes(32)),
        }


@given(st.lists(MOVES, max_size=30), st.lists(st.sampled_from(Fault), max_size=30))
def test_every_attachment_arrives_or_is_listed_as_missing(moves: list[Move], faults: list[Fault]) -> None:
    stage = play(moves, faults)
    for device in stage.hub.devices.values():
        assert stage.hub.missing(device) == []
    held = {**stage.village.shelf.whole, **stage.kecamatan.shelf.whole}
    assert all(held[sha256] == raw for sha256, raw in stage.hub.blobs.items())

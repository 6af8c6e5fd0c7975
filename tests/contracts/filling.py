"""What a desk's log must keep of a first fill: how far it has come, what it took, and where it goes on."""

from __future__ import annotations

from sync.anchors import GENESIS, next_anchor
from sync.desk_copy import Entry, Filled
from sync.record import Envelope, read_action
from sync.snapshots import Snapshot
from tests.contracts.desk_log import Bench, accepted


def entry(bench: Bench, seq: int, envelope: Envelope) -> Entry:
    return Entry(bench.home, seq, 1, envelope.hash, read_action(envelope.action), envelope)


class FillingContract:
    """A class that inherits gives the fixture ``bench``."""

    def test_parts_are_taken_in_any_order_of_places_and_the_cursor_moves_at_the_end(self, bench: Bench) -> None:
        made = [bench.foreign() for _ in range(3)]
        anchor = GENESIS
        for each in made:
            anchor = next_anchor(anchor, each.hash, 1)
        snapshot = Snapshot(scope=bench.home, seq=3, anchor="x", parts=[("a", 1), ("b", 2)])
        assert bench.log.first_fill.current() is None
        bench.log.first_fill.begin(snapshot)
        assert bench.log.state().filling == bench.home
        bench.log.first_fill.take([entry(bench, 3, made[2]), entry(bench, 2, made[1])], 1)
        log = bench.reopen()
        assert log.first_fill.current() == Filled(snapshot, 1)
        assert log.state().cursor[bench.home] == (0, GENESIS)
        assert log.mending.leads(bench.home, (0, GENESIS), 3) is None
        bench.log.first_fill.take([entry(bench, 1, made[0])], 2)
        assert bench.log.mending.leads(bench.home, (0, GENESIS), 3) == anchor
        bench.log.first_fill.end({bench.home: (3, anchor)})
        state = bench.reopen().state()
        assert state.cursor[bench.home] == (3, anchor)
        assert state.filling == ""

    def test_what_is_here_already_comes_once_more_and_changes_nothing(self, bench: Bench) -> None:
        own, foreign = bench.record(), bench.foreign()
        bench.log.commit(accepted(bench, own, own=True))
        before = bench.log.state().cursor[bench.home]
        anchor = next_anchor(before[1], foreign.hash, 1)
        bench.log.first_fill.begin(Snapshot(scope=bench.home, seq=2, anchor="x", parts=[("a", 1)]))
        for _ in range(2):
            bench.log.first_fill.take([entry(bench, 1, own), entry(bench, 2, foreign)], 1)
        assert bench.log.mending.leads(bench.home, (0, GENESIS), 2) == anchor

    def test_a_fill_that_is_left_leaves_the_cursor(self, bench: Bench) -> None:
        bench.log.first_fill.begin(Snapshot(scope=bench.home, seq=2, anchor="x", parts=[("a", 1)]))
        bench.log.first_fill.end({})
        assert bench.log.first_fill.current() is None
        state = bench.reopen().state()
        assert (state.filling, state.cursor[bench.home]) == ("", (0, GENESIS))

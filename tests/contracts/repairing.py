"""What a desk's log must keep while it is repaired: damage is seen, and what came stands in its place."""

from __future__ import annotations

from dataclasses import replace

from sync.anchors import GENESIS, next_anchor
from sync.desk_copy import Entry, Mended
from sync.record import Envelope, read_action
from tests.contracts.desk_log import Bench, accepted, bytes_queued


def as_told(scope: str, first: int, *envelopes: Envelope) -> Mended:
    """The hub's own entries from a place on."""
    entries = tuple(
        Entry(scope, first + n, 1, each.hash, read_action(each.action), each) for n, each in enumerate(envelopes)
    )
    return Mended(scope, first - 1, entries)


class RepairingContract:
    """A class that inherits gives the fixture ``bench``."""

    def test_a_log_leads_from_place_to_place_as_far_as_it_was_read(self, bench: Bench) -> None:
        first, second = bench.record(), bench.foreign()
        bench.log.commit(accepted(bench, first, own=True))
        bench.log.commit(accepted(bench, second, own=False))
        one = next_anchor(GENESIS, first.hash, 1)
        cursor = bench.log.state().cursor[bench.home]
        assert bench.log.mending.leads(bench.home, (0, GENESIS), 2) == cursor[1]
        assert bench.log.mending.leads(bench.home, (0, GENESIS), 1) == one
        assert bench.log.mending.leads(bench.home, (1, one), 2) == cursor[1]
        assert bench.log.mending.leads(bench.home, cursor, 2) == cursor[1]
        assert bench.log.mending.leads(bench.home, (1, one), 3) is None

    def test_other_entries_in_a_range_give_way_to_those_of_the_hub(self, bench: Bench) -> None:
        first, false, true = bench.foreign(), bench.foreign(), bench.foreign()
        bench.log.commit(accepted(bench, first, own=False))
        bench.log.commit(accepted(bench, false, own=False))
        one = next_anchor(GENESIS, first.hash, 1)
        right = (2, next_anchor(one, true.hash, 1))
        assert bench.log.mending.leads(bench.home, (1, one), 2) != right[1]
        bench.log.mending.mend(as_told(bench.home, 2, true))
        bench.log.mending.mend(as_told(bench.home, 2, true))
        before = bench.log.state().incarnation
        bench.log.mending.whole_again({bench.home: right}, "hidup-kedua")
        log = bench.reopen()
        assert log.state().incarnation == before
        assert log.mending.leads(bench.home, (0, GENESIS), 2) == right[1]
        assert log.state().cursor[bench.home] == right
        assert log.own_hash(read_action(true.action).id) == true.hash

    def test_what_the_desk_did_and_the_hub_has_nowhere_is_queued_again(self, bench: Bench) -> None:
        kept, lost, unsent = bench.record(), bench.record(), bench.record()
        bench.log.commit(accepted(bench, kept, own=True))
        bench.log.commit(accepted(bench, lost, own=True))
        one = next_anchor(GENESIS, kept.hash, 1)
        bench.log.mending.whole_again({bench.home: (1, one)}, "hidup-kedua")
        assert bench.log.state().incarnation == "hidup-kedua"
        assert {each for _, each in bytes_queued(bench.log)} == {lost.action, unsent.action}
        bench.log.commit(replace(accepted(bench, lost, own=True), verdicts=()))
        assert bench.log.mending.leads(bench.home, (1, one), 2) is not None

"""What a desk's log must keep when its hub was restored: what was lost is found, in order, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

from domain.verdicts import Code, WaitsFor
from sync.anchors import GENESIS
from sync.desk_log import DeskLog, Rewound
from sync.protocol import VerdictRow
from sync.record import Envelope
from tests.contracts.desk_log import Bench, accepted, bytes_queued, taken


def rewound(log: DeskLog, home: str, seq: int, **places: int) -> Rewound:
    """Back to a place of the home scope, in the next epoch."""
    state = log.state()
    anchor = log.anchor_at(home, seq)
    assert anchor is not None
    known = {"acked": state.acked, "verdict_seen": state.verdict_seen, "access_acked": state.access_acked}
    return Rewound(epoch=state.epoch + 1, cursor={home: (seq, anchor)}, nonce="baru", **(known | places))


class ReturningContract:
    """A class that inherits gives the fixture ``bench``."""

    def judged(self, bench: Bench, envelope: Envelope, code: Code, waits_for: WaitsFor | None = None) -> None:
        state = bench.log.state()
        row = VerdictRow(
            state.verdict_seen + 1, state.acked + 1, "", None, None, code, waits_for, "head_moved", envelope.hash
        )
        told = {"verdicts": (row,), "verdict_seen": state.verdict_seen + 1, "ack_through": state.acked + 1}
        bench.log.commit(taken(state, **told))

    def test_an_anchor_is_known_as_far_as_the_desk_has_read(self, bench: Bench) -> None:
        bench.log.commit(accepted(bench, bench.record(), own=True))
        bench.log.commit(accepted(bench, bench.foreign(), own=False))
        cursor = bench.log.state().cursor[bench.home]
        assert bench.log.anchor_at(bench.home, 2) == cursor[1]
        assert bench.log.anchor_at(bench.home, 0) == GENESIS
        assert bench.log.anchor_at(bench.home, 3) is None

    def test_what_a_hub_lost_is_read_behind_a_place_and_then_the_refused(self, bench: Bench) -> None:
        own, foreign, refused = bench.record(), bench.foreign(), bench.record()
        bench.log.commit(accepted(bench, own, own=True))
        bench.log.commit(accepted(bench, foreign, own=False))
        self.judged(bench, refused, Code.CONFLICT)
        bench.record()
        start = dict.fromkeys(bench.log.state().cursor, (0, GENESIS))
        found = [(each.envelope.hash, each.code, each.reason) for each in bench.log.lost(start, 0, 10)]
        assert found == [
            (own.hash, Code.OK, ""),
            (foreign.hash, Code.OK, ""),
            (refused.hash, Code.CONFLICT, "head_moved"),
        ]
        assert [each.envelope.hash for each in bench.log.lost(start, 1, 1)] == [foreign.hash]
        assert [each.envelope.hash for each in bench.log.lost(start, 2, 9)] == [refused.hash]
        assert bench.log.lost(start, 3, 9) == []
        behind = start | {bench.home: (2, b"")}
        assert [each.envelope.hash for each in bench.log.lost(behind, 0, 9)] == [refused.hash]

    def test_a_desk_goes_back_to_the_branch_and_sends_what_the_hub_lacks(self, bench: Bench) -> None:
        first, second = bench.record(), bench.record()
        bench.log.commit(accepted(bench, first, own=True))
        before = bench.log.state()
        bench.log.commit(accepted(bench, second, own=True))
        bench.log.rewind(rewound(bench.log, bench.home, 1, acked=1, verdict_seen=1))
        state = bench.reopen().state()
        assert state.cursor == before.cursor
        assert (state.epoch, state.acked, state.verdict_seen, state.nonce) == (2, 1, 1, "baru")
        assert bytes_queued(bench.log, state.acked) == [(2, second.action)]
        bench.log.commit(replace(accepted(bench, second, own=True), epoch=2))
        assert bench.log.state().cursor[bench.home][0] == 2

    def test_a_place_above_its_own_moves_nothing(self, bench: Bench) -> None:
        bench.log.commit(accepted(bench, bench.record(), own=True))
        bench.log.rewind(rewound(bench.log, bench.home, 1, acked=9, verdict_seen=9, access_acked=9))
        state = bench.log.state()
        assert (state.acked, state.verdict_seen, state.access_acked) == (1, 1, 0)

    def test_what_waits_since_the_hub_was_lost_is_given_back_when_it_is_lost_again(self, bench: Bench) -> None:
        own, foreign, refused = bench.record(), bench.foreign(), bench.record()
        bench.log.commit(accepted(bench, own, own=True))
        bench.log.commit(accepted(bench, foreign, own=False))
        self.judged(bench, refused, Code.CONFLICT)
        bench.log.rewind(rewound(bench.log, bench.home, 0, acked=0))
        start = dict.fromkeys(bench.log.state().cursor, (0, GENESIS))
        found = [(each.envelope.hash, each.code) for each in bench.log.lost(start, 0, 10)]
        assert found == [(own.hash, Code.OK), (foreign.hash, Code.OK), (refused.hash, Code.CONFLICT)]
        bench.log.commit(replace(accepted(bench, own, own=True), epoch=2))
        assert [each.envelope.hash for each in bench.log.lost(start, 1, 1)] == [foreign.hash]
        assert [each.envelope.hash for each in bench.log.lost(start, 2, 2)] == [refused.hash]

    def test_what_a_person_ended_at_a_restored_hub_is_given_back_by_its_author_alone(self, bench: Bench) -> None:
        foreign = bench.foreign()
        bench.log.commit(accepted(bench, foreign, own=False))
        bench.log.rewind(rewound(bench.log, bench.home, 0))
        start = dict.fromkeys(bench.log.state().cursor, (0, GENESIS))
        assert [each.envelope.hash for each in bench.log.lost(start, 0, 10)] == [foreign.hash]
        state = bench.log.state()
        no = state.verdict_seen + 1
        ended = VerdictRow(no, 0, "", None, None, Code.FORBIDDEN, None, "by_supervisor", foreign.hash)
        bench.log.commit(taken(state, verdicts=(ended,), verdict_seen=no))
        assert bench.log.lost(start, 0, 10) == []

    def test_what_was_refused_in_a_former_life_of_the_queue_is_given_back_too(self, bench: Bench) -> None:
        refused = bench.record()
        self.judged(bench, refused, Code.CONFLICT)
        bench.log.renumber("kehidupan-2")
        start = dict.fromkeys(bench.log.state().cursor, (0, GENESIS))
        assert [each.envelope.hash for each in bench.log.lost(start, 0, 10)] == [refused.hash]

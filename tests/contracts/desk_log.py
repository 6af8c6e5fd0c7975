"""What every desk log must keep: run over the one in memory and over the desk's own store.

A subclass gives the fixture ``bench``; see `Bench`.
"""

from __future__ import annotations

from typing import Protocol

import pytest

from domain.actions import Blob
from domain.verdicts import Code, WaitsFor
from sync.anchors import GENESIS, next_anchor, next_link
from sync.desk_copy import Entry
from sync.desk_log import AccessSeam, DeskLog, DeskState, Taken
from sync.encoding import b64u, read_instant, unb64u
from sync.hub_port import Config
from sync.keys import SigningKey
from sync.protocol import BlobKey, VerdictRow
from sync.record import Envelope, read_action
from sync.stumbling import stub_of

HUB_NOW = read_instant("2026-11-21T04:00:00.000Z")


class Bench(Protocol):
    """A desk on the bench.

    Attributes:
        log: under test: enrolled, nothing recorded, nothing read.
        home: the scope of the desk's own office.
        officer: key of the desk's officer, certified by its configuration.
        hub: the hub's key.
    """

    log: DeskLog
    home: str
    officer: SigningKey
    hub: SigningKey

    def config(self, version: str) -> Config:
        """A configuration of this version that the desk can store."""
        ...

    def record(self, *blobs: Blob) -> Envelope:
        """The officer submits one more request with these scans; the next free place of the queue holds it."""
        ...

    def foreign(self) -> Envelope:
        """A colleague of the same office has submitted one more request at another desk."""
        ...

    def note_access(self) -> None:
        """One more entry of the access log."""
        ...

    def reopen(self) -> DeskLog:
        """The log after the program was closed and started again."""
        ...


def taken(state: DeskState, **changes: object) -> Taken:
    """An answer that changes nothing but what is said."""
    fields: dict[str, object] = {
        "epoch": state.epoch or 1,
        "incarnation": state.incarnation,
        "ack_through": state.acked,
        "verdicts": (),
        "verdict_seen": state.verdict_seen,
        "entries": (),
        "cursor": {},
        "access_ack": state.access_acked,
        "hub_now": HUB_NOW,
        "nonce": "n",
    }
    return Taken(**{**fields, **changes})  # type: ignore[arg-type]  # the names are those of the fields


def accepted(bench: Bench, *envelopes: Envelope, own: bool) -> Taken:
    """The hub's answer that accepts these as the next entries of the home scope."""
    state = bench.log.state()
    seq, anchor = state.cursor[bench.home]
    entries, verdicts = [], []
    for n, envelope in enumerate(envelopes, 1):
        anchor = next_anchor(anchor, envelope.hash, 1)
        action = None if own else read_action(envelope.action)
        entries.append(Entry(bench.home, seq + n, 1, envelope.hash, action, None if own else envelope))
        no = state.verdict_seen + n
        verdicts.append(VerdictRow(no, state.acked + n, bench.home, seq + n, 1, Code.OK, None, "", envelope.hash))
    return taken(
        state,
        ack_through=state.acked + len(envelopes) * own,
        verdicts=tuple(verdicts) if own else (),
        verdict_seen=state.verdict_seen + len(verdicts) * own,
        entries=tuple(entries),
        cursor={bench.home: (seq + len(entries), anchor)},
    )


def bytes_queued(log: DeskLog, after: int = 0, limit: int = 100) -> list[tuple[int, bytes]]:
    return [(each.device_seq, each.envelope.action) for each in log.queued(after, limit)]


class QueueContract:
    """What a desk's log does with what is recorded there."""

    def test_a_new_desk_stands_at_the_beginning(self, bench: Bench) -> None:
        state = bench.log.state()
        assert (state.epoch, state.verdict_seen, state.acked, state.last_seq, state.access_acked) == (0, 0, 0, 0, 0)
        assert state.hub_key == bench.hub.public
        assert set(state.cursor.values()) == {(0, GENESIS)}
        assert {bench.home, "config"} <= set(state.cursor)

    def test_what_is_recorded_stands_in_the_queue_in_order_without_a_gap(self, bench: Bench) -> None:
        recorded = [bench.record().action for _ in range(3)]
        assert bytes_queued(bench.log) == list(enumerate(recorded, 1))
        assert bench.log.state().last_seq == 3

    def test_the_queue_is_read_from_a_place_and_up_to_a_limit(self, bench: Bench) -> None:
        recorded = [bench.record().action for _ in range(4)]
        assert bytes_queued(bench.log, 1, 2) == [(2, recorded[1]), (3, recorded[2])]
        assert bytes_queued(bench.log, 4, 2) == []

    def test_a_place_holds_the_same_bytes_after_a_restart(self, bench: Bench) -> None:
        bench.record()
        before = bench.log.queued(0, 10)
        assert bench.reopen().queued(0, 10) == before

    def test_a_new_incarnation_numbers_what_has_no_verdict_from_one(self, bench: Bench) -> None:
        first, second, third = bench.record(), bench.record(), bench.record()
        bench.log.commit(accepted(bench, first, own=True))
        bench.log.renumber("second-life")
        state = bench.log.state()
        assert (state.incarnation, state.acked, state.last_seq) == ("second-life", 0, 2)
        assert bytes_queued(bench.log) == [(1, second.action), (2, third.action)]
        assert bench.reopen().state() == state

    def test_what_is_recorded_in_a_new_incarnation_follows_in_its_queue(self, bench: Bench) -> None:
        bench.record()
        bench.log.renumber("second-life")
        later = bench.record()
        assert bytes_queued(bench.log, 1) == [(2, later.action)]

    def test_an_acknowledgement_of_an_earlier_incarnation_is_none_of_the_new_one(self, bench: Bench) -> None:
        bench.record()
        late = taken(bench.log.state(), ack_through=1)
        bench.log.renumber("second-life")
        bench.log.commit(late)
        assert bench.log.state().acked == 0

    def test_an_action_set_aside_leaves_a_stub_in_its_place_for_good(self, bench: Bench) -> None:
        envelopes = [bench.record() for _ in range(4)]
        assert bench.log.set_aside(2)
        log = bench.reopen()
        sent = [each.envelope for each in log.queued(0, 10)]
        assert [each.hash for each in sent] == [
            envelopes[0].hash,
            stub_of(envelopes[1].hash).hash,
            envelopes[2].hash,
            envelopes[3].hash,
        ]
        assert not log.set_aside(3), "one after the other: it is the hub that fails"
        assert log.set_aside(4)
        log.renumber("another-life")
        assert [each.envelope.hash for each in log.queued(0, 10)] == [envelopes[0].hash, envelopes[2].hash]


class AnswerContract:
    """What a desk's log does with the answers of the hub."""

    def test_an_acknowledgement_and_its_verdict_move_together(self, bench: Bench) -> None:
        envelope = bench.record()
        bench.log.commit(accepted(bench, envelope, own=True))
        state = bench.log.state()
        assert (state.acked, state.verdict_seen, state.cursor[bench.home][0], state.epoch) == (1, 1, 1, 1)
        assert state.cursor[bench.home][1] == next_anchor(GENESIS, envelope.hash, 1)
        assert state.nonce == "n"

    def test_what_is_committed_is_there_after_a_restart(self, bench: Bench) -> None:
        bench.log.commit(accepted(bench, bench.record(), own=True))
        before = bench.log.state()
        assert bench.reopen().state() == before

    def test_the_same_answer_twice_changes_nothing(self, bench: Bench) -> None:
        answer = accepted(bench, bench.record(), own=True)
        bench.log.commit(answer)
        before = bench.log.state()
        bench.log.commit(answer)
        assert bench.log.state() == before

    def test_an_entry_of_a_colleague_is_held_afterwards(self, bench: Bench) -> None:
        envelope = bench.foreign()
        action = read_action(envelope.action)
        assert bench.log.own_hash(action.id) is None
        bench.log.commit(accepted(bench, envelope, own=False))
        assert bench.log.own_hash(action.id) == envelope.hash
        assert bench.log.state().cursor[bench.home][0] == 1

    def test_what_is_recorded_here_is_held_before_it_is_sent(self, bench: Bench) -> None:
        envelope = bench.record()
        assert bench.log.own_hash(read_action(envelope.action).id) == envelope.hash

    def test_a_refused_action_leaves_the_queue_and_keeps_its_verdict(self, bench: Bench) -> None:
        envelope = bench.record()
        state = bench.log.state()
        row = VerdictRow(1, 1, "", None, None, Code.CONFLICT, None, "head_moved", envelope.hash)
        bench.log.commit(taken(state, ack_through=1, verdicts=(row,), verdict_seen=1))
        after = bench.log.state()
        assert (after.acked, after.verdict_seen, bytes_queued(bench.log, after.acked)) == (1, 1, [])

    def test_a_verdict_on_an_action_that_a_restored_desk_lost_is_no_trouble(self, bench: Bench) -> None:
        lost = bench.foreign()
        row = VerdictRow(1, 1, "", None, None, Code.CONFLICT, None, "head_moved", lost.hash)
        bench.log.commit(taken(bench.log.state(), verdicts=(row,), verdict_seen=1))
        assert bench.log.state().verdict_seen == 1

    def test_bytes_are_awaited_from_the_verdict_that_says_so_until_the_final_one(self, bench: Bench) -> None:
        scan = Blob("A" * 43, 3, "application/pdf", "ktp")
        envelope, behind = bench.record(scan), bench.record()
        action = read_action(envelope.action)
        assert bench.log.awaited() == []
        parked = [
            VerdictRow(n, n, "", None, None, Code.PARKED, WaitsFor.BYTES, "", each.hash)
            for n, each in enumerate((envelope, behind), 1)
        ]
        bench.log.commit(taken(bench.log.state(), ack_through=2, verdicts=tuple(parked), verdict_seen=2))
        assert bench.reopen().awaited() == [BlobKey(action.shard, action.request or "", scan.sha256)]

    def test_nothing_is_awaited_after_the_final_verdict(self, bench: Bench) -> None:
        envelope = bench.record(Blob("A" * 43, 3, "application/pdf", "ktp"))
        waits = VerdictRow(1, 1, "", None, None, Code.PARKED, WaitsFor.BYTES, "", envelope.hash)
        final = VerdictRow(2, 1, bench.home, 1, 1, Code.OK, None, "", envelope.hash)
        bench.log.commit(taken(bench.log.state(), ack_through=1, verdicts=(waits,), verdict_seen=1))
        bench.log.commit(taken(bench.log.state(), ack_through=1, verdicts=(final,), verdict_seen=2))
        assert bench.log.awaited() == []

    def test_the_access_log_is_sent_in_order_until_it_is_acknowledged(self, bench: Bench) -> None:
        before = len(bench.log.access_after(0, 100))
        for _ in range(3):
            bench.note_access()
        entries = bench.log.access_after(0, 100)
        assert [entry.n for entry in entries] == list(range(1, before + 4))
        bench.log.commit(taken(bench.log.state(), access_ack=before + 2))
        assert bench.log.state().access_acked == before + 2
        assert [entry.n for entry in bench.log.access_after(before + 2, 100)] == [before + 3]

    def test_an_access_log_goes_on_behind_what_a_former_life_noted(self, bench: Bench) -> None:
        for _ in range(3):
            bench.note_access()
        bench.log.commit(taken(bench.log.state(), access_ack=1))
        mine = [bytes(entry.entry) for entry in bench.log.access_after(1, 100)]
        behind = taken(bench.log.state(), access_ack=9, access_seam=AccessSeam(b"9" * 32, 1))
        for _ in range(2):
            bench.log.commit(behind)
            bench.note_access()
        log = bench.reopen()
        entries = log.access_after(9, 100)
        assert log.state().access_acked == 9
        assert [entry.n for entry in entries] == list(range(10, 12 + len(mine)))
        assert [bytes(entry.entry) for entry in entries][: len(mine)] == mine
        link = b"9" * 32
        for entry in entries:
            link = next_link(link, bytes(entry.entry))
            assert entry.link == b64u(link)
        assert [entry.n for entry in log.access_after(0, 100)][:3] == [1, 9, 10]

    def test_an_access_log_of_which_the_hub_has_less_than_before_is_sent_from_there(self, bench: Bench) -> None:
        for _ in range(3):
            bench.note_access()
        before = bench.log.access_after(0, 100)
        bench.log.commit(taken(bench.log.state(), access_ack=3))
        seam = AccessSeam(unb64u(before[0].link), 1)
        bench.log.commit(taken(bench.log.state(), access_ack=1, access_seam=seam))
        assert bench.log.access_after(0, 100) == before
        assert bench.log.state().access_acked == 1

    def test_keys_of_officers_and_of_the_hub_are_told_apart(self, bench: Bench) -> None:
        officer, hub = bench.log.author_key(bench.officer.key_id), bench.log.author_key(bench.hub.key_id)
        assert officer is not None
        assert hub is not None
        assert (officer.public, officer.is_hub) == (bench.officer.public, False)
        assert (hub.public, hub.is_hub) == (bench.hub.public, True)
        assert bench.log.author_key("A" * 43) is None

    def test_a_new_key_of_the_hub_is_pinned_and_the_old_one_still_known(self, bench: Bench) -> None:
        new = SigningKey(bytes(range(32)))
        bench.log.commit(taken(bench.log.state(), new_hub_key=new.public))
        assert bench.log.state().hub_key == new.public
        for key in (new, bench.hub):
            found = bench.log.author_key(key.key_id)
            assert found is not None
            assert found.is_hub

    def test_a_configuration_is_kept_with_its_version(self, bench: Bench) -> None:
        bench.log.save_config(bench.config("c7"))
        assert bench.reopen().state().config_version == "c7"


class DeskLogContract(QueueContract, AnswerContract):
    """Subclass it as ``Test…`` with a fixture ``bench``."""

    @pytest.fixture
    def bench(self) -> Bench:
        raise NotImplementedError

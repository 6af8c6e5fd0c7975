"""A hub that lies, forgets or is somebody else: the desk applies nothing, loses nothing, and says what it found."""

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import pytest

from domain.actions import ActionKind
from domain.verdicts import Code
from sync import pull
from sync.anchors import GENESIS
from sync.desk_log import AuthorKey
from sync.encoding import b64u
from sync.keys import ACTION, HUB_KEY
from sync.protocol import AccessEntry, Control, EntryRow, Position, SyncAnswer, SyncRequest, VerdictRow, to_wire
from sync.record import Envelope, make
from tests.sync.desks import Desk, new_desk, village_and_kecamatan
from tests.sync.fakes import CONFIG, HUB_ID, NOON, VILLAGE, Officer, Seeded, key_of
from tests.sync.honest_hub import DeviceView, HonestHub

Lie = Callable[[SyncAnswer], SyncAnswer]


class LyingView(DeviceView):
    """Answers what the honest hub answers, changed by a lie."""

    lie: Lie = staticmethod(lambda answer: answer)

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        return self.lie(super().exchange(request))


def told(desk: Desk, hub: HonestHub, lie: Lie) -> str:
    """The word of the trouble that a desk finds when it is told a lie."""
    view = LyingView(hub, desk.log.state().device_id)
    view.lie = lie
    desk.hub = view
    desk.settle()
    return desk.engine.trouble.code if desk.engine.trouble else ""


def changed(**fields: Any) -> Lie:
    return lambda answer: msgspec.structs.replace(answer, **fields)


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    """A desk that has read two entries, with one more action in its queue."""
    desk = new_desk(hub, "clerk", officers=("colleague",))
    for _ in range(2):
        desk.log.record(desk.officer.submit())
    desk.settle()
    desk.log.record(desk.officer.submit())
    return desk


def test_a_new_epoch_without_a_branch_is_no_answer(desk: Desk, hub: HonestHub) -> None:
    before = desk.log.state()
    assert told(desk, hub, changed(epoch=2, branch=None)) == "unreadable"
    assert desk.log.state() == before
    assert len(desk.log.queued(before.acked, 10)) == 1


def test_a_history_that_became_shorter_is_found_by_the_hub(desk: Desk, hub: HonestHub) -> None:
    del hub.scopes[VILLAGE][-1]
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "history_differs"


def later(position: Position) -> dict[str, Position]:
    return {VILLAGE: position, CONFIG: Position(0, b64u(GENESIS))}


@pytest.mark.parametrize(
    "cursor",
    [
        later(Position(3, b64u(bytes(32)))),
        later(Position(1, b64u(bytes(32)))),
        {CONFIG: Position(0, b64u(GENESIS))},
    ],
)
def test_a_rewritten_history_is_found_by_the_desk(desk: Desk, hub: HonestHub, cursor: dict[str, Position]) -> None:
    before = desk.log.state()
    assert told(desk, hub, changed(cursor=cursor)) == "history_differs"
    assert desk.log.state() == before


def test_entries_kept_back_are_noticed(desk: Desk, hub: HonestHub) -> None:
    assert told(desk, hub, changed(actions=[])) == "unreadable"


def test_a_scope_that_nobody_asked_for_is_refused(desk: Desk, hub: HonestHub) -> None:
    def lie(answer: SyncAnswer) -> SyncAnswer:
        return msgspec.structs.replace(answer, cursor={**answer.cursor, "v:other": Position(0, b64u(GENESIS))})

    assert told(desk, hub, lie) == "unreadable"


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"ack_through": 1}, "gap"),
        ({"hub_now": "now"}, "unreadable"),
        ({"verdicts": []}, ""),
        ({"actions": [EntryRow("v:other", 1, 1, "id")]}, "unreadable"),
        ({"actions": [EntryRow(VILLAGE, 5, 1, "id")]}, "unreadable"),
        ({"verdicts": [VerdictRow(9, 3, "", None, None, Code.OK, None, "", "x" * 43)]}, "unreadable"),
        ({"verdicts": [VerdictRow(3, 3, "", None, None, Code.OK, None, "", "x" * 43)]}, ""),
        ({"control": [Control("new_hub_key", public=b64u(bytes(32)), signature=b64u(bytes(64)))]}, "false_entry"),
        ({"control": [Control("new_hub_key", public="short")]}, "unreadable"),
    ],
)
def test_what_no_hub_of_ours_says_is_not_believed(
    desk: Desk, hub: HonestHub, fields: dict[str, Any], word: str
) -> None:
    assert told(desk, hub, changed(**fields)) == word


def test_a_hub_that_acknowledges_less_than_before_is_noticed_before_anything_is_lost(
    desk: Desk, hub: HonestHub
) -> None:
    hub.devices["desk-clerk"].queues["desk-clerk-1"] = []
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "gap"
    assert desk.log.state().acked == 2


def test_a_hub_that_acknowledges_more_than_was_sent_is_believed_as_far_as_was_sent(desk: Desk, hub: HonestHub) -> None:
    state = desk.log.state()
    request = SyncRequest(
        device_id="desk-clerk",
        incarnation=state.incarnation,
        epoch=1,
        cursor={scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in state.cursor.items()},
        verdict_seen=2,
        now="",
    )
    answer = msgspec.structs.replace(hub.exchange(request), ack_through=3, access_ack=7, access_link="")
    taken = pull.check(desk.log, state, request, answer).taken
    assert (taken.ack_through, taken.access_ack) == (2, 0)


def test_an_answer_in_which_nothing_moves_is_no_reason_to_ask_at_once(desk: Desk, hub: HonestHub) -> None:
    def lie(answer: SyncAnswer) -> SyncAnswer:
        cursor = {scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in desk.log.state().cursor.items()}
        return msgspec.structs.replace(answer, ack_through=2, verdicts=[], actions=[], cursor=cursor)

    assert told(desk, hub, lie) == "unreadable"
    assert len(hub.asked) < 10


@dataclass(frozen=True)
class Forgery:
    author: str
    kind: ActionKind
    hub_id: str = HUB_ID
    signed_by: str = ""

    def envelope(self) -> Envelope:
        officer = Officer(self.author)
        office_kind = self.kind is not ActionKind.SUBMIT
        draft = replace(officer.draft(), kind=self.kind, hub_id=self.hub_id)
        draft = replace(draft, request=None) if office_kind else draft
        made = make(draft, {"a": 1}, officer.key, Seeded("salt").token_bytes)
        if self.signed_by:
            made = replace(made, signature=key_of(self.signed_by).sign(ACTION, made.action))
        return made


@pytest.mark.parametrize(
    "forgery",
    [
        Forgery("colleague", ActionKind.SUBMIT, signed_by="hub"),
        Forgery("colleague", ActionKind.SUBMIT, hub_id="hub-lain"),
        Forgery("colleague", ActionKind.KEY_CHANGED),
        Forgery("hub", ActionKind.SUBMIT),
    ],
)
def test_the_hub_cannot_put_words_into_an_officers_mouth(desk: Desk, hub: HonestHub, forgery: Forgery) -> None:
    hub.put(forgery.envelope(), VILLAGE)
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "false_entry"
    assert len(desk.log.entries[VILLAGE]) == 2


@pytest.mark.parametrize("forgery", [Forgery("colleague", ActionKind.SUBMIT), Forgery("hub", ActionKind.KEY_CHANGED)])
def test_what_a_colleague_and_the_hub_really_said_is_taken(desk: Desk, hub: HonestHub, forgery: Forgery) -> None:
    hub.put(forgery.envelope(), VILLAGE)
    desk.settle()
    assert len(desk.log.entries[VILLAGE]) == 4


def test_an_erased_payload_is_no_forgery(desk: Desk, hub: HonestHub) -> None:
    envelope = Forgery("colleague", ActionKind.SUBMIT).envelope()
    hub.put(replace(envelope, payload=None), VILLAGE)
    desk.settle()
    assert desk.engine.trouble is None


def test_another_payload_than_the_named_one_is_refused(desk: Desk, hub: HonestHub) -> None:
    envelope = Forgery("colleague", ActionKind.SUBMIT).envelope()
    hub.put(replace(envelope, payload=b"x" * 40), VILLAGE)
    desk.settle()
    assert desk.engine.trouble is not None
    assert len(desk.log.entries[VILLAGE]) == 2


@pytest.mark.parametrize("rev", [-1, 2**64])
def test_a_count_that_is_none_is_refused(desk: Desk, hub: HonestHub, rev: int) -> None:
    desk.log.queue.pop()
    envelope = Forgery("colleague", ActionKind.SUBMIT).envelope()
    assert told(desk, hub, changed(actions=[EntryRow(VILLAGE, 3, rev, to_wire(envelope))])) == "unreadable"


def test_a_new_key_that_the_old_one_announces_is_pinned(desk: Desk, hub: HonestHub) -> None:
    new = key_of("hub's next key")
    signature = hub.key.sign(HUB_KEY, new.public)
    orders = [Control("wipe"), Control("new_hub_key", public=b64u(new.public), signature=b64u(signature))]
    assert told(desk, hub, changed(control=orders)) == ""
    assert desk.log.state().hub_key == new.public
    assert desk.log.keys[new.key_id] == AuthorKey(new.public, is_hub=True)


def test_a_pause_is_kept(desk: Desk, hub: HonestHub) -> None:
    assert told(desk, hub, changed(control=[Control("pause", seconds=600)], more=True)) == ""
    assert desk.engine.due is not None
    assert (desk.engine.due - NOON).total_seconds() == 600


def test_the_hubs_wish_for_the_next_question_is_kept(desk: Desk, hub: HonestHub) -> None:
    assert told(desk, hub, changed(next_after=42)) == ""
    assert desk.engine.due is not None
    assert (desk.engine.due - NOON).total_seconds() == 42


def test_a_desk_restored_from_an_older_copy_learns_what_it_had_done(hub: HonestHub) -> None:
    desk = new_desk(hub, "clerk")
    desk.log.record(desk.officer.submit())
    desk.settle()
    backup = copy.deepcopy(desk.log)
    for _ in range(3):
        desk.log.record(desk.officer.submit())
    desk.settle()
    desk.log = backup
    desk.restart()
    desk.settle()
    assert desk.log.entries[VILLAGE] == [(1, own) for _, own in hub.scopes[VILLAGE]]
    assert desk.log.state().incarnation != "desk-clerk-1"
    assert desk.engine.trouble is None


def test_two_copies_of_one_desk_both_bring_their_work(hub: HonestHub) -> None:
    desk, other = village_and_kecamatan(hub)
    twin = new_desk(hub, "clerk", officers=("kasi",))
    twin.log, twin.officer = copy.deepcopy(desk.log), Officer("kasi")
    twin.restart()
    mine, theirs = desk.log.record(desk.officer.submit()), twin.log.record(twin.officer.submit())
    desk.settle()
    twin.settle()
    desk.settle()
    assert {mine.hash, theirs.hash} == {own for _, own in hub.scopes[VILLAGE]}
    assert desk.log.entries[VILLAGE] == twin.log.entries[VILLAGE]
    assert other.log.state().epoch == 0


def test_a_hub_that_calls_every_queue_forked_is_not_believed_for_ever(desk: Desk, hub: HonestHub) -> None:
    assert told(desk, hub, changed(ack_through=99)) == "device_fork"
    assert [each.envelope.hash for each in desk.log.queued(0, 9)] == [desk.log.queue[0].hash]


def test_a_hub_that_keeps_back_a_desks_own_actions_is_trouble(desk: Desk, hub: HonestHub) -> None:
    desk.log.queue.pop()

    def lie(answer: SyncAnswer) -> SyncAnswer:
        cursor = {**answer.cursor, VILLAGE: Position(3, b64u(bytes(32)))}
        return msgspec.structs.replace(answer, actions=[EntryRow(VILLAGE, 3, 1, "unknown-id")], cursor=cursor)

    assert told(desk, hub, lie) == "unreadable"


def test_an_access_entry_is_acknowledged_no_further_than_it_was_sent(desk: Desk, hub: HonestHub) -> None:
    desk.log.note("contoh")
    assert told(desk, hub, changed(access_ack=99, access_link="")) == ""
    assert desk.log.state().access_acked == 1
    assert isinstance(desk.log.access[0], AccessEntry)


@pytest.mark.parametrize("entries", [1, 250])
def test_an_access_log_that_does_not_continue_the_hubs_holds_nothing_else_up(
    desk: Desk, hub: HonestHub, entries: int
) -> None:
    """An older hub holds other entries in these places: an old copy of this disk was put back. Nothing is lost."""
    for _ in range(entries):
        desk.log.note("contoh")
    lie = changed(access_ack=0, access_link="")
    assert told(desk, hub, lie) == ""
    assert told(desk, hub, lie) == "", "nothing but the access log is left to send"
    state = desk.log.state()
    assert (state.acked, state.access_acked) == (state.last_seq, 0)

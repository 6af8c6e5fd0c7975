"""A desk whose hub was restored from a backup gives back what was lost, and goes on in the new epoch."""

from __future__ import annotations

import copy

import msgspec
import pytest

from domain.verdicts import Code
from sync import protocol
from sync.anchors import GENESIS
from sync.branches import Branch
from sync.errors import EpochChanged, Unreachable
from sync.protocol import SyncAnswer, SyncRequest
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import VILLAGE
from tests.sync.honest_hub import DeviceView, HonestHub


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub(per_answer=3)


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk", officers=("colleague",))


def exchanged(desk: Desk, count: int, wish: str = "") -> None:
    for _ in range(count):
        desk.log.record(desk.officer.submit(wish=wish))
    desk.settle()


def everything(hub: HonestHub) -> dict[str, set[str]]:
    return {scope: {own for _, own in entries} for scope, entries in hub.scopes.items()}


def test_what_was_acknowledged_after_the_backup_comes_back_once_and_in_order(hub: HonestHub, desk: Desk) -> None:
    exchanged(desk, 2)
    backup = copy.deepcopy(hub)
    exchanged(desk, 5)
    exchanged(desk, 1, wish="conflict")
    before = list(hub.scopes[VILLAGE])
    waiting = desk.log.record(desk.officer.submit())
    hub.restore(backup)
    desk.settle()
    assert desk.engine.trouble is None
    assert hub.scopes[VILLAGE] == [*before, (1, waiting.hash)]
    assert desk.log.entries[VILLAGE] == hub.scopes[VILLAGE]
    assert [code for _, code, _ in hub.given] == [Code.OK] * 5 + [Code.CONFLICT]
    assert desk.engine.totals.returned == 6
    assert desk.log.state().epoch == hub.epoch == 2
    assert desk.log.state().acked == desk.log.state().last_seq == 9


def test_a_cut_at_any_step_of_the_return_begins_it_again_and_doubles_nothing(hub: HonestHub, desk: Desk) -> None:
    exchanged(desk, 2)
    backup = copy.deepcopy(hub)
    exchanged(desk, 5)
    before = everything(hub)
    for cut in range(1, 8):
        fresh, again = copy.deepcopy(hub), copy.deepcopy(desk)
        fresh.restore(backup)
        again.hub = CutView(fresh, "desk-clerk", cut)
        again.restart()
        for _ in range(3):
            again.settle()
        assert again.engine.trouble is None
        assert everything(fresh) == before
        assert len(fresh.scopes[VILLAGE]) == 7


class CutView(DeviceView):
    """A line that breaks after the hub has answered for the n-th time."""

    def __init__(self, hub: HonestHub, device_id: str, cut: int) -> None:
        super().__init__(hub, device_id)
        self.left = cut

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        answer = super().exchange(request)
        self.left -= 1
        if self.left == 0:
            raise Unreachable("cut")
        return answer


def test_a_desk_that_has_read_less_than_the_backup_holds_only_goes_on(hub: HonestHub, desk: Desk) -> None:
    exchanged(desk, 2)
    colleague = new_desk(hub, "colleague", officers=("clerk",))
    exchanged(colleague, 2)
    hub.restore(copy.deepcopy(hub))
    desk.settle()
    assert hub.given == []
    assert desk.log.entries[VILLAGE] == hub.scopes[VILLAGE]


def test_where_not_even_the_branch_is_shared_the_desk_reads_all_anew(hub: HonestHub, desk: Desk) -> None:
    exchanged(desk, 2)
    hub.restore(HonestHub())
    hub.devices = {"desk-clerk": copy.deepcopy(HonestHub().seen_by("desk-clerk").hub.devices["desk-clerk"])}
    hub.told = {"desk-clerk": 0}
    other = new_desk(hub, "colleague")
    hub.told["desk-colleague"] = 0
    exchanged(other, 2)
    hub.branch[VILLAGE] = 1
    desk.settle()
    assert desk.engine.trouble is None
    assert {own for _, own in desk.log.entries[VILLAGE]} == everything(hub)[VILLAGE]
    assert len(hub.scopes[VILLAGE]) == 4


@pytest.mark.parametrize("taken", [0, 9])
def test_a_hub_that_says_it_looked_at_nothing_or_at_more_is_not_believed(
    hub: HonestHub, desk: Desk, taken: int
) -> None:
    exchanged(desk, 2)
    backup = HonestHub()
    backup.seen_by("desk-clerk")
    hub.restore(backup)

    class Lying(DeviceView):
        def exchange(self, request: SyncRequest) -> SyncAnswer:
            answer = super().exchange(request)
            if answer.branch is None or not request.given:
                return answer
            return msgspec.structs.replace(answer, branch=msgspec.structs.replace(answer.branch, taken=taken))

    desk.hub = Lying(hub, "desk-clerk")
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "unreadable"


def test_a_hub_that_changes_its_epoch_without_end_is_trouble(hub: HonestHub, desk: Desk) -> None:
    exchanged(desk, 1)

    class Restless(DeviceView):
        def exchange(self, request: SyncRequest) -> SyncAnswer:
            answer = super().exchange(msgspec.structs.replace(request, given=request.given or []))
            if request.given is None:
                raise EpochChanged(9)
            return msgspec.structs.replace(answer, epoch=9)

    desk.hub = Restless(hub, "desk-clerk")
    desk.settle()
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "epoch_changed"


def test_what_is_given_back_keeps_to_the_size_of_a_request(
    hub: HonestHub, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.per_answer = 50
    exchanged(desk, 12)
    backup = HonestHub()
    backup.seen_by("desk-clerk")
    hub.restore(backup)
    monkeypatch.setattr(protocol, "PUSH_BYTES_MAX", 1500)
    desk.settle()
    assert desk.engine.trouble is None
    assert len(hub.given) == 12
    assert max(len(request.given or ()) for request in hub.asked) < 12


def test_a_branch_travels() -> None:
    branch = Branch(cursor={VILLAGE: (0, "x")}, acked=1, verdict_seen=2, access_acked=3, taken=4)
    assert msgspec.json.decode(msgspec.json.encode(branch), type=Branch) == branch
    assert len(GENESIS) == 32

"""The first fill: parts one by one, each proved, cut anywhere, given up without harm, while the office goes on."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from sync import filling, packing
from sync.engine import Policy
from sync.errors import Unreachable, Unreadable
from sync.filling import pack_part, read_part
from sync.hub_port import LetterKey, Part
from sync.protocol import EntryRow, SyncRequest
from sync.record import hash_of
from sync.snapshots import Snapshot
from sync.steps import FetchPart, fits
from tests.sync.desks import Desk, new_desk, new_engine
from tests.sync.fakes import CONFIG, VILLAGE
from tests.sync.honest_hub import DeviceView, HonestHub
from tests.sync.hub_copies import take_snapshot


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> HonestHub:
    """A hub with forty entries and a snapshot of them in six parts."""
    monkeypatch.setattr(filling, "LEAST", 10)
    made = HonestHub()
    colleague = new_desk(made, "colleague")
    for _ in range(40):
        colleague.log.record(colleague.officer.submit())
    colleague.settle()
    take_snapshot(made, per_part=7)
    made.asked.clear()
    return made


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk", officers=("colleague",))


def is_filled(desk: Desk, hub: HonestHub) -> bool:
    state = desk.log.state()
    end = len(hub.scopes[VILLAGE])
    return (
        desk.engine.trouble is None
        and state.filling == ""
        and desk.log.entries[VILLAGE] == hub.scopes[VILLAGE]
        and state.cursor[VILLAGE] == (end, hub.anchor(VILLAGE, end))
    )


def entry_by_entry(hub: HonestHub) -> int:
    """How many requests asked for the village's entries from near the beginning."""
    return sum(VILLAGE in request.cursor and 0 < request.cursor[VILLAGE].seq < 40 for request in hub.asked)


def test_a_new_desk_is_filled_from_the_parts_and_goes_on_from_their_end(desk: Desk, hub: HonestHub) -> None:
    colleague = new_desk(hub, "second", officers=("clerk",))
    desk.log.keys |= colleague.log.keys
    later = colleague.log.record(colleague.officer.submit())
    colleague.engine._filling.refused = True
    colleague.log.keys |= desk.log.keys
    colleague.settle()
    hub.asked.clear()
    desk.settle()
    assert is_filled(desk, hub)
    assert desk.log.entries[VILLAGE][-1][1] == later.hash
    assert desk.engine.totals.received == 5 + 40 + 1, "a page, the snapshot, and what came after it"
    assert entry_by_entry(hub) == 0
    desk.settle()
    assert desk.engine.totals.received == 46


def test_what_the_office_does_meanwhile_goes_out_between_two_parts(desk: Desk, hub: HonestHub) -> None:
    desk.engine.wake()
    while desk.log.filled is None or desk.log.filled.done < 2:
        desk.step()
    sent = desk.log.record(desk.officer.submit())
    for _ in range(3):
        desk.step()
    assert hub.scopes[VILLAGE][-1][1] == sent.hash
    assert desk.log.state().filling == VILLAGE
    assert CONFIG in hub.asked[-1].cursor
    assert VILLAGE not in hub.asked[-1].cursor
    desk.settle()
    assert is_filled(desk, hub)


def test_a_fill_that_is_cut_goes_on_where_it_was(desk: Desk, hub: HonestHub) -> None:
    class Cut(DeviceView):
        left = 5
        read = 0

        def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
            self.left -= 1
            if self.left % 3 == 0:
                raise Unreachable("cut")
            found = super().read_snapshot(sha256, offset, length)
            self.read += len(found.content)
            return found

    view = Cut(hub, desk.log.state().device_id)
    desk.hub = view
    for _ in range(30):
        desk.restart()
        desk.settle()
    assert is_filled(desk, hub)
    assert view.read == sum(map(len, hub.parts.values())), "no byte came twice"


def test_a_program_that_ends_between_the_last_part_and_the_end_takes_that_part_once_more(
    desk: Desk, hub: HonestHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise Unreachable("the program ended here")

    with monkeypatch.context() as once:
        once.setattr(desk.log.first_fill, "end", ended)
        desk.settle()
    assert desk.log.filled is not None
    assert desk.log.filled.done == len(hub.parts)
    desk.restart()
    desk.settle()
    assert is_filled(desk, hub)


def test_a_full_disk_takes_no_snapshot_now(desk: Desk, hub: HonestHub) -> None:
    desk.engine = new_engine(desk.log, Policy(fetch=False))
    desk.settle()
    assert desk.log.state().filling == VILLAGE
    assert desk.log.filled is not None
    assert desk.log.filled.done == 0


def spoilt(hub: HonestHub, content: bytes) -> None:
    """The second part is another one, under its own hash."""
    assert hub.snapshot is not None
    parts = [*hub.snapshot.parts]
    parts[1] = (hash_of(content), len(content))
    hub.parts[hash_of(content)] = content
    hub.snapshot = replace(hub.snapshot, parts=parts)


def other(hub: HonestHub, **changes: object) -> bytes:
    assert hub.snapshot is not None
    rows = read_part(hub.parts[hub.snapshot.parts[1][0]])
    return pack_part([replace(row, **changes) for row in rows])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda hub: spoilt(hub, b"no part"),
        lambda hub: spoilt(hub, other(hub, scope="config")),
        lambda hub: spoilt(hub, other(hub, seq=99)),
        lambda hub: spoilt(hub, other(hub, what="id")),
        lambda hub: spoilt(hub, other(hub, rev=9)),
        lambda hub: hub.parts.popitem(),
        lambda hub: hub.parts.update({hub.snapshot.parts[2][0]: b"other bytes"}),
    ],
)
def test_a_snapshot_of_no_use_is_left_and_the_log_comes_entry_by_entry(
    desk: Desk, hub: HonestHub, spoil: object
) -> None:
    spoil(hub)  # type: ignore[operator]
    desk.settle()
    assert is_filled(desk, hub)
    assert entry_by_entry(hub) > 3
    assert not hub.asked[-1].snapshots


def test_a_part_with_an_author_that_nobody_knows_is_left_too(desk: Desk, hub: HonestHub) -> None:
    unknown = desk.log.keys
    desk.log.keys = {key: each for key, each in unknown.items() if each.is_hub or key == desk.officer.key.key_id}
    desk.settle()
    assert desk.log.state().filling == ""
    assert desk.engine.trouble is not None
    assert desk.engine.trouble.code == "false_entry"


@pytest.mark.parametrize("odd", [{"scope": "k:64.02.09"}, {"parts": []}, {"seq": 9}])
def test_an_offer_that_spares_nothing_is_passed_over(desk: Desk, hub: HonestHub, odd: dict[str, object]) -> None:
    assert hub.snapshot is not None
    hub.snapshot = replace(hub.snapshot, **odd)
    desk.settle()
    assert is_filled(desk, hub)
    assert all(isinstance(each, SyncRequest) for each in hub.asked)


def test_a_part_that_comes_when_nothing_is_filled_any_more_changes_nothing(desk: Desk) -> None:
    before = desk.log.state()
    assert desk.engine._filling.take(desk.log, b"") == 0
    assert desk.engine._filling.step(desk.log, dataclasses.replace(before, filling=VILLAGE)) is None
    assert desk.log.state() == before


def test_a_snapshot_has_parts_and_no_letters(desk: Desk, hub: HonestHub) -> None:
    key = LetterKey("r", "l")
    hub.letters[key] = (b"letter", "signed")
    assert filling._Parts(desk.hub).read_letter(key, 0, 9).content == b"letter", "passed on as it is"


def test_a_part_is_a_list_of_entries() -> None:
    rows = [EntryRow(VILLAGE, 1, None, "id")]
    assert read_part(pack_part(rows)) == rows
    for junk in (b"", b"junk", pack_part(rows)[:-1], packing.pack(b"{}", packing.ZSTD)):
        with pytest.raises(Unreadable):
            read_part(junk)
    assert fits(FetchPart("x", 1), b"")
    assert not fits(None, b"")
    assert Snapshot(scope=VILLAGE, seq=1, anchor="", parts=[]).parts == []

"""What a desk that repairs its copy is told: the hub's own anchors and entries, of its own scopes alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hub.service.exchange import exchange
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u
from sync.errors import NotAllowed, Unreadable
from sync.protocol import SyncAnswer, from_wire
from sync.ranges import PLACES_MAX, RangeQuery
from tests.hub.desks import Desk, enrol
from tests.hub.stories import submit
from tests.hub.town import VILLAGE, Town

USAHA = "surat-keterangan-usaha"


@pytest.fixture
def village(town: Town) -> Desk:
    desk = enrol(town, VILLAGE, "clerk")
    for _ in range(3):
        submit(desk, "clerk", USAHA)
    desk.sync()
    return desk


def ask(desk: Desk, query: RangeQuery) -> SyncAnswer:
    return exchange(desk.town.ground, desk.known_as, replace(desk.request(cursor={}), ranges=query))


def test_a_desk_that_repairs_its_copy_is_told_places_and_whole_entries(village: Desk) -> None:
    seq, anchor = village.cursor[village.scope]
    told = ask(village, RangeQuery(places={village.scope: [1, seq, seq + 5], "config": []})).ranges
    assert told is not None
    assert told.heads[village.scope] == (seq, b64u(anchor))
    assert [each for each, _ in told.anchors[village.scope]] == [1, seq]
    assert told.anchors[village.scope][-1] == (seq, b64u(anchor))
    answer = ask(village, RangeQuery(scope=village.scope, after=1, through=seq + 9))
    assert answer.ranges is not None
    assert answer.ranges.anchors == {village.scope: [(seq, b64u(anchor))]}
    reached = told.anchors[village.scope][0][1]
    first = village.entries[village.scope][0]
    led = next_anchor(GENESIS, first.hash, None if first.request is None else 1)
    assert reached == b64u(led)
    for row in answer.actions:
        assert not isinstance(row.what, str), "its own too: it may have lost them"
        led = next_anchor(led, from_wire(row.what).hash, row.rev)
    assert led == anchor
    assert [row.seq for row in answer.actions] == list(range(2, seq + 1))
    assert answer.cursor == {}


def test_a_range_behind_the_end_holds_nothing(village: Desk) -> None:
    answer = ask(village, RangeQuery(scope=village.scope, after=90, through=99))
    assert answer.actions == []
    assert answer.ranges is not None
    assert answer.ranges.anchors == {village.scope: []}


def test_only_as_many_entries_are_told_as_fit(village: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub.service.telling_ranges.ANSWER_BYTES", 10)
    answer = ask(village, RangeQuery(scope=village.scope, after=0, through=3))
    assert [row.seq for row in answer.actions] == [1]


def test_what_no_honest_desk_asks_of_ranges_is_refused(village: Desk) -> None:
    asked: list[tuple[RangeQuery, type[Exception]]] = [
        (RangeQuery(places={"v:64.02.04.2006": [1]}), NotAllowed),
        (RangeQuery(scope="k:64.02.04", after=0, through=1), NotAllowed),
        (RangeQuery(places={"config": list(range(PLACES_MAX + 1))}), Unreadable),
        (RangeQuery(scope="config", after=4, through=4), Unreadable),
    ]
    for query, refused in asked:
        with pytest.raises(refused):
            ask(village, query)
    stranger = replace(village.request(), device_id="64.02.04-other", ranges=RangeQuery())
    with pytest.raises(NotAllowed):
        exchange(village.town.ground, type(village.known_as)(village.known_as.shard, "64.02.04-other"), stranger)


def test_a_scope_in_which_nothing_stands_ends_at_its_beginning(town: Town) -> None:
    desk = enrol(town, VILLAGE, "clerk")
    told = ask(desk, RangeQuery(places={desk.scope: [1]})).ranges
    assert told is not None
    assert told.heads == {desk.scope: (0, b64u(GENESIS))}
    assert told.anchors == {desk.scope: []}

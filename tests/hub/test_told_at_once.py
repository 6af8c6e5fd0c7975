"""What a hub tells of what it has just written is what it reads to whoever asks the same again."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from domain.actions import ActionKind
from hub.service.exchange import exchange
from sync.protocol import SyncAnswer
from tests.hub.desks import Desk, enrol
from tests.hub.stories import submit
from tests.hub.town import VILLAGE, Town


def told_twice(desk: Desk, **changes: Any) -> SyncAnswer:
    """The answer to a request, which is the answer to the very same one again."""
    asked = desk.request(**changes)
    first = exchange(desk.town.ground, desk.known_as, asked)
    again = exchange(desk.town.ground, desk.known_as, asked)
    assert replace(first, nonce="", hub_now="") == replace(again, nonce="", hub_now="")
    return first


def file(desk: Desk) -> None:
    request = submit(desk, "clerk", "surat-keterangan-usaha").request or ""
    desk.act("clerk", ActionKind.ADD_DOCUMENT, request, base=desk.head(request), content={"files": {}})


def test_a_desk_hears_of_its_own_as_if_it_were_read(town: Town) -> None:
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    file(desk)
    answer = told_twice(desk)
    assert [row.seq for row in answer.actions] == [row.seq for row in answer.verdicts] != []
    assert all(isinstance(row.what, str) for row in answer.actions)
    desk.take(answer)
    file(desk)
    assert not any(isinstance(row.what, str) for row in told_twice(desk, whole=True).actions)


def test_what_a_desk_has_not_read_before_is_read(town: Town) -> None:
    first, second = enrol(town, VILLAGE, "clerk"), enrol(town, VILLAGE, "kades")
    for desk in (first, second):
        desk.sync()
    submit(first, "clerk", "surat-keterangan-usaha")
    first.sync()
    submit(second, "kades", "surat-keterangan-usaha")
    answer = told_twice(second)
    assert len(answer.actions) == 2 > len(answer.verdicts)
    assert told_twice(second, want_bytes=1, verdict_seen=0, push=[]).more


def test_the_same_twice_in_one_request_is_told_twice(town: Town) -> None:
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    submit(desk, "clerk", "surat-keterangan-usaha")
    desk.queue *= 2
    assert [row.device_seq for row in told_twice(desk).verdicts] == [1, 2]

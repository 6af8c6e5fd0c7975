"""The access log of a desk whose older copy was put back: what it notes in its second life comes to the hub too."""

from __future__ import annotations

from copy import deepcopy

import msgspec
import pytest

from sync import pull
from sync.anchors import GENESIS
from sync.desk_log import Rewound
from sync.encoding import b64u
from sync.errors import Unreadable
from sync.push import build
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import NOON
from tests.sync.honest_hub import HonestHub
from tests.sync.test_lying_hub import changed, told


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk")


def noted(desk: Desk, *texts: str) -> None:
    for text in texts:
        desk.log.note(text)


def at_hub(hub: HonestHub) -> list[str]:
    return [entry.decode().split('"')[3] for entry, _ in hub.devices["desk-clerk"].access]


def lives_twice(desk: Desk, *later: str, second: str = "lima") -> None:
    """Three looks, a copy of the disk, two more looks; then the copy is put back, and somebody looks again."""
    noted(desk, "satu", "dua", "tiga")
    desk.settle()
    copy = deepcopy(desk.log)
    noted(desk, *later)
    desk.settle()
    desk.log = copy
    noted(desk, second)
    desk.restart()


def test_what_a_desk_notes_in_its_second_life_goes_on_behind_the_first(desk: Desk, hub: HonestHub) -> None:
    lives_twice(desk, "empat")
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga", "empat", "lima"]
    assert desk.log.state().access_acked == 5


def test_a_second_life_that_has_noted_nothing_goes_on_behind_the_first_when_it_does(desk: Desk, hub: HonestHub) -> None:
    lives_twice(desk, "empat", "lima", second="enam")
    desk.log.access.pop()
    desk.settle()
    noted(desk, "enam")
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga", "empat", "lima", "enam"]


def test_a_log_longer_than_a_request_follows_whole(desk: Desk, hub: HonestHub) -> None:
    lives_twice(desk, "empat")
    noted(desk, *map(str, range(450)))
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga", "empat", "lima", *map(str, range(450))]


def test_two_living_copies_of_a_disk_take_turns(desk: Desk, hub: HonestHub) -> None:
    twin = new_desk(hub, "clerk")
    noted(desk, "satu")
    desk.settle()
    twin.log = deepcopy(desk.log)
    twin.restart()
    for turn in range(3):
        noted(desk, f"kiri {turn}")
        noted(twin, f"kanan {turn}")
        desk.settle()
        twin.settle()
    assert sorted(at_hub(hub)) == sorted(
        ["satu", *(f"{side} {turn}" for side in ("kiri", "kanan") for turn in range(3))]
    )


def test_a_hub_that_has_lost_the_end_is_told_it_again(desk: Desk, hub: HonestHub) -> None:
    noted(desk, "satu", "dua", "tiga")
    desk.settle()
    del hub.devices["desk-clerk"].access[1:]
    desk.settle()
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga"]


def test_a_hub_that_has_lost_what_a_former_life_noted_is_told_what_this_one_did(desk: Desk, hub: HonestHub) -> None:
    lives_twice(desk, "empat", "lima", second="enam")
    desk.settle()
    del hub.devices["desk-clerk"].access[4:]
    desk.settle()
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga", "empat", "enam"]


def test_a_desk_sent_back_behind_its_seam_goes_on_with_what_it_has(desk: Desk, hub: HonestHub) -> None:
    """A hub restored from before the second life: in place of what only it held there is nothing to send."""
    lives_twice(desk, "empat", "lima", second="enam")
    desk.settle()
    del hub.devices["desk-clerk"].access[2:]
    state = desk.log.state()
    desk.log.rewind(
        Rewound(
            epoch=state.epoch, cursor=state.cursor, acked=state.acked, verdict_seen=0, access_acked=2, nonce=state.nonce
        )
    )
    desk.settle()
    noted(desk, "tujuh")
    desk.settle()
    assert at_hub(hub) == ["satu", "dua", "tiga", "enam", "tujuh"]


def test_an_older_hub_that_tells_no_link_is_believed_as_far_as_was_sent(desk: Desk, hub: HonestHub) -> None:
    hub.tells_link = False
    lives_twice(desk, "empat")
    desk.settle()
    assert desk.log.state().access_acked == 4
    assert at_hub(hub) == ["satu", "dua", "tiga", "empat"]


def test_a_link_that_is_always_another_one_is_followed_once_in_a_round(desk: Desk, hub: HonestHub) -> None:
    desk.settle()
    noted(desk, "satu")
    asked = len(hub.asked)
    assert told(desk, hub, changed(access_ack=7, access_link=b64u(b"7" * 32))) == ""
    assert len(hub.asked) - asked == 2
    assert [entry.n for entry in desk.log.access_after(7, 9)] == [8]


@pytest.mark.parametrize(
    ("ack", "link"),
    [(-1, b64u(bytes(32))), (2**60, b64u(bytes(32))), (0, b64u(b"1" * 32)), (1, "kurang")],
)
def test_a_place_in_the_access_log_that_is_none_is_not_believed(
    desk: Desk, hub: HonestHub, ack: int, link: str
) -> None:
    state = desk.log.state()
    request = build(desk.log, state, NOON, 9, whole=False)
    answer = msgspec.structs.replace(desk.hub.exchange(request), access_ack=ack, access_link=link)
    with pytest.raises(Unreadable):
        pull.check(desk.log, state, request, answer)


def test_a_log_in_which_nothing_stands_has_the_first_link(desk: Desk, hub: HonestHub) -> None:
    desk.settle()
    assert (desk.log.state().access_acked, hub.link_of("desk-clerk")) == (0, GENESIS)

"""Numbers that desks use offline, give back, or used in a former life of their disk."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.actions import Action, ActionKind, Json
from domain.verdicts import Code
from hub.errors import Refused
from hub.service.leasing_calls import lease_for
from hub.store.growing import numbers
from sync.errors import NotAllowed
from tests.hub.desks import Desk, enrol
from tests.hub.stories import lease_of
from tests.hub.town import VILLAGE, Town

USAHA = "surat-keterangan-usaha"


@pytest.fixture
def village(town: Town) -> Desk:
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    return desk


def _use(desk: Desk, n: int, lease: Action | None = None) -> tuple[Code, str]:
    held = lease or lease_of(desk, USAHA)
    number: Json = {"book": USAHA, "year": 2026, "n": n}
    body = {"number": number, "lease": held.id, "reason": "kertas_rusak"}
    action = desk.act("clerk", ActionKind.NUMBER_USED, None, body=body)
    desk.sync()
    row = [each for each in desk.verdicts if each.action == action.hash][-1]
    return row.code, row.reason


def _give_back(desk: Desk, first: int, last: int, lease: str = "") -> tuple[Code, str]:
    body = {"lease": lease or lease_of(desk, USAHA).id, "first": first, "last": last}
    action = desk.act("clerk", ActionKind.NUMBER_RETURNED, None, body=body)
    desk.sync()
    row = [each for each in desk.verdicts if each.action == action.hash][-1]
    return row.code, row.reason


def test_a_new_life_of_a_village_desk_begins_with_numbers_of_its_own(village: Desk) -> None:
    assert (lease_of(village, USAHA).whole("first"), lease_of(village, USAHA).whole("last")) == (1, 20)
    village.incarnation, village.acked = "hidup-2", 0
    village.sync()
    assert (lease_of(village, USAHA).whole("first"), lease_of(village, USAHA).whole("last")) == (21, 40)


def test_a_number_on_paper_is_used_once(village: Desk) -> None:
    assert _use(village, 3) == (Code.OK, "")
    assert _use(village, 3) == (Code.INVALID, "number_taken")
    assert _use(village, 30) == (Code.INVALID, "number_not_leased")
    assert [each.kind for each in village.entries[village.scope]][-1] is ActionKind.NUMBER_USED


def test_an_expired_lease_is_judged_as_of_the_time_of_use(village: Desk) -> None:
    lease = lease_of(village, USAHA)
    village.town.clock.pass_by(days=61)
    village.sync()
    assert _use(village, 4, lease) == (Code.INVALID, "number_not_leased")


def test_what_a_former_life_used_counts_and_what_the_new_one_takes_from_it_does_not(village: Desk) -> None:
    lease = lease_of(village, USAHA)
    number: Json = {"book": USAHA, "year": 2026, "n": 5}
    body = {"number": number, "lease": lease.id, "reason": "kertas_rusak"}
    earlier = village.make("clerk", ActionKind.NUMBER_USED, None, body=body)
    village.town.clock.pass_by(hours=1)
    village.incarnation, village.acked, village.queue = "hidup-2", 0, [earlier]
    assert [row.code for row in village.sync()] == [Code.OK]
    village.town.clock.pass_by(hours=1)
    assert _use(village, 6, lease) == (Code.INVALID, "number_not_leased")


def test_a_lease_given_back_leaves_no_number_free(village: Desk) -> None:
    assert _use(village, 1) == (Code.OK, "")
    assert _give_back(village, 1, 20) == (Code.INVALID, "number_taken")
    assert _give_back(village, 5, 9) == (Code.INVALID, "number_not_leased")
    assert _give_back(village, 2, 20) == (Code.OK, "")
    assert _give_back(village, 2, 20, "unknown") == (Code.INVALID, "number_not_leased")
    assert _use(village, 7) == (Code.INVALID, "number_not_leased")
    with village.town.ground.store.reading() as connection:
        states = connection.execute(select(numbers.c.state).where(numbers.c.book == USAHA)).scalars().all()
    assert sorted(states) == ["used"] + ["void"] * 19


def test_books_begin_where_their_paper_ended(town: Town) -> None:
    town.apply(books=[{"office": VILLAGE, "book": USAHA, "year": 2026, "first": 113}])
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    assert lease_of(desk, USAHA).whole("first") == 113


def test_a_desk_does_not_hoard_numbers(village: Desk) -> None:
    ground = village.town.ground
    lease_for(ground, village.sender, (VILLAGE, USAHA, 2026, 20))
    lease_for(ground, village.sender, (VILLAGE, USAHA, 2026, 20))
    with pytest.raises(Refused) as refused:
        lease_for(ground, village.sender, (VILLAGE, USAHA, 2026, 20))
    assert refused.value.code == "enough_numbers"


def test_a_desk_that_never_exchanged_has_no_life_to_lease_to(town: Town) -> None:
    desk = enrol(town, VILLAGE, "clerk")
    with pytest.raises(NotAllowed):
        lease_for(town.ground, desk.sender, (VILLAGE, USAHA, 2026, 5))

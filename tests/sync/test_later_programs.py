"""A hub that runs a later program: what this one does not know stays at the hub, and nothing else is held up by it."""

from __future__ import annotations

import pytest

from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import VILLAGE, Officer
from tests.sync.honest_hub import HonestHub
from tests.sync.later import of_a_later_kind, put_later, updated


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk", officers=("colleague",))


def trouble(desk: Desk) -> str:
    return desk.engine.trouble.code if desk.engine.trouble else ""


def test_a_kind_of_a_later_program_is_told_and_stays_at_the_hub(desk: Desk, hub: HonestHub) -> None:
    hub.put(Officer("colleague").submit(), VILLAGE)
    put_later(hub, of_a_later_kind(Officer("colleague")), VILLAGE)
    hub.put(Officer("colleague").submit(), VILLAGE)
    assert desk.settle() < 10
    assert trouble(desk) == "too_old"
    assert desk.log.state().cursor[VILLAGE][0] == 1
    assert len(desk.log.entries[VILLAGE]) == 1


def test_what_was_recorded_is_sent_all_the_same(desk: Desk, hub: HonestHub) -> None:
    put_later(hub, of_a_later_kind(Officer("colleague")), VILLAGE)
    for _ in range(3):
        desk.log.record(desk.officer.submit())
    desk.settle()
    assert desk.log.state().acked == 3
    assert len(hub.scopes[VILLAGE]) == 4
    assert trouble(desk) == "too_old"


def test_after_the_update_it_comes_with_all_behind_it(desk: Desk, hub: HonestHub) -> None:
    put_later(hub, of_a_later_kind(Officer("colleague")), VILLAGE)
    hub.put(Officer("colleague").submit(), VILLAGE)
    desk.settle()
    with updated():
        desk.restart()
        desk.settle()
    assert trouble(desk) == ""
    assert desk.log.state().cursor[VILLAGE][0] == 2

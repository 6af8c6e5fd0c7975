"""A hub that runs a later program: what this one does not know stays at the hub, and nothing else is held up by it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import rfc8785

from domain.actions import ActionKind
from domain.verdicts import Code
from sync import reading
from sync.keys import ACTION
from sync.record import Envelope, read_action
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import VILLAGE, Officer
from tests.sync.honest_hub import HonestHub, Stored

LATER = "teleport"


def of_a_later_kind(officer: Officer) -> Envelope:
    """An action that only a later program knows, as its author's own program made it."""
    said = json.loads(officer.submit().action)
    action = rfc8785.dumps(said | {"kind": LATER, "later": [1]})
    return Envelope(action, officer.key.sign(ACTION, action), None)


def put_later(hub: HonestHub, envelope: Envelope, scope: str) -> None:
    known = read_action(Officer("colleague").submit().action)
    hub.actions[envelope.hash] = Stored(envelope, known, Code.OK, "elsewhere", 1)
    hub.scopes[scope].append((1, envelope.hash))


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk", officers=("colleague",))


@pytest.fixture
def updated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program after its update: it knows the kind."""
    kinds = {**{kind.value: kind for kind in ActionKind}, LATER: ActionKind.PRINTED}
    with monkeypatch.context() as patched:
        patched.setattr(reading, "ActionKind", kinds.__getitem__)
        yield


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


def test_after_the_update_it_comes_with_all_behind_it(
    desk: Desk, hub: HonestHub, request: pytest.FixtureRequest
) -> None:
    put_later(hub, of_a_later_kind(Officer("colleague")), VILLAGE)
    hub.put(Officer("colleague").submit(), VILLAGE)
    desk.settle()
    request.getfixturevalue("updated")
    read_action.__globals__["_read_kept"].cache_clear()
    desk.restart()
    desk.settle()
    assert trouble(desk) == ""
    assert desk.log.state().cursor[VILLAGE][0] == 2

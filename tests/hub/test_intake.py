"""Bodies on their way in: as slow as a poor line, never slower, never more at once than there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hub.api.app import make_app
from hub.api.intake import Intake
from hub.store.opening import Store
from tests.hub.raw_http import Asked, Forever, Heard, InProcess, Slowly
from tests.hub.rogue import said
from tests.hub.town import Town, open_town

PIECE = bytes(1000)


@pytest.fixture
def town(sqlite_store: Store, tmp_path: Path) -> Town:
    return open_town(sqlite_store, tmp_path)


def asked(town: Town, intake: Intake, *asking: Asked) -> list[Heard]:
    """All of it asked at once."""
    with closing(InProcess(make_app(town.ground, lambda: None, intake))) as hub:
        return hub.ask_all(asking)


def leasing(pieces: Iterator[bytes] | Slowly | Forever) -> Asked:
    return Asked("POST", "/v1/leases", (), pieces)


def test_a_body_that_comes_no_more_is_let_go(town: Town) -> None:
    intake = Intake(stall=0.01)
    (heard,) = asked(town, intake, leasing(Forever()))
    assert (heard.status, said(heard)) == (408, "too_slow")
    assert b"Data tetap tersimpan" in heard.body
    assert "signature" in heard.headers
    assert intake.held == 0


def test_a_body_that_trickles_is_let_go_though_a_byte_comes_now_and_then(town: Town) -> None:
    intake = Intake(stall=0.05, slowest=64 * 1024 / 0.05)
    (heard,) = asked(town, intake, leasing(Slowly(b"x", 0.02)))
    assert (heard.status, said(heard)) == (408, "too_slow")
    assert intake.held == 0


def test_bodies_for_which_there_is_no_room_wait_and_those_that_are_there_are_answered(town: Town) -> None:
    intake = Intake(room=2500, stall=0.2)
    heard = asked(town, intake, *(leasing(Forever([PIECE])) for _ in range(3)))
    assert sorted(each.status for each in heard) == [408, 408, 503]
    full = next(each for each in heard if each.status == 503)
    assert (said(full), full.headers["retry-after"]) == ("busy", "5")
    assert intake.held == 0
    (later,) = asked(town, intake, leasing(iter([PIECE, PIECE])))
    assert later.status == 403, "a stranger, but there is room"


def test_a_length_that_is_too_much_is_refused_before_a_byte_is_read(town: Town) -> None:
    (heard,) = asked(town, Intake(), Asked("POST", "/v1/leases", (("Content-Length", "999999"),), Forever()))
    assert heard.status == 413

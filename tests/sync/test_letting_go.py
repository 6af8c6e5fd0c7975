"""The one rule by which a desk removes its own copy of bytes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.letting_go import KEEPING, Held, may_let_go
from tests.sync.fakes import NOON, VILLAGE

PLENTY, LITTLE = KEEPING.floor, KEEPING.floor - 1
LONG_AGO, SOME_TIME_AGO, NEWLY = (NOON - timedelta(days=days) for days in (90, 30, 29))


def held(**changes: object) -> Held:
    known: dict[str, object] = {"scope": VILLAGE, "known_at": 7, "ended": LONG_AGO}
    return Held(**{**known, **changes})  # type: ignore[arg-type]  # the names are those of the fields


def test_a_copy_goes_when_a_backup_was_made_after_the_hub_had_the_bytes() -> None:
    assert may_let_go(held(), {VILLAGE: 8}, NOON, PLENTY)


@pytest.mark.parametrize("durable", [{}, {VILLAGE: 0}, {VILLAGE: 7}, {"k:64.02.01": 99}])
def test_what_no_later_backup_holds_is_never_removed(durable: dict[str, int]) -> None:
    assert not may_let_go(held(), durable, NOON, 0)


def test_what_the_hub_may_not_have_or_an_open_request_needs_is_never_removed() -> None:
    assert not may_let_go(held(known_at=None), {VILLAGE: 99}, NOON, 0)
    assert not may_let_go(held(ended=None), {VILLAGE: 99}, NOON, 0)


def test_a_full_disk_shortens_the_time_and_does_not_end_it() -> None:
    durable = {VILLAGE: 8}
    assert not may_let_go(held(ended=SOME_TIME_AGO), durable, NOON, PLENTY)
    assert may_let_go(held(ended=SOME_TIME_AGO), durable, NOON, LITTLE)
    assert not may_let_go(held(ended=NEWLY), durable, NOON, 0)

"""Room that is held for the day when the disk is full."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sync.ballast import NAME, Ballast, free_bytes, give_up, give_up_when_low
from tests.room import no_room

SIZE = 100_000


def test_the_room_is_held_given_up_and_held_again(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, SIZE)
    assert not ballast.whole()
    assert ballast.refill()
    assert ballast.whole()
    assert ballast.refill()
    assert (tmp_path / NAME).stat().st_blocks * 512 >= SIZE, "blocks of the disk, and no hole"
    assert give_up(tmp_path)
    assert not give_up(tmp_path)
    assert not ballast.whole()


def test_room_is_written_where_the_system_cannot_reserve_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fallocate")
    assert Ballast(tmp_path, SIZE).refill()
    assert (tmp_path / NAME).stat().st_size >= SIZE


def test_none_is_held_where_nobody_wants_any_or_too_little_would_be_left(tmp_path: Path) -> None:
    assert not Ballast(tmp_path, 0).refill()
    assert not Ballast(tmp_path, free_bytes(tmp_path)).refill()
    with no_room():
        assert not Ballast(tmp_path, SIZE).refill()
    assert not (tmp_path / NAME).exists()


def test_with_room_left_nothing_is_given_up(tmp_path: Path) -> None:
    assert Ballast(tmp_path, SIZE).refill()
    assert not give_up_when_low(tmp_path)
    assert not give_up_when_low(tmp_path / "hilang")
    assert (tmp_path / NAME).exists()

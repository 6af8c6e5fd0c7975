"""Room that a hub holds for the day when its disk is full."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import OperationalError

from hub.admin.doctor import _disk
from hub.admin.folder import Place
from hub.errors import StorageFull
from hub.service.reserving import Reserve
from hub.service.worker import Worker
from hub.store import opening
from hub.store.opening import Store
from sync.ballast import NAME
from tests.hub.town import Town
from tests.room import fill, small_disk

SIZE = 100_000


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


def test_a_write_that_found_no_room_lets_go_of_it_for_the_next(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, SIZE)
    assert reserve.look()
    full = OperationalError("COMMIT", None, sqlcipher.OperationalError("database or disk is full"))
    with pytest.raises(StorageFull), opening._world_errors(tmp_path):
        raise full
    assert not (tmp_path / NAME).exists()
    assert reserve.look(), "there is room again"


def test_where_little_is_left_it_is_let_go_before_anything_fails(tmp_path: Path) -> None:
    with small_disk(tmp_path / "kecil") as disk:
        (disk / NAME).write_bytes(bytes(SIZE))
        fill(disk)
        assert not Reserve(disk, SIZE).look()
        (disk / "yang-terakhir").write_bytes(bytes(SIZE))


def test_the_worker_looks_after_it_and_the_doctor_tells(town: Town, tmp_path: Path) -> None:
    place = Place(tmp_path, tmp_path / "kunci")
    assert "Ruang cadangan hub tidak dipegang" in _disk(place).sentence
    Worker(town.ground, Reserve(tmp_path))._look()
    assert (tmp_path / NAME).exists()
    assert "cadangan" not in _disk(place).sentence

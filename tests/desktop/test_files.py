from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import NotAllowed, StoreFull
from desktop.files import only_one, room_on_disk, write_durably


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys.json"
    write_durably(path, b"lama")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(StoreFull, match="penuh"):
        write_durably(path, b"baru")
    assert [each.name for each in tmp_path.iterdir()] == ["keys.json"]
    assert path.read_bytes() == b"lama"


def test_other_troubles_of_the_system_are_not_called_a_full_disk() -> None:
    with pytest.raises(PermissionError), room_on_disk():
        raise PermissionError(errno.EACCES, "denied")


def test_only_one_holds_the_profile_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "desk.lock"
    with only_one(lock), pytest.raises(NotAllowed, match="sedang berjalan"), only_one(lock):
        pass
    with only_one(lock):
        pass

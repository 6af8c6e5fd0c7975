from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import NotAllowed, StoreFailing, StoreFull
from desktop.files import SMALL, has_room, only_one, room_on_disk, small_bytes, trouble_of, write_durably
from tests.room import no_room


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


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS])
def test_a_disk_that_fails_is_told_as_that_wherever_it_comes_up(number: int) -> None:
    with pytest.raises(StoreFailing, match="tidak berubah"), room_on_disk():
        raise OSError(number, "Input/output error", "lampiran")
    assert isinstance(trouble_of(OSError(number, "Input/output error", "lampiran")), StoreFailing)


def test_room_that_is_promised_and_not_given_at_the_sync_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full_disk)
    assert not has_room(tmp_path)


def test_only_one_holds_the_profile_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "desk.lock"
    with only_one(lock), pytest.raises(NotAllowed, match="sedang berjalan"), only_one(lock):
        pass
    with only_one(lock):
        pass


def test_what_the_system_has_against_a_file_is_no_fault_of_ours() -> None:
    for number in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        trouble = trouble_of(OSError(number, "no room"))
        assert isinstance(trouble, StoreFull)
    named = trouble_of(PermissionError(errno.EACCES, "Permission denied", "/tempat/lain/desk.lock"))
    assert named is not None
    assert (named.code, "desk.lock" in named.sentence) == ("berkas_bermasalah", True)
    assert "/tempat" not in named.sentence
    assert trouble_of(RuntimeError("ours")) is None
    assert trouble_of(OSError("without a name")) is not None


def test_a_folder_that_takes_nothing_has_no_room(tmp_path: Path) -> None:
    assert has_room(tmp_path)
    with no_room():
        assert not has_room(tmp_path)
    assert has_room(tmp_path / "tidak-ada"), "another trouble than room"


def test_a_file_that_is_too_large_for_its_kind_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "camat.p12"
    path.write_bytes(bytes(SMALL))
    assert len(small_bytes(path)) == SMALL
    os.truncate(path, 2**40)
    with pytest.raises(OSError, match="larger than any file of its kind"):
        small_bytes(path)

import errno

import pytest

from domain.room import means_failing_disk, means_no_room


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_a_full_disk_a_limit_and_a_used_up_share_are_the_same_to_whoever_writes(number: int) -> None:
    assert means_no_room(number)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, None])
def test_no_other_trouble_is_taken_for_a_full_disk(number: int | None) -> None:
    assert not means_no_room(number)


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.ENXIO, errno.ENODEV])
def test_a_disk_that_fails_is_gone_or_turned_read_only_is_told_apart_from_a_full_one(number: int) -> None:
    assert means_failing_disk(number)
    assert not means_no_room(number)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.ENOENT, None])
def test_neither_room_nor_rights_are_taken_for_a_failing_disk(number: int | None) -> None:
    assert not means_failing_disk(number)

import errno

import pytest

from domain.room import means_no_room


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_a_full_disk_a_limit_and_a_used_up_share_are_the_same_to_whoever_writes(number: int) -> None:
    assert means_no_room(number)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, None])
def test_no_other_trouble_is_taken_for_a_full_disk(number: int | None) -> None:
    assert not means_no_room(number)

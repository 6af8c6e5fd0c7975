"""What it means that a disk has no room or fails, the same for desk and hub: they ask it, here is what it answered."""

import errno
from typing import Final

SOME: Final = 64 * 1024
"""Bytes that must fit for a program to go on working."""
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""A full disk, a limit on the size of files, an account's share that is used up: the same to whoever writes."""
_FAILING: Final = frozenset({errno.EIO, errno.EROFS, errno.ENXIO, errno.ENODEV})
"""Sectors that do not answer, a disk that went away, and one that the system turned read-only because of either."""


def means_no_room(number: int | None) -> bool:
    """Whether the system's error number says that there is no room, and nothing else; None where it gave none."""
    return number in _NO_ROOM


def means_failing_disk(number: int | None) -> bool:
    """Whether the system's error number says that the disk itself fails: more room or other rights would not help."""
    return number in _FAILING

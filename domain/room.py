"""What it means that a disk has no room, the same for desk and hub: they ask the disk, and here is what it answered."""

import errno
from typing import Final

SOME: Final = 64 * 1024
"""Bytes that must fit for a program to go on working."""
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""A full disk, a limit on the size of files, an account's share that is used up: the same to whoever writes."""


def means_no_room(number: int | None) -> bool:
    """Whether the system's error number says that there is no room, and nothing else; None where it gave none."""
    return number in _NO_ROOM

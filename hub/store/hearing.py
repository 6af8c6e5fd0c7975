"""Whether anything lies unread at a socket: the end of a connection shows itself there before anybody asks."""

from __future__ import annotations

import select
from typing import Final

_POLLS: Final = hasattr(select, "poll")
"""Where it is missing (Windows), `select` takes numbers of any size."""


def has_news(fileno: int) -> bool:
    """Whether the other side has said something, or has gone; waits for nothing."""
    if not _POLLS:
        return bool(select.select([fileno], [], [], 0)[0])
    poll = select.poll()
    poll.register(fileno, select.POLLIN)
    return bool(poll.poll(0))

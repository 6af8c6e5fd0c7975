"""When to try again: full jitter, the hub's own wish, and the memory of a captive portal.

A hundred desks whose power comes back at once must not ask at once; a desk behind the login page of a Wi-Fi network
must not push its queue at it again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from sync.errors import ForeignAnswer, HubBusy, Refused, SyncError

CAP: Final = 900.0
"""The longest wait of our own, in seconds."""
FIRST: Final = 2.0
"""The first one is somewhere below this, in seconds."""
ASKED_CAP: Final = 3600.0
"""The longest wait that a hub is granted, in seconds."""


class Backoff:
    """How long to wait after trouble.

    Attributes:
        failures: troubles in a row.
        foreign: whether the last answer was not the hub's: the next question carries nothing, until the hub answers.
    """

    def __init__(self, rand: Callable[[], float]) -> None:
        """`rand` gives numbers in [0, 1)."""
        self._rand = rand
        self.failures = 0
        self.foreign = False

    def after(self, error: SyncError) -> timedelta:
        """Count a trouble; how long to wait: ``rand(0, min(900, 2·2ⁿ))`` s, or the hub's wish and up to a tenth."""
        self.foreign = not isinstance(error, Refused) and (self.foreign or isinstance(error, ForeignAnswer))
        asked = error.retry_after if isinstance(error, HubBusy) else None
        ceiling = min(CAP, FIRST * 2.0 ** min(self.failures, 20))
        self.failures += 1
        if asked is not None:
            return timedelta(seconds=min(max(asked, 0.0), ASKED_CAP) * (1 + self._rand() / 10))
        return timedelta(seconds=self._rand() * ceiling)

    def reset(self) -> None:
        """The hub answered."""
        self.failures = 0
        self.foreign = False

    def forgive(self) -> None:
        """The network changed, the computer woke up, or a person asked: try now, but still remember a portal."""
        self.failures = 0

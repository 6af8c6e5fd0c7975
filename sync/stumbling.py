"""The one action at which a hub falls over: found by halves and taken out of the way, so that it blocks no other.

A hub that fails at a request may fail at everything. So after each failure it is asked a question that carries nothing.
If it fails at that too, it is broken, and everything waits as ever. If it answers, the actions were the reason: half of
them are tried, and at last one alone. After three such failures its place in the queue is filled with a stub that names
the action by its hash; the bytes stay at the desk, where a person decides.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sync.batching import Batch
from sync.errors import HubFailed, Refused, SyncError
from sync.protocol import SyncRequest
from sync.record import Envelope

STRIKES: Final = 3
"""Failures of an action alone, each between two questions that were answered."""
_NAME: Final = "set_aside"
_MOST: Final = 100
"""Bytes of a stub are never more."""


def stumbles(error: SyncError) -> bool:
    """Whether the hub fell over the request itself: it says so, or refused the whole for a reason that is none."""
    return isinstance(error, HubFailed) or type(error) is Refused


@dataclass(slots=True)
class Stumbling:
    """What is known of the failures at hand."""

    _count: int = 0
    _first: int = 0
    _struck: int = 0
    _strikes: int = 0

    @property
    def asking(self) -> bool:
        """Whether the next request carries nothing, to see whether the hub is broken."""
        return self._count > 0

    def fell(self, request: SyncRequest) -> bool:
        """The hub failed at this request; whether it is worth a question what it failed at."""
        if self._count or not request.push:
            self._count = 0
            return False
        self._count, self._first = len(request.push), request.push[0].device_seq
        return True

    def answered(self, batch: Batch) -> tuple[Batch, int]:
        """The hub answered a question: what to try next, and the place of the action to set aside, 0 for none."""
        count, self._count = self._count, 0
        if count > 1:
            return batch.broke(count), 0
        self._strikes = self._strikes + 1 if self._struck == self._first else 1
        self._struck = self._first
        return batch, self._first if self._strikes >= STRIKES else 0


def stub_of(action_hash: str) -> Envelope:
    """What travels in the place of an action that was set aside: no action, so a hub of any version keeps it apart."""
    return Envelope(json.dumps({_NAME: action_hash}).encode(), bytes(64), None)


def names_set_aside(content: bytes) -> bool:
    """Whether these bytes, which are no action, are such a stub."""
    if len(content) > _MOST:
        return False
    try:
        found = json.loads(content)
    except ValueError:
        return False
    return isinstance(found, dict) and list(found) == [_NAME]

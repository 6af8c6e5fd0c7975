"""The outgoing queue of a desk in memory, with the places whose actions were set aside."""

from __future__ import annotations

from collections.abc import Sequence

from sync.desk_log import Queued
from sync.record import Envelope
from sync.stumbling import stub_of


class MemoryQueue:
    """Places count from 1; an action that was set aside leaves its stub."""

    def __init__(self) -> None:
        self.queue: list[Envelope] = []
        self.aside: set[int] = set()

    def queued(self, after: int, limit: int) -> Sequence[Queued]:
        some = enumerate(self.queue[after : after + limit], after + 1)
        return [Queued(n, stub_of(each.hash) if n in self.aside else each) for n, each in some]

    def set_aside(self, device_seq: int) -> bool:
        if device_seq - 1 in self.aside:
            return False
        self.aside.add(device_seq)
        return True

"""A road between a desk and a hub on which everything can happen to a message that can happen to one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeVar

from sync import protocol
from sync.errors import ForeignAnswer, HubBusy, SyncError, Unreachable
from sync.protocol import BlobKey, SyncAnswer, SyncRequest
from tests.sync.honest_hub import DeviceView, HonestHub

Value = TypeVar("Value")


class Fault(Enum):
    """What happens to one message."""

    NONE = "none"
    DROP = "the request is lost"
    LOSE_ANSWER = "the hub commits, the answer is lost"
    DUPLICATE = "the request arrives twice"
    DELAY = "the request arrives after the next one"
    STALE = "the answer to an earlier request comes back"
    TRUNCATE = "the answer is cut"
    FLIP = "a bit of the answer is turned"
    BUSY = "the hub is busy before it does anything"
    BROKEN = "the hub fails after it has committed"
    PORTAL = "a captive portal answers"
    KILL = "the desk is killed before it commits the answer"


class Killed(SyncError):
    """The desk's program ended here."""


class LossyView(DeviceView):
    """A device's view of a hub over a bad road. `faults` end, and then the road is good."""

    def __init__(self, hub: HonestHub, device_id: str, faults: Iterator[Fault]) -> None:
        super().__init__(hub, device_id)
        self.faults = faults
        self.delayed: list[SyncRequest] = []

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        fault = next(self.faults, Fault.NONE)
        _before(fault)
        sent = protocol.decode(protocol.encode(request), protocol.ZSTD, SyncRequest)
        if fault is Fault.DELAY:
            self.delayed.append(sent)
            raise Unreachable(fault.value)
        answer = self.hub.exchange(sent)
        for late in self.delayed:
            self._again(late)
        self.delayed.clear()
        if fault is Fault.DUPLICATE:
            answer = self.hub.exchange(sent)
        return _after(fault, protocol.encode(answer))

    def _again(self, late: SyncRequest) -> None:
        try:
            self.hub.exchange(late)
        except SyncError:
            return

    def begin_upload(self, key: BlobKey, size: int) -> str:
        return self._transfer(lambda: super(LossyView, self).begin_upload(key, size))

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        return self._transfer(lambda: super(LossyView, self).append(upload, offset, piece))

    def _transfer(self, verb: Callable[[], Value]) -> Value:
        fault = next(self.faults, Fault.NONE)
        _before(fault)
        value = verb()
        if fault is not Fault.NONE:
            raise Killed(fault.value) if fault is Fault.KILL else Unreachable(fault.value)
        return value


def _before(fault: Fault) -> None:
    if fault is Fault.DROP:
        raise Unreachable(fault.value)
    if fault is Fault.BUSY:
        raise HubBusy(fault.value, retry_after=3)
    if fault is Fault.PORTAL:
        raise ForeignAnswer(fault.value)


def _after(fault: Fault, body: bytes) -> SyncAnswer:
    """What the desk makes of the answer; a stale or changed one is refused by its signature, before it is read."""
    if fault is Fault.KILL:
        raise Killed(fault.value)
    if fault in {Fault.LOSE_ANSWER, Fault.BROKEN}:
        raise HubBusy(fault.value) if fault is Fault.BROKEN else Unreachable(fault.value)
    if fault in {Fault.STALE, Fault.FLIP}:
        raise ForeignAnswer(fault.value)
    return protocol.decode(body[:-7] if fault is Fault.TRUNCATE else body, protocol.ZSTD, SyncAnswer)

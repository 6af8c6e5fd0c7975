"""The outgoing half of a request: the unacknowledged actions from the first on, and the access log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import accumulate, takewhile
from typing import Protocol, TypeVar

from msgspec.structs import replace

from sync import protocol
from sync.desk_log import DeskLog, DeskState
from sync.encoding import b64u, instant_text
from sync.protocol import AccessEntry, Position, Pushed, SyncRequest
from sync.record import Envelope


def build(log: DeskLog, state: DeskState, now: datetime, limit: int, *, whole: bool) -> SyncRequest:
    """The next request, within the limits of `sync.protocol`.

    Args:
        log: the desk's.
        state: as it stands.
        now: the desk's clock.
        limit: the most actions; 0 for a question that carries nothing.
        whole: ask for this device's own actions as envelopes.
    """
    queued = log.queued(state.acked, limit) if limit and state.queues else ()
    push = [Pushed(each.device_seq, protocol.to_wire(each.envelope)) for each in fitting(queued)]
    noted = log.access_after(state.access_acked, protocol.ACCESS_MAX) if limit else ()
    access = list(takewhile(is_noted, noted))
    carried = replace(standing(state, now), access=access, whole=whole)
    return within_size(push, lambda some: replace(carried, push=some))


def is_noted(entry: AccessEntry) -> bool:
    """Whether an entry was noted by this desk; a row without one stands for what the hub alone holds there."""
    return bool(bytes(entry.entry))


def standing(state: DeskState, now: datetime) -> SyncRequest:
    """Where the desk stands; a request that carries nothing."""
    return SyncRequest(
        device_id=state.device_id,
        incarnation=state.incarnation,
        epoch=state.epoch,
        cursor={scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in sorted(state.cursor.items())},
        verdict_seen=state.verdict_seen,
        now=instant_text(now),
    )


class Enveloped(Protocol):
    """Whatever travels in an envelope."""

    @property
    def envelope(self) -> Envelope:
        """Action and payload."""


E = TypeVar("E", bound=Enveloped)
T = TypeVar("T")


def fitting(items: Sequence[E]) -> Sequence[E]:
    """As many of the first as may go before they are packed, and one at least."""
    lengths = accumulate(len(each.envelope.action) + len(each.envelope.payload or b"") for each in items)
    count = len(list(takewhile(lambda length: length <= protocol.PUSH_PLAIN_MAX, lengths)))
    return items[: max(count, 1)]


def within_size(items: list[T], carrying: Callable[[list[T]], SyncRequest]) -> SyncRequest:
    """The request that carries them, halved until its packed form fits; a single one goes as it is."""
    request = carrying(items)
    while len(items) > 1 and len(protocol.encode(request)) > protocol.PUSH_BYTES_MAX:
        items = items[: len(items) // 2]
        request = carrying(items)
    return request

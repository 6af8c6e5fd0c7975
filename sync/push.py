"""The outgoing half of a request: the unacknowledged actions from the first on, and the access log."""

from __future__ import annotations

from datetime import datetime
from itertools import accumulate, takewhile

from msgspec.structs import replace

from sync import protocol
from sync.desk_log import DeskLog, DeskState
from sync.encoding import b64u, instant_text
from sync.protocol import Position, Pushed, SyncRequest


def build(log: DeskLog, state: DeskState, now: datetime, limit: int, *, whole: bool) -> SyncRequest:
    """The next request, within the limits of `sync.protocol`.

    Args:
        log: the desk's.
        state: as it stands.
        now: the desk's clock.
        limit: the most actions; 0 for a question that carries nothing.
        whole: ask for this device's own actions as envelopes.
    """
    queued = log.queued(state.acked, limit) if limit else ()
    lengths = accumulate(len(each.envelope.action) + len(each.envelope.payload or b"") for each in queued)
    fitting = len(list(takewhile(lambda length: length <= protocol.PUSH_PLAIN_MAX, lengths)))
    push = [Pushed(each.device_seq, protocol.to_wire(each.envelope)) for each in queued[: max(fitting, 1)]]
    request = SyncRequest(
        device_id=state.device_id,
        incarnation=state.incarnation,
        epoch=state.epoch,
        cursor={scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in sorted(state.cursor.items())},
        verdict_seen=state.verdict_seen,
        now=instant_text(now),
        push=push,
        access=list(log.access_after(state.access_acked, protocol.ACCESS_MAX)) if limit else [],
        whole=whole,
    )
    return _within_size(request)


def _within_size(request: SyncRequest) -> SyncRequest:
    """Halve what is pushed until its packed form fits; a single action goes as it is."""
    while len(request.push) > 1 and len(protocol.encode(request)) > protocol.PUSH_BYTES_MAX:
        request = replace(request, push=request.push[: len(request.push) // 2])
    return request

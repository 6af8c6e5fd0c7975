"""Where the histories of a desk and of a hub that was restored part."""

from __future__ import annotations

import msgspec

from sync.prepared import Whole, prepared


@prepared
class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """What a restored hub still has in common with a desk of an earlier epoch.

    Attributes:
        cursor: by scope, the last ``[seq, anchor]`` that is certainly the same history.
        acked: how far the hub has this incarnation's queue.
        verdict_seen: the last verdict for this device that it still has.
        access_acked: the last entry of the access log that it still has.
        taken: how many of the given actions it has looked at; the desk goes on behind them.
    """

    cursor: dict[str, tuple[Whole, str]]
    acked: Whole
    verdict_seen: Whole
    access_acked: Whole
    taken: Whole

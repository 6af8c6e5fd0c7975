"""What an honest hub tells of its log as a whole: snapshots, and the ranges of a desk that repairs its copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sync.encoding import b64u, instant_text
from sync.filling import pack_part
from sync.protocol import EntryRow, SyncAnswer, SyncRequest, to_wire
from sync.ranges import RangeAnswer, RangeQuery
from sync.record import hash_of
from sync.snapshots import Snapshot
from tests.sync.fakes import NOON, VILLAGE

if TYPE_CHECKING:
    from tests.sync.honest_hub import HonestHub


def take_snapshot(hub: HonestHub, per_part: int) -> None:
    """Of the village's scope as it is, the newest first."""
    whole = hub.scopes[VILLAGE]
    rows = [EntryRow(VILLAGE, n, rev, to_wire(hub.actions[own].envelope)) for n, (rev, own) in enumerate(whole, 1)]
    rows.reverse()
    parts = [pack_part(rows[first : first + per_part]) for first in range(0, len(rows), per_part)]
    hub.parts = {hash_of(each): each for each in parts}
    named = [(hash_of(each), len(each)) for each in parts]
    hub.snapshot = Snapshot(scope=VILLAGE, seq=len(whole), anchor=_place(hub, VILLAGE, len(whole))[1], parts=named)


def tell_ranges(hub: HonestHub, request: SyncRequest, asked: RangeQuery) -> SyncAnswer:
    last = min(asked.through, asked.after + hub.per_answer, len(hub.scopes.get(asked.scope, ())))
    wanted = {**asked.places, **({asked.scope: [last]} if asked.scope else {})}
    whole = replace(request, whole=True)
    rows = [
        hub.row(whole, asked.scope, seq, *hub.scopes[asked.scope][seq - 1]) for seq in range(asked.after + 1, last + 1)
    ]
    told = RangeAnswer(
        anchors={scope: _places(hub, scope, seqs) for scope, seqs in wanted.items()},
        heads={scope: _place(hub, scope, len(hub.scopes[scope])) for scope in wanted},
    )
    return SyncAnswer(
        epoch=hub.epoch,
        ack_through=0,
        hub_now=instant_text(NOON),
        nonce="nonce-contoh",
        config_version=hub.config.version,
        cursor={},
        actions=rows,
        ranges=told,
    )


def _places(hub: HonestHub, scope: str, seqs: list[int]) -> list[tuple[int, str]]:
    return [_place(hub, scope, seq) for seq in seqs if seq <= len(hub.scopes[scope])]


def _place(hub: HonestHub, scope: str, seq: int) -> tuple[int, str]:
    return seq, b64u(hub.anchor(scope, seq))

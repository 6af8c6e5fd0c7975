"""What a desk does when its hub was restored from a backup: it gives back what the hub lost, and goes on.

The hub says how far its history is still the desk's. What the desk has read above that, of its own and of others, goes
back with every author's signature; only when the hub has looked at all of it does the desk forget those places, and
reads them anew in the new epoch. A cut at any moment begins it again: what the hub has by then it knows by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from sync import protocol, push
from sync.anchors import GENESIS
from sync.branches import Branch
from sync.desk_copy import Place
from sync.desk_log import DeskLog, Rewound
from sync.encoding import b64u
from sync.errors import Unreadable
from sync.protocol import SyncAnswer, SyncRequest


@dataclass(slots=True)
class Returning:
    """A return that is going on: where the hub stands, as far as it has said so, and how much it has looked at."""

    points: Mapping[str, Place] | None = None
    given: int = 0

    def request(self, log: DeskLog, now: datetime) -> SyncRequest:
        """The first only asks where the hub stands; the others give back."""
        items = () if self.points is None else log.lost(self.points, self.given, protocol.PUSH_MAX)
        given = [(protocol.to_wire(each.envelope), each.code, each.reason) for each in push.fitting(items)]
        standing = push.standing(log.state(), now)
        return push.within_size(given, lambda some: replace(standing, given=some))

    def take(self, log: DeskLog, request: SyncRequest, answer: SyncAnswer) -> int | None:
        """Take an answer: how many actions were given back, once all are and the desk stands in the new epoch.

        Raises:
            Unreadable: it is none to what was asked.
        """
        branch, sent = answer.branch, len(request.given or ())
        if branch is None or answer.epoch == request.epoch or set(branch.cursor) != set(request.cursor):
            raise Unreadable("no answer to a return")
        if not min(1, sent) <= branch.taken <= sent:
            raise Unreadable("a restored hub that looks at nothing")
        if self.points is None:
            self.points = _points(log, branch)
            return None
        self.given += branch.taken
        if sent:
            return None
        log.rewind(_rewound(self.points, branch, answer))
        return self.given


def _points(log: DeskLog, branch: Branch) -> Mapping[str, Place]:
    """Where the desk's own history leaves the hub's; at the beginning where they share no place."""
    state = log.state()
    return {scope: _point(log, scope, own, branch.cursor[scope]) for scope, own in state.cursor.items()}


def _point(log: DeskLog, scope: str, own: Place, said: tuple[int, str]) -> Place:
    if said[0] >= own[0]:
        return own
    anchor = log.anchor_at(scope, said[0])
    return (said[0], anchor) if anchor is not None and b64u(anchor) == said[1] else (0, GENESIS)


def _rewound(points: Mapping[str, Place], branch: Branch, answer: SyncAnswer) -> Rewound:
    return Rewound(
        epoch=answer.epoch,
        cursor=points,
        acked=branch.acked,
        verdict_seen=branch.verdict_seen,
        access_acked=branch.access_acked,
        nonce=answer.nonce,
    )

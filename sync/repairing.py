"""What a desk does when its copy of the log is damaged: it finds where, and fetches only that.

It begins when the hub's history and the desk's are not the same, or when the desk itself has found that its entries do
not lead to its own anchor. A desk whose own copy is whole, and that meets another history, repairs nothing: then it is
the hub that has changed, and a person must know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from sync import pull, push
from sync.anchors import GENESIS
from sync.desk_copy import Entry, Mended, Place
from sync.desk_log import DeskLog
from sync.encoding import unb64u
from sync.errors import HistoryRewritten, Unreadable
from sync.protocol import SyncAnswer, SyncRequest
from sync.ranges import PLACES_MAX, RangeAnswer, RangeQuery

LEAF: Final = 32
"""Entries that are fetched without looking for a smaller range in them."""
RUN: Final = 16
"""Bad ranges in a row that are fetched as one: the few good entries at both ends cost less than asking again."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries of this desk that do not lead from one anchor of the hub to the other; `units`: ranges looked at."""

    scope: str
    after: Place
    through: Place
    units: int = 1

    @property
    def is_found(self) -> bool:
        """Whether it is small enough to be fetched."""
        return self.through[0] - self.after[0] <= LEAF * self.units or self.units >= RUN


@dataclass(slots=True)
class Repairing:
    """A repair that is going on.

    Attributes:
        new_life: makes the name of an incarnation, for what must be sent again.
        began: what the exchange met; None where the desk found its own log in doubt.
    """

    new_life: Callable[[], str]
    began: HistoryRewritten | None = None
    _bad: list[Stretch] | None = None
    _ends: dict[str, Place] = field(default_factory=dict)
    _fetched: int = 0

    def request(self, log: DeskLog, now: datetime) -> SyncRequest:
        """The next question."""
        state = log.state()
        return replace(push.standing(state, now), cursor={}, ranges=self._query(state.cursor))

    def _query(self, cursor: Mapping[str, Place]) -> RangeQuery:
        if not self._bad:
            share = PLACES_MAX // max(len(cursor), 1)
            return RangeQuery(places={scope: spread(0, seq, share) for scope, (seq, _) in cursor.items()})
        worst = self._bad[-1]
        if worst.is_found:
            return RangeQuery(scope=worst.scope, after=worst.after[0], through=worst.through[0])
        return RangeQuery(places={worst.scope: spread(worst.after[0], worst.through[0], PLACES_MAX)})

    def take(self, log: DeskLog, request: SyncRequest, answer: SyncAnswer) -> int | None:
        """Take an answer: how many entries were fetched anew, once the log is whole again.

        Raises:
            HistoryRewritten: this desk's copy is whole and the hub's is another one, or the hub repairs nothing.
            FalseEntry: an entry whose author cannot be proved.
            Unreadable: it is no answer to what was asked.
        """
        asked, told = request.ranges, answer.ranges
        if asked is None or told is None:  # an older hub
            if self.began is not None:
                raise self.began
            return 0
        if self._bad is None:
            self._bad = _bad_ranges(log, told, self._ends)
        elif asked.scope:
            self._take_entries(log, self._bad.pop(), answer, told)
        else:
            worst = self._bad.pop()
            self._bad += _narrower(log, worst, _places(told, worst.scope))
        if self._bad:
            return None
        log.mending.whole_again(self._ends, self.new_life())
        return self._fetched

    def _take_entries(self, log: DeskLog, worst: Stretch, answer: SyncAnswer, told: RangeAnswer) -> None:
        entries = _entries(log, worst, answer)
        last = _places(told, worst.scope)[-1:]
        reached = (entries[-1].seq, _leading(worst.after[1], entries))
        if last != [reached] or (reached[0] == worst.through[0] and reached != worst.through):
            raise Unreadable("the entries of a range do not lead to its anchor")
        log.mending.mend(Mended(worst.scope, worst.after[0], tuple(entries)))
        self._fetched += len(entries)
        assert self._bad is not None  # noqa: S101 - the range was one of them
        if reached[0] < worst.through[0]:
            self._bad.append(replace_after(worst, reached))


def replace_after(stretch: Stretch, after: Place) -> Stretch:
    """What is left of a stretch behind a place; it is fetched without more questions."""
    return Stretch(stretch.scope, after, stretch.through, RUN)


def spread(first: int, last: int, count: int) -> list[int]:
    """At most `count` places behind `first`, the last one among them, evenly and in rising order."""
    return sorted({first + (last - first) * n // count for n in range(1, count + 1)} - {first})


def _places(told: RangeAnswer, scope: str) -> list[Place]:
    """What the hub says of a scope.

    Raises:
        Unreadable: not in rising order.
    """
    found = [(seq, unb64u(anchor, size=32)) for seq, anchor in told.anchors.get(scope, ())]
    if any(before[0] >= after[0] for before, after in pairwise(found)):
        raise Unreadable("places out of their order")
    return found


def _bad_ranges(log: DeskLog, told: RangeAnswer, ends: dict[str, Place]) -> list[Stretch]:
    bad: list[Stretch] = []
    for scope, own in log.state().cursor.items():
        points = _points(told, scope, own[0])
        ends[scope] = points[-1]
        if points[-1] != own and log.mending.leads(scope, (0, GENESIS), own[0]) == own[1]:
            raise HistoryRewritten(f"scope {scope} differs, and this desk's copy of it is whole")
        bad += _failing(log, scope, points)
    return bad


def _points(told: RangeAnswer, scope: str, own: int) -> list[Place]:
    """Places from the beginning to the desk's cursor, or to the hub's end where that comes before it."""
    if scope not in told.heads:
        raise Unreadable("a scope of which nothing is said")
    head, anchor = told.heads[scope]
    points = [(0, GENESIS), *_places(told, scope)]
    if points[-1][0] > own:
        raise Unreadable("places that nobody asked for")
    if head < own and points[-1][0] < head:
        points.append((head, unb64u(anchor, size=32)))
    if points[-1][0] != min(head, own):
        raise Unreadable("a place of which nothing is said")
    return points


def _narrower(log: DeskLog, worst: Stretch, within: Sequence[Place]) -> list[Stretch]:
    asked = spread(worst.after[0], worst.through[0], PLACES_MAX)
    if [seq for seq, _ in within] != asked or within[-1] != worst.through:
        raise Unreadable("the hub contradicts its own anchors")
    return _failing(log, worst.scope, [worst.after, *within])


def _failing(log: DeskLog, scope: str, points: Sequence[Place]) -> list[Stretch]:
    """The ranges between these places that fail, those that touch put together."""
    found: list[Stretch] = []
    for after, through in pairwise(points):
        if log.mending.leads(scope, after, through[0]) == through[1]:
            continue
        if found and found[-1].through == after:
            found[-1] = Stretch(scope, found[-1].after, through, found[-1].units + 1)
        else:
            found.append(Stretch(scope, after, through))
    return found


def _entries(log: DeskLog, worst: Stretch, answer: SyncAnswer) -> list[Entry]:
    """The entries of the answer, from behind the range's first place on, each with its author's proof."""
    hub_id, known = log.state().hub_id, pull.Known(log)
    found: list[Entry] = []
    for seq, row in enumerate(answer.actions, worst.after[0] + 1):
        if row.scope != worst.scope or row.seq != seq or seq > worst.through[0] or isinstance(row.what, str):
            raise Unreadable("entries that were not asked for")
        found.append(pull.proved_at_once(known, hub_id, row))
    if not found:
        raise Unreadable("a range without entries")
    return found


def _leading(anchor: bytes, entries: Sequence[Entry]) -> bytes:
    for entry in entries:
        anchor = pull.anchor_after(anchor, entry)
    return anchor

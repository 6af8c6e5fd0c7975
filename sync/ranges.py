"""Where a desk's copy of a scope differs from the hub's: what is asked and told about places of it.

The anchors are the fingerprints. Between two places of which the hub tells its anchors, a desk's own entries either
lead from the one to the other or they do not, whatever stands before them; so a bad range is found by itself, and the
hub, which stores an anchor with every entry, only looks some up.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sync.prepared import Whole, prepared

PLACES_MAX: Final = 256
"""The most places in one question."""


@prepared
class RangeQuery(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question about places, or for the entries of one range; a desk asks one of both.

    Attributes:
        places: by scope, in rising order, those whose anchors the hub shall tell.
        scope: whose entries are wanted; empty where none are.
        after: the place before the first wanted entry.
        through: the place of the last.
    """

    places: dict[str, list[Whole]] = msgspec.field(default_factory=dict)
    scope: str = ""
    after: Whole = 0
    through: Whole = 0


@prepared
class RangeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the hub says of them.

    Attributes:
        anchors: by scope ``[seq, anchor]`` of each asked place that there is; with entries, of the last one given.
        heads: by asked scope, where it ends.
    """

    anchors: dict[str, list[tuple[Whole, str]]]
    heads: dict[str, tuple[Whole, str]]

"""Everything that goes wrong on purpose: on the line, at the hub, on a desk. The words are those of the stories."""

from __future__ import annotations

from enum import Enum


class OnLine(Enum):
    """What happens to one call of a desk."""

    LOST = "the request was lost"
    CUT = "the hub did it and the answer was lost"
    TWICE = "the request arrived twice"
    LATE = "the request was held up and arrived later, after others"
    REPLAYED = "an earlier request was played again before this one"
    STALE = "the answer to an earlier request came instead"
    HTML = "a page of a Wi-Fi network came instead of the answer"
    FLIPPED = "a bit of the answer was turned"
    SHORT = "the answer was cut short"
    BUSY = "the hub was busy (503)"
    HUB_DIED_BEFORE = "the hub was killed before its commit"
    HUB_DIED_AFTER = "the hub was killed after its commit and before its answer"
    HUB_FULL = "the hub's disk was full at its commit"
    HUB_FAILED = "the hub failed (500) after its commit"


class OnDesk(Enum):
    """What happens at a commit of a desk."""

    DIED_BEFORE = "the desk was killed before a commit"
    DIED_AFTER = "the desk was killed right after a commit"
    FULL = "the desk's disk was full at a commit"


class Killed(BaseException):
    """A program ended here; nothing of it catches this."""

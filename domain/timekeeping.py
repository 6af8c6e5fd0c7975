"""What time it is on a computer whose clock may be wrong, and how well that is known.

A desk has three witnesses: its own clock, which anybody can set; seconds since the computer was started, which nobody
can; and what the hub said the last time it was heard. For a day after that answer the second carries the third forward,
so a wrong clock dates nothing. What cannot be compared is taken as it is and flagged, unless it cannot be true.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

TOLERANCE: Final = timedelta(minutes=5)
"""A clock that is known to be wrong by more than this dates nothing."""
CARRIED: Final = timedelta(hours=24)
"""For so long after an answer of the hub, its time is carried forward."""
AHEAD_MAX: Final = timedelta(days=3 * 366)
"""No desk stays away from its hub for so long; a clock further ahead is wrong."""


class Standing(StrEnum):
    """How well the time is known."""

    GOOD = "good"
    """The computer's clock agrees with the hub's."""
    RECKONED = "reckoned"
    """The computer's clock is wrong; the hub's time is carried forward."""
    UNKNOWN = "unknown"
    """Nothing to compare with; the computer's clock as it is."""
    WRONG = "wrong"
    """The computer's clock as it is; it was wrong when the hub was heard last, or it cannot be true."""


@dataclass(frozen=True, slots=True)
class Uptime:
    """Seconds since this computer was started. `boot` names that start; empty where it is not known."""

    boot: str
    seconds: float


NOT_KNOWN: Final = Uptime("", 0.0)
"""A computer that does not say when it was started: nothing is carried forward."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer of the hub: the hub's time in it, and both clocks of the computer when it came."""

    hub: datetime
    wall: datetime
    uptime: Uptime


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What a computer knows beside its own clock.

    Attributes:
        uptime: now.
        heard: the last answer of the hub; None for never.
        released: when this program was made: no true time lies before it.
        recorded: the time of the last action that was recorded here; None for none.
    """

    uptime: Uptime
    heard: Heard | None
    released: datetime
    recorded: datetime | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The time to date things with, and its standing.

    Attributes:
        ahead: how far the computer's clock is ahead of the hub's, as far as that is known.
    """

    instant: datetime
    standing: Standing
    ahead: timedelta | None = None


def reckon(wall: datetime, known: Witnesses) -> Moment:
    """The time, given what the computer's own clock says."""
    heard, passed = known.heard, _passed(known)
    if heard is not None and passed is not None:
        true = heard.hub + passed
        good = abs(wall - true) <= TOLERANCE
        return Moment(wall if good else true, Standing.GOOD if good else Standing.RECKONED, wall - true)
    ahead = None if heard is None else heard.wall - heard.hub
    doubtful = ahead is not None and abs(ahead) > TOLERANCE
    return Moment(wall, Standing.WRONG if doubtful or not _may_be(wall, known) else Standing.UNKNOWN, ahead)


def _passed(known: Witnesses) -> timedelta | None:
    """The time since the hub was heard, where the seconds of this start tell it; None where they do not."""
    if known.heard is None or not known.uptime.boot or known.uptime.boot != known.heard.uptime.boot:
        return None
    passed = timedelta(seconds=known.uptime.seconds - known.heard.uptime.seconds)
    return passed if timedelta(0) <= passed <= CARRIED else None


def in_force_at(found: Moment, known: Witnesses) -> datetime:
    """The time by which services, posts and promises are looked up.

    A clock that cannot be right says nothing about them, and nobody is refused for its sake: what must have passed
    already is then the best that is known.
    """
    earliest, latest = _bounds(known)
    sound = found.standing is not Standing.WRONG or earliest <= found.instant <= latest
    return found.instant if sound else earliest


def judged_at(at: datetime, hub_at: datetime | None) -> datetime:
    """The time by which the answers in an action are judged, the same at desk and hub.

    Args:
        at: what its desk's clock said.
        hub_at: the last hub time that its desk had heard; no act happened before it. None for never.
    """
    return at if hub_at is None else max(at, hub_at)


def _may_be(wall: datetime, known: Witnesses) -> bool:
    """Whether a time can be true."""
    earliest, latest = _bounds(known)
    return earliest - TOLERANCE <= wall <= latest


def _bounds(known: Witnesses) -> tuple[datetime, datetime]:
    """Between what times the true one lies: not before what has happened, and not years after it.

    An action recorded by a clock that was years ahead proves nothing, or it would lock the desk after the clock is set.
    """
    earliest = known.released if known.heard is None else max(known.released, known.heard.hub)
    latest = earliest + AHEAD_MAX
    if known.recorded is not None and known.recorded <= latest:
        earliest = max(earliest, known.recorded)
    return earliest, latest

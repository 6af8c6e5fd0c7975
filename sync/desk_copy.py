"""What is done with a desk's copy of the log as a whole: putting right what is damaged, and the first fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.actions import Action
from sync.record import Envelope
from sync.snapshots import Snapshot

Place = tuple[int, bytes]
"""A place of a scope and the anchor there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One checked entry of a scope.

    Attributes:
        hash: of the action's bytes.
        action: decoded; None where the desk holds the action already (its own, that came as its id).
        envelope: as received; None likewise. A payload that is due and absent was erased.
    """

    scope: str
    seq: int
    rev: int | None
    hash: str
    action: Action | None
    envelope: Envelope | None


@dataclass(frozen=True, slots=True)
class Mended:
    """What truly stands in a scope behind the place `after`: these entries, all of them with their envelopes."""

    scope: str
    after: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A snapshot that is being taken in, and how many of its parts are."""

    snapshot: Snapshot
    done: int


class Mending(Protocol):
    """Whether what a desk has read is still there, and putting right what is not."""

    def leads(self, scope: str, after: Place, through: int) -> bytes | None:
        """The anchor to which the entries behind a place lead, through another.

        None where an entry is missing, or the stored bytes of an action or its payload are not those of its hash.
        """
        ...

    def mend(self, mended: Mended) -> None:
        """Put these entries into their places, in one transaction: what else stood there is forgotten.

        Damaged bytes of their actions are replaced. Lists may be behind until `whole_again`.
        """
        ...

    def whole_again(self, cursor: Mapping[str, Place], incarnation: str) -> None:
        """The log is whole up to these places: the desk goes on from there and doubts no more, in one transaction.

        Entries behind them are forgotten, and so is a first fill. Own actions that had been accepted and stand nowhere
        any more lose their verdict; where there are such, all without a verdict are queued anew under this incarnation.
        Lists show again what the log says.
        """
        ...


class FirstFill(Protocol):
    """Taking in a snapshot."""

    def begin(self, snapshot: Snapshot) -> None:
        """Its scope is filled from this snapshot from now on; the desk's state names it."""
        ...

    def current(self) -> Filled | None:
        """What is being filled, and how far."""
        ...

    def take(self, entries: Sequence[Entry], done: int) -> None:
        """Entries and their requests, and that so many parts are taken, in one transaction. The cursor stays."""
        ...

    def end(self, cursor: Mapping[str, Place]) -> None:
        """The scope is filled, and read up to this place; empty: it is left as it is."""
        ...

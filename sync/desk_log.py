"""What the engine needs of a desk's store.

`desktop/store` implements it over SQL, `tests/sync/fakes.py` in memory; both pass `tests/contracts/desk_log.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from domain.verdicts import Code
from sync.attachments import Wanted
from sync.desk_copy import Entry, FirstFill, Mending, Place
from sync.hub_port import Config
from sync.protocol import AccessEntry, BlobKey, Control, VerdictRow
from sync.record import Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskState:
    """Where the desk stands, as committed.

    Attributes:
        hub_id: of the hub that it is enrolled at.
        hub_key: the pinned key, raw.
        epoch: the hub's epoch; 0 before the first answer.
        cursor: by scope ``(seq, anchor)``; holds every scope that the desk reads, ``(0, GENESIS)`` at first.
        verdict_seen: number of the last committed verdict.
        acked: every action of this incarnation up to here is acknowledged; 0 for none.
        last_seq: the last place given out in this incarnation's queue; 0 for none.
        access_acked: last acknowledged entry of the access log.
        config_version: of the configuration that is stored; empty before the first.
        nonce: the hub's last one; empty before the first.
        doubted: this desk has found that its own copy of the log is not whole.
        filling: the scope that is being filled from a snapshot; empty where none is.
    """

    hub_id: str
    hub_key: bytes
    device_id: str
    incarnation: str
    epoch: int
    cursor: Mapping[str, Place]
    verdict_seen: int
    acked: int
    last_seq: int
    access_acked: int
    config_version: str
    nonce: str
    doubted: bool = False
    filling: str = ""

    @property
    def queues(self) -> bool:
        """Whether something of this incarnation's queue has no acknowledgement yet."""
        return self.last_seq > self.acked


@dataclass(frozen=True, slots=True)
class Queued:
    """An action in its place of the queue."""

    device_seq: int
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class AuthorKey:
    """A certified key, revoked or not: what was signed before a revocation stays signed. `is_hub`: one of the hub's."""

    public: bytes
    is_hub: bool


@dataclass(frozen=True, slots=True)
class AccessSeam:
    """Where the access log goes on behind entries that the hub alone holds: they were noted in a former life.

    Attributes:
        link: the hub's link at `Taken.access_ack`, from which the chain goes on.
        floor: own entries with a higher number are put behind that place, in their order.
    """

    link: bytes
    floor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One answer, checked: all of it is committed in one transaction, or nothing is.

    Attributes:
        incarnation: for which `ack_through` counts; ignore it when the desk has taken another one meanwhile.
        ack_through: never above what the answered request held; not below what was acknowledged before.
        verdicts: those not seen before, in order. One may name an action that the desk does not hold (it was restored).
        entries: those not read before, in order in each scope, continuing the cursor.
        cursor: the new positions, of the scopes that moved.
        hub_now: to be written into the next actions as their `hub_at`.
        durable_through: by scope; nothing above it may be deleted.
        missing: attachments that the hub lacks, for the person to see.
        new_hub_key: raw, announced by the old key; pin it.
        controls: the hub's orders.
        access_seam: when `access_ack` is not where this desk's own log stands.
        carried: the answer came in a parcel, some time after the hub gave it: it does not tell what time it is now.
    """

    epoch: int
    incarnation: str
    ack_through: int
    verdicts: tuple[VerdictRow, ...]
    verdict_seen: int
    entries: tuple[Entry, ...]
    cursor: Mapping[str, Place]
    access_ack: int
    hub_now: datetime
    nonce: str
    durable_through: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[BlobKey, ...] = ()
    new_hub_key: bytes | None = None
    controls: tuple[Control, ...] = ()
    access_seam: AccessSeam | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """An action that the desk holds with the verdict that the hub has lost."""

    envelope: Envelope
    code: Code = Code.OK
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewound:
    """Where the desk goes on in the epoch of a restored hub; no field is ever higher than what the desk has."""

    epoch: int
    cursor: Mapping[str, Place]
    acked: int
    verdict_seen: int
    access_acked: int
    nonce: str


class DeskLog(Protocol):
    """A desk's log. Reads see everything committed before them; a write has happened durably when it returns.

    Attributes:
        mending: its copy of the log as a whole, and its repair.
        first_fill: from a snapshot.
    """

    mending: Mending
    first_fill: FirstFill

    def looking(self) -> AbstractContextManager[None]:
        """What is asked until its end sees one moment, and may cost less for it; nothing is written meanwhile."""
        ...

    def state(self) -> DeskState:
        """Where the desk stands."""
        ...

    def queued(self, after: int, limit: int) -> Sequence[Queued]:
        """The actions of the queue behind place `after`, in order, contiguous, at most `limit`.

        What it has once returned can no longer be taken back by its author. The same place always holds the same bytes
        within one incarnation.
        """
        ...

    def access_after(self, n: int, limit: int) -> Sequence[AccessEntry]:
        """The entries of the access log behind number `n`, in order, at most `limit`."""
        ...

    def author_key(self, key_id: str) -> AuthorKey | None:
        """A key that the configuration certifies, or one of the hub's own keys, old ones too."""
        ...

    def own_hash(self, action_id: str) -> str | None:
        """The hash of an action that this desk holds, whoever made it; None when it does not hold it."""
        ...

    def commit(self, taken: Taken) -> None:
        """Acknowledgement, verdicts, entries, refolded requests and cursor, in one transaction.

        An entry or a verdict that is already there changes nothing; an entry's action may be one of the desk's own,
        which is then accepted.
        """
        ...

    def renumber(self, incarnation: str) -> None:
        """Take a new incarnation: every action without a verdict gets a place from 1 in its queue, in the old order.

        After it `state()` has this incarnation and `acked` 0.
        """
        ...

    def set_aside(self, device_seq: int) -> bool:
        """Take an action of the queue out of the way: in its place a stub is sent, and its author is asked what to do.

        False, with nothing changed, where the one before it was set aside within a day: then it is the hub that fails.
        """
        ...

    def anchor_at(self, scope: str, seq: int) -> bytes | None:
        """The anchor of what this desk has read at a place of a scope; None behind its cursor."""
        ...

    def lost(self, after: Mapping[str, Place], skip: int, limit: int) -> Sequence[Lost]:
        """What this desk holds that a restored hub may lack, in the order in which the hub can take it, from `skip` on.

        The entries that it read behind these places, those of `config` first and each scope in order; then what was
        accepted and has no place, because it waits at the hub since that was lost before; then its own actions that
        were refused, with their endings. Nothing of it changes while it is given back.
        """
        ...

    def rewind(self, rewound: Rewound) -> None:
        """Go back to these places and go on in the new epoch, in one transaction.

        Entries behind the places are forgotten and read anew; their actions stay, with what was said of them. Own
        actions behind `acked` are sent again; those that lay parked under another incarnation come to the queue's end.
        """
        ...

    def wanted(self) -> Sequence[Wanted]:
        """Attachments and letters whose bytes the desk wants and lacks, most urgent first."""
        ...

    def awaited(self) -> Sequence[BlobKey]:
        """What those own actions name whose last verdict is that they wait for bytes, in order."""
        ...

    def save_config(self, config: Config) -> None:
        """Replace the stored configuration."""
        ...

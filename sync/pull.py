"""The incoming half of an answer: every claim of the hub is checked before any of it is committed.

The hub decides what is accepted, but it cannot put words into an officer's mouth, change what a desk has read, or leave
out the middle: authors' signatures, anchors and counts without gaps are looked at here.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Protocol

from domain.actions import HUB_KINDS
from sync.anchors import GENESIS, next_anchor
from sync.desk_copy import Entry, Place
from sync.desk_log import AccessSeam, AuthorKey, DeskLog, DeskState, Taken
from sync.encoding import b64u, read_instant, unb64u
from sync.errors import (
    BadSignature,
    DeviceFork,
    EpochChanged,
    FalseEntry,
    Gap,
    HistoryRewritten,
    Unreadable,
)
from sync.keys import HUB_KEY, verify
from sync.protocol import Control, EntryRow, SyncAnswer, SyncRequest, VerdictRow, from_wire
from sync.push import is_noted
from sync.reading import LaterKind
from sync.record import check_payload, check_signature, read_action

NO_SUCH_AUTHOR: Final = "an author's key that stands in no configuration"
_COUNT_MAX: Final = 2**53


class Short(Enum):
    """Why not all entries of an answer could be taken yet."""

    UNKNOWN_KEY = "unknown_key"
    """The author's key stands in a newer configuration."""
    LATER_KIND = "later_kind"
    """A later program knows this kind of action: it stays at the hub, with all behind it in its scope."""
    UNKNOWN_OWN = "unknown_own"
    """The desk does not hold an action that the hub calls its own: it was restored from an older copy."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What of an answer can be committed. `short` says why it is not all, `key_id` which key was unknown."""

    taken: Taken
    short: Short | None = None
    key_id: str = ""


@dataclass(slots=True)
class _Reading:
    """Entries taken so far and where they bring the cursor.

    Attributes:
        later: scopes in which nothing more can be read yet.
        pushed: hashes of what the request carried, by id.
    """

    cursor: dict[str, Place]
    entries: list[Entry] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    pushed: dict[str, str] = field(default_factory=dict)
    short: Short | None = None
    key_id: str = ""


def check(log: DeskLog, state: DeskState, request: SyncRequest, answer: SyncAnswer) -> Pulled:
    """What of an answer to a request can be committed; nothing is written here.

    Raises:
        EpochChanged: the hub was restored from a backup.
        Gap: it acknowledges less than before.
        DeviceFork: it knows more of this incarnation's queue than this desk ever gave out.
        HistoryRewritten: what the desk has read is gone, or the new entries do not lead to the hub's own anchor.
        FalseEntry: an entry whose author cannot be proved.
        Unreadable: bytes, counts or texts that no hub of ours sends.
    """
    if state.epoch not in {0, answer.epoch}:
        raise EpochChanged(answer.epoch)
    ack = _acknowledged(state, request, answer)
    verdicts = _verdicts(state, answer)
    reading = _read_entries(log, state, request, answer)
    access, seam = _access(log, state, request, answer)
    _compare_cursor(request, reading, answer)
    taken = Taken(
        epoch=answer.epoch,
        incarnation=request.incarnation,
        ack_through=ack,
        verdicts=verdicts,
        verdict_seen=state.verdict_seen + len(verdicts),
        entries=tuple(reading.entries),
        cursor={scope: reading.cursor[scope] for scope in reading.moved},
        access_ack=access,
        access_seam=seam,
        hub_now=read_instant(answer.hub_now),
        nonce=answer.nonce,
        durable_through=dict(answer.durable_through),
        missing=tuple(answer.missing_blobs),
        new_hub_key=_new_hub_key(state, answer.control),
        controls=tuple(answer.control),
    )
    return Pulled(taken, reading.short, reading.key_id)


def moved(state: DeskState, taken: Taken) -> bool:
    """Whether anything has come of an answer."""
    return bool(
        taken.verdicts or taken.entries or taken.ack_through > state.acked or taken.access_ack != state.access_acked
    )


def _acknowledged(state: DeskState, request: SyncRequest, answer: SyncAnswer) -> int:
    if answer.ack_through < state.acked:
        raise Gap(answer.ack_through)
    if answer.ack_through > state.last_seq:
        raise DeviceFork("the hub knows more of this queue than this desk gave out")
    last = request.push[-1].device_seq if request.push else state.acked
    return max(state.acked, min(answer.ack_through, last))


def _access(log: DeskLog, state: DeskState, request: SyncRequest, answer: SyncAnswer) -> tuple[int, AccessSeam | None]:
    """How far the hub has the access log, and where this desk's goes on when that is another log than its own."""
    n = answer.access_ack
    if not answer.access_link:  # an older hub
        last = request.access[-1].n if request.access else state.access_acked
        return max(state.access_acked, min(n, last)), None
    link = unb64u(answer.access_link, size=32)
    if not 0 <= n <= _COUNT_MAX or (n == 0 and link != GENESIS):
        raise Unreadable("a place in the access log that is none")
    ours = n == 0 or [(each.n, each.link) for each in log.access_after(n - 1, 1)] == [(n, answer.access_link)]
    if ours and n >= state.access_acked and all(map(is_noted, log.access_after(n, 1))):
        return n, None  # else what stood behind it at the hub is lost, and what this desk has goes on from here
    return n, AccessSeam(link, n if ours else min(state.access_acked, n - 1))


def _verdicts(state: DeskState, answer: SyncAnswer) -> tuple[VerdictRow, ...]:
    if any(row.no != state.verdict_seen + n for n, row in enumerate(answer.verdicts, 1)):
        raise Unreadable("the verdicts are not counted without a gap")
    return tuple(answer.verdicts)


def _read_entries(log: DeskLog, state: DeskState, request: SyncRequest, answer: SyncAnswer) -> _Reading:
    reading, known = _Reading(dict(state.cursor), pushed=_pushed(request)), Known(log)
    for row in answer.actions:
        if row.scope in reading.later:
            continue
        seq, anchor = reading.cursor.get(row.scope, (0, GENESIS))
        if row.scope not in request.cursor or row.seq != seq + 1:
            raise Unreadable("the entries do not continue the cursor")
        entry = (
            _own_entry(log, reading, row, row.what) if isinstance(row.what, str) else _entry(known, state, reading, row)
        )
        if entry is None and row.scope in reading.later:
            continue
        if entry is None:
            break
        reading.entries.append(entry)
        reading.cursor[row.scope] = (row.seq, anchor_after(anchor, entry))
        reading.moved.add(row.scope)
    return reading


def _pushed(request: SyncRequest) -> dict[str, str]:
    """What an answer names most is what has just been sent: a desk's database need not be asked for each."""
    found = {}
    for each in request.push:
        with suppress(Unreadable):  # what stands in the place of one that was set aside is no action
            action = read_action(bytes(each.envelope.action))
            found[action.id] = action.hash
    return found


def anchor_after(anchor: bytes, entry: Entry) -> bytes:
    """The anchor of a scope after one more entry.

    Raises:
        Unreadable: its count is none.
    """
    try:
        return next_anchor(anchor, entry.hash, entry.rev)
    except OverflowError as error:
        raise Unreadable("a count that is none") from error


def _own_entry(log: DeskLog, reading: _Reading, row: EntryRow, action_id: str) -> Entry | None:
    own = reading.pushed.get(action_id) or log.own_hash(action_id)
    if own is None:
        reading.short = Short.UNKNOWN_OWN
        return None
    return Entry(row.scope, row.seq, row.rev, own, None, None)


def _entry(known: Known, state: DeskState, reading: _Reading, row: EntryRow) -> Entry | None:
    try:
        entry = proved(known, state.hub_id, row)
    except LaterKind:
        reading.short = Short.LATER_KIND
        reading.later.add(row.scope)
        return None
    if isinstance(entry, str):
        reading.short, reading.key_id = Short.UNKNOWN_KEY, entry
        return None
    return entry


class Authors(Protocol):
    """Where the keys of authors are known."""

    def author_key(self, key_id: str) -> AuthorKey | None:
        """As `sync.desk_log.DeskLog.author_key`."""
        ...


@dataclass(slots=True)
class Known:
    """The keys of authors, each asked once for an answer: it costs a desk its whole configuration."""

    log: Authors
    keys: dict[str, AuthorKey | None] = field(default_factory=dict)

    def author_key(self, key_id: str) -> AuthorKey | None:
        """As `sync.desk_log.DeskLog.author_key`."""
        if key_id not in self.keys:
            self.keys[key_id] = self.log.author_key(key_id)
        return self.keys[key_id]


def proved(log: Authors, hub_id: str, row: EntryRow) -> Entry | str:
    """An entry that came as an envelope, proved to be its author's; the key's id where the desk does not know it.

    Raises:
        FalseEntry: it is not the author's, or of another hub.
        Unreadable: its bytes are no action, or its payload is another one.
    """
    assert not isinstance(row.what, str)  # noqa: S101 - the caller has told them apart
    envelope = from_wire(row.what)
    action = read_action(envelope.action)
    author = log.author_key(action.key_id)
    if author is None:
        return action.key_id
    if action.hub_id != hub_id or (action.kind in HUB_KINDS) is not author.is_hub:
        raise FalseEntry(f"{action.kind} of another hub or author")
    try:
        check_signature(envelope, author.public)
    except BadSignature as error:
        raise FalseEntry("an author's signature does not fit") from error
    check_payload(envelope, action)
    return Entry(row.scope, row.seq, row.rev, action.hash, action, envelope)


def proved_at_once(log: Authors, hub_id: str, row: EntryRow) -> Entry:
    """An entry whose author a desk must know that has read its configuration already.

    Raises:
        FalseEntry: it does not, or as `proved`.
        Unreadable: as `proved`.
    """
    entry = proved(log, hub_id, row)
    if isinstance(entry, str):
        raise FalseEntry(NO_SUCH_AUTHOR)
    return entry


def _compare_cursor(request: SyncRequest, reading: _Reading, answer: SyncAnswer) -> None:
    """Compare each scope with the hub's own anchor; where reading stopped short, only that the scope is still there."""
    for scope in request.cursor:
        seq, anchor = reading.cursor[scope]
        said = answer.cursor.get(scope)
        if said is None or said.seq < seq:
            raise HistoryRewritten(f"scope {scope} became shorter")
        if said.seq > seq and reading.short is None:
            raise Unreadable("entries are missing from the answer")
        if said.seq == seq and said.anchor != b64u(anchor):
            raise HistoryRewritten(f"scope {scope} differs at {seq}")
    if set(answer.cursor) != set(request.cursor):
        raise Unreadable("a scope that was not asked for")


def _new_hub_key(state: DeskState, control: list[Control]) -> bytes | None:
    for order in control:
        if order.order == "new_hub_key":
            public = unb64u(order.public, size=32)
            try:
                verify(state.hub_key, HUB_KEY, public, unb64u(order.signature))
            except BadSignature as error:
                raise FalseEntry("the new key of the hub is not announced by the old one") from error
            return public
    return None

"""What the two parcels hold: an outbox is a desk's requests and attachments, an answer is the hub's answers to them.

The requests are those of the line, so the hub judges them by the same road, and doing it twice is doing it once: an
outbox always begins at what the desk has seen acknowledged, and an answer at where the desk stood when it asked. So an
outbox that was lost costs nothing, and what came meanwhile over the line or in another parcel is passed over here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Final

import msgspec
from msgspec.structs import replace

from sync import protocol, pull, push
from sync.attachments import Wanted
from sync.desk_log import DeskLog, DeskState, Queued, Taken
from sync.encoding import b64u
from sync.errors import DeviceFork, EpochChanged, FalseEntry, Gap, HistoryRewritten, Refused, SyncError, TooNew, TooOld
from sync.hub_port import LetterKey, Part
from sync.parcel_errors import EarlierPart
from sync.prepared import prepared
from sync.protocol import BlobKey, ErrorBody, Position, Pushed, SyncAnswer, SyncRequest
from sync.pull import Pulled, Short
from sync.reading import LaterKind
from sync.record import read_action

QUESTION: Final = "question"
SYNC: Final = "sync"
BLOB: Final = "blob"
LETTER: Final = "letter"
CONFIG: Final = "config"
PACK: Final = "pack"
REFUSED: Final = "refused"
"""Kinds of items."""


@prepared
class Lease(msgspec.Struct, array_like=True, frozen=True):
    """A wish for numbers: ``[book, year, count]``."""

    book: str
    year: int
    count: int


@prepared
class Question(msgspec.Struct, kw_only=True, frozen=True):
    """What a desk wants to hear; the hub keeps the last one of each device, to answer it again later.

    Attributes:
        ask: a request that carries nothing: where the desk stands.
        config_version: of the configuration that it has.
        packs: ``id@version`` of each service pack that it has.
        wants: names of items: ``(LETTER, request, letter)`` or ``(BLOB, shard, request, sha256)``.
        leases: books whose numbers run low.
    """

    ask: SyncRequest
    config_version: str
    packs: tuple[str, ...] = ()
    wants: tuple[tuple[str, ...], ...] = ()
    leases: tuple[Lease, ...] = ()


def name_of(key: BlobKey | LetterKey) -> tuple[str, ...]:
    """By what an item of bytes is known."""
    if isinstance(key, LetterKey):
        return (LETTER, key.request, key.letter)
    return (BLOB, key.shard, key.request, key.sha256)


def key_of(name: tuple[str, ...]) -> BlobKey | LetterKey | None:
    """The same the other way round; None for a name that this program does not know."""
    if name[:1] == (LETTER,) and len(name) == 3:
        return LetterKey(name[1], name[2])
    return BlobKey(*name[1:]) if name[:1] == (BLOB,) and len(name) == 4 else None


def question(log: DeskLog, now: datetime, packs: tuple[str, ...], leases: tuple[Lease, ...]) -> Question:
    """What this desk wants to hear. Own actions are asked for whole: the desk may have been restored since."""
    state = log.state()
    wants = tuple(name_of(wanted.key) for wanted in log.wanted())
    ask = push.build(log, state, now, 0, whole=True)
    return Question(ask=ask, config_version=state.config_version, packs=packs, wants=wants, leases=leases)


def requests(log: DeskLog, now: datetime) -> Iterator[SyncRequest]:
    """Everything that the hub has not acknowledged, in requests as they would go over the line."""
    state = log.state()
    while True:
        request = push.build(log, state, now, protocol.PUSH_MAX, whole=True)
        if not request.push and not request.access:
            return
        yield request
        acked = request.push[-1].device_seq if request.push else state.acked
        access = request.access[-1].n if request.access else state.access_acked
        state = dataclasses.replace(state, acked=acked, access_acked=access)


def named_in(pushed: Iterable[Queued]) -> Iterator[BlobKey]:
    """The attachments that these actions name; none of one that only a later program can read."""
    for each in pushed:
        with suppress(LaterKind):
            action = read_action(each.envelope.action)
            yield from (BlobKey(action.shard, action.request or "", blob.sha256) for blob in action.blobs)


def unanswered(log: DeskLog, after: int) -> Iterator[Queued]:
    """The queue behind a place, a few hundred at a time."""
    while found := log.queued(after, protocol.PUSH_MAX):
        yield from found
        after = found[-1].device_seq


def take(log: DeskLog, answer: SyncAnswer, incarnation: str, left: set[str] | None = None) -> Taken | None:
    """Commit what of a carried answer this desk has not taken yet; None when it is older than what the desk knows.

    Args:
        log: the desk's.
        answer: of the hub, whose signature over the parcel was proved.
        incarnation: in which the desk asked.
        left: scopes in which an earlier answer of the same parcel met a kind of action that only a later program
            knows: from there on they stay at the hub. Those in which this one meets such a kind are added.

    Raises:
        EarlierPart: it goes on where another answer ends that was not taken.
        SyncError: as `sync.pull.check`; nothing of it is committed.
    """
    state = log.state()
    if state.epoch not in {0, answer.epoch}:
        raise EpochChanged(answer.epoch)
    left = set() if left is None else left
    fitted = _fitted(state, answer, incarnation, left)
    if _is_old(state, answer, fitted):
        return None
    pulled = pull.check(log, state, _request_of(log, state, fitted), fitted)
    left.update(_left_in(state, fitted, pulled))
    if pulled.short not in {None, Short.LATER_KIND}:
        raise FalseEntry("an entry whose author stands in no configuration, or one of our own that we do not have")
    later = named_in(unanswered(log, pulled.taken.ack_through))
    missing = tuple(sorted({*pulled.taken.missing, *later}))
    taken = dataclasses.replace(pulled.taken, missing=missing, carried=True)
    log.commit(taken)
    return taken


def _left_in(state: DeskState, fitted: SyncAnswer, pulled: Pulled) -> Iterator[str]:
    """The scopes that this program could not read to the end."""
    if pulled.short is Short.LATER_KIND:
        for scope, said in fitted.cursor.items():
            if said.seq > pulled.taken.cursor.get(scope, state.cursor.get(scope, (0, b"")))[0]:
                yield scope


def _fitted(state: DeskState, answer: SyncAnswer, incarnation: str, left: Collection[str]) -> SyncAnswer:
    """The answer without what this desk has taken already, so that it is checked like one from the line."""
    same = incarnation == state.incarnation
    link = answer.access_link if answer.access_ack >= state.access_acked else ""  # else an older place, not another log
    fitted = replace(
        answer,
        verdicts=[row for row in answer.verdicts if row.no > state.verdict_seen],
        actions=[row for row in answer.actions if row.seq > _seq(state, row.scope) and row.scope not in left],
        cursor={scope: _further(state, scope, said, left) for scope, said in answer.cursor.items()},
        ack_through=max(state.acked, answer.ack_through) if same else state.acked,
        access_ack=max(state.access_acked, answer.access_ack),
        access_link=link,
    )
    if not _continues(state, fitted):
        raise EarlierPart("it begins behind what this desk has read")
    return fitted


def _seq(state: DeskState, scope: str) -> int:
    return state.cursor.get(scope, (0, b""))[0]


def _further(state: DeskState, scope: str, said: Position, left: Collection[str]) -> Position:
    seq, anchor = state.cursor.get(scope, (0, b""))
    return said if said.seq >= seq and scope not in left else Position(seq, b64u(anchor))


def _continues(state: DeskState, fitted: SyncAnswer) -> bool:
    """Whether entries and verdicts begin where this desk stands, and nothing lies between."""
    first, last = dict[str, int](), dict[str, int]()
    for row in fitted.actions:
        first.setdefault(row.scope, row.seq)
        last[row.scope] = row.seq
    whole = all(last.get(scope, _seq(state, scope)) >= said.seq for scope, said in fitted.cursor.items())
    begins = all(seq == _seq(state, scope) + 1 for scope, seq in first.items())
    return whole and begins and (not fitted.verdicts or fitted.verdicts[0].no == state.verdict_seen + 1)


def _is_old(state: DeskState, answer: SyncAnswer, fitted: SyncAnswer) -> bool:
    """Whether the desk has heard something later from the hub, and nothing in here is new to it."""
    news = fitted.verdicts or fitted.actions or fitted.ack_through > state.acked
    behind = any(said.seq < _seq(state, scope) for scope, said in answer.cursor.items())
    return not news and (behind or answer.ack_through < state.acked or answer.access_ack < state.access_acked)


def _request_of(log: DeskLog, state: DeskState, fitted: SyncAnswer) -> SyncRequest:
    """The request that this answers, as far as a check looks at it: where what it carried ends."""
    ends = log.queued(fitted.ack_through - 1, 1) if fitted.ack_through > state.acked else ()
    read = log.access_after(fitted.access_ack - 1, 1) if fitted.access_ack > state.access_acked else ()
    return SyncRequest(
        device_id=state.device_id,
        incarnation=state.incarnation,
        epoch=state.epoch,
        cursor={scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in state.cursor.items()},
        verdict_seen=state.verdict_seen,
        now=fitted.hub_now,
        push=[Pushed(each.device_seq, protocol.to_wire(each.envelope)) for each in ends],
        access=list(read),
    )


def is_newer(log: DeskLog, version: str) -> bool:
    """Whether a carried configuration is later than the one that the desk has; the hub counts them."""
    own = log.state().config_version
    return int(version) > int(own) if version.isdecimal() and own.isdecimal() else version != own


def refusal(body: ErrorBody) -> SyncError:
    """The error that the hub wrote down in place of an answer."""
    known: dict[str, SyncError] = {
        TooOld.code: TooOld(),
        TooNew.code: TooNew(),
        DeviceFork.code: DeviceFork("the hub says so"),
        Gap.code: Gap(body.ack_through),
        EpochChanged.code: EpochChanged(body.epoch),
        HistoryRewritten.code: HistoryRewritten("the hub says so"),
    }
    return known.get(body.error) or Refused(body.error, sentence=body.message)


class CarriedBytes:
    """One attachment or letter out of a parcel, in the clothes in which bytes are sent and fetched."""

    def __init__(self, content: bytes, revision: str = "") -> None:
        self._content, self._revision = content, revision

    def size(self, _sha256: str) -> int | None:
        """Of the one that it is; whoever sends it compares the hash."""
        return len(self._content)

    def read(self, _sha256: str, offset: int, length: int) -> bytes:
        """A part of it, to be sent."""
        return self._content[offset : offset + length]

    def read_blob(self, _key: BlobKey, offset: int, length: int) -> Part:
        """A part of it, as fetched from the hub."""
        return Part(self._content[offset : offset + length], len(self._content))

    def read_letter(self, _key: LetterKey, offset: int, length: int) -> Part:
        """The same of a letter, with its revision."""
        return Part(self._content[offset : offset + length], len(self._content), self._revision)


def find_wanted(log: DeskLog, name: tuple[str, ...]) -> Wanted | None:
    """What the desk wants under this name; None when it wants it no more, or not yet."""
    return next((wanted for wanted in log.wanted() if name_of(wanted.key) == name), None)

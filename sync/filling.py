"""The first fill of a desk: a snapshot's parts are fetched and taken one by one, and none is fetched twice.

Every entry is proved to be its author's, as in an exchange. That none is missing or in another place is proved at the
end, by the anchor; only then does the cursor move, from the beginning to the snapshot's end, and the exchange goes on
from there. Until then the scope is left out of the desk's requests, so that what the office does goes out meanwhile.
Whatever goes wrong with it costs time only: the desk asks for its log entry by entry, as if there were no snapshots.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from msgspec.structs import replace

from sync import attachments, packing, pull
from sync.anchors import GENESIS
from sync.attachments import Bytes, Wanted
from sync.desk_copy import Entry
from sync.desk_log import DeskLog, DeskState
from sync.encoding import unb64u
from sync.errors import Unreadable
from sync.hub_port import Hub, LetterKey, Part
from sync.protocol import BlobKey, EntryRow, SyncRequest
from sync.snapshots import LEAST, Snapshot
from sync.steps import FetchPart

_rows: Final = msgspec.json.Decoder(list[EntryRow])
_writer: Final = msgspec.json.Encoder()


def pack_part(rows: list[EntryRow]) -> bytes:
    """A part as it is stored and travels."""
    return packing.pack(_writer.encode(rows), packing.ZSTD)


def read_part(content: bytes) -> list[EntryRow]:
    """The entries of a part.

    Raises:
        Unreadable: it is none.
    """
    try:
        return _rows.decode(packing.unpack(content, packing.ZSTD))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable("no part of a snapshot") from error


@dataclass(slots=True)
class Filling:
    """What of a first fill is known to one engine; what is taken is known to the desk's log.

    Attributes:
        refused: a snapshot was of no use: this engine asks for none any more.
    """

    refused: bool = False

    def asking(self, state: DeskState, request: SyncRequest) -> SyncRequest:
        """The request, without the scope that is being filled; with the wish for a snapshot where there is none."""
        if not state.filling:
            return replace(request, snapshots=not self.refused)
        cursor = {scope: place for scope, place in request.cursor.items() if scope != state.filling}
        return replace(request, cursor=cursor)

    def offered(self, log: DeskLog, state: DeskState, snapshot: Snapshot | None) -> None:
        """Begin with a snapshot where it spares the desk much."""
        if snapshot is None or self.refused or state.filling or snapshot.scope not in state.cursor:
            return
        if snapshot.parts and snapshot.seq >= state.cursor[snapshot.scope][0] + LEAST:
            log.first_fill.begin(snapshot)

    def step(self, log: DeskLog, state: DeskState) -> FetchPart | None:
        """The next part; None where nothing is being filled."""
        found = log.first_fill.current() if state.filling else None
        if found is None:
            return None
        last = len(found.snapshot.parts) - 1  # once more, where the program ended between it and the end
        return FetchPart(*found.snapshot.parts[min(found.done, last)])

    def take(self, log: DeskLog, content: bytes) -> int:
        """Take a part, and with the last one go on from the snapshot's end; how many entries came.

        Raises:
            FalseEntry: an entry whose author cannot be proved.
            Unreadable: it is no part of this snapshot, or the whole does not lead to its anchor.
        """
        found = log.first_fill.current()
        if found is None:
            return 0
        snapshot, known = found.snapshot, pull.Known(log)
        hub_id = log.state().hub_id
        entries = [_entry(known, hub_id, snapshot, row) for row in read_part(content)]
        done = min(found.done + 1, len(snapshot.parts))
        log.first_fill.take(entries, done)
        if done == len(snapshot.parts):
            anchor = unb64u(snapshot.anchor, size=32)
            if log.mending.leads(snapshot.scope, (0, GENESIS), snapshot.seq) != anchor:
                raise Unreadable("a snapshot that does not lead to its anchor")
            log.first_fill.end({snapshot.scope: (snapshot.seq, anchor)})
        return len(entries)

    def give_up(self, log: DeskLog) -> None:
        """Leave the snapshot: what came of it stays, and the rest comes entry by entry."""
        self.refused = True
        log.first_fill.end({})


def _entry(known: pull.Known, hub_id: str, snapshot: Snapshot, row: EntryRow) -> Entry:
    if row.scope != snapshot.scope or not 0 < row.seq <= snapshot.seq or isinstance(row.what, str):
        raise Unreadable("an entry that is not of this snapshot")
    return pull.proved_at_once(known, hub_id, row)


def fetch(hub: Hub, shelf: Bytes, step: FetchPart, piece: int, stop: Callable[[], bool]) -> bytes:
    """Fetch a part, continuing where an earlier try was cut.

    Raises:
        FalseBytes: the whole is not what the hub offered; it is forgotten.
        Stopped: `stop` said so between two pieces; what came is kept.
    """
    caught = _Caught(shelf)
    wanted = Wanted(BlobKey("", "", step.sha256), step.sha256, step.size)
    attachments.download(_Parts(hub), caught, wanted, piece, stop)
    return caught.content


@dataclass(slots=True)
class _Parts:
    """A hub's snapshots as something that is downloaded."""

    hub: Hub

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        return self.hub.read_snapshot(key.sha256, offset, length)

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        return self.hub.read_letter(key, offset, length)


@dataclass(slots=True)
class _Caught:
    """Keeps pieces as the desk does, and the whole for the moment only."""

    shelf: Bytes
    content: bytes = b""

    def partial(self, wanted: Wanted) -> bytes:
        return self.shelf.partial(wanted)

    def add(self, wanted: Wanted, piece: bytes) -> None:
        self.shelf.add(wanted, piece)

    def finish(self, wanted: Wanted, content: bytes, _revision: str) -> None:
        self.content = content
        self.shelf.drop(wanted)

    def drop(self, wanted: Wanted) -> None:
        self.shelf.drop(wanted)

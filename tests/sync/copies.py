"""The desk's copy of the log as a whole, in memory: `sync.desk_copy` over the lists of a `MemoryDeskLog`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.verdicts import Code
from sync.anchors import next_anchor
from sync.desk_copy import Entry, Filled, Mended, Place
from sync.snapshots import Snapshot

if TYPE_CHECKING:
    from tests.sync.fakes import MemoryDeskLog


@dataclass
class MemoryMending:
    log: MemoryDeskLog

    def leads(self, scope: str, after: Place, through: int) -> bytes | None:
        seq, anchor = after
        by_hash = {each.hash: each for each in self.log.held.values()}
        ahead = self.log.ahead
        entries = [ahead[place] for place in sorted(ahead)] if ahead else self.log.entries[scope]
        for rev, own in entries[seq:through]:
            if own not in by_hash:
                return None
            anchor = next_anchor(anchor, own, rev)
        return anchor if through <= len(entries) else None

    def mend(self, mended: Mended) -> None:
        for entry in mended.entries:
            if entry.envelope is not None and entry.action is not None:
                self.log.held[entry.action.id] = entry.envelope
        through = mended.after + len(mended.entries)
        given = [(each.rev or 0, each.hash) for each in mended.entries]
        self.log.entries[mended.scope][mended.after : through] = given

    def whole_again(self, cursor: Mapping[str, Place], incarnation: str) -> None:
        log = self.log
        for scope, (seq, _) in cursor.items():
            del log.entries[scope][seq:]
        entered = {own for entries in log.entries.values() for _, own in entries}
        log._state = replace(log.state(), cursor={**log.state().cursor, **cursor}, doubted=False)
        nowhere = {row.action for row in log.verdicts if row.code is Code.OK} - entered
        log.verdicts = [row for row in log.verdicts if row.action not in nowhere]
        if nowhere:
            log.renumber(incarnation)


@dataclass
class MemoryFirstFill:
    log: MemoryDeskLog

    def begin(self, snapshot: Snapshot) -> None:
        self.log.filled = Filled(snapshot, 0)
        self.log._state = replace(self.log.state(), filling=snapshot.scope)

    def current(self) -> Filled | None:
        return self.log.filled

    def take(self, entries: Sequence[Entry], done: int) -> None:
        assert self.log.filled is not None
        for entry in entries:
            assert entry.envelope is not None
            assert entry.action is not None
            self.log.held.setdefault(entry.action.id, entry.envelope)
            self.log.ahead[entry.seq] = (entry.rev or 0, entry.hash)
        self.log.filled = replace(self.log.filled, done=done)

    def end(self, cursor: Mapping[str, Place]) -> None:
        for scope, (seq, _) in cursor.items():
            self.log.entries[scope] = [self.log.ahead[place] for place in range(1, seq + 1)]
        self.log.filled, self.log.ahead = None, {}
        state = self.log.state()
        self.log._state = replace(state, cursor={**state.cursor, **cursor}, filling="")

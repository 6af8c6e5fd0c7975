"""What a sitting ruled, written down: scopes are locked last and sorted, then every accepted action gets its places.

A counter row per scope, and not a sequence: with six writers a sequence lost 8.6 % of the rows to readers for ever,
because places commit in another order than they are given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from domain.verdicts import Code
from hub.service.bench import Bench, Ruling, ScopeKey
from hub.service.docket import Logged, bind_projections
from hub.service.entering import Entered, Entry
from hub.service.jobs import schedule_follow_up
from hub.service.verdict_book import Told, bind_verdicts, told
from hub.store import rows
from hub.store.growing import actions, entries, named_blobs, parked, payloads, scopes
from hub.store.locking import in_order, lock_or_make
from hub.store.many import Row, Sheaf
from sync.anchors import GENESIS, next_anchor
from sync.encoding import instant_text


@dataclass(slots=True)
class _Sheet:
    """The rows of one sitting, written together: one statement a table, however many actions came."""

    counters: dict[ScopeKey, tuple[int, bytes]]
    actions: list[Row] = field(default_factory=list)
    payloads: list[Row] = field(default_factory=list)
    parked: list[Row] = field(default_factory=list)
    named: list[Row] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    entered: dict[ScopeKey, Entered] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def bind(self, sheaf: Sheaf) -> None:
        """Actions first, because the others belong to them."""
        sheaf.add(actions, self.actions)
        sheaf.add(payloads, self.payloads)
        sheaf.add(parked, self.parked)
        sheaf.add(named_blobs, self.named)
        sheaf.add(entries, self.entries)
        heads = [
            {"shard": shard, "scope": scope, "seq": seq, "anchor": anchor}
            for (shard, scope), (seq, anchor) in self.counters.items()
        ]
        sheaf.change(scopes, ("shard", "scope"), heads)


def write_sitting(sitting: Bench) -> None:
    """Write all rulings of a sitting, in order. Nothing is judged after this."""
    sheet = _Sheet(_lock_scopes(sitting.connection, sitting.rulings))
    for ruling in sitting.rulings:
        _note(sitting, ruling, sheet)
    sheet.bind(sitting.sheaf)
    sitting.entered = sheet.entered
    sitting.told = bind_verdicts(sitting.connection, sitting.sheaf, sheet.told)
    bind_projections(sitting.sheaf, sitting.dockets.values(), instant_text(sitting.now))
    sitting.sheaf.write(sitting.connection)
    schedule_follow_up(sitting)


def _lock_scopes(connection: Connection, rulings: Iterable[Ruling]) -> dict[ScopeKey, tuple[int, bytes]]:
    wanted = in_order(key for ruling in rulings for key in ruling.scopes)
    found: dict[ScopeKey, tuple[int, bytes]] = {}
    for shard, scope in wanted:
        row = lock_or_make(connection, scopes, {"shard": shard, "scope": scope}, {"seq": 0, "anchor": GENESIS})
        found[shard, scope] = (int(row.seq), bytes(row.anchor))
    return found


def _note(sitting: Bench, ruling: Ruling, sheet: _Sheet) -> None:
    place = _home_place(ruling, sheet.counters)
    if ruling.waited_for is not None:
        _decide_waiting(sitting.connection, ruling, place)
    else:
        _note_action(sitting, ruling, place, sheet)
        _note_waiting(sitting, ruling, sheet)
        _note_blobs(ruling, sheet)
    for key, earlier in ruling.catch_up:
        for logged in earlier:
            _enter(key, logged, sheet, "")
    device = ruling.sender.device if ruling.sender else ""
    for key in ruling.scopes:
        _enter(key, _logged(ruling), sheet, device)
    if ruling.sender is not None and ruling.is_news:
        sheet.told.append(told(ruling.sender, ruling, place))
    if ruling.overturned:
        sheet.told += _told_to_readers(sitting, ruling)


def _told_to_readers(sitting: Bench, ruling: Ruling) -> list[Told]:
    """A verdict for every other computer that may hold the action as accepted; in no place of their queues."""
    author = None if ruling.sender is None else ruling.sender.device
    elsewhere = replace(ruling, device_seq=0)
    return [told(each, elsewhere, None) for each in sitting.readers if each.device != author]


def _home_place(ruling: Ruling, counters: dict[ScopeKey, tuple[int, bytes]]) -> tuple[str, int] | None:
    """Where the action will stand in its home scope."""
    if not ruling.scopes:
        return None
    home = ruling.scopes[0]
    ahead = sum(len(earlier) for key, earlier in ruling.catch_up if key == home)
    return home[1], counters[home][0] + ahead + 1


def _logged(ruling: Ruling) -> Logged:
    return Logged(ruling.action.shard, ruling.action.id, ruling.action.hash, ruling.rev or 0)


def _enter(key: ScopeKey, logged: Logged, sheet: _Sheet, device: str) -> None:
    """Give an action the next place of a scope; `device`: that it came from, as far as this sitting knows."""
    seq, anchor = sheet.counters[key]
    entered = sheet.entered.setdefault(key, Entered(seq, anchor))
    rev = logged.rev or None
    anchor = next_anchor(anchor, logged.hash, rev)
    sheet.counters[key] = (seq + 1, anchor)
    row = {"shard": key[0], "scope": key[1], "seq": seq + 1, "anchor": anchor, "rev": rev}
    sheet.entries.append(row | {"action_shard": logged.shard, "action": logged.action})
    entered.entries.append(Entry(seq + 1, anchor, rev, logged.action, device))


def _verdict_columns(ruling: Ruling, place: tuple[str, int] | None) -> dict[str, Any]:
    return {
        "code": ruling.verdict.code.value,
        "reason": ruling.verdict.reason,
        "waits_for": ruling.verdict.waits_for,
        "scope": place[0] if place else None,
        "seq": place[1] if place else None,
        "rev": ruling.rev,
    }


def _note_action(sitting: Bench, ruling: Ruling, place: tuple[str, int] | None, sheet: _Sheet) -> None:
    action, sender = ruling.action, ruling.sender
    row = {
        "shard": action.shard,
        "action": action.id,
        "hash": action.hash,
        "request": action.request,
        "kind": action.kind.value,
        "author": action.author,
        "envelope": ruling.envelope.action,
        "signature": ruling.envelope.signature,
        "received_at": instant_text(sitting.now),
        "office": ruling.office or None,
        "device_shard": sender.shard if sender else None,
        "device": sender.device if sender else None,
        "incarnation": sender.incarnation if sender else None,
        "device_seq": ruling.device_seq if sender else None,
    }
    sheet.actions.append(row | _verdict_columns(ruling, place))
    if ruling.envelope.payload is not None:
        content = {"shard": action.shard, "action": action.id, "payload": ruling.envelope.payload}
        sheet.payloads.append(content)


def _decide_waiting(connection: Connection, ruling: Ruling, place: tuple[str, int] | None) -> None:
    mine = {"shard": ruling.action.shard, "action": ruling.action.id}
    rows.change(connection, actions, mine, _verdict_columns(ruling, place))
    waiting = (parked.c.shard == ruling.action.shard, parked.c.action == ruling.action.id)
    if ruling.verdict.code is Code.PARKED:
        rows.change(connection, parked, mine, {"waits_for": ruling.verdict.reason})
    else:
        connection.execute(parked.delete().where(*waiting))
    if ruling.verdict.refused:
        named = (named_blobs.c.shard == ruling.action.shard, named_blobs.c.action == ruling.action.id)
        connection.execute(named_blobs.delete().where(*named))


def _note_waiting(sitting: Bench, ruling: Ruling, sheet: _Sheet) -> None:
    action = ruling.action
    if ruling.verdict.code is not Code.PARKED or action.request is None:
        return
    docket = sitting.dockets[action.shard, action.request]
    docket.arrivals += 1
    row = {"shard": action.shard, "action": action.id, "request": action.request, "arrival": docket.arrivals}
    waits_for = ruling.verdict.reason
    sheet.parked.append(row | {"waits_for": waits_for, "decision": None, "since": instant_text(sitting.now)})


def _note_blobs(ruling: Ruling, sheet: _Sheet) -> None:
    action = ruling.action
    if ruling.verdict.code not in {Code.OK, Code.PARKED} or action.request is None:
        return
    device = ruling.sender.device if ruling.sender else None
    named = {"shard": action.shard, "request": action.request, "action": action.id, "device": device}
    for blob in {each.sha256: each for each in action.blobs}.values():
        about = {"sha256": blob.sha256, "size": blob.size, "media_type": blob.media_type, "document": blob.document}
        sheet.named.append(named | about)

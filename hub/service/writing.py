"""What a sitting ruled, written down: scopes are locked last and sorted, then every accepted action gets its places.

A counter row per scope, and not a sequence: with six writers a sequence lost 8.6 % of the rows to readers for ever,
because places commit in another order than they are given.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from domain.verdicts import Code
from hub.service.bench import Bench, Ruling, ScopeKey
from hub.service.docket import Logged, put_projection
from hub.service.jobs import schedule_follow_up
from hub.service.verdict_book import put_verdict
from hub.store import rows
from hub.store.growing import actions, entries, named_blobs, parked, payloads, scopes
from hub.store.locking import in_order, lock_or_make
from sync.anchors import GENESIS, next_anchor
from sync.encoding import instant_text


def write_sitting(sitting: Bench) -> None:
    """Write all rulings of a sitting, in order. Nothing is judged after this."""
    counters = _lock_scopes(sitting.connection, sitting.rulings)
    for ruling in sitting.rulings:
        _write(sitting, ruling, counters)
    now = instant_text(sitting.now)
    for docket in sitting.dockets.values():
        put_projection(sitting.connection, docket, now)
    schedule_follow_up(sitting)
    _put_scopes(sitting.connection, counters)


def _lock_scopes(connection: Connection, rulings: Iterable[Ruling]) -> dict[ScopeKey, tuple[int, bytes]]:
    wanted = in_order(key for ruling in rulings for key in ruling.scopes)
    found: dict[ScopeKey, tuple[int, bytes]] = {}
    for shard, scope in wanted:
        row = lock_or_make(connection, scopes, {"shard": shard, "scope": scope}, {"seq": 0, "anchor": GENESIS})
        found[shard, scope] = (int(row.seq), bytes(row.anchor))
    return found


def _put_scopes(connection: Connection, counters: dict[ScopeKey, tuple[int, bytes]]) -> None:
    for (shard, scope), (seq, anchor) in counters.items():
        rows.change(connection, scopes, {"shard": shard, "scope": scope}, {"seq": seq, "anchor": anchor})


def _write(sitting: Bench, ruling: Ruling, counters: dict[ScopeKey, tuple[int, bytes]]) -> None:
    connection = sitting.connection
    place = _home_place(ruling, counters)
    if ruling.waited_for is not None:
        _decide_waiting(connection, ruling, place)
    else:
        _insert_action(sitting, ruling, place)
    if ruling.verdict.code is Code.PARKED:
        _park(sitting, ruling)
    if ruling.verdict.code in {Code.OK, Code.PARKED}:
        _name_blobs(connection, ruling)
    for key, earlier in ruling.catch_up:
        for logged in earlier:
            _enter(connection, key, logged, counters)
    for key in ruling.scopes:
        _enter(connection, key, _logged(ruling), counters)
    if ruling.sender is not None and ruling.is_news:
        put_verdict(connection, ruling.sender, ruling, place)


def _home_place(ruling: Ruling, counters: dict[ScopeKey, tuple[int, bytes]]) -> tuple[str, int] | None:
    """Where the action will stand in its home scope."""
    if not ruling.scopes:
        return None
    home = ruling.scopes[0]
    ahead = sum(len(earlier) for key, earlier in ruling.catch_up if key == home)
    return home[1], counters[home][0] + ahead + 1


def _logged(ruling: Ruling) -> Logged:
    return Logged(ruling.action.shard, ruling.action.id, ruling.action.hash, ruling.rev or 0)


def _enter(connection: Connection, key: ScopeKey, logged: Logged, counters: dict[ScopeKey, tuple[int, bytes]]) -> None:
    seq, anchor = counters[key]
    rev = logged.rev or None
    counters[key] = (seq + 1, next_anchor(anchor, logged.hash, rev))
    row = {"shard": key[0], "scope": key[1], "seq": seq + 1, "anchor": counters[key][1], "rev": rev}
    rows.add(connection, entries, row | {"action_shard": logged.shard, "action": logged.action})


def _verdict_columns(ruling: Ruling, place: tuple[str, int] | None) -> dict[str, Any]:
    return {
        "code": ruling.verdict.code.value,
        "reason": ruling.verdict.reason,
        "waits_for": ruling.verdict.waits_for,
        "scope": place[0] if place else None,
        "seq": place[1] if place else None,
        "rev": ruling.rev,
    }


def _insert_action(sitting: Bench, ruling: Ruling, place: tuple[str, int] | None) -> None:
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
    rows.add(sitting.connection, actions, row | _verdict_columns(ruling, place))
    if ruling.envelope.payload is not None:
        content = {"shard": action.shard, "action": action.id, "payload": ruling.envelope.payload}
        rows.add(sitting.connection, payloads, content)


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


def _park(sitting: Bench, ruling: Ruling) -> None:
    action = ruling.action
    if ruling.waited_for is not None or action.request is None:
        return
    docket = sitting.dockets[action.shard, action.request]
    docket.arrivals += 1
    row = {"shard": action.shard, "action": action.id, "request": action.request, "arrival": docket.arrivals}
    waits_for = ruling.verdict.reason
    since = instant_text(sitting.now)
    rows.add(sitting.connection, parked, row | {"waits_for": waits_for, "decision": None, "since": since})


def _name_blobs(connection: Connection, ruling: Ruling) -> None:
    action = ruling.action
    if ruling.waited_for is not None or action.request is None:
        return
    device = ruling.sender.device if ruling.sender else None
    for blob in {each.sha256: each for each in action.blobs}.values():
        row: dict[str, Any] = {
            "shard": action.shard,
            "request": action.request,
            "sha256": blob.sha256,
            "action": action.id,
        }
        row |= {"size": blob.size, "media_type": blob.media_type, "document": blob.document, "device": device}
        rows.add(connection, named_blobs, row)

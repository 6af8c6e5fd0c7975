"""Waiting actions judged again: bytes arrived, a job compared a letter, a supervisor decided.

In order of arrival, up to the first that still waits; their verdicts go to the devices that sent them, whose rows are
locked first, as in every exchange.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from domain.actions import ActionKind
from domain.verdicts import ACCEPTED, Code
from hub.errors import NotKnown
from hub.service import replaying
from hub.service.bench import Sender
from hub.service.docket import Key
from hub.service.epochs import restored_at
from hub.service.ground import Ground
from hub.service.letter_rows import Revision, put_revision
from hub.service.numbering import books_of, books_of_requests, lock_books
from hub.service.own_actions import now_of
from hub.service.preparing_again import prepare_again
from hub.service.readers import readers_before
from hub.service.sitting import Sitting
from hub.service.vetting import Vetted, vet
from hub.service.writing import write_sitting
from hub.store import rows
from hub.store.growing import actions, devices, incarnations, parked, payloads
from hub.store.locking import in_order, lock_row
from sync.encoding import read_instant
from sync.record import Envelope, read_action


@dataclass(frozen=True, slots=True)
class Waiting:
    """A parked action as the administrator sees it."""

    shard: str
    action: str
    request: str
    kind: str
    author: str
    waits_for: str
    since: str


def release(ground: Ground, key: Key) -> int:
    """Judge what waits on a request again; how many got their final verdict."""
    with ground.store.reading() as connection:
        waiting = _waiting_rows(connection, key)
        senders = {(row.device_shard, row.device) for row in waiting if row.device}
        readers = _readers(ground, connection, key, waiting)
        again = _prepared_again(ground, connection, waiting)
    with ground.store.writing() as connection:
        for shard, device in in_order(senders | {(each.shard, each.device) for each in readers}):
            lock_row(connection, devices, {"shard": shard, "device": device})
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground), readers=readers)
        sitting.open([key])
        rows = _waiting_rows(connection, key)
        if {(row.device_shard, row.device) for row in rows if row.device} - senders:
            return 0
        vetted = [_vetted_again(sitting, row) for row in rows]
        books = [book for found in vetted for book in books_of(found)]
        books += books_of_requests(connection, [key], ground.identity.regency)
        lock_books(connection, books, sitting.catalogue.offices)
        done = _judge_in_order(sitting, key, list(zip(rows, vetted, strict=True)), again)
        write_sitting(sitting)
        return done


def _readers(ground: Ground, connection: Connection, key: Key, waiting: list[Row[Any]]) -> tuple[Sender, ...]:
    """Who must be told too, should a person end now what had been accepted before the hub was restored."""
    restored = restored_at(connection)
    ended = [row for row in waiting if row.decision == "refuse" and row.received_at == restored]
    return readers_before(connection, ground.catalogue(connection), key, waiting) if ended else ()


def _prepared_again(ground: Ground, connection: Connection, waiting: list[Row[Any]]) -> dict[str, Revision]:
    """The files of letters that were given back before what they rest on, made before the request is locked."""
    catalogue, again = ground.catalogue(connection), {}
    for row in waiting:
        if row.author == ground.identity.hub_id and row.kind == ActionKind.LETTER_FROZEN:
            revision = prepare_again(ground, catalogue, _envelope(connection, row), read_action(row.envelope))
            if revision is not None:
                again[str(row.action)] = revision
    return again


def _judge_in_order(
    sitting: Sitting, key: Key, waiting: list[tuple[Row[Any], Vetted]], again: Mapping[str, Revision]
) -> int:
    docket, done = sitting.dockets[key], 0
    docket.waits_for = None
    for row, found in waiting:
        if row.author == sitting.ground.identity.hub_id:
            ruling = replaying.replay_own(sitting, found.envelope, read_action(found.envelope.action), row.awaited)
            if row.action in again and ruling.verdict == ACCEPTED:
                put_revision(sitting.connection, key, again[row.action], sitting.now)
        else:
            ruling = sitting.judge(found, _sender(sitting.connection, row), row.decision, row.awaited)
        if ruling.verdict.code is Code.PARKED:
            break
        done += 1
    return done


_WAITING: Final = (
    select(parked.c.decision, parked.c.waits_for.label("awaited"), *actions.c)
    .select_from(parked.join(actions, (parked.c.shard == actions.c.shard) & (parked.c.action == actions.c.action)))
    .where(*rows.by_key(parked, "shard", "request"))
    .order_by(parked.c.arrival)
)
"""Made once, as those of `rows`."""


def _waiting_rows(connection: Connection, key: Key) -> list[Row[Any]]:
    """In order of arrival; what a restored hub was given back came before all that is new."""
    restored = restored_at(connection) or ""
    found = connection.execute(_WAITING, rows.keyed(shard=key[0], request=key[1])).all()
    return sorted(found, key=lambda row: bool(restored) and row.received_at > restored)


def _envelope(connection: Connection, row: Row[Any]) -> Envelope:
    kept = rows.find(connection, payloads, {"shard": row.shard, "action": row.action})
    return Envelope(bytes(row.envelope), bytes(row.signature), None if kept is None else bytes(kept.payload))


def _vetted_again(sitting: Sitting, row: Row[Any]) -> Vetted:
    item = (int(row.device_seq or 0), _envelope(sitting.connection, row))
    return vet(sitting.connection, item, sitting.ground.identity, sitting.catalogue, read_instant(row.received_at))


def _sender(connection: Connection, row: Row[Any]) -> Sender:
    key = {"shard": row.device_shard, "device": row.device}
    device = rows.find(connection, devices, key)
    assert device is not None  # noqa: S101 - whose action it is, is never forgotten
    life = lock_row(connection, incarnations, {**key, "incarnation": row.incarnation})
    return Sender(
        row.device_shard, row.device, device.office, row.incarnation, life.started_at if life else row.received_at
    )


def waiting_actions(connection: Connection, shards: tuple[str, ...]) -> list[Waiting]:
    """Everything that waits, the oldest first."""
    joined = parked.join(actions, (parked.c.shard == actions.c.shard) & (parked.c.action == actions.c.action))
    columns = (
        parked.c.shard,
        parked.c.action,
        parked.c.request,
        actions.c.kind,
        actions.c.author,
        parked.c.waits_for,
        parked.c.since,
    )
    found = connection.execute(
        select(*columns).select_from(joined).where(parked.c.shard.in_(shards)).order_by(parked.c.since)
    )
    return [Waiting(*row) for row in found]


def decide(ground: Ground, action: str, decision: str) -> int:
    """A supervisor's word on a waiting action: `accept` or `refuse`; how many actions were released by it.

    Raises:
        NotKnown: nothing of that id waits.
    """
    with ground.store.writing() as connection:
        shards = ground.catalogue(connection).shards
        row = connection.execute(select(parked).where(parked.c.shard.in_(shards), parked.c.action == action)).first()
        if row is None:
            raise NotKnown("Tidak ada langkah tertahan dengan nomor itu. Tidak ada yang diubah. Lihat: hub parked list")
        mine = (parked.c.shard == row.shard, parked.c.action == action)
        connection.execute(parked.update().where(*mine).values(decision=decision))
    return release(ground, (row.shard, row.request))

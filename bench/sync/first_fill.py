"""The first fill of a kecamatan's new computer: how long until its open requests are there, and until all is.

    python -m bench.sync --only filling --entries 100000

One real request that was rejected and one that is open, filed and verified through the desks, are copied under new ids
with new salts and signed anew, so the desk proves and folds each of them. Every twentieth copy is open until 1,700 are:
what waits at a kecamatan does not grow with the years behind it. Answers repeat, so parts pack better than real ones.
The hub is in the same process and its bytes cross no line: what is timed is the desk's own work after they have come,
on its encrypted database.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from bench.sync import told
from desktop.office.desk import Desk
from desktop.store.blob_bytes import SqlBytes
from desktop.store.desk_log import SqlDeskLog
from desktop.store.tables import requests as listed
from domain.workflow import OPEN
from hub.service import snapshots
from hub.service.identity import put_setting, setting
from hub.service.jobs import SNAPSHOT, Job
from hub.store.growing import actions, entries, officer_keys, payloads, requests, scopes
from hub.store.growing import snapshots as stored
from sync.anchors import next_anchor
from sync.engine import Engine, Policy
from sync.keys import ACTION, SigningKey
from sync.protocol import PIECE_GOOD
from sync.record import hash_of
from sync.running import perform
from sync.steps import FetchPart
from tests.desktop.fakes import KECAMATAN
from tests.desktop.house import House, desk_of
from tests.desktop.town import DirectReach, Town

SCOPE: Final = f"k:{KECAMATAN}"
WANTED: Final = 30
OPEN_EACH: Final = 20
OPEN_MOST: Final = 1700
BATCH: Final = 2000
KINDS: Final = ("n1", "n2", "n4", "ktp", "kk")


@dataclass
class Copier:
    """Copies a request's actions: other ids, salts and hashes of the same length in the same bytes, signed anew."""

    connection: Connection
    keys: dict[str, SigningKey] = field(default_factory=dict)
    seq: int = 0
    anchor: bytes = b""
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def copy(self, request: Row[Any], log: list[Row[Any]], count: int) -> None:
        """One more request like this one."""
        fresh = _fresh_id(count)
        swapped = {request.request.encode(): fresh.encode()}
        for row in log:
            swapped[row.action.encode()] = _fresh_id(count).encode()
            payload = None if row.payload is None else os.urandom(16) + row.payload[16:]
            if payload is not None:
                swapped[hash_of(row.payload).encode()] = hash_of(payload).encode()
            key = self._key(row.author)
            content = bytes(row.envelope)
            for old, new in (*swapped.items(), (_key_id(content), key.key_id.encode())):
                content = content.replace(old, new)
            swapped[row.hash.encode()] = hash_of(content).encode()
            known = {"request": fresh, "action": swapped[row.action.encode()].decode(), "hash": hash_of(content)}
            self._add(row, known | {"envelope": content, "signature": key.sign(ACTION, content)}, payload)
        head = swapped[request.head.encode()].decode()
        self._put("requests", request._asdict() | {"request": fresh, "head": head})

    def _key(self, author: str) -> SigningKey:
        if author not in self.keys:
            key = self.keys[author] = SigningKey(os.urandom(32))
            row = self.connection.execute(select(officer_keys).where(officer_keys.c.officer == author)).one()
            certified = row._asdict() | {"key": key.key_id, "public": key.public}
            self.connection.execute(officer_keys.insert(), [certified])
        return self.keys[author]

    def _add(self, row: Row[Any], fresh: dict[str, Any], payload: bytes | None) -> None:
        own = fresh["action"]
        self.seq += 1
        self.anchor = next_anchor(self.anchor, fresh["hash"], row.rev)
        self._put("actions", {column.name: getattr(row, column.name) for column in actions.c} | fresh)
        if payload is not None:
            self._put("payloads", {"shard": row.shard, "action": own, "payload": payload})
        place = {"shard": KECAMATAN, "scope": SCOPE, "seq": self.seq, "anchor": self.anchor, "rev": row.rev}
        self._put("entries", place | {"action_shard": row.shard, "action": own})

    def _put(self, table: str, row: dict[str, Any]) -> None:
        self.rows.setdefault(table, []).append(row)

    def write(self) -> None:
        """What was copied goes into the hub's tables."""
        for table in (actions, payloads, entries, requests):
            if self.rows.get(table.name):
                self.connection.execute(table.insert(), self.rows.pop(table.name))


def _fresh_id(count: int) -> str:
    digits = os.urandom(16).hex()
    return f"{count:08x}-{digits[:4]}-7{digits[5:8]}-8{digits[9:12]}-{digits[12:24]}"


def _key_id(content: bytes) -> bytes:
    return content.partition(b'"key_id":"')[2].partition(b'"')[0]


def copied(town: Town, wanted: int) -> tuple[int, int]:
    """Fill the hub up to so many entries of the kecamatan; how many, and how many requests are open."""
    with town.ground.store.writing() as connection:
        head = connection.execute(select(scopes).where(scopes.c.scope == SCOPE)).one()
        copier = Copier(connection, seq=int(head.seq), anchor=bytes(head.anchor))
        models = [_model(connection, row) for row in connection.execute(select(requests)).all()]
        ended = next(each for each in models if each[0].state == "rejected")
        standing = next(each for each in models if each[0].state in OPEN)
        count = 0
        while copier.seq < wanted:
            count += 1
            is_open = count % OPEN_EACH == 0 and count <= OPEN_EACH * OPEN_MOST
            copier.copy(*(standing if is_open else ended), count)
            if count % BATCH == 0:
                copier.write()
        copier.write()
        where = (scopes.c.shard == KECAMATAN, scopes.c.scope == SCOPE)
        connection.execute(scopes.update().where(*where).values(seq=copier.seq, anchor=copier.anchor))
        put_setting(connection, "config_version", str(int(setting(connection, "config_version", "1")) + 1))
        opened = requests.c.state.in_([state.value for state in OPEN])
        standing_now = connection.execute(select(func.count()).select_from(requests).where(opened)).scalar_one()
    return copier.seq, int(standing_now)


def _model(connection: Connection, request: Row[Any]) -> tuple[Row[Any], list[Row[Any]]]:
    joined = actions.outerjoin(
        payloads, (payloads.c.shard == actions.c.shard) & (payloads.c.action == actions.c.action)
    )
    asked = select(actions, payloads.c.payload).select_from(joined).where(actions.c.request == request.request)
    return request, list(connection.execute(asked.order_by(actions.c.rev)))


def acted(town: Town) -> House:
    """Two real requests: one that was rejected, one that waits at the second step."""
    house = House(town)
    house.enrol("desa", "clerk")
    house.enrol("kecamatan", "kasi-kesra", "sekcam")
    for ends in (True, False):
        request = house.submit("desa", "dispensasi-nikah", *KINDS, officer="clerk")
        for _ in range(2):
            house.must("desa", "sync")
        house.must("kecamatan", "sync")
        house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
        if ends:
            house.must("kecamatan", f"--officer sekcam act {request} reject --reason contoh")
        house.must("kecamatan", "sync")
    return house


@dataclass
class Timed:
    """Seconds since the first part was asked for."""

    fetching: float = 0.0
    usable: float = 0.0
    parts_until_usable: int = 0
    whole: float = 0.0
    parts: int = 0


def filled(desk: Desk, town: Town, standing: int) -> Timed:
    """Let the new computer be filled."""
    with desk.database.reading() as connection:
        who = desk.enrolled(connection)
    hub, _ = DirectReach(town).hub(who)
    log = SqlDeskLog(desk.database, desk.outside.now, desk.outside.uptime)
    engine = Engine(log, desk.outside.new_id, desk.outside.rand, Policy(files=False))
    shelf, found = SqlBytes(desk.database, desk.files), Timed()
    began = 0.0
    while (step := engine.next_request(desk.outside.now())) is not None:
        asked = time.perf_counter()
        reply = perform(hub, shelf, step, PIECE_GOOD)
        if isinstance(step, FetchPart):
            began = began or asked
            found.fetching += time.perf_counter() - asked
            found.parts += 1
        engine.on_answer(reply, desk.outside.now())
        if began and not found.usable and _open_here(desk) >= standing:
            found.usable, found.parts_until_usable = time.perf_counter() - began, found.parts
        found.whole = time.perf_counter() - began
    if engine.trouble is not None:
        raise engine.trouble
    return found


def _open_here(desk: Desk) -> int:
    with desk.database.reading() as connection:
        is_open = listed.c.state.in_([state.value for state in OPEN])
        return int(connection.execute(select(func.count()).select_from(listed).where(is_open)).scalar_one())


def measure(wanted: int) -> list[told.Row]:
    """Fill a hub with so many entries, and a new computer from it."""
    with tempfile.TemporaryDirectory() as folder, closing(Town(Path(folder))) as town, closing(acted(town)) as house:
        count, standing = copied(town, wanted)
        began = time.perf_counter()
        snapshots.make(town.ground, Job(KECAMATAN, town.ground.world.new_id(), SNAPSHOT, "", SCOPE, 0))
        made = time.perf_counter() - began
        with town.ground.store.reading() as connection:
            size = int(connection.execute(select(func.sum(stored.c.size))).scalar_one())
        house.must("kedua", f"enrol --hub https://hub.contoh.example --code {town.code('kasi-kesos')}")
        found = filled(desk_of(house, "kedua"), town, standing)
    own = found.whole - found.fetching
    said = f"{standing:,} requests open, {found.parts_until_usable} of {found.parts} parts"
    snapshot = f"the hub made the snapshot in {made:.0f} s, {size / count:.0f} bytes an entry"
    return [
        told.Row(
            f"a new computer of a kecamatan with {count:,} entries has its open requests",
            f"≤ {WANTED} s",
            f"{found.usable:.1f} s",
            told.verdict(found.usable <= WANTED),
            said,
        ),
        told.Row(
            "the same, everything", "–", f"{found.whole:.0f} s, {count / own:,.0f} entries a second", "", snapshot
        ),
    ]

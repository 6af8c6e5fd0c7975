"""Real desks: the encrypted database of a profile, the engine and the client that the program uses, without windows."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.sync.hubs import Hub, submit
from desktop.store import actions, blobs, catalogue, settings, states
from desktop.store.blob_bytes import SqlBytes
from desktop.store.blobfiles import BlobFiles
from desktop.store.database import FILE, Database, open_database
from desktop.store.desk_log import SqlDeskLog
from desktop.store.migrating import bring_up_to_date
from desktop.store.states import Enrolled
from domain.actions import Blob
from resources.packs import open_packs
from sync import push
from sync.client import HubClient
from sync.encoding import b64u
from sync.engine import Engine
from sync.record import read_action
from sync.running import Summary, Times, run_exchange
from tests.hub.desks import Desk


@dataclass
class RealDesk:
    """A desk with a disk.

    Attributes:
        signer: holds its officer's key and makes the actions.
    """

    hub: Hub
    signer: Desk
    database: Database
    files: BlobFiles
    log: SqlDeskLog

    def queue(self, answers: list[dict[str, Any]], *scans: Blob) -> list[str]:
        """Sign and queue a request for each; their ids."""
        for each in answers:
            submit(self.signer, each, scans)
        made, self.signer.queue = self.signer.queue, []
        with self.database.writing() as connection:
            incarnation = states.contact(connection).incarnation
            for envelope in made:
                actions.append_own(connection, envelope, incarnation)
        return [read_action(each.action).request or "" for each in made]

    def attach(self, answers: dict[str, Any], content: bytes) -> None:
        """Queue a request with a scan whose bytes lie here."""
        blob = Blob(b64u(hashlib.sha256(content).digest()), len(content), "image/jpeg", "ktp")
        kept = self.files.keep([content])
        (request,) = self.queue([answers], blob)
        with self.database.writing() as connection:
            blobs.add_own(connection, (self.signer.device.partition("-")[0], request), blob, "ktp.jpg", kept)

    def client(self, port: int) -> HubClient:
        """A connection of its own that is not open yet; it has the nonce of the last answer."""
        client = self.hub.client(self.signer, port)
        with self.database.reading() as connection:
            client.nonce = states.contact(connection).nonce
        return client

    def ask_nothing(self, client: HubClient) -> None:
        """Have the connection open: a question that carries nothing and reads nothing. A server closes idle ones."""
        asked = push.build(self.log, self.log.state(), datetime.now(UTC), 0, whole=False)
        client.exchange(replace(asked, cursor={}))

    def exchange(self, client: HubClient, tries: int = 0) -> Summary:
        """One exchange as the program has it, and no trouble in it."""
        engine = Engine(self.log, self.signer.town.ground.world.new_id, lambda: 0.0)
        times = Times(lambda: datetime.now(UTC), time.monotonic, time.sleep, tries=tries)
        summary = run_exchange(engine, client, SqlBytes(self.database, self.files), times, client.traffic)
        if summary.trouble is not None:
            raise summary.trouble
        return summary


@contextmanager
def real_desk(hub: Hub, signer: Desk, folder: Path) -> Iterator[RealDesk]:
    """An enrolled desk that has its configuration, its packs and its first numbers."""
    folder.mkdir(parents=True)
    key = os.urandom(32)
    database = open_database(folder / FILE, key)
    bring_up_to_date(database, folder / "backups")
    ground = hub.ground
    who = Enrolled(
        hub_id=ground.identity.hub_id,
        hub_url="https://localhost",
        ca_pem=hub.transport.authority.read_text(encoding="ascii"),
        device_id=signer.device,
        device_key=signer.device_key.raw,
        office=signer.office,
        office_name="Desa contoh",
    )
    with database.writing() as connection:
        states.enrol(connection, who, ground.identity.key.public, ground.world.new_id(), "")
        settings.put(connection, "salt", os.urandom(32))
        for pack in open_packs().values():
            catalogue.keep_pack(connection, pack)
    log = SqlDeskLog(database, lambda: datetime.now(UTC))
    desk = RealDesk(hub, signer, database, BlobFiles(folder / "blobs", key, os.urandom), log)
    try:
        desk.exchange(desk.client(hub.ports[0]))
        yield desk
    finally:
        database.close()


def timed(work: Callable[[], Summary]) -> tuple[float, Summary]:
    """Seconds, and what was done."""
    began = time.perf_counter()
    done = work()
    return time.perf_counter() - began, done

"""A desk of a simulated world: the real store and use cases, on a computer that may die, jump in time or fill up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from sqlalchemy import Engine

from desktop.keys import Opened, Vault
from desktop.office.desk import Desk, Outside, open_desk
from desktop.store.blobfiles import BlobFiles
from desktop.store.database import FILE, Database
from domain.request import Request as Folded
from domain.timekeeping import Uptime
from simulation.chance import Chance
from simulation.disks import Disk
from simulation.places import PASSWORD, Seat
from simulation.wire import Wire
from sync.client.answers import refusal
from sync.client.hub_client import HubClient, Pinned
from sync.client.link import Link
from sync.keys import SigningKey
from sync.signatures import Answer, Request


class Client(HubClient):
    """The real client, which on a good line may leave out signing and proving: half of what a call costs.

    Attributes:
        wire: its line.
        device: whose it is.
        always: it signs whatever happens to a call.
    """

    wire: Wire
    device: str
    always: bool

    def _once(self, request: Request, good: set[int], limit: int) -> Answer:
        signs = self.always or self.wire.tells
        self.wire.unproved = "" if signs else self.device
        if signs:
            return super()._once(request, good, limit)
        answer = self._link.send(request.method, request.path, request.headers, request.body, limit=limit)
        if answer.status not in good:
            raise refusal(answer)
        return answer


@dataclass
class Computer:
    """One computer with its desk.

    Attributes:
        ahead: how far its clock is ahead of the true time.
        boot: the name of its present start.
        recorded: what this desk has told its officers is saved: the hash by the action's id.
        lives: how often an old copy of its database was put back.
        copy: an older copy of its database, if one was made.
        folds: requests as folded when their logs were so long.
    """

    seat: Seat
    profile: Path
    chance: Chance
    keys: dict[str, Opened]
    wire: Wire
    engine: Engine | None
    disk: Disk = field(default_factory=Disk)
    ahead: timedelta = timedelta(0)
    boot: str = "start-1"
    booted: float = 0.0
    recorded: dict[str, str] = field(default_factory=dict)
    lives: int = 0
    copy: Path | None = None
    copied: dict[str, str] = field(default_factory=dict)
    folds: dict[str, tuple[list[int], Folded]] = field(default_factory=dict)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        """Start the program for the first time."""
        self.desk = self._started()

    @property
    def device(self) -> str:
        """By which name the hub knows it."""
        with self.desk.database.reading() as connection:
            return self.desk.enrolled(connection).device_id

    @property
    def outside(self) -> Outside:
        """What the program sees of the world."""
        chance, time = self.chance, self.chance.time
        return Outside(
            now=self.now,
            new_id=chance.new_id,
            token_bytes=chance.token_bytes,
            rand=chance.number,
            monotonic=lambda: time.since_began,
            sleep=time.pass_by,
            uptime=lambda: Uptime(self.boot, time.since_began - self.booted),
        )

    def now(self) -> datetime:
        """What the computer's clock shows."""
        return self.chance.time() + self.ahead

    def client(self, *, always: bool) -> Client:
        """The client over this computer's line; `always`: every call is signed and proved as in life."""
        with self.desk.database.reading() as connection:
            who, contact = self.desk.enrolled(connection), self.desk.contact(connection)
        pinned = Pinned(who.device_id, SigningKey(who.device_key), contact.hub_keys[-1])
        made = Client(cast("Link", self.wire), pinned, self.chance.token_bytes, contact.nonce)
        made.wire, made.device, made.always = self.wire, who.device_id, always
        return made

    def restart(self, *, reboot: bool = False) -> None:
        """The program ended, however it did, and is started again."""
        self.desk.database.close()
        self.folds.clear()
        if reboot:
            self.boot, self.booted = f"start-{self.chance.stream.randrange(10**6)}", self.chance.time.since_began
        self.desk = self._started()

    @contextmanager
    def acting(self, officer: str) -> Iterator[Desk]:
        """This officer sits before it."""
        self.desk.officer = officer
        yield self.desk

    def _started(self) -> Desk:
        if self.engine is None:
            return self._opened_with_password()
        files = BlobFiles(self.profile / "blobs", next(iter(self.keys.values())).data_key, self.chance.token_bytes)
        database = Database(self.profile / FILE, self.engine)
        vault = self._vault()
        return Desk(self.profile, vault, self.outside, database, files, self.seat.officers[0], dict(self.keys))

    def _opened_with_password(self) -> Desk:
        """As in life: the first officer's password opens slot and database; the others give theirs quickly."""
        desk = open_desk(self._vault(), self.outside, self.seat.officers[0], PASSWORD)
        desk.opened.update({name: key for name, key in self.keys.items() if name not in desk.opened})
        self.disk.watch(engine_of(desk.database))
        return desk

    def _vault(self) -> Vault:
        return Vault(self.profile, self.chance.token_bytes, new_keyring=lambda: None, old_keyring=lambda: None)

    def copy_database(self) -> None:
        """Somebody copies the disk."""
        self.copy, self.copied = self.profile / "copy.db", dict(self.recorded)
        self.copy_to(self.copy)

    def copy_to(self, path: Path) -> None:
        """The database as it stands, in another file."""
        self._fold()
        shutil.copyfile(self.profile / FILE, path)

    def put_copy_back(self, reached: Callable[[str], bool]) -> int:
        """Somebody puts the copy back, and tells nobody; how many actions were lost that the hub never saw."""
        if self.copy is None:
            return 0
        self.desk.database.close()
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            (self.profile / name).unlink(missing_ok=True)
        shutil.copyfile(self.copy, self.profile / FILE)
        before = len(self.recorded)
        self.recorded = {each: own for each, own in self.recorded.items() if each in self.copied or reached(each)}
        self.lives += 1
        self.restart()
        return before - len(self.recorded)

    def _fold(self) -> None:
        with closing(engine_of(self.desk.database).raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def engine_of(database: Database) -> Engine:
    """The engine under a database that the program opened by itself."""
    found: Engine = database._engine  # noqa: SLF001 - a simulated disk lies below what the program shows
    return found

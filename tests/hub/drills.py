"""A hub that loses what it did since its backup, and desks that come back to it, for tests of what they give back."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Table, select

from domain.actions import ActionKind
from domain.verdicts import Code
from hub.admin.doctor import examine
from hub.admin.folder import Place
from hub.service.epochs import begin_epoch
from hub.service.exchange import exchange
from hub.service.identity import read as read_identity
from hub.store.growing import actions, devices, leases, letters, numbers, officer_keys, requests
from hub.store.opening import open_sqlite
from sync.encoding import unb64u
from sync.protocol import SyncAnswer, to_wire
from sync.record import Envelope, read_action
from tests.hub.desks import Desk
from tests.hub.scenes import Scene, copied
from tests.hub.town import KEY, open_town

Given = list[tuple[Envelope, Code, str]]


class Drill:
    """A town whose hub loses what it did since `back_up`."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        shutil.copytree(scene.folder, folder, dirs_exist_ok=True)
        self.folder, self.request = folder, scene.request
        self.town = open_town(open_sqlite(folder / "hub.db", KEY), folder)
        self.village, self.kecamatan = copied(scene.village, self.town), copied(scene.kecamatan, self.town)
        self.sync()
        self.back_up()

    def back_up(self) -> None:
        self.town.ground.store.close()
        shutil.copyfile(self.folder / "hub.db", self.folder / "cadangan.db")

    def sync(self) -> None:
        for _ in range(2):
            self.village.sync()
            self.kecamatan.sync()

    def lose(self) -> None:
        """The database becomes what it was, in a new epoch."""
        town = self.town
        town.ground.store.close()
        for name in ("hub.db-wal", "hub.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.copyfile(self.folder / "cadangan.db", self.folder / "hub.db")
        town.ground.store.engine.dispose()
        town.clock.pass_by(minutes=1)
        with town.ground.store.writing() as connection:
            begin_epoch(connection, town.clock.now)
            town.ground.identity = read_identity(connection, KEY)
        town.ground._catalogue = None
        town.clock.pass_by(minutes=1)

    def rows(self, table: Table, *names: str) -> set[tuple[object, ...]]:
        with self.town.ground.store.reading() as connection:
            return {tuple(row) for row in connection.execute(select(*(table.c[name] for name in names)))}

    def states(self) -> dict[str, set[tuple[object, ...]]]:
        return {
            "actions": self.rows(actions, "hash", "code", "rev"),
            "requests": self.rows(requests, "request", "state", "rev", "head"),
            "numbers": self.rows(numbers, "office", "book", "n", "state", "reason"),
            "leases": self.rows(leases, "lease", "first", "last", "incarnation"),
            "letters": self.rows(letters, "letter", "state"),
            "keys": self.rows(officer_keys, "key", "state", "officer"),
            "devices": self.rows(devices, "device", "state", "office"),
        }

    def levels(self) -> dict[str, str]:
        return {each.name: each.level for each in examine(self.town.ground, Place(self.folder, self.folder / "key"))}


def ask(desk: Desk, given: Given) -> SyncAnswer:
    """Give these back; the hub's answer."""
    wire = [(to_wire(envelope), code, reason) for envelope, code, reason in given]
    return exchange(desk.town.ground, desk.known_as, desk.request(given=wire))


def held(desk: Desk, points: dict[str, tuple[int, str]]) -> Given:
    """What this desk has read behind the branch, `config` first."""
    found = [each for scope in ("config", desk.scope) for each in desk.entries.get(scope, [])[points[scope][0] :]]
    return [(desk.own[each.id], Code.OK, "") for each in found]


def come_back(desk: Desk, extra: Given | None = None, leave_out: frozenset[ActionKind] = frozenset()) -> None:
    """The whole return of a desk, which then begins a new life of its queue."""
    branch = ask(desk, []).branch
    assert branch is not None
    given = [*held(desk, branch.cursor), *(extra or [])]
    given = [each for each in given if _kind(each[0]) not in leave_out]
    while given:
        answer = ask(desk, given)
        assert answer.branch is not None
        given = given[answer.branch.taken :]
    for scope, (seq, _) in branch.cursor.items():
        del desk.entries.setdefault(scope, [])[seq:]
    desk.verdicts = desk.verdicts[: branch.verdict_seen]
    desk.epoch = desk.town.ground.identity.epoch
    desk.incarnation, desk.acked = f"{desk.incarnation}+", 0
    ask_anchors(desk, branch.cursor)
    desk.sync()


def _kind(envelope: Envelope) -> ActionKind:
    return read_action(envelope.action).kind


def ask_anchors(desk: Desk, points: dict[str, tuple[int, str]]) -> None:
    desk.cursor = {scope: (seq, unb64u(anchor)) for scope, (seq, anchor) in points.items()}

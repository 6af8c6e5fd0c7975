"""One desk of a history: the real engine and client over a log in memory; all it does and hears is written down."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from uuid_utils import uuid7

from domain.actions import Action
from sync.client import HubClient, Link
from sync.client.hub_client import Pinned
from sync.desk_log import AuthorKey, Taken
from sync.encoding import b64u, unb64u
from sync.engine import Engine, Policy
from sync.errors import SyncError
from sync.hub_port import Config, Hub
from sync.keys import key_id_of
from sync.protocol import Position, Pushed, SyncAnswer, SyncRequest, WireEnvelope, to_wire
from sync.record import Envelope, read_action
from sync.running import perform
from tests.history.recording import History
from tests.hub.desks import Desk
from tests.hub.town import Clock
from tests.sync.fakes import MemoryDeskLog, MemoryShelf

STALL = 10.0
_PAUSE = 0.25
"""Seconds that a desk of a history waits at most where one of an office waits minutes."""


def utc_now() -> datetime:
    """The time, in milliseconds as actions carry it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


class LiveClock(Clock):
    """The time of a town whose hub goes by the clock of this machine."""

    @property
    def now(self) -> datetime:
        """Now."""
        return utc_now()

    @now.setter
    def now(self, _: datetime) -> None:
        """Nobody sets it."""


class RecordedLog(MemoryDeskLog):
    """The log in memory, with the keys of a real configuration; what it commits is written down."""

    def __init__(self, desk: Desk, history: History, scopes: tuple[str, ...]) -> None:
        hub = desk.town.ground.identity
        super().__init__(desk.device, scopes, hub.key.public, {hub.key.key_id: AuthorKey(hub.key.public, is_hub=True)})
        self._state = replace(self._state, hub_id=hub.hub_id, incarnation=f"{desk.device}-1")
        self.desk, self.history = desk, history
        self.actions: dict[str, Action] = {}

    def enqueue(self, envelope: Envelope) -> None:
        """An officer acted: saved before anything is sent."""
        action = read_action(envelope.action)
        self.actions[action.hash] = action
        self.record(envelope)
        told = {"hash": action.hash, "id": action.id, "request": action.request, "kind": action.kind.value}
        self.history.note("saved", self.desk.device, device_seq=len(self.queue), life=self.state().incarnation, **told)

    def commit(self, taken: Taken) -> None:
        """One answer, as the desk has it from now on."""
        for entry in taken.entries:
            if entry.action is not None:
                self.actions[entry.hash] = entry.action
        before = {scope: len(found) for scope, found in self.entries.items()}
        super().commit(taken)
        read: list[list[Any]] = []
        for scope, found in self.entries.items():
            for seq, (rev, own) in enumerate(found[before[scope] :], before[scope] + 1):
                self.desk.entries.setdefault(scope, []).append(self.actions[own])
                read.append([scope, seq, rev, own])
        verdicts = [
            [row.no, row.action, row.code.value, row.reason, row.scope, row.seq, row.rev] for row in taken.verdicts
        ]
        acked = self.state().acked
        self.desk.queue = self.queue[acked:]
        told = {"life": taken.incarnation, "ack_through": taken.ack_through, "verdicts": verdicts, "read": read}
        self.history.note("committed", self.desk.device, **told)

    def save_config(self, config: Config) -> None:
        """The keys of officers as the hub lists them."""
        for each in config.content["keys"]:
            public = unb64u(each["public"])
            self.keys[key_id_of(public)] = AuthorKey(public, is_hub=False)
        self.config = config
        self._state = replace(self._state, config_version=config.version)


class Recorded:
    """A hub whose calls and answers are written down; all that is not an exchange goes through."""

    def __init__(self, client: HubClient, device: str, history: History) -> None:
        self._client, self._device, self._history = client, device, history
        self._calls = 0

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        """Push and pull."""
        self._calls += 1
        pushed = [each.device_seq for each in request.push]
        self._history.note("asked", self._device, call=self._calls, life=request.incarnation, pushed=pushed)
        try:
            answer = self._client.exchange(request)
        except SyncError as error:
            self._history.note("trouble", self._device, call=self._calls, error=error.code)
            raise
        self._history.note("answered", self._device, call=self._calls, ack_through=answer.ack_through)
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


@dataclass
class Player:
    """One desk with its officer."""

    desk: Desk
    officer: str
    log: RecordedLog
    history: History
    url: str
    shelf: MemoryShelf = field(default_factory=MemoryShelf)

    def __post_init__(self) -> None:
        pinned = Pinned(self.desk.device, self.desk.device_key, self.log.state().hub_key)
        self.client = HubClient(Link(self.url, stall=STALL), pinned, os.urandom)
        self.hub = cast("Hub", Recorded(self.client, self.desk.device, self.history))
        self.engine = Engine(self.log, lambda: str(uuid7()), lambda: 0.01, Policy(again=()))

    def synchronize(self, pause: threading.Event, tries: int) -> bool:
        """Step until it is quiet, over so many troubles; whether it became quiet."""
        self.engine.wake()
        while tries:
            step = self.engine.next_request(utc_now())
            if step is None and self.engine.trouble is None:
                return True
            if step is None:
                tries -= 1
                pause.wait(_PAUSE)
                self.engine.wake()
                continue
            try:
                reply = perform(self.hub, self.shelf, step)
            except SyncError as error:
                self.engine.on_trouble(error, utc_now())
            else:
                self.engine.on_answer(reply, utc_now())
        return False

    def read_again(self) -> None:
        """Read every scope from its beginning, as a new desk would, for the checker to compare."""
        for scope in self.log.state().cursor:
            cursor, found = Position(0, b64u(bytes(32))), list[list[Any]]()
            while True:
                answer = self._asked(cursor={scope: cursor})
                for row in answer.actions:
                    action = self._action(row.what)
                    body = {name: action.body[name] for name in _TOLD if name in action.body}
                    about = {"base": action.base, "kind": action.kind.value, "request": action.request, "body": body}
                    found.append([row.seq, row.rev or 0, action.hash, about])
                cursor = answer.cursor.get(scope, cursor)
                if not answer.more:
                    break
            self.history.note("reread", self.desk.device, scope=scope, entries=found)

    def _action(self, what: WireEnvelope | str) -> Action:
        """What came, or this desk's own under its id."""
        if isinstance(what, str):
            return self.log.actions[self.log.own_hash(what) or ""]
        return read_action(bytes(what.action))

    def ask_again(self) -> None:
        """Send everything once more, as another life of this desk: the stored verdicts must come."""
        life, verdicts = f"{self.desk.device}-again", list[list[Any]]()
        seen, acked = self.log.state().verdict_seen, 0
        while acked < len(self.log.queue):
            some = self.log.queue[acked : acked + 200]
            push = [Pushed(acked + n, to_wire(each)) for n, each in enumerate(some, 1)]
            answer = self._asked(push=push, incarnation=life, verdict_seen=seen)
            acked = answer.ack_through
            verdicts += [[row.action, row.code.value, row.scope, row.seq, row.rev] for row in answer.verdicts]
            seen = max([seen, *(row.no for row in answer.verdicts)])
        self.history.note("asked_again", self.desk.device, verdicts=verdicts)

    def _asked(self, **more: Any) -> SyncAnswer:
        state = self.log.state()
        request: dict[str, Any] = {"device_id": state.device_id, "incarnation": state.incarnation, "epoch": state.epoch}
        request |= {"cursor": {}, "verdict_seen": state.verdict_seen, "now": "", **more}
        return self.client.exchange(SyncRequest(**request))


_TOLD = ("office", "book", "year", "first", "last", "letter", "number")


def in_threads(players: list[Player], work: Callable[[Player], None], patience: timedelta) -> list[str]:
    """Do it for all at once; who failed or did not end in time, and why."""
    failed: list[str] = []

    def run(player: Player) -> None:
        try:
            work(player)
        except Exception as error:  # noqa: BLE001 - told, and the run is a failure
            failed.append(f"{player.desk.device}: {type(error).__name__}: {error}")

    threads = [threading.Thread(target=run, args=(each,), daemon=True) for each in players]
    for each in threads:
        each.start()
    ends = utc_now() + patience
    for each in threads:
        each.join(max((ends - utc_now()) / timedelta(seconds=1), 0))
    return [*failed, *("a desk that did not end" for each in threads if each.is_alive())]

"""Playing a script: step by step, then mending everything, syncing until it is quiet, and looking at what is left."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from desktop.errors import StoreFull, WorldError
from desktop.office.exchanging import ask_for_numbers
from desktop.office.letting_go import let_go_of_copies
from desktop.office.services import fetch_packs
from desktop.store.blob_bytes import SqlBytes
from desktop.store.desk_log import SqlDeskLog
from simulation import administering, deeds, invariants, losing
from simulation.cloning import clone, twin_of
from simulation.computers import Computer
from simulation.deeds import Done
from simulation.faults import Killed
from simulation.proofs import REMEMBERED, is_proved_whole
from simulation.replacing import replaced
from simulation.script import Step
from simulation.worlds import World, make_world
from sync.engine import Engine
from sync.errors import SyncError
from sync.running import Summary, Times, run_exchange

ROUNDS: Final = 12
"""Rounds of exchanges within which a mended world must come to rest."""


@dataclass
class Played:
    """What came of a script.

    Attributes:
        actions: that officers recorded.
        faults: that came true.
        violations: sentences; empty when everything held.
        story: what happened, in words, one line a step.
    """

    actions: int = 0
    faults: int = 0
    violations: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)


@dataclass
class _Player:
    world: World
    played: Played
    touched: set[str] = field(default_factory=set)

    def step(self, at: int, step: Step) -> None:
        """One step; what no program may do is a violation."""
        self.world.time.pass_by(1)
        if step.salt % 2 and twin_of(step.desk) in self.world.computers:
            step = replace(step, desk=twin_of(step.desk))
        self.touched.clear()
        self.touched |= {step.desk} & self.world.computers.keys()
        try:
            told = _DO[step.kind](self, step)
        except Exception as error:  # noqa: BLE001 - whatever it is, it should not have happened
            self.fail(f"step {at} ({step.kind} at {step.desk}) broke: {_where(error)}")
            told = f"broke: {type(error).__name__}"
        if told:
            self.played.story.append(f"{at}. {told}")
        for found in invariants.during(self.world, sorted(self.touched)):
            self.fail(f"after step {at}: {found}")
        for complaint in self.world.hub.complaints:
            self.fail(f"after step {at}: {complaint}")
        self.world.hub.complaints.clear()

    def fail(self, sentence: str) -> None:
        """Note a violation."""
        if sentence not in self.played.violations:
            self.played.violations.append(sentence)

    def do(self, step: Step) -> str:
        """An officer's deed."""
        computer = self.world.computers[step.desk]
        told = self._done(computer, step)
        for other in self.world.computers.values():
            told = told or self._done(other, step)
        return told or self._done(self.world.computers["village"], replace(step, kind="file"))

    def _done(self, computer: Computer, step: Step) -> str:
        told, trouble = "", ""
        self.touched.add(computer.seat.name)
        try:
            with computer.disk.going_wrong(dict(step.disk)):
                told = _deed(step.kind)(computer, _chance(step)).told
        except Killed as killed:
            trouble = str(killed)
            computer.restart(reboot=True)
        except StoreFull:
            trouble = "the desk's disk was full, nothing was said to be saved"
        self.played.actions += invariants.note_recorded(computer)
        if not told and not trouble:
            return ""
        return f"{computer.seat.name}: {told or 'something'}{f' ({trouble})' if trouble else ''}"

    def sync(self, step: Step) -> str:
        """An exchange with its faults."""
        computer = self.world.computers[step.desk]
        computer.wire.planned(dict(step.line))
        told = ""
        try:
            with computer.disk.going_wrong(dict(step.disk)):
                told = _told(self.exchange(computer, step.salt))
        except Killed as killed:
            told = str(killed)
            computer.restart()
        except StoreFull:
            told = "the desk's disk was full"
        computer.wire.planned({})
        planned = "; ".join(f"call {n}: {fault.value}" for n, fault in step.line)
        return f"{step.desk} syncs{f' [{planned}]' if planned else ''}: {told}"

    def exchange(self, computer: Computer, salt: int = 1) -> Summary:
        """As `desktop.office.exchanging` does it, without the daily backup."""
        outside, before = computer.outside, invariants.own_codes(computer)
        log = SqlDeskLog(computer.desk.database, outside.now, outside.uptime)
        engine = Engine(log, outside.new_id, outside.rand)
        times = Times(outside.now, outside.monotonic, outside.sleep)
        hub = computer.client(always=self.world.dear or is_proved_whole(salt))
        shelf = SqlBytes(computer.desk.database, computer.desk.files)
        summary = run_exchange(engine, hub, shelf, times, computer.wire.traffic)
        for found in invariants.totals(self.world, computer, summary, before):
            self.fail(found)
        if summary.trouble is None:
            if self.world.published:
                with suppress(SyncError):  # the next exchange asks again
                    fetch_packs(computer.desk, hub)
            let_go_of_copies(computer.desk)
            ask_for_numbers(computer.desk, hub)
        return summary

    def wait(self, step: Step) -> str:
        """Time goes by, and the hub's worker has its turn."""
        self.world.time.pass_by(step.seconds)
        self.world.hub.work_a_little()
        return ""

    def clock(self, step: Step) -> str:
        """Somebody sets the computer's clock; what it was before is forgotten."""
        computer = self.world.computers[step.desk]
        computer.ahead = timedelta(seconds=step.seconds)
        return f"{step.desk}: the clock is set {step.seconds} s beside the true time"

    def copy(self, step: Step) -> str:
        """Somebody copies a computer's disk."""
        self.world.computers[step.desk].copy_database()
        return f"{step.desk}: the database is copied"

    def restore(self, step: Step) -> str:
        """Somebody puts the copy back without a word."""
        computer = self.world.computers[step.desk]
        if computer.copy is None:
            return ""
        lost = computer.put_copy_back(lambda action: invariants.hub_holds(self.world, action))
        return f"{step.desk}: the old copy of the database is put back ({lost} actions that nobody else had are gone)"

    def reboot(self, step: Step) -> str:
        """The computer is switched off and on."""
        self.world.computers[step.desk].restart(reboot=True)
        return f"{step.desk}: restarted"

    def supervise(self, _step: Step) -> str:
        """A supervisor decides."""
        told = self.world.hub.supervise()
        return f"supervisor: {told}" if told else ""

    def revoke(self, step: Step) -> str:
        """The head of an office revokes a colleague's key."""
        return administering.revoke(self.world, step.desk, _chance(step))

    def rescope(self, step: Step) -> str:
        """An officer's post ends."""
        return administering.end_post(self.world, _chance(step))

    def reinstate(self, step: Step) -> str:
        """An officer's post begins again."""
        return administering.begin_post(self.world, _chance(step))

    def come_to_rest(self) -> None:
        """Mend everything, then sync until nothing moves any more."""
        for computer in self.world.computers.values():
            computer.wire.planned({})
        for _ in range(ROUNDS):
            self.world.time.pass_by(2000)
            self.world.hub.work()
            before = invariants.standing(self.world)
            for computer in self.world.computers.values():
                self._rest(computer)
            self.world.hub.work()
            if invariants.standing(self.world) == before:
                return
        self.fail(f"not quiet after {ROUNDS} rounds on a good line")

    def _rest(self, computer: Computer) -> None:
        try:
            summary = self.exchange(computer)
        except WorldError as error:
            self.fail(f"{computer.seat.name}: {error!r} on a good line")
            return
        if summary.trouble is not None:
            self.fail(f"{computer.seat.name}: {summary.trouble!r} on a good line: {summary.trouble.detail}")


def _deed(kind: str) -> Callable[[Computer, random.Random], Done]:
    """A new request, or the end of one, where the step asks for it; else whatever the desk offers."""
    if kind == "file":
        return lambda computer, chance: deeds.file_something(computer, chance) or deeds.NOTHING
    if kind == "end":
        return lambda computer, chance: deeds.end_something(computer, chance) or deeds.NOTHING
    return deeds.do_something


_DO: Final[dict[str, Callable[[_Player, Step], str]]] = {
    "file": _Player.do,
    "end": _Player.do,
    "backup": lambda player, _: losing.back_up(player.world),
    "lose": lambda player, _: losing.lose(player.world),
    "clone": lambda player, step: clone(player.world, step.desk),
    "publish": lambda player, step: administering.publish(player.world, _chance(step)),
} | {
    name: getattr(_Player, name)
    for name in (
        "do",
        "sync",
        "wait",
        "clock",
        "copy",
        "restore",
        "reboot",
        "supervise",
        "revoke",
        "rescope",
        "reinstate",
    )
}


def play(seed: int, script: tuple[Step, ...]) -> Played:
    """Play a script in the world of a seed, and judge it."""
    world, played = make_world(seed), Played()
    player = _Player(world, played)
    with replaced({} if world.dear else REMEMBERED), closing(world):
        for at, step in enumerate(script):
            player.step(at, step)
        player.come_to_rest()
        for found in invariants.at_rest(world):
            player.fail(f"at rest: {found}")
        played.faults = _faults(world, script)
    return played


def _faults(world: World, script: tuple[Step, ...]) -> int:
    computers = world.computers.values()
    disks = sum(each.disk.happened for each in computers)
    trouble = sum(step.without_faults().faults for step in script)
    return disks + trouble + sum(each.wire.happened for each in computers)


def _chance(step: Step) -> random.Random:
    return random.Random(step.salt)  # noqa: S311 - a simulation must repeat itself


def _told(summary: Summary) -> str:
    trouble = "" if summary.trouble is None else f", {_named(summary.trouble)}"
    return (
        f"{summary.sent} sent, {summary.accepted} accepted, {summary.refused} refused, {summary.parked} parked, "
        f"{summary.received} received, {summary.blobs_sent} files up, {summary.blobs_received} down{trouble}"
    )


def _named(error: SyncError) -> str:
    return f"{type(error).__name__} ({error.detail})"


def _where(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-4:]
    road = " < ".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno} {frame.name}" for frame in reversed(last))
    return f"{type(error).__name__}: {str(error)[:300]} at {road}"

"""Kills at the k-th call of the system, and kills at any moment: desk and hub, while they exchange attachments."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Final

from desktop.cli.demo.processes import PlayBroken
from tests.faults.findings import Tally
from tests.faults.stage import NIKAH, SKU
from tests.faults.town import Town, towns
from tests.faults.tracing import Watching, strace
from tests.stories.world import answers_for

SYNCS: Final = "fsync,fdatasync"
CALLS: Final = (SYNCS, "pwrite64", "write", "rename")
"""What makes things durable, and what writes them."""
DYING: Final = 0.5
"""Seconds that a killed program may take to be gone."""
LOOK_EVERY: Final = 10
SLOWEST: Final = 0.7
"""Seconds after which an exchange has mostly ended."""


@contextmanager
def injecting(pid: int, call: str, what: str) -> Iterator[Watching]:
    """Let `strace` do this at such a call of a running program."""
    words = [
        strace(),
        "-f",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:{what}",
        "-e",
        "signal=none",
        "-o",
        "/dev/null",
    ]
    watching = Watching(words, pid)
    try:
        yield watching
    finally:
        with suppress(subprocess.TimeoutExpired):  # its program died under it: it was ended with force
            watching.let_go()


def kill_at_every(folder: Path, tally: Tally, limit: int, *, step: int = 1) -> None:
    """Kill desk and hub at their k-th call of each kind, k = 1, 1 + step, …, until what they do needs no more."""
    before = tally.kills
    with towns(folder, tally, "kill") as town:
        for k in range(1, 10_000, step):
            killed = False
            for at, call in enumerate(CALLS):
                for kill in (kill_desk_syncing, kill_desk_recording, kill_hub):
                    if tally.kills - before >= limit:
                        return
                    if kill(town(), call, k):
                        killed = True
                        tally.kills += 1
                        where = f"{kill.__name__.removeprefix('kill_')} at {call} {k}"
                        town().check(where, hub=at == 0 and kill is kill_hub)
            if not killed:
                return


def kill_desk_syncing(town: Town, call: str, k: int) -> bool:
    """Record, then exchange until this call; whether the desk died."""
    town.submit(SKU)
    return _dies(town, call, k, town.world.clerk().line("sync"))


def kill_desk_recording(town: Town, call: str, k: int) -> bool:
    """Record until this call; whether the desk died."""
    desk, world = town.world.clerk(), town.world
    answers = world.paper(answers_for(world, SKU))
    town.remember()
    return _dies(
        town, call, k, desk.line("submit", SKU, "--answers", answers, "--attach", f"ktp={world.house.page('ktp')}")
    )


def _dies(town: Town, call: str, k: int, line: str) -> bool:
    with injecting(town.desk.program.pid, call, f"signal=SIGKILL:when={k}"):
        town.desk.program.say(line)
        died = True
        with suppress(PlayBroken):
            town.desk.program.hear()
            died = False
    if died:
        town.desk.kill()  # it is dying; now it is gone
    return _rise(town, not died)


def kill_hub(town: Town, call: str, k: int) -> bool:
    """Exchange until this call at the hub; whether the hub died."""
    town.submit(SKU)
    hub = town.house.scene.hub
    with injecting(hub.program.pid, call, f"signal=SIGKILL:when={k}"):
        said = town.world.clerk().attempt("sync")
    until = time.monotonic() + DYING
    while not said["ok"] and hub.program.alive and time.monotonic() < until:
        time.sleep(0.01)
    return _rise(town, hub.program.alive)


def _rise(town: Town, alive: bool) -> bool:
    town.stand_up()
    if alive:
        town.remember()
    return not alive


def kill_in_rounds(folder: Path, tally: Tally, rounds: int, chance: Random, until: Callable[[], bool]) -> None:
    """So many exchanges with attachments, each ended by kill -9 of the desk, the hub or both at any moment."""
    with towns(folder, tally, "round") as current:
        for number in range(rounds):
            if until():
                return
            town = current()
            who = chance.choice(("desk", "hub", "both"))
            _one_round(town, who, NIKAH if number % 8 == 0 else SKU, chance.uniform(0, SLOWEST))
            tally.rounds += 1
            town.check(f"round {number}, {who} killed", hub=number % LOOK_EVERY == LOOK_EVERY - 1)


def _one_round(town: Town, who: str, service: str, seconds: float) -> None:
    town.submit(service)
    desk, hub = town.world.clerk(), town.house.scene.hub
    desk.program.say(desk.line("sync"))
    time.sleep(seconds)
    if who in {"hub", "both"}:
        hub.kill()
    if who in {"desk", "both"}:
        desk.kill()
        desk.open(desk.officer)
    if not hub.program.alive:
        hub.serve()
    if who == "hub":
        desk.program.hear()

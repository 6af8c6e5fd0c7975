"""Disks that fail or are full, clocks that jump, a hub that stands still: the programs stay calm and lose nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.cli.demo.processes import PROGRAM, Json, PlayBroken
from tests.faults.findings import CORRUPT, LOST, Finding, Tally
from tests.faults.killing import SYNCS, injecting
from tests.faults.stage import CLERK, NEVER_COPIED, SKU
from tests.faults.town import Town
from tests.stories.world import answers_for

ERRORS: Final = ("ENOSPC", "EIO")
PLACES: Final = (
    ("pwrite64", "1+"),
    ("pwrite64", "7+"),
    (SYNCS, "1+"),
    (SYNCS, "2+"),
    ("write", "1"),
    ("rename", "1+"),
)
"""The calls that fail, and which of them: of those that also answer only one, for a program must be able to speak."""
JUMPS: Final = ("+2h", "-1d", "+40d", "+400d", "-3y", "+0")
LIBRARIES: Final = ("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1")
STALL: Final = 60.0
LEFT: Final = 600_000
"""Bytes that are free on a small disk when the recording begins."""


def fail_disks(town: Town) -> int:
    """Every write from the k-th on fails, at the desk while it records and exchanges, and at the hub; how often."""
    tried = 0
    for error in ERRORS:
        for call, k in PLACES:
            for act in (_record, _exchange, _exchange_at_hub):
                act(town, call, f"error={error}:when={k}")
                if call == "write":  # it may have been an answer, and a program that cannot speak ends
                    town.desk.kill()
                town.stand_up()
                town.check(f"{error} at {call} {k}, {act.__name__[1:]}")
                tried += 1
    town.check("disks that failed", hub=True)
    return tried


def _record(town: Town, call: str, what: str) -> None:
    world = town.world
    desk, answers = world.clerk(), world.paper(answers_for(world, SKU))
    with injecting(desk.program.pid, call, what):
        said = _asked(town, "submit", SKU, "--answers", answers, "--attach", f"ktp={world.house.page('ktp')}")
    town.broke(f"submit, {call} {what}", said)
    if said["ok"]:
        world.mine.append(str(said["request"]))
        town.remember()


def _exchange(town: Town, call: str, what: str) -> None:
    town.submit(SKU)
    with injecting(town.desk.program.pid, call, what):
        said = _asked(town, "sync")
    town.broke(f"sync, {call} {what}", said)


def _exchange_at_hub(town: Town, call: str, what: str) -> None:
    town.submit(SKU)
    with injecting(town.house.scene.hub.program.pid, call, what):
        said = _asked(town, "sync")
    town.broke(f"sync, hub's {call} {what}", said)


def _asked(town: Town, *words: str | Path) -> Json:
    """The answer; a program that cannot give one may end."""
    try:
        return town.world.clerk().attempt(*words)
    except PlayBroken:
        return {"ok": False}


def fill_small_disk(town: Town, tally: Tally, size: str = "3m") -> bool:
    """A desk whose folder is a disk of this size, recorded until it is full, then given room.

    Returns:
        False where no disk may be made.
    """
    beside = town.desk.profile.with_name("kecil")
    with _small_disk(beside, size) as given:
        if not given:
            return False
        town.desk.close()
        shutil.copytree(
            town.desk.profile, beside, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NEVER_COPIED, "backups")
        )
        town.desk.profile, own = beside, town.desk.profile
        filler = beside / "penuh"
        filler.write_bytes(bytes(max(shutil.disk_usage(beside).free - LEFT, 0)))
        town.desk.open(CLERK)
        for _ in range(40):
            world = town.world
            scan = f"ktp={world.house.page('ktp')}"
            answers = world.paper(answers_for(world, SKU))
            said = world.clerk().attempt("submit", SKU, "--answers", answers, "--attach", scan)
            town.broke("submit on a full disk", said)
            if not said["ok"]:
                break
            world.mine.append(str(said["request"]))
            town.remember()
        else:
            tally.note("small disk", [Finding(CORRUPT, "forty requests fit on a disk that is full")])
        town.check("full disk")
        filler.unlink()
        _mount("-o", "remount,size=64m", str(beside))
        town.check("room again", hub=True)
        town.desk.close()
        shutil.copytree(beside, own, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NEVER_COPIED))
        town.desk.profile = own
    town.desk.open(CLERK)
    return True


def _mount(*words: str) -> bool:
    try:
        subprocess.run([shutil.which("mount") or "mount", *words], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[bool]:
    folder.mkdir(mode=0o700)
    made = _mount("-t", "tmpfs", "-o", f"size={size},mode=0700", "ketinting-test", str(folder))
    try:
        yield made
    finally:
        if made:
            subprocess.run([shutil.which("umount") or "umount", "-l", str(folder)], check=True)


def libfaketime() -> str | None:
    """Where it is."""
    return next((path for path in LIBRARIES if Path(path).exists()), None)


def jump_clocks(town: Town, library: str) -> int:
    """The desk's clock jumps while its program is open, ahead and back; how often."""
    file = town.world.folder / "jam"
    file.write_text("+0", encoding="ascii")
    town.desk.close()
    town.desk.officer = CLERK
    more = {"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1"}
    words = ("desk", "--profile", str(town.desk.profile), *town.desk._who(CLERK), "run", "--script", "-")
    set_up = [f"{name}={value}" for name, value in {**more, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}.items()]
    env = shutil.which("env") or "/usr/bin/env"
    town.desk._open = town.desk.nursery.start(town.desk.name, [env, *set_up, *PROGRAM, *words])
    for jump in JUMPS:
        file.write_text(jump, encoding="ascii")
        town.submit(SKU)
        said = town.world.clerk().attempt("sync")
        town.broke(f"a clock at {jump}", said)
        town.check(f"a clock at {jump}")
    town.desk.close()
    town.desk.open(CLERK)
    town.check("the clock is right again", hub=True)
    return len(JUMPS)


def stop_hub(town: Town, tally: Tally, seconds: float = STALL) -> float:
    """The hub stands still in the middle of an exchange; how long the desk waited before it said so calmly."""
    town.submit(SKU)
    pid, desk = town.house.scene.hub.program.pid, town.world.clerk()
    os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    try:
        said = desk.program.ask(desk.line("sync"), 2 * seconds)
        waited = time.monotonic() - began
        time.sleep(max(0.0, seconds - waited))
    finally:
        os.kill(pid, signal.SIGCONT)
    town.broke("a hub that stands still", said)
    if said["ok"] or waited > seconds:
        tally.note("hub stopped", [Finding(LOST, f"the desk said {said} after {waited:.0f} s")])
    town.check("the hub goes on", hub=True)
    return waited

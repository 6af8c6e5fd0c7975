"""Programs that a power cut ends at a chosen point: the processes of `test_kills`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from desktop.office import recording, submitting
from desktop.office.desk import open_with
from desktop.office.exchanging import synchronize
from desktop.store import blobfiles, desk_log
from tests.desktop import fakes
from tests.desktop.town import DirectReach, Town

POINTS: dict[str, tuple[ModuleType, str] | None] = {
    "while a scan is sealed": (blobfiles, "_seal"),
    "before the scan has its name": (blobfiles, "sync_folder"),
    "before the rows of the scan": (submitting, "keep_rows"),
    "before the action": (submitting, "record"),
    "before the commit": (recording, "project"),
    "after it was called saved": None,
}
"""Where a request's recording is cut: the function in whose place the power fails, `project` only when it is done."""


def record_a_request() -> int:
    """A clerk records a request; words: profile, answers, scan, point. Says the request's id as soon as it is saved."""
    profile, answers, scan, point = sys.argv[1:]
    vault = fakes.quick_vault(Path(profile))
    desk = open_with(vault, fakes.outside(), vault.open("clerk", fakes.PASSWORD, fakes.NOON))
    _fail_at(point)
    scans = [submitting.Scan("ktp", Path(scan))]
    told = submitting.submit_request(desk, "surat-keterangan-usaha", submitting.read_answers(Path(answers)), scans)
    sys.stdout.write(str(told.told["request"]))
    sys.stdout.flush()
    die()
    return 0


def exchange() -> int:
    """A desk exchanges; words: the town's folder, at which event the power fails, and at its how manieth time."""
    folder, when, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    town = Town(folder)
    vault = fakes.quick_vault(folder / "desa")
    desk = open_with(vault, fakes.outside(town.clock), vault.open("clerk", fakes.PASSWORD, town.clock.now()))
    seen: list[str] = []

    def fail_at(event: str) -> None:
        seen.append(event)
        if seen.count(when) == count:
            die()

    town.cut.append(fail_at)
    if when == "commit":
        _follow(desk_log, "commit", lambda: fail_at("commit"))
    synchronize(desk, DirectReach(town))
    return 0


def die() -> None:
    """As at a power cut: nothing is called, nothing is written any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def _fail_at(point: str) -> None:
    place = POINTS[point]
    if place is not None and point == "before the commit":
        _follow(*place, die)
    elif place is not None:
        setattr(*place, lambda *_, **__: die())


def _follow(module: ModuleType, name: str, then: Callable[[], None]) -> None:
    whole = getattr(module, name)

    def and_then(*words: object) -> object:
        found = whole(*words)
        then()
        return found

    setattr(module, name, and_then)

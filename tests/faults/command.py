"""`tests/faults/run.sh`: the short form, or with ``--long`` as many disks, kills and rounds as asked for.

Heavy modules are imported where they are needed: every forked program reads this one again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.findings import Tally

MEMORY = Path("/dev/shm")


def main(words: Sequence[str]) -> int:
    """Do it all; 0 when nothing was found, 1 otherwise, 2 where this machine lacks something."""
    from tests.faults.findings import Tally  # noqa: PLC0415
    from tests.faults.tracing import strace  # noqa: PLC0415
    from tests.statements import compile_once  # noqa: PLC0415

    asked = _understand(words)
    try:
        strace()
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    compile_once()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="ketinting-faults-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        for part in asked.only:
            _say(f"{part} …")
            PARTS[part](Path(folder), tally, asked)
            _say(tally.line())
    return 1 if tally.found else 0


def _understand(words: Sequence[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="tests/faults/run.sh", description=__doc__)
    reader.add_argument("--long", action="store_true", help="10000 and 2000 disks, 300 kills, 1000 rounds, all weather")
    for name, text in (
        ("desk-disks", "cut disks of a desk"),
        ("hub-disks", "of a hub"),
        ("kills", "kills"),
        ("rounds", ""),
    ):
        reader.add_argument(f"--{name}", type=int, metavar="N", help=text)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--minutes", type=float, default=1e9, help="the rounds end after so many")
    reader.add_argument("--only", nargs="+", choices=tuple(PARTS), default=tuple(PARTS))
    asked = reader.parse_args(words)
    usual = (10_000, 2_000, 300, 1_000) if asked.long else (150, 50, 6, 6)
    for name, count in zip(("desk_disks", "hub_disks", "kills", "rounds"), usual, strict=True):
        setattr(asked, name, count if getattr(asked, name) is None else getattr(asked, name))
    return asked


def _desk_disks(folder: Path, tally: Tally, asked: argparse.Namespace) -> None:
    from tests.faults.recorded import cut_desks  # noqa: PLC0415

    cut_desks(folder / "desk", tally, asked.desk_disks, asked.seed)


def _hub_disks(folder: Path, tally: Tally, asked: argparse.Namespace) -> None:
    from tests.faults.recorded import cut_hubs  # noqa: PLC0415

    cut_hubs(folder / "hub", tally, asked.hub_disks, asked.seed)


def _kills(folder: Path, tally: Tally, asked: argparse.Namespace) -> None:
    from tests.faults.killing import kill_at_every  # noqa: PLC0415

    kill_at_every(folder, tally, asked.kills, step=1 if asked.long else 9)


def _rounds(folder: Path, tally: Tally, asked: argparse.Namespace) -> None:
    from random import Random  # noqa: PLC0415

    from tests.faults.killing import kill_in_rounds  # noqa: PLC0415

    end = time.monotonic() + 60 * asked.minutes
    kill_in_rounds(folder, tally, asked.rounds, Random(asked.seed), lambda: time.monotonic() > end)  # noqa: S311 - moments


def _weather(folder: Path, tally: Tally, asked: argparse.Namespace) -> None:
    from tests.faults import weather  # noqa: PLC0415
    from tests.faults.town import Town  # noqa: PLC0415

    town = Town.build(folder / "weather", tally, "weather")
    try:
        if not weather.fill_small_disk(town, tally):
            _say("SKIPPED: no small file system may be mounted here")
        _say(f"failing disks: {weather.fail_disks(town)} times ENOSPC or EIO")
        library = weather.libfaketime()
        _say(f"clocks: {weather.jump_clocks(town, library)} jumps" if library else "SKIPPED: libfaketime is missing")
        if asked.long:
            waited = weather.stop_hub(town, tally)
            _say(f"a hub stood still for {weather.STALL:g} s; the desk said so after {waited:.0f} s")
    finally:
        town.close()


PARTS: dict[str, Callable[[Path, Tally, argparse.Namespace], None]] = {
    "desk-disks": _desk_disks,
    "hub-disks": _hub_disks,
    "kills": _kills,
    "rounds": _rounds,
    "weather": _weather,
}


def _say(line: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S', time.gmtime())} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

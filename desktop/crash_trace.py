"""Where the program stood when it died under Python: a fault in a library of C leaves no other word behind.

The trace names files, lines and functions of the program, and no value of any of them. A window of Windows has no
terminal that it could be read in, so it goes into a small file of the profile; the problem report tells it.
"""

from __future__ import annotations

import faulthandler
import re
from pathlib import Path
from typing import BinaryIO, Final

FILE: Final = "berhenti.log"
OLDER: Final = "berhenti-lama.log"
LARGEST: Final = 128 * 1024
_TOLD: Final = 16 * 1024
_KIND: Final = re.compile(r"^(?:Fatal Python error|Windows fatal exception): [\w :-]{1,80}")
_THREAD: Final = re.compile(r"^(?:Current t|T)hread 0x[0-9a-f]+")
_PLACE: Final = re.compile(r'^  File ".*?([\w-]+[/\\][\w.-]+)", line (\d+) in ([\w<>.]+)$')
_open: list[BinaryIO] = []
"""The file stays open as long as the program lives: a dying program opens none."""


def watch(profile: Path) -> None:
    """Write the next trace into this profile. A trace of earlier is kept once, and as much of it as is of use.

    Without the file, for want of room or of rights, the program runs on as before.
    """
    try:
        profile.mkdir(parents=True, exist_ok=True, mode=0o700)
        _put_aside(profile)
        file = (profile / FILE).open("ab")
    except OSError:
        return
    faulthandler.enable(file)
    while _open:
        _open.pop().close()
    _open.append(file)


def _put_aside(profile: Path) -> None:
    """What is there was written by an earlier start; on Windows a file that another window holds stays where it is."""
    before = profile / FILE
    if not before.exists() or not before.stat().st_size:
        return
    kept = before.read_bytes()[-LARGEST:]
    (profile / OLDER).write_bytes(kept)
    before.unlink()


def told(profile: Path) -> str:
    """The last traces for the problem report: kinds, threads and places in the code; empty where there are none."""
    found = []
    for name in (OLDER, FILE):
        try:
            text = (profile / name).read_bytes()[-_TOLD:].decode("utf-8", "replace")
        except OSError:
            continue
        found += [line for line in map(_line, text.splitlines()) if line]
    return "\n".join(found)


def _line(line: str) -> str:
    """What of a line may be told: a folder's name may be a person's."""
    place = _PLACE.match(line)
    if place is not None:
        return f"  {place[1]}, baris {place[2]}, {place[3]}"
    kind = _KIND.match(line) or _THREAD.match(line)
    return kind[0] if kind is not None else ""

"""What the sign-in page may know before any password: whose office this is and which officers work here.

Names and posts of officials stand on every letter; nothing of a citizen is here. The file is written after each
sign-in and enrolment; without it the officers' ids are shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from desktop.files import write_durably
from sync.prepared import prepared

FILE: Final = "pintu.json"
SAMPLE: Final = "contoh.txt"


@prepared
class Officer(msgspec.Struct, frozen=True):
    """One officer of this desk."""

    id: str
    name: str
    post: str = ""


@prepared
class Door(msgspec.Struct, frozen=True):
    """Whose desk this is."""

    office: str = ""
    above: str = ""
    officers: tuple[Officer, ...] = ()


def read_door(folder: Path, known: tuple[str, ...]) -> Door:
    """The door of a profile; `known` are the officers with a key slot, of whom one may be newer than the file."""
    try:
        door = msgspec.json.decode((folder / FILE).read_bytes(), type=Door)
    except (OSError, msgspec.MsgspecError):
        door = Door()
    named = {officer.id: officer for officer in door.officers}
    return msgspec.structs.replace(door, officers=tuple(named.get(each, Officer(each, each)) for each in known))


def sample_note(folder: Path) -> tuple[str, str] | None:
    """The office and the sentence that stand above every page of a sample desk; None on every other."""
    try:
        office, _, sentence = (folder / SAMPLE).read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return office, sentence


def write_door(folder: Path, door: Door) -> None:
    """Remember it."""
    write_durably(folder / FILE, msgspec.json.encode(door))

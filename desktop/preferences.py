"""What a person chose for this computer: text size, light or dark, language, when to lock. Nothing personal."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from desktop.files import write_durably
from desktop.theme import SCALES, Look

FILE: Final = "tampilan.json"
LANGUAGES: Final = ("id", "en")
LOCKS: Final = (5, 10, 20)
"""Minutes without a key or a mouse before the screen locks."""


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, with what a new computer begins with."""

    dark: bool = False
    scale: int = 100
    language: str = "id"
    lock_minutes: int = 10

    @property
    def look(self) -> Look:
        """The look that they mean."""
        return Look(dark=self.dark, scale=self.scale if self.scale in SCALES else 100)


def read_preferences(folder: Path) -> Preferences:
    """The choices of a profile; the usual ones when the file is not there or unreadable."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError):
        return Preferences()


def write_preferences(folder: Path, chosen: Preferences) -> None:
    """Remember them."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(folder / FILE, msgspec.json.encode(chosen))

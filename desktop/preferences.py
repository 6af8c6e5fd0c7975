"""What a person chose for this computer: text size, light or dark, language, when to lock. Nothing personal."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.files import write_durably
from desktop.theme import SCALES, Look
from sync.prepared import prepared

FILE: Final = "tampilan.json"
LANGUAGES: Final = ("id", "en")
LOCKS: Final = (5, 10, 20)
"""Minutes without a key or a mouse before the screen locks."""


@prepared
class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, with what a new computer begins with.

    Attributes:
        follow_system: light or dark as the system is; `dark` then counts for nothing.
        keep_running: whether closing the window leaves the program in the tray, where there is one.
    """

    dark: bool = False
    follow_system: bool = False
    scale: int = 100
    language: str = "id"
    lock_minutes: int = 10
    keep_running: bool = False

    @property
    def look(self) -> Look:
        """The look that they mean, on a system that is light or dark now."""
        dark = system_is_dark() if self.follow_system else self.dark
        return Look(dark=dark, scale=self.scale if self.scale in SCALES else 100)


def system_is_dark() -> bool:
    """Whether the system's own windows are dark; light where it does not tell."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


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

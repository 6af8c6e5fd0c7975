"""Room held on the hub's disk for the day when it is full.

Desks that meet a full hub ask again in a minute, so it is enough to let go of the room at the first write that fails:
the next try finds some. What is short then is told by `hub doctor`, and the desks keep their own work meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sync.ballast import Ballast, give_up_when_low

HELD: Final = 128 * 1024**2
"""Bytes: what a regency's offices record in some days, without attachments."""


class Reserve:
    """The room of one hub's folder, looked after by its worker."""

    def __init__(self, folder: Path, size: int = HELD) -> None:
        self._ballast = Ballast(folder, size)

    def look(self) -> bool:
        """Hold the room where there is enough, let go of it where little is left; whether it is held now."""
        if give_up_when_low(self._ballast.folder):
            return False
        return self._ballast.refill()

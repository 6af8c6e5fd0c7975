"""The folder into which this office's scanner writes: chosen once per computer, watched, never emptied.

A scanner writes a page for seconds. A file is offered only after two looks found the same size and the same time of
change: a half-written scan is never taken, and nothing is taken by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from desktop.errors import BadInput
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.store import settings

KINDS: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".heic"})
"""HEIC is offered so that choosing it says what to do."""
MOST: Final = 12
RECENT: Final = timedelta(hours=12)
_SETTING: Final = "scanner_folder"


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A file in the folder; `changed` in nanoseconds since 1970."""

    path: Path
    size: int
    changed: int


@dataclass(slots=True)
class Settling:
    """Remembers the last look, and offers what has not changed since."""

    _last: dict[Path, ScanFile] = field(default_factory=dict)

    def ready(self, now: Iterable[ScanFile]) -> tuple[tuple[ScanFile, ...], bool]:
        """What is whole, the newest first; and whether something is still being written."""
        seen = {each.path: each for each in now}
        whole = [each for each in seen.values() if each.size and self._last.get(each.path) == each]
        self._last = seen
        whole.sort(key=lambda each: each.changed, reverse=True)
        return tuple(whole[:MOST]), len(whole) < len(seen)


def scanner_folder(desk: Desk) -> Path | None:
    """The folder, when one was chosen."""
    with desk.database.reading() as connection:
        found = settings.get(connection, _SETTING, str)
    return Path(found) if found else None


def choose_scanner_folder(desk: Desk, folder: Path | None) -> Path | None:
    """Remember it; None forgets it.

    Raises:
        BadInput: it is no folder that can be read.
    """
    if folder is not None:
        _check(folder)
    with desk.database.writing() as connection:
        if folder is None:
            settings.drop(connection, _SETTING)
        else:
            settings.put(connection, _SETTING, str(folder))
    return folder


def look_into(folder: Path, now: datetime) -> tuple[ScanFile, ...]:
    """What was scanned in the last hours.

    Raises:
        BadInput: the folder is gone, e.g. the scanner's share is not reachable.
    """
    _check(folder)
    oldest = (now - RECENT).timestamp() * 1e9
    found = []
    for path in folder.iterdir():
        try:
            state = path.stat()
        except OSError:
            continue  # gone again between the two calls
        came = max(state.st_mtime_ns, state.st_ctime_ns)  # a copy keeps the time at which the picture was made
        if path.suffix.lower() in KINDS and not path.name.startswith((".", "~")) and came >= oldest:
            found.append(ScanFile(path, state.st_size, state.st_mtime_ns))
    return tuple(found)


def _check(folder: Path) -> None:
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        raise BadInput(
            "folder_pemindai",
            phrase(
                "Folder pemindai {name} tidak dapat dibuka. Periksa pemindai dan sambungannya, atau pilih folder "
                "lain. Berkas tetap dapat dipilih satu per satu.",
                name=folder.name or folder,
            ),
        ) from error

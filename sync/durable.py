"""Names in a folder that survive a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def keep_folder(folder: Path, mode: int = 0o700) -> None:
    """Make a folder, and those above it that are missing, so that a power cut leaves their names.

    A file in a folder is durable only with the folder's own name, and that is in the folder above.
    """
    if folder.is_dir():
        return
    keep_folder(folder.parent, mode)
    folder.mkdir(mode, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable. Windows writes them through by itself and refuses to open a folder."""
    if os.name != "posix":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

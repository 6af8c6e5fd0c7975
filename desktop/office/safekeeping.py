"""Backups: seven daily ones by themselves, one to a file on request. The way back is `desktop.office.restoring`.

All of it stays encrypted. A backup file holds the key slots, the database as SQLite's own backup gives it, and the
sealed files: nothing in it can be read without an officer's password or the regency's offline key.
"""

from __future__ import annotations

import os
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, Final

from desktop import keys
from desktop.errors import BadInput
from desktop.files import room_on_disk
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.store.blobs import files_in_use
from desktop.store.database import FILE
from sync.durable import keep_folder, sync_folder

KEPT: Final = 7
DAILY: Final = "harian"
MARK: Final = "ketinting-cadangan-1"


def backup_daily(desk: Desk) -> Path | None:
    """One backup a day, seven kept; None when today has one. Called with the profile's lock held."""
    folder = desk.profile / "backups"
    today = folder / f"{DAILY}-{desk.outside.now():%Y-%m-%d}.db"
    if today.exists():
        return None
    keep_folder(folder)
    beside = today.with_suffix(".tmp")
    beside.unlink(missing_ok=True)
    with room_on_disk():
        desk.database.copy_to(beside)
        beside.replace(today)
        sync_folder(folder)
    for old in sorted(folder.glob(f"{DAILY}-*.db"))[:-KEPT]:
        old.unlink()
    _sweep(desk)
    return today


def newest_backup(desk: Desk) -> date | None:
    """The day of the last daily backup; None where there is none."""
    found = sorted((desk.profile / "backups").glob(f"{DAILY}-*.db"))
    return date.fromisoformat(found[-1].stem.removeprefix(f"{DAILY}-")) if found else None


def _sweep(desk: Desk) -> None:
    """Files that no row names are what a kill left behind; young ones may still get their row."""
    with desk.database.reading() as connection:
        used = files_in_use(connection)
    limit = (desk.outside.now() - timedelta(days=1)).timestamp()
    for name in desk.files.names() - used:
        path = desk.files.folder / name
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


def backup_to(desk: Desk, target: Path) -> Changed:
    """Everything of this profile in one encrypted file.

    Raises:
        BadInput: it cannot be written there.
        StoreFull: no room there.
    """
    work = desk.profile / "backups" / ".sekarang.db"
    keep_folder(work.parent)
    beside = target.with_name(f".{target.name}.tmp")
    try:
        with room_on_disk():
            work.unlink(missing_ok=True)
            desk.database.copy_to(work)
            _pack(desk.profile, work, beside)
            beside.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise BadInput(
            "cadangan_tujuan", phrase("Cadangan tidak dapat ditulis ke {name}. Periksa tempatnya.", name=target.name)
        ) from error
    finally:
        work.unlink(missing_ok=True)
        beside.unlink(missing_ok=True)
    size = target.stat().st_size
    return Changed(
        told={"file": str(target), "size": size},
        sentence=phrase("Cadangan tersimpan di {target} ({size} byte).", target=target, size=size),
    )


def _pack(profile: Path, database: Path, target: Path) -> None:
    with target.open("wb") as file:
        _pack_into(profile, database, file)
        file.flush()
        os.fsync(file.fileno())


def _pack_into(profile: Path, database: Path, file: BinaryIO) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("isi", MARK)
        archive.write(profile / keys.FILE, keys.FILE)
        archive.write(database, FILE)
        for path in sorted((profile / "blobs").glob("*")):
            if not path.name.startswith("."):
                archive.write(path, f"blobs/{path.name}")

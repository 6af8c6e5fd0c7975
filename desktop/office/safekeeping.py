"""Backups: seven daily ones by themselves, one to a file on request, and back again. All of it stays encrypted.

A backup file holds the key slots, the database as SQLite's own backup gives it, and the sealed files: nothing in it can
be read without an officer's password or the regency's offline key.
"""

from __future__ import annotations

import shutil
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Final

from desktop import keys
from desktop.errors import BadInput, DamagedStore
from desktop.files import only_one, room_on_disk, sync_folder
from desktop.keys import Opened, Vault
from desktop.office.changes import Changed
from desktop.office.desk import Desk, Outside, open_with
from desktop.store import states
from desktop.store.blobs import files_in_use
from desktop.store.database import FILE

KEPT: Final = 7
_DAILY: Final = "harian"
_MARK: Final = "ketinting-cadangan-1"


def backup_daily(desk: Desk) -> Path | None:
    """One backup a day, seven kept; None when today has one. Called with the profile's lock held."""
    folder = desk.profile / "backups"
    today = folder / f"{_DAILY}-{desk.outside.now():%Y-%m-%d}.db"
    if today.exists():
        return None
    folder.mkdir(exist_ok=True, mode=0o700)
    beside = today.with_suffix(".tmp")
    beside.unlink(missing_ok=True)
    with room_on_disk():
        desk.database.copy_to(beside)
        beside.replace(today)
        sync_folder(folder)
    for old in sorted(folder.glob(f"{_DAILY}-*.db"))[:-KEPT]:
        old.unlink()
    _sweep(desk)
    return today


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
    work.parent.mkdir(exist_ok=True, mode=0o700)
    beside = target.with_name(f".{target.name}.tmp")
    try:
        with room_on_disk():
            work.unlink(missing_ok=True)
            desk.database.copy_to(work)
            _pack(desk.profile, work, beside)
            beside.replace(target)
    except OSError as error:
        raise BadInput(
            "cadangan_tujuan", f"Cadangan tidak dapat ditulis ke {target.name}. Periksa tempatnya."
        ) from error
    finally:
        work.unlink(missing_ok=True)
        beside.unlink(missing_ok=True)
    size = target.stat().st_size
    return Changed(told={"file": str(target), "size": size}, sentence=f"Cadangan tersimpan di {target} ({size} byte).")


def _pack(profile: Path, database: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("isi", _MARK)
        archive.write(profile / keys.FILE, keys.FILE)
        archive.write(database, FILE)
        for path in sorted((profile / "blobs").glob("*")):
            if not path.name.startswith("."):
                archive.write(path, f"blobs/{path.name}")


def restore_from(vault: Vault, outside: Outside, source: Path, who: tuple[str | None, str]) -> Changed:
    """Put a backup in place of this profile. What was there is kept beside it until the next restore.

    The restored desk takes a new incarnation: what it did since the backup may already be at the hub.

    Raises:
        BadInput: no backup of ours.
        WrongPassword: the password does not open the backup; the present profile is untouched.
    """
    folder = vault.folder
    fresh = folder.with_name(f".{folder.name}.pulih")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _unpack(source, fresh)
        opened = _prove(Vault(fresh, vault.token_bytes, vault.cost, vault.new_keyring, vault.old_keyring), outside, who)
        _exchange_folders(folder, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Changed(
        everything=True,
        told={"profile": str(folder), "officer": opened.officer},
        sentence="Cadangan dipulihkan. Sinkronkan sekarang supaya yang dicatat sesudah cadangan diambil lagi dari hub.",
    )


def _unpack(source: Path, fresh: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive, room_on_disk():
            _check_ours(archive)
            fresh.mkdir(mode=0o700, parents=True)
            archive.extractall(fresh)
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise BadInput(
            "cadangan_rusak", f"Berkas {source.name} bukan cadangan Ketinting atau rusak. Data sekarang tidak berubah."
        ) from error


def _check_ours(archive: zipfile.ZipFile) -> None:
    if archive.read("isi").decode() != _MARK or not all(map(_ours, archive.namelist())):
        raise KeyError("isi")


def _ours(name: str) -> bool:
    if name in {"isi", keys.FILE, FILE}:
        return True
    folder, _, file = name.partition("/")
    return folder == "blobs" and file.isalnum()


def _prove(vault: Vault, outside: Outside, who: tuple[str | None, str]) -> Opened:
    """Open the backup before anything is replaced, check it, and give it a new life in the queue."""
    officer = who[0] or next(iter(vault.officers()), "")
    opened = vault.open(officer, who[1], outside.now())
    desk = open_with(vault, outside, opened)
    try:
        if not desk.database.healthy():
            raise DamagedStore("cadangan_rusak", "Cadangan ini rusak di dalamnya. Data sekarang tidak berubah.")
        with desk.database.reading() as connection:
            known = states.enrolled(connection)
        if known is not None:
            _new_life(desk)
    finally:
        desk.close()
    return opened


def _new_life(desk: Desk) -> None:
    from desktop.store.desk_log import SqlDeskLog  # noqa: PLC0415 - the exchange is only needed here

    SqlDeskLog(desk.database, desk.outside.now).renumber(desk.outside.new_id())


def _exchange_folders(folder: Path, fresh: Path) -> None:
    old = folder.with_name(f".{folder.name}.lama")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.mkdir(exist_ok=True)
        with only_one(folder / "desk.lock"):
            folder.replace(old)
    fresh.replace(folder)
    (folder / "isi").unlink(missing_ok=True)
    sync_folder(folder.parent)

"""The way back to a backup: look inside first, say what would be lost, then exchange folders; nothing is deleted.

A backup is either a file that somebody saved (keys, database, attachments) or one of the seven nightly copies of the
database, whose keys and attachments are those of the profile. Both are first made a whole profile beside the present
one and proved with a password; then the present one is set aside under a name with the time, and stays there.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop import keys
from desktop.errors import BadInput, DamagedStore
from desktop.files import only_one, room_on_disk
from desktop.keys import Opened, Vault
from desktop.office.changes import Changed
from desktop.office.desk import Desk, Outside, open_with
from desktop.office.safekeeping import DAILY, MARK
from desktop.phrases import phrase
from desktop.store import states
from desktop.store.database import FILE
from sync.durable import sync_folder

_KEPT_CHOICES: Final = ("tampilan.json", "galat.log")
_LINKED: Final = "backups"


@dataclass(frozen=True, slots=True)
class Backup:
    """A nightly copy of the database. `made_at` is when its file was written, by the computer's clock."""

    path: Path
    made_at: float
    size: int


def nightly_backups(folder: Path) -> tuple[Backup, ...]:
    """The nightly copies of a profile, the newest first. Needs no password: it looks at names and sizes only."""
    found = sorted((folder / "backups").glob(f"{DAILY}-*.db"), reverse=True)
    return tuple(Backup(path, path.stat().st_mtime, path.stat().st_size) for path in found)


def officers_inside(vault: Vault, source: Path) -> tuple[str, ...]:
    """Whose password opens a backup.

    Raises:
        BadInput: no backup of ours.
    """
    if is_nightly(source):
        return vault.officers()
    with _laid_out(vault, source, whole=False) as inner:
        return inner.officers()


def is_nightly(source: Path) -> bool:
    """Whether it is a copy of the database alone."""
    return source.suffix == ".db"


def restore_from(vault: Vault, outside: Outside, source: Path, who: tuple[str | None, str]) -> Changed:
    """Put a backup in place of this profile. What was there is set aside under a name with the time, and kept.

    The restored desk takes a new incarnation: what it did since the backup may already be at the hub.

    Raises:
        BadInput: no backup of ours.
        WrongPassword: the password does not open the backup; the present profile is untouched.
    """
    folder = vault.folder
    with _laid_out(vault, source, whole=True) as inner:
        opened = _prove(inner, outside, who)
        aside = _exchange_folders(folder, inner.folder, outside.now())
    return Changed(
        everything=True,
        told={"profile": str(folder), "officer": opened.officer, "aside": str(aside)},
        sentence=phrase(
            "Cadangan dipulihkan. Sinkronkan sekarang supaya yang dicatat sesudah cadangan diambil lagi dari hub."
        ),
    )


@contextmanager
def opened_backup(vault: Vault, outside: Outside, source: Path, who: tuple[str | None, str]) -> Iterator[Desk]:
    """A backup as a desk to look at; it is gone when the block ends, and the present profile is untouched.

    Raises:
        BadInput: no backup of ours.
        WrongPassword: the password does not open it.
    """
    with _laid_out(vault, source, whole=False) as inner:
        desk = _open(inner, outside, who)
        try:
            yield desk
        finally:
            desk.close()


@contextmanager
def _laid_out(vault: Vault, source: Path, *, whole: bool) -> Iterator[Vault]:
    """The backup as a profile of its own beside the present one; with its attachments when `whole`."""
    folder = vault.folder
    fresh = folder.with_name(f".{folder.name}.{'pulih' if whole else 'lihat'}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        if is_nightly(source):
            _copy_nightly(folder, source, fresh, whole=whole)
        else:
            _unpack(source, fresh, whole=whole)
        if whole:
            _keep_choices(folder, fresh)
        yield Vault(fresh, vault.token_bytes, vault.cost, vault.new_keyring, vault.old_keyring)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _unpack(source: Path, fresh: Path, *, whole: bool) -> None:
    try:
        with zipfile.ZipFile(source) as archive, room_on_disk():
            names = _names_of_ours(archive)
            fresh.mkdir(mode=0o700, parents=True)
            archive.extractall(fresh, names if whole else [keys.FILE, FILE])
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise _no_backup(source) from error


def _copy_nightly(folder: Path, source: Path, fresh: Path, *, whole: bool) -> None:
    try:
        with room_on_disk():
            fresh.mkdir(mode=0o700, parents=True)
            shutil.copyfile(folder / keys.FILE, fresh / keys.FILE)
            shutil.copyfile(source, fresh / FILE)
            if whole:
                _link_all(folder / "blobs", fresh / "blobs")
    except OSError as error:
        raise _no_backup(source) from error


def _no_backup(source: Path) -> BadInput:
    return BadInput(
        "cadangan_rusak",
        phrase("Berkas {name} bukan cadangan Ketinting atau rusak. Data sekarang tidak berubah.", name=source.name),
    )


def _keep_choices(folder: Path, fresh: Path) -> None:
    """How the windows look and the nightly copies belong to the computer, not to a day."""
    for name in _KEPT_CHOICES:
        if (folder / name).exists():
            shutil.copyfile(folder / name, fresh / name)
    _link_all(folder / _LINKED, fresh / _LINKED)


def _link_all(source: Path, target: Path) -> None:
    """The same files under a second name where the disk can do that, else copies."""
    if not source.is_dir():
        return
    target.mkdir(mode=0o700, exist_ok=True)
    for path in source.iterdir():
        if path.is_file() and not path.name.startswith("."):
            try:
                os.link(path, target / path.name)
            except OSError:
                shutil.copy2(path, target / path.name)


def _names_of_ours(archive: zipfile.ZipFile) -> list[str]:
    if archive.read("isi").decode() != MARK or not all(map(_ours, archive.namelist())):
        raise KeyError("isi")
    return [name for name in archive.namelist() if name != "isi"]


def _ours(name: str) -> bool:
    if name in {"isi", keys.FILE, FILE}:
        return True
    folder, _, file = name.partition("/")
    return folder == "blobs" and file.isalnum()


def _open(vault: Vault, outside: Outside, who: tuple[str | None, str]) -> Desk:
    officer = who[0] or next(iter(vault.officers()), "")
    desk = open_with(vault, outside, vault.open(officer, who[1], outside.now()))
    if not desk.database.healthy():
        desk.close()
        raise DamagedStore("cadangan_rusak", phrase("Cadangan ini rusak di dalamnya. Data sekarang tidak berubah."))
    return desk


def _prove(vault: Vault, outside: Outside, who: tuple[str | None, str]) -> Opened:
    """Open the backup before anything is replaced, check it, and give it a new life in the queue."""
    desk = _open(vault, outside, who)
    try:
        with desk.database.reading() as connection:
            known = states.enrolled(connection)
        if known is not None:
            _new_life(desk)
        return desk.opened[desk.officer]
    finally:
        desk.close()


def _new_life(desk: Desk) -> None:
    from desktop.store.desk_log import SqlDeskLog  # noqa: PLC0415 - the exchange is only needed here

    SqlDeskLog(desk.database, desk.outside.now).renumber(desk.outside.new_id())


def _exchange_folders(folder: Path, fresh: Path, now: datetime) -> Path | None:
    """The present profile goes aside under a name with the time; gives that folder, None when there was nothing."""
    aside = _free_name(folder.with_name(f"{folder.name}.disisihkan-{now:%Y-%m-%d-%H%M}"))
    there = folder.exists()
    if there:
        with only_one(folder / "desk.lock"):
            pass  # nobody exchanges; let go before the move, for Windows moves no folder with an open file
        folder.replace(aside)
    fresh.replace(folder)
    sync_folder(folder.parent)
    return aside if there else None


def _free_name(wanted: Path) -> Path:
    found, more = wanted, 2
    while found.exists():
        found, more = wanted.with_name(f"{wanted.name}-{more}"), more + 1
    return found

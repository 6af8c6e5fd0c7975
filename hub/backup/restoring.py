"""A backup proved by restoring it, and put back for good: beside first, then renamed; nothing is half restored."""

from __future__ import annotations

import base64
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from hub.admin.folder import (
    DATABASE,
    HERE,
    STORED,
    Elsewhere,
    FolderSettings,
    Place,
    check_apart,
    open_shelf,
    write_settings,
)
from hub.backup.contents import Begin
from hub.backup.laying import Laid, lay_out, open_inside
from hub.backup.proving import prove
from hub.errors import HubError, StorageAway, TargetInUse, WrongKey
from hub.files import Vault
from hub.room import room_on_disk, write_new
from hub.sealing import DataKey, read_key_file
from hub.service.epochs import Restored, begin_epoch, note_durable, verified_backup
from hub.service.ground import Ground
from hub.shelf import Folder, Shelf
from hub.store.opening import Store, open_postgres, open_sqlite
from hub.world import World
from sync.durable import keep_folder, sync_folder
from sync.encoding import read_instant


@dataclass(frozen=True, slots=True)
class Proved:
    """A backup that was restored and found whole."""

    laid: Laid
    actions: int

    @property
    def counted(self) -> dict[str, object]:
        """For the administrator."""
        begin, end = self.laid.begin, self.laid.end
        about = {"hub_id": begin.hub_id, "regency": begin.regency, "epoch": begin.epoch, "made_at": begin.made_at}
        counts = {"actions": self.actions, "rows": sum(end.rows.values()), "files": end.files}
        return {**about, **counts, "missing_files": end.missing}


def verify(source: Path, passphrase: str, world: World) -> Proved:
    """Restore a backup into a place of its own, look at everything in it, and take the place away again.

    Raises:
        WrongPassphrase, DamagedBackup, NewerSchema, StorageFull: it cannot be restored.
    """
    with tempfile.TemporaryDirectory(prefix="ketinting-periksa-") as folder, _opened(source) as file:
        begin, inside = open_inside(file, passphrase)
        store = open_sqlite(Path(folder) / DATABASE, DataKey(begin.key))
        try:
            with store.writing() as connection:
                vault = Vault(Folder(Path(folder) / STORED), DataKey(begin.key), world.token_bytes)
                laid = lay_out(connection, vault.shelf, begin, inside)
                return Proved(laid, prove(connection, vault, begin, laid.end))
        finally:
            store.close()


def note_verified(ground: Ground, proved: Proved) -> bool:
    """Raise `durable_through` to what a verified backup of this hub holds; False when a newer one was verified before.

    Raises:
        HubError: it is a backup of another hub, or of a life of it that was lost.
    """
    begin, end = proved.laid.begin, proved.laid.end
    if (begin.hub_id, begin.epoch) != (ground.identity.hub_id, ground.identity.epoch):
        raise HubError(
            "Cadangan ini utuh, tetapi dari hub lain atau dari sebelum pemulihan terakhir. Tidak ada yang diubah. "
            "Buat cadangan baru, lalu periksa."
        )
    with ground.store.writing() as connection:
        known = verified_backup(connection)
        if known is not None and read_instant(begin.made_at) < known:
            return False
        if not end.missing:
            note_durable(connection, end.scopes, begin.made_at)
        return not end.missing


def restore(source: Path, place: Place, passphrase: str, world: World, at: Elsewhere = HERE) -> dict[str, object]:
    """Make a hub of a backup, in a new epoch. The folder, and what lies elsewhere, must be empty.

    Raises:
        TargetInUse: something is there already.
        WrongKey: the key file is another hub's, or lies in the folder.
        WrongPassphrase, DamagedBackup, NewerSchema, StorageFull: it cannot be restored.
    """
    check_apart(place)
    _check_empty(place.folder)
    beside = place.folder.with_name(f".{place.folder.name}.pulih")
    shutil.rmtree(beside, ignore_errors=True)
    fresh = _Fresh(place, beside, at)
    try:
        with _opened(source) as file:
            begin, inside = open_inside(file, passphrase)
            _check_key(place, begin)
            with room_on_disk():
                beside.mkdir(mode=0o700, parents=True)
            proved, restored = _fill(fresh, begin, inside, world)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return {**proved.counted, "epoch": restored.epoch, "restored_at": restored.at, "data": str(place.folder)}


@dataclass(frozen=True, slots=True)
class _Fresh:
    """Where the hub will be, where it is made, and what of it lies elsewhere."""

    place: Place
    beside: Path
    at: Elsewhere

    def store(self, begin: Begin) -> Store:
        if self.at.database:
            return open_postgres(self.at.database)
        return open_sqlite(self.beside / DATABASE, DataKey(begin.key))

    def shelf(self) -> Shelf:
        found = open_shelf(self.beside, self.at.blobs)
        if not found.is_empty():
            raise TargetInUse(
                "Penyimpanan berkas tujuan tidak kosong. Tidak ada yang diubah. Pakai wadah atau folder yang baru."
            )
        return found


def _fill(fresh: _Fresh, begin: Begin, inside: Iterator[tuple[str, BinaryIO]], world: World) -> tuple[Proved, Restored]:
    shelf, store = fresh.shelf(), fresh.store(begin)
    moved = False
    try:
        with store.writing() as connection:
            vault = Vault(shelf, DataKey(begin.key), world.token_bytes)
            laid = lay_out(connection, vault.shelf, begin, inside)
            proved = Proved(laid, prove(connection, vault, begin, laid.end))
            restored = _begin_anew(connection, proved, world)
            write_settings(
                Place(fresh.beside, fresh.place.key_file),
                FolderSettings(regency=begin.regency, database=fresh.at.database, blobs=fresh.at.blobs),
            )
            if fresh.at.database:  # the folder first: a commit that fails takes it away again
                _take_place(fresh, begin)
                moved = True
    except BaseException:
        if moved:
            shutil.rmtree(fresh.place.folder, ignore_errors=True)
        with suppress(StorageAway):
            shelf.clear()  # it was empty before
        raise
    finally:
        store.close()
    if not moved:
        _take_place(fresh, begin)
    return proved, restored


def _begin_anew(connection: Connection, proved: Proved, world: World) -> Restored:
    end = proved.laid.end
    note_durable(connection, end.scopes if not end.missing else {}, proved.laid.begin.made_at)
    return begin_epoch(connection, world.now())


def _take_place(fresh: _Fresh, begin: Begin) -> None:
    """The finished folder takes its name; the key goes to its file, where it is not yet."""
    place = fresh.place
    if not place.key_file.exists():
        with room_on_disk():
            keep_folder(place.key_file.parent, 0o755)
        write_new(place.key_file, base64.b64encode(begin.key) + b"\n")
    for name in (fresh.beside, *fresh.beside.rglob("*/")):
        sync_folder(name)
    if place.folder.exists():
        place.folder.rmdir()
    fresh.beside.replace(place.folder)
    sync_folder(place.folder.parent)


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TargetInUse(f"Folder {folder} tidak kosong. Tidak ada yang diubah. Pulihkan ke folder yang baru.")


def _check_key(place: Place, begin: Begin) -> None:
    if place.key_file.exists() and read_key_file(place.key_file).raw != begin.key:
        raise WrongKey(
            f"Berkas kunci {place.key_file} milik hub lain. Tidak ada yang diubah. Pakai nama berkas kunci yang baru."
        )


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    try:
        file = source.open("rb")
    except OSError as cause:
        raise HubError(
            f"Berkas cadangan {source} tidak terbaca. Tidak ada yang diubah. Periksa letak dan izinnya."
        ) from cause
    with file:
        yield file

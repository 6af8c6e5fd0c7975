"""The hub's folder on disk: ``hub.json`` (regency, what lies elsewhere), ``hub.db``, ``blobs/``; not the key."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from domain.regions import Level, RegionCode, RegionCodeError
from hub.errors import HubError, LostDatabase, NotInitialised, StorageAway, WrongKey
from hub.files import Vault
from hub.room import write_new
from hub.sealing import DataKey, make_key_file, read_key_file
from hub.service import identity
from hub.service.ground import Ground
from hub.shelf import Folder, Shelf
from hub.store import schema
from hub.store.opening import Store, open_postgres, open_sqlite
from hub.world import World
from resources.regions import open_regions
from sync.durable import keep_folder
from sync.prepared import prepared

SETTINGS = "hub.json"
DATABASE = "hub.db"
STORED = "blobs"


@prepared
class FolderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What must be known before the database is open.

    Attributes:
        database: URL of PostgreSQL, or None for the encrypted file in the folder. It may hold a password: the file is
            readable by its owner alone.
        blobs: URL of an S3-compatible store (`hub.s3`), or None for the folder `blobs`. It holds a secret, likewise.
    """

    regency: str
    database: str | None = None
    blobs: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What of a hub lies outside its folder, by URL."""

    database: str | None = None
    blobs: str | None = None


HERE = Elsewhere()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hub lives: its folder and its key file."""

    folder: Path
    key_file: Path


def make_hub(place: Place, settings: FolderSettings, name: str, world: World) -> Ground:
    """Make the folder, the key (if there is none), the database and the hub's identity.

    Doing it again brings the schema forward and changes nothing else.

    Raises:
        HubError: the code is no regency's, the key lies in the folder, or the folder belongs to another regency.
        StorageAway: the store of files does not answer, or not to this ID.
    """
    _check_regency(settings.regency)
    check_apart(place)
    keep_folder(place.folder)
    known = _read_settings(place) if (place.folder / SETTINGS).exists() else None
    if known is not None and known.regency != settings.regency:
        raise HubError(f"Folder ini sudah berisi hub untuk {known.regency}. Data tidak diubah; pakai folder lain.")
    key = read_key_file(place.key_file) if place.key_file.exists() else _new_key(place, known, world)
    if known is not None:
        _check_there(place, known)
    vault = _vault(place, known or settings, key, world)
    if known is None and settings.blobs and not vault.shelf.takes_bytes():
        raise StorageAway
    store = _open_store(place, known or settings, key)
    schema.upgrade(store)
    if known is None:
        write_settings(place, settings)
    with store.writing() as connection:
        own = identity.found(connection, key, world, settings.regency, name or _name_of(settings.regency))
    return Ground(store, vault, key, own, world)


def open_hub(place: Place, world: World) -> Ground:
    """Open a hub that was made before.

    Raises:
        NotInitialised, WrongKey, NewerSchema, OldSchema, DamagedDatabase, StorageFull: see `hub.errors`.
    """
    check_apart(place)
    settings = _read_settings(place)
    key = read_key_file(place.key_file)
    _check_there(place, settings)
    store = _open_store(place, settings, key)
    try:
        schema.check(store)
        with store.reading() as connection:
            own = identity.read(connection, key)
    except HubError:
        store.close()
        raise
    return Ground(store, _vault(place, settings, key, world), key, own, world)


def _check_regency(code: str) -> None:
    with contextlib.suppress(RegionCodeError):
        if RegionCode(code).level is Level.REGENCY:
            return
    raise HubError(f"{code} bukan kode kabupaten atau kota. Belum ada yang dibuat. Contoh kode: 64.02.")


def _name_of(regency: str) -> str:
    return f"Hub {open_regions().get(regency, regency)}"


def check_apart(place: Place) -> None:
    """The key never lies beside what it opens.

    Raises:
        WrongKey: it does.
    """
    folder, key_file = place.folder.resolve(), place.key_file.resolve()
    if folder == key_file.parent or folder in key_file.parents:
        raise WrongKey(
            "Berkas kunci tidak boleh berada di dalam folder data hub. Tidak ada yang diubah. Simpan di tempat lain."
        )


def _check_there(place: Place, settings: FolderSettings) -> None:
    """A lost database is not taken for an empty hub: a new one would have another identity than every desk knows."""
    file = place.folder / DATABASE
    if not settings.database and (not file.exists() or not file.stat().st_size):
        raise LostDatabase


def _new_key(place: Place, known: FolderSettings | None, world: World) -> DataKey:
    if known is not None:
        raise WrongKey(
            f"Berkas kunci {place.key_file} tidak ada, padahal hub sudah pernah disiapkan. Data tidak diubah. "
            "Cari kuncinya."
        )
    return make_key_file(place.key_file, world.token_bytes)


def _read_settings(place: Place) -> FolderSettings:
    try:
        return msgspec.json.decode((place.folder / SETTINGS).read_bytes(), type=FolderSettings)
    except FileNotFoundError as cause:
        raise NotInitialised("Folder ini belum berisi hub. Tidak ada yang diubah. Jalankan: hub init") from cause
    except (OSError, msgspec.DecodeError) as cause:
        raise NotInitialised(
            f"Berkas {SETTINGS} di folder data hub tidak terbaca. Data tidak diubah. Pulihkan dari cadangan."
        ) from cause


def write_settings(place: Place, settings: FolderSettings) -> None:
    """Write what must be known before the database is open, once."""
    write_new(place.folder / SETTINGS, msgspec.json.encode(settings) + b"\n")


def _open_store(place: Place, settings: FolderSettings, key: DataKey) -> Store:
    if settings.database:
        return open_postgres(settings.database)
    return open_sqlite(place.folder / DATABASE, key)


def _vault(place: Place, settings: FolderSettings, key: DataKey, world: World) -> Vault:
    return Vault(open_shelf(place.folder, settings.blobs), key, world.token_bytes)


def open_shelf(folder: Path, url: str | None) -> Shelf:
    """Where stored files lie: at the URL, or in the hub's folder.

    Raises:
        HubError: the URL cannot be read, or the package for it is not installed.
    """
    if url is None:
        return Folder(folder / STORED)
    from hub.s3 import open_bucket  # noqa: PLC0415 - only hubs with such a store need the package

    return open_bucket(url)

"""Who this hub is: its id, its regency, its Ed25519 key, its epoch. Written once at `init`, read by everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from hub.errors import NotInitialised
from hub.sealing import DataKey, seal, unseal
from hub.store import rows
from hub.store.locking import insert_if_absent, lock_or_make
from hub.store.many import among
from hub.store.reference import settings
from hub.world import World
from sync.encoding import b64u, unb64u
from sync.keys import SigningKey

_CONTEXT = "hub-identity"
CONFIG_VERSION: Final = "config_version"
"""The setting that `config_version` reads."""
_SETTING: Final = select(settings.c.setting).where(*rows.by_key(settings, "name"))
_NAMED: Final = select(settings.c.name, settings.c.setting).where(among(settings.c.name, "names"))


@dataclass(frozen=True, slots=True)
class Identity:
    """The hub as author and as the party that desks pin.

    Attributes:
        hub_id: in every action that was made for this hub.
        regency: dotted code; the shard of `config`, of agencies and of enrolments.
        epoch: 1, and one more after every restore from a backup.
        name: how officers call it.
    """

    hub_id: str
    regency: str
    name: str
    epoch: int
    key: SigningKey


def setting(connection: Connection, name: str, default: str = "") -> str:
    """One setting, or the default."""
    found = connection.execute(_SETTING, rows.keyed(name=name)).scalar()
    return default if found is None else str(found)


def named_settings(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Several settings with one question; what nobody set is not in it."""
    return {row.name: row.setting for row in connection.execute(_NAMED, {"names": list(names)})}


def put_setting(connection: Connection, name: str, value: str) -> None:
    """Write one setting."""
    if not insert_if_absent(connection, settings, {"name": name, "setting": value}):
        connection.execute(settings.update().where(settings.c.name == name).values(setting=value))


def config_version(connection: Connection) -> int:
    """Counts the changes of reference data and keys; a desk that sees another number fetches the configuration."""
    return version_in(named_settings(connection, (CONFIG_VERSION,)))


def version_in(said: Mapping[str, str]) -> int:
    """The same of settings that were read already."""
    return int(said.get(CONFIG_VERSION, "1"))


def bump_config(connection: Connection) -> None:
    """Say that the configuration changed: one at a time, or two changes would share a number and one stay unread."""
    row = lock_or_make(connection, settings, {"name": CONFIG_VERSION}, {"setting": "1"})
    rows.change(connection, settings, {"name": CONFIG_VERSION}, {"setting": str(int(row.setting) + 1)})


def found(connection: Connection, key: DataKey, world: World, regency: str, name: str) -> Identity:
    """Make the hub's identity in an empty database, or give the one that is there."""
    if connection.execute(select(func.count()).select_from(settings)).scalar():
        return read(connection, key)
    own = SigningKey.generate(world.token_bytes)
    sealed = seal(key.derive("identity"), own.raw, _CONTEXT, world.token_bytes(12))
    values = {"hub_id": world.new_id(), "regency": regency, "name": name, "epoch": "1", "hub_key": b64u(sealed)}
    for each, value in values.items():
        put_setting(connection, each, value)
    return read(connection, key)


def read(connection: Connection, key: DataKey) -> Identity:
    """The identity of this hub.

    Raises:
        NotInitialised: there is none.
        WrongKey: the data key is another hub's.
    """
    sealed = setting(connection, "hub_key")
    if not sealed:
        raise NotInitialised("Hub belum disiapkan. Jalankan: ketinting hub init")
    return Identity(
        hub_id=setting(connection, "hub_id"),
        regency=setting(connection, "regency"),
        name=setting(connection, "name"),
        epoch=int(setting(connection, "epoch")),
        key=SigningKey(unseal(key.derive("identity"), unb64u(sealed), _CONTEXT)),
    )

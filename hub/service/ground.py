"""What every part of the service stands on: the store, the vault, the hub's identity, and the world."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from hub.files import Vault
from hub.sealing import DataKey
from hub.service.catalogue import Catalogue, read_catalogue
from hub.service.identity import Identity, config_version
from hub.store.opening import Store
from hub.world import World


@dataclass
class Ground:
    """One opened hub. Between requests it keeps a catalogue that knows its version, and keys that never change.

    Attributes:
        device_keys: the public keys of devices that were heard of, by their ids; whether one may still do anything is
            looked up each time.
    """

    store: Store
    vault: Vault
    data_key: DataKey
    identity: Identity
    world: World
    device_keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    _catalogue: Catalogue | None = field(default=None, repr=False)

    def catalogue(self, connection: Connection) -> Catalogue:
        """The reference data as of this transaction."""
        return self.catalogue_of(connection, config_version(connection))

    def catalogue_of(self, connection: Connection, version: int) -> Catalogue:
        """The same where the version was read already in this transaction."""
        kept = self._catalogue
        if kept is None or kept.version != version:
            kept = self._catalogue = read_catalogue(connection)
        return kept

    def close(self) -> None:
        """Give the database back."""
        self.store.close()

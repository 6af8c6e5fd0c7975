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
    """One opened hub. All it keeps between requests is a catalogue that knows its version."""

    store: Store
    vault: Vault
    data_key: DataKey
    identity: Identity
    world: World
    _catalogue: Catalogue | None = field(default=None, repr=False)

    def catalogue(self, connection: Connection) -> Catalogue:
        """The reference data as of this transaction."""
        kept = self._catalogue
        if kept is None or kept.version != config_version(connection):
            kept = self._catalogue = read_catalogue(connection)
        return kept

    def close(self) -> None:
        """Give the database back."""
        self.store.close()

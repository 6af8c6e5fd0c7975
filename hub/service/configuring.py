"""The configuration of an office, in a transaction of its own."""

from __future__ import annotations

from typing import Any

from hub.service.configuration import configuration
from hub.service.ground import Ground


def configuration_of(ground: Ground, office: str) -> dict[str, Any]:
    """What `GET /v1/config` answers."""
    with ground.store.reading() as connection:
        return configuration(ground, connection, office)

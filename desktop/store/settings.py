"""Small things a desk remembers, by name: who it is, what the hub last said, the configuration it fetched."""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import settings

T = TypeVar("T")
_GET: Final = select(settings.c.value).where(settings.c.name == bindparam("asked"))
"""Made once: an exchange asks for settings hundreds of times."""


def get(connection: Connection, name: str, kind: type[T]) -> T | None:
    """The value under this name, read as `kind`; None when it was never put."""
    found = connection.execute(_GET, {"asked": name}).scalar()
    return None if found is None else msgspec.json.decode(found, type=kind)


def put(connection: Connection, name: str, value: object) -> None:
    """Remember a value: anything msgspec can write."""
    statement = insert(settings).values(name=name, value=msgspec.json.encode(value))
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
    )


def drop(connection: Connection, name: str) -> None:
    """Forget it."""
    connection.execute(delete(settings).where(settings.c.name == name))

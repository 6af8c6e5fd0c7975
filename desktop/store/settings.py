"""Small things a desk remembers, by name: who it is, what the hub last said, the configuration it fetched."""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import settings

T = TypeVar("T")
_GET: Final = select(settings.c.name, settings.c.value).where(settings.c.name.in_(bindparam("asked", expanding=True)))
"""Made once: an exchange asks for settings hundreds of times."""
_TOGETHER: Final = ("enrolled", "contact", "config_version", "salt")
"""Small, and hardly ever is one of them asked for without another."""
_FRESH: Final = insert(settings)
_PUT: Final = _FRESH.on_conflict_do_update(index_elements=["name"], set_={"value": _FRESH.excluded.value})


def get(connection: Connection, name: str, kind: type[T]) -> T | None:
    """The value under this name, read as `kind`; None when it was never put."""
    found = raw(connection, name)
    return None if found is None else msgspec.json.decode(found, type=kind)


def raw(connection: Connection, name: str) -> bytes | None:
    """Its bytes. Nobody else can change them under a transaction, so each asks the database once (`remembered`)."""
    remembered = _remembered(connection)
    if name not in remembered:
        asked = _TOGETHER if name in _TOGETHER else (name,)
        found = {row.name: bytes(row.value) for row in connection.execute(_GET, {"asked": asked})}
        for each in asked:
            remembered.setdefault(each, found.get(each))
    return remembered[name]


def _remembered(connection: Connection) -> dict[str, bytes | None]:
    found: dict[str, bytes | None] = connection.get_execution_options().get("remembered", {})
    return found


def put(connection: Connection, name: str, value: object) -> None:
    """Remember a value: anything msgspec can write."""
    content = msgspec.json.encode(value)
    connection.execute(_PUT, {"name": name, "value": content})
    _remembered(connection)[name] = content


def drop(connection: Connection, name: str) -> None:
    """Forget it."""
    connection.execute(delete(settings).where(settings.c.name == name))
    _remembered(connection).pop(name, None)

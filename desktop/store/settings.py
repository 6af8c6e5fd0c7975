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
_KEPT: Final = "settings"
"""The name under which a connection keeps what it has read."""
_DROP: Final = delete(settings).where(settings.c.name == bindparam("forgotten"))
_FRESH: Final = insert(settings)
_PUT: Final = _FRESH.on_conflict_do_update(index_elements=["name"], set_={"value": _FRESH.excluded.value})


def get(connection: Connection, name: str, kind: type[T]) -> T | None:
    """The value under this name, read as `kind`; None when it was never put."""
    found = raw(connection, name)
    return None if found is None else msgspec.json.decode(found, type=kind)


def raw(connection: Connection, name: str) -> bytes | None:
    """Its bytes. Each is asked of the database once, and again only when somebody has written since."""
    remembered = _remembered(connection)
    before = _of_before(connection, begins=not remembered)
    if not remembered:
        remembered |= before
    if name not in remembered:
        asked = _TOGETHER if name in _TOGETHER else (name,)
        found = {row.name: bytes(row.value) for row in connection.execute(_GET, {"asked": asked})}
        for each in asked:
            before[each] = remembered.setdefault(each, found.get(each))
    return remembered[name]


def _remembered(connection: Connection) -> dict[str, bytes | None]:
    """What this transaction knows: nobody else can change it under it."""
    found: dict[str, bytes | None] = connection.get_execution_options().get("remembered", {})
    return found


def _of_before(connection: Connection, *, begins: bool) -> dict[str, bytes | None]:
    """What reading transactions on this connection have asked, where nobody has written since.

    SQLite tells of others by `data_version`, at which a transaction that `begins` looks; `_changed` tells of our own.
    """
    if not connection.get_execution_options().get("reading", False):
        return {}
    kept: tuple[int, dict[str, bytes | None]] = connection.info.get(_KEPT, (-1, {}))
    version = connection.exec_driver_sql("PRAGMA data_version").scalar_one() if begins else kept[0]
    if kept[0] != version:
        kept = connection.info[_KEPT] = (version, {})
    return kept[1]


def _changed(connection: Connection) -> None:
    """Whatever becomes of this transaction, the next one on this connection asks anew."""
    connection.info.pop(_KEPT, None)


def put(connection: Connection, name: str, value: object) -> None:
    """Remember a value: anything msgspec can write."""
    content = msgspec.json.encode(value)
    connection.execute(_PUT, {"name": name, "value": content})
    _changed(connection)
    _remembered(connection)[name] = content


def drop(connection: Connection, name: str) -> None:
    """Forget it."""
    connection.execute(_DROP, {"forgotten": name})
    _changed(connection)
    _remembered(connection).pop(name, None)

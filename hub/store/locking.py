"""Rows that are locked before anything is judged, always in the same order: device, requests, books, scopes.

A row that does not exist yet cannot be locked, so it is inserted first; of two that insert at once, one waits for the
other. On SQLite the writer's lock of the transaction does the work and FOR UPDATE is left out by the dialect.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

from hub.store import rows

Key = TypeVar("Key", bound=tuple[str, ...])


def insert_if_absent(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless its key is taken; whether it was inserted."""
    return connection.execute(_insert(table, connection.dialect.name), dict(values)).first() is not None


@cache
def _insert(table: Table, dialect: str) -> Executable:
    own = next(iter(table.primary_key.columns))
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing().returning(own)
    return sqlite.insert(table).on_conflict_do_nothing().returning(own)


def lock_row(connection: Connection, table: Table, key: Mapping[str, Any]) -> Row[Any] | None:
    """The row with this key, ours until the end of the transaction; None when there is none."""
    return rows.find(connection, table, key, lock=True)


def lock_or_make(connection: Connection, table: Table, key: Mapping[str, Any], fresh: Mapping[str, Any]) -> Row[Any]:
    """The row with this key, made with the columns of `fresh` when it was not there."""
    found = lock_row(connection, table, key)
    if found is None:
        insert_if_absent(connection, table, {**key, **fresh})
        found = lock_row(connection, table, key)
    assert found is not None, "a row that was just inserted is there"  # noqa: S101 - a broken database, not a user
    return found


def in_order(keys: Iterable[Key]) -> list[Key]:
    """Each key once, sorted: the one order in which everybody locks."""
    return sorted(set(keys))

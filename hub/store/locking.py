"""Rows that are locked before anything is judged, always in the same order: device, requests, books, scopes.

A row that does not exist yet cannot be locked, so it is inserted first; of two that insert at once, one waits for the
other. On SQLite the writer's lock of the transaction does the work and FOR UPDATE is left out by the dialect.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, select
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_absent(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless its key is taken; whether it was inserted."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**values).on_conflict_do_nothing()
    own = next(iter(table.primary_key.columns))
    return connection.execute(statement.returning(own)).first() is not None


def lock_row(connection: Connection, table: Table, key: Mapping[str, Any]) -> Row[Any] | None:
    """The row with this key, ours until the end of the transaction; None when there is none."""
    where = and_(*(table.c[name] == value for name, value in key.items()))
    return connection.execute(select(table).where(where).with_for_update()).first()


def lock_or_make(connection: Connection, table: Table, key: Mapping[str, Any], fresh: Mapping[str, Any]) -> Row[Any]:
    """The row with this key, made with the columns of `fresh` when it was not there."""
    found = lock_row(connection, table, key)
    if found is None:
        insert_if_absent(connection, table, {**key, **fresh})
        found = lock_row(connection, table, key)
    assert found is not None, "a row that was just inserted is there"  # noqa: S101 - a broken database, not a user
    return found


def in_order(keys: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Each key once, sorted: the one order in which everybody locks."""
    return sorted(set(keys))

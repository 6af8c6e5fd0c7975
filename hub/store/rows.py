"""The plain statements by key, made once for each table and set of columns: making one costs as much as asking it.

An exchange says some sixty of them under the locks of its rows, so what is saved here is saved in the time for which
others wait. What joins, counts or sorts stands where it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Insert, Row, Select, Table, Update, bindparam, select
from sqlalchemy import insert as inserting
from sqlalchemy import update as updating

_KEY = "key_"
"""Before the names of what a row is found by, so that an UPDATE may change the same column."""


def by_key(table: Table, *names: str) -> tuple[ColumnElement[bool], ...]:
    """What finds the rows in which these columns are what `keyed` says."""
    return tuple(table.c[name] == _bound(table, name) for name in names)


def _bound(table: Table, name: str) -> BindParameter[Any]:
    return bindparam(_KEY + name, type_=table.c[name].type)


def keyed(**key: Any) -> dict[str, Any]:
    """The parameters of `by_key`."""
    return {_KEY + name: value for name, value in key.items()}


def find(connection: Connection, table: Table, key: Mapping[str, Any], *, lock: bool = False) -> Row[Any] | None:
    """The row with this key; `lock`: ours until the end of the transaction."""
    return connection.execute(_selecting(table, tuple(key), lock=lock), keyed(**key)).first()


def add(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """A new row."""
    connection.execute(_inserting(table), dict(row))


def change(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Other values in the rows with this key."""
    connection.execute(_updating(table, tuple(key)), {**values, **keyed(**key)})


@cache
def _selecting(table: Table, names: tuple[str, ...], *, lock: bool) -> Select[Any]:
    made = select(table).where(*by_key(table, *names))
    return made.with_for_update() if lock else made


@cache
def _inserting(table: Table) -> Insert:
    return inserting(table)


@cache
def _updating(table: Table, names: tuple[str, ...]) -> Update:
    return updating(table).where(*by_key(table, *names))

"""Many rows with one statement, however many they are: asking costs more than what is asked.

PostgreSQL reads the rows out of one JSON text, so that the statement is the same for one row and for five hundred, is
prepared once, and goes over the line once. SQLite, in the same process, is given them one after the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import msgspec
from sqlalchemy import (
    ARRAY,
    JSON,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Table,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy import insert as inserting
from sqlalchemy import update as updating
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine

from hub.store import rows

_ROWS: Final = "many_rows"
Row = Mapping[str, Any]


class _Texts(TypeDecorator[Sequence[str]]):
    """A list of texts as one parameter."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """An array where there is such a thing."""
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> Any:
        """What the driver is given."""
        found = list(value or ())
        return found if dialect.name == "postgresql" else json.dumps(found)


class _Among(FunctionElement[bool]):
    """Whether a column is one of a list: the same statement for lists of every length.

    Of no type: SQLAlchemy would compare a truth with 1 on SQLite, and no index would be looked into.
    """

    type = NullType()  # type: ignore[assignment] # as said
    inherit_cache = True
    name = "among"


@compiles(_Among, "postgresql")
def _among_array(element: _Among, compiler: Any, **how: Any) -> str:
    column, wanted = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY ({wanted})"


@compiles(_Among, "sqlite")
def _among_json(element: _Among, compiler: Any, **how: Any) -> str:
    column, wanted = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({wanted}))"  # noqa: S608 - both are compiled already


def among(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether the column is one of the texts that are given under `name`."""
    return _Among(column, bindparam(name, type_=_Texts()))


def add_many(connection: Connection, table: Table, found: Sequence[Row]) -> None:
    """New rows, all with the same columns."""
    if not found:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(_inserting(table, tuple(found[0])), {_ROWS: _as_json(found)})
    else:
        connection.execute(_plain(table), [dict(row) for row in found])


def add_absent(connection: Connection, table: Table, found: Sequence[Row]) -> frozenset[tuple[Any, ...]]:
    """New rows where their keys are free, in this order; the keys of those that were added."""
    key = tuple(column.name for column in table.primary_key)
    if not found:
        return frozenset()
    if connection.dialect.name == "postgresql":
        asked = _inserting(table, tuple(found[0]), absent=True)
        return frozenset(map(tuple, connection.execute(asked, {_ROWS: _as_json(found)})))
    added = (row for row in found if connection.execute(_absent(table), dict(row)).first() is not None)
    return frozenset(tuple(row[name] for name in key) for row in added)


def change_many(connection: Connection, table: Table, key: tuple[str, ...], found: Sequence[Row]) -> None:
    """Other values in many rows; each of `found` holds its key and the same columns."""
    if not found:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(_updating(table, key, tuple(found[0])), {_ROWS: _as_json(found)})
        return
    changed = tuple(name for name in found[0] if name not in key)
    plain = [
        {**{name: row[name] for name in changed}, **rows.keyed(**{name: row[name] for name in key})} for row in found
    ]
    connection.execute(_plain_update(table, key), plain)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is done to one table: rows are added, or changed where `key` finds them."""

    table: Table
    names: tuple[str, ...]
    key: tuple[str, ...] = ()


class Sheaf:
    """Rows of several tables that are written together: on PostgreSQL with one statement, which costs one way there.

    No row may stand in it twice: within a statement nobody sees what the others have done. Keys of other tables are
    looked at when all is done, so the order counts on SQLite only.
    """

    def __init__(self) -> None:
        self._found: dict[_Part, Sequence[Row]] = {}

    def add(self, table: Table, found: Sequence[Row]) -> None:
        """New rows, all with the same columns."""
        if found:
            self._found[_Part(table, tuple(found[0]))] = found

    def change(self, table: Table, key: tuple[str, ...], found: Sequence[Row]) -> None:
        """Other values in rows; each of `found` holds its key and the same columns."""
        if found:
            self._found[_Part(table, tuple(found[0]), key)] = found

    def write(self, connection: Connection) -> None:
        """All of it, once."""
        if self._found and connection.dialect.name == "postgresql":
            asked = {f"{_ROWS}_{number}": _as_json(each) for number, each in enumerate(self._found.values())}
            connection.execute(_together(tuple(self._found)), asked)
        else:
            for part, found in self._found.items():
                if part.key:
                    change_many(connection, part.table, part.key, found)
                else:
                    add_many(connection, part.table, found)
        self._found = {}


@cache
def _together(parts: tuple[_Part, ...]) -> Any:
    said = [_said(part, f"{_ROWS}_{number}") for number, part in enumerate(parts)]
    *others, last = said
    return last.add_cte(*(each.cte(f"part_{number}") for number, each in enumerate(others)))


def _said(part: _Part, rows_name: str) -> Any:
    if part.key:
        return _updating(part.table, part.key, part.names, rows_name=rows_name)
    return _inserting(part.table, part.names, rows_name=rows_name)


def _as_json(found: Iterable[Row]) -> str:
    """Rows as PostgreSQL reads them; bytes as it writes them itself."""
    plain = [
        {name: "\\x" + value.hex() if isinstance(value, bytes) else value for name, value in row.items()}
        for row in found
    ]
    return msgspec.json.encode(plain).decode()


def _given(table: Table, names: tuple[str, ...], rows_name: str) -> Any:
    """The rows of the parameter as a table of these columns."""
    given = cast(bindparam(rows_name, type_=Text), JSON)
    columns = (table.c[name] for name in names)
    return func.json_populate_recordset(literal_column(f"NULL::{table.name}"), given).table_valued(*columns)


@cache
def _inserting(table: Table, names: tuple[str, ...], *, absent: bool = False, rows_name: str = _ROWS) -> Any:
    given = _given(table, names, rows_name)
    plain = select(*(given.c[name] for name in names))
    if not absent:
        return inserting(table).from_select(list(names), plain)
    made = postgresql.insert(table).from_select(list(names), plain)
    return made.on_conflict_do_nothing().returning(*table.primary_key.columns)


@cache
def _updating(table: Table, key: tuple[str, ...], names: tuple[str, ...], *, rows_name: str = _ROWS) -> Any:
    given = _given(table, names, rows_name)
    where = (table.c[name] == given.c[name] for name in key)
    return updating(table).where(*where).values({name: given.c[name] for name in names if name not in key})


@cache
def _plain(table: Table) -> Executable:
    return inserting(table)


@cache
def _absent(table: Table) -> Executable:
    return sqlite.insert(table).on_conflict_do_nothing().returning(*table.primary_key.columns)


@cache
def _plain_update(table: Table, key: tuple[str, ...]) -> Executable:
    return updating(table).where(*rows.by_key(table, *key))

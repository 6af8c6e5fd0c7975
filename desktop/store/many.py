"""One statement for many rows, said below SQLAlchemy's own preparing of each row, which costs more than the writing.

The text is SQLAlchemy's, made once for a statement and its columns. Our columns hold texts, bytes, whole numbers and
truths, which the driver takes as they are; nothing else may stand in a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.dml import UpdateBase


def say_for_each(connection: Connection, statement: UpdateBase, rows: Sequence[Mapping[str, Any]]) -> None:
    """Say it for every row, in order; all rows have the same columns. Nothing for no rows."""
    if not rows:
        return
    said, order = _compiled(statement, tuple(rows[0]), connection.dialect)
    connection.exec_driver_sql(said, [tuple([row[name] for name in order]) for row in rows])


@lru_cache(maxsize=64)
def _compiled(statement: UpdateBase, names: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The text, and whose value stands at each of its places."""
    found = statement.compile(dialect=dialect, column_keys=list(names))
    return str(found), tuple(found.positiontup or ())

"""Rows of an answer, as light as they can be: a tuple whose places have names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy.engine import Dialect
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.sql.compiler import SQLCompiler

Convert = Callable[[Any], Any] | None


@dataclass(frozen=True)
class RowMaker:
    """Makes rows of what the driver says; `converts`: the conversion of each place, where any has one."""

    kind: type[tuple[Any, ...]]
    converts: tuple[Convert, ...]

    def __call__(self, found: list[tuple[Any, ...]]) -> list[Any]:
        """Each as a row."""
        if any(self.converts):
            found = [_converted(row, self.converts) for row in found]
        return list(map(self.kind, found))


def _converted(row: tuple[Any, ...], converts: tuple[Convert, ...]) -> tuple[Any, ...]:
    return tuple([value if convert is None else convert(value) for value, convert in zip(row, converts, strict=True)])


def row_maker(compiled: SQLCompiler, dialect: Dialect) -> RowMaker | None:
    """Of a compiled statement; None where only the driver knows what comes back."""
    columns = compiled._result_columns  # noqa: SLF001 - names and types in the order of the text
    if not columns:
        return None
    converts = [column.type._cached_result_processor(dialect, None) for column in columns]  # noqa: SLF001 - as above
    return RowMaker(row_kind(tuple(column.keyname for column in columns)), tuple(converts))


@cache
def row_kind(names: tuple[str, ...]) -> type[tuple[Any, ...]]:
    """The kind of rows with these names."""
    parts: dict[str, Any] = {"__slots__": (), "_fields": names}
    parts["_mapping"] = property(lambda row: dict(zip(names, row, strict=True)))
    parts["_asdict"] = lambda row: dict(zip(names, row, strict=True))
    for at, name in reversed(list(enumerate(names))):
        parts[name] = property(itemgetter(at))
    return type("Row", (tuple,), parts)


class Found:
    """What a statement brought, as SQLAlchemy's result in the few ways in which the programs read one."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: Sequence[Any], rowcount: int = -1) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        """Row by row."""
        return iter(self._rows)

    def all(self) -> list[Any]:
        """All rows."""
        return list(self._rows)

    def first(self) -> Any:
        """The first row; None where there is none."""
        return self._rows[0] if self._rows else None

    fetchone = one_or_none = first

    def one(self) -> Any:
        """The only row."""
        if not self._rows:
            raise NoResultFound
        if len(self._rows) > 1:
            raise MultipleResultsFound
        return self._rows[0]

    def scalar(self) -> Any:
        """The first value of the first row; None where there is none."""
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        """The first value of the only row."""
        return self.one()[0]

    def mappings(self) -> Found:
        """Each row by the names of its columns."""
        return Values([row._mapping for row in self._rows])  # noqa: SLF001 - so do rows of SQLAlchemy

    def scalars(self) -> Found:
        """The first value of each row."""
        return Values([row[0] for row in self._rows])


class Values(Found):
    """Values in place of rows."""

    __slots__ = ()

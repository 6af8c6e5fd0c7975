"""No error of a database tells what stands in a row: it would come into the log, and from there to anybody."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import pytest
from sqlalchemy import ColumnElement, Connection, cast, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import BigInteger

from hub.store import many, rows
from hub.store.growing import scopes
from hub.store.opening import Store

CITIZEN = "Warga Contoh"
ROW = {"shard": "64.02.04", "scope": CITIZEN, "seq": 1, "anchor": b""}


def twice(connection: Connection) -> None:
    for _ in range(2):
        rows.add(connection, scopes, ROW)


def without_a_place(connection: Connection) -> None:
    rows.add(connection, scopes, ROW | {"seq": None})


def with_a_zero_character(connection: Connection) -> None:
    many.add_many(connection, scopes, [ROW | {"scope": f"{CITIZEN} \0"}, ROW | {"seq": None}])


def without_such_a_number(connection: Connection) -> None:
    number: ColumnElement[int] = cast(literal(CITIZEN), BigInteger)
    rows.add(connection, scopes, ROW | {"scope": connection.execute(select(number)).scalar(), "seq": None})


@pytest.mark.parametrize("wrong", [twice, without_a_place, with_a_zero_character, without_such_a_number])
def test_an_error_of_the_database_quotes_no_row(store: Store, wrong: Callable[[Connection], None]) -> None:
    with pytest.raises(DBAPIError) as caught, store.writing() as connection:
        wrong(connection)
    assert CITIZEN not in "".join(traceback.format_exception(caught.value))

"""A fresh desk's tables are made by the statements that the first migration of this process left behind.

Migrating is tested by itself (`tests/desktop/test_database.py`); hundreds of tests only want a desk, and Alembic took
a third of a second for each (ADR 0062).
"""

from collections.abc import Callable

from sqlalchemy import Connection

from desktop.store import migrating

migrate: Callable[[Connection], None] = migrating._upgrade
"""What the program does."""
_made: dict[str, list[str]] = {}
"""The statements by the revision that they end at."""


def lay_out_once() -> None:
    """Let all desks of this process share; a database that is not fresh is migrated as always."""
    setattr(migrating, "_upgrade", _lay_out)  # noqa: B010 - mypy forbids the plain way


def _lay_out(connection: Connection) -> None:
    fresh = connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is None
    if not fresh or migrating.HEAD not in _made:
        migrate(connection)
        if fresh:
            _made[migrating.HEAD] = statements_of(connection)
        return
    for statement in _made[migrating.HEAD]:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (migrating.HEAD,))


def statements_of(connection: Connection) -> list[str]:
    """All that made the tables, in their order; what a virtual table keeps beside itself comes with it."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").all()
    virtual = tuple(f"{name}_" for name, sql in rows if sql.startswith("CREATE VIRTUAL TABLE"))
    return [sql for name, sql in rows if not name.startswith((*virtual, "sqlite_"))]

"""SQL that one test has compiled is not compiled again for the next, whose database is another copy.

SQLAlchemy keeps what it compiled for each engine apart, and in its keys for each dialect object apart; every test
opens an engine of its own, and half of a test's time went into compiling the same statements anew (ADR 0062).
"""

from typing import Any

from sqlalchemy import Engine, util
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_compiled: Any = util.LRUCache(4000)


def compile_once() -> None:
    """Let all engines of this process share; call it before the first is made."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        setattr(dialect, "__eq__", lambda self, other: type(self) is type(other))  # noqa: B010 - mypy forbids the plain way
        setattr(dialect, "__hash__", lambda self: hash(type(self)))  # noqa: B010 - as above
    shared = property(lambda _engine: _compiled, lambda _engine, _own: None)
    setattr(Engine, "_compiled_cache", shared)  # noqa: B010 - as above

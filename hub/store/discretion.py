"""What a database says of a mistake quotes the row: a citizen's name would stand in every log that tells of it.

SQLAlchemy is told to name no parameters where an engine is made; here the server's own words are cut down to what they
say about our tables.
"""

from __future__ import annotations

from psycopg import Error as PsycopgError
from sqlalchemy import Engine, ExceptionContext, event

_ABOUT_VALUES = ("22", "23")
"""Classes of SQLSTATE (no such value, not allowed by a constraint) of which even the first sentence may quote one."""


def quote_no_rows(engine: Engine) -> None:
    """Have the errors of an engine's PostgreSQL quote nothing; SQLite names only columns by itself."""
    event.listen(engine, "handle_error", _say_less)


def _say_less(context: ExceptionContext) -> None:
    said, told = context.original_exception, context.sqlalchemy_exception
    if isinstance(said, PsycopgError) and said.sqlstate:
        said.args = (_words(said),)
        if told is not None:
            told.args = (f"({type(said).__name__}) {_words(said)}",)


def _words(said: PsycopgError) -> str:
    diag = said.diag
    if not (said.sqlstate or "").startswith(_ABOUT_VALUES):
        return f"{said.sqlstate} {diag.message_primary}"
    places = (diag.table_name, diag.column_name, diag.constraint_name)
    return " ".join([said.sqlstate or "", *(each for each in places if each)])

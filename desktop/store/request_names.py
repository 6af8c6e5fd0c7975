"""Requests by the words of their applicant's name, through an index: what is typed is answered at any size.

The index is kept by the database itself (triggers of revision 0003), so that a name that is erased leaves it too.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, or_, text

from desktop.store.tables import requests

MANY: Final = 1000
"""So many that walking the list meets a page of them soon; fewer are looked up one by one."""


def words_of(typed: str) -> list[str]:
    """What is looked for: letters and digits, without what lies between."""
    return "".join(letter if letter.isalnum() else " " for letter in typed).split()


def fitting(connection: Connection, typed: str, limit: int) -> tuple[str, ...]:
    """Requests in whose applicant's name every word begins a word, the newest on this desk first."""
    query = " ".join(f'"{word}"*' for word in words_of(typed))
    if not query:
        return ()
    found = connection.execute(text(_FITTING), {"query": query, "limit": limit})
    return tuple(row.request for row in found)


_FITTING: Final = (
    "SELECT request FROM requests_fts JOIN request_names ON n = requests_fts.rowid "
    "WHERE requests_fts MATCH :query ORDER BY requests_fts.rowid DESC LIMIT :limit"
)


def narrowed(connection: Connection, typed: str) -> ColumnElement[bool]:
    """The condition of a list narrowed by a name; few rows by their ids, many by looking at each on the way."""
    found = fitting(connection, typed, MANY)
    return requests.c.id.in_(found) if len(found) < MANY else _each_begins(typed)


def _each_begins(typed: str) -> ColumnElement[bool]:
    name = requests.c.subject
    return and_(*(or_(name.ilike(f"{word}%"), name.ilike(f"% {word}%")) for word in words_of(typed)))

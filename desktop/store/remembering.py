"""What this desk remembers for itself and sends to nobody: looks, exchanges that were tried, refusals settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import exchanges, looks, settled

KEPT: Final = 50
"""So many exchanges are remembered."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an officer saw last of a request: its newest step, and when."""

    head: str
    at: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One exchange; `code` is empty where it went well."""

    at: str
    code: str
    sentence: str

    @property
    def good(self) -> bool:
        """Whether it ended without trouble."""
        return not self.code


def note_look(connection: Connection, officer: str, request: str, look: Look) -> None:
    """The officer has the request before the eyes."""
    row = {"officer": officer, "request": request, "head": look.head, "at": look.at}
    statement = insert(looks).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["officer", "request"], set_=row))


def looks_of(connection: Connection, officer: str, requests: Iterable[str]) -> Mapping[str, Look]:
    """What the officer saw last of each of these; nothing for those never seen."""
    found = connection.execute(select(looks).where(looks.c.officer == officer, looks.c.request.in_(list(requests))))
    return {row.request: Look(row.head, row.at) for row in found}


def note_exchange(connection: Connection, tried: Tried) -> None:
    """One more line of the history; the oldest go."""
    highest = int(connection.execute(select(func.coalesce(func.max(exchanges.c.n), 0))).scalar_one())
    row = {"n": highest + 1, "at": tried.at, "code": tried.code, "sentence": tried.sentence}
    connection.execute(insert(exchanges).values(row))
    connection.execute(delete(exchanges).where(exchanges.c.n <= highest + 1 - KEPT))


def last_exchanges(connection: Connection, limit: int = KEPT) -> tuple[Tried, ...]:
    """The history, the newest first."""
    found = connection.execute(select(exchanges).order_by(exchanges.c.n.desc()).limit(limit))
    return tuple(Tried(row.at, row.code, row.sentence) for row in found)


def settle(connection: Connection, action: str, how: str, at: str) -> None:
    """Somebody decided about a refused action: ``again`` or ``drop``."""
    row = {"action": action, "how": how, "at": at}
    connection.execute(insert(settled).values(row).on_conflict_do_nothing())


def is_settled(connection: Connection, action: str) -> bool:
    """Whether somebody has decided about it already."""
    return connection.execute(select(settled.c.action).where(settled.c.action == action)).first() is not None

"""Numbers of letters that this desk may give by itself: blocks that the hub leased to it, and what it used of them.

A number is given once per office, book and year; the primary key of the table says so. A lease is bound to this desk's
incarnation, so that a restored disk image never gives a number twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.store.tables import leases, numbers


@dataclass(frozen=True, slots=True)
class Lease:
    """A block of numbers, both ends included; `id` is that of the hub's action that leased it."""

    id: str
    office: str
    book: str
    year: int
    first: int
    last: int
    incarnation: str
    expires: str


@dataclass(frozen=True, slots=True)
class Used:
    """A number that this desk put on a letter."""

    office: str
    book: str
    year: int
    n: int
    lease: str
    request: str
    action: str


def keep_lease(connection: Connection, lease: Lease) -> None:
    """Remember a lease; hearing of it twice changes nothing."""
    row = {name: getattr(lease, name) for name in lease.__dataclass_fields__}
    connection.execute(upsert(leases).values(row).on_conflict_do_nothing(index_elements=["id"]))


def next_number(
    connection: Connection, place: tuple[str, str, int], incarnation: str, now: str
) -> tuple[Lease, int] | None:
    """The lowest free number of the oldest open lease for (office, book, year), or None when there is none left."""
    asked = _asked(place)
    for row in connection.execute(_OPEN, {**asked, "life": incarnation, "now": now}).all():
        lease = Lease(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for the row as a mapping
        highest = connection.execute(_HIGHEST, {**asked, "first": lease.first, "last": lease.last}).scalar()
        n = lease.first if highest is None else int(highest) + 1
        if n <= lease.last:
            return lease, n
    return None


def left(connection: Connection, place: tuple[str, str, int], incarnation: str, now: str) -> int:
    """How many numbers this desk can still give for (office, book, year)."""
    return int(connection.execute(_LEFT, {**_asked(place), "life": incarnation, "now": now}).scalar_one())


def _asked(place: tuple[str, str, int]) -> dict[str, object]:
    return dict(zip(_PLACE, place, strict=True))


_PLACE: Final = ("office", "book", "year")
_NUMBER: Final = [numbers.c[name] == bindparam(name) for name in _PLACE]
_LEASE: Final = [leases.c[name] == bindparam(name) for name in _PLACE]
_IN_FORCE: Final = (leases.c.incarnation == bindparam("life"), leases.c.expires > bindparam("now"))
_OPEN: Final = select(leases).where(*_LEASE, *_IN_FORCE).order_by(leases.c.first)
_HIGHEST: Final = select(func.max(numbers.c.n)).where(
    *_NUMBER, numbers.c.n >= bindparam("first"), numbers.c.n <= bindparam("last")
)
_OWNED: Final = select(func.coalesce(func.sum(leases.c.last - leases.c.first + 1), 0)).where(*_LEASE, *_IN_FORCE)
_SPENT: Final = (
    select(func.count()).select_from(numbers.join(leases, numbers.c.lease == leases.c.id)).where(*_NUMBER, *_IN_FORCE)
)
_LEFT: Final = select(_OWNED.scalar_subquery() - _SPENT.scalar_subquery())
"""Made once: every exchange asks how many are left of each book."""


def use(connection: Connection, used: Used) -> None:
    """Mark a number as used, in the transaction of the letter that carries it. A second time is a bug and fails."""
    connection.execute(insert(numbers).values({name: getattr(used, name) for name in used.__dataclass_fields__}))

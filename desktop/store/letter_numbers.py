"""Numbers of letters that this desk may give by itself: blocks that the hub leased to it, and what it used of them.

A number is given once per office, book and year; the primary key of the table says so. A lease is bound to this desk's
incarnation, so that a restored disk image never gives a number twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select
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
    office, book, year = place
    rows = connection.execute(
        select(leases)
        .where(leases.c.office == office, leases.c.book == book, leases.c.year == year)
        .where(leases.c.incarnation == incarnation, leases.c.expires > now)
        .order_by(leases.c.first)
    )
    for row in rows.all():
        lease = Lease(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for the row as a mapping
        highest = connection.execute(
            select(func.max(numbers.c.n))
            .where(numbers.c.office == office, numbers.c.book == book, numbers.c.year == year)
            .where(numbers.c.n >= lease.first, numbers.c.n <= lease.last)
        ).scalar()
        n = lease.first if highest is None else int(highest) + 1
        if n <= lease.last:
            return lease, n
    return None


def left(connection: Connection, place: tuple[str, str, int], incarnation: str, now: str) -> int:
    """How many numbers this desk can still give for (office, book, year)."""
    office, book, year = place
    owned = connection.execute(
        select(func.coalesce(func.sum(leases.c.last - leases.c.first + 1), 0))
        .where(leases.c.office == office, leases.c.book == book, leases.c.year == year)
        .where(leases.c.incarnation == incarnation, leases.c.expires > now)
    ).scalar_one()
    spent = connection.execute(
        select(func.count())
        .select_from(numbers.join(leases, numbers.c.lease == leases.c.id))
        .where(numbers.c.office == office, numbers.c.book == book, numbers.c.year == year)
        .where(leases.c.incarnation == incarnation, leases.c.expires > now)
    ).scalar_one()
    return int(owned) - int(spent)


def use(connection: Connection, used: Used) -> None:
    """Mark a number as used, in the transaction of the letter that carries it. A second time is a bug and fails."""
    connection.execute(insert(numbers).values({name: getattr(used, name) for name in used.__dataclass_fields__}))

"""Numbers of letters at the hub: the rules of `domain.books`, kept under the lock of each book's row.

A village's desk numbers offline from blocks leased to one life of its disk. A clash is a verdict and never a silent new
number: the letter is on paper already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, select

from domain import books
from domain.actions import Action, ActionKind, NumberRef
from domain.books import BookKey, Drawn, Holder, Lease, Number, NumberRefusedError, NumberState
from domain.indonesian import local_day
from domain.offices import Office
from domain.scopes import shard_of_office
from domain.verdicts import ACCEPTED, BY_SUPERVISOR, Code, Verdict, invalid
from hub.store.growing import leases, number_books, numbers
from hub.store.locking import insert_if_absent, lock_or_make
from hub.store.many import among
from sync.encoding import instant_text, read_instant

if TYPE_CHECKING:
    from hub.service.bench import Bench, Sender
    from hub.service.docket import Key
    from hub.service.vetting import Vetted

_TAKES: Final = frozenset({ActionKind.ISSUE, ActionKind.NUMBER_USED})
_BOOKS: Final = (
    select(numbers.c.office, numbers.c.book, numbers.c.year)
    .where(among(numbers.c.shard, "shards"), among(numbers.c.request, "requests"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written about one number, and for which request it stands."""

    number: Number
    request: str | None = None
    step: str | None = None


def book_columns(key: BookKey) -> dict[str, Any]:
    """The columns that name a book; its shard is its office's."""
    return {"shard": shard_of_office(key.office), "office": key.office, "book": key.book, "year": key.year}


def books_of(found: Vetted) -> list[BookKey]:
    """The book whose number an action takes or gives back."""
    action = found.action
    number = action.number() if action and action.kind in _TAKES else None
    return [BookKey(found.office, number.book, number.year)] if number and found.office else []


def books_of_requests(connection: Connection, keys: Iterable[Key], regency: str) -> list[BookKey]:
    """The books whose numbers these requests hold."""
    wanted = list(keys)
    if not wanted:
        return []
    asked = {"shards": sorted({regency, *(shard for shard, _ in wanted)}), "requests": [each for _, each in wanted]}
    return [BookKey(*row) for row in connection.execute(_BOOKS, asked)]


def lock_books(connection: Connection, wanted: Iterable[BookKey], offices: Mapping[str, Office]) -> None:
    """Lock the rows of the books, in the one order."""
    for key in sorted(set(wanted)):
        lock_book(connection, key, offices.get(key.office))


def lock_book(connection: Connection, key: BookKey, office: Office | None) -> books.Book:
    """One book under its lock; a book that was never opened begins where its paper ended."""
    first = office.books.first_number(key.book, key.year) if office else 1
    row = lock_or_make(connection, number_books, book_columns(key), {"next_number": first})
    return books.Book(key, int(row.next_number))


def put_book(connection: Connection, book: books.Book) -> None:
    """Keep a book that moved forward."""
    where = tuple(number_books.c[name] == value for name, value in book_columns(book.key).items())
    connection.execute(number_books.update().where(*where).values(next_number=book.next))


def put_number(connection: Connection, entry: Entry, now: datetime) -> None:
    """Keep what became of a number that left its book."""
    number = entry.number
    key = {**book_columns(number.key), "n": number.n}
    values = {
        "state": number.state.value,
        "holder": number.holder,
        "reason": number.reason,
        "request": entry.request,
        "step": entry.step,
        "since": instant_text(now),
    }
    if not insert_if_absent(connection, numbers, {**key, **values}):
        where = tuple(numbers.c[name] == value for name, value in key.items())
        connection.execute(numbers.update().where(*where).values(values))


def numbers_of_request(connection: Connection, key: Key, regency: str) -> list[Entry]:
    """Every number that was ever given to a request."""
    where = (numbers.c.shard.in_({key[0], regency}), numbers.c.request == key[1])
    rows = connection.execute(select(numbers).where(*where).order_by(numbers.c.book, numbers.c.n))
    return [Entry(_number(row), row.request, row.step) for row in rows]


def judge_office_action(sitting: Bench, found: Vetted, sender: Sender) -> Verdict:
    """The verdict on `number_used` and `number_returned`: the lease must be this desk's own."""
    action = found.action
    assert action is not None  # noqa: S101 - checked by the sitting
    if action.kind is ActionKind.NUMBER_USED:
        dated = local_day(action.at, sitting.catalogue.calendar_of(found.office).utc_offset)
        problem = number_problem(sitting, found, sender, dated)
        return invalid(problem) if problem else ACCEPTED
    return _judge_returned(sitting, found, action)


def number_problem(sitting: Bench, found: Vetted, sender: Sender, dated: date) -> str | None:
    """Why an offline number does not stand: not from this desk's lease at that time, or taken already."""
    action = found.action
    held = None if action is None else _lease(sitting.connection, found.office, action.text("lease"))
    number = action.number() if action else None
    if action is None or held is None or number is None or held.key != BookKey(found.office, number.book, number.year):
        return "number_not_leased"
    drawn = Drawn(number.n, _holder(action), _life(held, found, sender), _moment(found, sitting.now), dated)
    try:
        books.use_leased(held, drawn, known_number(sitting.connection, found.office, number))
    except NumberRefusedError as refused:
        return refused.reason
    return None


def known_number(connection: Connection, office: str, number: NumberRef) -> Number | None:
    """What the book records for a number."""
    key = {**book_columns(BookKey(office, number.book, number.year)), "n": number.n}
    row = connection.execute(select(numbers).where(*(numbers.c[name] == value for name, value in key.items()))).first()
    return None if row is None else _number(row)


def settle_number(sitting: Bench, found: Vetted, verdict: Verdict) -> None:
    """Write what became of an offline number: used when accepted, void when refused; a printed number is never free."""
    action = found.action
    number = action.number() if action and action.kind in _TAKES else None
    if action is None or number is None or not found.office or verdict.code is Code.PARKED:
        return
    if verdict.reason in {"number_taken", "number_not_leased"} or found.verdict.refused:
        return
    used = verdict in {ACCEPTED, invalid("letter_is_false"), invalid(BY_SUPERVISOR)}
    state = NumberState.USED if used else NumberState.VOID
    if used or _lease(sitting.connection, found.office, action.text("lease")) is not None:
        written = Number(
            BookKey(found.office, number.book, number.year), number.n, state, _holder(action), verdict.reason
        )
        put_number(sitting.connection, Entry(written, action.request, action.step), sitting.now)


def _holder(action: Action) -> str:
    return action.text("letter") or action.id


def _judge_returned(sitting: Bench, found: Vetted, action: Action) -> Verdict:
    held = _lease(sitting.connection, found.office, action.text("lease"))
    if held is None or held.holder.device != found.device or action.whole("last") != held.last:
        return invalid("number_not_leased")
    lock_book(sitting.connection, held.key, sitting.catalogue.offices.get(held.key.office))
    try:
        ended, voided = books.give_back(held, action.whole("first"), _used(sitting.connection, held))
    except NumberRefusedError as refused:
        return invalid(refused.reason)
    where = (leases.c.shard == shard_of_office(held.key.office), leases.c.lease == held.id)
    sitting.connection.execute(leases.update().where(*where).values(returned_from=ended.returned_from))
    for number in voided:
        put_number(sitting.connection, Entry(number), sitting.now)
    return ACCEPTED


def _used(connection: Connection, held: Lease) -> frozenset[int]:
    where = [numbers.c[name] == value for name, value in book_columns(held.key).items()]
    where += [numbers.c.n >= held.first, numbers.c.n <= held.last, numbers.c.holder != held.id]
    return frozenset(connection.execute(select(numbers.c.n).where(*where)).scalars())


def _lease(connection: Connection, office: str, lease: str) -> Lease | None:
    where = (leases.c.shard == shard_of_office(office), leases.c.lease == lease)
    row = connection.execute(select(leases).where(*where)).first()
    return None if row is None else _lease_of(row)


def _lease_of(row: Row[Any]) -> Lease:
    key, holder = BookKey(row.office, row.book, row.year), Holder(row.device, row.incarnation)
    expires = read_instant(row.expires)
    return Lease(row.lease, key, holder, row.first, row.last, expires, row.first, row.returned_from)


def _number(row: Row[Any]) -> Number:
    return Number(BookKey(row.office, row.book, row.year), row.n, NumberState(row.state), row.holder, row.reason)


def _life(held: Lease, found: Vetted, sender: Sender) -> Holder:
    """In which life of its disk the desk drew the number.

    After a copied disk it sends what it issued in its former life again; what it issues later needs a new lease.
    """
    action = found.action
    earlier = action is not None and sender.started_at and action.at <= read_instant(sender.started_at)
    return Holder(found.device, held.holder.incarnation if earlier else sender.incarnation)


def _moment(found: Vetted, now: datetime) -> datetime:
    """The time of issue as far as it can be believed: the desk's clock, kept between the two times of the hub."""
    interval = found.interval(now)
    said = found.action.at if found.action else now
    return min(max(said, interval.start), interval.end)

"""Blocks of numbers for desks that issue without a network: actions too, bound to one life of one desk."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, select

from domain import books
from domain.actions import ActionKind, Json
from domain.books import BookKey, Holder
from domain.numbering import book_year
from domain.offices import Office
from domain.routes import StepAct
from domain.scopes import shard_of_office
from hub.errors import Refused
from hub.service.bench import Bench, Sender
from hub.service.numbering import book_columns, lock_book, put_book
from hub.service.own_actions import say_without_request
from hub.store.growing import leases, numbers
from sync.encoding import instant_text


def offline_books(sitting: Bench, office: Office) -> list[str]:
    """The books from which this office numbers letters that it issues itself."""
    catalogue = sitting.catalogue
    found = set()
    for ref, pack in catalogue.packs.items():
        acts = {step.act for step in catalogue.route(ref).steps}
        if StepAct.ISSUE in acts and pack.is_valid_on(sitting.now.date()) and office.kind in pack.file.offices:
            found.add(office.books.book_of(pack.id))
    return sorted(found)


def first_leases(sitting: Bench, sender: Sender) -> None:
    """A first block of each such book, when a life of a desk is first heard of."""
    office = sitting.catalogue.offices.get(sender.office)
    if office is None or sitting.awaits(office.id):
        return
    year = book_year(sitting.now, office.utc_offset)
    for book in offline_books(sitting, office):
        lease(sitting, sender, office, BookKey(office.id, book, year), office.books.lease_size)


def lease(sitting: Bench, sender: Sender, office: Office, key: BookKey, count: int) -> None:
    """Give the desk the next `count` numbers and say so in its office's scope."""
    expires = sitting.now + timedelta(days=office.books.lease_days)
    opened = lock_book(sitting.connection, key, office)
    holder = Holder(sender.device, sender.incarnation)
    moved, given = books.lease(opened, sitting.ground.world.new_id(), holder, count, expires)
    put_book(sitting.connection, moved)
    body: dict[str, Json] = {
        "office": key.office,
        "book": key.book,
        "year": key.year,
        "first": given.first,
        "last": given.last,
        "device": sender.device,
        "incarnation": sender.incarnation,
        "expires": instant_text(expires),
        "caused_by": sender.device,
    }
    ruling = say_without_request(sitting, shard_of_office(office.id), ActionKind.NUMBER_LEASED, body)
    row = {**book_columns(key), "first": given.first, "last": given.last, "lease": ruling.action.id}
    held = {"device": sender.device, "incarnation": sender.incarnation, "expires": instant_text(expires)}
    granted = {"granted_at": instant_text(sitting.now), "returned_from": None}
    sitting.connection.execute(leases.insert().values(**row, **held, **granted))


def lease_more(sitting: Bench, sender: Sender, wanted: tuple[str, str, int, int]) -> None:
    """Another block on request: (office, book, year, count).

    Raises:
        Refused: another office, no book of it, a year that is not open, or more than the desk can need.
    """
    office_id, book, year, count = wanted
    office = sitting.catalogue.offices.get(office_id)
    if office is None or office_id != sender.office or book not in offline_books(sitting, office):
        raise Refused(403, "not_allowed", "Buku nomor ini bukan milik kantor Anda. Hubungi pengelola hub.")
    if sitting.awaits(office_id):
        raise Refused(409, "recovering", "Hub baru dipulihkan dan menunggu komputer lain kantor ini. Coba nanti.")
    open_year = book_year(sitting.now, office.utc_offset)
    if year not in {open_year, open_year + 1} or not 1 <= count <= office.books.lease_size:
        raise Refused(422, "bad_lease", "Jumlah atau tahun jatah nomor tidak dapat diberikan. Periksa lagi.")
    key = BookKey(office_id, book, year)
    lock_book(sitting.connection, key, office)
    if numbers_left(sitting.connection, sender, key) > 2 * office.books.lease_size:
        raise Refused(409, "enough_numbers", "Jatah nomor komputer ini masih cukup. Pakai dahulu nomor yang ada.")
    lease(sitting, sender, office, key, count)


def numbers_left(connection: Connection, sender: Sender, key: BookKey) -> int:
    """How many numbers of a book lie unused in this life of the desk."""
    where = [leases.c[name] == value for name, value in book_columns(key).items()]
    where += [leases.c.device == sender.device, leases.c.incarnation == sender.incarnation]
    held = connection.execute(select(leases).where(*where, leases.c.returned_from.is_(None))).all()
    taken = [numbers.c[name] == value for name, value in book_columns(key).items()]
    gone = set(connection.execute(select(numbers.c.n).where(*taken)).scalars())
    return sum(1 for row in held for n in range(row.first, row.last + 1) if n not in gone)

"""Number books: a letter's number is a legal fact, given in one place per office, book and year, and never given twice.

The hub holds each book and moves it only forward. It *reserves* a number when it freezes a letter, *leases* a block to
a desk that issues letters without a network, and *skips* what was written on paper. A number ends *used* or *void* with
a reason; neither ever opens again. A lease that ran out is not taken back by itself: its desk may still bring a letter
that it issued in time.

All functions give new values; a caller keeps them under the lock of the book's row.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class NumberRefusedError(ValueError):
    """A number cannot be given or used so; ``reason`` is for programs, the message a sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason


_SENTENCES = {
    "bad_span": "Jumlah nomor harus paling sedikit satu dan tidak boleh mundur.",
    "lease_expired": "Jatah nomor komputer ini sudah lewat masanya. Sambungkan ke hub untuk mendapat jatah baru.",
    "lease_other_year": "Jatah nomor ini untuk buku tahun lain. Sambungkan ke hub untuk mendapat jatah tahun ini.",
    "lease_returned": "Jatah nomor ini sudah dikembalikan. Sambungkan ke hub untuk mendapat jatah baru.",
    "lease_used_up": "Jatah nomor komputer ini sudah habis. Sambungkan ke hub untuk mendapat jatah baru.",
    "number_not_leased": "Nomor surat ini tidak berasal dari jatah nomor komputer ini.",
    "number_not_reserved": "Nomor ini belum disiapkan untuk surat ini, atau sudah dibatalkan.",
    "number_taken": "Nomor surat ini sudah dipakai. Nomor tidak diganti diam-diam; hubungi pengelola hub.",
    "reason_missing": "Nomor hanya dapat dibatalkan dengan alasan. Tulis alasannya.",
}


class NumberState(StrEnum):
    """What became of one number; one that lies unused in a lease has no record yet."""

    RESERVED = "reserved"
    USED = "used"
    VOID = "void"


@dataclass(frozen=True, slots=True, order=True)
class BookKey:
    """One book of one office in one year of the office's own clock."""

    office: str
    book: str
    year: int


@dataclass(frozen=True, slots=True)
class Number:
    """One number on record: ``holder`` is the letter (or the lease, if void in it), ``reason`` why it is void."""

    key: BookKey
    n: int
    state: NumberState
    holder: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers ``first`` to ``last`` that were never this program's to give: written on paper, with the reason."""

    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class Book:
    """The place where numbers are given: all below ``next`` are gone, whatever became of them."""

    key: BookKey
    next: int = 1
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """A desk in one of its lives: a restored or cloned disk is another incarnation and owns none of its leases."""

    device: str
    incarnation: str


@dataclass(frozen=True, slots=True)
class Lease:
    """A block of numbers for one desk.

    Attributes:
        next: the first number that the desk has not drawn; the hub's copy stays at ``first``.
        expires: first instant at which nothing may be drawn any more.
        returned_from: first number given back, or None; nothing from there on is legal.
    """

    id: str
    key: BookKey
    holder: Holder
    first: int
    last: int
    expires: datetime
    next: int
    returned_from: int | None = None

    @property
    def left(self) -> int:
        """How many numbers the desk may still draw."""
        return 0 if self.returned_from is not None else self.last - self.next + 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number as a desk claims to have given it: to which letter, in which life, when, under which date."""

    n: int
    letter: str
    holder: Holder
    at: datetime
    dated: date


def open_book(key: BookKey, first: int = 1, reason: str = "buku kertas") -> Book:
    """A new book; with a first number above 1 the earlier ones of the year are on paper."""
    return skip(Book(key), first, reason)


def skip(book: Book, to: int, reason: str) -> Book:
    """Go on at ``to``, because the numbers before it were written on paper; going back is refused."""
    if to < book.next:
        raise NumberRefusedError("bad_span")
    if not reason.strip():
        raise NumberRefusedError("reason_missing")
    if to == book.next:
        return book
    return replace(book, next=to, spans=(*book.spans, Span(book.next, to - 1, reason)))


def reserve(book: Book, letter: str) -> tuple[Book, Number]:
    """The next number, for a letter that is being frozen; one that is frozen again keeps its number."""
    return replace(book, next=book.next + 1), Number(book.key, book.next, NumberState.RESERVED, letter)


def use(number: Number, letter: str) -> Number:
    """The number stands on a signed letter; the same again is no fault."""
    if number.holder != letter or number.state is NumberState.VOID:
        raise NumberRefusedError("number_not_reserved")
    return replace(number, state=NumberState.USED)


def void(number: Number, reason: str) -> Number:
    """A reserved number that no letter will bear; a used one stays used even when its letter is revoked."""
    if not reason.strip():
        raise NumberRefusedError("reason_missing")
    if number.state is NumberState.USED:
        raise NumberRefusedError("number_taken")
    return number if number.state is NumberState.VOID else replace(number, state=NumberState.VOID, reason=reason)


def end_letter(number: Number, reason: str) -> Number:
    """The letter that bears the number counts no more: the number stays used, with the reason beside it."""
    if not reason.strip():
        raise NumberRefusedError("reason_missing")
    if number.state is not NumberState.USED:
        raise NumberRefusedError("number_not_reserved")
    return replace(number, reason=reason)


def lease(book: Book, lease_id: str, holder: Holder, size: int, expires: datetime) -> tuple[Book, Lease]:
    """A block of ``size`` numbers for one desk, drawn from until before ``expires``."""
    if size < 1:
        raise NumberRefusedError("bad_span")
    last = book.next + size - 1
    given = Lease(lease_id, book.key, holder, book.next, last, expires, next=book.next)
    return replace(book, next=last + 1), given


def draw(held: Lease, now: datetime, dated: date) -> tuple[Lease, int]:
    """The desk's next number for a letter of this date (the office's own), without a network."""
    if held.returned_from is not None:
        raise NumberRefusedError("lease_returned")
    if now >= held.expires:
        raise NumberRefusedError("lease_expired")
    if dated.year != held.key.year:
        raise NumberRefusedError("lease_other_year")
    if held.left < 1:
        raise NumberRefusedError("lease_used_up")
    return replace(held, next=held.next + 1), held.next


def use_leased(held: Lease, drawn: Drawn, known: Number | None) -> Number:
    """The hub's judgement of a number that a desk gave: used, or refused; the lease is judged as of the time of issue.

    ``known`` is what the book already records for this number. The same letter again is no fault.
    """
    _check_leased(held, drawn)
    if known is None:
        return Number(held.key, drawn.n, NumberState.USED, drawn.letter)
    if known.state is not NumberState.USED or known.holder != drawn.letter:
        raise NumberRefusedError("number_taken")
    return known


def void_leased(held: Lease, drawn: Drawn, known: Number | None, reason: str) -> Number:
    """A drawn number that no letter bears (spoiled sheet, broken printer), with the desk's reason."""
    _check_leased(held, drawn)
    return void(known or Number(held.key, drawn.n, NumberState.RESERVED, drawn.letter), reason)


def _check_leased(held: Lease, drawn: Drawn) -> None:
    own = drawn.holder == held.holder and held.first <= drawn.n <= held.last
    kept = held.returned_from is None or drawn.n < held.returned_from
    if not own or not kept or drawn.at >= held.expires or drawn.dated.year != held.key.year:
        raise NumberRefusedError("number_not_leased")


def give_back(held: Lease, first: int, used: frozenset[int] = frozenset()) -> tuple[Lease, tuple[Number, ...]]:
    """End a lease: from ``first`` on nothing was given; those numbers become void, never free.

    ``used`` are the numbers of the lease on record; a desk that gives back what it used is refused. The same again is
    no fault.
    """
    if not held.first <= first <= held.last + 1 or held.returned_from not in (None, first):
        raise NumberRefusedError("number_not_leased")
    if any(n >= first for n in used):
        raise NumberRefusedError("number_taken")
    rest = range(first, held.last + 1)
    voided = tuple(Number(held.key, n, NumberState.VOID, held.id, "jatah dikembalikan") for n in rest)
    return replace(held, returned_from=first), voided

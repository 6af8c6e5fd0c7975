"""The account of a book: every number that no letter bears, with its reason, as an inspector asks for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.books import Book, Lease, Number, NumberState


class GapKind(StrEnum):
    """Why a number is missing from the letters; an unexplained one is an alarm."""

    PAPER = "paper"
    VOID = "void"
    LEASED = "leased"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers ``first`` to ``last`` missing for one reason; for a lease the reason is its id."""

    first: int
    last: int
    kind: GapKind
    reason: str


def gaps(book: Book, numbers: Iterable[Number], leases: Iterable[Lease]) -> tuple[Gap, ...]:
    """All gaps of a book in order, neighbours of one reason joined; reserved and used numbers are none."""
    merged: list[Gap] = []
    for gap in _single_gaps(book, numbers, leases):
        before = merged[-1] if merged else None
        if before and (before.last + 1, before.kind, before.reason) == (gap.first, gap.kind, gap.reason):
            merged[-1] = replace(before, last=gap.last)
        else:
            merged.append(gap)
    return tuple(merged)


def _single_gaps(book: Book, numbers: Iterable[Number], leases: Iterable[Lease]) -> Iterator[Gap]:
    on_record = {number.n: number for number in numbers}
    leased = {n: held.id for held in leases for n in range(held.first, held.last + 1)}
    paper = {n: span.reason for span in book.spans for n in range(span.first, span.last + 1)}
    for n in range(1, book.next):
        number = on_record.get(n)
        if number is not None:
            if number.state is NumberState.VOID:
                yield Gap(n, n, GapKind.VOID, number.reason)
        elif n in paper:
            yield Gap(n, n, GapKind.PAPER, paper[n])
        elif n in leased:
            yield Gap(n, n, GapKind.LEASED, leased[n])
        else:
            yield Gap(n, n, GapKind.UNEXPLAINED, "")

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.book_gaps import Gap, GapKind, gaps
from domain.books import (
    Book,
    BookKey,
    Drawn,
    Holder,
    Lease,
    Number,
    NumberRefusedError,
    NumberState,
    Span,
    draw,
    end_letter,
    give_back,
    lease,
    open_book,
    reserve,
    skip,
    use,
    use_leased,
    void,
    void_leased,
)

KEY = BookKey("64.02.08.2001", "usaha", 2026)
DESK = Holder("d1", "i1")
NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
TODAY = date(2026, 11, 21)
EXPIRES = NOW + timedelta(days=60)


def block(size: int = 3) -> tuple[Book, Lease]:
    return lease(open_book(KEY), "l1", DESK, size, EXPIRES)


def drawn(n: int, letter: str = "s1", holder: Holder = DESK) -> Drawn:
    return Drawn(n, letter, holder, NOW, TODAY)


def test_numbers_are_reserved_in_order_and_used_by_their_letter() -> None:
    book, first = reserve(open_book(KEY), "s1")
    book, second = reserve(book, "s2")

    assert (first.n, second.n, book.next) == (1, 2, 3)
    used = use(first, "s1")
    assert used.state is NumberState.USED
    assert use(used, "s1") == used


def test_a_number_serves_no_other_letter_and_never_opens_again() -> None:
    _, number = reserve(open_book(KEY), "s1")

    with pytest.raises(NumberRefusedError, match="belum disiapkan") as caught:
        use(number, "s2")
    assert caught.value.reason == "number_not_reserved"
    with pytest.raises(NumberRefusedError, match="dibatalkan"):
        use(void(number, "batal"), "s1")
    with pytest.raises(NumberRefusedError, match="sudah dipakai"):
        void(use(number, "s1"), "batal")


def test_a_void_number_keeps_its_first_reason() -> None:
    _, number = reserve(open_book(KEY), "s1")
    voided = void(number, "salah orang")

    assert (voided.state, voided.reason) == (NumberState.VOID, "salah orang")
    assert void(voided, "lain") == voided
    with pytest.raises(NumberRefusedError, match="alasan"):
        void(number, " ")


def test_the_number_of_a_revoked_letter_stays_used_with_the_reason_beside_it() -> None:
    _, number = reserve(open_book(KEY), "s1")
    used = use(number, "s1")

    assert end_letter(used, "revoke") == replace(used, reason="revoke")
    with pytest.raises(NumberRefusedError, match="alasan"):
        end_letter(used, " ")
    with pytest.raises(NumberRefusedError, match="belum disiapkan"):
        end_letter(number, "revoke")


def test_a_book_begins_after_paper_and_goes_on_after_it() -> None:
    book = open_book(KEY, 38)
    book, number = reserve(book, "s1")
    book = skip(book, 51, "listrik padam")

    assert number.n == 38
    assert book.spans == (Span(1, 37, "buku kertas"), Span(39, 50, "listrik padam"))
    assert skip(book, 51, "lagi") == book
    with pytest.raises(NumberRefusedError, match="mundur"):
        skip(book, 50, "mundur")
    with pytest.raises(NumberRefusedError, match="alasan"):
        skip(book, 60, "")


def test_a_desk_draws_its_block_in_order_until_it_is_used_up() -> None:
    book, held = block(2)
    held, first = draw(held, NOW, TODAY)
    held, second = draw(held, NOW, TODAY)

    assert (first, second, held.left, book.next) == (1, 2, 0, 3)
    with pytest.raises(NumberRefusedError, match="habis"):
        draw(held, NOW, TODAY)


def test_nothing_is_drawn_after_the_term_in_another_year_or_once_returned() -> None:
    _, held = block()

    with pytest.raises(NumberRefusedError, match="lewat masanya"):
        draw(held, EXPIRES, TODAY)
    with pytest.raises(NumberRefusedError, match="tahun lain"):
        draw(held, NOW, date(2027, 1, 1))
    returned, _ = give_back(held, 1)
    assert returned.left == 0
    with pytest.raises(NumberRefusedError, match="dikembalikan"):
        draw(returned, NOW, TODAY)


def test_an_empty_block_is_refused() -> None:
    with pytest.raises(NumberRefusedError, match="paling sedikit satu"):
        block(0)


def test_a_leased_number_is_used_by_the_letter_that_brings_it() -> None:
    _, held = block()
    used = use_leased(held, drawn(2), None)

    assert used == Number(KEY, 2, NumberState.USED, "s1")
    assert use_leased(held, drawn(2), used) == used
    with pytest.raises(NumberRefusedError, match="sudah dipakai"):
        use_leased(held, drawn(2, "s2"), used)


@pytest.mark.parametrize(
    "claim",
    [
        drawn(4),
        drawn(0),
        drawn(1, holder=Holder("d2", "i1")),
        drawn(1, holder=Holder("d1", "i2")),
        replace(drawn(1), at=EXPIRES),
        replace(drawn(1), dated=date(2025, 12, 31)),
    ],
)
def test_a_number_from_outside_the_lease_is_refused(claim: Drawn) -> None:
    _, held = block()

    with pytest.raises(NumberRefusedError, match="tidak berasal") as caught:
        use_leased(held, claim, None)
    assert caught.value.reason == "number_not_leased"


def test_a_spoiled_number_is_void_with_the_desk_s_reason() -> None:
    _, held = block()
    spoiled = void_leased(held, drawn(2), None, "kertas rusak")

    assert (spoiled.n, spoiled.state, spoiled.reason) == (2, NumberState.VOID, "kertas rusak")
    assert void_leased(held, drawn(2), spoiled, "lagi") == spoiled
    with pytest.raises(NumberRefusedError, match="sudah dipakai"):
        use_leased(held, drawn(2), spoiled)
    with pytest.raises(NumberRefusedError, match="tidak berasal"):
        void_leased(held, drawn(9), None, "x")


def test_the_rest_of_a_lease_becomes_void_and_is_never_legal_again() -> None:
    _, held = block(3)
    returned, voided = give_back(held, 2, frozenset({1}))

    assert [(number.n, number.state, number.holder) for number in voided] == [
        (2, NumberState.VOID, "l1"),
        (3, NumberState.VOID, "l1"),
    ]
    assert use_leased(returned, drawn(1), None).state is NumberState.USED
    with pytest.raises(NumberRefusedError, match="tidak berasal"):
        use_leased(returned, drawn(2), None)
    assert give_back(returned, 2) == (returned, voided)


def test_a_used_up_lease_can_be_ended_too() -> None:
    _, held = block(1)

    assert give_back(held, 2, frozenset({1}))[1] == ()


@pytest.mark.parametrize("first", [0, 5])
def test_what_was_not_leased_cannot_be_given_back(first: int) -> None:
    with pytest.raises(NumberRefusedError, match="tidak berasal"):
        give_back(block(3)[1], first)


def test_a_desk_cannot_give_back_what_it_used_or_twice_differently() -> None:
    _, held = block(3)

    with pytest.raises(NumberRefusedError, match="sudah dipakai"):
        give_back(held, 2, frozenset({1, 3}))
    with pytest.raises(NumberRefusedError, match="tidak berasal"):
        give_back(give_back(held, 2)[0], 3)


def test_every_missing_number_has_its_reason() -> None:
    book = open_book(KEY, 3)
    book, first = reserve(book, "s1")
    book, second = reserve(book, "s2")
    book, third = reserve(book, "s3")
    book, held = lease(book, "l1", DESK, 3, EXPIRES)
    book, _lost = reserve(book, "s4")
    record = [use(first, "s1"), void(second, "batal"), third, use_leased(held, drawn(7), None)]

    assert gaps(book, record, [held]) == (
        Gap(1, 2, GapKind.PAPER, "buku kertas"),
        Gap(4, 4, GapKind.VOID, "batal"),
        Gap(6, 6, GapKind.LEASED, "l1"),
        Gap(8, 8, GapKind.LEASED, "l1"),
        Gap(9, 9, GapKind.UNEXPLAINED, ""),
    )
    assert gaps(open_book(KEY), [], []) == ()

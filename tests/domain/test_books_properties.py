"""Any mix of steps at a hub and on two desks: no number is ever given twice, and every number is accounted for."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.book_gaps import GapKind, gaps
from domain.books import (
    BookKey,
    Drawn,
    Holder,
    Lease,
    Number,
    NumberRefusedError,
    NumberState,
    draw,
    give_back,
    lease,
    open_book,
    reserve,
    skip,
    use,
    use_leased,
    void,
)

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
TODAY = date(2026, 11, 21)
DESKS = (Holder("d1", "i1"), Holder("d2", "i1"))


class BookOfAnOffice(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.book = open_book(BookKey("64.02.08.2001", "usaha", 2026), 5)
        self.numbers: dict[int, Number] = {}
        self.leases: dict[str, Lease] = {}
        self.letters: dict[int, str] = {}
        self.on_their_way: list[tuple[str, Drawn]] = []
        self.ended: dict[int, Number] = {}
        self.made = 0

    def a_new_id(self) -> str:
        self.made += 1
        return f"x{self.made}"

    def give(self, n: int) -> str:
        assert n not in self.letters, "the number was given before"
        self.letters[n] = self.a_new_id()
        return self.letters[n]

    def record(self, number: Number) -> None:
        self.numbers[number.n] = number

    @rule()
    def the_hub_reserves(self) -> None:
        letter = self.give(self.book.next)
        self.book, number = reserve(self.book, letter)
        self.record(number)

    @rule(by=st.integers(0, 4))
    def paper_was_written(self, by: int) -> None:
        self.book = skip(self.book, self.book.next + by, "kertas")

    @rule(size=st.integers(1, 4), desk=st.sampled_from(DESKS))
    def the_hub_leases(self, size: int, desk: Holder) -> None:
        lease_id = self.a_new_id()
        self.book, self.leases[lease_id] = lease(self.book, lease_id, desk, size, NOW.replace(year=2027))

    @precondition(lambda self: self.leases)
    @rule(choice=st.data())
    def a_desk_draws(self, choice: st.DataObject) -> None:
        lease_id = choice.draw(st.sampled_from(sorted(self.leases)))
        try:
            held, n = draw(self.leases[lease_id], NOW, TODAY)
        except NumberRefusedError:
            assert self.leases[lease_id].left == 0
            return
        self.leases[lease_id] = held
        self.on_their_way.append((lease_id, Drawn(n, self.give(n), held.holder, NOW, TODAY)))

    @precondition(lambda self: self.on_their_way)
    @rule(choice=st.data(), again=st.booleans())
    def a_letter_arrives(self, choice: st.DataObject, again: bool) -> None:
        lease_id, drawn = choice.draw(st.sampled_from(self.on_their_way))
        self.record(use_leased(self.leases[lease_id], drawn, self.numbers.get(drawn.n)))
        if not again:
            self.on_their_way.remove((lease_id, drawn))

    @precondition(lambda self: self.leases)
    @rule(choice=st.data())
    def a_desk_gives_back(self, choice: st.DataObject) -> None:
        lease_id = choice.draw(st.sampled_from(sorted(self.leases)))
        held = self.leases[lease_id]
        self.leases[lease_id], voided = give_back(held, held.returned_from or held.next)
        for number in voided:
            self.record(number)

    @precondition(lambda self: self.numbers)
    @rule(choice=st.data(), signs=st.booleans())
    def a_letter_ends(self, choice: st.DataObject, signs: bool) -> None:
        number = self.numbers[choice.draw(st.sampled_from(sorted(self.numbers)))]
        try:
            self.record(use(number, number.holder) if signs else void(number, "batal"))
        except NumberRefusedError:
            assert number.state is not NumberState.RESERVED

    @precondition(lambda self: self.on_their_way)
    @rule(choice=st.data())
    def a_clone_brings_the_same_number(self, choice: st.DataObject) -> None:
        lease_id, drawn = choice.draw(st.sampled_from(self.on_their_way))
        clone = replace(drawn, holder=Holder(drawn.holder.device, "i2"), letter="clone")
        try:
            use_leased(self.leases[lease_id], clone, self.numbers.get(drawn.n))
        except NumberRefusedError as refused:
            assert refused.reason == "number_not_leased"  # noqa: PT017 - a state machine has no pytest.raises to wait in
            return
        raise AssertionError("a clone used a number of another life")

    @invariant()
    def what_ended_stays_ended(self) -> None:
        for n, number in self.ended.items():
            assert self.numbers[n] == number
        self.ended = {n: each for n, each in self.numbers.items() if each.state is not NumberState.RESERVED}

    @invariant()
    def every_number_is_accounted_for_once(self) -> None:
        missing = gaps(self.book, self.numbers.values(), self.leases.values())
        absent = [n for gap in missing for n in range(gap.first, gap.last + 1)]
        present = [n for n, number in self.numbers.items() if number.state is not NumberState.VOID]

        assert sorted(absent + present) == list(range(1, self.book.next))
        assert not [gap for gap in missing if gap.kind is GapKind.UNEXPLAINED]


TestBookOfAnOffice = BookOfAnOffice.TestCase
TestBookOfAnOffice.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

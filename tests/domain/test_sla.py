from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sla import Remaining, Stretch, due_at, minutes_used, remaining
from domain.workdays import WorkCalendar
from tests.domain.strategies import instants
from tests.domain.test_workdays import WITA, calendars, wita


@pytest.mark.parametrize(
    ("now", "due", "said"),
    [
        (wita(23, 9), wita(26, 9), Remaining(840, "2 hari lagi", late=False)),
        (wita(23, 9), wita(24, 9), Remaining(420, "1 hari lagi", late=False)),
        (wita(23, 9), wita(23, 15), Remaining(300, "sisa 5 jam", late=False)),
        (wita(23, 9), wita(23, 9, 59), Remaining(59, "sisa 59 menit", late=False)),
        (wita(23, 9), wita(23, 9), Remaining(0, "waktunya habis", late=False)),
        (wita(23, 9, 5), wita(23, 9), Remaining(-5, "lewat 5 menit", late=True)),
        (wita(23, 11), wita(23, 9), Remaining(-120, "lewat 2 jam", late=True)),
        (wita(24, 9), wita(23, 9), Remaining(-420, "lewat 1 hari", late=True)),
        (wita(23, 20), wita(23, 16), Remaining(0, "waktunya habis", late=True)),
    ],
)
def test_what_remains_is_said_in_words(now: datetime, due: datetime, said: Remaining) -> None:
    assert remaining(WITA, due, now) == said


def test_the_clock_stands_while_the_request_lies_with_the_citizen() -> None:
    first = Stretch(wita(23, 8), wita(23, 9))
    running = Stretch(wita(24, 8))

    assert minutes_used(WITA, (first, running), wita(24, 8, 30)) == 90
    assert due_at(WITA, 120, (first, running)) == wita(24, 9)
    assert due_at(WITA, 120, (first,)) is None
    assert due_at(WITA, 120, ()) is None


def test_a_promise_broken_before_the_pause_was_due_before_it() -> None:
    first = Stretch(wita(23, 8), wita(23, 10))

    assert due_at(WITA, 60, (first, Stretch(wita(24, 8)))) == wita(23, 9)


def test_a_clock_that_ran_backwards_uses_nothing() -> None:
    assert minutes_used(WITA, (Stretch(wita(23, 9), wita(23, 8)),), wita(23, 9)) == 0


@given(calendars(), st.integers(0, 5000), st.lists(instants, min_size=1, max_size=5, unique=True))
def test_at_the_due_time_the_promise_is_used_up(calendar: WorkCalendar, promise: int, times: list[datetime]) -> None:
    ordered = sorted(times)
    pairs = zip(ordered[::2], [*ordered[1::2], None], strict=False)
    stretches = tuple(Stretch(start, end) for start, end in pairs)
    due = due_at(calendar, promise, stretches)

    if due is None:
        assert stretches[-1].end is not None
    else:
        until = tuple(each for each in stretches if each.start <= due)
        assert minutes_used(calendar, (*until[:-1], Stretch(until[-1].start, due)), due) == promise


@given(calendars(), instants, instants)
def test_late_is_what_comes_after_the_due_time(calendar: WorkCalendar, due: datetime, now: datetime) -> None:
    said = remaining(calendar, due, now)

    assert said.late is (now > due)
    assert said.minutes <= 0 if said.late else said.minutes >= 0
    assert said.words

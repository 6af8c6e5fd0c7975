from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.jsonshape import ShapeError
from domain.workdays import Sessions, WorkCalendar
from tests.domain.strategies import instants

DAY: Sessions = ((480, 720), (780, 960))
FRIDAY: Sessions = ((480, 630),)
MOURNING = date(2026, 11, 25)
SATURDAY = date(2026, 11, 28)
WITA = WorkCalendar(
    week=(DAY, DAY, DAY, DAY, FRIDAY, (), ()),
    utc_offset=480,
    holidays=frozenset({MOURNING, date(2026, 12, 25)}),
    special=((SATURDAY, ((540, 600),)),),
)


def wita(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


def test_an_office_is_open_in_its_hours_only() -> None:
    assert WITA.is_open(wita(23, 8))
    assert not WITA.is_open(wita(23, 12, 30))
    assert not WITA.is_open(wita(23, 16))
    assert not WITA.is_open(wita(25, 9))
    assert WITA.is_open(wita(28, 9, 30))
    assert [WITA.works(date(2026, 11, day)) for day in range(23, 30)] == [True, True, False, True, True, True, False]


def test_minutes_count_in_office_hours_only() -> None:
    assert WITA.minutes_between(wita(23, 7), wita(23, 18)) == 420
    assert WITA.minutes_between(wita(23, 11, 30), wita(23, 13, 30)) == 60
    assert WITA.minutes_between(wita(24, 15), wita(26, 9)) == 120
    assert WITA.minutes_between(wita(27, 10), wita(30, 9)) == 30 + 60 + 60
    assert WITA.minutes_between(wita(23, 18), wita(23, 7)) == -420


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        (wita(23, 9), 30, wita(23, 9, 30)),
        (wita(23, 9), 0, wita(23, 9)),
        (wita(23, 11, 30), 60, wita(23, 13, 30)),
        (wita(24, 15, 30), 60, wita(26, 8, 30)),
        (wita(23, 8), 420, wita(23, 16)),
        (wita(23, 8), 421, wita(24, 8, 1)),
        (wita(27, 20), 61, wita(30, 8, 1)),
    ],
)
def test_a_deadline_is_the_first_instant_by_which_the_minutes_have_gone(
    start: datetime, minutes: int, due: datetime
) -> None:
    assert WITA.deadline(start, minutes) == due


def test_working_days_begin_on_the_day_after() -> None:
    monday = date(2026, 11, 23)

    assert WITA.working_days_between(monday, monday) == 0
    assert WITA.working_days_between(monday, date(2026, 11, 29)) == 4
    assert WITA.working_days_between(date(2026, 11, 29), monday) == -4
    assert WITA.add_working_days(monday, 2) == date(2026, 11, 26)
    assert WITA.add_working_days(monday, 0) == monday
    assert WITA.add_working_days(monday, 10) == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("week", "offset", "special"),
    [
        ((DAY,) * 6, 480, ()),
        (((),) * 7, 480, ((SATURDAY, DAY),)),
        ((DAY,) * 7, 900, ()),
        ((((720, 480),),) * 7, 480, ()),
        ((((480, 720), (720, 960)),) * 7, 480, ()),
        ((((480, 1441),),) * 7, 480, ()),
        ((((-1, 60),),) * 7, 480, ()),
        ((DAY,) * 7, 480, ((SATURDAY, ((5, 5),)),)),
        ((DAY,) * 7, 480, ((SATURDAY, DAY), (SATURDAY, FRIDAY))),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(
    week: tuple[Sessions, ...], offset: int, special: tuple[tuple[date, Sessions], ...]
) -> None:
    with pytest.raises(ShapeError):
        WorkCalendar(week, offset, special=special)


def test_a_calendar_comes_back_from_json_as_it_went() -> None:
    assert WorkCalendar.from_json(WITA.to_json()) == WITA


@pytest.mark.parametrize(
    "change", [{"week": [[[480]]] * 7}, {"special": [["2026-11-28"]]}, {"holidays": ["x"]}, {"week": 7}]
)
def test_a_calendar_of_another_shape_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ShapeError):
        WorkCalendar.from_json(WITA.to_json() | change)


def sessions(edges: list[int]) -> Sessions:
    ordered = sorted(edges)
    return tuple(pair for at, pair in enumerate(pairwise(ordered)) if at % 2 == 0)


some_sessions = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(sessions)
dates = st.dates(date(2025, 1, 1), date(2028, 1, 1))


WEEKS = [(0, 0, 0, 0, 1, 2, 2), (0, 0, 0, 0, 1, 2, 1), (0, 1, 2, 0, 1, 2, 0), (1, 0, 0, 0, 0, 0, 2)]
"""Which of three kinds of days each weekday is; one of the kinds may be a day without hours."""


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    kinds = draw(st.lists(some_sessions.filter(bool), min_size=1, max_size=3))
    days = draw(st.permutations([*kinds, *[()] * (3 - len(kinds))]))
    week = [days[at] for at in draw(st.sampled_from(WEEKS))]
    special = draw(st.dictionaries(dates, some_sessions, max_size=5))
    return WorkCalendar(
        tuple(week),
        draw(st.sampled_from([420, 480, 540, -90])),
        draw(st.frozensets(dates, max_size=8)),
        tuple(special.items()),
    )


@given(calendars(), instants, instants, instants)
def test_minutes_add_up_and_never_run_backwards(
    calendar: WorkCalendar, first: datetime, second: datetime, third: datetime
) -> None:
    parts = calendar.minutes_between(first, second) + calendar.minutes_between(second, third)

    assert parts == calendar.minutes_between(first, third)
    assert (calendar.minutes_between(first, second) >= 0) or second < first


@given(calendars(), instants, st.integers(1, 100_000))
def test_a_deadline_undoes_the_counting(calendar: WorkCalendar, start: datetime, minutes: int) -> None:
    due = calendar.deadline(start, minutes)

    assert due > start.replace(second=0, microsecond=0)
    assert calendar.minutes_between(start, due) == minutes
    assert calendar.minutes_between(start, due - timedelta(minutes=1)) == minutes - 1


@given(calendars(), dates, st.integers(0, 400))
def test_the_nth_working_day_is_a_working_day_n_after(calendar: WorkCalendar, start: date, days: int) -> None:
    found = calendar.add_working_days(start, days)

    assert calendar.working_days_between(start, found) == days
    assert days == 0 or calendar.works(found)


@given(calendars(), dates, dates)
def test_working_days_are_counted_as_one_by_one(calendar: WorkCalendar, first: date, last: date) -> None:
    first, last = min(first, last), max(first, last)
    one_by_one = sum(
        calendar.works(date.fromordinal(day)) for day in range(first.toordinal() + 1, last.toordinal() + 1)
    )

    assert calendar.working_days_between(first, last) == one_by_one
    assert calendar.working_days_between(last, first) == -one_by_one


@settings(max_examples=25)
@given(calendars(), dates, st.integers(0, 2))
def test_minutes_are_counted_as_one_by_one(calendar: WorkCalendar, first: date, days: int) -> None:
    start = datetime.combine(first, datetime.min.time(), UTC)
    one_by_one = sum(calendar.is_open(start + timedelta(minutes=minute)) for minute in range(days * 1440))

    assert calendar.minutes_between(start, start + timedelta(days=days)) == one_by_one


@given(calendars())
def test_every_calendar_comes_back_from_json_and_reckons_alike(calendar: WorkCalendar) -> None:
    again = WorkCalendar.from_json(calendar.to_json())

    assert again.to_json() == calendar.to_json()
    assert again.minutes_between(wita(1, 0), wita(28, 0)) == calendar.minutes_between(wita(1, 0), wita(28, 0))

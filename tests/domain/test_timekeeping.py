from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.timekeeping import (
    AHEAD_MAX,
    CARRIED,
    TOLERANCE,
    Heard,
    Moment,
    Standing,
    Uptime,
    Witnesses,
    in_force_at,
    judged_at,
    reckon,
)

HUB = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
HERE = Uptime("boot-1", 1000.0)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
spans = st.timedeltas(min_value=timedelta(days=-40_000), max_value=timedelta(days=40_000))
small = st.timedeltas(min_value=-TOLERANCE, max_value=TOLERANCE)
day = st.timedeltas(min_value=timedelta(0), max_value=CARRIED)
quick = settings(max_examples=60, deadline=None)


def after(passed: timedelta, wall: datetime = HUB, boot: str = "boot-1") -> Witnesses:
    """So long after an answer of the hub, which came when the computer's clock said `wall`."""
    now = Uptime(boot, HERE.seconds + passed.total_seconds())
    return Witnesses(now, Heard(HUB, wall, HERE), RELEASED)


@quick
@given(passed=day, off=spans, then=spans)
def test_for_a_day_after_an_answer_no_setting_of_the_clock_moves_the_time(
    passed: timedelta, off: timedelta, then: timedelta
) -> None:
    true = HUB + passed
    found = reckon(true + off, after(passed, HUB + then))
    assert abs(found.instant - true) <= min(abs(off), TOLERANCE) + SECOND
    assert found.standing is (Standing.GOOD if abs(found.ahead or off) <= TOLERANCE else Standing.RECKONED)


@quick
@given(passed=day, off=small)
def test_a_clock_that_agrees_with_the_hub_is_taken_as_it_is(passed: timedelta, off: timedelta) -> None:
    wall = HUB + timedelta(seconds=passed.total_seconds()) + off
    found = reckon(wall, after(passed))
    if abs(found.ahead or off) <= TOLERANCE:
        assert (found.instant, found.standing) == (wall, Standing.GOOD)


@quick
@given(wall=spans, passed=spans)
def test_after_a_restart_the_seconds_of_the_other_start_are_worth_nothing(wall: timedelta, passed: timedelta) -> None:
    for boot in ("boot-2", ""):
        found = reckon(HUB + wall, after(passed, boot=boot))
        assert found.instant == HUB + wall
        assert found.standing in {Standing.UNKNOWN, Standing.WRONG}


@quick
@given(ahead=spans, wall=spans)
def test_a_clock_that_was_wrong_when_the_hub_was_heard_stays_wrong_until_it_is_heard_again(
    ahead: timedelta, wall: timedelta
) -> None:
    found = reckon(HUB + wall, after(HOUR, HUB + ahead, boot="boot-2"))
    if abs(ahead) > TOLERANCE:
        assert found == Moment(HUB + wall, Standing.WRONG, ahead)


@quick
@given(wall=spans)
def test_what_cannot_be_compared_is_wrong_only_where_it_cannot_be_true(wall: timedelta) -> None:
    found = reckon(RELEASED + wall, Witnesses(HERE, None, RELEASED))
    true = -TOLERANCE <= wall <= AHEAD_MAX
    assert found == Moment(RELEASED + wall, Standing.UNKNOWN if true else Standing.WRONG)


@pytest.mark.parametrize(
    ("passed", "standing"),
    [
        (timedelta(0), Standing.RECKONED),
        (CARRIED, Standing.RECKONED),
        (CARRIED + SECOND, Standing.UNKNOWN),
        (-SECOND, Standing.UNKNOWN),
    ],
)
def test_the_hubs_time_is_carried_forward_for_a_day(passed: timedelta, standing: Standing) -> None:
    assert reckon(HUB + 60 * HOUR, after(passed)).standing is standing


@pytest.mark.parametrize(
    ("wall", "standing"),
    [
        (HUB - TOLERANCE, Standing.UNKNOWN),
        (HUB - TOLERANCE - SECOND, Standing.WRONG),
        (HUB + AHEAD_MAX, Standing.UNKNOWN),
        (HUB + AHEAD_MAX + SECOND, Standing.WRONG),
    ],
)
def test_no_true_time_lies_before_the_hubs_last_word_or_years_after_it(wall: datetime, standing: Standing) -> None:
    assert reckon(wall, after(HOUR, boot="boot-2")).standing is standing


def test_no_true_time_lies_before_what_was_recorded_here() -> None:
    known = replace(after(HOUR, boot="boot-2"), recorded=HUB + 48 * HOUR)
    assert reckon(HUB + 47 * HOUR, known).standing is Standing.WRONG
    assert reckon(HUB + 49 * HOUR, known).standing is Standing.UNKNOWN


def test_what_a_clock_years_ahead_recorded_does_not_lock_the_desk() -> None:
    known = replace(after(HOUR, boot="boot-2"), recorded=HUB + 2 * AHEAD_MAX)
    assert reckon(HUB + 47 * HOUR, known).standing is Standing.UNKNOWN


@pytest.mark.parametrize("wall", [HUB - 4000 * 24 * HOUR, HUB + AHEAD_MAX + SECOND])
def test_what_is_in_force_does_not_hang_on_a_clock_that_cannot_be_right(wall: datetime) -> None:
    known = after(HOUR, boot="boot-2")
    assert in_force_at(reckon(wall, known), known) == HUB
    known = replace(known, recorded=HUB + 48 * HOUR)
    assert in_force_at(reckon(wall, known), known) == HUB + 48 * HOUR
    never = Witnesses(HERE, None, RELEASED)
    assert in_force_at(reckon(RELEASED - 4000 * 24 * HOUR, never), never) == RELEASED


def test_what_is_in_force_goes_by_a_clock_that_may_be_right() -> None:
    later = HUB + 48 * HOUR
    for known in (after(HOUR), after(HOUR, boot="boot-2"), after(HOUR, HUB + HOUR, "boot-2")):
        found = reckon(later, known)
        assert in_force_at(found, known) == found.instant


def test_answers_are_judged_no_earlier_than_what_their_author_had_heard() -> None:
    assert judged_at(HUB - HOUR, HUB) == HUB
    assert judged_at(HUB + HOUR, HUB) == HUB + HOUR
    assert judged_at(HUB, None) == HUB

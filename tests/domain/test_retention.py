"""How long personal data is kept, as days of the calendar."""

from datetime import date

from domain.retention import Schedule, Then


def test_the_years_are_counted_from_the_day_on_which_the_request_ended() -> None:
    schedule = Schedule(2, 3, Then.ERASE)
    assert schedule.ends(date(2026, 11, 22)) == date(2031, 11, 22)
    assert not schedule.is_over(date(2026, 11, 22), date(2031, 11, 21))
    assert schedule.is_over(date(2026, 11, 22), date(2031, 11, 22))


def test_what_ended_on_a_leap_day_is_kept_until_march() -> None:
    assert Schedule(1, 1, Then.ASSESS).ends(date(2028, 2, 29)) == date(2030, 3, 1)

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indonesian import (
    date_long,
    date_short,
    date_with_day,
    day_name,
    local_day,
    local_time,
    month_name,
    roman_month,
    time_words,
)


def test_a_date_is_written_as_in_a_letter() -> None:
    on = date(2026, 11, 21)

    assert date_with_day(on) == "Sabtu, 21 November 2026"
    assert date_long(date(2025, 8, 1)) == "1 Agustus 2025"
    assert date_short(date(2025, 8, 1)) == "01-08-2025"
    assert day_name(date(2026, 11, 23)) == "Senin"


def test_months_have_names_and_roman_numbers() -> None:
    assert [roman_month(month) for month in (1, 4, 9, 12)] == ["I", "IV", "IX", "XII"]
    assert month_name(5) == "Mei"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_month_outside_the_year(month: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_name(month)
    with pytest.raises(ValueError, match="no month"):
        roman_month(month)


def test_the_office_s_clock_decides_hour_and_date() -> None:
    at = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)

    assert time_words(at, 480) == "00.30 WITA"
    assert time_words(at, 420) == "23.30 WIB"
    assert time_words(at, 540) == "01.30 WIT"
    assert time_words(at, 330) == "22.00 UTC+05:30"
    assert local_day(at, 480) == date(2027, 1, 1)
    assert local_day(at, 420) == date(2026, 12, 31)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        local_time(datetime(2026, 1, 1), 480)  # noqa: DTZ001 - the fault under test


@given(st.dates())
def test_the_roman_month_and_the_name_agree(on: date) -> None:
    assert roman_month(on.month)
    assert date_long(on).startswith(f"{on.day} {month_name(on.month)} ")

from __future__ import annotations

from datetime import date, time

import pytest

from forms.expressions.errors import ExpressionFailed
from forms.expressions.values import Value
from tests.forms.expressions.running import run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date('2025-08-17')", date(2025, 8, 17)),
        ("date('2025-08-17T23:00:00')", date(2025, 8, 17)),
        ("date('')", ""),
        ("date(0)", date(1970, 1, 1)),
        ("date(now())", date(2026, 11, 16)),
        ("decimal-date-time('2000-01-01T10:20:30.000')", 10957.430902777778),
        ("decimal-date-time('2000-01-01')", 10957.0),
        ("format-date('2025-08-17', '%e %B %Y')", "17 Agustus 2025"),
        ("format-date('2025-08-17', '%A, %d-%m-%Y')", "Minggu, 17-08-2025"),
        ("format-date('2025-08-07', '%a %b %e %n %y 100%%')", "Kam Agu 7 8 25 100%"),
        ("format-date('2018-01-02T10:20:30.123', '%Y-%m-%e %H:%M:%S.%3 %h')", "2018-01-2 10:20:30.123 10"),
        ("format-date('2018-01-02T10:20:30+08:00', '%H.%M')", "10.20"),
        ("format-date(now(), '%H.%M')", "09.30"),
        ("format-date('', '%Y')", ""),
        ("years-between('2000-11-16', today())", 26.0),
        ("years-between('2000-11-17', today())", 25.0),
        ("years-between('2008-02-29', '2027-02-28')", 18.0),
        ("years-between('', today())", ""),
        ("years-between(today(), '')", ""),
        ("working-days-between(today(), '2026-11-17')", 1.0),
        ("working-days-between(today(), '2026-11-23')", 4.0),
        ("working-days-between(today(), today())", 0.0),
        ("working-days-between(today(), '2026-11-09')", 0.0),
        ("working-days-between('', today())", ""),
        ("working-days-between(today(), '')", ""),
    ],
)
def test_days(text: str, expected: Value) -> None:
    assert run(text) == expected


def test_a_time_can_be_formatted() -> None:
    assert run("format-date(., '%H.%M')", itself=time(9, 5)) == "09.05"


def test_no_day_has_no_number() -> None:
    assert run("string(decimal-date-time(''))") == "NaN"


@pytest.mark.parametrize(
    "text",
    [
        "date('1983-09-31')",
        "date('bukan tanggal')",
        "date(true())",
        "date(1 div 0)",
        "date(number('x'))",
        "date(99999999)",
        "decimal-date-time('-1000')",
        "decimal-date-time('kemarin pagi')",
        "format-date('2025-08-17', '%Q')",
        "format-date('2025-08-17', '%')",
    ],
)
def test_what_is_no_day_fails(text: str) -> None:
    with pytest.raises(ExpressionFailed):
        run(text)


def test_a_time_is_no_day() -> None:
    with pytest.raises(ExpressionFailed):
        run("date(.)", itself=time(9))

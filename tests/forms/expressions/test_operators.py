from __future__ import annotations

import math
from datetime import date, time

import pytest

from forms.expressions.values import Value
from tests.forms.expressions.running import run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", 5.0),
        (".5 + 1.", 1.5),
        ("'teks'", "teks"),
        ("\"dengan 'kutip'\"", "dengan 'kutip'"),
        ("1 - 2 - 3", -4.0),
        ("2 + 3 * 4", 14.0),
        ("-(8 * 5)", -40.0),
        ("-'19'", -19.0),
        ("1.1 * -1.1", -1.21),
        ("10 div 4", 2.5),
        ("5 mod -3", 2.0),
        ("-5 mod 3", -2.0),
        ("3 < 4 < 5", True),
        ("3 < (4 < 5)", False),
        ("false() and false() < true()", False),
        ("true() or true() and false()", True),
        ("'' or 17", True),
        ("1 = '1.0'", True),
        ("'017.' = '17.000'", False),
        ("true() != date('1999-09-09')", False),
        ("'abc' != 'abd'", True),
        ("2 > 1 and 2 >= 2 and 1 <= 2", True),
        ("date('2001-12-26') > date('2001-12-25')", True),
        ("date('2008-09-08') - date('1983-10-06')", 9104.0),
    ],
)
def test_operators_follow_xpath(text: str, expected: Value) -> None:
    found = run(text)
    assert found == pytest.approx(expected) if isinstance(expected, float) else found == expected


@pytest.mark.parametrize("text", ["0 div 0", "5 mod 0", "(1 div 0) mod 2", "number('x') div 0", "'a' + 1"])
def test_what_has_no_number_is_not_a_number(text: str) -> None:
    found = run(text)
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize(
    ("text", "expected"), [("1 div 0", math.inf), ("-1 div 0", -math.inf), ("1 div -0", -math.inf)]
)
def test_division_by_zero_is_infinite(text: str, expected: float) -> None:
    assert run(text) == expected


def test_or_and_and_stop_when_they_know() -> None:
    assert run("true() or date('bukan tanggal')") is True
    assert run("false() and date('bukan tanggal')") is False


def test_a_reference_gives_the_answer_and_a_dot_the_own_one() -> None:
    assert run("${umur} + 1", {"umur": 20.0}) == 21.0
    assert run(". <= today()", itself=date(2026, 11, 16)) is True
    assert run(". <= today()", itself=date(2026, 11, 17)) is False


def test_a_time_is_a_part_of_a_day() -> None:
    assert run(". = 0.5", itself=time(12)) is True
    assert run("string(.)", itself=time(9, 5)) == "09:05"
    assert run("boolean(.)", itself=time(0)) is True


def test_a_moment_is_a_day_and_a_part_of_it() -> None:
    assert run("now() > today()") is True
    assert run("string(now())") == "2026-11-16T09:30:00.000"

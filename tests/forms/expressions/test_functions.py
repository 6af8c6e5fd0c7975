from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path

import pytest

from forms.expressions.compiling import FUNCTION_NAMES, compile_expression
from forms.expressions.errors import ExpressionFailed, TooManySteps
from forms.expressions.scope import Scope
from forms.expressions.values import MAX_TEXT, Value
from tests.forms.expressions.running import NOW, Names, run

ROWS: dict[str, Value] = {"umur": (3.0, "", 40.0), "nama": ("Ani", "Budi"), "kosong": (), "satu": "isi", "tak": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boolean('')", False),
        ("boolean(0.1)", True),
        ("boolean(number('x'))", False),
        ("coalesce('', 'b')", "b"),
        ("coalesce('', '')", ""),
        ("concat('a', 1, true(), false())", "a1truefalse"),
        ("concat(${nama})", "AniBudi"),
        ("contains('abc', 'b')", True),
        ("starts-with('abc', 'a')", True),
        ("ends-with('abc', 'a')", False),
        ("count(${umur})", 3.0),
        ("count(${kosong})", 0.0),
        ("count(${satu})", 1.0),
        ("count(${tak})", 0.0),
        ("count-selected('a b c')", 3.0),
        ("if(6 > 7, 5, 'abc')", "abc"),
        ("if('x', 5, 'abc')", 5.0),
        ("int('100.9')", 100.0),
        ("int(-100.9)", -100.0),
        ("join(', ', ${nama})", "Ani, Budi"),
        ("min(${umur})", 3.0),
        ("max(${umur}, 50)", 50.0),
        ("sum(${umur})", 43.0),
        ("sum(${kosong})", 0.0),
        ("not('')", True),
        ("number(true())", 1.0),
        ("number(' -12.5 ')", -12.5),
        ("number(date('1970-01-02'))", 1.0),
        ("position(..)", 2.0),
        ("regex('640204', '[0-9]{6}')", True),
        ("regex('640204x', '[0-9]{6}')", False),
        ("regex(5, '[0-9]')", True),
        ("round('14.5')", 15.0),
        ("round('14,6')", 15.0),
        ("round('12345.12345', -2)", 12300.0),
        ("round('-12345.15', 1)", -12345.1),
        ("rupiah(1250000)", "Rp1.250.000"),
        ("rupiah(-500)", "-Rp500"),
        ("rupiah('')", ""),
        ("selected('a b', ' b ')", True),
        ("selected('ab', 'b')", False),
        ("selected-at('a b c', 2)", "c"),
        ("selected-at('a b c', 3)", ""),
        ("selected-at('a b c', -1)", ""),
        ("string(1 div 0)", "Infinity"),
        ("string(-1 div 0)", "-Infinity"),
        ("string(number(''))", "NaN"),
        ("string(.557586)", "0.557586"),
        ("string(-0)", "0"),
        ("string-length('kelurahan')", 9.0),
        ("substr('hello', 1, 4)", "ell"),
        ("substr('hello', -2)", "lo"),
        ("terbilang(1250000)", "satu juta dua ratus lima puluh ribu"),
        ("terbilang('')", ""),
        ("jr:choice-name('1', '${agama}')", "ISLAM"),
        ("jr:choice-name('9', 'agama')", ""),
        ("zone-name()", "WITA"),
        ("true() and not(false())", True),
    ],
)
def test_functions(text: str, expected: Value) -> None:
    assert run(text, ROWS, row=2) == expected


@pytest.mark.parametrize(
    "text", ["int('x')", "round('x')", "round(1 div 0)", "round(1, 99)", "round(1, 'x')", "min(${kosong})", "max('')"]
)
def test_functions_without_a_number(text: str) -> None:
    found = run(text, ROWS)
    assert isinstance(found, float)
    assert math.isnan(found)


def test_substr_without_a_place_fails() -> None:
    with pytest.raises(ExpressionFailed, match="angka"):
        run("substr('abc', 'x')")


def test_a_text_cannot_grow_without_end() -> None:
    half = "x" * (MAX_TEXT // 2)
    assert run("concat(${a}, ${a})", {"a": half}) == half * 2
    with pytest.raises(ExpressionFailed, match="panjang"):
        run("concat(${a}, ${a}, 'x')", {"a": half})
    with pytest.raises(ExpressionFailed, match="panjang"):
        run("join('x', ${a}, ${a})", {"a": half})


def test_many_digits_are_no_number() -> None:
    assert run("string(number(${a}))", {"a": "9" * 401}) == "NaN"


def test_only_a_calendar_is_a_reason_to_differ() -> None:
    names = Names({"a": "", "b": ""})
    assert compile_expression("${a} + today()", names).pure
    calendared = compile_expression("working-days-between(${a}, ${b}) + 1", names)
    assert not calendared.pure
    assert calendared.references == {"a", "b"}


def test_steps_are_counted() -> None:
    scope = Scope(now=NOW, read=lambda _: (1.0,) * 10, choice_name=lambda *_: "", workdays=lambda *_: 0, steps=20)
    expression = compile_expression("sum(${a}) + sum(${a})", Names({"a": ()}))
    with pytest.raises(TooManySteps, match="terlalu berat"):
        expression.run(scope)


def test_the_list_of_functions_is_the_one_in_the_documents() -> None:
    described = (Path(__file__).parents[3] / "docs" / "forms.md").read_text(encoding="utf-8")
    table = described.partition("| function | gives |")[2].partition("\n\n")[0]
    assert set(re.findall(r"([a-z][a-z:-]*)\(", table)) == FUNCTION_NAMES


def test_many_values_give_their_first_where_one_is_wanted() -> None:
    many: Value = (date(2020, 2, 29), "b")
    assert run("concat(format-date(., '%d'), string(.), number(.), if(., 1, 0), coalesce(., ''))", itself=many)
    assert run("concat(string(.), boolean(.))", itself=()) == "false"

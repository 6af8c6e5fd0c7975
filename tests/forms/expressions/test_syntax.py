from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.expressions.errors import ExpressionError, InvalidExpression
from forms.expressions.syntax import MAX_DEPTH, MAX_LENGTH, MAX_NODES, parse
from tests.forms.expressions.running import run


@pytest.mark.parametrize(
    ("text", "position", "said"),
    [
        ("1 +", 3, "belum selesai"),
        ("", 0, "belum selesai"),
        ("1 2", 2, "tidak diharapkan"),
        ("1 # 2", 1, "tanda yang tidak dikenal"),
        (")", 0, "tidak diharapkan"),
        ("(1", 2, "diharapkan )"),
        ("(1 2", 3, "diharapkan )"),
        ("concat(1 2)", 9, "diharapkan ,"),
        ("nama", 4, "diharapkan ("),
        ("/data/nama", 0, "tanda yang tidak dikenal"),
        ("count(//nama)", 6, "tanda yang tidak dikenal"),
        ("nama[1]", 4, "tanda yang tidak dikenal"),
        ("..", 0, "position"),
        ("position(1)", 0, "position"),
        ("tidak-ada()", 0, "tidak ada fungsi"),
        ("${tidak_ada}", 0, "tidak ada pertanyaan"),
        ("true(5)", 0, "memerlukan 0 nilai"),
        ("round()", 0, "memerlukan 1 sampai 2 nilai"),
        ("if(1, 2)", 0, "memerlukan 3 nilai"),
        ("regex('a', concat('a', 'b'))", 0, "tanda kutip"),
        ("regex('a', 5)", 0, "tanda kutip"),
        ("regex('a', '(')", 0, "pola regex"),
        ("regex('a', '(?=a)')", 0, "pola regex"),
        ("jr:choice-name('1', 'umur')", 0, "tidak berisi pilihan"),
    ],
)
def test_what_is_outside_the_subset_is_named_with_its_place(text: str, position: int, said: str) -> None:
    with pytest.raises(InvalidExpression, match=r".") as caught:
        run(text)
    assert said in str(caught.value)
    assert caught.value.position == position


def test_rows_of_a_repeat_only_enter_functions_that_take_many() -> None:
    values = {"umur": (3.0, 4.0)}
    assert run("sum(${umur})", values) == 7.0
    with pytest.raises(InvalidExpression, match="berulang"):
        run("${umur} + 1", values)


def test_length_depth_and_number_of_parts_are_bounded() -> None:
    with pytest.raises(InvalidExpression, match="karakter"):
        parse("1" * (MAX_LENGTH + 1))
    with pytest.raises(InvalidExpression, match="bersarang"):
        parse("(" * (MAX_DEPTH + 2) + "1")
    with pytest.raises(InvalidExpression, match="bersarang"):
        parse("-" * (MAX_DEPTH + 2) + "1")
    with pytest.raises(InvalidExpression, match="bagian"):
        parse("+".join("1" for _ in range(MAX_NODES)))


@given(st.text(max_size=60))
def test_any_text_is_an_expression_or_is_refused(text: str) -> None:
    try:
        run(text)
    except ExpressionError:
        return


_ATOMS = st.sampled_from(["1", "0", "2.5", "'a'", "''", "today()", "true()", ".", "'2025-01-01'"])
_EXPRESSIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "div", "mod", "=", "!=", "<", ">=", "and", "or"]), inner).map(
            lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
        ),
        st.tuples(st.sampled_from(["string", "number", "not", "date", "int", "round", "rupiah"]), inner).map(
            lambda parts: f"{parts[0]}({parts[1]})"
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"concat({', '.join(parts)})"),
        st.tuples(inner, inner, inner).map(lambda parts: f"if({', '.join(parts)})"),
    ),
    max_leaves=12,
)


@given(_EXPRESSIONS)
def test_the_same_expression_gives_the_same_value(text: str) -> None:
    def outcome() -> str:
        try:
            return repr(run(text, itself="x"))
        except ExpressionError as error:
            return str(error)

    assert outcome() == outcome()

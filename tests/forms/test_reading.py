from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.cleaning import clean_line, clean_paragraphs
from tests.forms.building import codes, form, pack

TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "text", "max_length": 11},
    "paragraphs": {"type": "text", "multiline": True},
    "nik": {"type": "text", "format": "nik"},
    "kk": {"type": "text", "format": "kk"},
    "integer": {"type": "integer"},
    "decimal": {"type": "decimal"},
    "date": {"type": "date"},
    "time": {"type": "time"},
    "select_one": {"type": "select_one", "choices": "agama"},
    "select_multiple": {"type": "select_multiple", "choices": "agama"},
    "person": {"type": "person", "fields": ["alamat"]},
    "repeat": {"type": "repeat", "questions": [{"type": "text", "name": "x", "label": "X"}]},
    "calculate": {"type": "calculate", "calculation": "working-days-between(today(), '2026-11-17')"},
}
READERS = {kind: pack({"name": "q", "label": "Q", **known}) for kind, known in TYPES.items()}


@pytest.mark.parametrize(
    ("kind", "answer", "stored"),
    [
        ("text", "  Budi \t Contoh ", "Budi Contoh"),
        ("text", "e\u200b\u0301", "é"),
        ("text", "a\x00b\u200b\u202ec", "abc"),
        ("text", "a\u2028b\nc", "a b c"),
        ("text", " \u200b ", None),
        ("paragraphs", " satu \r\n\r\n dua\ttiga \n", "satu\n\ndua tiga"),
        ("nik", " 6402.0441-0790 9001 ", "6402044107909001"),
        ("nik", "12", "12"),
        ("kk", "6402 0401 0110 9001", "6402040101109001"),
        ("integer", 5, 5),
        ("integer", 5.0, 5),
        ("decimal", 2.5, 2.5),
        ("decimal", 3, 3),
        ("date", " 2025-08-17 ", "2025-08-17"),
        ("time", "08:30", "08:30"),
        ("select_one", "3", "3"),
        ("select_multiple", ["3", "1"], ["1", "3"]),
        ("select_multiple", [], None),
        ("person", {"alamat": "x"}, {"alamat": "x"}),
        ("person", {}, None),
        ("repeat", [{"x": "y"}], [{"x": "y"}]),
        ("repeat", [{}], [{}]),
        ("calculate", "apa pun", 1),
        ("text", None, None),
    ],
)
def test_answers_of_each_type(kind: str, answer: object, stored: object) -> None:
    assert form(READERS[kind], {"q": answer}).answers.get("q") == stored


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [
        ("text", 5, "wrong_type"),
        ("text", "x" * 12, "too_long"),
        ("text", "x" * 10_000, "too_long"),
        ("integer", "5", "wrong_type"),
        ("integer", True, "wrong_type"),
        ("integer", 2.5, "wrong_type"),
        ("integer", 10**15, "wrong_type"),
        ("integer", 10**400, "wrong_type"),
        ("decimal", float("nan"), "wrong_type"),
        ("decimal", float("inf"), "wrong_type"),
        ("decimal", [1], "wrong_type"),
        ("date", "17-08-2025", "wrong_type"),
        ("date", "2025-02-30", "wrong_type"),
        ("date", 20250817, "wrong_type"),
        ("time", "8:30", "wrong_type"),
        ("time", "24:00", "wrong_type"),
        ("select_one", "77", "not_a_choice"),
        ("select_one", ["1"], "wrong_type"),
        ("select_multiple", "1 2", "wrong_type"),
        ("select_multiple", ["1", "77"], "not_a_choice"),
        ("select_multiple", ["1", 2], "not_a_choice"),
        ("select_multiple", ["1"] * 50, "not_a_choice"),
        ("person", "Budi", "wrong_type"),
        ("repeat", {"x": "y"}, "wrong_type"),
        ("calculate", [1], "wrong_type"),
    ],
)
def test_what_does_not_fit_its_type_is_named_and_not_kept(kind: str, answer: object, code: str) -> None:
    judged = form(READERS[kind], {"q": answer})
    assert (("q", code) in codes(judged)) is True
    assert not judged.is_complete
    assert judged.answers.get("q") in ([], None, 1)


def test_unknown_answers_are_refused_wherever_they_are() -> None:
    of = pack(
        {"type": "note", "name": "n", "label": "N"},
        {"type": "group", "name": "g", "label": "G", "questions": [{"type": "text", "name": "a", "label": "A"}]},
        {"name": "r", "label": "R", **TYPES["repeat"]},
        {"name": "p", "label": "P", **TYPES["person"]},
    )
    strangers = {"n": "x", "g": {"a": "x"}, "pemohon_nama": "x", "r_x": "x", "p": {"p_alamat": "x"}}
    judged = form(of, {**strangers, "\u202eevil" * 20: 1, "a": "x"})
    assert judged.answers == {"a": "x"}
    unknown = {path for path, code in codes(judged) if code == "unknown_answer"}
    assert unknown == {"n", "g", "r_x", "p/p_alamat", ("evil" * 12)[:48]}
    assert any(problem.path == "pemohon_nama" for problem in judged.problems)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["q", "x", "alamat"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(READERS)), _JSON)
def test_any_json_is_read_or_named(kind: str, answer: object) -> None:
    judged = form(READERS[kind], {"q": answer})
    assert form(READERS[kind], judged.answers).answers == judged.answers


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_paragraphs(clean_paragraphs(text)) == clean_paragraphs(text)
    assert "\n" not in clean_line(text)

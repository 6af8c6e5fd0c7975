from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.workdays import WorkCalendar
from forms.errors import FormTooHeavy
from forms.evaluation import Shown, evaluate, evaluate_again
from tests.forms.building import CALENDAR, NOW, PEMOHON, circumstances, codes, form, pack

ASKED = {"type": "text", "name": "a", "label": "A"}
CALCULATED = {"type": "calculate", "name": "c", "label": "C"}
CHILDREN = {
    "type": "repeat",
    "name": "anak",
    "label": "Anak",
    "min_rows": 1,
    "max_rows": 2,
    "questions": [
        {"type": "text", "name": "nama", "label": "Nama", "required": True},
        {"type": "integer", "name": "umur", "label": "Umur", "relevant": "${anak_nama} != 'bayi'"},
        {"type": "calculate", "name": "ke", "label": "Ke", "calculation": "position(..)"},
        {"type": "person", "name": "ibu", "label": "Ibu", "fields": ["nama"]},
        {
            "type": "group",
            "name": "lain",
            "label": "Lain",
            "relevant": "${anak_umur} > 3",
            "questions": [{"type": "text", "name": "sekolah", "label": "Sekolah"}],
        },
    ],
}


def asked(**other: Any) -> dict[str, Any]:
    return {**ASKED, **other}


def shown(pack_questions: list[dict[str, Any]], answers: dict[str, Any], path: str) -> Shown:
    return next(each for each in form(pack(*pack_questions), answers).shown if each.path == path)


def test_answers_are_cleaned_and_stored() -> None:
    judged = form(pack(PEMOHON, ASKED), {"pemohon": {"nama": " Ani   Contoh\u202e"}, "a": "x"})
    assert judged.answers == {"pemohon": {"nama": "Ani Contoh"}, "a": "x"}
    assert judged.problems == ()
    assert judged.is_complete


def test_an_answer_that_is_not_asked_is_neither_used_nor_sent() -> None:
    questions = [ASKED, asked(name="b", relevant="${a} = 'ya'", required=True), {**CALCULATED, "calculation": "${b}"}]
    of = pack(*questions)
    assert form(of, {"a": "tidak", "b": "x"}).answers == {"a": "tidak"}
    assert codes(form(of, {"a": "tidak", "b": "x"})) == set()
    assert form(of, {"a": "ya", "b": "x"}).answers == {"a": "ya", "b": "x", "c": "x"}
    assert codes(form(of, {"a": "ya"})) == {("b", "required")}


def test_an_unreadable_answer_that_is_not_asked_is_no_problem() -> None:
    of = pack(ASKED, asked(name="b", relevant="${a} = 'ya'"))
    assert codes(form(of, {"b": 5})) == set()
    assert codes(form(of, {"a": "ya", "b": 5})) == {("b", "wrong_type")}


def test_relevance_reaches_into_groups_persons_and_rows() -> None:
    group = {"type": "group", "name": "g", "label": "G", "relevant": "${a} = 'ya'", "questions": [CHILDREN]}
    of = pack(ASKED, group)
    rows = [{"nama": "bayi", "umur": 1, "ibu": {"nama": "Ibu Contoh"}}, {"nama": "Budi", "umur": 5, "sekolah": "SD"}]
    assert form(of, {"a": "tidak", "anak": rows}).answers == {"a": "tidak"}
    assert form(of, {"a": "ya", "anak": rows}).answers["anak"] == [
        {"nama": "bayi", "ke": 1, "ibu": {"nama": "Ibu Contoh"}},
        {"nama": "Budi", "umur": 5, "ke": 2, "sekolah": "SD"},
    ]


def test_problems_have_the_path_of_their_row() -> None:
    of = pack(CHILDREN)
    assert codes(form(of, {})) == {("anak", "too_few_rows")}
    assert codes(form(of, {"anak": [{}]})) == {("anak/0/nama", "required"), ("anak/0/ibu/nama", "required")}
    three = [{"nama": "Budi", "ibu": {"nama": "Ibu Contoh"}}] * 3
    assert codes(form(of, {"anak": three})) == {("anak", "too_many_rows")}
    assert codes(form(of, {"anak": [5]})) >= {("anak/0", "wrong_type"), ("anak/0/nama", "required")}
    assert codes(form(of, {"anak": [{"nama": "Budi", "umur": "5", "x": 1}]})) == {
        ("anak/0/umur", "wrong_type"),
        ("anak/0/x", "unknown_answer"),
        ("anak/0/ibu/nama", "required"),
    }


def test_rows_can_be_summed_from_outside() -> None:
    of = pack(
        CHILDREN,
        {**CALCULATED, "calculation": "concat(count(${anak}), ' ', sum(${anak_umur}), ' ', join('+', ${anak_nama}))"},
    )
    rows = [{"nama": "bayi", "umur": 1}, {"nama": "Budi", "umur": 5}]
    assert form(of, {"anak": rows}).answers["c"] == "2 5 bayi+Budi"
    assert form(of, {}).answers["c"] == "0 0 "


@pytest.mark.parametrize(
    ("calculation", "stored"),
    [
        ("1 + 1", 2),
        ("1 div 4", 0.25),
        ("1 div 0", None),
        ("0 div 0", None),
        ("''", None),
        ("true()", True),
        ("today()", "2026-11-16"),
        ("2 * 9007199254740992", 18014398509481984.0),
    ],
)
def test_calculated_values_are_stored_as_json(calculation: str, stored: object) -> None:
    assert form(pack({**CALCULATED, "calculation": calculation}), {}).answers.get("c") == stored


def test_a_constraint_is_judged_on_what_was_answered_only() -> None:
    of = pack(asked(constraint=". = 'ya' or ${b} = 'ya'", constraint_message="Harus ya."), asked(name="b"))
    assert codes(form(of, {})) == set()
    judged = form(of, {"a": "tidak"})
    assert [(problem.path, problem.sentence) for problem in judged.errors if problem.path == "a"] == [
        ("a", "Harus ya.")
    ]
    assert codes(form(of, {"a": "tidak", "b": "ya"})) == set()


def test_a_constraint_without_a_message_still_says_something() -> None:
    judged = form(pack(asked(constraint="false()")), {"a": "x"})
    assert "A" in next(problem.sentence for problem in judged.problems if problem.path == "a")


def test_a_calculation_can_have_a_constraint() -> None:
    of = pack(
        {"type": "integer", "name": "n", "label": "N"},
        {**CALCULATED, "calculation": "${n} * 2", "constraint": ". < 10", "constraint_message": "Terlalu banyak."},
    )
    assert codes(form(of, {"n": 4})) == set()
    assert codes(form(of, {"n": 5})) == {("c", "constraint")}


def test_what_is_required_may_depend_on_an_answer() -> None:
    of = pack(ASKED, asked(name="b", required="${a} = 'ya'", required_message="Sebutkan."))
    assert codes(form(of, {})) == set()
    judged = form(of, {"a": "ya"})
    assert [problem.sentence for problem in judged.errors if problem.path == "b"] == ["Sebutkan."]


def test_an_expression_without_a_value_is_told_and_asks_rather_than_hides() -> None:
    of = pack(
        ASKED,
        asked(name="b", relevant="date(${a}) > today()", required="date(${a}) > today()"),
        {**CALCULATED, "calculation": "date(${a})"},
        documents=[
            {"kind": "kk", "label": "KK", "relevant": "date(${a})", "media_types": ["image/png"], "max_bytes": 10_000}
        ],
    )
    judged = form(of, {"a": "besok"})
    assert codes(judged) == {("b", "calculation_failed"), ("b", "required"), ("c", "calculation_failed")}
    assert [document.kind for document in judged.documents] == ["kk"]


def test_choices_are_filtered_and_the_filter_is_a_rule() -> None:
    choices = {"pilihan": [{"code": code, "label": code.upper()} for code in ("x", "y", "z")]}
    one = {"type": "select_one", "name": "s", "label": "S", "choices": "pilihan", "choice_filter": ". != ${a}"}
    many = {**one, "type": "select_multiple", "name": "m", "choice_filter": "date(${a}) or . = 'x'"}
    of = pack(ASKED, one, many, choices=choices)
    judged = form(of, {"a": "y", "s": "y", "m": ["z", "x"]})
    offered = {each.path: dict(each.choices) for each in judged.shown}
    assert offered["s"] == {"x": "X", "z": "Z"}
    assert offered["m"] == {"x": "X", "y": "Y", "z": "Z"}
    assert judged.answers["m"] == ["x", "z"]
    assert codes(judged) == {("s", "not_a_choice"), ("m", "calculation_failed")}
    assert codes(form(of, {"a": "2026-01-01", "m": ["x"]})) == set()


def test_the_screen_learns_what_to_show() -> None:
    questions = [ASKED, asked(name="b", relevant="${a} = 'ya'", required=True)]
    hidden, visible = (shown(questions, {"a": a, "b": "x"}, "b") for a in ("tidak", "ya"))
    assert (hidden.relevant, hidden.required, hidden.answer) == (False, False, None)
    assert (visible.relevant, visible.required, visible.answer) == (True, True, "x")
    assert [each.path for each in form(pack(CHILDREN), {"anak": [{}]}).shown] == [
        "pemohon",
        "pemohon/nama",
        "anak",
        "anak/0/nama",
        "anak/0/umur",
        "anak/0/ke",
        "anak/0/ibu",
        "anak/0/ibu/nama",
        "anak/0/lain",
        "anak/0/sekolah",
    ]


def test_today_is_the_day_at_the_office() -> None:
    of = pack({**CALCULATED, "calculation": "today()"})
    late = datetime(2026, 11, 16, 16, 30, tzinfo=UTC)
    assert form(of, {}, late).answers["c"] == "2026-11-17"
    jakarta = WorkCalendar(week=CALENDAR.week, utc_offset=420)
    assert evaluate(of, {}, circumstances(late, jakarta)).answers["c"] == "2026-11-16"
    assert circumstances(late).zone == "WITA"
    assert circumstances(late, WorkCalendar(week=CALENDAR.week, utc_offset=0)).zone == ""
    with pytest.raises(ValueError, match="zone"):
        form(of, {}, datetime(2026, 11, 16))  # noqa: DTZ001 - that is the point


def test_the_hub_comes_to_the_same_answers() -> None:
    of = pack(ASKED, {**CALCULATED, "calculation": "concat(${a}, '!')"}, CHILDREN)
    sent = form(of, {"a": "x", "anak": [{"nama": "Budi"}]}).answers
    again = evaluate_again(of, sent, circumstances())
    assert again.answers == sent
    assert {str(problem.code) for problem in again.problems} == {"required"}


@pytest.mark.parametrize("lie", [{"c": "y!"}, {"a": " x"}, {"z": 1}, {"c": None}, {"c": 10**400}])
def test_a_desk_that_lies_about_a_calculation_is_found(lie: dict[str, Any]) -> None:
    of = pack(ASKED, {**CALCULATED, "calculation": "concat(${a}, '!')"})
    again = evaluate_again(of, {"a": "x", "c": "x!", **lie}, circumstances())
    assert ("", "answers_differ") in codes(again)
    assert not again.is_complete


def test_what_a_newer_calendar_counts_differently_is_taken_as_sent() -> None:
    of = pack(
        {"type": "date", "name": "d", "label": "D"},
        {**CALCULATED, "calculation": "working-days-between(today(), ${d})", "constraint": ". < 4"},
        {"type": "calculate", "name": "e", "label": "E", "calculation": "${c} + 1"},
    )
    sent = form(of, {"d": "2026-11-20"}).answers
    assert (sent["c"], sent["e"]) == (3, 4)
    newer = WorkCalendar(week=CALENDAR.week, utc_offset=480)
    again = evaluate_again(of, sent, circumstances(NOW, newer))
    assert again.answers == sent
    assert codes(again) == {("c", "calculation_differs")}
    assert [problem.path for problem in again.warnings] == ["c"]
    assert codes(evaluate_again(of, sent, circumstances())) == set()
    unsent = evaluate_again(of, {"d": "2026-11-20"}, circumstances())
    assert ("", "answers_differ") in codes(unsent)


def test_a_form_that_costs_too_much_is_refused() -> None:
    heavy = {**CALCULATED, "calculation": "+".join(["sum(${anak_umur})"] * 90)}
    of = pack({**CHILDREN, "max_rows": 100}, *({**heavy, "name": f"c{number}"} for number in range(40)))
    row = {"nama": "Budi", "umur": 1}
    assert form(of, {"anak": [row]}).answers["c39"] == 90
    with pytest.raises(FormTooHeavy):
        form(of, {"anak": [row] * 100})

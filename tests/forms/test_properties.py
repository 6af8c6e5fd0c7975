"""What holds for every answer to the shipped packs, whatever a clerk types or a hostile desk sends."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.catalogue import shipped_catalogue
from forms.evaluation import evaluate, evaluate_again
from forms.letter_content import letter_content
from forms.pack import Pack
from forms.schema import Date, Decimal, Element, Integer, Person, Repeat, SelectMultiple, SelectOne, Time
from tests.forms.building import circumstances

PACKS = shipped_catalogue().packs
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
DAYS = st.dates().map(str)


def answers_to(pack: Pack, reference: str) -> st.SearchStrategy[Any]:
    """Right and wrong answers to one question."""
    question = pack.fields[reference].field.question
    inside = {
        name: answers_to(pack, name)
        for name, compiled in pack.fields.items()
        if compiled.field.parent == reference and isinstance(question, (Person, Repeat))
    }
    if isinstance(question, Person):
        return _objects(pack, inside)
    if isinstance(question, Repeat):
        return st.lists(_objects(pack, inside), max_size=9)
    return _plain(question, list(pack.fields[reference].choices))


def _plain(question: Element, choices: list[str]) -> st.SearchStrategy[Any]:
    if isinstance(question, (Integer, Decimal)):
        return st.integers(-10, 2**40) | st.floats()
    if isinstance(question, Date):
        return DAYS | st.text(max_size=12)
    if isinstance(question, Time):
        return st.times().map(lambda at: at.strftime("%H:%M"))
    if isinstance(question, (SelectOne, SelectMultiple)):
        return st.sampled_from(choices) | st.text(max_size=3)
    return st.text(max_size=30) | st.from_regex(r"[0-9]{16}", fullmatch=True)


def _objects(pack: Pack, inside: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    named = {pack.fields[reference].field.question.name: answers for reference, answers in inside.items()}
    return st.fixed_dictionaries({}, optional=named)


def whole(pack: Pack) -> st.SearchStrategy[dict[str, Any]]:
    outer = {
        compiled.field.keys[0]: answers_to(pack, reference)
        for reference, compiled in pack.fields.items()
        if compiled.field.repeat is None and len(compiled.field.keys) == 1
    }
    return st.fixed_dictionaries({}, optional=outer)


CASES = st.sampled_from(PACKS).flatmap(lambda pack: st.tuples(st.just(pack), whole(pack), MOMENTS))


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_judging_again_changes_nothing(case: tuple[Pack, dict[str, Any], datetime]) -> None:
    pack, answers, at = case
    first = evaluate(pack, answers, circumstances(at))
    sent = json.loads(json.dumps(first.answers))
    second = evaluate(pack, sent, circumstances(at))
    assert second.answers == first.answers
    assert letter_content(second) == letter_content(first)
    again = evaluate_again(pack, sent, circumstances(at))
    assert again.answers == first.answers
    assert again.problems == second.problems


@settings(max_examples=40, deadline=None)
@given(CASES)
def test_what_is_sent_is_only_what_is_asked(case: tuple[Pack, dict[str, Any], datetime]) -> None:
    pack, answers, at = case
    found = evaluate(pack, answers, circumstances(at))
    hidden = {each.path for each in found.shown if not each.relevant}
    assert not hidden & set(_paths(found.answers))
    assert all(problem.path not in hidden for problem in found.problems)


def _paths(answers: Any, prefix: str = "") -> list[str]:
    if isinstance(answers, dict):
        return [path for key, inside in answers.items() for path in _paths(inside, f"{prefix}{key}/")]
    if isinstance(answers, list):
        return [path for index, inside in enumerate(answers) for path in _paths(inside, f"{prefix}{index}/")]
    return [prefix.rstrip("/")]

"""The shape of actions, judged before their meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actions import HUB_KINDS, OFFICE_KINDS, ActionKind, Json, NumberRef
from domain.bodies import REQUIRED, is_hash, shape_problem
from tests.domain.builders import BODIES, an_action

SUBMITTED = "hash-of-submit"


def test_every_kind_has_its_row_of_required_fields() -> None:
    assert set(REQUIRED) == set(ActionKind)


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_a_fitting_action_has_no_problem(kind: ActionKind) -> None:
    base = None if kind is ActionKind.SUBMIT else SUBMITTED
    assert shape_problem(an_action(kind, base), author_is_hub=kind in HUB_KINDS) is None


@pytest.mark.parametrize("kind", sorted(ActionKind))
def test_neither_an_officer_nor_the_hub_may_take_the_others_kinds(kind: ActionKind) -> None:
    found = shape_problem(an_action(kind, SUBMITTED), author_is_hub=kind not in HUB_KINDS)
    assert found == "kind_of_other_author"


@pytest.mark.parametrize("kind", sorted(OFFICE_KINDS))
def test_kinds_of_the_office_name_no_request(kind: ActionKind) -> None:
    found = shape_problem(an_action(kind, SUBMITTED), author_is_hub=kind in HUB_KINDS)
    assert found == "request_does_not_fit"


def test_a_number_is_voided_for_a_request_or_for_the_book_alone() -> None:
    for request, base in (("req-1", SUBMITTED), (None, None)):
        action = an_action(ActionKind.NUMBER_VOIDED, base, request=request)
        assert shape_problem(action, author_is_hub=True) is None


def test_only_the_first_action_has_no_base() -> None:
    assert shape_problem(an_action(ActionKind.SUBMIT, SUBMITTED), author_is_hub=False) == "base_does_not_fit"
    assert shape_problem(an_action(ActionKind.VERIFY, None), author_is_hub=False) == "base_does_not_fit"


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [
        (ActionKind.RETURN, "to", ""),
        (ActionKind.RETURN, "to", 7),
        (ActionKind.RETURN, "reason", "x" * 201),
        (ActionKind.PREPARE, "medium", "smoke"),
        (ActionKind.PREPARE, "medium", 1),
        (ActionKind.SIGN, "prepared", "short"),
        (ActionKind.SIGN, "size", True),
        (ActionKind.SIGN, "size", 0),
        (ActionKind.SIGN, "size", "9"),
        (ActionKind.SIGN, "provider", "smoke"),
        (ActionKind.ISSUE, "number", {"book": "sku", "year": "2026", "n": 1}),
        (ActionKind.ISSUE, "number", 7),
        (ActionKind.ERASED, "actions", "a"),
        (ActionKind.ERASED, "actions", [""]),
        (ActionKind.OUTCOME_RESOLVED, "outcome", "perhaps"),
    ],
)
def test_a_wrong_field_is_found(kind: ActionKind, field: str, wrong: Json) -> None:
    action = an_action(kind, SUBMITTED, body={field: wrong})
    assert shape_problem(action, author_is_hub=kind in HUB_KINDS) == "body_does_not_fit"


def test_fields_from_the_future_do_no_harm() -> None:
    action = an_action(ActionKind.VERIFY, SUBMITTED, body={"tomorrow": [1, {"x": None}]})
    assert shape_problem(action, author_is_hub=False) is None


@given(st.one_of(st.text(max_size=60), st.integers(), st.none(), st.lists(st.integers(), max_size=2)))
def test_only_43_characters_of_base64url_are_a_hash(value: Json) -> None:
    fits = isinstance(value, str) and len(value) == 43 and value.isascii()
    assert not is_hash(value) or fits


def test_reading_a_body_never_raises() -> None:
    action = an_action(ActionKind.VERIFY, SUBMITTED, body={"text": 7, "whole": "x", "number": []})
    assert (action.text("text"), action.whole("whole"), action.number()) == ("", 0, None)
    assert an_action(ActionKind.VERIFY, SUBMITTED, body={"whole": 3}).whole("whole") == 3
    assert NumberRef.read({"book": "b", "year": 1, "n": "2"}) is None

"""Whatever the workflow table lets a person do, a person can do: at the window with a key, and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

import pytest

from desktop.cli.parsing import VERBS as TYPED
from desktop.cli.parsing import build_line_parser
from desktop.cli.verbs import VERBS, name_of
from desktop.office import acting
from desktop.pages.deeds import deeds, deeds_for
from domain.actions import ActionKind
from domain.routes import StepAct
from domain.workflow import TABLE, Actor, State

K = ActionKind
AS_A_PERSON: Final = (Actor.FILING, Actor.STEP, Actor.SIGNING)
ELSEWHERE: Final = {
    K.SUBMIT: "a new request is a page of its own",
    K.PRINTED: "said by the printer's desk when paper came out, behind “Cetak surat” (Ctrl+P)",
}
"""What no button of a request's page is for, and why."""
BESIDE_A_SIGNATURE: Final = (K.APPROVE, StepAct.SIGN)
"""An approval is offered in the queue where the letter's bytes are not here yet; else the signature itself is."""
LINES: Final = {
    K.SUBMIT: "submit LAYANAN --answers f.json",
    K.CORRECT: "correct R --answers f.json",
    K.ADD_DOCUMENT: "attach R ktp=f.pdf",
    K.SIGN: "sign R --p12 f.p12",
    K.ISSUE: "issue R --p12 f.p12",
    K.SIGNED_ON_PAPER: "wet-ink R --scan f.pdf",
    **{kind: f"act R {verb} --reason x --by S" for verb, kind in acting.VERBS.items()},
}


def situations() -> Iterator[tuple[State, StepAct, frozenset[ActionKind]]]:
    """Every state at every kind of step, for officers in one, two or all three parts: what the table lets them do."""
    parts = [set(some) for n in (1, 2, 3) for some in combinations(AS_A_PERSON, n)]
    for state in State:
        for act in StepAct:
            rows = [row for row in TABLE if state in row.states and (not row.acts or act in row.acts)]
            for actors in parts:
                may = frozenset(row.kind for row in rows if row.actor in actors)
                if may:
                    yield state, act, may


def offered(may: frozenset[ActionKind]) -> set[ActionKind]:
    """What a request's page has a button for, whichever way its letter is signed."""
    return {deed.kind for medium in ("electronic", "paper") for deed in deeds_for(tuple(may), medium)}


def test_every_line_of_the_table_that_a_person_may_do_has_a_button_in_its_state() -> None:
    unreachable = {
        (state, act, kind)
        for state, act, may in situations()
        for kind in may - offered(may) - set(ELSEWHERE)
        if (kind, act) != BESIDE_A_SIGNATURE
    }
    assert unreachable == set()
    assert K.APPROVE in offered(frozenset({K.APPROVE, K.RETURN, K.REJECT})), "as the queue asks for it"


def test_every_button_has_a_key_and_no_two_that_are_open_together_have_the_same() -> None:
    assert [deed.word for deed in deeds() if not deed.key] == []
    for state, act, may in situations():
        for medium in ("electronic", "paper"):
            keys = [deed.key for deed in deeds_for(tuple(may), medium)]
            assert len(keys) == len(set(keys)), (state, act, sorted(may), keys)


def test_a_letter_prepared_for_another_signer_is_prepared_anew_first() -> None:
    may = (K.RETURN, K.REJECT, K.PREPARE, K.SIGN)
    assert [deed.key for deed in deeds_for(may, other_signer=True)] == ["P", "Shift+P", "R", "T"]
    assert [deed.key for deed in deeds_for(may)] == ["A", "Shift+P", "R", "T"]


@pytest.mark.parametrize("kind", sorted({row.kind for row in TABLE if row.actor in AS_A_PERSON}))
def test_every_line_of_the_table_that_a_person_may_do_can_be_typed(kind: ActionKind) -> None:
    parsed = build_line_parser().parse_args(LINES[kind].split())
    assert name_of(parsed) in VERBS
    assert set(TYPED) == set(acting.VERBS)

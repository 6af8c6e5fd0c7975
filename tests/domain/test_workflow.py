"""The workflow table as it stands; a change of it is a change of the law of the office and must be seen."""

from __future__ import annotations

from domain.actions import OFFICE_KINDS, ActionKind
from domain.routes import StepAct
from domain.workflow import ENDINGS, OPEN, TABLE, Row, State, row_for

SNAPSHOT = """\
submit | draft | filing | start |  |  | head
add_document | at_step returned | filing | stay |  |  | fact
verify | at_step returned | step | forward | verify |  | head
paraf | at_step returned | step | forward | paraf |  | head
approve | at_step returned | step | forward | approve |  | head
approve | at_step to_sign | step | stay | sign |  | fact
return | at_step returned to_sign to_sign_on_paper | step | back | approve issue paraf sign verify |  | head
reject | at_step returned to_sign to_sign_on_paper | step | to | approve issue paraf sign verify | rejected | head
correct | returned | filing | forward | fill |  | head
withdraw | at_step returned to_sign to_sign_on_paper | filing | to |  | withdrawn | head
prepare | at_step returned to_sign to_sign_on_paper | step | stay | sign |  | fact
letter_frozen | at_step returned | hub | freeze | sign |  | fact
letter_thawed | to_sign to_sign_on_paper | hub | to | sign | at_step | fact
letter_thawed | rejected returned withdrawn | hub | stay |  |  | fact
sign | to_sign | step | sign | sign |  | head
issue | at_step returned | step | forward | issue |  | head
outcome_resolved | outcome_uncertain | hub | resolve |  |  | fact
signed_on_paper | to_sign_on_paper | step | forward | sign |  | head
sent_by_courier | signed | signing | stay |  |  | fact
received | signed | filing | stay |  |  | fact
printed | handed_over signed | filing | stay |  |  | fact
hand_over | signed | filing | to |  | handed_over | head
revoke | handed_over signed | signing | to |  | revoked | head
replace | handed_over signed | signing | to |  | replaced | head
number_voided | all but draft | hub | stay |  |  | fact
erased | handed_over rejected replaced revoked signed withdrawn | hub | to |  | erased | fact"""


def _line(row: Row) -> str:
    states = "all but draft" if row.states == frozenset(State) - {State.DRAFT} else " ".join(sorted(row.states))
    head = "head" if row.moves_head else "fact"
    return " | ".join([row.kind, states, row.actor, row.effect, " ".join(sorted(row.acts)), row.to or "", head])


def test_the_table_is_the_one_that_was_decided() -> None:
    assert "\n".join(_line(row) for row in TABLE) == SNAPSHOT


def test_every_kind_of_a_request_has_a_line() -> None:
    assert {row.kind for row in TABLE} == set(ActionKind) - OFFICE_KINDS


def test_at_most_one_line_answers_in_any_situation() -> None:
    for kind in ActionKind:
        for state in State:
            for act in StepAct:
                fitting = [r for r in TABLE if r.kind is kind and state in r.states and (not r.acts or act in r.acts)]
                assert len(fitting) <= 1
                assert row_for(kind, state, act) == (fitting[0] if fitting else None)


def test_while_the_outcome_is_uncertain_nobody_withdraws_rejects_or_signs_again() -> None:
    for kind in (ActionKind.WITHDRAW, ActionKind.REJECT, ActionKind.RETURN, ActionKind.SIGN):
        assert all(row_for(kind, State.OUTCOME_UNCERTAIN, act) is None for act in StepAct)


def test_an_ending_is_never_reopened() -> None:
    for row in TABLE:
        assert row.to in ENDINGS | {None, State.AT_STEP}
        if row.states & ENDINGS:
            assert row.to in ENDINGS | {None}
    assert not OPEN & ENDINGS

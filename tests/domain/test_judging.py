"""The judgement of actions: base, table, fit, authority, bytes; the desk's offer is the same judgement asked ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actions import HUB_KINDS, OFFICE_KINDS, ActionKind
from domain.judging import Standing, Successor, judge, open_kinds
from domain.posts import Assignment, Interval, Status
from domain.reasons import SENTENCES, sentence
from domain.request import Request, start
from domain.routes import Route
from domain.verdicts import Code, Verdict, WaitsFor
from domain.workflow import State
from tests.domain.builders import DISPENSASI, KECAMATAN, NOON, SKTM, VILLAGE, a_blob, an_action

K = ActionKind
ALWAYS = NOON - timedelta(days=365)


def held(identity: str, officer: str, office: str, post: str, seksi: str | None = None) -> Assignment:
    """A definitive assignment, held long since."""
    return Assignment(id=identity, officer=officer, office=office, post=post, start=ALWAYS, seksi=seksi)


PEOPLE = (
    held("t1", "clerk-1", VILLAGE, "clerk"),
    held("t2", "kades-1", VILLAGE, "kades"),
    held("t3", "kasi-1", KECAMATAN, "kasi", "kesra"),
    held("t4", "sekcam-1", KECAMATAN, "sekcam"),
    held("tugas-camat", "camat-1", KECAMATAN, "camat"),
)
NOW = Interval(NOON, NOON + timedelta(hours=1))
AT_VILLAGE = Standing(VILLAGE, PEOPLE, NOW)
AT_KECAMATAN = Standing(KECAMATAN, PEOPLE, NOW)


def submitted() -> Request:
    return start(an_action(K.SUBMIT, author="clerk-1"), DISPENSASI)


def to_sign() -> Request:
    request = submitted()
    for kind in (K.VERIFY, K.PARAF, K.LETTER_FROZEN):
        request = request.apply(an_action(kind, request.head))
    return request


def said(verdict: Verdict) -> tuple[Code, str]:
    return verdict.code, verdict.reason


def test_the_whole_road_is_accepted_step_by_step() -> None:
    first = an_action(K.SUBMIT, author="clerk-1")
    assert judge(None, first, AT_VILLAGE).code is Code.OK
    request = start(first, DISPENSASI)
    for kind, author in ((K.VERIFY, "kasi-1"), (K.PARAF, "sekcam-1")):
        action = an_action(kind, request.head, author=author)
        assert judge(request, action, AT_KECAMATAN).code is Code.OK
        request = request.apply(action)
    request = request.apply(an_action(K.LETTER_FROZEN, request.head))
    assert judge(request, an_action(K.SIGN, request.head, author="camat-1"), AT_KECAMATAN).code is Code.OK


@pytest.mark.parametrize(
    ("standing", "changes", "expected"),
    [
        (AT_KECAMATAN, {}, (Code.FORBIDDEN, "other_office")),
        (AT_VILLAGE, {"shard": "64.02.02"}, (Code.INVALID, "other_shard")),
        (AT_VILLAGE, {"author": "stranger"}, (Code.FORBIDDEN, "not_assigned")),
    ],
)
def test_a_submission_from_a_wrong_place_is_refused(
    standing: Standing, changes: dict[str, str], expected: tuple[Code, str]
) -> None:
    action = an_action(K.SUBMIT, **{"author": "clerk-1", **changes})
    assert said(judge(None, action, standing)) == expected


def test_a_second_submission_of_the_same_request_is_a_conflict() -> None:
    assert said(judge(submitted(), an_action(K.SUBMIT, author="clerk-1"), AT_VILLAGE))[1] == "already_submitted"


def test_what_hangs_on_nothing_known_is_refused_or_waits_after_a_restore() -> None:
    orphan = an_action(K.VERIFY, "nowhere", author="kasi-1")
    restored = replace(AT_KECAMATAN, restored=True)
    refused = replace(AT_KECAMATAN, refused=frozenset({"nowhere"}))
    for request, reason in ((None, "unknown_request"), (submitted(), "unknown_base")):
        assert said(judge(request, orphan, AT_KECAMATAN)) == (Code.INVALID, reason)
        assert judge(request, orphan, restored).waits_for is WaitsFor.BASE
        assert said(judge(request, orphan, refused)) == (Code.CONFLICT, "base_refused")


def test_of_two_decisions_on_one_head_the_second_is_a_conflict() -> None:
    request = submitted()
    verified = an_action(K.VERIFY, request.head, author="kasi-1")
    rejected = an_action(K.REJECT, request.head, author="kasi-1")
    after = request.apply(verified)
    assert said(judge(after, rejected, AT_KECAMATAN)) == (Code.CONFLICT, "head_moved")


def test_a_withdrawal_after_the_signature_is_a_conflict_and_before_it_ends_the_signing() -> None:
    request = to_sign()
    sign = an_action(K.SIGN, request.head, author="camat-1")
    withdraw = an_action(K.WITHDRAW, request.head, author="clerk-1")
    assert judge(request.apply(sign), withdraw, AT_VILLAGE).reason == "not_open"
    assert judge(request.apply(withdraw), sign, AT_KECAMATAN).reason == "not_open"


def test_a_fact_may_hang_on_any_known_action() -> None:
    request = submitted()
    first = request.head
    request = request.apply(an_action(K.VERIFY, first))
    late = an_action(K.ADD_DOCUMENT, first, author="clerk-1", blobs=(a_blob(),))
    assert judge(request, late, AT_VILLAGE).code is Code.OK


@pytest.mark.parametrize(
    ("kind", "author", "standing", "body", "expected"),
    [
        (K.SIGN, "camat-1", AT_KECAMATAN, {"letter": "letter-0"}, (Code.CONFLICT, "letter_changed")),
        (K.SIGN, "camat-1", AT_KECAMATAN, {"prepared": "B" * 43}, (Code.CONFLICT, "letter_changed")),
        (K.SIGN, "sekcam-1", AT_KECAMATAN, {}, (Code.FORBIDDEN, "not_the_frozen_signer")),
        (K.RETURN, "camat-1", AT_KECAMATAN, {"to": "camat"}, (Code.INVALID, "not_an_earlier_step")),
        (K.RETURN, "camat-1", AT_KECAMATAN, {"to": "kasi"}, (Code.OK, "")),
        (K.RETURN, "kasi-1", AT_KECAMATAN, {}, (Code.FORBIDDEN, "not_assigned")),
        (K.WITHDRAW, "kasi-1", AT_KECAMATAN, {}, (Code.FORBIDDEN, "other_office")),
        (K.REJECT, "kades-1", AT_VILLAGE, {}, (Code.FORBIDDEN, "other_office")),
        (K.LETTER_THAWED, "camat-1", AT_KECAMATAN, {}, (Code.CONFLICT, "not_open")),
        (K.HAND_OVER, "clerk-1", AT_VILLAGE, {}, (Code.CONFLICT, "not_open")),
    ],
)
def test_each_wrong_decision_gets_its_reason(
    kind: ActionKind, author: str, standing: Standing, body: dict[str, str], expected: tuple[Code, str]
) -> None:
    request = to_sign()
    assert said(judge(request, an_action(kind, request.head, author=author, body=body), standing)) == expected


def test_an_action_of_another_shard_is_invalid() -> None:
    request = submitted()
    action = an_action(K.VERIFY, request.head, author="kasi-1", shard="64.02.02")
    assert said(judge(request, action, AT_KECAMATAN)) == (Code.INVALID, "other_shard")


def test_the_signing_office_may_revoke_and_no_other() -> None:
    request = to_sign()
    request = request.apply(an_action(K.SIGN, request.head))
    revoke = an_action(K.REVOKE, request.head, author="camat-1")
    assert judge(request, revoke, AT_KECAMATAN).code is Code.OK
    assert judge(request, revoke, AT_VILLAGE).reason == "other_office"


@pytest.mark.parametrize(
    ("successor", "by", "reason"),
    [
        (Successor(VILLAGE, State.SIGNED), "req-2", ""),
        (Successor(VILLAGE, State.AT_STEP), "req-2", ""),
        (None, "req-2", "not_a_successor"),
        (Successor(VILLAGE, State.SIGNED), "req-1", "not_a_successor"),
        (Successor(KECAMATAN, State.SIGNED), "req-2", "not_a_successor"),
        (Successor(VILLAGE, State.REVOKED), "req-2", "not_a_successor"),
    ],
)
def test_a_letter_is_replaced_by_another_of_the_same_office_that_has_not_ended(
    successor: Successor | None, by: str, reason: str
) -> None:
    request = to_sign()
    request = request.apply(an_action(K.SIGN, request.head))
    swap = an_action(K.REPLACE, request.head, author="camat-1", body={"by": by})
    assert judge(request, swap, replace(AT_KECAMATAN, successor=successor)).reason == reason
    assert request.apply(swap).successor == by


def test_the_camat_is_refused_while_a_plh_holds_the_post_and_parked_when_only_partly() -> None:
    request = to_sign()
    sign = an_action(K.SIGN, request.head, author="camat-1")
    whole = replace(held("p", "kasi-1", KECAMATAN, "camat"), status=Status.PLH)
    partly = replace(whole, start=NOON + timedelta(minutes=30))
    during = replace(AT_KECAMATAN, assignments=(*PEOPLE, whole))
    turning = replace(AT_KECAMATAN, assignments=(*PEOPLE, partly))
    assert said(judge(request, sign, during)) == (Code.FORBIDDEN, "substituted")
    assert judge(request, sign, turning).waits_for is WaitsFor.AUTHORITY


def test_a_step_is_not_open_before_the_bytes_it_decides_on_are_stored() -> None:
    request = start(an_action(K.SUBMIT, blobs=(a_blob(),)), SKTM)
    missing = replace(AT_VILLAGE, missing=frozenset({"K" * 43, "other"}))
    issue = an_action(K.ISSUE, request.head, author="kades-1")
    assert judge(request, issue, missing).code is Code.OK
    request = request.apply(issue)
    verify = an_action(K.VERIFY, request.head, author="kasi-1")
    unseen = replace(AT_KECAMATAN, missing=missing.missing)
    assert judge(request, verify, unseen).waits_for is WaitsFor.BYTES
    assert judge(request, an_action(K.RETURN, request.head, author="kasi-1"), unseen).code is Code.OK
    assert judge(request, verify, AT_KECAMATAN).code is Code.OK


def test_what_the_desk_offers_is_what_the_judge_accepts() -> None:
    request = to_sign()
    assert open_kinds(request, AT_KECAMATAN, "camat-1") == (K.APPROVE, K.RETURN, K.REJECT, K.PREPARE, K.SIGN)
    assert open_kinds(request, AT_VILLAGE, "clerk-1") == (K.WITHDRAW,)
    assert open_kinds(request, AT_KECAMATAN, "kasi-1") == ()


ROADS = (
    (K.VERIFY, "kasi-1", AT_KECAMATAN),
    (K.PARAF, "sekcam-1", AT_KECAMATAN),
    (K.RETURN, "kasi-1", AT_KECAMATAN),
    (K.RETURN, "camat-1", AT_KECAMATAN),
    (K.REJECT, "camat-1", AT_KECAMATAN),
    (K.CORRECT, "clerk-1", AT_VILLAGE),
    (K.WITHDRAW, "clerk-1", AT_VILLAGE),
    (K.ADD_DOCUMENT, "clerk-1", AT_VILLAGE),
    (K.ISSUE, "kades-1", AT_VILLAGE),
    (K.SIGN, "camat-1", AT_KECAMATAN),
    (K.PRINTED, "clerk-1", AT_VILLAGE),
    (K.HAND_OVER, "clerk-1", AT_VILLAGE),
    (K.REVOKE, "camat-1", AT_KECAMATAN),
)


@given(st.sampled_from([DISPENSASI, SKTM]), st.lists(st.sampled_from(ROADS), max_size=25))
def test_whatever_the_judge_accepts_folds(route: Route, steps: list[tuple[ActionKind, str, Standing]]) -> None:
    request = start(an_action(K.SUBMIT), route)
    for kind, author, standing in steps:
        action = an_action(kind, request.head, author=author)
        offered = kind in open_kinds(request, standing, author)
        verdict = judge(request, action, standing)
        if verdict.code is Code.OK:
            assert offered
            request = request.apply(action)
        if request.row(K.LETTER_FROZEN) and request.state is State.AT_STEP:
            request = request.apply(an_action(K.LETTER_FROZEN, request.head))


def test_every_reason_has_a_sentence_and_a_stranger_gets_a_calm_one() -> None:
    for wait in WaitsFor:
        assert wait.value in SENTENCES
    assert sentence("from-the-future").endswith("komputer ini.")
    assert sentence("head_moved").startswith("Petugas lain")
    assert not HUB_KINDS <= OFFICE_KINDS
    assert Verdict(Code.LATE).refused
    assert not Verdict(Code.PARKED).refused

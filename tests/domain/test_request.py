"""A request is the fold of its actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from domain.actions import Action, ActionKind, Json, NumberRef
from domain.request import BrokenLog, Request, fold, start
from domain.routes import InvalidRoute, Route
from domain.scopes import scope_of_office, scopes_of, shard_of_office
from domain.workflow import State
from tests.domain.builders import (
    AGENCY,
    AID,
    CAMAT,
    DISPENSASI,
    FILL,
    HASH,
    KADES,
    KASI,
    SKTM,
    USAHA,
    a_blob,
    an_action,
)

K = ActionKind


def returning(to: str) -> dict[str, dict[str, Json]]:
    """The body of a return to this step, by kind."""
    return {"return": {"to": to}}


def walk(route: Route, *kinds: ActionKind, **bodies: Mapping[str, Json]) -> Request:
    """The request after a submission and these kinds, each on the head; bodies by kind."""
    request = start(an_action(K.SUBMIT), route)
    for kind in kinds:
        request = request.apply(an_action(kind, request.head, body=bodies.get(kind.value, {})))
    return request


def test_a_submission_stands_at_the_step_after_the_answers() -> None:
    request = walk(DISPENSASI)
    assert (request.state, request.at.id, request.office) == (State.AT_STEP, "kasi", "64.02.01")


def test_the_camat_signs_after_verification_and_paraf() -> None:
    request = walk(DISPENSASI, K.VERIFY, K.PARAF, K.LETTER_FROZEN, K.SIGN)
    assert request.state is State.SIGNED
    assert request.frozen is None
    assert [(s.letter, s.number) for s in request.signatures] == [("letter-1", NumberRef("umum", 2026, 7))]
    assert request.signing_step == CAMAT


def test_what_the_hub_keeps_book_of_leaves_the_head_alone() -> None:
    request = walk(DISPENSASI, K.VERIFY, K.PARAF)
    frozen = request.apply(an_action(K.LETTER_FROZEN, request.head))
    assert frozen.head == request.head
    assert frozen.state is State.TO_SIGN
    assert frozen.apply(an_action(K.LETTER_THAWED, frozen.head)).state is State.AT_STEP


def test_a_village_letter_is_signed_where_it_was_filed() -> None:
    request = walk(USAHA, K.ISSUE)
    assert request.state is State.SIGNED
    assert request.signatures[0].number == NumberRef("sku", 2026, 3)
    assert scopes_of(request) == {"v:64.02.01.2001"}


def test_a_return_names_an_earlier_step_and_a_correction_goes_on_from_there() -> None:
    request = walk(DISPENSASI, K.VERIFY, K.RETURN)
    assert (request.state, request.at) == (State.RETURNED, FILL)
    assert request.trail[-1].reason == "kurang_lengkap"
    corrected = request.apply(an_action(K.CORRECT, request.head))
    assert (corrected.state, corrected.at) == (State.AT_STEP, KASI)


def test_a_return_to_the_kasi_is_verified_again() -> None:
    request = walk(DISPENSASI, K.VERIFY, K.PARAF, K.LETTER_FROZEN, K.RETURN, **returning("kasi"))
    assert (request.state, request.at, request.frozen) == (State.RETURNED, KASI, None)
    assert request.apply(an_action(K.VERIFY, request.head)).at.id == "sekcam"


@pytest.mark.parametrize("to", ["camat", "sekcam", "nowhere"])
def test_a_return_never_goes_forward(to: str) -> None:
    with pytest.raises(BrokenLog):
        walk(DISPENSASI, K.VERIFY, K.RETURN, **returning(to))


def test_a_return_before_the_village_signature_drops_it_and_one_behind_it_keeps_it() -> None:
    issued = walk(SKTM, K.ISSUE)
    assert issued.signing_step == KADES
    to_kades = walk(SKTM, K.ISSUE, K.VERIFY, K.RETURN, **returning("kades"))
    assert (to_kades.signatures, to_kades.at) == ((), KADES)
    to_kasi = walk(SKTM, K.ISSUE, K.VERIFY, K.RETURN, **returning("kasi"))
    assert len(to_kasi.signatures) == 1
    assert len(to_kasi.apply(an_action(K.VERIFY, to_kasi.head)).signatures) == 1


def test_wet_ink_is_prepared_on_paper_signed_sent_and_received() -> None:
    request = walk(DISPENSASI, K.VERIFY, K.PARAF, K.PREPARE, prepare={"medium": "paper"})
    assert request.medium == "paper"
    request = request.apply(an_action(K.LETTER_FROZEN, request.head, body={"medium": "paper"}))
    assert request.state is State.TO_SIGN_ON_PAPER
    for kind in (K.SIGNED_ON_PAPER, K.SENT_BY_COURIER, K.RECEIVED):
        request = request.apply(an_action(kind, request.head))
    assert request.state is State.SIGNED
    assert request.signatures[-1].sha256 == "C" * 43


def test_an_uncertain_outcome_is_resolved_by_looking() -> None:
    remote: dict[str, Json] = {"provider": "bsre"}
    before = walk(DISPENSASI, K.VERIFY, K.PARAF, K.LETTER_FROZEN, K.SIGN, sign=remote)
    assert before.state is State.OUTCOME_UNCERTAIN
    assert before.apply(an_action(K.OUTCOME_RESOLVED, before.head)).state is State.SIGNED
    failed = before.apply(an_action(K.OUTCOME_RESOLVED, before.head, body={"outcome": "failed"}))
    assert (failed.state, failed.signatures) == (State.TO_SIGN, ())


def test_a_failed_signature_may_be_tried_again() -> None:
    remote: dict[str, Json] = {"provider": "bsre"}
    request = walk(DISPENSASI, K.VERIFY, K.PARAF, K.LETTER_FROZEN, K.SIGN, sign=remote)
    failed = request.apply(an_action(K.OUTCOME_RESOLVED, request.head, body={"outcome": "failed"}))
    assert failed.frozen is not None
    assert failed.apply(an_action(K.SIGN, failed.head)).state is State.SIGNED


def test_prints_are_counted_and_leave_the_head() -> None:
    request = walk(USAHA, K.ISSUE, K.PRINTED, K.PRINTED)
    assert request.copies == 2
    assert request.apply(an_action(K.HAND_OVER, request.head)).state is State.HANDED_OVER


@pytest.mark.parametrize(
    ("kind", "state"),
    [(K.REVOKE, State.REVOKED), (K.REPLACE, State.REPLACED), (K.HAND_OVER, State.HANDED_OVER)],
)
def test_a_signed_letter_ends_in_one_of_its_endings(kind: ActionKind, state: State) -> None:
    assert walk(USAHA, K.ISSUE, kind).state is state


def test_an_erased_request_says_so_and_its_log_still_folds() -> None:
    request = walk(DISPENSASI, K.WITHDRAW)
    assert request.state is State.WITHDRAWN
    erased = request.apply(an_action(K.ERASED, request.head))
    assert erased.state is State.ERASED
    assert len(erased.trail) == 3


def test_documents_gather_and_letters_are_none() -> None:
    first = an_action(K.SUBMIT, blobs=(a_blob(), a_blob("letter", "L" * 43)))
    request = start(first, DISPENSASI)
    more = request.apply(an_action(K.ADD_DOCUMENT, request.head, blobs=(a_blob("n1", "N" * 43),)))
    assert [blob.document for blob in more.documents] == ["kk", "n1"]
    assert more.head == request.head


def test_a_log_that_no_judge_could_accept_is_broken() -> None:
    submitted = an_action(K.SUBMIT)
    wrong: list[list[Action]] = [
        [],
        [an_action(K.VERIFY, HASH)],
        [an_action(K.SUBMIT, request=None)],
        [submitted, an_action(K.SIGN, submitted.hash)],
        [submitted, an_action(K.VERIFY, submitted.hash, request="req-2")],
    ]
    for log in wrong:
        with pytest.raises(BrokenLog):
            fold(log, DISPENSASI)
    assert fold([submitted], DISPENSASI) == start(submitted, DISPENSASI)


def test_scopes_follow_the_offices_a_request_has_reached() -> None:
    request = walk(AID)
    assert scopes_of(request) == {"v:64.02.01.2001", "k:64.02.01"}
    assert scopes_of(request.apply(an_action(K.VERIFY, request.head))) == {
        "v:64.02.01.2001",
        "k:64.02.01",
        "o:64.02/dinsos",
    }
    assert AGENCY.office_for("64.02.01.2001") == "64.02/dinsos"


@pytest.mark.parametrize(
    ("office", "scope", "shard"),
    [
        ("64.02.01.2001", "v:64.02.01.2001", "64.02.01"),
        ("64.02.01", "k:64.02.01", "64.02.01"),
        ("64.02/dinsos", "o:64.02/dinsos", "64.02"),
    ],
)
def test_an_office_has_one_scope_and_one_shard(office: str, scope: str, shard: str) -> None:
    assert (scope_of_office(office), shard_of_office(office)) == (scope, shard)


@pytest.mark.parametrize("steps", [(), (FILL,), (KADES, FILL), (FILL, FILL), (FILL, CAMAT, CAMAT), (FILL, KASI, FILL)])
def test_a_route_that_no_request_could_walk_is_refused(steps: tuple[object, ...]) -> None:
    with pytest.raises(InvalidRoute):
        Route(steps)  # type: ignore[arg-type]


def test_only_the_filing_office_issues_and_only_the_first_step_fills() -> None:
    for wrong in (replace(KADES, place="kecamatan"), replace(FILL, id="lagi")):
        with pytest.raises(InvalidRoute):
            Route((FILL, KASI, wrong))
    with pytest.raises(InvalidRoute):
        Route((replace(FILL, place="kecamatan"), KASI))
    assert DISPENSASI.index("nowhere") is None

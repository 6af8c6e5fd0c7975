"""Which bytes an office's desk should hold of a request, by where the request stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.actions import ActionKind
from domain.request import FrozenLetter, Request, Signature, fold
from domain.workflow import State
from sync.hub_port import LetterKey
from sync.protocol import BlobKey
from sync.wanting import wanted_of
from tests.domain.builders import DISPENSASI, a_blob, an_action

SIGNED = Signature("letter-1", "S" * 43, 3, "camat", "action-1", None)
FROZEN = FrozenLetter("letter-1", "P" * 43, 700, "camat", "a-camat", "electronic", None)


@pytest.fixture
def request_() -> Request:
    found = fold([an_action(ActionKind.SUBMIT)], DISPENSASI)
    assert found is not None
    return replace(found, documents=(a_blob(),))


def names(request: Request, office: str) -> list[tuple[object, str, int, str]]:
    return [(each.key, each.sha256, each.size, each.revision) for each in wanted_of(request, office, {"action-1": 900})]


def test_where_it_waits_for_a_decision_its_documents_are_wanted(request_: Request) -> None:
    blob = request_.documents[0]
    key = BlobKey(request_.shard, request_.id, blob.sha256)
    assert names(request_, request_.office) == [(key, blob.sha256, blob.size, "")]
    assert names(request_, request_.filing_office) == []


def test_where_it_waits_for_a_signature_the_prepared_letter_is_wanted(request_: Request) -> None:
    to_sign = replace(request_, state=State.TO_SIGN, frozen=FROZEN)
    found = names(to_sign, to_sign.office)
    assert found[0] == (LetterKey(to_sign.id, "letter-1"), "P" * 43, 700, "prepared")
    assert names(replace(to_sign, frozen=None), to_sign.filing_office) == []


@pytest.mark.parametrize("state", [State.SIGNED, State.HANDED_OVER])
def test_where_it_was_filed_the_signed_letter_is_wanted(request_: Request, state: State) -> None:
    signed = replace(request_, state=state, signatures=(SIGNED,))
    key = LetterKey(signed.id, "letter-1")
    assert names(signed, signed.filing_office) == [(key, "S" * 43, 900, "signed")]
    paper = replace(signed, medium="paper")
    assert names(paper, paper.filing_office) == [(BlobKey(paper.shard, paper.id, "S" * 43), "S" * 43, 900, "")]

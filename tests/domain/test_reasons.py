"""Every reason of a verdict says more than what happened."""

import pytest

from domain.reasons import SENTENCES, is_dead, sentence
from domain.verdicts import Code, WaitsFor


@pytest.mark.parametrize("reason", sorted(SENTENCES))
def test_a_reason_says_what_happened_what_to_do_and_that_the_work_is_kept(reason: str) -> None:
    said = sentence(reason)
    assert said.endswith("tetap tersimpan di komputer ini.")
    assert SENTENCES[reason].removesuffix(".").count(". ") >= 1


def test_what_a_supervisor_refused_is_not_blamed_on_a_rule() -> None:
    assert "ditolak pengelola" in sentence("refused_by_supervisor")


def test_what_nobody_read_and_what_no_rule_explains_is_dead() -> None:
    assert all(map(is_dead, ("unreadable", "set_aside", "duplicate_id", "of_a_newer_hub", "")))
    assert not any(map(is_dead, ("head_moved", "wrong_answers", "refused_by_supervisor")))


def test_a_newer_hubs_words_are_an_ending_and_a_wait_that_this_version_can_show() -> None:
    assert Code("quarantined") is Code.INVALID
    assert WaitsFor("waits_for_the_moon") is WaitsFor.AUTHORITY

"""Every reason of a verdict says more than what happened."""

import pytest

from domain.reasons import SENTENCES, sentence


@pytest.mark.parametrize("reason", sorted(SENTENCES))
def test_a_reason_says_what_happened_what_to_do_and_that_the_work_is_kept(reason: str) -> None:
    said = sentence(reason)
    assert said.endswith("tetap tersimpan di komputer ini.")
    assert SENTENCES[reason].removesuffix(".").count(". ") >= 1


def test_what_a_supervisor_refused_is_not_blamed_on_a_rule() -> None:
    assert "ditolak pengelola" in sentence("refused_by_supervisor")

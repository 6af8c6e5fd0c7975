from datetime import timedelta

import pytest

from sync.errors import EnrolmentRefused, ForeignAnswer, HubBusy, NotAllowed, StaleNonce, SyncError, Unreachable
from sync.retry import ASKED_CAP, CAP, Backoff


def test_the_wait_grows_to_a_quarter_of_an_hour_and_no_further() -> None:
    backoff = Backoff(lambda: 1.0)
    waits = [backoff.after(Unreachable()).total_seconds() for _ in range(12)]
    assert waits[:4] == [2.0, 4.0, 8.0, 16.0]
    assert waits[-1] == CAP


def test_a_hundred_desks_do_not_come_at_once() -> None:
    assert Backoff(lambda: 0.0).after(Unreachable()) == timedelta(0)
    assert Backoff(lambda: 0.5).after(Unreachable()) == timedelta(seconds=1)


def test_a_long_outage_does_not_overflow() -> None:
    backoff = Backoff(lambda: 1.0)
    backoff.failures = 10_000
    assert backoff.after(Unreachable()).total_seconds() == CAP


@pytest.mark.parametrize(("asked", "waits"), [(7.0, 7.7), (0.0, 0.0), (-5.0, 0.0), (1e9, ASKED_CAP * 1.1)])
def test_the_hubs_wish_is_granted_within_reason(asked: float, waits: float) -> None:
    backoff = Backoff(lambda: 1.0)
    assert backoff.after(HubBusy(retry_after=asked)).total_seconds() == pytest.approx(waits)


def test_a_busy_hub_without_a_wish_is_waited_for_as_any_other() -> None:
    assert Backoff(lambda: 1.0).after(HubBusy()) == timedelta(seconds=2)


def test_a_captive_portal_is_remembered_until_the_hub_answers() -> None:
    backoff = Backoff(lambda: 1.0)
    backoff.after(ForeignAnswer())
    backoff.after(Unreachable())
    backoff.after(HubBusy())
    backoff.forgive()
    assert (backoff.foreign, backoff.failures) == (True, 0)
    backoff.after(NotAllowed())
    assert not backoff.foreign
    backoff.after(ForeignAnswer())
    backoff.reset()
    assert not backoff.foreign


def all_errors(kind: type[SyncError] = SyncError) -> list[type[SyncError]]:
    children = [child for child in kind.__subclasses__() if child.__module__ == "sync.errors"]
    return [kind, *(each for child in children for each in all_errors(child))]


def test_every_error_has_a_word_of_its_own_and_a_whole_sentence() -> None:
    kinds = all_errors()
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.sentence.endswith(".")


def test_an_error_may_bring_the_hubs_own_sentence() -> None:
    assert SyncError("x", sentence="Dari hub.").sentence == "Dari hub."
    assert str(SyncError()) == "SyncError"
    assert StaleNonce("n").nonce == "n"


def test_a_refused_enrolment_says_how_many_tries_are_left() -> None:
    assert EnrolmentRefused("wrong", 3).sentence.endswith("Sisa percobaan: 3.")
    assert EnrolmentRefused("unheard of").sentence == EnrolmentRefused("wrong").sentence

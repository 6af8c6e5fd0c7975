"""Enrolment codes that cost nothing to guess, where a test is about something else."""

import pytest

from sync import enrolment
from sync.stretching import Cost, stretched


def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes cost half a second to stretch on each side; here a guess costs nothing."""

    def quick(secret: bytes, salt: bytes, _cost: Cost) -> bytes:
        return stretched(secret, salt, Cost(64, 1, 1))

    monkeypatch.setattr(enrolment, "stretched", quick)

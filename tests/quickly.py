"""Enrolment codes that cost nothing to guess, where a test is about something else."""

import pytest
from argon2.low_level import hash_secret_raw

from sync import enrolment


def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes cost half a second to stretch on each side; here a guess costs nothing."""
    stretch = hash_secret_raw

    def quick(secret: bytes, salt: bytes, **cost: object) -> bytes:
        return stretch(secret, salt, **{**cost, "time_cost": 1, "memory_cost": 64})  # type: ignore[arg-type]

    monkeypatch.setattr(enrolment, "hash_secret_raw", quick)

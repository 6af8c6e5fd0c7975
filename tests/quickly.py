"""Secrets that cost nothing to guess, where a test is about something else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sync import enrolment
from sync.stretching import Cost, stretched


def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes cost half a second to stretch on each side; here a guess costs nothing."""
    monkeypatch.setattr(enrolment, "stretched", _quick)


@contextmanager
def codes_quick() -> Iterator[None]:
    """The same for a while."""
    with pytest.MonkeyPatch.context() as patching:
        quick_codes(patching)
        yield


def _quick(secret: bytes, salt: bytes, _cost: Cost) -> bytes:
    return stretched(secret, salt, Cost(64, 1, 1))

"""Secrets that cost nothing to guess, where a test is about something else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import KeySerializationEncryption, PrivateFormat, pkcs12

from letters import authority
from sync import enrolment
from sync.stretching import Cost, stretched

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
"""Of a password or a code that a test guesses right at once."""


def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes cost half a second to stretch on each side; here a guess costs nothing."""
    monkeypatch.setattr(enrolment, "stretched", _quick)


@contextmanager
def codes_quick() -> Iterator[None]:
    """The same for a while."""
    with pytest.MonkeyPatch.context() as patching:
        quick_codes(patching)
        yield


def quick_officer_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases of officers' PKCS#12 files are stretched twenty thousand times when they are made and when opened."""
    monkeypatch.setattr(authority, "BestAvailableEncryption", _locked_lightly)


@contextmanager
def officer_files_quick() -> Iterator[None]:
    """The same for a while."""
    with pytest.MonkeyPatch.context() as patching:
        quick_officer_files(patching)
        yield


def _quick(secret: bytes, salt: bytes, _cost: Cost) -> bytes:
    return stretched(secret, salt, QUICK)


def _locked_lightly(passphrase: bytes) -> KeySerializationEncryption:
    """As `BestAvailableEncryption` locks a PKCS#12 file, stretched once."""
    locking = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1)
    locking = locking.key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC).hmac_hash(hashes.SHA256())
    return locking.build(passphrase)

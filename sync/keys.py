"""Ed25519 keys of officers, devices and hubs. Every use has a prefix of its own, so no signature serves two."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sync.encoding import b64u
from sync.errors import BadSignature

ACTION: Final = b"kt-action-1\0"
"""An author signs an action."""
CONFIRM: Final = b"kt-confirm-1\0"
"""The head of an office confirms or revokes a colleague's key."""
ENROL_FILE: Final = b"kt-enrol-file-1\0"
"""The hub signs an enrolment file."""
ENROL_DEVICE: Final = b"kt-enrol-device-1\0"
"""A device proves at enrolment that it holds the key that it names."""
ENROL_OFFICER: Final = b"kt-enrol-officer-1\0"
"""So does the officer."""
HUB_KEY: Final = b"kt-hubkey-1\0"
"""The hub's old key announces the new one."""
OUTBOX: Final = b"kt-outbox-1\0"
"""A device signs what it sends on a flash disk."""
ANSWER: Final = b"kt-answer-1\0"
"""So does the hub with its answer."""
HTTP: Final = b""
"""A signature base of RFC 9421; it begins with a quotation mark, so it is never one of the others."""


def key_decision(hub_id: str, key_id: str, state: str, at: str) -> bytes:
    """What the head of an office signs under `CONFIRM`: ``confirmed`` or ``revoked``, and when (`docs/record.md`)."""
    return f"{hub_id}\0{key_id}\0{state}\0{at}".encode()


class SigningKey:
    """A private key. It never shows itself in a traceback or a log.

    Attributes:
        public: the raw public key, 32 bytes.
        key_id: its `key_id_of`.
    """

    def __init__(self, raw: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(raw)
        self.public = self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = key_id_of(self.public)

    @classmethod
    def generate(cls, token_bytes: Callable[[int], bytes]) -> SigningKey:
        """A new key from 32 bytes of `token_bytes`."""
        return cls(token_bytes(32))

    @property
    def raw(self) -> bytes:
        """The 32 private bytes, for storing them wrapped in an officer's slot or in the encrypted database."""
        return self._private.private_bytes_raw()

    def sign(self, prefix: bytes, message: bytes) -> bytes:
        """The 64 bytes of a signature over the prefix of its purpose and the message."""
        return self._private.sign(prefix + message)

    def __repr__(self) -> str:
        return f"SigningKey({self.key_id})"


def key_id_of(public: bytes) -> str:
    """By what a key is known: the SHA-256 of the raw public key, 43 characters."""
    return b64u(hashlib.sha256(public).digest())


def short_key(public: bytes) -> str:
    """The first eight bytes of the same hash, ``3f2a 91c0 77de 01ab``: for two people who compare it aloud."""
    return hashlib.sha256(public).digest()[:8].hex(" ", 2)


def verify(public: bytes, prefix: bytes, message: bytes, signature: bytes) -> None:
    """Check a signature.

    Raises:
        BadSignature: it does not fit, or the key is none.
    """
    try:
        _known(public).verify(signature, prefix + message)
    except (InvalidSignature, ValueError) as error:
        raise BadSignature("the signature does not fit") from error


@lru_cache(maxsize=1024)
def _known(public: bytes) -> Ed25519PublicKey:
    """The same officers sign again and again."""
    return Ed25519PublicKey.from_public_bytes(public)

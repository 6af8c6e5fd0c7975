"""How secrets are wrapped at rest: Argon2id and HKDF make a key of a password, AES-256-GCM wraps, HPKE seals.

What a guess at a password costs stands in `sync.stretching`. The libraries come with the first secret: the window is
painted before that (`docs/adr/0103`).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from sync.stretching import Cost, stretched

if TYPE_CHECKING:
    from cryptography.hazmat.primitives import hpke

RandomBytes = Callable[[int], bytes]

_NONCE: Final = 12


class DoesNotOpen(Exception):
    """The key does not fit or the bytes were changed; AES-GCM cannot say which."""


def key_of_password(password: str, salt: bytes, cost: Cost, *, keyring_secret: bytes | None, purpose: bytes) -> bytes:
    """A 256-bit key of a password and, where the system has a real keyring, of the secret kept there."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - after the first paint, as below
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    key = stretched(password.encode(), salt, cost)
    return HKDF(hashes.SHA256(), 32, salt, b"kt-slot-1\0" + purpose).derive(key + (keyring_secret or b""))


def wrap(key: bytes, content: bytes, purpose: bytes, token_bytes: RandomBytes) -> bytes:
    """Nonce and ciphertext; `purpose` is bound to it, so that one wrapped secret never passes for another."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, purpose)


def unwrap(key: bytes, wrapped: bytes, purpose: bytes) -> bytes:
    """The content again.

    Raises:
        DoesNotOpen: another key, another purpose, or changed bytes.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], purpose)
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen from error


def seal_for(public: bytes, content: bytes, purpose: bytes) -> bytes:
    """Sealed for the holder of an X25519 key (HPKE, RFC 9180), who need not be here."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey  # noqa: PLC0415

    return _suite().encrypt(content, X25519PublicKey.from_public_bytes(public), purpose)


def open_sealed(private: bytes, sealed: bytes, purpose: bytes) -> bytes:
    """What was sealed for this private key.

    Raises:
        DoesNotOpen: it was not.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private), purpose)
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen from error


def check_value(key: bytes) -> bytes:
    """Tells whether a data key is the right one without opening the database: a wrong one is not a damaged file."""
    return hmac.digest(key, b"kt-data-key-1\0", hashlib.sha256)


@cache
def _suite() -> hpke.Suite:
    from cryptography.hazmat.primitives import hpke  # noqa: PLC0415

    return hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)

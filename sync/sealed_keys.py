"""Sealing for the holder of an Ed25519 key that is known already: no second key to make, to certify or to lose.

A desk pins its hub's Ed25519 key and the hub knows each device's. HPKE (RFC 9180) wants X25519, which is the same curve
in another form: the public key is converted by the map of RFC 7748 section 4.1, the private one is the scalar that
Ed25519 itself signs with (RFC 8032 section 5.1.5), as libsodium and age do. See `docs/adr/0116`.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from sync.keys import SigningKey
from sync.parcel_errors import ForeignParcel

_SUITE: Final = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_PRIME: Final = 2**255 - 19


def seal_for(public: bytes, content: bytes, purpose: bytes) -> bytes:
    """Sealed for whoever holds this raw Ed25519 key; `purpose` is bound to it.

    Raises:
        ForeignParcel: it is no key to which anything can be sealed.
    """
    y = int.from_bytes(public, "little") & (2**255 - 1)
    try:
        u = (1 + y) * pow(1 - y, -1, _PRIME) % _PRIME
        return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(u.to_bytes(32, "little")), purpose)
    except ValueError as error:
        raise ForeignParcel("no key to seal for") from error


def open_sealed(key: SigningKey, sealed: bytes, purpose: bytes) -> bytes:
    """What was sealed for this key.

    Raises:
        ForeignParcel: it was not, or not for this purpose.
    """
    scalar = hashlib.sha512(key.raw).digest()[:32]
    try:
        return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(scalar), purpose)
    except (InvalidTag, ValueError) as error:
        raise ForeignParcel("sealed for somebody else") from error

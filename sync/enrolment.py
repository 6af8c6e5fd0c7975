"""Enrolment: a desk and a hub that have never met prove to each other that they know one secret, in two messages.

The secret comes on paper (a code of twelve letters, ten minutes, five tries) or in a file (32 bytes, thirty days, for
places without a network). Neither side sends it, and the hub proves itself first, so a false hub learns nothing. Both
proofs cover both keys, both nonces, the office and the officer: nobody in the middle can put his own key there.
That a code is used once, how long it lives and how many tries it has is kept by the hub.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from typing import Any, Final

import msgspec
import rfc8785

from sync import keys
from sync.encoding import b64u, unb64u
from sync.errors import BadSignature, EnrolmentRefused, Unreadable
from sync.prepared import prepared
from sync.stretching import Cost, stretched

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 letters; 0, O, 1 and I are too alike on paper."""
LOCATOR: Final = 3
SECRET: Final = 8
CODE_TRIES: Final = 5
CODE_SECONDS: Final = 600
FILE_SECONDS: Final = 30 * 86400
NONCE: Final = 32
_DEVICE: Final = re.compile(r"[!-~]{1,100}")
_HUB_PROOF: Final = b"kt-enrol-hub-1\0"
_DESK_PROOF: Final = b"kt-enrol-desk-1\0"
_KEY_FROM_FILE: Final = b"kt-enrol-key-1\0"


@prepared
class Begin(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's first message: which code, and its keys. Keys and nonces are base64url of 32 bytes.

    Attributes:
        device_id: of a desk that is already enrolled and takes in another officer; None for a new desk.
    """

    locator: str
    device_key: str
    officer_key: str
    desk_nonce: str
    device_id: str | None = None


@prepared
class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """The hub's answer: who it is, whom the code is for, and the proof that it made the code."""

    hub_id: str
    hub_key: str
    hub_nonce: str
    office: str
    office_name: str
    officer: str
    officer_name: str
    hub_proof: str


@prepared
class Finish(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's second message: its proof, and that it holds both private keys."""

    locator: str
    desk_nonce: str
    desk_proof: str
    device_signature: str
    officer_signature: str


@prepared
class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """The hub's answer: the desk is enrolled.

    Attributes:
        device_id: given by the hub.
        config: as of ``GET /v1/config``.
        nonce: for the signature of the first request.
    """

    device_id: str
    config: dict[str, Any]
    nonce: str = ""


@prepared
class EnrolmentFile(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolment on a flash disk. `secret` is base64url of 32 bytes; `ca_pem` is the regency's CA or None."""

    hub_id: str
    hub_key: str
    url: str
    ca_pem: str | None
    locator: str
    secret: str
    office: str
    officer: str
    expires: str
    signature: str = ""


def make_code(token_bytes: Callable[[int], bytes]) -> str:
    """A new code ``XXXX-XXXX-XXXX``: three letters that find it, eight secret ones, one that finds mistyping."""
    letters = "".join(ALPHABET[byte % 32] for byte in token_bytes(LOCATOR + SECRET))
    whole = letters + _check_letter(letters)
    return "-".join(whole[start : start + 4] for start in (0, 4, 8))


def read_code(text: str) -> tuple[str, str]:
    """The locator and the secret of a typed code; case, blanks and hyphens do not matter.

    Raises:
        EnrolmentRefused: `mistyped`, found before anything is sent.
    """
    letters = "".join(text.upper().replace("-", " ").split())
    if len(letters) != LOCATOR + SECRET + 1 or any(letter not in ALPHABET for letter in letters):
        raise EnrolmentRefused("mistyped")
    if _check_letter(letters[:-1]) != letters[-1]:
        raise EnrolmentRefused("mistyped")
    return letters[:LOCATOR], letters[LOCATOR:-1]


def _check_letter(letters: str) -> str:
    """Luhn's check modulo 32: finds every single wrong letter and nearly every swap of neighbours."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        doubled = ALPHABET.index(letter) * (2 if place % 2 == 0 else 1)
        total += doubled // 32 + doubled % 32
    return ALPHABET[-total % 32]


_COST: Final = Cost(lanes=1)
"""Of a code: part of what both sides must agree on."""


def key_from_code(secret: str, locator: str, hub_id: str) -> bytes:
    """The key K of a code, stretched so that 40 bits cannot be tried out. The hub stores K, never the secret."""
    salt = hashlib.sha256(f"kt-enrol-salt-1\0{locator}\0{hub_id}".encode()).digest()
    return stretched(secret.encode("ascii"), salt, _COST)


def key_from_file(secret: bytes, locator: str, hub_id: str) -> bytes:
    """The key K of a file: its secret is random and needs no stretching."""
    return hmac.digest(secret, _KEY_FROM_FILE + f"{locator}\0{hub_id}".encode(), "sha256")


def transcript(begin: Begin, offer: Offer) -> bytes:
    """All that both sides have said, in one spelling; without the proof, which is made over it."""
    said = {"begin": msgspec.to_builtins(begin), "offer": msgspec.to_builtins(offer)}
    del said["offer"]["hub_proof"]
    return rfc8785.dumps(said)


def _proof(key: bytes, prefix: bytes, said: bytes) -> str:
    return b64u(hmac.digest(key, prefix + said, "sha256"))


def prove_hub(key: bytes, begin: Begin, offer: Offer) -> Offer:
    """The offer with the hub's proof in it. Hub side of the first message.

    Raises:
        Unreadable: a key or nonce of the desk is not base64url of 32 bytes.
    """
    check_begin(begin)
    return msgspec.structs.replace(offer, hub_proof=_proof(key, _HUB_PROOF, transcript(begin, offer)))


def check_begin(begin: Begin) -> None:
    """Check the shape of a first message, before anything is looked up.

    Raises:
        Unreadable: a locator, key or nonce that no desk of ours sends.
    """
    check_locator(begin.locator)
    for text in (begin.device_key, begin.officer_key, begin.desk_nonce):
        unb64u(text, size=32)
    if begin.device_id is not None and not _DEVICE.fullmatch(begin.device_id):
        raise Unreadable("the device is not of its shape")


def check_locator(locator: str) -> None:
    """Check the shape of what a code or file is found by.

    Raises:
        Unreadable: no desk of ours sends it.
    """
    if len(locator) != LOCATOR or any(letter not in ALPHABET for letter in locator):
        raise Unreadable("the locator is not of its shape")


def check_offer(key: bytes, begin: Begin, offer: Offer) -> None:
    """Check that the hub made the code. Desk side, before the second message: until then nothing was proved to it.

    Raises:
        EnrolmentRefused: `not_the_hub`.
    """
    try:
        unb64u(offer.hub_key, size=32)
        unb64u(offer.hub_nonce, size=32)
        fits = hmac.compare_digest(unb64u(offer.hub_proof), unb64u(_proof(key, _HUB_PROOF, transcript(begin, offer))))
    except Unreadable as error:
        raise EnrolmentRefused("not_the_hub") from error
    if not fits:
        raise EnrolmentRefused("not_the_hub")


def finish(key: bytes, begin: Begin, offer: Offer, device: keys.SigningKey, officer: keys.SigningKey) -> Finish:
    """The second message. Call `check_offer` first."""
    said = transcript(begin, offer)
    return Finish(
        locator=begin.locator,
        desk_nonce=begin.desk_nonce,
        desk_proof=_proof(key, _DESK_PROOF, said),
        device_signature=b64u(device.sign(keys.ENROL_DEVICE, said)),
        officer_signature=b64u(officer.sign(keys.ENROL_OFFICER, said)),
    )


def check_finish(key: bytes, begin: Begin, offer: Offer, found: Finish) -> None:
    """Check the second message at the hub, against what it kept of the first.

    Raises:
        EnrolmentRefused: `wrong`: another secret (a try is lost), or a key that the desk does not hold.
    """
    said = transcript(begin, offer)
    try:
        fits = hmac.compare_digest(unb64u(found.desk_proof), unb64u(_proof(key, _DESK_PROOF, said)))
        keys.verify(unb64u(begin.device_key), keys.ENROL_DEVICE, said, unb64u(found.device_signature))
        keys.verify(unb64u(begin.officer_key), keys.ENROL_OFFICER, said, unb64u(found.officer_signature))
    except (Unreadable, BadSignature) as error:
        raise EnrolmentRefused("wrong") from error
    if not fits or found.locator != begin.locator or found.desk_nonce != begin.desk_nonce:
        raise EnrolmentRefused("wrong")


def write_file(file: EnrolmentFile, hub: keys.SigningKey) -> bytes:
    """The bytes of an enrolment file, signed by the hub. They hold a secret: keep them off the network."""
    signature = hub.sign(keys.ENROL_FILE, _file_said(file))
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(file, signature=b64u(signature))), indent=2)


def read_file(content: bytes) -> EnrolmentFile:
    """An enrolment file. Its expiry is judged by the hub, whose clock is right.

    Raises:
        EnrolmentRefused: `bad_file`: damaged, or changed since the hub signed it.
    """
    try:
        file = msgspec.json.decode(content, type=EnrolmentFile)
        unb64u(file.secret, size=32)
        keys.verify(unb64u(file.hub_key, size=32), keys.ENROL_FILE, _file_said(file), unb64u(file.signature))
    except (msgspec.DecodeError, UnicodeError, ValueError, RecursionError, Unreadable, BadSignature) as error:
        raise EnrolmentRefused("bad_file") from error
    return file


def _file_said(file: EnrolmentFile) -> bytes:
    said = msgspec.to_builtins(file)
    del said["signature"]
    return rfc8785.dumps(said)

"""HTTP Message Signatures (RFC 9421) with Content-Digest (RFC 9530), for any framework on either side.

A device signs what it asks, the hub signs what it answers *to that very request*, so a recorded answer, an answer to
somebody else, and the login page of a Wi-Fi network never fit. Freshness is the nonce and never a clock: a desk whose
clock is wrong by years still exchanges. So `created` is not written, and not read where an older program writes it.
The body is always checked against its digest; `docs/adr/0010` tells what is ours and what is the package's.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final

from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureAlgorithm,
    HTTPSignatureKeyResolver,
)

from sync import keys
from sync.encoding import b64u, unb64u
from sync.errors import BadSignature, ForeignAnswer, Unreadable

TAG: Final = "ketinting-1"
LABEL: Final = "kt"
NONCE_LIFE: Final = timedelta(hours=24)
ALSO_SIGNED: Final = (
    "content-range",
    "content-type",
    "location",
    "range",
    "upload-length",
    "upload-metadata",
    "upload-offset",
    "x-ketinting-revision",
)
"""Fields that change the meaning of a message: signed where they stand in it, and refused where they are unsigned."""
_REQUEST: Final = ("@method", "@path", "content-digest")
_ANSWER: Final = ("@status", "content-digest")
_BOUND: Final = f'"signature";key="{LABEL}";req'
_NONCE: Final = b"kt-nonce-1\0"


@dataclass(frozen=True, slots=True)
class Request:
    """A request: `path` begins with a slash and has no query."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came or will go, its body not unpacked."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Proven:
    """Who signed a request.

    Attributes:
        device_id: the key id of the signature.
        hub_nonce: the part of the nonce that the hub gave; judge it with `read_nonce`.
        signature: the request's whole Signature field, to bind the answer to it.
    """

    device_id: str
    hub_nonce: str
    signature: str


class NonceState(Enum):
    """What a hub finds in the nonce of a request."""

    OK = "ok"
    OLD = "old"
    BAD = "bad"


@dataclass(slots=True)
class _RequestMessage:
    method: str
    url: str
    headers: dict[str, str]


@dataclass(slots=True)
class _AnswerMessage:
    status_code: int
    headers: dict[str, str]
    request: _RequestMessage | None


class _Ed25519(HTTPSignatureAlgorithm):
    """Our keys in the package's clothes: the private key stays inside `SigningKey`."""

    algorithm_id = "ed25519"

    def __init__(self, public_key: bytes | None = None, private_key: keys.SigningKey | None = None) -> None:
        self._public = public_key
        self._private = private_key

    def sign(self, message: bytes) -> bytes:
        assert self._private is not None  # noqa: S101 - the package gives a private key for signing
        return self._private.sign(keys.HTTP, message)

    def verify(self, signature: bytes, message: bytes) -> None:
        keys.verify(self._public or b"", keys.HTTP, message, signature)


class _Keys(HTTPSignatureKeyResolver):
    def __init__(self, public: Callable[[str], bytes | None], private: keys.SigningKey | None = None) -> None:
        self._public = public
        self._private = private

    def resolve_public_key(self, key_id: str) -> Any:
        return self._public(key_id)

    def resolve_private_key(self, key_id: str) -> Any:  # noqa: ARG002 - as above; a signer has one key
        return self._private


class _Signer(HTTPMessageSigner):
    """The package's signer without its clock."""

    def _build_signature_base(self, message: object, *, signature_params: dict[str, Any], **about: Any) -> Any:
        signature_params.pop("created", None)
        return super()._build_signature_base(message, signature_params=signature_params, **about)


class _Verifier(HTTPMessageVerifier):
    """The package's verifier without its clock."""

    def validate_created_and_expires(self, sig_input: object, max_age: timedelta | None = None) -> None:
        """Say nothing about time: freshness is the nonce."""


def sign_request(request: Request, device_id: str, key: keys.SigningKey, nonce: str) -> dict[str, str]:
    """The headers of a request with its digest and signature.

    Args:
        request: without Content-Digest and signature.
        device_id: the key id that the hub knows the device by.
        key: the device's key.
        nonce: ``<the hub's last nonce>.<a fresh one of our own>``.
    """
    message = _RequestMessage(request.method, _url(request.path), dict(request.headers))
    covered = (*_REQUEST, *_present(request.headers))
    _signer(key).sign(
        message,
        key_id=device_id,
        nonce=nonce,
        label=LABEL,
        tag=TAG,
        include_alg=False,
        covered_component_ids=covered,
        body=request.body,
    )
    return message.headers


def verify_request(request: Request, public_key_of: Callable[[str], bytes | None]) -> Proven:
    """Who signed a request. Whether its nonce is fresh and the device may do this is for the caller to judge.

    Args:
        request: as it came.
        public_key_of: the raw public key of a device id, or None for an unknown one.

    Raises:
        BadSignature: no signature that fits the method, path, fields and body.
    """
    message = _RequestMessage(request.method, _url(request.path), dict(request.headers))
    results = _verified(message, (*_REQUEST, *_present(request.headers)), request.body, public_key_of)
    nonce = str(results.get("nonce", ""))
    return Proven(str(results["keyid"]), nonce.partition(".")[0], _field(request.headers, "signature"))


def sign_answer(answer: Answer, request_signature: str | None, hub: keys.SigningKey) -> dict[str, str]:
    """The headers of an answer with its digest and the hub's signature.

    Args:
        answer: without Content-Digest and signature; to HEAD, also a refusal, its body is empty.
        request_signature: the request's Signature field; None where the request had none (enrolment, bad signature).
        hub: the hub's key.
    """
    bound = _bound_to(request_signature)
    message = _AnswerMessage(answer.status, dict(answer.headers), bound)
    covered = (*_ANSWER, *_present(answer.headers), *((_BOUND,) if bound else ()))
    _signer(hub).sign(
        message,
        key_id=hub.key_id,
        label=LABEL,
        tag=TAG,
        include_alg=False,
        covered_component_ids=covered,
        body=answer.body,
    )
    return message.headers


def verify_answer(answer: Answer, request_signature: str | None, hub_public: bytes) -> None:
    """Check that the pinned hub gave this answer to this request.

    Raises:
        ForeignAnswer: no signature, another key, another request, or a changed status, field or body.
    """
    bound = _bound_to(request_signature)
    message = _AnswerMessage(answer.status, dict(answer.headers), bound)
    needed = (*_ANSWER, *_present(answer.headers), *((_BOUND,) if bound else ()))
    wanted = keys.key_id_of(hub_public)
    try:
        _verified(message, needed, answer.body, lambda key_id: hub_public if key_id == wanted else None)
    except BadSignature as error:
        raise ForeignAnswer(error.detail) from error


def _signer(key: keys.SigningKey) -> HTTPMessageSigner:
    return _Signer(signature_algorithm=_Ed25519, key_resolver=_Keys(lambda _: None, key))


def _verified(
    message: _RequestMessage | _AnswerMessage,
    needed: tuple[str, ...],
    body: bytes,
    public_key_of: Callable[[str], bytes | None],
) -> Mapping[str, int | str]:
    verifier = _Verifier(signature_algorithm=_Ed25519, key_resolver=_Keys(public_key_of))
    try:
        results = verifier.verify(message, max_age=None, expect_tag=TAG, require_components=needed, body=body)
    except (HTTPMessageSignaturesException, ValueError) as error:
        raise BadSignature(f"no signature that fits: {error}") from error
    if len(results) != 1:
        raise BadSignature("more than one signature")
    return results[0].parameters


def _url(path: str) -> str:
    """The package wants whole URLs; only the path is signed, so that a proxy may listen under another name."""
    return f"https://hub{path}"


def _bound_to(signature: str | None) -> _RequestMessage | None:
    return None if signature is None else _RequestMessage("POST", _url("/"), {"signature": signature})


def _present(headers: Mapping[str, str]) -> tuple[str, ...]:
    present = {name.lower() for name in headers}
    return tuple(name for name in ALSO_SIGNED if name in present)


def _field(headers: Mapping[str, str], name: str) -> str:
    return next((value for found, value in headers.items() if found.lower() == name), "")


def make_nonce(hub_time: datetime, device_id: str, secret: bytes) -> str:
    """A nonce that the hub need not remember: its time and a MAC over it and the device; 30 characters."""
    seconds = int(hub_time.timestamp()).to_bytes(6, "big")
    return b64u(seconds + _nonce_mac(seconds, device_id, secret))


def read_nonce(nonce: str, device_id: str, secret: bytes, now: datetime) -> NonceState:
    """Whether the hub gave this nonce to this device within `NONCE_LIFE`. It serves many requests."""
    try:
        raw = unb64u(nonce, size=22)
    except Unreadable:
        return NonceState.BAD
    seconds, mac = raw[:6], raw[6:]
    if not hmac.compare_digest(mac, _nonce_mac(seconds, device_id, secret)):
        return NonceState.BAD
    age = int(now.timestamp()) - int.from_bytes(seconds, "big")
    return NonceState.OK if abs(age) <= NONCE_LIFE.total_seconds() else NonceState.OLD


def _nonce_mac(seconds: bytes, device_id: str, secret: bytes) -> bytes:
    return hmac.digest(secret, _NONCE + seconds + device_id.encode(), hashlib.sha256)[:16]

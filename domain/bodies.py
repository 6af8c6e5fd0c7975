"""What the body of each kind of action must hold (`docs/record.md`): the shape is judged before the meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from domain.actions import HUB_KINDS, OFFICE_KINDS, Action, ActionKind, Json, NumberRef

_TEXT: Final = 200
_HASH: Final = re.compile(r"[A-Za-z0-9_-]{43}").fullmatch
_K = ActionKind

REQUIRED: Final[Mapping[ActionKind, Mapping[str, str]]] = {
    _K.SUBMIT: {"service": "text", "office": "text"},
    _K.ADD_DOCUMENT: {},
    _K.VERIFY: {},
    _K.PARAF: {},
    _K.APPROVE: {},
    _K.RETURN: {"to": "text", "reason": "text"},
    _K.CORRECT: {},
    _K.REJECT: {"reason": "text"},
    _K.WITHDRAW: {"reason": "text"},
    _K.PREPARE: {"medium": "medium"},
    _K.SIGN: {"letter": "text", "prepared": "hash", "signed": "hash", "size": "count", "provider": "provider"},
    _K.ISSUE: {"letter": "text", "pdf": "hash", "number": "number", "lease": "text", "assignment": "text"},
    _K.REVOKE: {"reason": "text"},
    _K.REPLACE: {"reason": "text", "by": "text"},
    _K.SIGNED_ON_PAPER: {"letter": "text", "signed_on": "text", "scan": "hash"},
    _K.SENT_BY_COURIER: {},
    _K.RECEIVED: {},
    _K.PRINTED: {"letter": "text", "copy": "count"},
    _K.HAND_OVER: {},
    _K.NUMBER_USED: {"number": "number", "lease": "text", "reason": "text"},
    _K.NUMBER_RETURNED: {"lease": "text", "first": "count", "last": "count"},
    _K.LETTER_FROZEN: {
        "letter": "text",
        "field": "text",
        "prepared": "hash",
        "size": "count",
        "signer": "text",
        "assignment": "text",
        "medium": "medium",
        "number": "number",
        "caused_by": "text",
    },
    _K.LETTER_THAWED: {"letter": "text", "reason": "text", "caused_by": "text"},
    _K.NUMBER_LEASED: {
        "office": "text",
        "book": "text",
        "year": "count",
        "first": "count",
        "last": "count",
        "device": "text",
        "incarnation": "text",
        "expires": "text",
        "caused_by": "text",
    },
    _K.NUMBER_VOIDED: {"office": "text", "number": "number", "reason": "text", "caused_by": "text"},
    _K.OUTCOME_RESOLVED: {"action": "text", "outcome": "outcome", "caused_by": "text"},
    _K.ERASED: {"actions": "texts", "reason": "text", "caused_by": "text"},
    _K.ENROLLED: {"device": "text", "device_key": "text", "office": "text", "officer": "text", "caused_by": "text"},
    _K.ROLE_CHANGED: {"officer": "text", "caused_by": "text"},
    _K.KEY_CHANGED: {
        "key": "text",
        "public": "text",
        "officer": "text",
        "office": "text",
        "device": "text",
        "state": "key_state",
        "caused_by": "text",
    },
}
"""Names and types of what a body must hold. More may stand in it: unknown fields survive older programs."""

_CHOICES: Final[Mapping[str, frozenset[str]]] = {
    "medium": frozenset({"electronic", "paper"}),
    "provider": frozenset({"own", "bsre"}),
    "outcome": frozenset({"signed", "failed"}),
    "key_state": frozenset({"certified", "confirmed", "revoked"}),
}


def is_hash(value: Json) -> bool:
    """Whether the value is the unpadded base64url text of 32 bytes."""
    return isinstance(value, str) and _HASH(value) is not None


def _fits(value: Json, shape: str) -> bool:
    if shape in _CHOICES:
        return isinstance(value, str) and value in _CHOICES[shape]
    if shape == "hash":
        return is_hash(value)
    if shape == "count":
        return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53
    if shape == "number":
        return isinstance(value, dict) and NumberRef.read(value) is not None
    if shape == "texts":
        return isinstance(value, list) and all(_fits(item, "text") for item in value)
    return isinstance(value, str) and 0 < len(value) <= _TEXT


def shape_problem(action: Action, *, author_is_hub: bool) -> str | None:
    """The reason why the action cannot be what it says it is, or None.

    Checked are the kind against its author, the request against the kind, and each required field of the body.
    """
    if (action.kind in HUB_KINDS) is not author_is_hub:
        return "kind_of_other_author"
    if (action.request is None) is not (action.kind in OFFICE_KINDS | _maybe_without_request(action)):
        return "request_does_not_fit"
    if (action.base is None) is not (action.kind is ActionKind.SUBMIT or action.request is None):
        return "base_does_not_fit"
    required = REQUIRED[action.kind]
    if not all(_fits(action.body.get(name), shape) for name, shape in required.items()):
        return "body_does_not_fit"
    return None


def _maybe_without_request(action: Action) -> frozenset[ActionKind]:
    """A number may be voided for a request's sake or for the book's alone."""
    return frozenset({ActionKind.NUMBER_VOIDED}) if action.request is None else frozenset()

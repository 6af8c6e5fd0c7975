"""Actions as bytes: made and signed once, then carried, stored, hashed and verified as exactly those bytes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

import msgspec
import rfc8785

from domain.actions import Action, ActionKind, Blob, Json
from sync import keys
from sync.encoding import b64u, instant_text
from sync.errors import Unreadable
from sync.reading import read_fields

VERSION: Final = 1
ACTION_MAX: Final = 64 * 1024
"""The longest action, in bytes: about the office only, so it is short."""
PAYLOAD_MAX: Final = 256 * 1024
"""The longest payload, in bytes: answers, a frozen letter, a CMS; scans are blobs."""
SALT: Final = 16
_HALF_LETTER: Final = re.compile(r"\\u[dD][89a-fA-F]")
"""How a half of a letter is written that needs two: alone it is no text, and no database takes it."""
_NUL: Final = rb"\u0000"
_WHOLE_MAX: Final = 2**53
_USUAL: Final = 4096
"""What nearly every action stays below; only such ones are remembered."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An action's bytes, its author's signature (64 bytes), and its payload (None: there is none, or it is erased)."""

    action: bytes
    signature: bytes
    payload: bytes | None

    @property
    def hash(self) -> str:
        """The hash of the action's bytes, by which others refer to it."""
        return hash_of(self.action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an author is about to say; fields as in `domain.actions.Action`.

    `v`, `key_id` and `payload_hash` are not here: `make` knows them. `at` and `hub_at` are cut to milliseconds.
    """

    hub_id: str
    id: str
    shard: str
    request: str | None
    kind: ActionKind
    base: str | None
    author: str
    at: datetime
    hub_at: datetime | None
    step: str | None = None
    pack: str | None = None
    blobs: tuple[Blob, ...] = ()
    body: Mapping[str, Json] = field(default_factory=dict)


def hash_of(content: bytes) -> str:
    """SHA-256 as a text of 43 characters."""
    return b64u(hashlib.sha256(content).digest())


def make(
    draft: Draft, content: Mapping[str, Any] | None, key: keys.SigningKey, token_bytes: Callable[[int], bytes]
) -> Envelope:
    """Make an action's bytes, once, and sign them.

    Args:
        draft: what to say.
        content: the personal part, which goes to the payload under a fresh salt; None for none.
        key: the author's.
        token_bytes: gives the salt.

    Raises:
        Unreadable: what it says could not be read back: too long, a wrong type, a fraction, a shape of an id.
    """
    payload = None if content is None else token_bytes(SALT) + _content_bytes(content)
    action = _action_bytes(draft, key.key_id, None if payload is None else hash_of(payload))
    read_action(action)
    return Envelope(action, key.sign(keys.ACTION, action), payload)


def _action_bytes(draft: Draft, key_id: str, payload_hash: str | None) -> bytes:
    try:
        return rfc8785.dumps(
            {
                "v": VERSION,
                "hub_id": draft.hub_id,
                "id": draft.id,
                "shard": draft.shard,
                "request": draft.request,
                "kind": draft.kind.value,
                "base": draft.base,
                "author": draft.author,
                "key_id": key_id,
                "at": instant_text(draft.at),
                "hub_at": None if draft.hub_at is None else instant_text(draft.hub_at),
                "step": draft.step,
                "pack": draft.pack,
                "payload_hash": payload_hash,
                "blobs": [
                    {"sha256": b.sha256, "size": b.size, "media_type": b.media_type, "document": b.document}
                    for b in draft.blobs
                ],
                "body": dict(draft.body),
            }
        )
    except (ValueError, RecursionError) as error:
        raise Unreadable("what the action says is no JSON") from error


def _content_bytes(content: Mapping[str, Any]) -> bytes:
    try:
        written = json.dumps(
            dict(content), ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
        ).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise Unreadable("the content is no JSON") from error
    if len(written) > PAYLOAD_MAX - SALT:
        raise Unreadable("the content is too long")
    return written


def read_action(action: bytes) -> Action:
    """The meaning of an action's bytes. Fields that this version does not know are allowed and stay in the bytes.

    Raises:
        Unreadable: longer than `ACTION_MAX`, no JSON object in RFC 8785 form (so also: a key twice), a fraction, a
            missing field, a field of another type or shape, or another version.
    """
    return _read_kept(action) if len(action) <= _USUAL else _read(action)


@lru_cache(maxsize=2500)
def _read_kept(action: bytes) -> Action:
    """The same bytes always mean the same: a hub that judges and a desk that folds read each of them many times.

    More than an answer holds, or each of its actions would be forgotten before it is folded.
    """
    return _read(action)


def _read(action: bytes) -> Action:
    if len(action) > ACTION_MAX:
        raise Unreadable("the action is too long")
    found = _plainly(action)
    return read_fields(_carefully(action) if found is None else found, hash_of(action))


def _plainly(action: bytes) -> dict[str, Any] | None:
    """The object, where a quick look proves its form: ASCII, whole numbers, and written anew it is the same bytes.

    Of ASCII the order of RFC 8785 is that of the bytes. Whatever is not proved so is looked at carefully.
    """
    if not action.isascii() or _NUL in action:
        return None
    try:
        found = msgspec.json.decode(action)
        same = isinstance(found, dict) and _is_plain(found) and msgspec.json.encode(found, order="sorted") == action
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if same else None


def _is_plain(value: object) -> bool:
    """Whether nothing in it is a number that RFC 8785 writes in its own way, or refuses."""
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return isinstance(value, str) or value is None or (isinstance(value, int) and abs(value) < _WHOLE_MAX)


def _carefully(action: bytes) -> dict[str, Any]:
    """The object, read and written by the letter of RFC 8785.

    Raises:
        Unreadable: no object in that form, or a fraction or a NUL in it.
    """
    try:
        found = json.loads(action.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse)
        canonical = isinstance(found, dict) and rfc8785.dumps(found) == action
    except (ValueError, RecursionError) as error:
        raise Unreadable("the action is no JSON") from error
    if not canonical:
        raise Unreadable("the action is no object in RFC 8785 form")
    if _NUL in action and _holds_nul(found):
        raise Unreadable("a text with a character that no database takes")
    return dict(found)


def _holds_nul(found: Any) -> bool:
    """Whether a text anywhere in it holds U+0000; the six letters alone may also be a backslash and what follows."""
    if isinstance(found, dict):
        return any(_holds_nul(each) for pair in found.items() for each in pair)
    if isinstance(found, list):
        return any(_holds_nul(each) for each in found)
    return isinstance(found, str) and "\0" in found


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is no whole number")


def check_signature(envelope: Envelope, public: bytes) -> None:
    """Check the author's signature against the raw public key of the action's `key_id`.

    Raises:
        BadSignature: it does not fit.
    """
    keys.verify(public, keys.ACTION, envelope.action, envelope.signature)


def check_payload(envelope: Envelope, action: Action) -> bool:
    """Whether all that the action says about its payload is here: False when a payload is due and absent (erased).

    Raises:
        Unreadable: a payload that is not the one the action names, names none, or is too long.
    """
    if envelope.payload is None:
        return action.payload_hash is None
    if not SALT < len(envelope.payload) <= PAYLOAD_MAX or hash_of(envelope.payload) != action.payload_hash:
        raise Unreadable("the payload is not the one that the action names")
    return True


def read_content(payload: bytes) -> dict[str, Any]:
    """The personal part without its salt.

    Raises:
        Unreadable: it is no JSON object, or holds a text or number that is none.
    """
    try:
        text = payload[SALT:].decode("utf-8")
        content = json.loads(text, parse_constant=_refuse)
        if _HALF_LETTER.search(text):
            json.dumps(content, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Unreadable("the payload is no JSON") from error
    if not isinstance(content, dict):
        raise Unreadable("the payload is no object")
    return content

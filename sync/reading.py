"""The fields of an action, read strictly: what is not exactly of its type and shape is unreadable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any, Final

from domain.actions import Action, ActionKind, Blob, Json
from sync.encoding import read_instant
from sync.errors import Unreadable

HASH: Final = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
"""Unpadded base64url of 32 bytes; the last letter carries four bits only."""
UUID7: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
SHARD: Final = re.compile(r"[0-9]{2}\.[0-9]{2}(\.[0-9]{2})?")
_TOKEN: Final = re.compile(r"[!-~]{1,100}")
_PACK: Final = re.compile(r"[!-?A-~]{1,80}@[!-?A-~]{1,40}")
_MEDIA: Final = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")
BLOBS_MAX: Final = 100
SIZE_MAX: Final = 2**53


class LaterKind(Unreadable):
    """An action of a kind that this program does not know: a later one may."""


def read_fields(found: Mapping[str, Any], own_hash: str) -> Action:
    """An action from its decoded object.

    Raises:
        Unreadable: a field is missing or not of its shape; `LaterKind` for a kind that is no word of ours.
    """
    if found.get("v") != 1 or isinstance(found["v"], bool):
        raise Unreadable("another version of the record")
    return Action(
        v=1,
        hub_id=_text(found, "hub_id", _TOKEN),
        id=_text(found, "id", UUID7),
        shard=_text(found, "shard", SHARD),
        request=_maybe(found, "request", UUID7),
        kind=_kind(found),
        base=_maybe(found, "base", HASH),
        author=_text(found, "author", _TOKEN),
        key_id=_text(found, "key_id", HASH),
        at=_moment(found, "at"),
        hub_at=None if found.get("hub_at", "") is None else _moment(found, "hub_at"),
        step=_maybe(found, "step", _TOKEN),
        pack=_maybe(found, "pack", _PACK),
        payload_hash=_maybe(found, "payload_hash", HASH),
        blobs=_blobs(found.get("blobs")),
        body=_body(found.get("body")),
        hash=own_hash,
    )


def _text(found: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise Unreadable(f"the field {name} is not of its shape")
    return value


def _maybe(found: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str | None:
    return None if found.get(name, "") is None else _text(found, name, shape)


def _moment(found: Mapping[str, Any], name: str) -> datetime:
    """An instant that every office's clock can show: the last year of all has no tomorrow."""
    instant = read_instant(_text(found, name, _TOKEN))
    if not MINYEAR < instant.year < MAXYEAR:
        raise Unreadable(f"the field {name} lies outside all calendars")
    return instant


def _kind(found: Mapping[str, Any]) -> ActionKind:
    try:
        return ActionKind(_text(found, "kind", _TOKEN))
    except ValueError as error:
        raise LaterKind("an unknown kind of action") from error


def _blobs(found: object) -> tuple[Blob, ...]:
    if not isinstance(found, list) or len(found) > BLOBS_MAX:
        raise Unreadable("the field blobs is not of its shape")
    return tuple(_blob(each) for each in found)


def _blob(found: object) -> Blob:
    if not isinstance(found, dict):
        raise Unreadable("a blob is no object")
    size = found.get("size")
    if not isinstance(size, int) or isinstance(size, bool) or not 0 < size < SIZE_MAX:
        raise Unreadable("the size of a blob is no whole number above zero")
    return Blob(
        _text(found, "sha256", HASH), size, _text(found, "media_type", _MEDIA), _text(found, "document", _TOKEN)
    )


def _body(found: object) -> Mapping[str, Json]:
    if not isinstance(found, dict):
        raise Unreadable("the body is no object")
    return found

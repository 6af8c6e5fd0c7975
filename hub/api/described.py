"""What OpenAPI says about each address: the messages of `sync` as JSON schemas, packed or plain, and every refusal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from sync import packing
from sync.enrolment import Begin, Finish, Finished, Offer
from sync.protocol import JSON, ErrorBody, SyncAnswer, SyncRequest

BINARY: Final = "application/octet-stream"
PIECE_TYPE: Final = "application/offset+octet-stream"
PACKED: Final = packing.SPOKEN_HERE
REFUSALS: Final[Mapping[int, str]] = {
    400: "Not readable, or not of its shape",
    401: "No signature that fits, or an old nonce with a fresh one",
    403: "Unknown or revoked device, or a thing that this office may not read",
    404: "Not known here",
    408: "The body stopped on its way",
    409: "The state here is another one",
    413: "Too large",
    415: "Another media type",
    422: "Understood, and not possible",
    426: "The protocol's window has moved on",
    429: "Too often: wait as long as Retry-After says",
    503: "Not now: wait as long as Retry-After says",
}
_REF: Final = "#/components/schemas/{name}"
_NAMED: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Said:
    """What goes over one address.

    Attributes:
        takes: the body's type; None for none, `bytes` for a piece of a file.
        media: how the body, and a packed answer, may be written.
        gives: by status, the type of the answer: None for none, `dict` for JSON that has no type here.
        headers: those that must stand in the request.
    """

    takes: type | None = None
    media: tuple[str, ...] = (JSON,)
    gives: Mapping[int, type | None] = field(default_factory=lambda: {204: None})
    headers: tuple[str, ...] = ()


SYNC_SAID: Final = Said(SyncRequest, PACKED, {200: SyncAnswer})
BEGIN_SAID: Final = Said(Begin, gives={200: Offer})
FINISH_SAID: Final = Said(Finish, gives={200: Finished})
JSON_SAID: Final = Said(gives={200: dict})
FILE_SAID: Final = Said(gives={200: bytes, 206: bytes, 416: None})
CREATE_SAID: Final = Said(gives={201: None, 204: None}, headers=("Upload-Length", "Upload-Metadata"))
HEAD_SAID: Final = Said(gives={200: None, **dict.fromkeys(REFUSALS, None)})
PATCH_SAID: Final = Said(bytes, (PIECE_TYPE,), headers=("Upload-Offset",))


def operation(path: str, said: Said) -> dict[str, Any]:
    """What stands at one method of one path."""
    names = [_parameter(name, "path") for name in _NAMED.findall(path)]
    found: dict[str, Any] = {"parameters": names + [_parameter(name, "header") for name in said.headers]}
    if said.takes is not None:
        found["requestBody"] = {"required": True, "content": _content(said.takes, said.media)}
    refused = {status: {"description": words, "content": _content(ErrorBody)} for status, words in REFUSALS.items()}
    given = {status: _answer(kind, said.media) for status, kind in said.gives.items()}
    return {**found, "responses": {str(status): each for status, each in (refused | given).items()}}


def components(*more: type) -> dict[str, Any]:
    """The schemas to which operations refer."""
    named = (SyncRequest, SyncAnswer, ErrorBody, Begin, Offer, Finish, Finished, *more)
    return msgspec.json.schema_components(named, ref_template=_REF)[1]


def _parameter(name: str, place: str) -> dict[str, Any]:
    return {"name": name, "in": place, "required": True, "schema": {"type": "string", "minLength": 1}}


def _answer(kind: type | None, media: tuple[str, ...]) -> dict[str, Any]:
    if kind is None:
        return {"description": "Done"}
    return {"description": "Done", "content": _content(kind, media if kind is SyncAnswer else ())}


def _content(kind: type, media: tuple[str, ...] = ()) -> dict[str, Any]:
    schema: dict[str, Any] = {"$ref": _REF.format(name=kind.__name__)}
    if kind is bytes:
        schema, media = {"type": "string", "format": "binary"}, media or (BINARY, "application/pdf")
    if kind is dict:
        schema = {"type": "object"}
    return {each: {"schema": schema} for each in media or (JSON,)}

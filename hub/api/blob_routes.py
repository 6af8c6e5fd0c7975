"""Attachments by tus 1.0 in four verbs, and stored bytes down with Range (`docs/adr/0041`)."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from hub.api.proof import Asked
from hub.api.speech import Reply
from hub.errors import Refused
from hub.service import reading, snapshots, uploads
from hub.service.bench import Sender
from hub.service.ground import Ground
from hub.service.reading import Found
from sync.hub_port import LetterKey
from sync.protocol import BLOB_MAX, BlobKey

TUS: Final = {"tus-resumable": "1.0.0", "cache-control": "no-store"}
_HASH: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_RANGE: Final = re.compile(r"bytes=(\d{1,12})-(\d{0,12})", re.ASCII)


def post_upload(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`POST /v1/blobs/{shard}/{request}`: 201 with the upload's place, 204 when the bytes are here already."""
    key = BlobKey(asked.names["shard"], asked.names["request"], _named_hash(asked))
    begun = uploads.begin_upload(ground, sender, key, _whole(asked, "upload-length"))
    offset = {"upload-offset": str(begun.offset)}
    if not begun.upload:
        return Reply(204, b"", TUS | offset)
    return Reply(201, b"", TUS | offset | {"location": f"/v1/uploads/{begun.upload}"})


def head_upload(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`HEAD /v1/uploads/{id}`: where to go on."""
    found = uploads.progress(ground, sender, asked.names["upload"])
    return Reply(200, b"", TUS | {"upload-offset": str(found.offset), "upload-length": str(found.size)})


def patch_upload(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`PATCH /v1/uploads/{id}`: one more piece, durable when this is answered."""
    if asked.header("content-type") != "application/offset+octet-stream":
        raise Refused(415, "unknown_media", "Potongan lampiran tidak terbaca. Data tetap tersimpan.")
    offset = _whole(asked, "upload-offset")
    found = uploads.append(ground, sender, asked.names["upload"], offset, asked.request.body)
    return Reply(204, b"", TUS | {"upload-offset": str(found.offset)})


def get_blob(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`GET /v1/blobs/{shard}/{request}/{sha256}`."""
    key = BlobKey(asked.names["shard"], asked.names["request"], asked.names["sha256"])
    return _part(ground, reading.find_blob(ground, sender, key), asked)


def get_letter(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`GET /v1/letters/{request}/{letter}`: the latest revision, which the answer names."""
    key = LetterKey(asked.names["request"], asked.names["letter"])
    return _part(ground, reading.find_letter(ground, sender, key), asked)


def get_snapshot(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`GET /v1/snapshots/{sha256}`: a part of a snapshot of the office's own scope."""
    return _part(ground, snapshots.find_part(ground, sender, asked.names["sha256"]), asked)


def _part(ground: Ground, found: Found, asked: Asked) -> Reply:
    headers = {"content-type": found.media_type, "accept-ranges": "bytes", "cache-control": "no-store"}
    headers |= {"x-ketinting-revision": found.revision} if found.revision else {}
    asked_for = _RANGE.fullmatch(asked.header("range"))
    if asked_for is None:
        return Reply(200, reading.read_part(ground, found, 0, BLOB_MAX).content, headers)
    first = int(asked_for[1])
    last = min(int(asked_for[2]) if asked_for[2] else found.size - 1, found.size - 1)
    if first > last:
        return Reply(416, b"", headers | {"content-range": f"bytes */{found.size}"})
    content = reading.read_part(ground, found, first, last - first + 1).content
    return Reply(206, content, headers | {"content-range": f"bytes {first}-{last}/{found.size}"})


def _named_hash(asked: Asked) -> str:
    """The hash in ``Upload-Metadata: sha256 <base64 of its text>``."""
    for pair in asked.header("upload-metadata").split(","):
        name, _, value = pair.strip().partition(" ")
        if name == "sha256" and _HASH.fullmatch(found := _decoded(value)):
            return found
    raise Refused(400, "unreadable", "Lampiran dikirim tanpa sidik jarinya. Data tetap tersimpan.")


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _whole(asked: Asked, name: str) -> int:
    text = asked.header(name)
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise Refused(400, "unreadable", "Kiriman lampiran tidak terbaca. Data tetap tersimpan.")
    return int(text)

"""`sync.hub_port.Hub` over HTTP, for an enrolled desk: every request is signed, every answer is proved."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from sync import packing
from sync.client.answers import header, prove, refusal, whole_number
from sync.client.link import Link
from sync.encoding import b64u
from sync.errors import Refused, StaleNonce, Unreadable
from sync.hub_port import Config, LetterKey, Part
from sync.keys import SigningKey
from sync.protocol import (
    BLOB_MAX,
    BODY_MAX,
    JSON,
    PLAIN_MAX,
    BlobKey,
    SyncAnswer,
    SyncRequest,
    decode,
    decode_json,
    encode,
    encode_json,
)
from sync.signatures import Answer, Request, sign_request

UNKNOWN_MEDIA: Final = "unknown_media"
"""The hub does not read our media type: we speak a simpler one."""
_UPLOAD: Final = re.compile(r".*/v1/uploads/([A-Za-z0-9_-]{1,100})")
_RANGE: Final = re.compile(r"bytes (?:(\d{1,15})-\d{1,15}|\*)/(\d{1,15})", re.ASCII)
_TUS: Final = {"Tus-Resumable": "1.0.0"}


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a desk knows since its enrolment: itself, and the hub's one key (raw)."""

    device_id: str
    device_key: SigningKey
    hub_key: bytes


class HubClient:
    """The hub as this desk sees it.

    Attributes:
        nonce: the hub's last one; an old one costs one more round trip.
        traffic: what went over the line.
    """

    def __init__(
        self,
        link: Link,
        pinned: Pinned,
        token_bytes: Callable[[int], bytes],
        nonce: str = "",
    ) -> None:
        self._link = link
        self._pinned = pinned
        self._token_bytes = token_bytes
        self._media = packing.BEST
        self.nonce = nonce
        self.traffic = link.traffic

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        """Push and pull."""
        answer = self._understood(request)
        found = decode(answer.body, header(answer, "content-type"), SyncAnswer, request)
        self.nonce = found.nonce
        return found

    def _understood(self, request: SyncRequest) -> Answer:
        """Ask; in simpler and simpler words while the hub does not know ours."""
        while True:
            try:
                return self._sync(request)
            except Refused as error:
                simpler = packing.simpler(self._media)
                if error.detail != UNKNOWN_MEDIA or simpler is None:
                    raise
                self._media = simpler

    def _sync(self, request: SyncRequest) -> Answer:
        body = encode(request, self._media)
        return self._ask(Request("POST", "/v1/sync", {"Content-Type": self._media}, body))

    def config(self) -> Config:
        """The configuration of this office."""
        content = decode_json(self._ask(Request("GET", "/v1/config"), limit=PLAIN_MAX).body, dict[str, Any])
        version = content.get("version")
        if not isinstance(version, str):
            raise Unreadable("a configuration without a version")
        return Config(version, content)

    def pack(self, pack_id: str, version: str) -> bytes:
        """A service pack's bytes."""
        return self._ask(Request("GET", _path("packs", pack_id, version)), limit=PLAIN_MAX).body

    def begin_upload(self, key: BlobKey, size: int) -> str:
        """Begin, or find again, an upload by tus; empty when the hub already has the bytes."""
        sha256 = base64.b64encode(key.sha256.encode()).decode("ascii")
        headers = {**_TUS, "Upload-Length": str(size), "Upload-Metadata": f"sha256 {sha256}"}
        answer = self._ask(Request("POST", _path("blobs", key.shard, key.request), headers), good={200, 201, 204})
        if answer.status != 201:
            return ""
        found = _UPLOAD.fullmatch(header(answer, "location"))
        if found is None:
            raise Unreadable("an upload without a place")
        return found[1]

    def upload_offset(self, upload: str) -> int:
        """How many bytes the hub holds."""
        return whole_number(
            self._ask(Request("HEAD", _path("uploads", upload), _TUS), good={200, 204}), "upload-offset"
        )

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        """Add a piece; the offset after it."""
        headers = {**_TUS, "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        request = Request("PATCH", _path("uploads", upload), headers, piece)
        return whole_number(self._ask(request, good={200, 204}), "upload-offset")

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        """A part of an attachment."""
        return self._read(_path("blobs", key.shard, key.request, key.sha256), offset, length)

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        """A part of the latest revision of a letter."""
        return self._read(_path("letters", key.request, key.letter), offset, length)

    def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
        """A part of a snapshot's part."""
        return self._read(_path("snapshots", sha256), offset, length)

    def _read(self, path: str, offset: int, length: int) -> Part:
        request = Request("GET", path, {"Range": f"bytes={offset}-{offset + length - 1}"})
        answer = self._ask(request, good={200, 206, 416}, limit=BLOB_MAX)
        revision = header(answer, "x-ketinting-revision")
        if answer.status == 200:
            return Part(answer.body[offset:], len(answer.body), revision)
        found = _RANGE.fullmatch(header(answer, "content-range"))
        if found is None or (found[1] is not None and int(found[1]) != offset):
            raise Unreadable("a part of another place")
        return Part(answer.body if answer.status == 206 else b"", int(found[2]), revision)

    def decide_key(self, key_id: str, state: str, at: str, signature: bytes) -> None:
        """Confirm or revoke a colleague's key."""
        self._post(_path("keys", key_id, "decision"), {"state": state, "at": at, "signature": b64u(signature)})

    def lease(self, office: str, book: str, year: int, count: int) -> None:
        """Ask for a block of letter numbers."""
        self._post("/v1/leases", {"office": office, "book": book, "year": year, "count": count})

    def hang_up(self) -> None:
        """Cut the request that is going on, if there is one."""
        self._link.hang_up()

    def _post(self, path: str, content: Mapping[str, Any]) -> None:
        request = Request("POST", path, {"Content-Type": JSON}, encode_json(content))
        self._ask(request, good={200, 201, 202, 204})

    def _ask(self, request: Request, good: set[int] | None = None, limit: int = BODY_MAX) -> Answer:
        """Ask once; once more with the fresh nonce when the hub says that ours is old."""
        try:
            return self._once(request, good or {200}, limit)
        except StaleNonce as error:
            self.nonce = error.nonce
            return self._once(request, good or {200}, limit)

    def _once(self, request: Request, good: set[int], limit: int) -> Answer:
        pinned = self._pinned
        nonce = f"{self.nonce}.{b64u(self._token_bytes(12))}"
        headers = sign_request(request, pinned.device_id, pinned.device_key, nonce)
        answer = self._link.send(request.method, request.path, headers, request.body, limit=limit)
        prove(answer, headers["Signature"], pinned.hub_key)
        if answer.status not in good:
            raise refusal(answer)
        return answer


def _path(*parts: str) -> str:
    return "/v1/" + "/".join(quote(part, safe="") for part in parts)

"""The messages of an exchange, and how they become bytes.

JSON, packed (`sync.packing`) as one media type of its own and never as a Content-Encoding (a proxy or a library that
unpacks would break the digest). The author's bytes ride inside as `msgspec.Raw`: they are neither
decoded nor written anew on the way, so the hash at the end is the hash at the beginning.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import Any, Final, TypeVar

import msgspec

from domain.verdicts import Code, WaitsFor
from sync import packing
from sync.branches import Branch
from sync.brief import Known
from sync.encoding import b64u, unb64u
from sync.errors import Unreadable
from sync.prepared import Whole, prepared
from sync.ranges import RangeAnswer, RangeQuery
from sync.record import Envelope
from sync.snapshots import Snapshot

PROTO: Final = 1
"""The version that this program speaks."""
PROTO_READ: Final = frozenset({1})
"""The versions that it reads: a window of two, once there is a second."""
PUSH_MAX: Final = 500
"""The most actions in a request."""
PUSH_BYTES_MAX: Final = 256 * 1024
"""The largest compressed request, in bytes; a single action may exceed it."""
PUSH_PLAIN_MAX: Final = 4 * 1024 * 1024
"""The most bytes of actions and payloads in a request before compression."""
ANSWER_BYTES: Final = 256 * 1024
"""How much of the log a desk asks for in one answer, in bytes before compression, unless told otherwise."""
ANSWER_MOST: Final = 4 * ANSWER_BYTES
"""The most that it gets."""
BODY_MAX: Final = 2 * 1024 * 1024
"""The largest body of either side, in bytes as sent."""
PLAIN_MAX: Final = packing.PLAIN_MAX
"""The largest body after unpacking, in bytes."""
ACCESS_MAX: Final = 200
"""The most entries of the access log in a request."""
PIECE: Final = 64 * 1024
"""Bytes of an attachment in one PATCH on a poor link."""
PIECE_GOOD: Final = 1024 * 1024
"""The same on a good one."""
BLOB_MAX: Final = 25 * 1024 * 1024
"""The largest attachment or letter, in bytes."""

ZSTD: Final = packing.ZSTD
GZIP: Final = packing.GZIP
JSON: Final = "application/json"


class WireEnvelope(msgspec.Struct, array_like=True, frozen=True):
    """``[action, signature, payload]``: the action's own bytes, then base64url texts."""

    action: msgspec.Raw
    signature: str
    payload: str | None


class Pushed(msgspec.Struct, array_like=True, frozen=True):
    """One action in its place of the desk's queue: ``[device_seq, envelope]``."""

    device_seq: Whole
    envelope: WireEnvelope


class AccessEntry(msgspec.Struct, array_like=True, frozen=True):
    """One entry of the desk's access log: its number from 1, its bytes, and the `sync.anchors.next_link` after it."""

    n: Whole
    entry: msgspec.Raw
    link: str


class Position(msgspec.Struct, array_like=True, frozen=True):
    """Where a reader stands in a scope: the last `seq` and the anchor there (base64url); ``[0, GENESIS]`` at first."""

    seq: Whole
    anchor: str


class VerdictRow(msgspec.Struct, array_like=True, frozen=True):
    """One verdict: ``[no, device_seq, scope, seq, rev, code, waits_for, reason, action]``.

    Attributes:
        no: counts a device's verdicts from 1 without a gap; a parked action gets its final verdict under a later one.
        device_seq: its place in the queue when it came last; 0 when it came under another incarnation.
        scope: the home scope in which it was stored; empty where it was not accepted.
        seq: its place there; None where it was not accepted.
        rev: its place in the request; None where it was not accepted or belongs to none.
        reason: a key of `domain.reasons.SENTENCES`, or empty.
        action: the hash of the action's bytes: the one name that survives incarnations and unreadable bytes.
    """

    no: Whole
    device_seq: Whole
    scope: str
    seq: Whole | None
    rev: Whole | None
    code: Code
    waits_for: WaitsFor | None
    reason: str
    action: str


class EntryRow(msgspec.Struct, array_like=True, frozen=True):
    """One entry of a scope: ``[scope, seq, rev, envelope]``; an action of this device comes as its id alone."""

    scope: str
    seq: Whole
    rev: Whole | None
    what: WireEnvelope | str


class BlobKey(msgspec.Struct, array_like=True, frozen=True, order=True):
    """By what an attachment is known: ``[shard, request, sha256]``."""

    shard: str
    request: str
    sha256: str


class Control(msgspec.Struct, frozen=True, omit_defaults=True):
    """An order of the hub to a desk.

    Attributes:
        order: `pause`, `wipe`, `new_hub_key`; a word that this program does not know is left to a later one.
        seconds: how long to pause.
        public: the hub's new key (base64url), signed under `sync.keys.HUB_KEY` by the old one.
        signature: that signature (base64url).
    """

    order: str
    seconds: Whole = 0
    public: str = ""
    signature: str = ""


@prepared
class SyncRequest(msgspec.Struct, kw_only=True, frozen=True):
    """Push and pull in one: what the desk has, where it stands, and how much it wants.

    Attributes:
        epoch: the hub's epoch that the desk knows; 0 before the first answer.
        push: contiguous in `device_seq`, from the first that the desk has no acknowledgement of.
        cursor: by scope; a scope that is missing begins at 0.
        verdict_seen: number of the last verdict that the desk has committed.
        want_bytes: how many bytes of entries the answer may hold before compression.
        whole: send this device's own actions as envelopes too (after a restore of the desk).
        now: the desk's clock.
        given: actions given back to a restored hub, each with the verdict that it had; None where none was restored.
        ranges: a question about places of the log, from a desk that repairs its copy; an older hub passes over it.
        snapshots: this desk can begin with a snapshot of its scope.
    """

    device_id: str
    incarnation: str
    epoch: Whole
    cursor: dict[str, Position]
    verdict_seen: Whole
    now: str
    proto: Whole = PROTO
    push: list[Pushed] = msgspec.field(default_factory=list)
    access: list[AccessEntry] = msgspec.field(default_factory=list)
    want_bytes: Whole = ANSWER_BYTES
    whole: bool = False
    given: list[tuple[WireEnvelope, Code, str]] | None = None
    ranges: RangeQuery | None = None
    snapshots: bool = False


@prepared
class SyncAnswer(msgspec.Struct, kw_only=True, frozen=True):
    """What the hub took, judged and has to tell.

    Attributes:
        ack_through: every action of this incarnation up to here is stored and judged; 0 for none.
        verdicts: those after `verdict_seen`, in order.
        actions: entries after the cursor, in order in each scope.
        cursor: where the desk stands in each of its scopes after these entries, with the hub's own anchor there; a
            desk that comes to another anchor has read another history.
        more: entries or verdicts are left for another request.
        durable_through: by scope; nothing above it may be deleted; 0: no verified backup holds any.
        missing_blobs: attachments of this device's accepted or parked actions that the hub lacks.
        access_ack: last entry of the access log that the hub has stored.
        access_link: the link there; a desk with another one goes on behind it. Empty from an older hub.
        next_after: seconds after which the hub would like to be asked again.
        config_version: of ``GET /v1/config``.
        nonce: fresh, for the signatures of the next requests.
        branch: the answer to `given`, and to nothing else.
        ranges: the answer to `ranges`, and to nothing else.
        snapshot: what a desk that lacks much may begin with; None where there is none, or where it was not asked for.
    """

    epoch: Whole
    ack_through: Whole
    hub_now: str
    nonce: str
    config_version: str
    cursor: dict[str, Position]
    verdicts: list[VerdictRow] = msgspec.field(default_factory=list)
    actions: list[EntryRow] = msgspec.field(default_factory=list)
    more: bool = False
    durable_through: dict[str, Whole] = msgspec.field(default_factory=dict)
    missing_blobs: list[BlobKey] = msgspec.field(default_factory=list)
    access_ack: Whole = 0
    access_link: str = ""
    control: list[Control] = msgspec.field(default_factory=list)
    next_after: Whole = 0
    branch: Branch | None = None
    ranges: RangeAnswer | None = None
    snapshot: Snapshot | None = None


@prepared
class ErrorBody(msgspec.Struct, frozen=True, omit_defaults=True):
    """The JSON body of every answer that is no success.

    Attributes:
        error: a `code` of `sync.errors`, or a word of the hub.
        message: an Indonesian sentence.
        nonce: a fresh one, with `old_nonce`.
        ack_through: with `gap`.
        epoch: with `epoch_changed`.
        tries_left: with a refused enrolment.
    """

    error: str
    message: str = ""
    nonce: str = ""
    ack_through: Whole = 0
    epoch: Whole = 0
    tries_left: Whole | None = None


Message = TypeVar("Message", SyncRequest, SyncAnswer)
_json_encoder: Final = msgspec.json.Encoder()
_ACTION_ID: Final = re.compile(rb'"id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')


def to_wire(envelope: Envelope) -> WireEnvelope:
    """An envelope as it travels."""
    payload = None if envelope.payload is None else b64u(envelope.payload)
    return WireEnvelope(msgspec.Raw(envelope.action), b64u(envelope.signature), payload)


def from_wire(found: WireEnvelope) -> Envelope:
    """An envelope as it is stored. The action's bytes are exactly those that came; nothing else is checked here.

    Raises:
        Unreadable: a text that is no base64url.
    """
    payload = None if found.payload is None else unb64u(found.payload)
    return Envelope(bytes(found.action), unb64u(found.signature, size=64), payload)


def encode(message: SyncRequest | SyncAnswer, media_type: str = ZSTD, to: SyncRequest | None = None) -> bytes:
    """The body of a message, packed as the media type says; `to`: the request that an answer answers."""
    return packing.pack(_json_encoder.encode(message), media_type, said_in(to))


def decode(body: bytes, media_type: str, kind: type[Message], to: SyncRequest | None = None) -> Message:
    """A message from a body; `to`: the request that an answer answers.

    Raises:
        Unreadable: another media type, too long before or after unpacking, damaged, or not of the message's types.
    """
    if len(body) > BODY_MAX:
        raise Unreadable("the body is too long")
    plain = packing.unpack(body, media_type, said_in(to))
    try:
        return msgspec.json.decode(plain, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable("the message is not of its types") from error


def said_in(request: SyncRequest | None) -> Known:
    """What an answer need not say again: where the desk stands, and its actions' hashes and ids."""
    if request is None:
        return packing.NOTHING
    anchors = [_hash_in(position.anchor) for position in request.cursor.values()]
    actions = [bytes(each.envelope.action) for each in request.push]
    ids = [found[1] for found in map(_ACTION_ID.search, actions) if found]
    return Known((*anchors, *(hashlib.sha256(each).digest() for each in actions)), tuple(ids))


def _hash_in(text: str) -> bytes:
    """A hash; of a text that is none, one that nobody has."""
    with suppress(Unreadable):
        return unb64u(text, size=32)
    return b""


def encode_error(body: ErrorBody) -> bytes:
    """The body of an answer that is no success."""
    return _json_encoder.encode(body)


def decode_error(body: bytes) -> ErrorBody:
    """What the hub says went wrong.

    Raises:
        Unreadable: it says nothing that can be read.
    """
    return decode_json(body, ErrorBody)


Read = TypeVar("Read")


def decode_json(body: bytes, kind: type[Read]) -> Read:
    """A plain JSON body of a given type.

    Raises:
        Unreadable: too long or of other types.
    """
    if len(body) > PLAIN_MAX:
        raise Unreadable("the body is too long")
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable("the body is not of its types") from error


def encode_json(value: Any) -> bytes:
    """A plain JSON body."""
    return _json_encoder.encode(value)

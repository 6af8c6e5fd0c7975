"""The exchange: bytes to a message, one call, a message to bytes. No framework looks inside."""

from __future__ import annotations

import msgspec

from hub.api.proof import Asked
from hub.api.speech import Reply, error_reply, json_reply
from hub.errors import Refused
from hub.service import leasing_calls
from hub.service.bench import Sender
from hub.service.configuring import configuration_of
from hub.service.exchange import device_of, exchange
from hub.service.ground import Ground
from hub.service.keyring import decide_key
from hub.service.reading import pack_bytes
from sync import packing
from sync.encoding import unb64u
from sync.prepared import Whole, prepared
from sync.protocol import JSON, ErrorBody, SyncRequest, decode, decode_json, encode


@prepared
class KeyDecision(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a head's decision on a key."""

    state: str
    at: str
    signature: str


@prepared
class LeaseWish(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a wish for numbers."""

    office: str
    book: str
    year: Whole
    count: Whole


def post_sync(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`POST /v1/sync`."""
    media = asked.header("content-type").strip().lower()
    if not packing.knows(media):
        known = ", ".join(packing.SPOKEN_HERE)
        said = f"Bentuk kiriman tidak dikenal. Yang dikenal: {known}."
        return error_reply(415, ErrorBody("unknown_media", said))
    request = decode(asked.request.body, media, SyncRequest)
    answer = exchange(ground, device_of(sender.device), request)
    return Reply(200, encode(answer, media, request), {"content-type": media})


def get_config(ground: Ground, sender: Sender, asked: Asked) -> Reply:  # noqa: ARG001 - a handler's shape
    """`GET /v1/config`."""
    return json_reply(configuration_of(ground, sender.office))


def get_pack(ground: Ground, sender: Sender, asked: Asked) -> Reply:  # noqa: ARG001 - as above
    """`GET /v1/packs/{id}/{version}`."""
    return Reply(200, pack_bytes(ground, asked.names["pack"], asked.names["version"]), {"content-type": JSON})


def post_key_decision(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`POST /v1/keys/{key_id}/decision`."""
    said = decode_json(asked.request.body, KeyDecision)
    decide_key(ground, sender, asked.names["key"], (said.state, said.at, unb64u(said.signature)))
    return Reply(204)


def post_lease(ground: Ground, sender: Sender, asked: Asked) -> Reply:
    """`POST /v1/leases`."""
    said = decode_json(asked.request.body, LeaseWish)
    if not said.book:
        raise Refused(422, "bad_lease", "Buku nomor belum disebut.")
    leasing_calls.lease_for(ground, sender, (said.office, said.book, said.year, said.count))
    return Reply(204)

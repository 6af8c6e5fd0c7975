import zlib
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from domain.verdicts import Code, WaitsFor
from sync import packing, protocol
from sync.encoding import b64u
from sync.errors import Unreadable
from sync.protocol import (
    AccessEntry,
    BlobKey,
    Control,
    EntryRow,
    ErrorBody,
    Position,
    Pushed,
    SyncAnswer,
    SyncRequest,
    VerdictRow,
    WireEnvelope,
    decode,
    decode_error,
    decode_json,
    encode,
    encode_error,
    from_wire,
    to_wire,
)
from sync.record import Envelope
from tests.sync.fakes import Officer

ENVELOPE = Officer("clerk").submit()
REQUEST = SyncRequest(
    device_id="desk-a",
    incarnation="desk-a-1",
    epoch=1,
    cursor={"config": Position(3, b64u(bytes(32)))},
    verdict_seen=7,
    now="2026-11-21T04:00:00.000Z",
    push=[Pushed(8, to_wire(ENVELOPE))],
    access=[AccessEntry(1, msgspec.Raw(b'{"opened":"contoh"}'), b64u(bytes(32)))],
)
ANSWER = SyncAnswer(
    epoch=1,
    ack_through=8,
    hub_now="2026-11-21T04:00:01.000Z",
    nonce="n",
    config_version="c1",
    cursor={"config": Position(4, b64u(bytes(32)))},
    verdicts=[VerdictRow(8, 8, "", None, None, Code.PARKED, WaitsFor.BYTES, "waits_for_bytes", ENVELOPE.hash)],
    actions=[EntryRow("config", 4, None, to_wire(ENVELOPE)), EntryRow("config", 5, 2, "an-id")],
    missing_blobs=[BlobKey("64.02.01", "r", "s")],
    control=[Control("pause", seconds=60)],
)


@pytest.mark.parametrize("media_type", packing.SPOKEN_HERE)
def test_a_message_comes_back_from_its_bytes(media_type: str) -> None:
    assert decode(encode(REQUEST, media_type), media_type, SyncRequest) == REQUEST
    assert decode(encode(ANSWER, media_type), media_type, SyncAnswer) == ANSWER


@pytest.mark.parametrize("anchor", [b64u(b"a" * 32), "no anchor"])
def test_an_answer_names_what_stood_in_its_request(anchor: str) -> None:
    asked = msgspec.structs.replace(REQUEST, cursor={"config": Position(4, anchor)})
    answer = msgspec.structs.replace(ANSWER, cursor=asked.cursor)
    body = encode(answer, packing.BEST, asked)
    assert decode(body, packing.BEST, SyncAnswer, asked) == answer
    assert len(body) < len(encode(answer, packing.BEST))


def test_the_bytes_of_an_action_survive_the_way() -> None:
    strange = Envelope(b'{"b":"\\u00e9","a":[1,{"z":null}]}', bytes(64), None)
    pushed = msgspec.structs.replace(REQUEST, push=[Pushed(1, to_wire(strange)), Pushed(2, to_wire(ENVELOPE))])
    back = decode(encode(pushed), protocol.ZSTD, SyncRequest)
    assert [from_wire(each.envelope) for each in back.push] == [strange, ENVELOPE]


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers() | st.none(), max_size=4))
def test_whatever_the_bytes_of_an_action_are_they_are_the_same_at_the_end(said: dict[str, Any]) -> None:
    action = msgspec.json.encode(said)
    sent = msgspec.structs.replace(REQUEST, push=[Pushed(1, to_wire(Envelope(action, bytes(64), b"p")))])
    for spoken in (packing.BEST, protocol.ZSTD):
        back = decode(encode(sent, spoken), spoken, SyncRequest)
        assert from_wire(back.push[0].envelope) == Envelope(action, bytes(64), b"p")


def test_a_request_is_small() -> None:
    assert len(encode(REQUEST)) < 900
    assert len(encode(msgspec.structs.replace(REQUEST, push=[], access=[]))) < 200


def test_fields_of_a_later_program_are_read_over() -> None:
    later = {**msgspec.to_builtins(REQUEST, builtin_types=(msgspec.Raw,)), "zukunft": 1, "push": [], "access": []}
    body = zstandard.compress(msgspec.json.encode(later))
    assert decode(body, protocol.ZSTD, SyncRequest).device_id == "desk-a"


@pytest.mark.parametrize("value", [-1, 2**53, 2**70, -(2**70), 1.0, True])
@pytest.mark.parametrize("name", ["epoch", "verdict_seen", "want_bytes"])
def test_a_count_that_no_database_takes_is_refused(name: str, value: object) -> None:
    said = {**msgspec.to_builtins(REQUEST, builtin_types=(msgspec.Raw,)), name: value, "push": [], "access": []}
    with pytest.raises(Unreadable):
        decode(zstandard.compress(msgspec.json.encode(said)), protocol.ZSTD, SyncRequest)


@pytest.mark.parametrize("media_type", ["application/json", "text/html", ""])
def test_another_media_type_is_refused(media_type: str) -> None:
    with pytest.raises(Unreadable):
        decode(encode(REQUEST), media_type, SyncRequest)


@pytest.mark.parametrize(
    "plain", [b"", b"<html>", b"{}", b"[]", b'{"epoch":"1"}', b"\xff", b"[" * 5000, b'{"device_id":"\xff"}']
)
def test_what_is_no_message_is_refused(plain: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(zstandard.compress(plain), protocol.ZSTD, SyncRequest)


def gzipped(plain: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(plain) + packer.flush()


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"", protocol.ZSTD),
        (b"<html>", protocol.ZSTD),
        (encode(REQUEST)[:-9], protocol.ZSTD),
        (encode(REQUEST) + b"more", protocol.ZSTD),
        (encode(REQUEST) + b"more" * 200, protocol.ZSTD),
        (b"", protocol.GZIP),
        (b"<html>", protocol.GZIP),
        (encode(REQUEST, protocol.GZIP)[:-9], protocol.GZIP),
        (encode(REQUEST, protocol.GZIP) + b"more", protocol.GZIP),
        (bytes(protocol.BODY_MAX + 1), protocol.ZSTD),
    ],
)
def test_a_damaged_body_is_refused(body: bytes, media_type: str) -> None:
    with pytest.raises(Unreadable):
        decode(body, media_type, SyncRequest)


@pytest.mark.parametrize("claims", [True, False])
def test_a_body_that_unpacks_to_too_much_is_refused_unread(claims: bool) -> None:
    bomb = zstandard.ZstdCompressor(write_content_size=claims).compress(bytes(protocol.PLAIN_MAX + 1))
    assert len(bomb) < protocol.BODY_MAX
    with pytest.raises(Unreadable):
        decode(bomb, protocol.ZSTD, SyncRequest)
    with pytest.raises(Unreadable):
        decode(gzipped(bytes(protocol.PLAIN_MAX + 1)), protocol.GZIP, SyncRequest)


def test_a_body_may_be_as_large_as_the_limit() -> None:
    blank = encode(REQUEST, protocol.GZIP)
    plain = zlib.decompress(blank, wbits=31)
    filled = plain + b" " * (protocol.PLAIN_MAX - len(plain))
    assert decode(zstandard.compress(filled), protocol.ZSTD, SyncRequest) == REQUEST
    nameless = zstandard.ZstdCompressor(write_content_size=False)
    assert decode(nameless.compress(filled), protocol.ZSTD, SyncRequest) == REQUEST
    assert decode(gzipped(filled), protocol.GZIP, SyncRequest) == REQUEST


def test_a_signature_or_payload_that_is_no_base64url_is_refused() -> None:
    good = to_wire(ENVELOPE)
    for bad in (WireEnvelope(good.action, "AAAA", None), WireEnvelope(good.action, good.signature, "!")):
        with pytest.raises(Unreadable):
            from_wire(bad)


def test_an_error_says_its_word_and_its_sentence() -> None:
    said = ErrorBody("old_nonce", "Ulangi.", nonce="n")
    assert decode_error(encode_error(said)) == said
    assert encode_error(ErrorBody("busy")) == b'{"error":"busy"}'


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"error":7}', bytes(protocol.PLAIN_MAX + 1)])
def test_what_says_no_error_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_error(body)


def test_a_plain_body_is_read_as_its_type() -> None:
    assert decode_json(protocol.encode_json({"version": "c1"}), dict[str, str]) == {"version": "c1"}


@given(st.binary(max_size=300), st.sampled_from([protocol.ZSTD, protocol.GZIP]))
def test_no_bytes_break_the_reader(body: bytes, media_type: str) -> None:
    with pytest.raises(Unreadable):
        decode(body, media_type, SyncAnswer)

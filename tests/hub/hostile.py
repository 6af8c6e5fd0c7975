"""What an enrolled computer in wrong hands may ask: each row with the status and the word that it is owed."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import zstandard

from sync import packing
from sync.protocol import PIECE_GOOD
from tests.hub.raw_http import Heard
from tests.hub.rogue import Rogue, plain
from tests.hub.town import OTHER_VILLAGE, VILLAGE

NIK = "6402040903849001"
"""A sample: no such person was entered into any register."""
HUGE = 2**70
JSON = {"Content-Type": "application/json"}
NOWHERE = "01a1ff7b-c049-741d-af38-001153a3ae25"
HASH = "A" * 43


Attack = Callable[[Rogue], Heard]


def nested(depth: int) -> Attack:
    """An access entry as deep as this."""
    deep = b"[" * depth + b"]" * depth
    return lambda rogue: rogue.sync_plain(
        plain(rogue.honest() | {"access": [[1, "@", "x"]]}).replace(b'"@"', deep),
    )


def changed(old: bytes, new: bytes) -> Attack:
    """An honest request with other letters in it."""
    return lambda rogue: rogue.sync_plain(plain(rogue.honest()).replace(old, new))


def saying(name: str, value: object) -> Attack:
    """One field of an honest request with another value."""
    return lambda rogue: rogue.sync(**{name: value})


def asking(method: str, path: str) -> Attack:
    """A request without a body."""
    return lambda rogue: rogue.ask(method, path)


def packed(body: bytes, media: str = packing.ZSTD) -> Attack:
    """A signed body that no client packs so."""
    return lambda rogue: rogue.ask("POST", "/v1/sync", body, {"Content-Type": media})


def first(place: Any) -> Attack:
    """The next action of the queue in another place of it."""
    return lambda rogue: rogue.sync(push=[[place, rogue.honest()["push"][0][1]]])


def upload(**headers: str) -> Attack:
    """An upload with such headers."""
    usual = {"Upload-Length": "5", "Upload-Metadata": "sha256 " + base64.b64encode(HASH.encode()).decode()}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda rogue: rogue.ask("POST", f"/v1/blobs/64.02.04/{NOWHERE}", b"", usual | named)


BODIES: dict[str, tuple[Attack, int, str]] = {
    "another media type": (packed(b"{}", "application/json"), 415, "unknown_media"),
    "no media type": (lambda rogue: rogue.ask("POST", "/v1/sync", b"{}"), 415, "unknown_media"),
    "a dictionary that nobody has": (packed(b"{}", f"{packing.ZSTD}; dict=00000000"), 415, "unknown_media"),
    "bytes that are no zstd": (packed(b"bukan zstd"), 400, "unreadable"),
    "a frame that is cut": (packed(packing.pack(b"{}" * 400, packing.ZSTD)[:-3]), 400, "unreadable"),
    "something behind the frame": (packed(packing.pack(b"{}", packing.ZSTD) + b"lagi"), 400, "unreadable"),
    "a bomb": (packed(zstandard.ZstdCompressor().compress(bytes(40 * 1024**2))), 400, "unreadable"),
    "a bomb in gzip": (packed(packing.pack(bytes(17 * 1024**2), packing.GZIP), packing.GZIP), 400, "unreadable"),
    "nothing": (packed(b""), 400, "unreadable"),
    "no request": (lambda rogue: rogue.sync_plain(b"{}"), 400, "unreadable"),
    "very deep lists": (lambda rogue: rogue.sync_plain(b"[" * 100_000), 400, "unreadable"),
    "very deep objects": (lambda rogue: rogue.sync_plain(b'{"now":' * 50_000), 400, "unreadable"),
    "a very deep entry": (nested(50_000), 400, "unreadable"),
    "not a number": (changed(b'"verdict_seen":1', b'"verdict_seen":NaN'), 400, "unreadable"),
    "half a letter": (changed(b'"now":"2026', b'"now":"\\ud800'), 400, "unreadable"),
    "bytes that are no text": (lambda rogue: rogue.sync_plain(b'{"now":"\xff\xfe"}'), 400, "unreadable"),
}
FIELDS: dict[str, tuple[Attack, int, str]] = {
    f"{name}={value}": (saying(name, value), 400, "unreadable")
    for name in ("verdict_seen", "epoch", "want_bytes", "proto")
    for value in (HUGE, -1, 2**63, 1.5, None, NIK)
}
PLACES: dict[str, tuple[Attack, int, str]] = {
    "another device's name": (lambda rogue: rogue.sync(device_id="64.02.04-lain"), 403, "not_allowed"),
    "another village's scope": (
        lambda rogue: rogue.sync(cursor={f"v:{OTHER_VILLAGE}": [0, HASH]}),
        403,
        "not_allowed",
    ),
    "the same to a restored hub": (
        lambda rogue: rogue.sync(given=[], cursor={f"v:{OTHER_VILLAGE}": [0, HASH]}),
        403,
        "not_allowed",
    ),
    "a scope that is none": (lambda rogue: rogue.sync(cursor={"\0": [0, HASH]}), 403, "not_allowed"),
    "a cursor beyond all numbers": (lambda rogue: rogue.sync(cursor={"config": [HUGE, HASH]}), 400, "unreadable"),
    "a cursor ahead of the log": (lambda rogue: rogue.sync(cursor={"config": [2**52, HASH]}), 409, "history_differs"),
    "a cursor that is none": (lambda rogue: rogue.sync(cursor={"config": [0]}), 400, "unreadable"),
    "another epoch": (lambda rogue: rogue.sync(epoch=7), 409, "epoch_changed"),
    "a life without a name": (lambda rogue: rogue.sync(incarnation=""), 400, "unreadable"),
    "a life with a name that no database takes": (lambda rogue: rogue.sync(incarnation="\0"), 400, "unreadable"),
    "a life with a very long name": (lambda rogue: rogue.sync(incarnation="x" * 101), 400, "unreadable"),
    "a jump in the queue": (first(9), 409, "gap"),
    "a jump beyond all numbers": (first(HUGE), 400, "unreadable"),
    "a place before the first": (first(0), 409, "device_fork"),
    "a place below zero": (first(-HUGE), 400, "unreadable"),
    "a place that is taken": (first(1), 409, "device_fork"),
    "half a place": (first(1.5), 400, "unreadable"),
    "too many actions": (lambda rogue: rogue.sync(push=rogue.honest()["push"] * 501), 400, "unreadable"),
    "too many entries": (lambda rogue: rogue.sync(access=[[1, {}, "x"]] * 201), 400, "unreadable"),
    "too much given back": (lambda rogue: rogue.sync(given=[[[{}, "x", None], "ok", ""]] * 501), 400, "unreadable"),
}
WISHES: dict[str, tuple[Attack, int, str]] = {
    f"a wish for {named}": (
        lambda rogue, wish=wish: rogue.say(
            "/v1/leases",
            {"office": VILLAGE, "book": "surat-keterangan-usaha", "year": 2026, "count": 1} | wish,
        ),
        status,
        word,
    )
    for named, wish, status, word in (
        ("another office", {"office": OTHER_VILLAGE}, 403, "not_allowed"),
        ("no office", {"office": "\0"}, 403, "not_allowed"),
        ("no book", {"book": ""}, 422, "bad_lease"),
        ("a book that is none", {"book": "\0" + NIK}, 403, "not_allowed"),
        ("a year beyond all numbers", {"year": HUGE}, 400, "unreadable"),
        ("fewer than none", {"count": -1}, 400, "unreadable"),
        ("none", {"count": 0}, 422, "bad_lease"),
        ("more than a desk needs", {"count": 2**52}, 422, "bad_lease"),
    )
} | {
    "a wish that is no JSON": (lambda rogue: rogue.say("/v1/leases", b"[" * 60_000), 400, "unreadable"),
    "a decision on a key that is none": (
        lambda rogue: rogue.say(f"/v1/keys/{NIK}/decision", {"state": "revoked", "at": "\0", "signature": "AAAA"}),
        404,
        "unknown_key",
    ),
    "a decision whose signature is none": (
        lambda rogue: rogue.say(f"/v1/keys/{NIK}/decision", {"state": "revoked", "at": "", "signature": "é"}),
        400,
        "unreadable",
    ),
}
NAMES: dict[str, tuple[Attack, int, str]] = {
    f"{method} {path}": (asking(method, path), status, word)
    for method, path, status, word in (
        ("GET", "/v1/packs/%00/1", 400, "unreadable"),
        ("GET", "/v1/packs/sktm/%ff", 400, "unreadable"),
        ("GET", "/v1/packs/..%2f..%2fetc/1", 404, ""),
        ("GET", f"/v1/packs/{'x' * 201}/1", 400, "unreadable"),
        ("GET", f"/v1/packs/{NIK}/1", 404, "not_known"),
        ("GET", f"/v1/blobs/64.02.04/{NOWHERE}/{HASH}", 403, "not_allowed"),
        ("GET", f"/v1/blobs/%00/{NOWHERE}/{HASH}", 400, "unreadable"),
        ("GET", f"/v1/letters/{NOWHERE}/surat", 403, "not_allowed"),
        ("GET", f"/v1/letters/{NOWHERE}/%00", 400, "unreadable"),
        ("HEAD", "/v1/uploads/64_02_04-tidak-ada", 403, ""),
        ("GET", "/v1/nowhere", 404, ""),
        ("DELETE", "/v1/config", 405, ""),
    )
}
UPLOADS: dict[str, tuple[Attack, int, str]] = {
    "bytes that nobody named": (upload(), 403, "not_allowed"),
    "a length below zero": (upload(Upload_Length="-1"), 400, "unreadable"),
    "a length beyond all numbers": (upload(Upload_Length="9" * 13), 400, "unreadable"),
    "a length in words": (upload(Upload_Length="lima"), 400, "unreadable"),
    "no hash": (upload(Upload_Metadata="sha256 !!!"), 400, "unreadable"),
    "a hash that is none": (upload(Upload_Metadata="sha256 AAAA"), 400, "unreadable"),
    "very many pairs": (upload(Upload_Metadata="," * 20_000), 400, "unreadable"),
    "a piece of another type": (
        lambda rogue: rogue.ask("PATCH", "/v1/uploads/64_02_04-x", b"x", JSON),
        415,
        "unknown_media",
    ),
    "a piece that is too large": (
        lambda rogue: rogue.ask("PATCH", "/v1/uploads/64_02_04-x", bytes(PIECE_GOOD + 1)),
        413,
        "too_large",
    ),
    "an offset that is none": (
        lambda rogue: rogue.ask(
            "PATCH",
            "/v1/uploads/64_02_04-x",
            b"x",
            {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "-1"},
        ),
        400,
        "unreadable",
    ),
    "a piece of nothing": (
        lambda rogue: rogue.ask(
            "PATCH",
            "/v1/uploads/64_02_04-x",
            b"x",
            {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"},
        ),
        403,
        "not_allowed",
    ),
}
ATTACKS = BODIES | FIELDS | PLACES | WISHES | NAMES | UPLOADS

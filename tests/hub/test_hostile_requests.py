"""Requests that no client of ours would send: an honest 4xx, nothing written, nothing logged, no hub that tires.

One hub is asked all of it, for nothing of it may leave a trace.
"""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from structlog.testing import capture_logs

from hub.api.app import make_app
from hub.api.intake import Intake
from hub.store.opening import open_sqlite
from sync import packing
from sync.protocol import PIECE_GOOD
from tests.hub.desks import enrol
from tests.hub.raw_http import Asked, Heard, InProcess
from tests.hub.rogue import Rogue, said
from tests.hub.stories import submit
from tests.hub.town import KEY, OTHER_VILLAGE, VILLAGE, open_town

NIK = "6402040903849001"
"""A sample: no such person was entered into any register."""
HUGE = 2**70
JSON = {"Content-Type": "application/json"}
NOWHERE = "01a1ff7b-c049-741d-af38-001153a3ae25"
HASH = "A" * 43


@pytest.fixture(scope="module")
def folder(sqlite_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("hostile")
    shutil.copyfile(sqlite_models["furnished"], found / "hub.db")
    return found


@pytest.fixture(scope="module")
def intake() -> Intake:
    return Intake()


@pytest.fixture(scope="module")
def rogue(folder: Path, intake: Intake) -> Iterator[Rogue]:
    town = open_town(open_sqlite(folder / "hub.db", KEY), folder)
    desk = enrol(town, VILLAGE, "clerk")
    submit(desk, "clerk", "surat-keterangan-usaha")
    desk.sync()
    submit(desk, "clerk", "surat-keterangan-usaha")
    hub = InProcess(make_app(town.ground, lambda: None, intake))
    yield Rogue(desk, hub)
    hub.close()
    town.ground.close()


def written(folder: Path) -> list[tuple[str, int, int]]:
    """What a commit or a stored file would change."""
    found = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm"]
    return sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in found)


Attack = Callable[[Rogue], Heard]


def nested(depth: int) -> Attack:
    """An access entry as deep as this."""
    return lambda rogue: rogue.sync_plain(
        json.dumps(rogue.honest() | {"access": [[1, "@", "x"]]}).replace('"@"', "[" * depth + "]" * depth).encode()
    )


def changed(old: str, new: str) -> Attack:
    """An honest request with other letters in it."""
    return lambda rogue: rogue.sync_plain(json.dumps(rogue.honest()).replace(old, new).encode())


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
    "not a number": (changed('"verdict_seen": 1', '"verdict_seen": NaN'), 400, "unreadable"),
    "half a letter": (changed('"now": "2026', '"now": "\\ud800'), 400, "unreadable"),
    "bytes that are no text": (lambda rogue: rogue.sync_plain(b'{"now":"\xff\xfe"}'), 400, "unreadable"),
}
FIELDS: dict[str, tuple[Attack, int, str]] = {
    f"{name}={value}": (lambda rogue, name=name, value=value: rogue.sync(**{name: value}), 400, "unreadable")
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
    f"{method} {path}": (lambda rogue, method=method, path=path: rogue.ask(method, path), status, word)
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


@pytest.mark.parametrize("name", ATTACKS)
def test_an_enrolled_computer_in_wrong_hands_is_refused_and_leaves_no_trace(
    rogue: Rogue, folder: Path, intake: Intake, name: str
) -> None:
    attack, status, word = ATTACKS[name]
    before = written(folder)
    with capture_logs() as logged:
        heard = attack(rogue)
    assert (heard.status, said(heard)) == (status, word)
    assert written(folder) == before
    assert logged == []
    assert intake.held == 0


def without(*names: str) -> Callable[[Asked], Asked]:
    return lambda asked: _with(asked, tuple(each for each in asked.headers if each[0].lower() not in names))


def also(*headers: tuple[str, str]) -> Callable[[Asked], Asked]:
    return lambda asked: _with(asked, (*asked.headers, *headers))


def _with(asked: Asked, headers: tuple[tuple[str, str], ...]) -> Asked:
    return Asked(asked.method, asked.path, headers, asked.pieces)


def instead(name: str, change: Callable[[str], str]) -> Callable[[Asked], Asked]:
    """A field's value changed after it was signed."""
    return lambda asked: _with(
        asked, tuple((n, change(value) if n.lower() == name else value) for n, value in asked.headers)
    )


LINES: dict[str, tuple[Callable[[Asked], Asked], int, str]] = {
    "no signature": (without("signature", "signature-input"), 403, "not_allowed"),
    "no digest": (without("content-digest"), 401, "bad_signature"),
    "a signature that is none": (instead("signature", lambda _: "kt=:AAAA:"), 401, "bad_signature"),
    "a signature that is no field": (instead("signature", lambda _: "\x7f" + NIK), 403, "not_allowed"),
    "an input that is no field": (instead("signature-input", lambda _: "((((" * 200), 403, "not_allowed"),
    "a very long input": (instead("signature-input", lambda old: old + ";x=1" * 5000), 403, "not_allowed"),
    "another device's signature": (
        instead("signature-input", lambda old: old.replace("keyid=", "keyid=6;x=")),
        403,
        "not_allowed",
    ),
    "two signatures": (also(("Signature", "kt=:AAAA:")), 400, "unreadable"),
    "two digests": (also(("Content-Digest", "sha-256=:AAAA:")), 400, "unreadable"),
    "two types": (also(("Content-Type", packing.GZIP)), 400, "unreadable"),
    "another type than was signed": (instead("content-type", lambda _: packing.GZIP), 401, "bad_signature"),
    "a range that was not signed": (also(("Range", "bytes=0-1")), 401, "bad_signature"),
    "a length that is none": (also(("Content-Length", "-5")), 400, "unreadable"),
    "a length that is too much": (also(("Content-Length", str(2**40))), 413, "too_large"),
    "two lengths": (also(("Content-Length", "5"), ("Content-Length", "6")), 400, "unreadable"),
    "letters in the path that are none": (
        lambda asked: Asked("GET", "/v1/packs/caf\xe9/1", asked.headers),
        400,
        "unreadable",
    ),
    "another path than was signed": (lambda asked: Asked("POST", "/v1/leases", asked.headers), 401, "bad_signature"),
    "another body than was signed": (
        lambda asked: Asked(asked.method, asked.path, asked.headers, (b"lain",)),
        401,
        "bad_signature",
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_a_request_that_was_changed_on_the_way_is_refused_and_leaves_no_trace(
    rogue: Rogue, folder: Path, name: str
) -> None:
    change, status, word = LINES[name]
    before = written(folder)
    honest = rogue.signed("POST", "/v1/sync", packing.pack(b"{}", packing.ZSTD), {"Content-Type": packing.ZSTD})
    with capture_logs() as logged:
        heard = rogue.hub.ask(change(honest))
    assert (heard.status, said(heard)) == (status, word)
    assert written(folder) == before
    assert logged == []


OPEN = ("/v1/enrol/begin", "/v1/enrol/finish")
KEYS = {"device_key": HASH, "officer_key": HASH, "desk_nonce": HASH}
FINISH = {"desk_nonce": HASH, "desk_proof": "", "device_signature": "", "officer_signature": ""}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 60_000,
        b'{"locator":"\\ud800"}',
        json.dumps({"locator": "\0\0\0", **KEYS, **FINISH}).encode(),
        json.dumps({"locator": "AAA", **KEYS, "device_key": NIK, **FINISH}).encode(),
        json.dumps({"locator": "AAA", **KEYS, "device_id": "\0", **FINISH}).encode(),
        json.dumps({"locator": "AAA", **KEYS, **FINISH}).encode(),
        bytes(70_000),
    ],
)
@pytest.mark.parametrize("path", OPEN)
def test_a_stranger_at_the_door_is_refused_and_leaves_no_trace(
    rogue: Rogue, folder: Path, path: str, content: bytes
) -> None:
    before = written(folder)
    with capture_logs() as logged:
        heard = rogue.hub.ask(Asked("POST", path, tuple(JSON.items()), (content,)))
    assert heard.status in {400, 403, 413}
    assert said(heard) in {"unreadable", "wrong", "too_large"}
    assert written(folder) == before
    assert logged == []

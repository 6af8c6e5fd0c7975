"""Requests that no client of ours would send: an honest 4xx, nothing written, nothing logged, no hub that tires.

One hub is asked all of it, for nothing of it may leave a trace.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from hub.api.app import make_app
from hub.api.intake import Intake
from hub.store.opening import open_sqlite
from sync import packing
from tests.hub.desks import enrol
from tests.hub.hostile import ATTACKS, HASH, JSON, NIK
from tests.hub.raw_http import Asked, InProcess
from tests.hub.rogue import Rogue, said
from tests.hub.stories import submit
from tests.hub.town import KEY, VILLAGE, open_town


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

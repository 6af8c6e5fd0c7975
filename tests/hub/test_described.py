"""The hub keeps what its OpenAPI says, whatever of that is asked: schemathesis makes the requests, a desk's key signs.

A few of them in each run; many with ``KETINTING_EXAMPLES=500 python -m pytest tests/hub/test_described.py``.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from http_message_signatures import HTTPMessageSignaturesException
from hypothesis import given

from hub.api.app import make_app
from hub.api.described import PACKED, PIECE_TYPE
from hub.api.gate import Gate
from hub.limits import Limits, Rate
from hub.store.opening import open_sqlite
from sync import packing
from sync.protocol import SyncAnswer, SyncRequest, decode
from tests.examples import search
from tests.hub.desks import enrol
from tests.hub.raw_http import Asked, Heard, InProcess
from tests.hub.rogue import Rogue
from tests.hub.town import KEY, VILLAGE, open_town

MUCH: Final = Rate(at_once=1_000_000, per_minute=1_000_000)
PLACES: Final = (
    ("POST", "/v1/sync"),
    ("POST", "/v1/leases"),
    ("POST", "/v1/keys/{key}/decision"),
    ("POST", "/v1/enrol/begin"),
    ("POST", "/v1/enrol/finish"),
    ("GET", "/v1/packs/{pack}/{version}"),
    ("GET", "/v1/blobs/{shard}/{request}/{sha256}"),
    ("GET", "/v1/letters/{request}/{letter}"),
    ("POST", "/v1/blobs/{shard}/{request}"),
    ("HEAD", "/v1/uploads/{upload}"),
    ("PATCH", "/v1/uploads/{upload}"),
    ("GET", "/v1/config"),
)


@pytest.fixture(scope="module")
def rogue(sqlite_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rogue]:
    folder = tmp_path_factory.mktemp("described")
    shutil.copyfile(sqlite_models["furnished"], folder / "hub.db")
    town = open_town(open_sqlite(folder / "hub.db", KEY), folder)
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    gate = Gate(Limits(sync=MUCH, bytes=MUCH, rest=MUCH, strangers=MUCH))
    hub = InProcess(make_app(town.ground, lambda: None, gate=gate))
    yield Rogue(desk, hub)
    hub.close()
    town.ground.close()


@pytest.fixture(scope="module")
def document(rogue: Rogue) -> dict[str, Any]:
    return make_app(rogue.desk.town.ground, lambda: None).openapi()


def test_every_address_is_described_and_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    assert {(method.upper(), path) for path, each in document["paths"].items() for method in each} >= set(PLACES)
    text = json.dumps(document)
    named = {each.split('"')[0] for each in text.split("#/components/schemas/")[1:]}
    assert named <= set(document["components"]["schemas"])
    for media in PACKED:
        said = document["paths"]["/v1/sync"]["post"]["requestBody"]["content"][media]["schema"]
        assert said == {"$ref": "#/components/schemas/SyncRequest"}


@pytest.fixture(scope="module")
def described(document: dict[str, Any]) -> Any:
    import schemathesis  # noqa: PLC0415 - two seconds that only these tests need

    @schemathesis.serializer(*PACKED)
    def packed(_context: object, value: object) -> bytes:
        return packing.pack(json.dumps(value).encode(), packing.ZSTD)

    @schemathesis.serializer(PIECE_TYPE)
    def raw(_context: object, value: object) -> bytes:
        return value if isinstance(value, bytes) else str(value).encode()

    return schemathesis.openapi.from_dict(document)


@pytest.mark.hypothesis
@pytest.mark.parametrize(("method", "path"), PLACES)
def test_what_is_asked_as_described_is_answered_as_described(
    rogue: Rogue, described: Any, method: str, path: str
) -> None:
    place = described[path][method]

    @search(2)
    @given(case=place.as_strategy())
    def answered(case: Any) -> None:
        heard = _asked(rogue, case)
        assert heard.status < 500
        assert str(heard.status) in place.definition.raw["responses"]
        _check_body(path, heard, method, case.body)

    answered()


def _asked(rogue: Rogue, case: Any) -> Heard:
    headers = {name: str(value) for name, value in dict(case.headers or {}).items()}
    body = b"" if type(case.body).__name__ == "NotSet" else case.body
    if case.media_type:
        headers["Content-Type"] = case.media_type
    if case.media_type in PACKED:
        body = packing.pack(json.dumps(body).encode(), case.media_type)
    elif not isinstance(body, bytes):
        body = str(body).encode() if case.media_type == PIECE_TYPE else json.dumps(body).encode()
    try:
        asked = rogue.signed(case.method, case.formatted_path, body, headers)
    except HTTPMessageSignaturesException:  # what cannot be signed is asked without
        asked = Asked(case.method, case.formatted_path, tuple(headers.items()), (body,))
    return rogue.hub.ask(asked)


def _check_body(path: str, heard: Heard, method: str, body: object) -> None:
    if heard.status >= 400 and method != "HEAD":
        assert json.loads(heard.body)["error"]
    elif path == "/v1/sync":
        asked = decode(packing.pack(json.dumps(body).encode(), packing.ZSTD), packing.ZSTD, SyncRequest)
        assert decode(heard.body, heard.headers["content-type"], SyncAnswer, asked).epoch == 1


@pytest.mark.hypothesis
def test_a_request_as_the_schema_has_it_is_read(described: Any) -> None:
    @search(3)
    @given(case=described["/v1/sync"]["POST"].as_strategy())
    def is_read(case: Any) -> None:
        body = packing.pack(json.dumps(case.body).encode(), packing.ZSTD)
        assert decode(body, packing.ZSTD, SyncRequest).proto >= 0

    is_read()

"""What a stranger may not learn, and what a desk that dies in mid-sending leaves in the hub's log."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncGenerator, Iterator

import pytest
from fastapi import Request as Incoming
from starlette.requests import ClientDisconnect

from domain.actions import Action, Blob
from domain.verdicts import Code
from hub.api.blob_routes import get_blob, get_letter, head_upload
from hub.api.intake import Intake
from hub.api.logs import set_up_logs
from hub.api.proof import Asked, Handler
from hub.api.speech import Reply, reply_to
from hub.errors import Refused
from hub.service.uploads import append, begin_upload
from hub.store.opening import Store
from sync.encoding import b64u
from sync.errors import NotAllowed
from sync.protocol import BlobKey
from sync.signatures import Request
from tests.hub.desks import Desk, an_attachment, enrol
from tests.hub.stories import issue, state_of, submit, submit_with_scans
from tests.hub.town import KECAMATAN, OTHER_VILLAGE, VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def _root_logger() -> Iterator[None]:
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    root.handlers[:] = before


def test_a_neighbour_does_not_learn_which_attachments_the_hub_has(town: Town) -> None:
    village, neighbour = enrol(town, VILLAGE, "clerk"), enrol(town, OTHER_VILLAGE, "clerk-b")
    content, _ = an_attachment("ktp")
    sha256 = b64u(hashlib.sha256(content).digest())
    blob = Blob(sha256, len(content), "image/jpeg", "ktp")
    request = submit(village, "clerk", "surat-keterangan-usaha", (blob,)).request or ""
    village.sync()
    key = BlobKey("64.02.04", request, sha256)
    upload = begin_upload(town.ground, village.sender, key, len(content)).upload
    append(town.ground, village.sender, upload, 0, content)
    with pytest.raises(Refused) as refused:
        begin_upload(town.ground, neighbour.sender, key, len(content))
    assert refused.value.status == 403
    assert begin_upload(town.ground, village.sender, key, len(content)).upload == ""


def answered(desk: Desk, handler: Handler, **names: str) -> Reply:
    """What a desk is told, whatever comes of it."""
    asked = Asked(Request("GET", "/"), names)
    try:
        return handler(desk.town.ground, desk.sender, asked)
    except NotAllowed as error:
        return reply_to(error)


@pytest.fixture
def issued(town: Town) -> tuple[Desk, Action, Blob]:
    """A village that filed with a scan and issued the letter; the hub has the bytes of both."""
    village = enrol(town, VILLAGE, "clerk", enrol(town, VILLAGE, "kades"))
    request = submit_with_scans(village, "clerk", "surat-keterangan-usaha").request or ""
    village.sync()
    action, pdf = issue(village, "kades", state_of(village, request), 1)
    village.sync()
    village.send_blob(request, pdf, action.text("pdf"))
    town.work()
    village.sync()
    assert village.final(action) is Code.OK
    return village, action, action.blobs[0]


def test_a_neighbour_does_not_learn_which_letters_and_attachments_there_are(
    town: Town, issued: tuple[Desk, Action, Blob]
) -> None:
    village, action, blob = issued
    neighbour, kecamatan = enrol(town, OTHER_VILLAGE, "clerk-b"), enrol(town, KECAMATAN, "camat")
    request, letter = action.request or "", action.text("letter")
    there = {"shard": "64.02.04", "request": request, "sha256": blob.sha256}
    nowhere = {"shard": "64.02.04", "request": town.ground.world.new_id(), "sha256": "A" * 43}
    assert answered(village, get_letter, request=request, letter=letter).status == 200
    assert answered(village, get_blob, **there).status == 200
    for stranger in (neighbour, kecamatan):
        real = answered(stranger, get_letter, request=request, letter=letter)
        made_up = answered(stranger, get_letter, request=nowhere["request"], letter=nowhere["request"])
        assert (real.status, real) == (403, made_up)
        assert answered(stranger, get_letter, request=request, letter=nowhere["request"]) == made_up
        assert answered(stranger, get_blob, **there) == answered(stranger, get_blob, **nowhere) == made_up


def test_a_neighbour_does_not_learn_which_uploads_are_going_on(town: Town) -> None:
    village, neighbour = enrol(town, VILLAGE, "clerk"), enrol(town, OTHER_VILLAGE, "clerk-b")
    content, blob = an_attachment("ktp")
    request = submit(village, "clerk", "surat-keterangan-usaha", (blob,)).request or ""
    village.sync()
    upload = begin_upload(town.ground, village.sender, BlobKey("64.02.04", request, blob.sha256), len(content)).upload
    assert answered(village, head_upload, upload=upload).status == 200
    real, made_up = (answered(neighbour, head_upload, upload=name) for name in (upload, "64_02_04-tidak-ada"))
    assert (real.status, real) == (403, made_up)


@pytest.mark.usefixtures("_root_logger")
def test_a_log_line_of_a_library_is_json_and_masked_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs()
    broken = ValueError("NIK 6402040903849001")
    logging.getLogger("pustaka").error("gagal untuk %s", "6402040903849001", exc_info=broken)
    (line,) = [each for each in capsys.readouterr().err.splitlines() if "pustaka" in each]
    assert json.loads(line)["level"] == "error"
    assert "6402040903849001" not in line
    assert "ValueError" in line


class _Dying(Incoming):
    """A desk whose power fails in the middle of a piece."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        yield b"separuh"
        raise ClientDisconnect


def test_a_desk_that_dies_in_mid_sending_is_no_fault_of_the_hub() -> None:
    dying = _Dying({"type": "http", "method": "PATCH", "path": "/", "headers": []})
    with Intake().holding() as body:
        assert asyncio.run(body.read(dying, 1000)) == b""

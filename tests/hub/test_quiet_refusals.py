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

from domain.actions import Blob
from hub.api.app import _body
from hub.api.logs import set_up_logs
from hub.errors import Refused
from hub.service.uploads import append, begin_upload
from hub.store.opening import Store
from sync.encoding import b64u
from sync.protocol import BlobKey
from tests.hub.desks import an_attachment, enrol
from tests.hub.stories import submit
from tests.hub.town import OTHER_VILLAGE, VILLAGE, Town


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
    assert asyncio.run(_body(dying, 1000)) == b""

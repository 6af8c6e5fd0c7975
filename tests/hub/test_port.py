"""The desk's own engine against the hub's own service: no socket, real keys, nothing canned."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from domain.actions import Blob
from domain.verdicts import Code
from hub.errors import NotKnown
from hub.service.port import DevicePort, told
from hub.store.opening import Store
from sync.desk_log import AuthorKey
from sync.encoding import b64u, unb64u
from sync.errors import HubBusy, NotAllowed, Refused
from sync.hub_port import Config, Hub, LetterKey
from sync.keys import CONFIRM
from sync.protocol import BlobKey
from tests.hub.desks import Desk, an_attachment, enrol
from tests.hub.stories import submit
from tests.hub.town import KECAMATAN, VILLAGE, Town
from tests.sync.desks import Desk as EngineDesk
from tests.sync.desks import new_engine
from tests.sync.fakes import MemoryDeskLog, Officer


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


class _Log(MemoryDeskLog):
    """A desk in memory that learns keys from the hub's configuration, as a real one does."""

    def save_config(self, config: Config) -> None:
        super().save_config(Config(config.version, {**config.content, "keys": []}))
        for key in config.content["keys"]:
            self.keys[key["key"]] = AuthorKey(unb64u(key["public"]), is_hub=False)


def _engine_desk(town: Town, desk: Desk) -> EngineDesk:
    hub_key = town.ground.identity.key
    known = {hub_key.key_id: AuthorKey(hub_key.public, is_hub=True)}
    log = _Log(desk.device, (desk.scope, "config"), hub_key.public, known)
    log._state = replace(log.state(), hub_id=town.hub_id)
    port: Hub = DevicePort(town.ground, desk.device)
    return EngineDesk(Officer("clerk"), log, port, new_engine(log))


def test_the_engine_and_the_hub_come_to_rest_with_the_same_history(town: Town) -> None:
    maker = enrol(town, VILLAGE, "clerk")
    desk = _engine_desk(town, maker)
    picture, _ = an_attachment("ktp", 5000)
    blob = desk.shelf.put(picture, "image/jpeg")
    action = submit(maker, "clerk", "dispensasi-nikah", (replace(blob, document="ktp_pria"),))
    desk.log.record(maker.queue.pop())
    desk.settle()
    assert [row.code for row in desk.log.verdicts] == [Code.OK]
    reader = _engine_desk(town, enrol(town, KECAMATAN, "kasi-kesra"))
    reader.settle()
    assert reader.log.entries["k:64.02.04"] == [(1, action.hash)]
    key = BlobKey("64.02.04", action.request or "", blob.sha256)
    assert reader.hub.read_blob(key, 0, 9000).content == picture
    assert reader.hub.pack("sktm", "1")


def test_every_refusal_of_the_service_is_one_that_a_desk_knows(town: Town) -> None:
    village = enrol(town, VILLAGE, "clerk", enrol(town, VILLAGE, "kades"))
    port = DevicePort(town.ground, village.device)
    village.sync()
    port.lease(VILLAGE, "sktm", 2026, 3)
    at = "sekarang"
    said = f"{town.hub_id}\0{village.keys['clerk'].key_id}\0confirmed\0{at}".encode()
    port.decide_key(village.keys["clerk"].key_id, "confirmed", at, village.keys["kades"].sign(CONFIRM, said))
    key = BlobKey("64.02.04", town.ground.world.new_id(), b64u(hashlib.sha256(b"x").digest()))
    for refused in (
        lambda: port.lease(VILLAGE, "none", 2026, 3),
        lambda: port.pack("sktm", "9"),
        lambda: port.begin_upload(key, 1),
        lambda: port.decide_key("A" * 43, "confirmed", at, b""),
    ):
        with pytest.raises(Refused):
            refused()
    with pytest.raises(NotAllowed):
        port.read_letter(LetterKey(key.request, "surat"), 0, 1)
    content, blob = an_attachment("ktp")
    misnamed = Blob(blob.sha256, blob.size, "image/png", "ktp_pria")
    request = submit(village, "clerk", "dispensasi-nikah", (misnamed,)).request
    village.sync()
    upload = port.begin_upload(BlobKey("64.02.04", request or "", blob.sha256), blob.size)
    assert port.upload_offset(upload) == 0
    with pytest.raises(Refused):
        port.append(upload, 0, content)


def test_what_the_hub_cannot_do_now_is_a_wait() -> None:
    from hub.errors import Refused as Declined  # noqa: PLC0415 - one use

    assert isinstance(told(Declined(429, "busy", "Nanti.", 7)), HubBusy)
    assert isinstance(told(NotKnown("Tidak ada.")), Refused)

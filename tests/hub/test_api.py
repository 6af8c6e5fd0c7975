"""The hub as the desk's own client sees it: over a socket, signed both ways."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from domain.actions import ActionKind
from hub.service import enrolling
from hub.store.opening import Store
from sync import enrolment
from sync.client import EnrolClient, HubClient, Link
from sync.client.hub_client import Pinned
from sync.encoding import b64u, unb64u
from sync.enrolment import Begin
from sync.errors import EnrolmentRefused, NotAllowed, Refused
from sync.hub_port import LetterKey
from sync.keys import CONFIRM, SigningKey
from sync.protocol import BlobKey
from tests.hub.desks import Desk, an_attachment
from tests.hub.http_hub import serving
from tests.hub.stories import submit
from tests.hub.town import KECAMATAN, VILLAGE, Town

pytestmark = pytest.mark.slow


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@dataclass
class Online:
    """A desk whose service is called through HTTP."""

    desk: Desk
    client: HubClient
    url: str


def enrol_over_http(town: Town, url: str, officer: str = "kades", office: str = VILLAGE) -> Online:
    code = enrolling.invite_by_code(town.ground, office, officer)
    locator, secret = enrolment.read_code(code)
    device_key, officer_key = SigningKey.generate(os.urandom), SigningKey.generate(os.urandom)
    link = Link(url)
    enroller = EnrolClient(link)
    begin = Begin(
        locator=locator,
        device_key=b64u(device_key.public),
        officer_key=b64u(officer_key.public),
        desk_nonce=b64u(os.urandom(32)),
    )
    offer = enroller.enrol_begin(begin)
    key = enrolment.key_from_code(secret, locator, offer.hub_id)
    enrolment.check_offer(key, begin, offer)
    done = enroller.enrol_finish(enrolment.finish(key, begin, offer, device_key, officer_key))
    pinned = Pinned(done.device_id, device_key, unb64u(offer.hub_key))
    client = HubClient(link, pinned, os.urandom, done.nonce)
    return Online(Desk(town, office, done.device_id, device_key, {officer: officer_key}), client, url)


@pytest.fixture
def online(town: Town) -> Iterator[Online]:
    with serving(town) as url:
        yield enrol_over_http(town, url)


def test_a_desk_enrols_pushes_uploads_and_reads_back_what_it_may(online: Online) -> None:
    desk, client = online.desk, online.client
    content, blob = an_attachment("kk", 100_000)
    filed = submit(desk, "kades", "surat-keterangan-usaha", (replace(blob, document="ktp"),))
    desk.take(client.exchange(desk.request()))
    assert desk.last is not None
    key = BlobKey("64.02.04", filed.request or "", blob.sha256)
    assert desk.last.missing_blobs == [key]
    upload = client.begin_upload(key, len(content))
    assert client.append(upload, 0, content[:65536]) == 65536
    assert client.begin_upload(key, len(content)) == upload
    assert client.upload_offset(upload) == 65536
    assert client.append(upload, 65536, content[65536:]) == len(content)
    assert client.begin_upload(key, len(content)) == ""
    part = client.read_blob(key, 50_000, 20_000)
    assert (part.content, part.total) == (content[50_000:70_000], len(content))
    assert client.read_blob(key, len(content), 5).content == b""
    desk.take(client.exchange(desk.request()))
    assert desk.last.missing_blobs == []
    assert desk.kinds(filed.request or "") == ["submit"]


def test_the_configuration_names_the_hub_the_offices_and_the_keys(online: Online) -> None:
    config = online.client.config()
    assert config.content["hub"]["id"] == online.desk.town.hub_id
    assert {each["id"] for each in config.content["offices"]} >= {VILLAGE, KECAMATAN, "64.02", "64.02/dinas-sosial"}
    assert [key["officer"] for key in config.content["keys"]] == ["kades"]
    assert config.content["keys"][0]["state"] == "confirmed"
    named = {(each["id"], each["version"]) for each in config.content["packs"]}
    assert ("sktm", "1") in named
    assert b"ketinting-pack-1" in online.client.pack("sktm", "1")


def test_a_pack_that_was_never_published_is_refused(online: Online) -> None:
    with pytest.raises(Refused):
        online.client.pack("sktm", "99")


def test_an_old_nonce_costs_one_more_round_trip(online: Online) -> None:
    online.client.nonce = ""
    before = online.client.traffic.round_trips
    online.client.config()
    assert online.client.traffic.round_trips == before + 2


def test_more_numbers_come_as_an_action(online: Online) -> None:
    desk, client = online.desk, online.client
    desk.take(client.exchange(desk.request()))
    client.lease(VILLAGE, "surat-keterangan-usaha", 2026, 5)
    desk.take(client.exchange(desk.request()))
    leased = [each for each in desk.entries[desk.scope] if each.kind is ActionKind.NUMBER_LEASED]
    mine = [each for each in leased if each.text("book") == "surat-keterangan-usaha"]
    assert [(each.whole("first"), each.whole("last")) for each in mine] == [(1, 20), (21, 25)]
    with pytest.raises(Refused):
        client.lease(KECAMATAN, "surat-keterangan-usaha", 2026, 5)
    with pytest.raises(Refused):
        client.lease(VILLAGE, "surat-keterangan-usaha", 2020, 5)


def test_the_head_confirms_and_revokes_a_colleagues_key(online: Online) -> None:
    desk, client = online.desk, online.client
    colleague = enrol_over_http(desk.town, online.url, "clerk").desk.keys["clerk"]
    said = f"{desk.town.hub_id}\0{colleague.key_id}\0revoked\0hari ini".encode()
    with pytest.raises(Refused):
        client.decide_key(colleague.key_id, "revoked", "hari ini", colleague.sign(CONFIRM, said))
    client.decide_key(colleague.key_id, "revoked", "hari ini", desk.keys["kades"].sign(CONFIRM, said))
    states = {key["officer"]: key["state"] for key in client.config().content["keys"]}
    assert states == {"kades": "confirmed", "clerk": "revoked"}
    with pytest.raises(Refused):
        client.decide_key("A" * 43, "revoked", "hari ini", b"")


def test_a_letter_that_is_not_there_is_not_told_about(online: Online) -> None:
    with pytest.raises(NotAllowed):
        online.client.read_letter(LetterKey("01a1ff7b-c049-741d-af38-001153a3ae25", "surat"), 0, 10)


def test_a_stranger_is_told_so_by_the_hub_itself(online: Online) -> None:
    stranger = SigningKey.generate(os.urandom)
    pinned = Pinned("64.02.04-nobody", stranger, online.desk.town.ground.identity.key.public)
    client = HubClient(Link(online.url), pinned, os.urandom)
    with pytest.raises(NotAllowed):
        client.config()


def test_a_code_is_good_once(online: Online) -> None:
    town = online.desk.town
    code = enrolling.invite_by_code(town.ground, VILLAGE, "clerk")
    locator, secret = enrolment.read_code(code)
    key = enrolment.key_from_code(secret, locator, town.hub_id)
    device, officer = SigningKey.generate(os.urandom), SigningKey.generate(os.urandom)
    begin = Begin(
        locator=locator,
        device_key=b64u(device.public),
        officer_key=b64u(officer.public),
        desk_nonce=b64u(os.urandom(32)),
    )
    enroller = EnrolClient(Link(online.url))
    finish = enrolment.finish(key, begin, enroller.enrol_begin(begin), device, officer)
    assert enroller.enrol_finish(finish).device_id == enroller.enrol_finish(finish).device_id
    with pytest.raises(EnrolmentRefused) as refused:
        enroller.enrol_begin(begin)
    assert refused.value.reason == "used"


def test_health_and_readiness_are_told_without_a_signature(online: Online) -> None:
    link = Link(online.url)
    assert link.send("GET", "/healthz", {}).status == 200
    assert link.send("GET", "/readyz", {}).status == 200
    online.desk.town.ground.store.close()


def test_too_large_a_body_is_refused_unread(online: Online) -> None:
    assert Link(online.url).send("POST", "/v1/enrol/begin", {}, b"x" * 70_000).status == 413
    assert Link(online.url).send("POST", "/v1/leases", {}, b"x" * 70_000).status == 413

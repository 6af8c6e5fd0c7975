"""The client against a real server on this computer: the honest one, and everything that stands in its way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sync import packing, protocol
from sync.attachments import Wanted
from sync.client import HubClient, Link
from sync.client.hub_client import Pinned
from sync.errors import (
    Gap,
    NotAllowed,
    Refused,
    StaleNonce,
    Unreadable,
)
from sync.hub_port import Config, LetterKey, Part
from sync.keys import SigningKey
from sync.protocol import BlobKey
from sync.record import hash_of
from sync.running import Times, run_exchange
from sync.signatures import NonceState
from tests.sync import http_hub
from tests.sync.certificates import authority
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import Clock, Seeded, key_of
from tests.sync.honest_hub import HonestHub
from tests.sync.http_hub import WebHub, serving

DEVICE = key_of("desk-clerk's device")


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def web(hub: HonestHub) -> Iterator[WebHub]:
    with serving(WebHub(hub, {"desk-clerk": DEVICE.public})) as web:
        yield web


@pytest.fixture
def link(web: WebHub) -> Iterator[Link]:
    link = Link(web.url)
    yield link
    link.close()


@pytest.fixture
def client(link: Link, hub: HonestHub) -> HubClient:
    return client_over(link, hub)


def client_over(link: Link, hub: HonestHub, key: SigningKey = DEVICE) -> HubClient:
    pinned = Pinned("desk-clerk", key, hub.key.public)
    return HubClient(link, pinned, Seeded("fresh").token_bytes)


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    desk = new_desk(hub, "clerk")
    desk.log.record(desk.officer.submit(blobs=(desk.shelf.put(b"scan" * 50_000),), wish="park"))
    return desk


def run(desk: Desk, client: HubClient) -> dict[str, object]:
    clock = Clock()
    done = run_exchange(desk.engine, client, desk.shelf, Times(clock.now, clock.monotonic, clock.sleep), client.traffic)
    return {name: getattr(done, name) for name in done.__dataclass_fields__}


def test_a_whole_exchange_over_http(desk: Desk, client: HubClient, hub: HonestHub, web: WebHub) -> None:
    hub.config = Config("c2", {"version": "c2", "keys": []})
    done = run(desk, client)
    assert (done["trouble"], done["alarms"]) == (None, ())
    assert (done["sent"], done["parked"], done["accepted"], done["blobs_sent"]) == (1, 0, 1, 1)
    assert hub.blobs[hash_of(b"scan" * 50_000)] == b"scan" * 50_000
    assert desk.log.config == hub.config
    assert [path for path in web.paths if path.startswith("PATCH")] == [web.paths[-2]] * 4
    assert done["round_trips"] == len(web.paths)


def test_what_goes_over_the_line_is_counted(desk: Desk, client: HubClient) -> None:
    done = run(desk, client)
    assert 200_000 < client.traffic.bytes_up < 210_000
    assert done["bytes_up"] == client.traffic.bytes_up
    assert 1_000 < client.traffic.bytes_down < 20_000


def test_an_old_nonce_costs_one_more_round_trip_and_no_more(client: HubClient, web: WebHub) -> None:
    client.config()
    assert web.paths == ["GET /v1/config"] * 2
    client.config()
    assert len(web.paths) == 3


def test_a_nonce_that_stays_old_is_no_loop(client: HubClient, web: WebHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_hub, "read_nonce", lambda *_: NonceState.OLD)
    with pytest.raises(StaleNonce):
        client.config()
    assert len(web.paths) == 2


def test_letters_and_attachments_come_down_in_pieces(client: HubClient, hub: HonestHub) -> None:
    pdf = b"%PDF" * 40_000
    hub.letters[LetterKey("r", "l")] = (pdf, "signed")
    hub.blobs[hash_of(pdf)] = pdf
    assert client.read_letter(LetterKey("r", "l"), 100, 50) == Part(pdf[100:150], len(pdf), "signed")
    assert client.read_blob(BlobKey("64.02.01", "r", hash_of(pdf)), 0, 9) == Part(pdf[:9], len(pdf))
    assert client.read_letter(LetterKey("r", "l"), len(pdf), 9) == Part(b"", len(pdf), "signed")
    hub.parts[hash_of(pdf)] = pdf
    assert client.read_snapshot(hash_of(pdf), 3, 9) == Part(pdf[3:12], len(pdf))


def test_a_whole_download_over_http(desk: Desk, client: HubClient, hub: HonestHub) -> None:
    pdf = b"%PDF" * 40_000
    hub.letters[LetterKey("r", "l")] = (pdf, "signed")
    desk.log.want.append(Wanted(LetterKey("r", "l"), hash_of(pdf), len(pdf), "signed"))
    assert run(desk, client)["blobs_received"] == 1
    assert desk.shelf.whole[hash_of(pdf)] == pdf


def test_what_the_hub_has_need_not_be_sent(client: HubClient, hub: HonestHub) -> None:
    hub.blobs["A" * 43] = b"scan"
    assert client.begin_upload(BlobKey("64.02.01", "r", "A" * 43), 4) == ""


def test_another_villages_attachment_is_not_given(client: HubClient) -> None:
    with pytest.raises(NotAllowed):
        client.read_blob(BlobKey("64.02.01", "r", "A" * 43), 0, 10)


def test_packs_decisions_and_leases(client: HubClient, hub: HonestHub) -> None:
    assert client.pack("sktm", "1") == b"sktm@1"
    client.decide_key("A" * 43, "confirmed", "2026-11-21T04:00:00.000Z", b"s" * 64)
    client.lease("64.02.01.2001", "umum", 2026, 20)
    assert hub.config.content["decided"] == ["A" * 43]
    assert hub.config.content["leased"][0]["count"] == 20


def test_no_name_or_number_of_a_citizen_can_leave_the_path_that_is_signed(client: HubClient, web: WebHub) -> None:
    assert client.pack("a b/../ü", "1?x#y") is not None
    assert web.paths[-1] == "GET /v1/packs/a%20b%2F..%2F%C3%BC/1%3Fx%23y"


def test_an_unknown_device_is_told_so_by_the_hub_itself(link: Link, hub: HonestHub) -> None:
    with pytest.raises(Refused) as caught:
        client_over(link, hub, key_of("thief")).config()
    assert caught.value.sentence == "Komputer ini tidak dikenal."


def test_a_gap_says_what_the_hub_knows(desk: Desk, client: HubClient, hub: HonestHub) -> None:
    run(desk, client)
    hub.devices["desk-clerk"].queues.clear()
    desk.log.record(desk.officer.submit())
    trouble = run(desk, client)["trouble"]
    assert isinstance(trouble, Gap)
    assert trouble.ack_through == 0


def test_a_hub_that_reads_no_zstd_is_spoken_to_in_gzip(
    desk: Desk, client: HubClient, hub: HonestHub, web: WebHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_decode, asked = protocol.decode, list[str]()

    def only_gzip(body: bytes, media: str, kind: type[protocol.SyncRequest]) -> protocol.SyncRequest:
        if kind is protocol.SyncRequest and media != protocol.GZIP:
            asked.append(media)
            raise Refused("zstd")
        return plain_decode(body, media, kind)

    monkeypatch.setattr(protocol, "decode", only_gzip)
    monkeypatch.setattr(Refused, "code", "unknown_media")
    assert run(desk, client)["sent"] == 1
    assert run(desk, client)["trouble"] is None
    assert asked == [packing.BEST, packing.FORMER, packing.ZSTD]


def test_another_refusal_is_no_reason_to_change_the_language(desk: Desk, client: HubClient, hub: HonestHub) -> None:
    hub.scopes["config"].append((None, "A" * 43))
    hub.repairs = False
    desk.log._state = replace(desk.log.state(), cursor=dict.fromkeys(desk.log.state().cursor, (1, bytes(32))))
    trouble = run(desk, client)["trouble"]
    assert isinstance(trouble, Refused)


def test_an_exchange_over_tls_trusts_the_regencys_authority(desk: Desk, hub: HonestHub, tmp_path: Path) -> None:
    pem, context = authority(tmp_path)
    with serving(WebHub(hub, {"desk-clerk": DEVICE.public}), context) as web:
        link = Link(web.url, pem)
        assert run(desk, client_over(link, hub))["sent"] == 1
        link.close()


def test_a_configuration_without_a_version_is_none(client: HubClient, hub: HonestHub) -> None:
    hub.config = Config("c2", {"keys": []})
    with pytest.raises(Unreadable):
        client.config()

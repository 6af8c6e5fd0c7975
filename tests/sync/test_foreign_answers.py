"""Portals, proxies, cuts, false certificates: nothing of it is an answer, and nothing is sent in the open."""

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from sync import protocol
from sync.client import HubClient, Link
from sync.client.answers import retry_after
from sync.client.hub_client import Pinned
from sync.client.link import checked_address
from sync.errors import (
    BadAddress,
    DeviceFork,
    EpochChanged,
    ForeignAnswer,
    HistoryRewritten,
    HubBusy,
    HubFull,
    Refused,
    SyncError,
    TooNew,
    TooOld,
    Unreachable,
    Unreadable,
    UntrustedHub,
)
from sync.hub_port import LetterKey
from sync.protocol import BlobKey, ErrorBody, encode_error
from sync.signatures import Answer
from tests.sync.certificates import authority
from tests.sync.fakes import Seeded, key_of
from tests.sync.honest_hub import HonestHub
from tests.sync.http_hub import WebHub, serving

DEVICE = key_of("desk-clerk's device")
KEY = BlobKey("64.02.01", "r", "A" * 43)
PORTAL = Answer(200, {"Content-Type": "text/html"}, b"<html>Selamat datang di Wi-Fi</html>")


@pytest.fixture
def web() -> Iterator[WebHub]:
    hub = HonestHub()
    hub.letters[LetterKey("r", "l")] = (b"%PDF" * 100, "signed")
    with serving(WebHub(hub, {"desk-clerk": DEVICE.public})) as web:
        yield web


def client_at(url: str, ca_pem: str | None = None, stall: float = 5.0) -> HubClient:
    pinned = Pinned("desk-clerk", DEVICE, key_of("hub").public)
    return HubClient(Link(url, ca_pem, stall), pinned, Seeded("fresh").token_bytes)


@pytest.fixture
def client(web: WebHub) -> Iterator[HubClient]:
    client = client_at(web.url)
    client.config()
    yield client
    client._link.close()


def trouble(client: HubClient) -> SyncError:
    with pytest.raises(SyncError) as caught:
        client.config()
    return caught.value


@pytest.mark.parametrize(
    "answer",
    [
        PORTAL,
        Answer(302, {"Location": "http://masuk.contoh/"}, b""),
        Answer(511, {"Content-Type": "text/html"}, b"<html>"),
        Answer(404, {}, b""),
        Answer(200, {"Content-Type": protocol.JSON}, b'{"version":"c9"}'),
    ],
)
def test_what_the_hub_did_not_sign_is_no_answer(client: HubClient, web: WebHub, answer: Answer) -> None:
    web.twist = lambda _answer, _path: answer
    assert type(trouble(client)) is ForeignAnswer


def test_a_redirect_is_not_followed(client: HubClient, web: WebHub) -> None:
    web.twist = lambda _answer, _path: Answer(307, {"Location": "/v1/elsewhere"}, b"")
    trouble(client)
    assert "GET /v1/elsewhere" not in web.paths


def test_an_old_answer_does_not_fit_a_new_question(client: HubClient, web: WebHub) -> None:
    kept: list[Answer] = []

    def replay(answer: Answer, _path: str) -> Answer:
        kept.append(answer)
        return kept[0]

    web.twist = replay
    client.config()
    assert type(trouble(client)) is ForeignAnswer


@pytest.mark.parametrize(
    ("status", "asked", "waits"), [(503, "120", 120.0), (429, "1", 1.0), (502, "", None), (500, "soon", None)]
)
def test_a_busy_hub_or_gateway_is_waited_for(
    client: HubClient, web: WebHub, status: int, asked: str, waits: float | None
) -> None:
    web.twist = lambda _answer, _path: Answer(status, {"Retry-After": asked}, b"<html>")
    found = trouble(client)
    assert isinstance(found, HubBusy)
    assert found.retry_after == waits


def test_a_hub_that_says_itself_that_it_is_busy_is_waited_for(client: HubClient, web: WebHub) -> None:
    web.forge = lambda _answer, _path: Answer(503, {"Retry-After": "9"}, b"")
    found = trouble(client)
    assert isinstance(found, HubBusy)
    assert found.retry_after == 9.0


def test_a_hub_without_room_is_waited_for_and_named(client: HubClient, web: WebHub) -> None:
    body = encode_error(ErrorBody("hub_full", "Penuh."))
    web.forge = lambda _answer, _path: Answer(503, {"Retry-After": "60"}, body)
    found = trouble(client)
    assert isinstance(found, HubFull)
    assert found.retry_after == 60.0
    assert "tetap tersimpan" in found.sentence


@pytest.mark.parametrize("said", ["-1", "1.5", "99999999", "Sat, 21 Nov 2026 04:00:00 GMT", "٧", ""])
def test_a_wish_that_is_no_number_of_seconds_is_none(said: str) -> None:
    assert retry_after({"retry-after": said}) is None
    assert retry_after({}) is None


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ErrorBody("too_old"), TooOld),
        (ErrorBody("too_new"), TooNew),
        (ErrorBody("device_fork"), DeviceFork),
        (ErrorBody("epoch_changed", epoch=3), EpochChanged),
        (ErrorBody("history_differs"), HistoryRewritten),
        (ErrorBody("something_new", "Kalimat dari hub."), Refused),
    ],
)
def test_a_signed_refusal_is_the_error_that_it_names(
    client: HubClient, web: WebHub, error: ErrorBody, kind: type[SyncError]
) -> None:
    web.forge = lambda _answer, _path: Answer(409, {}, encode_error(error))
    found = trouble(client)
    assert type(found) is kind
    assert found.sentence == (error.message or kind.sentence)


def test_a_signed_refusal_that_names_nothing_is_one_all_the_same(client: HubClient, web: WebHub) -> None:
    web.forge = lambda _answer, _path: Answer(418, {}, b"teapot")
    assert type(trouble(client)) is Refused


@pytest.mark.parametrize(
    ("answer", "verb"),
    [
        (Answer(201, {"Location": "/elsewhere"}), "begin"),
        (Answer(201), "begin"),
        (Answer(200, {"Upload-Offset": "-1"}), "offset"),
        (Answer(200), "offset"),
        (Answer(206, {"Content-Range": "bytes 7-9/400", "X-Ketinting-Revision": "signed"}, b"abc"), "letter"),
        (Answer(206, {"X-Ketinting-Revision": "signed"}, b"abc"), "letter"),
    ],
)
def test_a_signed_answer_without_its_meaning_is_unreadable(
    client: HubClient, web: WebHub, answer: Answer, verb: str
) -> None:
    web.forge = lambda _answer, _path: answer
    verbs: dict[str, Callable[[], object]] = {
        "begin": lambda: client.begin_upload(KEY, 4),
        "offset": lambda: client.upload_offset("u"),
        "letter": lambda: client.read_letter(LetterKey("r", "l"), 0, 3),
    }
    with pytest.raises(Unreadable):
        verbs[verb]()


def test_a_server_that_does_not_know_ranges_is_understood(client: HubClient, web: WebHub) -> None:
    web.forge = lambda _answer, _path: Answer(200, {"X-Ketinting-Revision": "signed"}, b"%PDF" * 100)
    part = client.read_letter(LetterKey("r", "l"), 390, 99)
    assert (part.content, part.total) == ((b"%PDF" * 100)[390:], 400)


def test_an_answer_that_is_too_long_is_not_read_to_its_end(client: HubClient, web: WebHub) -> None:
    web.twist = lambda answer, _path: replace(answer, body=bytes(protocol.BODY_MAX + 1))
    with pytest.raises(ForeignAnswer):
        client.append("u", 0, b"piece")
    assert client.traffic.bytes_down < protocol.BODY_MAX + 100_000


def test_a_cut_answer_is_no_answer(client: HubClient, web: WebHub) -> None:
    web.twist = lambda _answer, _path: None
    assert type(trouble(client)) is Unreachable


def promise_too_much(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")


def test_an_answer_that_ends_too_soon_is_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=promise_too_much, args=(server,), daemon=True)
        thread.start()
        assert type(trouble(client_at(f"http://127.0.0.1:{server.getsockname()[1]}"))) is Unreachable
        thread.join()


def test_a_silent_server_is_given_up_when_no_byte_comes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert type(trouble(client_at(url, stall=0.05))) is Unreachable


def test_nobody_listening_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert type(trouble(client_at(f"http://127.0.0.1:{port}"))) is Unreachable


def test_a_name_that_does_not_exist_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object, **_kwargs: object) -> list[object]:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert type(trouble(client_at("https://hub.contoh.invalid"))) is Unreachable


@pytest.mark.parametrize(("host", "trusted"), [("127.0.0.1", False), ("127.0.0.2", True)])
def test_a_certificate_of_another_authority_or_host_is_not_trusted(tmp_path: Path, host: str, trusted: bool) -> None:
    pem, context = authority(tmp_path, host)
    other, _ = authority(tmp_path, "127.0.0.3")
    with serving(WebHub(HonestHub()), context) as web:
        found = trouble(client_at(web.url, pem if trusted else other))
    assert type(found) is UntrustedHub
    assert web.paths == []


def test_the_systems_own_authorities_do_not_count_beside_the_regencys(tmp_path: Path) -> None:
    pem, context = authority(tmp_path)
    link = Link("https://127.0.0.1:1", pem)
    adapter = link._session.get_adapter("https://127.0.0.1:1")
    assert len(adapter._context.get_ca_certs()) == 1  # type: ignore[attr-defined]
    with serving(WebHub(HonestHub()), context) as web:
        reached = Link(web.url, pem)
        reached.send("GET", "/v1/config", {})
        inside = reached._session.get_adapter(web.url)
        assert len(inside._context.get_ca_certs()) == 1  # type: ignore[attr-defined]
        reached.close()


def test_without_a_regencys_authority_the_systems_store_decides(tmp_path: Path) -> None:
    _, context = authority(tmp_path)
    with serving(WebHub(HonestHub()), context) as web:
        assert type(trouble(client_at(web.url))) is UntrustedHub


def test_a_server_without_tls_is_no_connection(web: WebHub, tmp_path: Path) -> None:
    pem, _ = authority(tmp_path)
    assert type(trouble(client_at(web.url.replace("http:", "https:"), pem))) is Unreachable


def test_an_old_tls_is_refused() -> None:
    adapter = Link("https://hub.contoh")._session.get_adapter("https://hub.contoh")
    assert adapter._context.minimum_version is ssl.TLSVersion.TLSv1_2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "url",
    [
        "http://hub.contoh",
        "ftp://hub.contoh",
        "hub.contoh",
        "",
        "https://",
        "https://hub.contoh/path",
        "https://hub.contoh?x=1",
        "https://hub.contoh#x",
        "https://user:secret@hub.contoh",
        "https://hub.contoh:port",
        "https://[::1",
    ],
)
def test_what_is_no_safe_address_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(BadAddress):
        Link(url)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (" https://hub.contoh/ ", "https://hub.contoh"),
        ("https://hub.contoh:8443", "https://hub.contoh:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_an_address_is_written_one_way(url: str, address: str) -> None:
    assert checked_address(url) == address


def test_an_authority_that_is_no_certificate_is_refused() -> None:
    with pytest.raises(BadAddress):
        Link("https://hub.contoh", "not a certificate")

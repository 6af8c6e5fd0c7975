"""The honest hub behind a real HTTP server on a free port: it verifies requests and signs answers.

`WebHub.twist` changes what goes out, to play portals and proxies; `WebHub.forge` changes it before the hub signs it.
"""

from __future__ import annotations

import base64
import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import msgspec

from sync import protocol
from sync.encoding import unb64u
from sync.enrolment import Begin, Finish
from sync.errors import BadSignature, Gap, Refused, SyncError
from sync.hub_port import LetterKey, Part
from sync.protocol import BlobKey, ErrorBody, SyncRequest
from sync.signatures import Answer, NonceState, Proven, Request, make_nonce, read_nonce, sign_answer, verify_request
from tests.sync.fakes import NOON
from tests.sync.honest_hub import DeviceView, HonestHub

SECRET = b"nonce secret of a sample hub...."
Twist = Callable[[Answer, str], Answer | None]


@dataclass
class WebHub:
    """What the server needs: the hub, the devices' keys, and how it lies. `paths` lists what was asked."""

    hub: HonestHub
    devices: dict[str, bytes] = field(default_factory=dict)
    forge: Twist = lambda answer, _path: answer
    twist: Twist = lambda answer, _path: answer
    enrol: Callable[[str, Begin | Finish], Answer] | None = None
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, request: Request) -> tuple[Answer, str | None]:
        """The unsigned answer, and the signature to bind it to."""
        if request.path.startswith("/v1/enrol/") and self.enrol is not None:
            kind: type[Begin | Finish] = Begin if request.path.endswith("begin") else Finish
            return self.enrol(request.path, protocol.decode_json(request.body, kind)), None
        try:
            proven = verify_request(request, self.devices.get)
        except BadSignature:
            signature = next((v for k, v in request.headers.items() if k.lower() == "signature"), None)
            return _refused(401, ErrorBody("bad_signature", "Komputer ini tidak dikenal.")), signature
        if read_nonce(proven.hub_nonce, proven.device_id, SECRET, NOON) is not NonceState.OK:
            fresh = make_nonce(NOON, proven.device_id, SECRET)
            return _refused(401, ErrorBody("old_nonce", nonce=fresh)), proven.signature
        try:
            return _serve(self.hub.seen_by(proven.device_id), request, proven), proven.signature
        except Gap as error:
            return _refused(409, ErrorBody(error.code, ack_through=error.ack_through)), proven.signature
        except Refused as error:
            return _refused(403, ErrorBody(error.code, error.sentence)), proven.signature
        except SyncError as error:
            return _refused(400, ErrorBody(error.code)), proven.signature


def _refused(status: int, body: ErrorBody) -> Answer:
    return Answer(status, {"Content-Type": protocol.JSON}, protocol.encode_error(body))


def _field(request: Request, name: str) -> str:
    return next((value for found, value in request.headers.items() if found.lower() == name), "")


def _serve(view: DeviceView, request: Request, proven: Proven) -> Answer:
    place = request.path.split("/")[2:]
    verbs: dict[tuple[str, str], Callable[[], Answer]] = {
        ("POST", "sync"): lambda: _sync(view, request, proven),
        ("GET", "config"): lambda: _json(view.config().content),
        ("GET", "packs"): lambda: Answer(200, {}, view.pack(place[1], place[2])),
        ("POST", "blobs"): lambda: _create(view, request, place),
        ("HEAD", "uploads"): lambda: Answer(200, {"Upload-Offset": str(view.upload_offset(place[1]))}),
        ("PATCH", "uploads"): lambda: _append(view, request, place),
        ("GET", "blobs"): lambda: _part(
            request, lambda at, n: view.read_blob(BlobKey(place[1], place[2], place[3]), at, n)
        ),
        ("GET", "letters"): lambda: _part(
            request, lambda at, n: view.read_letter(LetterKey(place[1], place[2]), at, n)
        ),
        ("GET", "snapshots"): lambda: _part(request, lambda at, n: view.read_snapshot(place[1], at, n)),
        ("POST", "keys"): lambda: _decide(view, request, place),
        ("POST", "leases"): lambda: _lease(view, request),
    }
    return verbs[request.method, place[0]]()


def _json(content: Any) -> Answer:
    return Answer(200, {"Content-Type": protocol.JSON}, json.dumps(content).encode())


def _sync(view: DeviceView, request: Request, proven: Proven) -> Answer:
    media = _field(request, "content-type")
    asked = protocol.decode(request.body, media, SyncRequest)
    answer = msgspec.structs.replace(view.exchange(asked), nonce=make_nonce(NOON, proven.device_id, SECRET))
    return Answer(200, {"Content-Type": media}, protocol.encode(answer, media, asked))


def _create(view: DeviceView, request: Request, place: list[str]) -> Answer:
    name, value = _field(request, "upload-metadata").split(" ")
    assert name == "sha256"
    key = BlobKey(place[1], place[2], base64.b64decode(value).decode())
    found = view.begin_upload(key, int(_field(request, "upload-length")))
    return Answer(201, {"Location": f"/v1/uploads/{found}"}) if found else Answer(204)


def _append(view: DeviceView, request: Request, place: list[str]) -> Answer:
    after = view.append(place[1], int(_field(request, "upload-offset")), request.body)
    return Answer(204, {"Upload-Offset": str(after)})


def _part(request: Request, read: Callable[[int, int], Part]) -> Answer:
    first, last = _field(request, "range").removeprefix("bytes=").split("-")
    part = read(int(first), int(last) - int(first) + 1)
    revision = {"X-Ketinting-Revision": part.revision} if part.revision else {}
    if not part.content:
        return Answer(416, {**revision, "Content-Range": f"bytes */{part.total}"})
    end = int(first) + len(part.content) - 1
    return Answer(206, {**revision, "Content-Range": f"bytes {first}-{end}/{part.total}"}, part.content)


def _decide(view: DeviceView, request: Request, place: list[str]) -> Answer:
    said = json.loads(request.body)
    view.decide_key(place[1], said["state"], said["at"], unb64u(said["signature"]))
    view.hub.config.content.setdefault("decided", []).append(place[1])
    return Answer(204)


def _lease(view: DeviceView, request: Request) -> Answer:
    view.hub.config.content.setdefault("leased", []).append(json.loads(request.body))
    return Answer(202)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    web: ClassVar[WebHub]

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = Request(self.command, self.path, dict(self.headers.items()), body)
        self.web.paths.append(f"{self.command} {self.path}")
        true, bound = self.web.answer(request)
        plain = self.web.forge(true, self.path) or true
        plain = replace(plain, body=b"") if self.command == "HEAD" else plain
        headers = sign_answer(plain, bound, self.web.hub.key)
        said = self.web.twist(Answer(plain.status, headers, plain.body), self.path)
        if said is None:
            self.close_connection = True
        else:
            self._say(said)

    def _say(self, said: Answer) -> None:
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in said.headers and said.status != 204:
            self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said.body)

    do_POST = do_HEAD = do_PATCH = do_GET  # noqa: N815 - as above

    def log_message(self, *args: object) -> None:
        """Say nothing: the tests look at `WebHub.paths`."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """A client that hangs up, or refuses our certificate, is what some tests are about."""


@contextmanager
def serving(web: WebHub, context: ssl.SSLContext | None = None) -> Iterator[WebHub]:
    """Serve on a free port of this computer until the block ends."""
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"web": web}))
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    web.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_address[1]}"
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

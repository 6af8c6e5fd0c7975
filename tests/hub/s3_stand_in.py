"""A small S3 for tests, in a thread: it keeps objects in a dictionary, and breaks as it is told.

It speaks what `hub.s3` says and no more; a whole server takes its place by the variable KETINTING_TEST_S3.
"""

from __future__ import annotations

import hashlib
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as ET

BUCKET = "contoh"


@dataclass
class Objects:
    """What is stored, and what breaks.

    Attributes:
        fail: how many of the next answers are 500.
        lose: how many of the next writes are done and their answer is lost.
        cut: answers to reading end in the middle.
        lie: answers to reading have one byte changed.
        stall: answers wait until this is set; None for none.
    """

    stored: dict[str, bytes] = field(default_factory=dict)
    fail: int = 0
    lose: int = 0
    cut: bool = False
    lie: bool = False
    stall: threading.Event | None = None
    asked: list[str] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects: Objects

    def log_message(self, *_: object) -> None:
        """Nothing."""

    @property
    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}").lstrip("/")

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def _breaks(self) -> bool:
        self.objects.asked.append(f"{self.command} {self._key}")
        if self.objects.stall is not None:
            self.objects.stall.wait(30)
        if self.objects.fail:
            self.objects.fail -= 1
            self._say(500, b"<Error><Code>InternalError</Code></Error>")
            return True
        return False

    def _say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        told = {"content-length": str(len(body)), "etag": '"1"', "last-modified": "Mon, 16 Nov 2026 01:00:00 GMT"}
        for name, value in (told | {key.replace("_", "-"): each for key, each in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        body = self._body()
        if self._breaks():
            return
        told = self.headers.get("x-amz-checksum-sha256")
        if told != b64encode(hashlib.sha256(body).digest()).decode() or not self.headers.get("authorization"):
            self._say(400, b"<Error><Code>BadDigest</Code></Error>")
            return
        self.objects.stored[self._key] = body
        if self.objects.lose:
            self.objects.lose -= 1
            self.close_connection = True
            return
        self._say(200)

    def do_GET(self) -> None:
        if self._breaks():
            return
        if not self._key:
            self._say(200, self._listed(), content_type="application/xml")
            return
        found = self.objects.stored.get(self._key)
        if found is None:
            self._say(404, b"<Error><Code>NoSuchKey</Code></Error>")
        elif self.objects.cut:
            self.send_response(200)
            self.send_header("content-length", str(len(found)))
            self.end_headers()
            self.wfile.write(found[: len(found) // 2])
            self.close_connection = True
        else:
            self._say(200, found[:-1] + bytes([found[-1] ^ 1]) if self.objects.lie else found)

    def _listed(self) -> bytes:
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        root = ET.Element("ListBucketResult")
        ET.SubElement(root, "IsTruncated").text = "false"
        for key, content in sorted(self.objects.stored.items()):
            if key.startswith(prefix):
                entry = ET.SubElement(root, "Contents")
                told = {
                    "Key": key,
                    "LastModified": "2026-11-16T01:00:00.000Z",
                    "Size": str(len(content)),
                    "ETag": '"1"',
                }
                for name, value in told.items():
                    ET.SubElement(entry, name).text = value
        return ET.tostring(root)

    def do_POST(self) -> None:
        body = self._body()
        if self._breaks():
            return
        answer = ET.Element("DeleteResult")
        for each in ET.fromstring(body).iter():  # noqa: S314 - from the client under test
            if each.tag.endswith("Key"):
                self.objects.stored.pop(each.text or "", None)
                ET.SubElement(ET.SubElement(answer, "Deleted"), "Key").text = each.text
        self._say(200, ET.tostring(answer), content_type="application/xml")


@contextmanager
def standing_in() -> Iterator[tuple[str, Objects]]:
    """The address for `hub.s3`, and what breaks it."""
    objects = Objects()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"objects": objects}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"s3+http://contoh:rahasia%2F@127.0.0.1:{server.server_address[1]}/{BUCKET}/hub", objects
    finally:
        server.shutdown()
        thread.join(20)
        server.server_close()

"""One connection to one hub: TLS, time-outs, limits, counted bytes. What it brings back is not yet believed."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from sync.client.dialling import Dial
from sync.errors import BadAddress, ForeignAnswer, Unreachable, UntrustedHub
from sync.protocol import BODY_MAX
from sync.signatures import Answer

STALL: Final = 30.0
"""Seconds without a byte before a connection counts as dead; a slow one may take as long as it likes."""
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_CHUNK: Final = 16 * 1024
_Dialled = Callable[[Callable[[], None], Callable[[], None]], None]


@dataclass(slots=True)
class Traffic:
    """What went over the line: bodies and header lines, without TLS and TCP."""

    bytes_up: int = 0
    bytes_down: int = 0
    round_trips: int = 0


class _Adapter(HTTPAdapter):
    """An adapter that trusts what its context trusts, and nothing that requests would add to it.

    Its connections are set up by `dialled`, which is given what sets one up and what closes it, and each socket is told
    to `opened` as it is connected.
    """

    def __init__(self, context: ssl.SSLContext, dialled: _Dialled, opened: Callable[[socket.socket], None]) -> None:
        self._context = context
        self._dialled, self._opened = dialled, opened
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._dialled, self._opened)

    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:
        """Leave the context alone: requests would load certifi's list into it, beside the regency's one CA."""


def _pools(dialled: _Dialled, opened: Callable[[socket.socket], None]) -> dict[str, Any]:
    """The pools of urllib3, with connections that can be left and tell of their sockets."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            dialled(super().connect, self.close)
            opened(self.sock)

    class Sealed(HTTPSConnection):
        def connect(self) -> None:
            dialled(super().connect, self.close)
            opened(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SealedPool(HTTPSConnectionPool):
        ConnectionCls = Sealed

    return {"http": PlainPool, "https": SealedPool}


class Link:
    """A connection that stays open: TLS costs two round trips and 3–5 kB.

    Attributes:
        url: ``https://host[:port]``, or ``http://`` to this computer only.
        traffic: what it has carried.
    """

    def __init__(self, url: str, ca_pem: str | None = None, stall: float = STALL) -> None:
        """Args: `url` of the hub; `ca_pem`: the regency's CA, trusted instead of the system's store; `stall` seconds.

        Raises:
            BadAddress: no address of a hub, or one that would send citizens' data in the open.
        """
        self.url = checked_address(url)
        self.traffic = Traffic()
        self._stall = stall
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.clear()
        self._socket: socket.socket | None = None
        self._dial: Dial | None = None
        self._hung_up = False
        adapter = _Adapter(_context(ca_pem), self._dialled, self._opened)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def _dialled(self, connect: Callable[[], None], close: Callable[[], None]) -> None:
        self._dial = Dial(connect, close)
        if self._hung_up:  # before there was a dial to leave
            self._dial.leave()
        self._dial.wait()

    def _opened(self, opened: socket.socket) -> None:
        self._socket = opened
        if self._hung_up:  # after the dial was left too late
            self._shut()

    def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"", *, limit: int = BODY_MAX
    ) -> Answer:
        """Send a request and read the whole answer; redirects are answers, not orders.

        Raises:
            Unreachable: no name, no route, no TLS, cut, hung up, or silent for `stall` seconds.
            ForeignAnswer: longer than `limit` bytes.
        """
        fields = {"User-Agent": "Ketinting", "Accept-Encoding": "identity", **headers}
        prepared = requests.Request(method, self.url + path, headers=fields, data=body or None).prepare()
        told = {"Host": urlsplit(self.url).netloc, **prepared.headers}
        self.traffic.bytes_up += _length(f"{method} {path} HTTP/1.1", told) + len(body)
        self.traffic.round_trips += 1
        try:
            with self._session.send(
                prepared, stream=True, allow_redirects=False, timeout=(self._stall, self._stall)
            ) as response:
                return self._read(response, limit)
        except requests.exceptions.SSLError as error:
            raise _tls_trouble(error) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise Unreachable(type(error).__name__) from error

    def _read(self, response: requests.Response, limit: int) -> Answer:
        self.traffic.bytes_down += _length(f"HTTP/1.1 {response.status_code} {response.reason}", response.headers)
        body = bytearray()
        while chunk := response.raw.read(_CHUNK, decode_content=False):
            body += chunk
            self.traffic.bytes_down += len(chunk)
            if len(body) > limit:
                raise ForeignAnswer("the answer is too long")
        return Answer(response.status_code, dict(response.headers), bytes(body))

    def hang_up(self) -> None:
        """End this line for good: a `send` of another thread, and every later one, raises `Unreachable` at once."""
        self._hung_up = True
        if self._dial is not None:
            self._dial.leave()
        self._shut()

    def _shut(self) -> None:
        """Shut TCP below TLS: shutting the TLS socket itself would pull it away from under the thread that reads."""
        if self._socket is not None:
            with suppress(OSError):  # nobody is connected any more
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection."""
        self._session.close()


def checked_address(url: str) -> str:
    """The address without a slash at its end.

    Raises:
        BadAddress: no address of a hub, or ``http://`` to another computer.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadAddress("no address") from error
    if parts.path not in {"", "/"} or parts.query or parts.fragment or parts.username or not host:
        raise BadAddress("no address of a hub")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise BadAddress("not https")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port else "")


def _context(ca_pem: str | None) -> ssl.SSLContext:
    if ca_pem is None:
        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = _regency_context(ca_pem)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _regency_context(ca_pem: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cadata=ca_pem)
    except (ssl.SSLError, ValueError) as error:
        raise BadAddress("the regency's CA is no certificate") from error


def _tls_trouble(error: requests.exceptions.SSLError) -> Unreachable:
    said = str(error).lower()
    return UntrustedHub(said) if "certificate" in said else Unreachable(said)


def _length(line: str, headers: Mapping[str, str | bytes]) -> int:
    return len(line) + 4 + sum(len(name) + len(value) + 4 for name, value in headers.items())

"""The process that serves: uvicorn on a port of its own, a worker beside it, and one line when it is ready."""

from __future__ import annotations

import faulthandler
import json
import signal
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from hub.api.app import make_app
from hub.api.line import CONNECTIONS, HEAD_MAX, IDLE, Line
from hub.api.logs import set_up_logs
from hub.errors import HubError
from hub.service.ground import Ground
from hub.service.reserving import Reserve
from hub.service.worker import Worker


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 takes any that is free. TLS needs both files."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None


class _Server(uvicorn.Server):
    """Says where it listens when it does."""

    def __init__(self, config: uvicorn.Config, port: int, tls: bool) -> None:  # noqa: FBT001 - internal
        super().__init__(config)
        self._line = {"ready": True, "host": config.host, "port": port, "tls": tls}

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell whoever started us."""
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(json.dumps(self._line) + "\n")
            sys.stdout.flush()


def serve(ground: Ground, address: Address, folder: Path) -> int:
    """Serve until a signal ends the process; 0. Where the system ends it, it says last where each thread stood.

    Args:
        ground: the opened hub.
        address: where to listen.
        folder: on whose disk some room is held for the day when it is full.

    Raises:
        HubError: the port is taken, or the TLS files do not fit.
    """
    set_up_logs()
    faulthandler.enable(sys.__stderr__ or sys.stderr)
    worker = Worker(ground, Reserve(folder))
    config = _config(ground, worker, address)
    with _listen(address) as listening:
        server = _Server(config, listening.getsockname()[1], address.certificate is not None)
        _end_quietly()
        worker.start()
        try:
            server.run(sockets=[listening])
        finally:
            worker.stop()
    return 0


def _end_quietly() -> None:
    """A signal that uvicorn has obeyed is not raised once more: an asked-for end is no failure."""
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda _number, _frame: None)


def _listen(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((address.host, address.port))
    except OSError as cause:
        found.close()
        raise HubError(
            f"Hub tidak dapat memakai {address.host}:{address.port}. Data tidak diubah. Pilih port lain."
        ) from cause
    return found


def _config(ground: Ground, worker: Worker, address: Address) -> uvicorn.Config:
    tls: dict[str, Any] = {}
    if address.certificate is not None:
        tls = {"ssl_certfile": str(address.certificate), "ssl_keyfile": str(address.key)}
    config = uvicorn.Config(
        make_app(ground, worker.kick),
        host=address.host,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whose address counts is said by the administrator (`hub.limits`)
        http=Line,
        limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=HEAD_MAX,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=5,
        lifespan="off",
        **tls,
    )
    try:
        config.load()
    except (OSError, ValueError) as cause:
        raise HubError(
            "Sertifikat TLS atau kuncinya tidak terbaca. Hub tidak dijalankan. Periksa kedua berkasnya."
        ) from cause
    return config

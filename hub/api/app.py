"""The application: which address leads to which handler, body limits, health, and what OpenAPI says about it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from fastapi import FastAPI
from fastapi import Request as Incoming
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from hub.api import blob_routes, enrol_routes, sync_routes
from hub.api.described import (
    BEGIN_SAID,
    CREATE_SAID,
    FILE_SAID,
    FINISH_SAID,
    HEAD_SAID,
    JSON_SAID,
    PATCH_SAID,
    SYNC_SAID,
    Said,
    components,
    operation,
)
from hub.api.gate import BYTES, REST, SYNC, Gate
from hub.api.health import health, readiness
from hub.api.intake import Intake, asked_by, check_shape
from hub.api.proof import Handler, OpenHandler, answer_anybody, answer_device, refuse
from hub.api.speech import Reply
from hub.errors import Refused
from hub.limits import read_limits
from hub.service.ground import Ground
from sync.errors import SyncError
from sync.protocol import BODY_MAX, PIECE_GOOD

_SMALL: Final = 64 * 1024
AT_ONCE: Final = 6
"""Exchanges that are judged at once in a process: more would wait for the same two cores, each with rows locked."""
Kick = Callable[[], None]
Answered = Callable[..., Reply]
"""`hub.api.proof.answer_device` or `answer_anybody` with its handler."""


@dataclass(frozen=True, slots=True)
class _Site:
    """What every address shares.

    Attributes:
        turns: who exchanges waits for one, in the order in which they came.
    """

    ground: Ground
    kick: Kick
    intake: Intake
    gate: Gate
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def answer(self, request: Incoming, limit: int, kind: str, answered: Answered) -> Response:
        """Take the body in, and let it be answered off the loop."""
        with self.intake.holding() as body:
            asked, visit = asked_by(request, b""), self.gate.visit(request, kind)
            try:
                check_shape(request, asked)
                if not asked.header("signature"):
                    visit.check_stranger()
                asked = asked_by(request, await body.read(request, limit))
            except (Refused, SyncError) as refused:
                return _response(await run_in_threadpool(refuse, self.ground, asked, refused))
            async with self.turns if kind == SYNC else nullcontext():
                return _response(await run_in_threadpool(answered, self.ground, asked, visit=visit))


@dataclass(frozen=True, slots=True)
class _Route:
    """One address. `said`: what OpenAPI tells of it; `locks`: as of `answer_device`."""

    method: str
    path: str
    handler: Handler
    limit: int = _SMALL
    said: Said = JSON_SAID
    wakes: bool = False
    kind: str = REST
    locks: bool = False


_ROUTES: Final = (
    _Route("POST", "/v1/sync", sync_routes.post_sync, BODY_MAX, SYNC_SAID, wakes=True, kind=SYNC, locks=True),
    _Route("GET", "/v1/config", sync_routes.get_config),
    _Route("GET", "/v1/packs/{pack}/{version}", sync_routes.get_pack),
    _Route("POST", "/v1/keys/{key}/decision", sync_routes.post_key_decision, said=Said(sync_routes.KeyDecision)),
    _Route("POST", "/v1/leases", sync_routes.post_lease, said=Said(sync_routes.LeaseWish)),
    _Route("POST", "/v1/blobs/{shard}/{request}", blob_routes.post_upload, said=CREATE_SAID, kind=BYTES),
    _Route("GET", "/v1/blobs/{shard}/{request}/{sha256}", blob_routes.get_blob, said=FILE_SAID, kind=BYTES),
    _Route("HEAD", "/v1/uploads/{upload}", blob_routes.head_upload, said=HEAD_SAID, kind=BYTES),
    _Route("PATCH", "/v1/uploads/{upload}", blob_routes.patch_upload, PIECE_GOOD, PATCH_SAID, wakes=True, kind=BYTES),
    _Route("GET", "/v1/snapshots/{sha256}", blob_routes.get_snapshot, said=FILE_SAID, kind=BYTES),
    _Route("GET", "/v1/letters/{request}/{letter}", blob_routes.get_letter, said=FILE_SAID, kind=BYTES),
)
_OPEN: Final[tuple[tuple[str, OpenHandler, Said], ...]] = (
    ("/v1/enrol/begin", enrol_routes.post_begin, BEGIN_SAID),
    ("/v1/enrol/finish", enrol_routes.post_finish, FINISH_SAID),
)


class _Described(FastAPI):
    """Its OpenAPI with the schemas of our own messages, made when somebody asks for it."""

    def openapi(self) -> dict[str, Any]:
        """The document."""
        found = super().openapi()
        schemas = found.setdefault("components", {}).setdefault("schemas", {})
        schemas |= components(sync_routes.KeyDecision, sync_routes.LeaseWish)
        return found


def make_app(ground: Ground, kick: Kick, intake: Intake | None = None, gate: Gate | None = None) -> FastAPI:
    """The application over one opened hub.

    Args:
        ground: what it serves.
        kick: wakes the worker after a request that may have left it something to do.
        intake: takes bodies in; None for one of its own.
        gate: counts who asks; None for one with the limits that the hub's administrator set.
    """
    site = _Site(ground, kick, intake or Intake(), gate or _gate(ground))
    app = _Described(title="Ketinting hub", version="1", docs_url=None, redoc_url=None)
    for route in _ROUTES:
        _add(app, site, route)
    for path, handler, said in _OPEN:
        _add_open(app, site, path, handler, said)
    app.add_api_route("/healthz", health, methods=["GET"], summary="The process answers")
    app.add_api_route(
        "/readyz", readiness(ground), methods=["GET"], summary="The database answers and the disk has room"
    )
    return app


def _gate(ground: Ground) -> Gate:
    with ground.store.reading() as connection:
        return Gate(read_limits(connection))


def _add(app: FastAPI, site: _Site, route: _Route) -> None:
    async def endpoint(request: Incoming) -> Response:
        answered = partial(answer_device, handler=route.handler, locks=route.locks)
        reply = await site.answer(request, route.limit, route.kind, answered)
        if route.wakes:
            site.kick()
        return reply

    options = _described(route.path, route.handler, route.said)
    app.add_api_route(route.path, endpoint, methods=[route.method], response_class=Response, **options)


def _add_open(app: FastAPI, site: _Site, path: str, handler: OpenHandler, said: Said) -> None:
    async def endpoint(request: Incoming) -> Response:
        return await site.answer(request, _SMALL, REST, partial(answer_anybody, handler=handler))

    app.add_api_route(path, endpoint, methods=["POST"], response_class=Response, **_described(path, handler, said))


def _described(path: str, handler: Handler | OpenHandler, said: Said) -> dict[str, Any]:
    summary = (handler.__doc__ or "").strip()
    return {"openapi_extra": operation(path, said), "summary": summary, "operation_id": handler.__name__}


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, dict(reply.headers))

"""The line between a desk and the hub: the real client signs, the real hub proves and signs, bytes travel in between.

It takes the place of `sync.client.link.Link` below the one and of the server above the other. Everything that a line
can do to bytes happens here; what it could not do, such as make up a signature, does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hub.api import blob_routes, sync_routes
from hub.api.proof import Asked, Handler, answer_device
from hub.api.speech import reply_to
from hub.service.exchange import device_of
from hub.service.ground import Ground
from hub.service.uploads import sender_of
from simulation.faults import Killed, OnDesk, OnLine
from simulation.proofs import tells
from sync.errors import Unreachable
from sync.protocol import BODY_MAX
from sync.signatures import Answer, Request

if TYPE_CHECKING:
    from simulation.hubs import SimulatedHub

_ROUTES: Final[tuple[tuple[str, re.Pattern[str], Handler], ...]] = tuple(
    (method, re.compile(path), handler)
    for method, path, handler in (
        ("POST", r"/v1/sync", sync_routes.post_sync),
        ("GET", r"/v1/config", sync_routes.get_config),
        ("GET", r"/v1/packs/(?P<pack>[^/]+)/(?P<version>[^/]+)", sync_routes.get_pack),
        ("POST", r"/v1/keys/(?P<key>[^/]+)/decision", sync_routes.post_key_decision),
        ("POST", r"/v1/leases", sync_routes.post_lease),
        ("POST", r"/v1/blobs/(?P<shard>[^/]+)/(?P<request>[^/]+)", blob_routes.post_upload),
        ("GET", r"/v1/blobs/(?P<shard>[^/]+)/(?P<request>[^/]+)/(?P<sha256>[^/]+)", blob_routes.get_blob),
        ("HEAD", r"/v1/uploads/(?P<upload>[^/]+)", blob_routes.head_upload),
        ("PATCH", r"/v1/uploads/(?P<upload>[^/]+)", blob_routes.patch_upload),
        ("GET", r"/v1/letters/(?P<request>[^/]+)/(?P<letter>[^/]+)", blob_routes.get_letter),
    )
)
_PAGE: Final = Answer(200, {"content-type": "text/html"}, b"<html>Masuk ke Wi-Fi kantor</html>")
_AT_HUB: Final = {
    OnLine.HUB_DIED_BEFORE: OnDesk.DIED_BEFORE,
    OnLine.HUB_DIED_AFTER: OnDesk.DIED_AFTER,
    OnLine.HUB_FULL: OnDesk.FULL,
}
_INSTEAD: Final = frozenset({OnLine.STALE, OnLine.HTML})
_SPOILS: Final = frozenset({OnLine.FLIPPED, OnLine.SHORT})


@dataclass
class Carried:
    """What went over the line."""

    bytes_up: int = 0
    bytes_down: int = 0
    round_trips: int = 0


@dataclass(frozen=True, slots=True)
class _Sent:
    """A call; `unproved`: of which device it is taken to be without proof."""

    what: Request
    unproved: str


@dataclass
class Wire:
    """One desk's line, for as long as the desk lives.

    Attributes:
        plan: what happens to which call of the present exchange, the first being 0.
        happened: how many plans came true.
        unproved: the device whose next call need not prove anything; empty: it must.
    """

    hub: SimulatedHub
    traffic: Carried = field(default_factory=Carried)
    plan: dict[int, OnLine] = field(default_factory=dict)
    happened: int = 0
    unproved: str = ""
    _calls: int = 0
    _requests: list[_Sent] = field(default_factory=list)
    _late: list[_Sent] = field(default_factory=list)
    _last: Answer = _PAGE

    def planned(self, plan: dict[int, OnLine]) -> None:
        """Another exchange begins; without a plan the line is good."""
        self.plan, self._calls = dict(plan), 0

    @property
    def tells(self) -> bool:
        """Whether the next call must be proved."""
        return tells(self.plan, self._calls)

    def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"", *, limit: int = BODY_MAX
    ) -> Answer:
        """As `sync.client.link.Link.send`; every answer of this hub is within `limit`."""
        sent = _Sent(Request(method, path, dict(headers), body), self.unproved)
        fault = self.plan.pop(self._calls, None)
        self._calls += 1
        self.happened += fault is not None
        self.traffic.round_trips += 1
        self.traffic.bytes_up += len(body)
        answer = self._carried(sent, fault)
        assert len(answer.body) <= limit  # noqa: S101 - a hub of ours says no more
        self._last = answer
        self.traffic.bytes_down += len(answer.body)
        return answer

    def _carried(self, request: _Sent, fault: OnLine | None) -> Answer:
        if fault in _INSTEAD:
            return _PAGE if fault is OnLine.HTML else self._last
        self._before(request, fault)
        answer = self._at_hub(request, fault)
        self._deliver_late()
        if fault is OnLine.TWICE:
            answer = self._at_hub(request, None) if request.what.path == "/v1/sync" else self._twice(request, answer)
        self._requests.append(request)
        if fault is OnLine.CUT:
            raise Unreachable(fault.value)
        if fault is OnLine.HUB_FAILED:
            return Answer(500, {"content-type": "text/plain"}, b"Internal Server Error")
        return _spoilt(answer, fault) if fault in _SPOILS else answer

    def _before(self, request: _Sent, fault: OnLine | None) -> None:
        if fault is OnLine.LOST:
            raise Unreachable(fault.value)
        if fault is OnLine.LATE:
            self._late.append(request)
            raise Unreachable(fault.value)
        if fault is OnLine.REPLAYED and self._requests:
            self._at_hub(self._requests[-1], None)
            self._at_hub(self._requests[len(self._requests) // 2], None)

    def _twice(self, request: _Sent, first: Answer) -> Answer:
        """The second copy of a piece of a file; the desk hears the answer to the first."""
        self._at_hub(request, None)
        return first

    def _deliver_late(self) -> None:
        late, self._late = self._late, []
        for each in late:
            self._at_hub(each, None)

    def _at_hub(self, request: _Sent, fault: OnLine | None) -> Answer:
        if fault is OnLine.BUSY:
            return Answer(503, {"content-type": "text/html", "retry-after": "3"}, b"<html>503</html>")
        plan = {0: _AT_HUB[fault]} if fault in _AT_HUB else {}
        try:
            with self.hub.disk.going_wrong(plan):
                answer = _asked(self.hub, request.what, _answered(self.hub.ground, request.unproved))
                self.hub.work_a_little()
        except Killed as killed:
            self.hub.restart()
            raise Unreachable(str(killed)) from killed
        return answer

    def hang_up(self) -> None:
        """There is nothing to cut: every call ends by itself."""


Answered = Callable[[Asked, Handler], Answer]


def _asked(hub: SimulatedHub, request: Request, answered: Answered) -> Answer:
    for method, path, handler in _ROUTES:
        found = path.fullmatch(request.path) if method == request.method else None
        if found is not None:
            planned = hub.disk.happened
            answer = answered(Asked(request, found.groupdict()), handler)
            if answer.status >= 500 and hub.disk.happened == planned:
                hub.complain(f"{request.method} {request.path} failed at the hub with {answer.status}")
            return answer
    raise AssertionError(f"nobody answers {request.method} {request.path}")


def _proved(ground: Ground) -> Answered:
    def answered(asked: Asked, handler: Handler) -> Answer:
        reply = answer_device(ground, asked, handler)
        return Answer(reply.status, reply.headers, reply.body)

    return answered


def _answered(ground: Ground, unproved: str) -> Answered:
    return _believed(ground, unproved) if unproved else _proved(ground)


def _believed(ground: Ground, device: str) -> Answered:
    """The hub's handlers at once."""

    def answered(asked: Asked, handler: Handler) -> Answer:
        try:
            reply = handler(ground, sender_of(ground, device_of(device)), asked)
        except Exception as error:  # noqa: BLE001 - as `hub.api.proof` does
            reply = reply_to(error)
        return Answer(reply.status, reply.headers, b"" if asked.request.method == "HEAD" else reply.body)

    return answered


def _spoilt(answer: Answer, fault: OnLine | None) -> Answer:
    body = bytearray(answer.body)
    if fault is OnLine.SHORT or not body:
        return Answer(answer.status, answer.headers, bytes(body[: len(body) // 2]) or b"?")
    body[len(body) // 2] ^= 4
    return Answer(answer.status, answer.headers, bytes(body))

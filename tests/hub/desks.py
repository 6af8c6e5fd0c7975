"""A desk for tests of the hub: real keys and real bytes, its log in a few lists, the service called directly."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from domain.actions import Action, ActionKind, Blob
from domain.scopes import scope_of_office, shard_of_office
from domain.verdicts import Code
from hub.service import enrolling, uploads
from hub.service.bench import Sender
from hub.service.exchange import Device, device_of, exchange
from sync import enrolment
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u, read_instant, unb64u
from sync.enrolment import Begin
from sync.keys import SigningKey
from sync.protocol import BlobKey, Position, Pushed, SyncAnswer, SyncRequest, VerdictRow, from_wire, to_wire
from sync.record import Draft, Envelope, make, read_action
from tests.hub.town import Town

PIECE = 64 * 1024


@dataclass
class Desk:
    """One computer of one office."""

    town: Town
    office: str
    device: str
    device_key: SigningKey
    keys: dict[str, SigningKey]
    incarnation: str = "hidup-1"
    queue: list[Envelope] = field(default_factory=list)
    own: dict[str, Envelope] = field(default_factory=dict)
    cursor: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    entries: dict[str, list[Action]] = field(default_factory=dict)
    verdicts: list[VerdictRow] = field(default_factory=list)
    acked: int = 0
    epoch: int = 0
    hub_at: str | None = None
    last: SyncAnswer | None = None

    @property
    def scope(self) -> str:
        return scope_of_office(self.office)

    @property
    def known_as(self) -> Device:
        return device_of(self.device)

    @property
    def sender(self) -> Sender:
        return uploads.sender_of(self.town.ground, self.known_as)

    def act(self, officer: str, kind: ActionKind, request: str | None, **more: Any) -> Action:
        """Make an action, put it into the queue; send it with `sync`."""
        envelope = self.make(officer, kind, request, **more)
        self.queue.append(envelope)
        return read_action(envelope.action)

    def make(
        self, officer: str, kind: ActionKind, request: str | None, *, content: dict[str, Any] | None = None, **more: Any
    ) -> Envelope:
        usual: dict[str, Any] = {
            "hub_id": self.town.hub_id,
            "id": self.town.ground.world.new_id(),
            "shard": shard_of_office(self.office),
            "base": self.head(request) if request and kind is not ActionKind.SUBMIT else None,
            "at": self.town.clock.now,
            "hub_at": None if self.hub_at is None else read_instant(self.hub_at),
        }
        draft = Draft(author=officer, kind=kind, request=request, **{**usual, **more})
        envelope = make(draft, content, self.keys[officer], os.urandom)
        self.own[draft.id] = envelope
        return envelope

    def head(self, request: str) -> str | None:
        """What this desk believes the head to be: the last decision that it knows, its own unsent ones among them."""
        facts = {ActionKind.LETTER_FROZEN, ActionKind.LETTER_THAWED, ActionKind.NUMBER_VOIDED, ActionKind.PREPARE}
        facts |= {ActionKind.ADD_DOCUMENT, ActionKind.PRINTED}
        known = [*self.entries.get(self.scope, []), *(read_action(each.action) for each in self.queue)]
        mine = [each for each in known if each.request == request and each.kind not in facts]
        return mine[-1].hash if mine else None

    def request(self, **changes: Any) -> SyncRequest:
        """The next request."""
        cursor = {scope: self.cursor.get(scope, (0, GENESIS)) for scope in (self.scope, "config")}
        found = SyncRequest(
            device_id=self.device,
            incarnation=self.incarnation,
            epoch=self.epoch,
            cursor={scope: Position(seq, b64u(anchor)) for scope, (seq, anchor) in cursor.items()},
            verdict_seen=len(self.verdicts),
            now="2026-11-16T01:00:00.000Z",
            push=[Pushed(self.acked + n, to_wire(each)) for n, each in enumerate(self.queue, start=1)],
        )
        return replace(found, **changes)

    def sync(self) -> list[VerdictRow]:
        """Exchange until nothing is left; the verdicts that came."""
        seen = len(self.verdicts)
        while True:
            answer = exchange(self.town.ground, self.known_as, self.request())
            self.take(answer)
            if not answer.more and not self.queue:
                return self.verdicts[seen:]

    def take(self, answer: SyncAnswer) -> None:
        """Commit an answer, checking what a desk checks."""
        self.queue = self.queue[answer.ack_through - self.acked :]
        self.acked, self.epoch, self.hub_at, self.last = answer.ack_through, answer.epoch, answer.hub_now, answer
        assert [row.no for row in answer.verdicts] == [
            len(self.verdicts) + n for n in range(1, len(answer.verdicts) + 1)
        ]
        self.verdicts += answer.verdicts
        for row in answer.actions:
            seq, anchor = self.cursor.get(row.scope, (0, GENESIS))
            assert row.seq == seq + 1
            envelope = self.own[row.what] if isinstance(row.what, str) else from_wire(row.what)
            action = read_action(envelope.action)
            self.own.setdefault(action.id, envelope)
            self.entries.setdefault(row.scope, []).append(action)
            self.cursor[row.scope] = (row.seq, next_anchor(anchor, action.hash, row.rev))
        for scope, position in answer.cursor.items():
            assert (position.seq, position.anchor) == (
                self.cursor.get(scope, (0, GENESIS))[0],
                b64u(self.cursor.get(scope, (0, GENESIS))[1]),
            )

    def kinds(self, request: str) -> list[str]:
        """What this desk reads of a request, in order."""
        return [each.kind.value for each in self.entries.get(self.scope, []) if each.request == request]

    def latest(self, request: str, kind: ActionKind) -> Action:
        return [each for each in self.entries[self.scope] if each.request == request and each.kind is kind][-1]

    def send_blob(self, request: str, content: bytes, sha256: str) -> None:
        """Send an attachment whole."""
        key = BlobKey(shard_of_office(self.office), request, sha256)
        begun = uploads.begin_upload(self.town.ground, self.sender, key, len(content))
        offset = begun.offset
        while begun.upload and offset < len(content):
            piece = content[offset : offset + PIECE]
            offset = uploads.append(self.town.ground, self.sender, begun.upload, offset, piece).offset

    def final(self, action: Action) -> Code:
        """The last verdict on an action."""
        return [row for row in self.verdicts if row.action == action.hash][-1].code


def enrol(town: Town, office: str, officer: str, device: Desk | None = None) -> Desk:
    """Enrol a new desk with its first officer, or take a further one in; by file, which needs no stretching."""
    file = enrolment.read_file(enrolling.invite_by_file(town.ground, office, officer, "https://localhost", None))
    locator = file.locator
    device_key = device.device_key if device else SigningKey.generate(os.urandom)
    officer_key = SigningKey.generate(os.urandom)
    said = Begin(
        locator=locator,
        device_key=b64u(device_key.public),
        officer_key=b64u(officer_key.public),
        desk_nonce=b64u(os.urandom(32)),
        device_id=device.device if device else None,
    )
    offer = enrolling.begin(town.ground, said)
    key = enrolment.key_from_file(unb64u(file.secret), locator, offer.hub_id)
    enrolment.check_offer(key, said, offer)
    finished = enrolling.finish(town.ground, enrolment.finish(key, said, offer, device_key, officer_key))
    if device is not None:
        device.keys[officer] = officer_key
        return device
    return Desk(town, office, finished.device_id, device_key, {officer: officer_key})


def an_attachment(seed: str = "kk", size: int = 3000) -> tuple[bytes, Blob]:
    """A sample scan: bytes that are a JPEG by their first ones, and how an action names them."""
    content = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + seed.encode() + os.urandom(size)
    return content, Blob(b64u(hashlib.sha256(content).digest()), len(content), "image/jpeg", seed)

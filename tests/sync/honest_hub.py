"""An honest hub in memory: it keeps the exchange's promises and judges by a wish that the tests write into actions.

``{"wish": "conflict"}`` is refused, ``{"wish": "park"}`` waits until its blobs are there, everything else is accepted.
Every accepted action stands in the village's scope and is referenced in the kecamatan's.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from domain.actions import Action
from domain.verdicts import Code, WaitsFor
from sync import protocol
from sync.anchors import GENESIS, next_anchor, next_link
from sync.branches import Branch
from sync.encoding import b64u, instant_text
from sync.errors import DeviceFork, EpochChanged, Gap, HistoryRewritten, NotAllowed, Unreadable
from sync.hub_port import Config, LetterKey, Part
from sync.protocol import BlobKey, EntryRow, Position, SyncAnswer, SyncRequest, VerdictRow
from sync.record import Envelope, hash_of, read_action
from sync.snapshots import Snapshot
from sync.stumbling import names_set_aside
from tests.sync.fakes import CONFIG, KECAMATAN, NOON, VILLAGE, key_of
from tests.sync.hub_copies import tell_ranges


@dataclass
class Device:
    """What the hub keeps of a device."""

    queues: dict[str, list[str]] = field(default_factory=dict)
    verdicts: list[VerdictRow] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    access: list[tuple[bytes, bytes]] = field(default_factory=list)


@dataclass
class Stored:
    """An action and what was decided about it."""

    envelope: Envelope
    action: Action
    code: Code
    device: str
    rev: int | None = None


class HonestHub:
    """Everything that the hub remembers; `HonestHub.seen_by` is one device's view of it."""

    def __init__(self, per_answer: int = 5) -> None:
        self.key = key_of("hub")
        self.epoch = 1
        self.per_answer = per_answer
        self.devices: dict[str, Device] = {}
        self.actions: dict[str, Stored] = {}
        self.scopes: dict[str, list[tuple[int | None, str]]] = {VILLAGE: [], KECAMATAN: [], CONFIG: []}
        self.blobs: dict[str, bytes] = {}
        self.uploads: dict[str, bytearray] = {}
        self.letters: dict[LetterKey, tuple[bytes, str]] = {}
        self.config = Config("c1", {"version": "c1", "keys": []})
        self.asked: list[SyncRequest] = []
        self.tells_link = True
        self.repairs = True
        self.snapshot: Snapshot | None = None
        self.parts: dict[str, bytes] = {}
        self.branch: dict[str, int] = {}
        self.told: dict[str, int] = {}
        self.given: list[tuple[str, Code, str]] = []

    def seen_by(self, device_id: str) -> DeviceView:
        self.devices.setdefault(device_id, Device())
        return DeviceView(self, device_id)

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        self.asked.append(request)
        device = self.devices[request.device_id]
        if request.given is not None:
            return self._take_back(device, request)
        if request.epoch not in {0, self.epoch}:
            raise EpochChanged(self.epoch)
        if request.ranges is not None and self.repairs:
            return tell_ranges(self, request, request.ranges)
        for scope, position in request.cursor.items():
            if position.seq > len(self.scopes[scope]) or position.anchor != b64u(self.anchor(scope, position.seq)):
                raise HistoryRewritten("the cursor is not in this history")
        self._push(device, request)
        for entry in request.access:
            following = next_link(self.link_of(request.device_id), bytes(entry.entry))
            if entry.n == len(device.access) + 1 and entry.link == b64u(following):
                device.access.append((bytes(entry.entry), following))
        return self._answer(device, request)

    def restore(self, before: HonestHub) -> None:
        """Become what it was at an earlier moment, in a new epoch."""
        for name in ("devices", "actions", "scopes", "blobs"):
            setattr(self, name, copy.deepcopy(getattr(before, name)))
        self.epoch += 1
        self.branch = {scope: len(entries) for scope, entries in self.scopes.items()}
        self.told = {name: len(device.verdicts) for name, device in self.devices.items()}

    def _take_back(self, device: Device, request: SyncRequest) -> SyncAnswer:
        looked_at = (request.given or [])[: self.per_answer]
        for wire, code, reason in looked_at:
            envelope = protocol.from_wire(wire)
            if envelope.hash in self.actions:
                continue
            action = read_action(envelope.action)
            stored = self.actions[envelope.hash] = Stored(envelope, action, code, request.device_id)
            if code is Code.OK:
                self._accept(stored)
            self.given.append((envelope.hash, code, reason))
        branch = Branch(
            cursor={scope: self._branch_of(scope) for scope in request.cursor},
            acked=len(device.queues.get(request.incarnation, [])),
            verdict_seen=self.told.get(request.device_id, 0),
            access_acked=len(device.access),
            taken=len(looked_at),
        )
        return SyncAnswer(
            epoch=self.epoch,
            ack_through=0,
            hub_now=instant_text(NOON),
            nonce="nonce-contoh",
            config_version="",
            cursor={},
            branch=branch,
        )

    def _branch_of(self, scope: str) -> tuple[int, str]:
        seq = self.branch.get(scope, 0)
        return seq, b64u(self.anchor(scope, seq))

    def link_of(self, device_id: str) -> bytes:
        """The last link of a device's access log."""
        access = self.devices[device_id].access
        return access[-1][1] if access else GENESIS

    def _push(self, device: Device, request: SyncRequest) -> None:
        queue = device.queues.setdefault(request.incarnation, [])
        if request.push and request.push[0].device_seq > len(queue) + 1:
            raise Gap(len(queue))
        for pushed in request.push:
            envelope = protocol.from_wire(pushed.envelope)
            if pushed.device_seq <= len(queue):
                if queue[pushed.device_seq - 1] != envelope.hash:
                    raise DeviceFork("another action in this place")
                continue
            self._judge(device, request.device_id, envelope, pushed.device_seq)
            queue.append(envelope.hash)

    def _judge(self, device: Device, device_id: str, envelope: Envelope, device_seq: int) -> None:
        stored = self.actions.get(envelope.hash)
        if names_set_aside(envelope.action):
            row = (len(device.verdicts) + 1, device_seq, "", None, None, Code.INVALID, None, "set_aside", envelope.hash)
            device.verdicts.append(VerdictRow(*row))
            return
        if stored is None:
            action = read_action(envelope.action)
            stored = Stored(envelope, action, Code.OK, device_id)
            self.actions[envelope.hash] = stored
            wish = action.text("wish")
            stored.code = Code.CONFLICT if wish == "conflict" else Code.PARKED if wish == "park" else Code.OK
            if stored.code is Code.OK:
                self._accept(stored)
        device.sent.add(envelope.hash)
        self._say(device, stored, device_seq)

    def _accept(self, stored: Stored) -> None:
        stored.code = Code.OK
        stored.rev = 1
        for scope in (VILLAGE, KECAMATAN):
            self.scopes[scope].append((stored.rev, stored.envelope.hash))

    def _say(self, device: Device, stored: Stored, device_seq: int) -> None:
        waits = WaitsFor.BYTES if stored.code is Code.PARKED else None
        seq = [own for _, own in self.scopes[VILLAGE]].index(stored.envelope.hash) + 1 if stored.rev else None
        reason = "head_moved" if stored.code is Code.CONFLICT else ""
        home = VILLAGE if stored.rev else ""
        no = len(device.verdicts) + 1
        own = stored.envelope.hash
        device.verdicts.append(VerdictRow(no, device_seq, home, seq, stored.rev, stored.code, waits, reason, own))

    def put(self, envelope: Envelope, scope: str) -> None:
        """Something that another office did, or the hub itself."""
        action = read_action(envelope.action)
        self.actions[envelope.hash] = Stored(envelope, action, Code.OK, "elsewhere", 1)
        self.scopes[scope].append((None if action.request is None else 1, envelope.hash))

    def anchor(self, scope: str, seq: int) -> bytes:
        anchor = GENESIS
        for rev, own in self.scopes[scope][:seq]:
            anchor = next_anchor(anchor, own, rev)
        return anchor

    def _answer(self, device: Device, request: SyncRequest) -> SyncAnswer:
        room = self.per_answer
        verdicts = device.verdicts[request.verdict_seen :][:room]
        more = len(device.verdicts) > request.verdict_seen + len(verdicts)
        rows: list[EntryRow] = []
        cursor = {}
        for scope, position in request.cursor.items():
            fresh = self.scopes[scope][position.seq :][:room]
            rows += [self.row(request, scope, position.seq + n, *entry) for n, entry in enumerate(fresh, 1)]
            seq = position.seq + len(fresh)
            more = more or seq < len(self.scopes[scope])
            cursor[scope] = Position(seq, b64u(self.anchor(scope, seq)))
        return SyncAnswer(
            epoch=self.epoch,
            ack_through=len(device.queues[request.incarnation]),
            hub_now=instant_text(NOON),
            nonce="nonce-contoh",
            config_version=self.config.version,
            cursor=cursor,
            verdicts=verdicts,
            actions=rows,
            more=more,
            durable_through=dict.fromkeys(cursor, 0),
            missing_blobs=self.missing(device),
            snapshot=self.snapshot if request.snapshots else None,
            access_ack=len(device.access),
            access_link=b64u(self.link_of(request.device_id)) if self.tells_link else "",
        )

    def row(self, request: SyncRequest, scope: str, seq: int, rev: int | None, own: str) -> EntryRow:
        stored = self.actions[own]
        mine = own in self.devices[request.device_id].sent
        what = stored.action.id if mine and not request.whole else protocol.to_wire(stored.envelope)
        return EntryRow(scope, seq, rev, what)

    def missing(self, device: Device) -> list[BlobKey]:
        sent = [self.actions[own] for own in sorted(device.sent)]
        return [
            BlobKey(each.action.shard, each.action.request or "", blob.sha256)
            for each in sent
            if each.code in {Code.OK, Code.PARKED}
            for blob in each.action.blobs
            if blob.sha256 not in self.blobs
        ]

    def settle(self) -> None:
        """Bytes have come: what waited for them is judged."""
        for device in self.devices.values():
            for own in sorted(device.sent):
                stored = self.actions[own]
                if stored.code is Code.PARKED and all(blob.sha256 in self.blobs for blob in stored.action.blobs):
                    self._accept(stored)
                    self._say(device, stored, 0)


class DeviceView:
    """`sync.hub_port.Hub` for one device, without a wire."""

    def __init__(self, hub: HonestHub, device_id: str) -> None:
        self.hub = hub
        self.device_id = device_id
        self.decided: list[tuple[str, str, str, bytes]] = []
        self.leased: list[tuple[str, str, int, int]] = []

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        return self.hub.exchange(request)

    def config(self) -> Config:
        return self.hub.config

    def pack(self, pack_id: str, version: str) -> bytes:
        return f"{pack_id}@{version}".encode()

    def begin_upload(self, key: BlobKey, size: int) -> str:
        if key.sha256 in self.hub.blobs:
            return ""
        if not 0 < size <= protocol.BLOB_MAX:
            raise Unreadable("no such size")
        self.hub.uploads.setdefault(key.sha256, bytearray())
        return key.sha256

    def upload_offset(self, upload: str) -> int:
        if upload not in self.hub.uploads:
            raise NotAllowed("no such upload")
        return len(self.hub.uploads[upload])

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        self.upload_offset(upload)
        held = self.hub.uploads[upload]
        if offset != len(held):
            raise Unreadable("another offset")
        held += piece
        if hash_of(bytes(held)) == upload:
            self.hub.blobs[upload] = bytes(held)
            self.hub.settle()
        return len(held)

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        if key.sha256 not in self.hub.blobs:
            raise NotAllowed("not yours")
        whole = self.hub.blobs[key.sha256]
        return Part(whole[offset : offset + length], len(whole))

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        whole, revision = self.hub.letters[key]
        return Part(whole[offset : offset + length], len(whole), revision)

    def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
        if sha256 not in self.hub.parts:
            raise NotAllowed("no such part")
        whole = self.hub.parts[sha256]
        return Part(whole[offset : offset + length], len(whole))

    def decide_key(self, key_id: str, state: str, at: str, signature: bytes) -> None:
        self.decided.append((key_id, state, at, signature))

    def lease(self, office: str, book: str, year: int, count: int) -> None:
        self.leased.append((office, book, year, count))

    def hang_up(self) -> None:
        """There is no line to cut."""

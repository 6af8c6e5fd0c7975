"""A desk in memory: its log, its shelf of bytes, and the officer who records at it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from msgspec import Raw

from domain.actions import ActionKind, Blob, Json
from domain.verdicts import REFUSALS, WaitsFor
from sync.anchors import GENESIS, next_anchor, next_link
from sync.attachments import Wanted
from sync.desk_copy import Filled, FirstFill, Mending
from sync.desk_log import AccessSeam, AuthorKey, DeskState, Lost, Rewound, Taken
from sync.encoding import b64u, unb64u
from sync.hub_port import Config
from sync.keys import SigningKey, key_id_of
from sync.protocol import AccessEntry, BlobKey, VerdictRow
from sync.record import Draft, Envelope, hash_of, make, read_action
from tests.sync.copies import MemoryFirstFill, MemoryMending
from tests.sync.memory_queue import MemoryQueue

HUB_ID = "hub-contoh"
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
SHARD = "64.02.01"
VILLAGE = "v:64.02.01.2001"
KECAMATAN = "k:64.02.01"
CONFIG = "config"


class Seeded:
    """Bytes that look random and are the same every time."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def token_bytes(self, size: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(f"{self._seed} {self._count}".encode()).digest(size)


def key_of(name: str) -> SigningKey:
    return SigningKey(Seeded(name).token_bytes(32))


def uuid7(seeded: Seeded) -> str:
    digits = seeded.token_bytes(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


class Officer:
    """Makes signed actions, each with fresh ids, from a seed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.key = key_of(name)
        self._seeded = Seeded(f"ids of {name}")

    def submit(self, *, blobs: tuple[Blob, ...] = (), **body: Json) -> Envelope:
        draft = self.draft(blobs=blobs, body={"service": "contoh", "office": "64.02.01.2001", **body})
        return make(draft, {"answers": {"nama": "Warga Contoh"}}, self.key, self._seeded.token_bytes)

    def draft(self, *, blobs: tuple[Blob, ...] = (), body: dict[str, Json] | None = None) -> Draft:
        return Draft(
            hub_id=HUB_ID,
            id=uuid7(self._seeded),
            shard=SHARD,
            request=uuid7(self._seeded),
            kind=ActionKind.SUBMIT,
            base=None,
            author=self.name,
            at=NOON,
            hub_at=None,
            step="filing",
            pack="contoh@1",
            blobs=blobs,
            body=body or {},
        )


class MemoryDeskLog(MemoryQueue):
    """`sync.desk_log.DeskLog` in memory. Deep copies of it play backups and cloned disks."""

    def __init__(self, device_id: str, scopes: Sequence[str], hub_key: bytes, keys: dict[str, AuthorKey]) -> None:
        super().__init__()
        self._state = DeskState(
            hub_id=HUB_ID,
            hub_key=hub_key,
            device_id=device_id,
            incarnation=f"{device_id}-1",
            epoch=0,
            cursor=dict.fromkeys(scopes, (0, GENESIS)),
            verdict_seen=0,
            acked=0,
            last_seq=0,
            access_acked=0,
            config_version="",
            nonce="",
        )
        self.keys = keys
        self.held: dict[str, Envelope] = {}
        self.verdicts: list[VerdictRow] = []
        self.entries: dict[str, list[tuple[int, str]]] = {scope: [] for scope in scopes}
        self.accepted: set[str] = set()
        self.recorded: list[Envelope] = []
        self.access: list[AccessEntry] = []
        self.want: list[Wanted] = []
        self.config: Config | None = None
        self.durable: dict[str, int] = {}
        self.filled: Filled | None = None
        self.ahead: dict[int, tuple[int, str]] = {}
        self.mending: Mending = MemoryMending(self)
        self.first_fill: FirstFill = MemoryFirstFill(self)

    def record(self, envelope: Envelope) -> Envelope:
        self.held[read_action(envelope.action).id] = envelope
        self.queue.append(envelope)
        self.recorded.append(envelope)
        self._state = replace(self._state, last_seq=len(self.queue))
        return envelope

    def note(self, text: str) -> None:
        entry = b'{"opened":"%s"}' % text.encode()
        before = unb64u(self.access[-1].link) if self.access else GENESIS
        n = self.access[-1].n if self.access else 0
        self.access.append(AccessEntry(n + 1, Raw(entry), b64u(next_link(before, entry))))

    def looking(self) -> AbstractContextManager[None]:
        return nullcontext()

    def state(self) -> DeskState:
        return self._state

    def access_after(self, n: int, limit: int) -> Sequence[AccessEntry]:
        return [each for each in self.access if each.n > n][:limit]

    def author_key(self, key_id: str) -> AuthorKey | None:
        return self.keys.get(key_id)

    def own_hash(self, action_id: str) -> str | None:
        found = self.held.get(action_id)
        return found.hash if found else None

    def commit(self, taken: Taken) -> None:
        state = self._state
        for entry in taken.entries:
            if entry.seq != len(self.entries[entry.scope]) + 1:
                continue
            if entry.envelope is not None and entry.action is not None:
                self.held.setdefault(entry.action.id, entry.envelope)
            self.entries[entry.scope].append((entry.rev or 0, entry.hash))
            self.accepted.add(entry.hash)
        self.verdicts += [row for row in taken.verdicts if row.no > state.verdict_seen]
        self.durable = dict(taken.durable_through)
        seam = taken.access_seam
        if seam is not None:
            self._go_on_behind(taken.access_ack, seam)
        cursor = {**state.cursor, **{s: p for s, p in taken.cursor.items() if p[0] >= state.cursor[s][0]}}
        self._state = replace(
            state,
            epoch=taken.epoch,
            acked=max(state.acked, taken.ack_through) if taken.incarnation == state.incarnation else state.acked,
            verdict_seen=max(state.verdict_seen, taken.verdict_seen),
            cursor=cursor,
            access_acked=taken.access_ack if seam else max(state.access_acked, taken.access_ack),
            nonce=taken.nonce,
            hub_key=taken.new_hub_key or state.hub_key,
        )
        if taken.new_hub_key is not None:
            self.keys[key_id_of(taken.new_hub_key)] = AuthorKey(taken.new_hub_key, is_hub=True)

    def _go_on_behind(self, n: int, seam: AccessSeam) -> None:
        moved = [each for each in self.access if each.n > seam.floor and bytes(each.entry)]
        self.access = [each for each in self.access if each.n <= seam.floor]
        if n > seam.floor:
            self.access.append(AccessEntry(n, Raw(b""), b64u(seam.link)))
        link = seam.link
        for place, each in enumerate(moved, n + 1):
            link = next_link(link, bytes(each.entry))
            self.access.append(AccessEntry(place, each.entry, b64u(link)))

    def renumber(self, incarnation: str) -> None:
        judged = {row.action for row in self.verdicts} | {self.queue[n - 1].hash for n in self.aside}
        self.aside = set()
        accepted = {own for entries in self.entries.values() for _, own in entries}
        self.queue = [envelope for envelope in self.queue if envelope.hash not in judged | accepted]
        self._state = replace(self._state, incarnation=incarnation, acked=0, last_seq=len(self.queue))

    def anchor_at(self, scope: str, seq: int) -> bytes | None:
        anchor = GENESIS
        for rev, own in self.entries[scope][:seq]:
            anchor = next_anchor(anchor, own, rev)
        return anchor if seq <= len(self.entries[scope]) else None

    def lost(self, after: Mapping[str, tuple[int, bytes]], skip: int, limit: int) -> Sequence[Lost]:
        by_hash = {each.hash: each for each in self.held.values()}
        scopes = sorted(after, key=lambda scope: (scope != CONFIG, scope))
        behind = [own for scope in scopes for _, own in self.entries[scope][after[scope][0] :]]
        found = [Lost(by_hash[own]) for own in behind]
        placed = {own for entries in self.entries.values() for _, own in entries}
        endings = {row.action: row for row in self.verdicts if row.code in REFUSALS}
        found += [Lost(each) for each in self.held.values() if each.hash in self.accepted - placed - endings.keys()]
        refused = (each for each in self.recorded if each.hash in endings)
        found += [Lost(each, endings[each.hash].code, endings[each.hash].reason) for each in refused]
        return found[skip : skip + limit]

    def rewind(self, rewound: Rewound) -> None:
        state = self._state
        for scope, (seq, _) in rewound.cursor.items():
            del self.entries[scope][seq:]
        self._state = replace(
            state,
            epoch=rewound.epoch,
            cursor={**state.cursor, **rewound.cursor},
            acked=min(state.acked, rewound.acked),
            verdict_seen=min(state.verdict_seen, rewound.verdict_seen),
            access_acked=min(state.access_acked, rewound.access_acked),
            nonce=rewound.nonce,
        )

    def wanted(self) -> Sequence[Wanted]:
        return self.want

    def awaited(self) -> Sequence[BlobKey]:
        last = {row.action: row for row in self.verdicts}
        waiting = (read_action(envelope.action) for envelope in self.held.values() if _waits(last.get(envelope.hash)))
        return [BlobKey(each.shard, each.request or "", blob.sha256) for each in waiting for blob in each.blobs]

    def save_config(self, config: Config) -> None:
        self.config = config
        keys = config.content.get("keys", {})
        self.keys |= {key_id_of(bytes.fromhex(raw)): AuthorKey(bytes.fromhex(raw), is_hub=False) for raw in keys}
        self._state = replace(self._state, config_version=config.version)


def _waits(row: VerdictRow | None) -> bool:
    return row is not None and row.waits_for is WaitsFor.BYTES


class MemoryShelf:
    """`sync.attachments.Bytes` in memory."""

    def __init__(self) -> None:
        self.whole: dict[str, bytes] = {}
        self.partials: dict[str, bytes] = {}
        self.revisions: dict[str, str] = {}

    def put(self, content: bytes, media_type: str = "application/pdf") -> Blob:
        blob = Blob(hash_of(content), len(content), media_type, "kk")
        self.whole[blob.sha256] = content
        return blob

    def size(self, sha256: str) -> int | None:
        return len(self.whole[sha256]) if sha256 in self.whole else None

    def read(self, sha256: str, offset: int, length: int) -> bytes:
        return self.whole[sha256][offset : offset + length]

    def partial(self, wanted: Wanted) -> bytes:
        return self.partials.get(wanted.sha256, b"")

    def add(self, wanted: Wanted, piece: bytes) -> None:
        self.partials[wanted.sha256] = self.partial(wanted) + piece

    def finish(self, wanted: Wanted, content: bytes, revision: str) -> None:
        self.partials.pop(wanted.sha256, None)
        self.whole[wanted.sha256] = content
        self.revisions[wanted.sha256] = revision

    def drop(self, wanted: Wanted) -> None:
        self.partials.pop(wanted.sha256, None)


class Clock:
    """A clock that moves when it is slept on."""

    def __init__(self, start: datetime = NOON) -> None:
        self.instant = start
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return (self.instant - NOON).total_seconds()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.instant += timedelta(seconds=seconds)

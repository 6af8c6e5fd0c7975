"""The way out by flash disk, for an office without any network: what waits to be sent, in one sealed file.

What goes out stays here until the hub's word on it has come, by whatever road; so a flash disk that is lost, filled or
pulled out costs nothing but the trip. The way back is `desktop.office.carrying_in`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from desktop.errors import HubTrouble
from desktop.files import only_one
from desktop.heard_parcels import SAVED
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.exchanging import numbers_wanted
from desktop.office.safekeeping import backup_daily
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import blobs, catalogue, remembering, settings
from desktop.store.blob_bytes import SqlBytes
from desktop.store.desk_log import SqlDeskLog
from desktop.store.remembering import Tried
from sync import carrying
from sync.carrying import BLOB, QUESTION, SYNC
from sync.encoding import instant_text
from sync.errors import BytesAlarm, SyncError
from sync.keys import SigningKey
from sync.parcel import OUTBOX, Label, ParcelWriter
from sync.parcel_files import room_for, written_beside
from sync.prepared import prepared
from sync.protocol import ZSTD, BlobKey, encode, encode_json

SUFFIX: Final = ".ktk"
"""Of an outbox (kiriman)."""
_KEPT: Final = "carried"


@prepared
class _Carried(msgspec.Struct, frozen=True, kw_only=True):
    """What the parts of the last outbox held, so that the next part goes on behind it."""

    outbox: str
    part: int = 0
    files: tuple[BlobKey, ...] = ()


@dataclass(slots=True)
class Packed:
    """What went into a file, and how many attachments are left for the next one."""

    label: Label
    actions: int = 0
    looks: int = 0
    files: int = 0
    left: int = 0
    left_bytes: int = 0
    alarms: int = 0


def export_outbox(desk: Desk, target: Path, limit: int | None = None, *, rest: bool = False) -> Changed:
    """Write what waits to be sent into one file that only the hub can open.

    Args:
        desk: enrolled.
        target: on the flash disk.
        limit: the most bytes that the file may have; None for what is free there.
        rest: only the attachments that the file before this one had no room for, with whatever is new.

    Raises:
        HubTrouble: the flash disk is full or gone (`sync.parcel_errors`); nothing is left there.
        NotAllowed: an exchange runs on this profile, or the desk is not enrolled.
    """
    with only_one(desk.profile / "desk.lock"):
        try:
            most = room_for(target, limit)
            with written_beside(target) as file:
                packed, files = _write(desk, file, most, rest=rest)
        except SyncError as error:
            raise HubTrouble(error.code, error.sentence) from error
        changed = _told(target, packed)
        said = SAVED.format(actions=packed.actions, files=packed.files)
        _note(desk, _Carried(outbox=packed.label.id, part=packed.label.part, files=files), said)
        backup_daily(desk)
    return changed


def _write(desk: Desk, file: BinaryIO, most: int, *, rest: bool) -> tuple[Packed, tuple[BlobKey, ...]]:
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
        before = settings.get(connection, _KEPT, _Carried) if rest else None
    kept = before or _Carried(outbox=desk.outside.new_id())
    label = Label(
        kind=OUTBOX,
        id=kept.outbox,
        hub_id=who.hub_id,
        device_id=who.device_id,
        incarnation=contact.incarnation,
        to="",
        made_at=instant_text(desk.outside.now()),
        part=kept.part + 1,
    )
    signer = SigningKey(who.device_key)
    writer = ParcelWriter(file, label, contact.hub_keys[-1], signer, desk.outside.token_bytes)
    packing = _Packing(desk, SqlDeskLog(desk.database, desk.outside.now), writer, most, Packed(label))
    packing.put_requests()
    files = tuple(packing.put_files(kept.files))
    writer.close()
    return packing.packed, files


@dataclass(slots=True)
class _Packing:
    """A file of at most `most` bytes, being filled."""

    desk: Desk
    log: SqlDeskLog
    writer: ParcelWriter
    most: int
    packed: Packed

    def put_requests(self) -> None:
        """The question and everything recorded: a file without these would be of no use, so all of it must fit."""
        now = self.desk.outside.now()
        with self.desk.database.reading() as connection:
            known = catalogue.known_packs(connection)
        packs = tuple(sorted(f"{service}@{version}" for service, version in known))
        question = carrying.question(self.log, now, packs, numbers_wanted(self.desk)[1])
        self.writer.must_put(self.most, QUESTION, encode_json(question))
        for request in carrying.requests(self.log, now):
            self.writer.must_put(self.most, SYNC, encode(request, ZSTD))
            self.packed.actions += len(request.push)
            self.packed.looks += len(request.access)

    def put_files(self, before: tuple[BlobKey, ...]) -> Iterator[BlobKey]:
        """The attachments that fit; gives all that this and the parts before it hold."""
        yield from before
        shelf, packed = SqlBytes(self.desk.database, self.desk.files), self.packed
        for key in _due(self.desk, self.log):
            size = shelf.size(key.sha256) or 0
            if key in before or not size:
                continue
            if not self.writer.fits(size, self.most):
                packed.left += 1
                packed.left_bytes += size
            elif self._put_file(key, shelf, size):
                packed.files += 1
                yield key
            else:
                packed.alarms += 1

    def _put_file(self, key: BlobKey, shelf: SqlBytes, size: int) -> bool:
        """False where its bytes do not open any more: `desk doctor` names it, and the others go."""
        try:
            content = shelf.read(key.sha256, 0, size)
        except BytesAlarm:
            return False
        self.writer.put(BLOB, content, key.shard, key.request, key.sha256)
        return True


def _due(desk: Desk, log: SqlDeskLog) -> list[BlobKey]:
    """Own attachments that the hub lacks: it said so, or it has not heard of the action that names them."""
    with desk.database.reading() as connection:
        waiting = blobs.waiting_own(connection)
    new = carrying.named_in(carrying.unanswered(log, log.state().acked))
    return sorted({*waiting, *new})


def _told(target: Path, packed: Packed) -> Changed:
    size = target.stat().st_size
    lines = [phrase(SAVED, actions=packed.actions, files=packed.files)]
    if packed.left:
        lines.append(
            phrase("{count} lampiran belum termuat; simpan lanjutannya ke flash disk lain.", count=packed.left)
        )
    if packed.alarms:
        lines.append(phrase("{count} lampiran tidak terbaca. Jalankan pemeriksaan komputer.", count=packed.alarms))
    return Changed(
        told={
            "file": str(target),
            "size": size,
            "outbox": packed.label.id,
            "part": packed.label.part,
            "actions": packed.actions,
            "looks": packed.looks,
            "files": packed.files,
            "left": packed.left,
            "left_bytes": packed.left_bytes,
            "alarms": packed.alarms,
        },
        sentence="\n".join(lines),
    )


def _note(desk: Desk, carried: _Carried, sentence: str) -> None:
    with desk.database.writing() as connection:
        settings.put(connection, _KEPT, carried)
        remembering.note_exchange(connection, Tried(now_text(desk, connection), "", sentence))


def left_over(desk: Desk) -> bool:
    """Whether a part of an outbox was written whose answer has not come back."""
    with desk.database.reading() as connection:
        return settings.get(connection, _KEPT, _Carried) is not None


def forget_parts(desk: Desk) -> None:
    """The hub has answered: the next outbox begins anew."""
    with desk.database.writing() as connection:
        settings.drop(connection, _KEPT)

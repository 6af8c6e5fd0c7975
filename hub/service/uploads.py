"""Attachments on their way up: tus 1.0 in four verbs, every piece durable before it is acknowledged.

Only what an accepted or parked action names may be sent, by the office that sent the action; its hash is verified when
it is whole, and what it is, is judged by its content and never by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import filetype
from sqlalchemy import Connection, Row, bindparam, select

from hub.errors import Refused
from hub.files import StoredFile, frames_of
from hub.service import jobs
from hub.service.bench import Sender
from hub.service.exchange import Device
from hub.service.ground import Ground
from hub.service.own_actions import now_of
from hub.store import rows
from hub.store.growing import actions, blobs, devices, named_blobs, parked, quotas, uploads
from hub.store.locking import insert_if_absent, lock_or_make
from sync.encoding import b64u, instant_text
from sync.errors import NotAllowed
from sync.protocol import BLOB_MAX, PIECE_GOOD, BlobKey
from sync.record import read_action

MEDIA_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})
"""What an attachment may be: what an office scans, and what a browser never runs."""
DAY_MAX: Final = 2 * 1024**3
"""Bytes of attachments that one device may bring in a day."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an upload has come; `upload` is empty when the bytes are stored whole."""

    upload: str
    offset: int
    size: int


def begin_upload(ground: Ground, sender: Sender, key: BlobKey, size: int) -> Progress:
    """Begin an upload, or find the open one again.

    Raises:
        Refused: nobody named it, another size than named, too large, or the day's quota is used up.
    """
    with ground.store.writing() as connection:
        _check_named(connection, sender, key, size)  # first: a stranger must not learn what is here
        if _blob(connection, key) is not None:
            return Progress("", size, size)
        found = _open_upload(connection, key)
        if found is None:
            found = _create(ground, connection, sender, key, size)
        return Progress(found.upload, int(found.received), int(found.size))


def _blob(connection: Connection, key: BlobKey) -> Row[Any] | None:
    return rows.find(connection, blobs, _place(key))


def _place(key: BlobKey) -> dict[str, str]:
    return {"shard": key.shard, "request": key.request, "sha256": key.sha256}


_OF_BLOB: Final = ("shard", "request", "sha256")
_NAMED_SIZES: Final = (
    select(named_blobs.c.size)
    .select_from(
        named_blobs.join(actions, (actions.c.shard == named_blobs.c.shard) & (actions.c.action == named_blobs.c.action))
    )
    .where(*rows.by_key(named_blobs, *_OF_BLOB), actions.c.office == bindparam("of"))
)
_NAMED_TYPES: Final = select(named_blobs.c.media_type).where(*rows.by_key(named_blobs, *_OF_BLOB))
_WAITING: Final = (
    select(actions.c.action, actions.c.envelope)
    .select_from(parked.join(actions, (parked.c.shard == actions.c.shard) & (parked.c.action == actions.c.action)))
    .where(*rows.by_key(parked, "shard", "request"), actions.c.kind == "issue")
)
"""Made once, as those of `rows`."""


def _check_named(connection: Connection, sender: Sender, key: BlobKey, size: int) -> None:
    named = connection.execute(_NAMED_SIZES, rows.keyed(**_place(key)) | {"of": sender.office}).scalars().all()
    if not named:
        raise Refused(403, "not_allowed", "Lampiran ini tidak disebut oleh permohonan kantor Anda.")
    if size not in named or not 0 < size <= BLOB_MAX:
        raise Refused(413, "too_large", "Ukuran lampiran tidak sesuai atau melebihi batas. Pindai ulang lebih kecil.")


def _open_upload(connection: Connection, key: BlobKey) -> Row[Any] | None:
    return rows.find(connection, uploads, _place(key) | {"state": "open"})


def _create(ground: Ground, connection: Connection, sender: Sender, key: BlobKey, size: int) -> Row[Any]:
    _spend(ground, connection, sender, size)
    file = ground.vault.create(key.shard)
    upload = f"{key.shard.replace('.', '_')}-{ground.world.new_id()}"
    row = {"shard": key.shard, "upload": upload, "request": key.request, "sha256": key.sha256, "size": size}
    state = {"received": 0, "file_size": 0, "frames": 0, "file": file.name, "sealed_key": file.sealed_key}
    since = {"device": sender.device, "state": "open", "since": instant_text(now_of(ground))}
    rows.add(connection, uploads, row | state | since)
    found = rows.find(connection, uploads, {"shard": key.shard, "upload": upload})
    assert found is not None  # noqa: S101 - it was just written
    return found


def _spend(ground: Ground, connection: Connection, sender: Sender, size: int) -> None:
    day = now_of(ground).date().isoformat()
    key = {"shard": sender.shard, "device": sender.device, "day": day}
    row = lock_or_make(connection, quotas, key, {"received": 0})
    if row.received + size > DAY_MAX:
        raise Refused(429, "busy", "Jatah kiriman hari ini habis. Data tetap tersimpan.", retry_after=3600)
    rows.change(connection, quotas, key, {"received": row.received + size})


def progress(ground: Ground, sender: Sender, upload: str) -> Progress:
    """How many bytes of an upload are stored durably.

    Raises:
        NotAllowed: no upload of this office.
    """
    with ground.store.reading() as connection:
        row = _own_upload(connection, sender, upload, lock=False)
        return Progress(row.upload, int(row.received), int(row.size))


def _own_upload(connection: Connection, sender: Sender, upload: str, *, lock: bool) -> Row[Any]:
    key = {"shard": upload.partition("-")[0].replace("_", "."), "upload": upload}
    row = rows.find(connection, uploads, key, lock=lock)
    if row is None or not _same_office(connection, sender, row.device):
        raise NotAllowed("no such upload")
    return row


def _same_office(connection: Connection, sender: Sender, device: str) -> bool:
    """Another desk of the same office may go on with an upload."""
    row = rows.find(connection, devices, {"shard": sender.shard, "device": device})
    return row is not None and row.office == sender.office


def append(ground: Ground, sender: Sender, upload: str, offset: int, piece: bytes) -> Progress:
    """Add a piece at the offset; when it was the last, the whole is verified.

    Raises:
        NotAllowed: no upload of this office.
        Refused: 409 for another offset, 413 for too much, 415 or 422 when the whole is not what it should be.
    """
    refused: Refused | None = None
    with ground.store.writing() as connection:
        row = _own_upload(connection, sender, upload, lock=True)
        _check_piece(row, offset, piece)
        if row.state == "stored":
            return Progress(upload, int(row.received), int(row.size))
        received = _write(ground, connection, row, piece)
        if received == row.size:
            refused = _complete(ground, connection, row)
    if refused is not None:
        raise refused
    return Progress(upload, received, int(row.size))


def _check_piece(row: Row[Any], offset: int, piece: bytes) -> None:
    if row.state == "refused":
        raise Refused(422, "refused_bytes", "Lampiran ini sudah ditolak hub. Pindai ulang, lalu lampirkan lagi.")
    if offset != row.received and row.state == "open":
        raise Refused(409, "other_offset", "Sambungan terputus di tengah. Kiriman dilanjutkan sendiri.")
    if len(piece) > PIECE_GOOD or (row.state == "open" and offset + len(piece) > row.size):
        raise Refused(413, "too_large", "Potongan lampiran terlalu besar. Data tetap tersimpan di komputer ini.")


def _write(ground: Ground, connection: Connection, row: Row[Any], piece: bytes) -> int:
    file = StoredFile.of(row)
    size = ground.vault.append(file, int(row.file_size), int(row.frames), piece)
    received = int(row.received) + len(piece)
    values = {"received": received, "file_size": size, "frames": row.frames + frames_of(len(piece))}
    rows.change(connection, uploads, _key_of(row), values)
    return received


def _key_of(row: Row[Any]) -> dict[str, str]:
    return {"shard": row.shard, "upload": row.upload}


def _complete(ground: Ground, connection: Connection, row: Row[Any]) -> Refused | None:
    """Verify the whole and let its request go on; what is wrong with it, to be raised after this is committed."""
    file = StoredFile.of(row)
    problem = _content_problem(ground, connection, row, file)
    state = "stored" if problem is None else "refused"
    rows.change(connection, uploads, _key_of(row), {"state": state})
    if problem is not None:
        ground.vault.remove(file)
        return problem
    now = now_of(ground)
    key = {"shard": row.shard, "request": row.request, "sha256": row.sha256}
    about = {"size": row.size, "media_type": _media_type(ground, file), "stored_at": instant_text(now)}
    if not insert_if_absent(connection, blobs, {**key, **about, "file": file.name, "sealed_key": file.sealed_key}):
        ground.vault.remove(file)  # two desks of the office brought it at once: the other's bytes are these
    _wake(ground, connection, row)
    return None


def _content_problem(ground: Ground, connection: Connection, row: Row[Any], file: StoredFile) -> Refused | None:
    if b64u(ground.vault.sha256(file)) != row.sha256:
        return Refused(422, "refused_bytes", "Lampiran berubah di perjalanan. Kirim lagi dari komputer ini.")
    found = _media_type(ground, file)
    key = _place(BlobKey(row.shard, row.request, row.sha256))
    named = set(connection.execute(_NAMED_TYPES, rows.keyed(**key)).scalars())
    if found not in MEDIA_TYPES or found not in named:
        return Refused(415, "refused_bytes", "Isi lampiran bukan seperti namanya. Pindai ulang, lalu lampirkan lagi.")
    return None


def _media_type(ground: Ground, file: StoredFile) -> str:
    first = next(ground.vault.read(file, 0, 8191), b"")
    kind = filetype.guess(first)
    return str(kind.mime) if kind else ""


def _wake(ground: Ground, connection: Connection, row: Row[Any]) -> None:
    """Queue what waited for these bytes: a comparison for each issued letter, and the request itself."""
    now, key = now_of(ground), (row.shard, row.request)
    jobs.schedule(connection, ground.world.new_id(), (jobs.RELEASE, f"{row.request}:{row.sha256}"), key, now)
    for found in connection.execute(_WAITING, rows.keyed(shard=row.shard, request=row.request)):
        if read_action(bytes(found.envelope)).text("pdf") == row.sha256:
            jobs.schedule(connection, ground.world.new_id(), (jobs.COMPARE, found.action), key, now)


def sender_of(ground: Ground, device: Device) -> Sender:
    """The device behind a request that is no exchange.

    Raises:
        NotAllowed: unknown or revoked.
    """
    with ground.store.reading() as connection:
        row = rows.find(connection, devices, {"shard": device.shard, "device": device.device})
    if row is None or row.state != "active":
        raise NotAllowed("an unknown or revoked device")
    return Sender(row.shard, row.device, row.office, "")

"""`hub doctor`: everything about a hub that a person should look at, as one list of findings."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from cryptography import x509
from sqlalchemy import Connection, func, select

from hub.admin import findings_of_desks
from hub.admin.clocks import doubtful
from hub.admin.dead import JOB, list_dead
from hub.admin.finding import Finding
from hub.admin.folder import Place
from hub.admin.retention import plan
from hub.errors import StorageAway, StorageFailing
from hub.limits import Limits, read_limits
from hub.room import has_room, takes_bytes
from hub.service.catalogue import Catalogue
from hub.service.epochs import durable_in, durable_names, verified_backup
from hub.service.ground import Ground
from hub.service.identity import named_settings
from hub.service.own_actions import now_of
from hub.service.recovering import awaited
from hub.service.release import waiting_actions
from hub.service.reserving import HELD
from hub.shelf import Folder
from hub.store import schema
from hub.store.growing import devices, jobs, leases, numbers, scopes
from sync.ballast import Ballast, free_bytes
from sync.encoding import read_instant

_ROOM: Final = 1024**3
_CRL_SOON: Final = timedelta(days=3)
_SYNC_LEAST: Final = 60
_BYTES_LEAST: Final = 120
"""Requests a minute that a desk on a good line needs after some days without one."""
_BACKUP_SOON: Final = timedelta(days=2)
"""A backup is made every day; one that was missed is no alarm, two are."""
_ASTRAY: Final = timedelta(minutes=2)
"""By how much a clock may differ before it is said."""


def examine(ground: Ground, place: Place) -> list[Finding]:
    """All findings. An opened hub has already shown that its key, schema and database fit."""
    with ground.store.reading() as connection:
        catalogue = ground.catalogue(connection)
        shards = (*catalogue.shards, ground.identity.regency)
        now = now_of(ground)
        return [
            Finding("schema", "ok", f"Skema basis data {schema.newest()}."),
            Finding("key", "ok", f"Kunci hub cocok: {ground.identity.key.key_id}."),
            _disk(place),
            *_files(ground),
            _database(ground),
            _backup(connection, shards, now),
            _verification(catalogue),
            _limits(read_limits(connection)),
            *_revocation(catalogue, now),
            _parked(connection, shards),
            _dead(ground),
            _retention(ground),
            _jobs(connection, shards),
            _leases(connection, shards),
            _devices(connection, shards),
            *_returned(connection, ground, catalogue),
            *findings_of_desks.find_all(connection, shards, now),
            _clocks(connection, shards, now),
        ]


def _disk(place: Place) -> Finding:
    if not has_room(place.folder):
        said = "Disk hub tidak menerima data lagi: penuh, atau jatahnya habis. Kosongkan ruang; kiriman menunggu."
        return Finding("disk", "bad", said)
    if not takes_bytes(place.folder):
        return Finding("disk", "bad", str(StorageFailing()))
    free = free_bytes(place.folder)
    held = "" if Ballast(place.folder, HELD).whole() else " Ruang cadangan hub tidak dipegang."
    if free < _ROOM:
        said = f"Ruang disk tinggal {free // 1024**2} MB.{held} Kosongkan sebelum kiriman ditolak."
        return Finding("disk", "bad", said)
    return Finding("disk", "ok", f"Ruang disk {free // 1024**2} MB.{held}")


def _files(ground: Ground) -> list[Finding]:
    """Where stored files lie, when it is not the folder."""
    if isinstance(ground.vault.shelf, Folder):
        return []
    if ground.vault.shelf.takes_bytes():
        return [Finding("files", "ok", "Penyimpanan berkas (S3) menerima data.")]
    return [Finding("files", "bad", StorageAway().args[0])]


def _database(ground: Ground) -> Finding:
    if ground.store.encrypts:
        return Finding("database", "ok", "Basis data dienkripsi oleh hub (SQLCipher).")
    unsafe = ground.store.unsafe_settings()
    if unsafe:
        said = f"PostgreSQL dapat kehilangan data saat listrik padam: {', '.join(unsafe)} mati. Nyalakan."
        return Finding("database", "bad", said)
    return Finding("database", "warn", "PostgreSQL tidak dienkripsi oleh hub: pastikan disk servernya terenkripsi.")


def _backup(connection: Connection, shards: tuple[str, ...], now: datetime) -> Finding:
    made = verified_backup(connection)
    if made is None:
        said = "Belum ada cadangan yang diperiksa. Jalankan: ketinting hub backup, lalu ketinting hub verify-backup."
        return Finding("backup", "warn", said)
    hours = max(int((now - made) / timedelta(hours=1)), 0)
    old = f"Cadangan terakhir yang diperiksa berumur {hours // 24} hari {hours % 24} jam; {_since(connection, shards)}"
    if now - made > _BACKUP_SOON:
        return Finding("backup", "warn", f"{old}. Buat yang baru: ketinting hub backup, lalu hub verify-backup.")
    return Finding("backup", "ok", f"{old}.")


def _since(connection: Connection, shards: tuple[str, ...]) -> str:
    """What `durable_through` does not cover yet: what desks must keep, and would be asked for after a loss."""
    heads = {row.scope: int(row.seq) for row in connection.execute(select(scopes).where(scopes.c.shard.in_(shards)))}
    held = durable_in(named_settings(connection, durable_names(heads)), heads)
    missing = sum(max(seq - held[scope], 0) for scope, seq in heads.items())
    return f"{missing} catatan sesudahnya hanya ada di sini dan di komputer kantor"


def _verification(catalogue: Catalogue) -> Finding:
    if not catalogue.verification_url:
        return Finding("verification_url", "bad", "Alamat pemeriksaan surat belum diisi; surat tidak dapat disiapkan.")
    return Finding("verification_url", "ok", f"Surat diperiksa di {catalogue.verification_url}.")


def _limits(limits: Limits) -> Finding:
    origin = f"dari {limits.address_header} yang ditulis perantara" if limits.address_header else "dari sambungannya"
    said = (
        f"Batas tiap komputer: {limits.sync.per_minute} pertukaran dan {limits.bytes.per_minute} potongan berkas "
        f"semenit; {limits.strangers.per_minute} percobaan gagal semenit tiap alamat, dibaca {origin}."
    )
    if limits.sync.per_minute < _SYNC_LEAST or limits.bytes.per_minute < _BYTES_LEAST:
        return Finding("limits", "warn", f"{said} Batas ini menahan komputer yang mengejar ketinggalan: longgarkan.")
    return Finding("limits", "ok", said)


def _revocation(catalogue: Catalogue, now: datetime) -> list[Finding]:
    if not catalogue.roots:
        return [Finding("roots", "bad", "Belum ada sertifikat akar; tanda tangan surat akan ditolak.")]
    if not catalogue.crls:
        return [Finding("crl", "warn", "Belum ada daftar pencabutan (CRL): status pencabutan tidak diketahui.")]
    return [_crl(x509.load_der_x509_crl(raw), now) for raw in catalogue.crls]


def _crl(crl: x509.CertificateRevocationList, now: datetime) -> Finding:
    until = crl.next_update_utc
    if until is None or until < now:
        return Finding("crl", "bad", "Daftar pencabutan (CRL) sudah lewat waktunya. Masukkan yang terbaru.")
    level = "warn" if until - now < _CRL_SOON else "ok"
    return Finding("crl", level, f"Daftar pencabutan (CRL) berlaku sampai {until:%d-%m-%Y}.")


def _parked(connection: Connection, shards: tuple[str, ...]) -> Finding:
    waiting = waiting_actions(connection, shards)
    deciding = sum(each.waits_for in {"authority_unclear", "letter_differs"} for each in waiting)
    if deciding:
        return Finding("parked", "warn", f"{deciding} langkah menunggu keputusan: ketinting hub parked list.")
    return Finding("parked", "ok", f"{len(waiting)} langkah menunggu kiriman.")


def _count(connection: Connection, table: Any, *where: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0)


def _retention(ground: Ground) -> Finding:
    found = plan(ground)
    if not found["due"] and not found["assess"]:
        return Finding("retention", "ok", "Tidak ada permohonan yang melewati masa simpannya.")
    said = (
        f"{found['due']} permohonan melewati masa simpan dan menunggu keputusan pemusnahan, {found['assess']} menunggu "
        "penilaian. Lihat: ketinting hub retention plan."
    )
    return Finding("retention", "warn", said)


def _dead(ground: Ground) -> Finding:
    found = list_dead(ground)
    if not found:
        return Finding("dead_letters", "ok", "Tidak ada kiriman atau pekerjaan yang disisihkan.")
    said = f"{len(found)} kiriman tidak terbaca atau pekerjaan gagal disisihkan. Lihat: ketinting hub dead list."
    failed = any(each.what == JOB for each in found)
    return Finding("dead_letters", "bad" if failed else "warn", said)


def _jobs(connection: Connection, shards: tuple[str, ...]) -> Finding:
    due = (jobs.c.shard.in_(shards), jobs.c.state == "due")
    stuck = connection.execute(select(jobs.c.problem).where(*due, jobs.c.tries >= 3).limit(1)).scalar()
    if stuck is not None:
        return Finding("jobs", "bad", f"Ada pekerjaan yang gagal berulang: {stuck}")
    return Finding("jobs", "ok", f"{_count(connection, jobs, *due)} pekerjaan menunggu giliran.")


def _leases(connection: Connection, shards: tuple[str, ...]) -> Finding:
    held = connection.execute(select(leases).where(leases.c.shard.in_(shards), leases.c.returned_from.is_(None))).all()
    given = sum(row.last - row.first + 1 for row in held)
    used = _count(connection, numbers, numbers.c.shard.in_(shards), numbers.c.state == "used")
    return Finding("leases", "ok", f"{len(held)} jatah nomor, {given} nomor dibagikan, {used} nomor terpakai.")


def _devices(connection: Connection, shards: tuple[str, ...]) -> Finding:
    count = _count(connection, devices, devices.c.shard.in_(shards), devices.c.state == "active")
    return Finding("devices", "ok", f"{count} komputer terdaftar.")


def _returned(connection: Connection, ground: Ground, catalogue: Catalogue) -> list[Finding]:
    if ground.identity.epoch == 1:
        return []
    missed = awaited(connection, ground.identity, catalogue)
    if not missed:
        return [Finding("returned", "ok", "Semua komputer sudah tersambung sesudah pemulihan hub.")]
    said = (
        f"{len(missed)} komputer belum tersambung sesudah pemulihan hub; permohonan dan nomor kantornya menunggu. "
        "Minta mereka sinkronkan, atau: ketinting hub devices skip."
    )
    return [Finding("returned", "warn", said)]


def _clocks(connection: Connection, shards: tuple[str, ...], now: datetime) -> Finding:
    latest = connection.execute(select(func.max(devices.c.last_seen)).where(devices.c.shard.in_(shards))).scalar()
    if latest is not None and read_instant(latest) > now + _ASTRAY:
        said = "Jam hub mundur: ada komputer yang tersambung sesudah saat ini. Setel jam hub; tanggal surat darinya."
        return Finding("clocks", "bad", said)
    found = list(doubtful(connection, shards, now))
    if not found:
        return Finding("clocks", "ok", "Jam semua komputer masuk akal.")
    on = ", ".join(sorted({device for device, _ in found}))
    sentence = f"{len(found)} langkah dicatat dengan jam komputer yang keliru. Periksa tanggal suratnya dan jam {on}."
    return Finding("clocks", "warn", sentence)

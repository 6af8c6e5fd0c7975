"""What the doctor sees of the desks and of what they were given: snapshots, repairs, silence, copies, false letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from hub.admin.finding import Finding
from hub.service.jobs import SNAPSHOT
from hub.service.telling_ranges import repairs_since
from hub.store.growing import actions, devices, incarnations, jobs, snapshots
from sync.encoding import instant_text, read_instant

Shards = tuple[str, ...]
LATELY: Final = timedelta(days=30)
_SILENT: Final = timedelta(days=14)
"""Longer than a leave; a desk without any network brings a flash disk sooner than that."""
_SHOWN: Final = 5
_ALARMS: Final = ("number_taken", "letter_is_false")
"""Verdicts that no honest desk gets: a number on two letters, a letter with another text than its data."""


def find_all(connection: Connection, shards: Shards, now: datetime) -> list[Finding]:
    """All of them."""
    return [
        _snapshots(connection, shards, now),
        _repairs(connection, now),
        _silent(connection, shards, now),
        _copied(connection, shards, now),
        _alarms(connection, shards, now),
    ]


def _snapshots(connection: Connection, shards: Shards, now: datetime) -> Finding:
    """How old and how large what new computers begin with is; it is made when one asks, so none is no trouble."""
    tried = (jobs.c.shard.in_(shards), jobs.c.kind == SNAPSHOT, jobs.c.state != "done", jobs.c.tries > 0)
    failed = connection.execute(select(jobs.c.subject, jobs.c.problem).where(*tried).limit(1)).first()
    if failed is not None:
        said = f"Cuplikan {failed.subject} untuk komputer baru gagal dibuat; komputer itu diisi langkah demi langkah. "
        return Finding("snapshots", "warn", f"{said}{failed.problem}")
    here = snapshots.c.shard.in_(shards)
    columns = (func.count(snapshots.c.scope.distinct()), func.sum(snapshots.c.size), func.min(snapshots.c.made_at))
    count, size, made_at = connection.execute(select(*columns).where(here)).one()
    if not count:
        return Finding("snapshots", "ok", "Belum ada cuplikan untuk komputer baru; dibuat sendiri bila diperlukan.")
    days = (now - read_instant(made_at)) // timedelta(days=1)
    said = f"{count} cuplikan untuk komputer baru, {int(size) / 1024**2:.1f} MB, yang tertua berumur {days} hari."
    return Finding("snapshots", "ok", said)


def _repairs(connection: Connection, now: datetime) -> Finding:
    found = repairs_since(connection, now - LATELY)
    if not found:
        return Finding("repairs", "ok", "Tidak ada komputer yang memperbaiki riwayatnya dalam 30 hari.")
    said = f"{len(found)} komputer mengambil lagi sebagian riwayatnya dalam 30 hari: {_some(found)}. Periksa disknya."
    return Finding("repairs", "warn", said)


def _silent(connection: Connection, shards: Shards, now: datetime) -> Finding:
    before = instant_text(now - _SILENT)
    where = (devices.c.shard.in_(shards), devices.c.state == "active", devices.c.enrolled_at < before)
    silent = select(devices).where(*where, (devices.c.last_seen < before) | devices.c.last_seen.is_(None))
    found = [_named(row) for row in connection.execute(silent)]
    if not found:
        return Finding("silent", "ok", "Semua komputer tersambung dalam 14 hari terakhir.")
    said = f"{len(found)} komputer tidak tersambung 14 hari atau lebih: {_some(found)}. Tanyakan; tanpa jaringan, "
    return Finding("silent", "warn", f"{said}kirimannya dapat dibawa dengan flash disk.")


def _copied(connection: Connection, shards: Shards, now: datetime) -> Finding:
    """A desk takes a new life when it was put back from a backup, and when its disk was copied."""
    lives = select(incarnations.c.device).where(incarnations.c.shard.in_(shards)).group_by(incarnations.c.device)
    since = lives.having(func.count() > 1, func.max(incarnations.c.started_at) > instant_text(now - LATELY))
    found = [str(device) for device in connection.execute(since).scalars()]
    if not found:
        return Finding("copies", "ok", "Tidak ada komputer yang dipulihkan atau disalin dalam 30 hari.")
    said = f"{len(found)} komputer memulai antrean baru dalam 30 hari: {_some(found)}. Bila tidak dipulihkan dari "
    return Finding("copies", "warn", f"{said}cadangan, disknya disalin: pastikan hanya satu yang dipakai.")


def _alarms(connection: Connection, shards: Shards, now: datetime) -> Finding:
    lately = (actions.c.shard.in_(shards), actions.c.received_at > instant_text(now - LATELY))
    query = select(actions.c.office).where(*lately, actions.c.reason.in_(_ALARMS))
    found = [str(office) for office in connection.execute(query).scalars()]
    if not found:
        return Finding("alarms", "ok", "Tidak ada nomor ganda dan tidak ada surat palsu dalam 30 hari.")
    said = f"{len(found)} surat ditolak dalam 30 hari karena nomornya ganda atau isinya lain dari datanya: "
    return Finding("alarms", "bad", f"{said}{_some(found)}. Pastikan surat itu tidak diserahkan; periksa komputernya.")


def _named(row: Row[Any]) -> str:
    return f"{row.office} ({row.device})"


def _some(found: Iterable[str]) -> str:
    names = sorted(set(found))
    more = f" dan {len(names) - _SHOWN} lagi" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more

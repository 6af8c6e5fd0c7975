"""The lives of a hub's database: a restore begins a new epoch, and where it began is kept, scope by scope.

An epoch is above 1 only after a restore, and is then the second in which that happened: the same backup restored twice
gives two epochs, so that no desk takes one for the other. What is durable is what a verified backup holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, func, select

from hub.service.identity import put_setting, setting
from hub.store.growing import devices, enrolments, scopes, snapshots
from hub.store.reference import settings
from sync.anchors import GENESIS
from sync.encoding import b64u, instant_text, read_instant
from sync.protocol import Position

_EPOCHS: Final = "epochs"
_DURABLE: Final = "durable:"
_VERIFIED: Final = "backup_verified"
_START: Final = Position(0, b64u(GENESIS))


@dataclass(frozen=True, slots=True)
class Restored:
    """A new epoch and the instant in which it began."""

    epoch: int
    at: str


def begin_epoch(connection: Connection, now: datetime) -> Restored:
    """Raise the epoch of a database that was just restored, and keep where every scope and device stood.

    Invitations that nobody used are gone: one of them may have been used after the backup was made.
    """
    epoch = max(int(setting(connection, "epoch")) + 1, int(now.timestamp()))
    found = Restored(epoch, instant_text(_after_everything(connection, now)))
    put_setting(connection, "epoch", str(epoch))
    put_setting(connection, _EPOCHS, json.dumps([*_epochs(connection), [epoch, found.at]]))
    put_setting(connection, "config_version", str(max(int(setting(connection, "config_version", "1")) + 1, epoch)))
    heads = connection.execute(select(scopes)).all()
    rows = [_row(_scope_name(epoch, row.scope), f"{row.seq} {b64u(bytes(row.anchor))}") for row in heads]
    for row in connection.execute(select(devices.c.device, devices.c.last_verdict, devices.c.last_access)):
        rows.append(_row(_device_name(epoch, row.device), str(row.last_verdict)))
        rows.append(_row(_access_name(epoch, row.device), str(row.last_access)))
    if rows:
        connection.execute(settings.insert(), rows)
    connection.execute(enrolments.delete().where(enrolments.c.used_at.is_(None)))
    connection.execute(snapshots.delete())  # their files are in no backup
    return found


def _after_everything(connection: Connection, now: datetime) -> datetime:
    """Later than whatever was heard of in the backup, should this machine's clock be behind."""
    latest = connection.execute(select(func.max(devices.c.last_seen))).scalar()
    return now if latest is None else max(now, read_instant(latest) + timedelta(milliseconds=1))


def _row(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "setting": value}


def _scope_name(epoch: int, scope: str) -> str:
    return f"branch:{epoch}:{scope}"


def _device_name(epoch: int, device: str) -> str:
    return f"verdicts:{epoch}:{device}"


def _access_name(epoch: int, device: str) -> str:
    return f"access:{epoch}:{device}"


def _epochs(connection: Connection) -> list[list[Any]]:
    found: list[list[Any]] = json.loads(setting(connection, _EPOCHS, "[]"))
    return found


def restored_at(connection: Connection) -> str | None:
    """When the present epoch began; None for a hub that was never restored."""
    known = _epochs(connection)
    return str(known[-1][1]) if known else None


def branch_points(connection: Connection, known: int, wanted: Iterable[str]) -> dict[str, Position]:
    """The last position in each scope that a desk of an earlier epoch has certainly in common with this hub."""
    later = [int(epoch) for epoch, _ in _epochs(connection) if epoch > known]
    return {scope: _branch_point(connection, later, scope) for scope in wanted}


def _branch_point(connection: Connection, epochs: list[int], scope: str) -> Position:
    said = [setting(connection, _scope_name(epoch, scope)) for epoch in epochs]
    points = [_position(each) for each in said]
    return min(points, key=lambda point: point.seq, default=_START)


def _position(said: str) -> Position:
    seq, _, anchor = said.partition(" ")
    return Position(int(seq), anchor) if said else _START


def verdicts_before(connection: Connection, known: int, device: str) -> int:
    """The last verdict of a device that both it and this hub know from an earlier epoch."""
    later = [int(epoch) for epoch, _ in _epochs(connection) if epoch > known]
    return min((int(setting(connection, _device_name(epoch, device), "0")) for epoch in later), default=0)


def access_before(connection: Connection, known: int, device: str) -> int:
    """The last entry of a device's access log that this hub has from before: what came since may be of another copy."""
    later = [int(epoch) for epoch, _ in _epochs(connection) if epoch > known]
    return min((int(setting(connection, _access_name(epoch, device), "0")) for epoch in later), default=0)


def note_durable(connection: Connection, heads: dict[str, int], made_at: str) -> None:
    """Keep what a verified backup holds: desks may one day let go of what it covers."""
    connection.execute(settings.delete().where(settings.c.name.startswith(_DURABLE)))
    if heads:
        connection.execute(settings.insert(), [_row(_DURABLE + scope, str(seq)) for scope, seq in heads.items()])
    put_setting(connection, _VERIFIED, made_at)


def durable_names(wanted: Iterable[str]) -> list[str]:
    """The settings that hold how far these scopes are in the last verified backup."""
    return [_DURABLE + scope for scope in wanted]


def durable_in(said: Mapping[str, str], wanted: Iterable[str]) -> dict[str, int]:
    """How far each scope is in the last verified backup, of settings that were read; 0 where it is in none."""
    return {scope: int(said.get(_DURABLE + scope, "0")) for scope in wanted}


def verified_backup(connection: Connection) -> datetime | None:
    """When the last backup was made that was proved by restoring it; None before the first."""
    found = setting(connection, _VERIFIED)
    return read_instant(found) if found else None

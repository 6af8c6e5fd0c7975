"""Lists for the administrator: desks and keys. And the end of a desk: revoked, with every key on it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from domain.actions import ActionKind
from hub.errors import NotKnown
from hub.service.ground import Ground
from hub.service.identity import bump_config
from hub.service.jobs import hasten
from hub.service.own_actions import now_of, say_without_request
from hub.service.recovering import awaited, skip_device
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import devices, officer_keys
from sync.encoding import b64u, instant_text
from sync.keys import key_id_of


def list_devices(ground: Ground) -> list[dict[str, Any]]:
    """Every desk with its office and when it was last heard."""
    with ground.store.reading() as connection:
        rows = connection.execute(select(devices).where(devices.c.shard.in_(_shards(ground, connection)))).all()
        missed = {row.device for row in awaited(connection, ground.identity, ground.catalogue(connection))}
    return [_device(row, missed=row.device in missed) for row in sorted(rows, key=lambda row: row.enrolled_at)]


def skip_awaited(ground: Ground, device: str) -> None:
    """Wait no longer for a desk that has not come back since the hub was restored.

    Raises:
        NotKnown: it is not awaited.
    """
    with ground.store.writing() as connection:
        now = now_of(ground)
        skip_device(connection, ground.identity, ground.catalogue(connection), device, now)
        hasten(connection, _shards(ground, connection), now)


def _device(row: Row[Any], *, missed: bool) -> dict[str, Any]:
    about = {"device": row.device, "office": row.office, "state": row.state, "enrolled_at": row.enrolled_at}
    return {**about, "last_seen": row.last_seen, "key": key_id_of(bytes(row.public)), "awaited": missed}


def list_keys(ground: Ground) -> list[dict[str, Any]]:
    """Every officer's key and what the hub says of it."""
    with ground.store.reading() as connection:
        rows = connection.execute(
            select(officer_keys).where(officer_keys.c.shard.in_(_shards(ground, connection)))
        ).all()
    fields = ("key", "officer", "office", "device", "state", "since", "revoked_at")
    return [{field: getattr(row, field) for field in fields} for row in sorted(rows, key=lambda row: row.since)]


def _shards(ground: Ground, connection: Any) -> tuple[str, ...]:
    return (*ground.catalogue(connection).shards, ground.identity.regency)


def revoke_device(ground: Ground, device: str) -> int:
    """End a desk that was lost or stolen; how many keys ended with it.

    Raises:
        NotKnown: no desk of that id.
    """
    with ground.store.writing() as connection:
        shard = device.partition("-")[0]
        mine = (devices.c.shard == shard, devices.c.device == device)
        if connection.execute(devices.update().where(*mine).values(state="revoked")).rowcount == 0:
            raise NotKnown(f"Komputer {device} tidak terdaftar. Tidak ada yang diubah. Lihat: hub devices list")
        where = (officer_keys.c.shard == shard, officer_keys.c.device == device, officer_keys.c.state != "revoked")
        rows = connection.execute(select(officer_keys).where(*where)).all()
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        ended = {"state": "revoked", "revoked_at": instant_text(sitting.now)}
        connection.execute(officer_keys.update().where(*where).values(**ended))
        for row in rows:
            _announce(sitting, row)
        write_sitting(sitting)
        bump_config(connection)
        hasten(connection, _shards(ground, connection), sitting.now)
        return len(rows)


def _announce(sitting: Sitting, row: Row[Any]) -> None:
    body = {"key": row.key, "public": b64u(bytes(row.public)), "officer": row.officer, "office": row.office}
    rest = {"device": row.device, "state": "revoked", "caused_by": sitting.ground.identity.hub_id}
    say_without_request(sitting, sitting.ground.identity.regency, ActionKind.KEY_CHANGED, {**body, **rest})

"""What the hub keeps of a desk that asks by parcels: its last question, so that it can be answered again later.

One setting for each such device; nothing of it is personal, and losing it costs one more trip with a new outbox.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Row, select

from hub.errors import NotKnown, Refused
from hub.service.exchange import Device, device_of
from hub.service.ground import Ground
from hub.service.identity import put_setting, setting
from hub.store.growing import devices
from sync.carrying import Question
from sync.errors import NotAllowed
from sync.prepared import prepared
from sync.protocol import ErrorBody


@prepared
class Kept(msgspec.Struct, kw_only=True, frozen=True):
    """The last question of a device.

    Attributes:
        outbox: id of the parcel that it came in.
        refused: what the hub said to all of it; None where it was taken.
        rest: what is left to be told after the last part of the answer; None before the first.
        part: number of that part.
    """

    outbox: str
    question: Question
    refused: ErrorBody | None = None
    rest: Question | None = None
    part: int = 0


def keep(ground: Ground, device: str, kept: Kept) -> None:
    """Remember it in place of the one before."""
    with ground.store.writing() as connection:
        put_setting(connection, _name(device), msgspec.json.encode(kept).decode())


def kept_of(ground: Ground, device: str) -> Kept:
    """The last question of a device.

    Raises:
        NotKnown: it never sent a parcel to this hub.
    """
    with ground.store.reading() as connection:
        found = setting(connection, _name(device))
    if not found:
        raise NotKnown(
            f"Hub belum pernah menerima kiriman flash disk dari komputer {device}. Tidak ada yang dibuat. "
            "Periksa nomornya dengan: hub devices list"
        )
    return msgspec.json.decode(found, type=Kept)


def _name(device: str) -> str:
    return f"parcel:{device}"


def asking_device(ground: Ground, device_id: str) -> tuple[Device, Row[tuple[object, ...]]]:
    """The active device of this id, with its row.

    Raises:
        Refused: unknown here, or revoked.
    """
    try:
        device = device_of(device_id)
    except NotAllowed:
        raise _unknown(device_id) from None
    with ground.store.reading() as connection:
        where = (devices.c.shard == device.shard, devices.c.device == device.device)
        row = connection.execute(select(devices).where(*where)).first()
    if row is None or row.state != "active":
        raise _unknown(device_id)
    return device, row


def _unknown(device_id: str) -> Refused:
    return Refused(
        403,
        "not_allowed",
        f"Komputer {device_id[:80]} tidak dikenal hub ini atau sudah dicabut, sehingga kirimannya tidak diterima. "
        "Data tetap tersimpan di komputer itu. Periksa dengan: hub devices list",
    )

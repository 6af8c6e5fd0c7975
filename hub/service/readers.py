"""Which computers may hold a request as it stood before the hub was restored: those of every office on its route."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select

from domain.actions import ActionKind
from domain.scopes import shard_of_office
from hub.service.bench import Sender
from hub.service.catalogue import Catalogue
from hub.service.docket import Key
from hub.store import rows
from hub.store.growing import devices, requests
from sync.record import read_action

_DEVICES: Final = select(devices.c.shard, devices.c.device, devices.c.office).where(
    devices.c.shard.in_(bindparam("shards", expanding=True)),
    devices.c.office.in_(bindparam("offices", expanding=True)),
    devices.c.state == "active",
)


def readers_before(
    connection: Connection, catalogue: Catalogue, key: Key, waiting: Iterable[Row[Any]]
) -> tuple[Sender, ...]:
    """The computers that may have read what waits on a request; `waiting`: the rows of its waiting actions."""
    begun = _begun(connection, key, waiting)
    if begun is None:
        return ()
    pack, filing_office = begun
    offices = sorted({step.office_for(filing_office) for step in catalogue.route(pack).steps})
    asked = {"offices": offices, "shards": sorted(set(map(shard_of_office, offices)))}
    return tuple(Sender(row.shard, row.device, row.office, "") for row in connection.execute(_DEVICES, asked))


def _begun(connection: Connection, key: Key, waiting: Iterable[Row[Any]]) -> tuple[str, str] | None:
    """Service pack and filing office: of the accepted submission, or of the one that waits itself; None without any."""
    row = rows.find(connection, requests, {"shard": key[0], "request": key[1]})
    if row is not None and row.pack is not None:
        return row.pack, row.filing_office
    submissions = (read_action(each.envelope) for each in waiting if each.kind == ActionKind.SUBMIT)
    return next(((each.pack or "", each.text("office")) for each in submissions), None)

"""Erased personal data goes here too (UU PDP 27/2022 ps 44): payloads, attachments, letters, what the register learned.

The actions stay, so the log stays whole. Keys of files stand in the rows and go with them; the nightly sweep gives the
room back. A backup of this desk that is older brings the erasing action again with its next exchange.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from desktop.store.tables import actions, at_hub, blobs, citizens, letters, payloads, wants
from domain.actions import Action


def erase(connection: Connection, action: Action) -> None:
    """Follow an `erased` of the hub."""
    named = action.body.get("actions")
    for erased in named if isinstance(named, list) else ():
        ids = select(actions.c.id).where((actions.c.id == erased) | (actions.c.hash == erased))
        connection.execute(delete(payloads).where(payloads.c.action.in_(ids)))
    if action.request is None:
        return
    for table in (blobs, letters, wants, at_hub):
        connection.execute(delete(table).where(table.c.shard == action.shard, table.c.request == action.request))
    connection.execute(delete(citizens).where(citizens.c.source == f"permohonan {action.request}"))

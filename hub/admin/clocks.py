"""Desks whose clock was wrong when they recorded something: shown to a person, never a reason to refuse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from domain.verdicts import Code
from hub.store.growing import actions
from sync.encoding import instant_text, read_instant
from sync.record import read_action

TOLERANCE = timedelta(minutes=5)
"""How far a desk's time may lie outside of the interval in which the act truly happened."""
LOOK_BACK = timedelta(days=30)


def doubtful(connection: Connection, shards: tuple[str, ...], now: datetime) -> Iterator[tuple[str, str]]:
    """(device, action) of what was accepted lately with a time before the last answer or after the receipt."""
    lately = (actions.c.shard.in_(shards), actions.c.received_at >= instant_text(now - LOOK_BACK))
    accepted = (actions.c.code == Code.OK.value, actions.c.device.is_not(None))
    columns = select(actions.c.device, actions.c.action, actions.c.envelope, actions.c.received_at)
    for row in connection.execute(columns.where(*lately, *accepted)):
        action = read_action(row.envelope)
        earliest = (action.hub_at or action.at) - TOLERANCE
        if not earliest <= action.at <= read_instant(row.received_at) + TOLERANCE:
            yield row.device, row.action

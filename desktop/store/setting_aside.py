"""Actions at which the hub fails: refused by this desk itself, so that those behind them go on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, select, update

from desktop.store import settings, states
from desktop.store.committing import project
from desktop.store.tables import actions
from domain.reasons import SET_ASIDE
from domain.verdicts import Code
from sync.encoding import instant_text, read_instant
from sync.record import Envelope
from sync.stumbling import stub_of

_LAST: Final = "set_aside_at"
_APART: Final = timedelta(days=1)
"""Two in a row within this are no accident of one action: the hub is broken, and nothing more is set aside."""


SENT: Final = (actions.c.device_seq, actions.c.hash, actions.c.reason, actions.c.action, actions.c.signature)
"""What `as_sent` reads of an action, beside its payload."""


def set_aside(connection: Connection, device_seq: int, now: datetime) -> bool:
    """As `sync.desk_log.DeskLog.set_aside`. The action stays, with what was typed, and is shown as refused."""
    incarnation = states.contact(connection).incarnation
    here = (actions.c.incarnation == incarnation, actions.c.device_seq == device_seq)
    if _was_the_one_before(connection, incarnation, device_seq, now):
        return False
    row = connection.execute(select(actions.c.request).where(*here, actions.c.code.is_(None))).first()
    if row is None:  # it has its verdict: what fails now is something else
        return False
    ended = {"code": Code.INVALID.value, "reason": SET_ASIDE, "waits_for": None}
    connection.execute(update(actions).where(*here).values(**ended))
    settings.put(connection, _LAST, instant_text(now))
    if row.request is not None:
        project(connection, row.request, instant_text(now))
    return True


def _was_the_one_before(connection: Connection, incarnation: str, device_seq: int, now: datetime) -> bool:
    before = (actions.c.incarnation == incarnation, actions.c.device_seq == device_seq - 1)
    reason = connection.execute(select(actions.c.reason).where(*before)).scalar()
    last = settings.get(connection, _LAST, str)
    return reason == SET_ASIDE and last is not None and now - read_instant(last) < _APART


def as_sent(row: Row[*tuple[Any, ...]]) -> Envelope:
    """What stands in its place of the queue: the action as it was signed, or the stub of one that was set aside."""
    if row.reason == SET_ASIDE:
        return stub_of(row.hash)
    return Envelope(row.action, row.signature, row.payload)

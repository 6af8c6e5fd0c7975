"""Verdicts as a device reads them: counted from 1 without a gap under the lock of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, bindparam, select, update

from domain.verdicts import Code, Verdict, WaitsFor
from hub.store import rows
from hub.store.growing import devices, verdicts
from sync.protocol import VerdictRow

if TYPE_CHECKING:
    from hub.service.bench import Ruling, Sender

MOST = 1000
"""Verdicts in one answer."""
_NEXT: Final = (
    update(devices)
    .where(*rows.by_key(devices, "shard", "device"))
    .values(last_verdict=devices.c.last_verdict + 1)
    .returning(devices.c.last_verdict)
)
_AFTER: Final = (
    select(verdicts)
    .where(*rows.by_key(verdicts, "shard", "device"), verdicts.c.verdict > bindparam("seen"))
    .order_by(verdicts.c.verdict)
    .limit(MOST)
)


def put_verdict(connection: Connection, sender: Sender, ruling: Ruling, place: tuple[str, int] | None) -> None:
    """Tell the sender what became of an action."""
    row = _Told(ruling.device_seq, ruling.action.hash, place, ruling.rev, ruling.verdict)
    _append(connection, sender, row.columns())


def put_unreadable(connection: Connection, sender: Sender, device_seq: int, found: tuple[str, Verdict]) -> None:
    """Tell the sender about bytes that are no action, or an id that another action has."""
    _append(connection, sender, _Told(device_seq, found[0], None, None, found[1]).columns())


def repeat_verdict(connection: Connection, sender: Sender, device_seq: int, stored: Row[Any]) -> None:
    """Tell the stored verdict of an action again, under the place in the queue where it came now."""
    place = (stored.scope, stored.seq) if stored.scope else None
    verdict = Verdict(Code(stored.code), stored.reason, WaitsFor(stored.waits_for) if stored.waits_for else None)
    _append(connection, sender, _Told(device_seq, stored.hash, place, stored.rev, verdict).columns())


class _Told:
    """One verdict as columns."""

    def __init__(
        self, device_seq: int, action_hash: str, place: tuple[str, int] | None, rev: int | None, verdict: Verdict
    ) -> None:
        self.device_seq = device_seq
        self.hash = action_hash
        self.place = place
        self.rev = rev
        self.verdict = verdict

    def columns(self) -> dict[str, Any]:
        return {
            "device_seq": self.device_seq,
            "hash": self.hash,
            "scope": self.place[0] if self.place else "",
            "seq": self.place[1] if self.place else None,
            "rev": self.rev,
            "code": self.verdict.code.value,
            "reason": self.verdict.reason,
            "waits_for": self.verdict.waits_for,
        }


def _append(connection: Connection, sender: Sender, columns: dict[str, Any]) -> None:
    own = {"shard": sender.shard, "device": sender.device}
    number = int(connection.execute(_NEXT, rows.keyed(**own)).scalar_one())
    rows.add(connection, verdicts, own | {"incarnation": sender.incarnation, "verdict": number} | columns)


def read_verdicts(connection: Connection, sender: Sender, seen: int) -> list[VerdictRow]:
    """The verdicts after `seen`, in order, at most `MOST`; the place in the queue is 0 under another incarnation."""
    mine = rows.keyed(shard=sender.shard, device=sender.device)
    return [_told(row, sender.incarnation) for row in connection.execute(_AFTER, {**mine, "seen": seen})]


def _told(row: Row[Any], incarnation: str) -> VerdictRow:
    return VerdictRow(
        no=row.verdict,
        device_seq=row.device_seq if row.incarnation == incarnation else 0,
        scope=row.scope,
        seq=row.seq,
        rev=row.rev,
        code=Code(row.code),
        waits_for=WaitsFor(row.waits_for) if row.waits_for else None,
        reason=row.reason,
        action=row.hash,
    )

"""Verdicts as a device reads them: counted from 1 without a gap under the lock of its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Connection, Row, bindparam, select, update

from domain.verdicts import Code, Verdict, WaitsFor
from hub.store import rows
from hub.store.growing import devices, verdicts
from hub.store.many import Sheaf
from sync.protocol import VerdictRow

if TYPE_CHECKING:
    from hub.service.bench import Ruling, Sender

MOST = 1000
"""Verdicts in one answer."""
_NEXT: Final = (
    update(devices)
    .where(*rows.by_key(devices, "shard", "device"))
    .values(last_verdict=devices.c.last_verdict + bindparam("count", type_=BigInteger))
    .returning(devices.c.last_verdict)
)
_AFTER: Final = (
    select(verdicts)
    .where(*rows.by_key(verdicts, "shard", "device"), verdicts.c.verdict > bindparam("seen"))
    .order_by(verdicts.c.verdict)
    .limit(MOST)
)


@dataclass(frozen=True, slots=True)
class Told:
    """One verdict for a sender, as columns."""

    sender: Sender
    columns: dict[str, Any]


def told(sender: Sender, ruling: Ruling, place: tuple[str, int] | None) -> Told:
    """What became of an action."""
    return Told(sender, _columns((ruling.device_seq, ruling.action.hash), ruling.verdict, place, ruling.rev))


def put_unreadable(connection: Connection, sender: Sender, device_seq: int, found: tuple[str, Verdict]) -> None:
    """Tell the sender about bytes that are no action, or an id that another action has."""
    put_verdicts(connection, [Told(sender, _columns((device_seq, found[0]), found[1], None, None))])


def repeat_verdict(connection: Connection, sender: Sender, device_seq: int, stored: Row[Any]) -> None:
    """Tell the stored verdict of an action again, under the place in the queue where it came now."""
    place = (stored.scope, stored.seq) if stored.scope else None
    verdict = Verdict(Code(stored.code), stored.reason, WaitsFor(stored.waits_for) if stored.waits_for else None)
    put_verdicts(connection, [Told(sender, _columns((device_seq, stored.hash), verdict, place, stored.rev))])


def _columns(what: tuple[int, str], verdict: Verdict, place: tuple[str, int] | None, rev: int | None) -> dict[str, Any]:
    return {
        "device_seq": what[0],
        "hash": what[1],
        "scope": place[0] if place else "",
        "seq": place[1] if place else None,
        "rev": rev,
        "code": verdict.code.value,
        "reason": verdict.reason,
        "waits_for": verdict.waits_for,
    }


def put_verdicts(connection: Connection, found: Iterable[Told]) -> None:
    """Tell the senders what became of their actions, in order."""
    sheaf = Sheaf()
    bind_verdicts(connection, sheaf, found)
    sheaf.write(connection)


def bind_verdicts(connection: Connection, sheaf: Sheaf, found: Iterable[Told]) -> list[dict[str, Any]]:
    """The same, to be written with the rest; they are counted at once. Their rows."""
    counted = list[dict[str, Any]]()
    of_device: dict[tuple[str, str], list[Told]] = {}
    for each in found:
        of_device.setdefault((each.sender.shard, each.sender.device), []).append(each)
    for (shard, device), news in of_device.items():
        own = {"shard": shard, "device": device}
        last = int(connection.execute(_NEXT, {**rows.keyed(**own), "count": len(news)}).scalar_one())
        first = last - len(news) + 1
        counted += (
            own | {"incarnation": each.sender.incarnation, "verdict": number} | each.columns
            for number, each in enumerate(news, first)
        )
    sheaf.add(verdicts, counted)
    return counted


def read_verdicts(
    connection: Connection, sender: Sender, seen: int, written: Sequence[Mapping[str, Any]]
) -> list[VerdictRow]:
    """The verdicts after `seen`, in order, at most `MOST`; the place in the queue is 0 under another incarnation.

    `written`: the last that were told, of whichever devices; a desk that knows all before these is told from them.
    """
    mine = (sender.shard, sender.device)
    news: list[Mapping[str, Any]] = [row for row in written if (row["shard"], row["device"]) == mine]
    if not news or news[0]["verdict"] != seen + 1 or len(news) > MOST:
        asked = {**rows.keyed(shard=sender.shard, device=sender.device), "seen": seen}
        news = [dict(row) for row in connection.execute(_AFTER, asked).mappings()]
    return [_told(row, sender.incarnation) for row in news]


def _told(row: Mapping[str, Any], incarnation: str) -> VerdictRow:
    return VerdictRow(
        no=row["verdict"],
        device_seq=row["device_seq"] if row["incarnation"] == incarnation else 0,
        scope=row["scope"],
        seq=row["seq"],
        rev=row["rev"],
        code=Code(row["code"]),
        waits_for=WaitsFor(row["waits_for"]) if row["waits_for"] else None,
        reason=row["reason"],
        action=row["hash"],
    )

"""What a page of the list shows beside the projection: each applicant's NIK, masked, in one query for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, or_, select

from desktop.store import catalogue
from desktop.store.projection import RequestRow
from desktop.store.tables import actions, payloads
from domain.actions import ActionKind
from domain.identity import mask_number
from domain.verdicts import Code
from sync.errors import Unreadable
from sync.record import read_content

_ANSWERS = (ActionKind.SUBMIT.value, ActionKind.CORRECT.value)
_COUNTING = (Code.OK.value, Code.PARKED.value)


def niks_of(connection: Connection, rows: Sequence[RequestRow]) -> Mapping[str, str]:
    """The masked NIK of each row's applicant by request; nothing for those without one, or whose data was erased.

    Read from the answers themselves: a number of a citizen stands nowhere else in the store.
    """
    packs = {row.id: row.pack for row in rows}
    counts = or_(actions.c.code.is_(None), actions.c.code.in_(_COUNTING), actions.c.kind == ActionKind.SUBMIT.value)
    joined = and_(payloads.c.shard == actions.c.shard, payloads.c.action == actions.c.id)
    query = select(actions.c.request, payloads.c.payload).join_from(actions, payloads, joined)
    query = query.where(actions.c.request.in_(list(packs)), actions.c.kind.in_(_ANSWERS), counts)
    found: dict[str, str] = {}
    for row in connection.execute(query.order_by(actions.c.request, actions.c.at)):
        nik = _nik(connection, packs[row.request], bytes(row.payload))
        if nik:
            found[row.request] = mask_number(nik)
    return found


def _nik(connection: Connection, ref: str, payload: bytes) -> str:
    try:
        answers = read_content(payload).get("answers")
    except Unreadable:
        return ""
    pack = catalogue.pack_of(connection, ref)
    if pack is None or not isinstance(answers, dict):
        return ""
    return str(catalogue.applicant_of(pack, answers).get("nik") or "")


def authors_of(connection: Connection) -> tuple[str, ...]:
    """Every officer who ever filed or decided something that this desk knows of."""
    found = connection.execute(select(actions.c.author).distinct().order_by(actions.c.author))
    return tuple(row.author for row in found)

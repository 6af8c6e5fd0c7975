"""What a page of the list shows beside the projection, in one query for the page: masked NIKs, letters' numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, or_, select

from desktop.store import catalogue
from desktop.store.projection import RequestRow
from desktop.store.tables import actions, payloads
from domain.actions import ActionKind
from domain.identity import mask_number
from domain.verdicts import Code
from domain.workflow import State
from sync.errors import Unreadable
from sync.record import read_content

_ANSWERS = (ActionKind.SUBMIT.value, ActionKind.CORRECT.value)
_COUNTING = (Code.OK.value, Code.PARKED.value)
_NUMBERED = (ActionKind.ISSUE.value, ActionKind.LETTER_FROZEN.value)
_WITH_LETTER = {each.value for each in (State.SIGNED, State.HANDED_OVER, State.REVOKED, State.REPLACED)}


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


def numbers_of(connection: Connection, rows: Sequence[RequestRow]) -> Mapping[str, str]:
    """The number printed on each row's letter by request; nothing before a letter is signed, or after its erasure."""
    finished = [row.id for row in rows if row.state in _WITH_LETTER]
    if not finished:
        return {}
    counts = or_(actions.c.code.is_(None), actions.c.code.in_(_COUNTING))
    joined = and_(payloads.c.shard == actions.c.shard, payloads.c.action == actions.c.id)
    query = select(actions.c.request, payloads.c.payload).join_from(actions, payloads, joined)
    query = query.where(actions.c.request.in_(finished), actions.c.kind.in_(_NUMBERED), counts)
    found: dict[str, str] = {}
    for row in connection.execute(query.order_by(actions.c.request, actions.c.at)):
        number = _number(bytes(row.payload))
        if number:
            found[row.request] = number
    return found


def _number(payload: bytes) -> str:
    try:
        return printed_number(read_content(payload))
    except Unreadable:
        return ""


def printed_number(content: Mapping[str, object]) -> str:
    """The number that the letter in an action's content bears; empty where there is none."""
    letter = content.get("letter")
    number = letter.get("number") if isinstance(letter, dict) else None
    return str(number.get("text", "")) if isinstance(number, dict) else ""


def authors_of(connection: Connection) -> tuple[str, ...]:
    """Every officer who ever filed or decided something that this desk knows of."""
    found = connection.execute(select(actions.c.author).distinct().order_by(actions.c.author))
    return tuple(row.author for row in found)

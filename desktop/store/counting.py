"""How much of what there is, without looking at whose: for the problem report and the first page."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from desktop.store.tables import actions, blobs, letters, requests
from domain.verdicts import Code


def blobs_by_state(connection: Connection) -> Mapping[str, int]:
    """Attachments: waiting, stored, absent, alarm."""
    found = connection.execute(select(blobs.c.state, func.count().label("n")).group_by(blobs.c.state))
    return {row.state: row.n for row in found}


def letters_held(connection: Connection) -> int:
    """How many letters are on this computer."""
    return int(connection.execute(select(func.count()).select_from(letters)).scalar_one())


def requests_held(connection: Connection) -> int:
    """How many requests this desk knows of."""
    return int(connection.execute(select(func.count()).select_from(requests)).scalar_one())


def waiting_by_kind(connection: Connection) -> Mapping[str, int]:
    """Own actions without an answer, by what they do."""
    query = select(actions.c.kind, func.count().label("n")).where(actions.c.own, actions.c.code.is_(None))
    return {row.kind: row.n for row in connection.execute(query.group_by(actions.c.kind))}


def refusals(connection: Connection) -> Mapping[tuple[str, str], int]:
    """Own actions that the hub refused, by verdict and reason."""
    no = actions.c.code.not_in((Code.OK.value, Code.PARKED.value))
    query = select(actions.c.code, actions.c.reason, func.count().label("n")).where(actions.c.own, no)
    found = connection.execute(query.group_by(actions.c.code, actions.c.reason))
    return {(row.code, row.reason): row.n for row in found}


def unanswered_ids(connection: Connection) -> Mapping[str, str | None]:
    """Own actions without an answer: id to the request, in the order they were made."""
    query = select(actions.c.id, actions.c.request).where(actions.c.own, actions.c.code.is_(None))
    return {row.id: row.request for row in connection.execute(query.order_by(actions.c.device_seq))}


def known_ids(connection: Connection, ids: list[str]) -> set[str]:
    """Which of these actions are here."""
    found: set[str] = set()
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        found |= {row.id for row in connection.execute(select(actions.c.id).where(actions.c.id.in_(part)))}
    return found


def newest_action(connection: Connection) -> str:
    """When the newest action here was made, as an ISO instant; empty for none."""
    return str(connection.execute(select(func.max(actions.c.at))).scalar() or "")

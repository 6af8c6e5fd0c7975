"""What waits for this officer's decision, and decisions that may still be undone for ten seconds.

A decision is a durable row before its ten seconds begin. It is said first and forgotten after: a kill in between says
it twice, and the second time is refused by the table, which harms nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed
from desktop.office.acting import VERBS, Decision, act
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import known, office_standing
from desktop.store import blobs, browsing, catalogue, drafts
from desktop.store.configuration import Configuration
from desktop.store.drafts import PendingDecision
from desktop.store.projection import RequestRow
from domain.actions import ActionKind
from domain.judging import Standing
from domain.posts import Held, authority
from domain.sla import Remaining, Stretch, due_at, remaining
from sync.encoding import instant_text, read_instant

UNDO: Final = timedelta(seconds=10)
_REASONED: Final = frozenset({ActionKind.RETURN, ActionKind.REJECT, ActionKind.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request that waits for this officer. `left` says in words how much of the service promise there is."""

    id: str
    title: str
    subject: str
    place: str
    step: str
    left: str
    late: bool


def see_queue(desk: Desk) -> tuple[Waiting, ...]:
    """What this officer may decide, the longest waiting first; decisions inside their ten seconds are left out."""
    now = desk.outside.now()
    with desk.database.reading() as connection:
        office, config = desk.office(connection), desk.configuration(connection)
        standing = office_standing(desk, connection, now)
        held = {each.request for each in drafts.all_pending(connection)}
        rows = [row for row in browsing.at_office(connection, office.id) if row.id not in held]
        mine = [row for row in rows if _is_mine(connection, row, desk.officer, standing)]
        calendar = config.calendar_of(office)
        found = []
        for row in mine:
            pack = catalogue.pack_of(connection, row.pack)
            minutes = pack.file.sla_minutes if pack else 0
            due = due_at(calendar, minutes, (Stretch(read_instant(row.submitted_at)),)) if minutes else None
            left = remaining(calendar, due, now) if due else None
            found.append(_waiting(connection, row, config, left))
    return tuple(found)


def _is_mine(connection: Connection, row: RequestRow, officer: str, standing: Standing) -> bool:
    route = catalogue.route_of_ref(connection, row.pack)
    place = route.index(row.step) if route else None
    if route is None or not place:
        return False
    requirement = route.steps[place].requirement()
    found = authority(standing.assignments, officer, standing.office, requirement, standing.interval)
    return isinstance(found, Held)


def _waiting(connection: Connection, row: RequestRow, config: Configuration, left: Remaining | None) -> Waiting:
    pack = catalogue.pack_of(connection, row.pack)
    route = catalogue.route_of_ref(connection, row.pack)
    place = route.index(row.step) if route else None
    office = config.office_by_id.get(row.filing_office)
    return Waiting(
        id=row.id,
        title=pack.file.title if pack else row.service,
        subject=row.subject,
        place=office.full_name if office else row.filing_office,
        step=route.steps[place].label if route and place else row.step,
        left=left.words if left else "",
        late=left.late if left else False,
    )


def hold(desk: Desk, request: str, decision: Decision) -> Changed:
    """Decide, with ten seconds to undo it. Durable when this returns.

    Raises:
        BadInput: a reason is missing.
        NotAllowed: it is not open now; nothing was kept.
    """
    kind = VERBS[decision.verb]
    if kind in _REASONED and not decision.reason.strip():
        raise BadInput("alasan_kosong", "Tulis alasannya supaya pemohon tahu apa yang harus diperbaiki.")
    now = desk.outside.now()
    with desk.database.writing() as connection:
        if known(connection, request).request.row(kind) is None:
            raise NotAllowed("not_open", "Langkah ini sudah tidak terbuka: permohonan sudah berpindah.")
        body = {"reason": decision.reason, "to": decision.to, "medium": decision.medium}
        due = instant_text(now + UNDO)
        pending = PendingDecision(desk.outside.new_id(), request, desk.officer, decision.verb, body, due)
        drafts.keep_pending(connection, pending)
    return Changed(requests=(request,), told={"pending": pending.id})


def undo(desk: Desk, pending: str) -> Changed:
    """Take a decision back; nothing was said yet."""
    with desk.database.writing() as connection:
        there = drafts.drop_pending(connection, pending)
    return Changed(everything=True, sentence="Keputusan diurungkan." if there else "Keputusan sudah dikirim.")


def settle(desk: Desk, pending: str) -> Changed:
    """Say a decision whose ten seconds are over; another officer's waits for that officer.

    Raises:
        NotAllowed: the request moved meanwhile; the decision is forgotten, and the sentence says why.
    """
    with desk.database.reading() as connection:
        found = next((each for each in drafts.all_pending(connection) if each.id == pending), None)
    if found is None or found.officer != desk.officer:
        return Changed()
    body: Mapping[str, str] = {key: str(value) for key, value in found.body.items()}
    decision = Decision(found.kind, body.get("reason", ""), body.get("to", ""), body.get("medium", "electronic"))
    try:
        changed = act(desk, found.request, decision)
    finally:
        with desk.database.writing() as connection:
            drafts.drop_pending(connection, pending)
    return changed


def left_over(desk: Desk) -> tuple[str, ...]:
    """Decisions of this officer that a kill cut short: they are asked about, not said by themselves."""
    with desk.database.reading() as connection:
        mine: Iterable[PendingDecision] = drafts.all_pending(connection)
        return tuple(each.id for each in mine if each.officer == desk.officer)


def letter_bytes(desk: Desk, request: str) -> bytes | None:
    """The newest letter of a request that is on this desk, exactly as it will be or was signed; None for none."""
    with desk.database.reading() as connection:
        rows = blobs.letters_of(connection, request)
    return desk.files.read_all(rows[-1].kept) if rows else None

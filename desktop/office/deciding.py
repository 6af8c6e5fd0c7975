"""What waits for this officer's decision, and decisions that may still be undone for ten seconds.

A decision is a durable row before its ten seconds begin. It is said first and forgotten after: a kill in between says
it twice, and the second time is refused by the table, which harms nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed
from desktop.heard import retold
from desktop.office.acting import VERBS, Decision, act
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.promises import due_of
from desktop.office.recording import known, office_standing
from desktop.office.timekeeping import effective_now
from desktop.phrases import phrase
from desktop.store import blobs, browsing, catalogue, drafts
from desktop.store.blobs import LetterRow
from desktop.store.configuration import Configuration
from desktop.store.drafts import PendingDecision
from desktop.store.projection import RequestRow
from domain.actions import WITH_REASON, ActionKind
from domain.judging import Standing
from domain.posts import Held, authority
from domain.routes import StepAct
from domain.sla import Remaining, remaining
from domain.workdays import WorkCalendar
from domain.workflow import OPEN, State, row_for
from sync.encoding import instant_text

UNDO: Final = timedelta(seconds=10)
_BESIDE: Final = frozenset({ActionKind.APPROVE, ActionKind.PREPARE, ActionKind.LETTER_FROZEN, ActionKind.LETTER_THAWED})
"""What leaves the content of a request as it was."""

_QUICK: Final = (ActionKind.SIGN, ActionKind.ISSUE, ActionKind.VERIFY, ActionKind.PARAF, ActionKind.APPROVE)
"""What takes a request on, the first that the table allows."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request that waits for this officer.

    Attributes:
        left: in words how much of the service promise there is.
        minutes: the same in office minutes, negative when overdue; None without a promise.
        quick: the act that takes it on, ``sign`` or ``verify``; empty while that is not open yet.
        note: why it is not open yet.
    """

    id: str
    title: str
    subject: str
    place: str
    step: str
    left: str
    late: bool
    minutes: int | None = None
    quick: str = ""
    note: str = ""


def see_queue(desk: Desk) -> tuple[Waiting, ...]:
    """What this officer may decide, the most overdue first; decisions inside their ten seconds are left out."""
    with desk.database.reading() as connection:
        now = effective_now(desk, connection)
        office, config = desk.office(connection), desk.configuration(connection)
        standing = office_standing(desk, connection, now)
        held = {each.request for each in drafts.all_pending(connection)}
        rows = [row for row in browsing.at_office(connection, office.id) if row.id not in held]
        mine = [row for row in rows if _is_mine(connection, row, desk.officer, standing)]
        calendar = config.calendar_of(office)
        found = [_waiting(desk, connection, row, config, left_of(connection, calendar, row, now)) for row in mine]
    return tuple(sorted(found, key=lambda each: (each.minutes is None, each.minutes or 0)))


def left_of(connection: Connection, calendar: WorkCalendar, row: RequestRow, now: datetime) -> Remaining | None:
    """How much of the service promise is left; None where none is running."""
    due = due_of(connection, calendar, row.id)
    return remaining(calendar, due, now) if due else None


def _is_mine(connection: Connection, row: RequestRow, officer: str, standing: Standing) -> bool:
    route = catalogue.route_of_ref(connection, row.pack)
    place = route.index(row.step) if route else None
    if route is None or not place:
        return False
    requirement = route.steps[place].requirement()
    found = authority(standing.assignments, officer, standing.office, requirement, standing.interval)
    return isinstance(found, Held)


def _waiting(
    desk: Desk, connection: Connection, row: RequestRow, config: Configuration, left: Remaining | None
) -> Waiting:
    pack = catalogue.pack_of(connection, row.pack)
    route = catalogue.route_of_ref(connection, row.pack)
    place = route.index(row.step) if route else None
    office = config.office_by_id.get(row.filing_office)
    quick, note = quick_of(desk, connection, row)
    return Waiting(
        id=row.id,
        title=pack.file.title if pack else row.service,
        subject=row.subject,
        place=office.full_name if office else row.filing_office,
        step=route.steps[place].label if route and place else row.step,
        left=retold(left.words) if left else "",
        late=left.late if left else False,
        minutes=left.minutes if left else None,
        quick=quick.value if quick else "",
        note=note,
    )


def quick_of(desk: Desk, connection: Connection, row: RequestRow) -> tuple[ActionKind | None, str]:
    """The act that takes a request on, and why there is none yet.

    A letter whose bytes are not here cannot be signed, but its content can be approved: on a plane, say. The approval
    is a fact beside the state and travels with the next exchange.
    """
    route = catalogue.route_of_ref(connection, row.pack)
    place = route.index(row.step) if route else None
    if route is None or place is None:
        return None, ""
    step, state = route.steps[place].act, State(row.state)
    if state not in OPEN:
        return None, ""
    found = next((kind for kind in _QUICK if row_for(kind, state, step) is not None), None)
    if step is not StepAct.SIGN or (found is ActionKind.SIGN and letter_to_sign(connection, row.id) is not None):
        return found, ""
    note = (
        phrase("Menunggu surat disiapkan hub")
        if state is not State.TO_SIGN
        else phrase("Berkas surat belum diterima komputer ini")
    )
    if state is State.TO_SIGN_ON_PAPER:
        return None, phrase("Menunggu tanda tangan basah")
    if _approved_by(connection, row.id, desk.officer):
        return None, phrase("Sudah Anda setujui. {note}", note=note)
    return (ActionKind.APPROVE if row_for(ActionKind.APPROVE, state, step) else None), note


def _approved_by(connection: Connection, request: str, officer: str) -> bool:
    """Whether the officer has approved what stands now: nothing but facts came after it."""
    for item in reversed(known(connection, request).log):
        kind = item.action.kind
        if kind is ActionKind.APPROVE and item.action.author == officer and not item.refused:
            return True
        if kind not in _BESIDE and not item.refused:
            return False
    return False


def letter_to_sign(connection: Connection, request: str) -> LetterRow | None:
    """The bytes that the hub prepared and that wait for a signature, when they are on this desk; None when not."""
    frozen = known(connection, request).request.frozen
    if frozen is None:
        return None
    rows = blobs.letters_of(connection, request)
    return next((row for row in rows if row.named == frozen.prepared and row.revision == "prepared"), None)


def hold(desk: Desk, request: str, decision: Decision) -> Changed:
    """Decide, with ten seconds to undo it. Durable when this returns.

    Raises:
        BadInput: a reason is missing.
        NotAllowed: it is not open now; nothing was kept.
    """
    kind = VERBS[decision.verb]
    if kind in WITH_REASON and not decision.reason.strip():
        raise BadInput("alasan_kosong", phrase("Tulis alasannya supaya pemohon tahu apa yang harus diperbaiki."))
    with desk.database.writing() as connection:
        if known(connection, request).request.row(kind) is None:
            raise NotAllowed(
                "not_open",
                phrase("Langkah ini sudah tidak terbuka: permohonan sudah berpindah. Data aman. Lihat jejaknya."),
            )
        body = {"reason": decision.reason, "to": decision.to, "medium": decision.medium}
        due = instant_text(effective_now(desk, connection) + UNDO)
        pending = PendingDecision(desk.outside.new_id(), request, desk.officer, decision.verb, body, due)
        drafts.keep_pending(connection, pending)
    return Changed(requests=(request,), told={"pending": pending.id})


def undo(desk: Desk, pending: str) -> Changed:
    """Take a decision back; nothing was said yet."""
    with desk.database.writing() as connection:
        there = drafts.drop_pending(connection, pending)
    return Changed(
        everything=True, sentence=phrase("Keputusan diurungkan.") if there else phrase("Keputusan sudah dikirim.")
    )


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

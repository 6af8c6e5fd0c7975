"""Looking at requests: lists from the projection, one request whole from its log. A full look is written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from desktop.errors import BadInput
from desktop.heard import why
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.promises import due_of
from desktop.office.recording import Known, known, office_standing
from desktop.office.timekeeping import effective_now, read_clock
from desktop.phrases import noted, phrase
from desktop.store import access_log, blobs, projection
from desktop.store.access_log import Read
from desktop.store.actions import Stored
from desktop.store.configuration import Configuration
from desktop.store.projection import RequestRow, content_of, latest_answers
from domain.actions import Json
from domain.judging import open_kinds
from domain.workdays import WorkCalendar
from domain.workflow import State
from sync.encoding import instant_text

STATES = {
    State.DRAFT: noted("draf"),
    State.AT_STEP: noted("diproses"),
    State.RETURNED: noted("dikembalikan"),
    State.TO_SIGN: noted("menunggu tanda tangan"),
    State.OUTCOME_UNCERTAIN: noted("hasil belum pasti"),
    State.TO_SIGN_ON_PAPER: noted("menunggu tanda tangan basah"),
    State.SIGNED: noted("ditandatangani"),
    State.REJECTED: noted("ditolak"),
    State.WITHDRAWN: noted("ditarik"),
    State.HANDED_OVER: noted("diserahkan"),
    State.REVOKED: noted("dicabut"),
    State.REPLACED: noted("diganti"),
    State.ERASED: noted("dimusnahkan"),
}


def list_requests(desk: Desk, state: str | None = None) -> Changed:
    """The requests of this desk, what changed last first.

    Raises:
        BadInput: no such state.
    """
    if state is not None and state not in set(State):
        raise BadInput(
            "keadaan_tidak_dikenal",
            phrase("Keadaan “{state}” tidak dikenal. Pilih: {list}.", state=state[:30], list=", ".join(State)),
        )
    with desk.database.reading() as connection:
        rows = projection.rows(connection, state)
        calendar = _calendar(desk, connection)
        told: list[Json] = [_row(connection, row, calendar) for row in rows]
    lines = [f"{row.id}  {row.service}  {phrase(STATES[State(row.state)])}  {row.subject}" for row in rows]
    return Changed(told={"requests": told}, sentence="\n".join(lines) or phrase("Belum ada permohonan."))


def _calendar(desk: Desk, connection: Connection) -> WorkCalendar:
    return desk.configuration(connection).calendar_of(desk.office(connection))


def _row(connection: Connection, row: RequestRow, calendar: WorkCalendar) -> Json:
    due = due_of(connection, calendar, row.id)
    waiting = [each.blob.sha256 for each in blobs.of_request(connection, row.id) if each.state == blobs.WAITING]
    return {
        "id": row.id,
        "service": row.service,
        "state": row.state,
        "hub_state": row.hub_state,
        "step": row.step,
        "office": row.office,
        "filing_office": row.filing_office,
        "subject": row.subject,
        "sent": row.unanswered == 0,
        "unanswered": row.unanswered,
        "refused": row.refused,
        "documents_waiting": len(waiting),
        "submitted_at": row.submitted_at,
        "changed_at": row.changed_at,
        "due_at": None if due is None else instant_text(due),
    }


def show_request(desk: Desk, request: str) -> Changed:
    """One request whole, with the personal data in it; the look goes to the access log (UU PDP 27/2022 ps 31).

    Raises:
        NotFound: this desk does not have it.
    """
    with desk.database.writing() as connection:
        found = known(connection, request)
        now = read_clock(desk, connection).instant
        access_log.note(connection, Read(instant_text(now), desk.officer, "shown", request))
        config = desk.configuration(connection)
        standing = office_standing(desk, connection, effective_now(desk, connection))
        row = projection.row(connection, request)
        told: dict[str, Json] = dict(_row(connection, row, _calendar(desk, connection))) if row else {}  # type: ignore[arg-type] # an object
        told |= {
            "pack": found.request.pack,
            "answers": _plain(latest_answers(found.log)),
            "may": [kind.value for kind in open_kinds(found.request, standing, desk.officer)],
            "trail": [_line(item, config) for item in found.log],
            "documents": _documents(connection, found),
            "letters": letters_told(connection, found),
            "refusals": refusals(found.log),
            "successor": found.request.successor,
        }
    return Changed(told=told, sentence="\n".join(_spoken(found, config)))


def _spoken(found: Known, config: Configuration) -> Iterator[str]:
    """Where the request stands, the officers' reasons, and what the hub refused and why, as a person reads it."""
    request = found.request
    yield phrase(
        "{id}: {service}, {states}, langkah {label}",
        id=request.id,
        service=request.service,
        states=phrase(STATES[request.state]),
        label=request.at.label,
    )
    for item in found.log:
        note = (content_of(item) or {}).get("note")
        if isinstance(note, str) and note:
            yield f"  {config.name_of(item.action.author)}: {note}"
        if item.refused:
            yield phrase("  Ditolak hub ({value}): {sentence}", value=item.action.kind.value, sentence=why(item.reason))


def _plain(value: Any) -> Json:
    found: Json = value
    return found


def _line(item: Stored, config: Configuration) -> Json:
    content = content_of(item) or {}
    note = content.get("note")
    return {
        "action": item.action.id,
        "kind": item.action.kind.value,
        "author": item.action.author,
        "author_name": config.name_of(item.action.author),
        "at": instant_text(item.action.at),
        "step": item.action.step,
        "rev": item.rev,
        "code": None if item.code is None else item.code.value,
        "reason": item.reason,
        "note": note if isinstance(note, str) else "",
        "own": item.own,
    }


def refusals(log: Sequence[Stored]) -> list[Json]:
    """What the hub refused of this desk's own, with its sentence and both versions: what was said, and what stands."""
    last = next((item for item in reversed(log) if item.rev is not None), None)
    return [
        {
            "action": item.action.id,
            "kind": item.action.kind.value,
            "code": None if item.code is None else item.code.value,
            "reason": item.reason,
            "sentence": why(item.reason),
            "mine": {"kind": item.action.kind.value, "content": _plain(content_of(item))},
            "theirs": None
            if last is None
            else {"kind": last.action.kind.value, "author": last.action.author, "at": instant_text(last.action.at)},
        }
        for item in log
        if item.refused
    ]


def _documents(connection: Connection, found: Known) -> list[Json]:
    """Every document that an action names; one scan may serve two kinds and is kept once."""
    rows = {row.blob.sha256: row for row in blobs.of_request(connection, found.request.id)}
    return [
        {
            "kind": blob.document,
            "name": rows[blob.sha256].name,
            "sha256": blob.sha256,
            "size": blob.size,
            "media_type": blob.media_type,
            "state": rows[blob.sha256].state,
            "here": rows[blob.sha256].kept is not None or blobs.holding(connection, blob.sha256) is not None,
        }
        for blob in found.request.documents
        if blob.sha256 in rows
    ]


def letters_told(connection: Connection, found: Known) -> list[Json]:
    """The letters of a request: what waits to be signed, what is signed, and whether the bytes are here."""
    here = {(row.letter, row.named): row for row in blobs.letters_of(connection, found.request.id)}
    told: list[Json] = []
    frozen = found.request.frozen
    if frozen is not None:
        told.append(
            {
                "letter": frozen.letter,
                "revision": "prepared",
                "sha256": frozen.prepared,
                "signer": frozen.signer,
                "medium": frozen.medium,
                "here": (frozen.letter, frozen.prepared) in here,
            }
        )
    for signature in found.request.signatures:
        row = here.get((signature.letter, signature.sha256))
        scan = row is None and blobs.holding(connection, signature.sha256) is not None
        told.append(
            {
                "letter": signature.letter,
                "revision": row.revision if row else "scan" if scan else "signed",
                "sha256": signature.sha256,
                "signer": signature.author,
                "here": row is not None or scan,
                "verified": row is not None and row.verified,
                "counts": found.request.state not in {State.REVOKED, State.REPLACED},
            }
        )
    return told

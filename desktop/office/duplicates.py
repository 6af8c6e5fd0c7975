"""A request that may be a second one: the old and the new side by side. Shown and asked about, never forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import NotFound
from desktop.office.desk import Desk
from desktop.office.drafting import Filling
from desktop.office.looking import STATES
from desktop.office.opening import answer_lines, words_of
from desktop.office.recording import Known, known
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import access_log, browsing
from desktop.store.access_log import Read
from desktop.store.browsing import Stage
from domain.identity import clean_digits
from forms.evaluation import Form
from forms.schema import Group, Note, Person


@dataclass(frozen=True, slots=True)
class Beside:
    """One answer, as the old request and as the new one has it, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Same:
    """An open request of the same person for the same service.

    Attributes:
        lines: answers that differ; empty when all are alike.
    """

    request: str
    subject: str
    submitted_at: str
    state_words: str
    stage: Stage
    lines: tuple[Beside, ...]


def same_open(desk: Desk, filling: Filling, form: Form) -> tuple[Same, ...]:
    """Open requests of the applicant for this service; a look at their answers goes to the access log."""
    person = filling.answers.get(filling.pack.file.applicant)
    nik = clean_digits(str(person.get("nik") or "")) if isinstance(person, dict) else ""
    if not nik or filling.request:
        return ()
    with desk.database.reading() as connection:
        rows = browsing.open_of_person(connection, filling.pack.id, nik)
        office = desk.enrolled(connection).office
        found = tuple(
            Same(
                row.id,
                row.subject,
                row.submitted_at,
                _state(connection, row.id),
                browsing.stage_of(connection, office, row.id) or Stage.SENT,
                _beside(connection, row.id, form),
            )
            for row in rows
        )
    _note(desk, found)
    return found


def _note(desk: Desk, found: tuple[Same, ...]) -> None:
    if found:
        with desk.database.writing() as connection:
            for each in found:
                access_log.note(connection, Read(now_text(desk, connection), desk.officer, "shown", each.request))


def _state(connection: Connection, request: str) -> str:
    found = _known(connection, request)
    return phrase(STATES[found.request.state]) if found else ""


def _beside(connection: Connection, request: str, form: Form) -> tuple[Beside, ...]:
    found = _known(connection, request)
    if found is None:
        return ()
    old = {(part, label): value for part, label, value in answer_lines(found)}
    return tuple(
        Beside(label, was, now) for part, label, now in _new_lines(form) if (was := old.get((part, label), "")) != now
    )


def _new_lines(form: Form) -> Iterator[tuple[str, str, str]]:
    """Part, question and answer in words, in the order of the form, as `answer_lines` has them."""
    for shown in form.shown:
        field = form.pack.fields[shown.reference].field
        if field.repeat is not None or isinstance(shown.question, (Group, Note, Person)) or not field.keys:
            continue
        around = form.pack.fields[field.parent].field.question if field.parent else None
        part = around.label if around is not None else form.pack.file.title
        choices = form.pack.fields[shown.reference].choices
        yield part, shown.question.label, "" if shown.answer in (None, "", []) else words_of(shown.answer, choices)


def _known(connection: Connection, request: str) -> Known | None:
    try:
        return known(connection, request)
    except NotFound:
        return None

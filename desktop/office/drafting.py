"""Filling in a form: begun, kept at every pause, judged as it is typed, and at last said.

What was typed is kept as it was typed, right or wrong; only `submit` makes answers of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from desktop.errors import NotFound
from desktop.office import services
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.holding import Held, let_go, read_held, write_held
from desktop.office.recording import known, moment
from desktop.office.sheets import Sheet, sheets_of
from desktop.office.submitting import Drafted, correct_request, submit_request
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import citizens, drafts
from desktop.store.drafts import FILES, FormDraft
from desktop.store.projection import latest_answers
from domain.actions import Json
from forms.evaluation import Form, evaluate
from forms.pack import Pack
from forms.schema import Calculate, Person

_REQUEST: Final = "#permohonan"
"""Where a draft keeps which returned request it corrects; no question can have this name."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A form on its way.

    Attributes:
        request: the returned request that is corrected; empty for a new one.
        scans: chosen documents by their kind.
        restored: whether it was found as a draft.
        attached: kinds of documents that the corrected request has already.
    """

    draft: str
    pack: Pack = field(repr=False)
    sheets: tuple[Sheet, ...]
    answers: Mapping[str, Json]
    scans: Mapping[str, Held]
    request: str = ""
    restored: bool = False
    attached: frozenset[str] = frozenset()


def begin(desk: Desk, service: str, citizen: int = 0) -> Filling:
    """A new form, with the applicant filled in when a citizen of the register was chosen.

    Raises:
        NotFound: this office does not offer the service.
    """
    with desk.database.reading() as connection:
        pack = services.service(desk, connection, service)
        person = citizens.by_id(connection, citizen) if citizen else None
    answers: dict[str, Json] = {}
    if person is not None:
        answers[pack.file.applicant] = _for(pack, pack.file.applicant, person.person)
    return Filling(desk.outside.new_id(), pack, sheets_of(pack), answers, {})


def reopen(desk: Desk, draft: str) -> Filling:
    """A draft as it was left.

    Raises:
        NotFound: it is gone: submitted or thrown away.
    """
    with desk.database.reading() as connection:
        found = next((each for each in drafts.all_drafts(connection) if each.id == draft), None)
    if found is None:
        raise NotFound(
            "draf_tidak_ada",
            phrase("Draf ini sudah diajukan atau dibuang. Tidak ada yang berubah. Lihat daftar permohonan."),
        )
    return _restored(desk, found)


def _restored(desk: Desk, found: FormDraft) -> Filling:
    answers = dict(found.answers)
    scans, request = read_held(answers.pop(FILES, {})), str(answers.pop(_REQUEST, ""))
    with desk.database.reading() as connection:
        if request:
            standing = known(connection, request)
            pack, attached = standing.pack, frozenset(blob.document for blob in standing.request.documents)
        else:
            pack, attached = services.service(desk, connection, found.service), frozenset()
    return Filling(found.id, pack, sheets_of(pack), answers, scans, request, restored=True, attached=attached)


def correct(desk: Desk, request: str) -> Filling:
    """A returned request, to be answered anew; as far as it was answered already.

    Raises:
        NotFound: this desk does not have it.
    """
    with desk.database.reading() as connection:
        found = known(connection, request)
        begun = next((each for each in drafts.all_drafts(connection) if each.answers.get(_REQUEST) == request), None)
    if begun is not None:
        return _restored(desk, begun)
    answers = json.loads(json.dumps(latest_answers(found.log)))
    calculated = {
        name
        for name, compiled in found.pack.fields.items()
        if isinstance(compiled.field.question, Calculate) and compiled.field.repeat is None
    }
    kept = {name: value for name, value in answers.items() if name not in calculated}
    return Filling(
        desk.outside.new_id(),
        found.pack,
        sheets_of(found.pack),
        _without_calculated(found.pack, kept),
        {},
        request,
        attached=frozenset(blob.document for blob in found.request.documents),
    )


def _without_calculated(pack: Pack, answers: dict[str, Any]) -> dict[str, Json]:
    """Rows of repeats without what the program worked out in them."""
    worked_out = {
        (compiled.field.repeat, compiled.field.keys[-1])
        for compiled in pack.fields.values()
        if isinstance(compiled.field.question, Calculate) and compiled.field.repeat is not None
    }
    found: dict[str, Json] = {}
    for name, value in answers.items():
        rows = isinstance(value, list) and all(isinstance(row, dict) for row in value)
        found[name] = (
            [{key: each for key, each in row.items() if (name, key) not in worked_out} for row in value]
            if rows
            else value
        )
    return found


def judge(desk: Desk, pack: Pack, answers: Mapping[str, Json]) -> Form:
    """The form as it stands with these answers."""
    at = moment(desk)
    with desk.database.reading() as connection:
        return evaluate(pack, answers, services.circumstances(desk, connection, at))


def keep(desk: Desk, filling: Filling) -> Changed:
    """Save the draft, of a correction too: nothing typed is lost when the power goes."""
    answers: dict[str, Any] = {**filling.answers, FILES: write_held(filling.scans)}
    if filling.request:
        answers[_REQUEST] = filling.request
    with desk.database.writing() as connection:
        at = now_text(desk, connection)
        drafts.keep_draft(connection, FormDraft(filling.draft, filling.pack.id, desk.officer, answers, at))
    return Changed()


def discard(desk: Desk, filling: Filling) -> Changed:
    """Throw a draft away, with the sealed copies of its documents; their sources stay where they are."""
    with desk.database.writing() as connection:
        drafts.drop_draft(connection, filling.draft)
    for held in filling.scans.values():
        let_go(desk, held)
    return Changed(everything=True, sentence=phrase("Draf dibuang."))


def submit(desk: Desk, filling: Filling, reason: str = "") -> Changed:
    """Say it: a new request, or the correction of a returned one.

    Args:
        desk: with the acting officer.
        filling: the whole form.
        reason: why a second request of the same person is right; goes with the request as a note.

    Raises:
        BadInput, NotFound, NotAllowed, StoreFull: as `submit_request`.
    """
    scans = tuple(filling.scans.items())
    if filling.request:
        return correct_request(desk, filling.request, filling.answers, scans, filling.draft)
    return submit_request(desk, filling.pack.id, filling.answers, scans, Drafted(filling.draft, reason))


def with_person(
    filling: Filling, reference: str, person: Mapping[str, str], before: Mapping[str, str] | None = None
) -> Filling:
    """The form with a person of the register in it; what the form does not ask is left out.

    What was typed stays where the register knows nothing, but what an earlier choice (`before`) brought goes.
    """
    key = filling.pack.fields[reference].field.keys[-1]
    filled = over(filling.answers.get(key), before or {}, _for(filling.pack, reference, person))
    return replace(filling, answers={**filling.answers, key: filled})


def over(typed: Json, before: Mapping[str, str], found: Mapping[str, Json]) -> dict[str, Json]:
    """What was typed, with a person of the register over it and the one chosen before taken out."""
    held = typed if isinstance(typed, dict) else {}
    return {**{name: value for name, value in held.items() if before.get(name) != value}, **found}


def fields_for(pack: Pack, repeat: str, person: Mapping[str, str]) -> dict[str, Json]:
    """What the register knows for one row of a repeat: its questions that are named as a person's fields are."""
    asked = [name for name, each in pack.fields.items() if each.field.repeat == repeat]
    keys = [pack.fields[name].field.keys for name in asked]
    return {each[-1]: person[each[-1]] for each in keys if len(each) == 1 and person.get(each[-1])}


def _for(pack: Pack, reference: str, person: Mapping[str, str]) -> dict[str, Json]:
    question = pack.fields[reference].field.question
    asked = (*question.fields, *question.optional) if isinstance(question, Person) else ()
    return {name: person[name] for name in asked if person.get(name)}

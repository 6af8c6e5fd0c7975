"""Filling in a form: begun, kept at every pause, judged as it is typed, and at last said.

What was typed is kept as it was typed, right or wrong; only `submit` makes answers of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from desktop.errors import NotFound
from desktop.office import services
from desktop.office.attachments import Allowed, read_attachment
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import known, moment
from desktop.office.submitting import Scan, correct_request, submit_request
from desktop.store import browsing, citizens, drafts
from desktop.store.drafts import FormDraft
from desktop.store.projection import latest_answers
from domain.actions import Json
from forms.documents import AskedDocument
from forms.evaluation import Form, evaluate
from forms.pack import Pack
from forms.schema import Asked, Calculate, Group, Note, Person, Question, Repeat
from sync.encoding import instant_text

MOST: Final = 7
"""Questions on one page."""
_SCANS: Final = "#lampiran"
"""Where a draft keeps which files were chosen; no question can have this name."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a form.

    Attributes:
        references: fields in their order; of a repeat those of one row.
        person: reference of the person whose fields these are, else empty.
        repeat: reference of the repeat whose rows these are, else empty.
    """

    key: str
    title: str
    hint: str
    references: tuple[str, ...]
    person: str = ""
    repeat: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """A form on its way.

    Attributes:
        request: the returned request that is corrected; empty for a new one.
        scans: chosen files by the kind of document.
        restored: whether it was found as a draft.
    """

    draft: str
    pack: Pack = field(repr=False)
    sheets: tuple[Sheet, ...]
    answers: Mapping[str, Json]
    scans: Mapping[str, str]
    request: str = ""
    restored: bool = False


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
            raise NotFound("draf_tidak_ada", "Draf ini sudah diajukan atau dibuang.")
        pack = services.service(desk, connection, found.service)
    answers = dict(found.answers)
    scans = answers.pop(_SCANS, {})
    return Filling(found.id, pack, sheets_of(pack), answers, dict(scans), restored=True)


def correct(desk: Desk, request: str) -> Filling:
    """A returned request, to be answered anew.

    Raises:
        NotFound: this desk does not have it.
    """
    with desk.database.reading() as connection:
        found = known(connection, request)
    answers = json.loads(json.dumps(latest_answers(found.log)))
    calculated = {
        name
        for name, compiled in found.pack.fields.items()
        if isinstance(compiled.field.question, Calculate) and compiled.field.repeat is None
    }
    kept = {name: value for name, value in answers.items() if name not in calculated}
    return Filling(
        desk.outside.new_id(), found.pack, sheets_of(found.pack), _without_calculated(found.pack, kept), {}, request
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
    """Save the draft; a correction is kept by its request and needs none."""
    if filling.request:
        return Changed()
    answers = {**filling.answers, _SCANS: dict(filling.scans)}
    with desk.database.writing() as connection:
        at = instant_text(desk.outside.now())
        drafts.keep_draft(connection, FormDraft(filling.draft, filling.pack.id, desk.officer, answers, at))
    return Changed()


def discard(desk: Desk, draft: str) -> Changed:
    """Throw a draft away."""
    with desk.database.writing() as connection:
        drafts.drop_draft(connection, draft)
    return Changed(everything=True, sentence="Draf dibuang.")


def submit(desk: Desk, filling: Filling) -> Changed:
    """Say it: a new request, or the correction of a returned one.

    Raises:
        BadInput, NotFound, NotAllowed, StoreFull: as `submit_request`.
    """
    scans = [Scan(kind, Path(path)) for kind, path in filling.scans.items()]
    if filling.request:
        return correct_request(desk, filling.request, filling.answers, scans)
    return submit_request(desk, filling.pack.id, filling.answers, scans, filling.draft)


def look_at(document: AskedDocument, path: Path) -> int:
    """How many bytes a chosen file will take once it is ready.

    Raises:
        BadInput: it cannot be taken; the sentence says what to do.
    """
    ready = read_attachment(path, Allowed(f"“{document.label}”", document.media_types, document.max_bytes))
    return len(ready.content)


def same_open(desk: Desk, filling: Filling) -> tuple[str, ...]:
    """Open requests of the same person for the same service, in words: shown, never forbidden."""
    person = filling.answers.get(filling.pack.file.applicant)
    nik = str(person.get("nik") or "") if isinstance(person, dict) else ""
    if not nik or filling.request:
        return ()
    with desk.database.reading() as connection:
        rows = browsing.open_of_person(connection, filling.pack.id, nik)
    return tuple(f"{row.subject}, {row.submitted_at[:10]} ({row.id})" for row in rows)


def with_person(filling: Filling, reference: str, person: Mapping[str, str]) -> Filling:
    """The form with a person of the register in it; what the form does not ask is left out."""
    key = filling.pack.fields[reference].field.keys[-1]
    return replace(filling, answers={**filling.answers, key: _for(filling.pack, reference, person)})


def _for(pack: Pack, reference: str, person: Mapping[str, str]) -> dict[str, Json]:
    question = pack.fields[reference].field.question
    asked = (*question.fields, *question.optional) if isinstance(question, Person) else ()
    return {name: person[name] for name in asked if person.get(name)}


def person_named(connection: Connection, nik: str) -> Mapping[str, str]:
    """The fields of the person with this NIK; empty when the register does not know it."""
    found = citizens.by_nik(connection, nik)
    return found.person if found else {}


def sheets_of(pack: Pack) -> tuple[Sheet, ...]:
    """The pages of a form: a group that wants one, a person, a repeat; what is left shares one; at most seven each."""
    found: list[Sheet] = []
    loose: list[str] = []
    for question in pack.file.questions:
        if isinstance(question, Person):
            fields = [name for name, each in pack.fields.items() if each.field.parent == question.name]
            found += _split(Sheet(question.name, question.label, question.hint, tuple(fields), question.name))
        elif isinstance(question, Repeat):
            fields = [name for name, each in pack.fields.items() if each.field.repeat == question.name]
            asked = tuple(name for name in fields if isinstance(pack.fields[name].field.question, (Asked, Note)))
            found.append(Sheet(question.name, question.label, question.hint, asked, repeat=question.name))
        elif isinstance(question, Group) and question.page:
            found += _split(Sheet(question.name, question.label, question.hint, tuple(_inside(question))))
        else:
            loose += list(_inside(question))
    return (*found, *_split(Sheet("lain", "Isian lain", "", tuple(loose)))) if loose else tuple(found)


def _inside(question: Question) -> Iterator[str]:
    if isinstance(question, Group):
        for each in question.questions:
            yield from _inside(each)
    elif isinstance(question, (Asked, Note)):
        yield question.name


def _split(sheet: Sheet) -> list[Sheet]:
    """Even parts of at most seven questions."""
    count = len(sheet.references)
    parts = max(1, -(-count // MOST))
    size = -(-count // parts)
    return [
        replace(
            sheet,
            key=f"{sheet.key}-{part + 1}" if part else sheet.key,
            title=f"{sheet.title} ({part + 1} dari {parts})" if parts > 1 else sheet.title,
            references=sheet.references[part * size : (part + 1) * size],
        )
        for part in range(parts)
    ]

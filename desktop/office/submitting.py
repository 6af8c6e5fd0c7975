"""Recording, correcting and completing a request: the form is judged, documents are kept, then it is said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from desktop.errors import BadInput
from desktop.files import small_bytes
from desktop.heard import retold
from desktop.office import services
from desktop.office.attachments import read_attachment
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.holding import Held, allowed_for
from desktop.office.recording import Said, known, moment, record, said_on
from desktop.phrases import phrase
from desktop.store import blobs, browsing, drafts
from desktop.store.blobfiles import Kept
from desktop.store.catalogue import applicant_of
from desktop.store.projection import RequestRow, latest_answers
from domain.actions import ActionKind, Blob, Json
from domain.scopes import shard_of_office
from forms import documents
from forms.evaluation import Form, evaluate
from forms.packs import route_of
from letters.fonts import check_text
from sync.encoding import b64u


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that a person chose for a document of the service."""

    kind: str
    path: Path


Chosen = Scan | tuple[str, Held]
"""A file of a document, or what a draft holds for it already."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft that becomes a request and goes in the same transaction; `note` travels with the request.

    The note says why a second open request of the same person is right.
    """

    draft: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A document in the desk's keeping, not yet named by any action."""

    blob: Blob
    name: str
    kept: Kept


def read_answers(path: Path) -> dict[str, Json]:
    """Answers from a JSON file.

    Raises:
        BadInput: unreadable, or no JSON object.
    """
    try:
        found = json.loads(small_bytes(path).decode())
    except (OSError, ValueError, RecursionError) as error:
        raise BadInput(
            "jawaban_tidak_terbaca",
            phrase(
                "Berkas jawaban {name} tidak dapat dibaca sebagai JSON. Belum ada yang disimpan. Periksa letak "
                "dan isinya, lalu ulangi.",
                name=path.name,
            ),
        ) from error
    if not isinstance(found, dict):
        raise BadInput(
            "jawaban_tidak_terbaca",
            phrase("Berkas jawaban {name} harus berisi satu objek JSON. Belum ada yang disimpan.", name=path.name),
        )
    return found


def submit_request(
    desk: Desk, service: str, answers: Mapping[str, Json], scans: Sequence[Chosen] = (), drafted: Drafted | None = None
) -> Changed:
    """Record a request. It is saved when this returns, and travels with the next exchange.

    Raises:
        BadInput: answers or documents that cannot be taken; nothing was recorded.
        NotFound: no such service in this office.
        NotAllowed: the officer holds no post here.
        StoreFull: no room; nothing half done is left.
    """
    at = moment(desk)
    with desk.database.reading() as connection:
        pack = services.service(desk, connection, service)
        form = checked(evaluate(pack, answers, services.circumstances(desk, connection, at)))
        office = desk.enrolled(connection).office
        doubles = _same_person(connection, form)
    taken = take_in(desk, form.documents, scans)
    request = desk.outside.new_id()
    said = Said(
        kind=ActionKind.SUBMIT,
        request=request,
        shard=shard_of_office(office),
        base=None,
        step=route_of(pack).steps[0].id,
        pack=pack.ref,
        blobs=tuple(each.blob for each in taken),
        body={"service": pack.id, "office": office},
        content=_content(form.answers, taken) | _note(drafted),
        at=at,
    )
    with desk.database.writing() as connection:
        keep_rows(connection, (said.shard, request), taken)
        record(desk, connection, said, None)
        if drafted is not None:
            drafts.drop_draft(connection, drafted.draft)
    return _told(form, request, taken, doubles)


def _note(drafted: Drafted | None) -> dict[str, Json]:
    return {"note": drafted.note} if drafted is not None and drafted.note else {}


def correct_request(
    desk: Desk, request: str, answers: Mapping[str, Json], scans: Sequence[Chosen] = (), draft: str | None = None
) -> Changed:
    """Answer a returned request anew, whole.

    Raises:
        BadInput, NotFound, NotAllowed, StoreFull: as `submit_request`.
    """
    at = moment(desk)
    with desk.database.reading() as connection:
        found = known(connection, request)
        form = checked(evaluate(found.pack, answers, services.circumstances(desk, connection, at)))
    taken = take_in(desk, form.documents, scans)
    standing = found.request
    said = said_on(
        standing,
        ActionKind.CORRECT,
        pack=found.pack.ref,
        blobs=tuple(each.blob for each in taken),
        body={"service": found.pack.id, "office": standing.filing_office},
        content=_content(form.answers, taken),
        at=at,
    )
    with desk.database.writing() as connection:
        keep_rows(connection, (said.shard, request), taken)
        record(desk, connection, said, known(connection, request).request)
        if draft is not None:
            drafts.drop_draft(connection, draft)
    return _told(form, request, (*taken, *_named(standing.documents)), ())


def attach_documents(desk: Desk, request: str, scans: Sequence[Chosen]) -> Changed:
    """Add documents to a request that is still being decided.

    Raises:
        BadInput, NotFound, NotAllowed, StoreFull: as `submit_request`.
    """
    at = moment(desk)
    with desk.database.reading() as connection:
        found = known(connection, request)
        answers = latest_answers(found.log)
        form = evaluate(found.pack, _as_json(answers), services.circumstances(desk, connection, at))
    taken = take_in(desk, form.documents, scans)
    standing = found.request
    said = said_on(
        standing,
        ActionKind.ADD_DOCUMENT,
        step=route_of(found.pack).steps[0].id,
        blobs=tuple(each.blob for each in taken),
        content={"files": {each.blob.sha256: each.name for each in taken}},
        at=at,
    )
    with desk.database.writing() as connection:
        keep_rows(connection, (said.shard, request), taken)
        record(desk, connection, said, known(connection, request).request)
    return _told(form, request, (*taken, *_named(standing.documents)), ())


def checked(form: Form) -> Form:
    """The form, when nothing in it blocks and every text can be printed.

    Raises:
        BadInput: with one line for each thing to mend.
    """
    faults = [f"{problem.path}: {retold(problem.sentence)}" for problem in form.errors]
    faults += [
        f"{path}: {retold(problem.sentence)}" for path, text in _texts(form.answers) for problem in check_text(text)
    ]
    if faults:
        raise BadInput(
            "jawaban_salah",
            phrase(
                "Ada {count} isian yang perlu diperbaiki. Belum ada yang dikirim. Perbaiki, lalu ulangi.",
                count=len(faults),
            ),
            faults,
        )
    return form


def _texts(value: Json, path: str = "") -> Iterable[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            yield from _texts(part, f"{path}/{key}" if path else str(key))


def take_in(desk: Desk, asked: Sequence[documents.AskedDocument], scans: Sequence[Chosen]) -> tuple[Taken, ...]:
    """Check every document first, then seal and keep them: durable before the action that names them.

    What a draft holds and these answers no longer ask for is left out.

    Raises:
        BadInput: one of them cannot be taken; none is kept.
        DamagedStore: what the draft held does not read.
        StoreFull: no room.
    """
    read = [
        (each.kind, read_attachment(each.path, allowed_for(_asked(asked, each.kind))))
        for each in scans
        if isinstance(each, Scan)
    ]
    kinds = {each.kind for each in asked}
    held = [each for each in scans if not isinstance(each, Scan) and each[0] in kinds]
    for _, each in held:
        desk.files.read_all(each.kept)
    fresh = [
        Taken(_blob(kind, ready.media_type, kept), ready.name, kept)
        for kind, ready, kept in ((kind, ready, desk.files.keep([ready.content])) for kind, ready in read)
    ]
    return (*fresh, *(Taken(_blob(kind, each.media_type, each.kept), each.name, each.kept) for kind, each in held))


def _asked(asked: Sequence[documents.AskedDocument], kind: str) -> documents.AskedDocument:
    found = next((each for each in asked if each.kind == kind), None)
    if found is None:
        (problem,) = documents.refused(asked, kind, "", 0)
        offered = ", ".join(each.kind for each in asked) or phrase("tidak ada")
        raise BadInput(
            "dokumen_tidak_diminta",
            phrase(
                "{sentence} Belum ada yang disimpan. Yang diminta: {offered}.",
                sentence=retold(problem.sentence),
                offered=offered,
            ),
        )
    return found


def _blob(kind: str, media_type: str, kept: Kept) -> Blob:
    return Blob(b64u(kept.sha256), kept.size, media_type, kind)


def keep_rows(connection: Connection, key: tuple[str, str], taken: Iterable[Taken]) -> None:
    """The rows of documents, in the transaction of the action that names them."""
    for each in taken:
        blobs.add_own(connection, key, each.blob, each.name, each.kept)


def _content(answers: Mapping[str, Json], taken: Sequence[Taken]) -> dict[str, object]:
    return {"answers": dict(answers), "files": {each.blob.sha256: each.name for each in taken}}


def _named(held: Sequence[Blob]) -> tuple[Taken, ...]:
    return tuple(Taken(blob, "", Kept("", b"", b"", blob.size)) for blob in held)


def _as_json(answers: Mapping[str, object]) -> dict[str, Json]:
    found: dict[str, Json] = json.loads(json.dumps(answers))
    return found


def _same_person(connection: Connection, form: Form) -> tuple[RequestRow, ...]:
    """Open requests for the same service and the same NIK: shown, never forbidden."""
    nik = applicant_of(form.pack, form.answers).get("nik")
    return browsing.open_of_person(connection, form.pack.id, str(nik)) if nik else ()


def _told(form: Form, request: str, taken: Sequence[Taken], doubles: Sequence[RequestRow]) -> Changed:
    missing = documents.missing(form.documents, {each.blob.document for each in taken})
    warnings: list[Json] = [retold(problem.sentence) for problem in form.warnings]
    warnings += [
        phrase(
            "Sudah ada permohonan {service} yang belum selesai untuk NIK yang sama ({id}).",
            service=row.service,
            id=row.id,
        )
        for row in doubles
    ]
    sentence = phrase("Tersimpan di komputer ini dan siap dikirim.")
    return Changed(
        requests=(request,),
        told={
            "request": request,
            "service": form.pack.id,
            "warnings": warnings,
            "duplicates": [row.id for row in doubles],
            "missing_documents": [problem.path.partition("/")[2] for problem in missing],
        },
        sentence="\n".join(
            [phrase("{sentence} Nomor permohonan: {request}", sentence=sentence, request=request), *map(str, warnings)]
        ),
    )

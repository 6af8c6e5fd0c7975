"""One list before many decisions: every request with what speaks against taking it on unread.

What is doubtful is said in words and left to the officer; what cannot be done at all says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import DamagedStore, WorldError
from desktop.heard import retold
from desktop.office import lettering
from desktop.office.deciding import left_of, letter_to_sign, quick_of
from desktop.office.desk import Desk
from desktop.office.recording import Known, known, moment
from desktop.office.weighing import mark_of
from desktop.phrases import phrase
from desktop.store import blobs, browsing, projection, remembering
from desktop.store.blobs import LetterRow
from desktop.store.projection import RequestRow
from desktop.store.remembering import Look
from domain.actions import ActionKind
from forms import documents
from sync.encoding import b64u

SIGNING = frozenset({ActionKind.SIGN, ActionKind.ISSUE})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One line of the list.

    Attributes:
        kind: what would be done; None when nothing can be.
        seen_at: when the officer last opened it; empty for never.
        doubts: what speaks against it, each a sentence; empty for nothing.
        stop: why it cannot be done now; empty when it can.
    """

    id: str
    title: str
    subject: str
    place: str
    left: str
    late: bool
    kind: ActionKind | None
    seen_at: str
    doubts: tuple[str, ...]
    stop: str

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.doubts and not self.stop


def review(desk: Desk, requests: Sequence[str]) -> tuple[Reviewed, ...]:
    """The list, in the order asked for. What is no longer on this desk is left out."""
    with desk.database.reading() as connection:
        looks = remembering.looks_of(connection, desk.officer, requests)
        rows = [row for request in requests if (row := projection.row(connection, request)) is not None]
        return tuple(_reviewed(desk, connection, row, looks) for row in rows)


def _reviewed(desk: Desk, connection: Connection, row: RequestRow, looks: Mapping[str, Look]) -> Reviewed:
    found, config = known(connection, row.id), desk.configuration(connection)
    office = config.office_by_id.get(row.filing_office)
    left = left_of(connection, config.calendar_of(desk.office(connection)), row, moment(desk))
    kind, note = quick_of(desk, connection, row)
    look = looks.get(row.id)
    return Reviewed(
        id=row.id,
        title=found.pack.file.title,
        subject=row.subject,
        place=office.full_name if office else row.filing_office,
        left=retold(left.words) if left else "",
        late=left.late if left else False,
        kind=kind,
        seen_at=look.at if look else "",
        doubts=tuple(_doubts(desk, connection, found, row, look)),
        stop=_stop(desk, connection, found, kind, note),
    )


def _stop(desk: Desk, connection: Connection, found: Known, kind: ActionKind | None, note: str) -> str:
    if kind is None:
        return f"{note}." if note else phrase("Langkah ini sudah tidak terbuka.")
    frozen = found.request.frozen
    if kind is ActionKind.SIGN and frozen is not None:
        if frozen.signer != desk.officer:
            name = desk.configuration(connection).name_of(frozen.signer)
            return phrase("Surat disiapkan untuk ditandatangani {name}.", name=name)
        letter = letter_to_sign(connection, found.request.id)
        return _unreadable(desk, letter) if letter else phrase("Berkas surat belum diterima komputer ini.")
    return ""


def _unreadable(desk: Desk, letter: LetterRow) -> str:
    """Why the letter cannot be shown; nothing when its first page opens and it is the one that the hub froze."""
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - it ships no types; 4 MB only letters need

    try:
        content = desk.files.read_all(letter.kept)
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
        document.close()
    except (DamagedStore, pypdfium2.PdfiumError):
        pages = 0
    if not pages or b64u(letter.kept.sha256) != letter.named:
        return phrase("Surat tidak dapat ditampilkan. Sinkronkan, lalu buka lagi.")
    return ""


def _doubts(desk: Desk, connection: Connection, found: Known, row: RequestRow, look: Look | None) -> Iterator[str]:
    yield from _unseen(found, look)
    yield from _of_papers(desk, connection, found)
    for double in browsing.open_like(connection, row):
        yield phrase("Mirip permohonan {who} yang masih terbuka.", who=double.subject or double.id[:8])


def _unseen(found: Known, look: Look | None) -> Iterator[str]:
    if look is None:
        yield phrase("Belum Anda buka.")
        return
    (content, letter), (then, letter_then) = (each.split(":") for each in (mark_of(found), look.head))
    if content != then:
        yield phrase("Diperbaiki sejak terakhir Anda buka.")
    elif letter != letter_then:
        yield (
            phrase("Surat disiapkan ulang sejak terakhir Anda buka.")
            if letter_then
            else phrase("Suratnya belum Anda buka.")
        )


def _of_papers(desk: Desk, connection: Connection, found: Known) -> Iterator[str]:
    """Documents that are missing here or altogether, and what the service pack warns of."""
    try:
        form = lettering.answered_form(desk, connection, found)
    except WorldError as error:
        yield error.sentence
        return
    labels = {each.kind: each.label for each in form.documents}
    present = {blob.document for blob in found.request.documents}
    kinds = [problem.path.partition("/")[2] for problem in documents.missing(form.documents, present)]
    if kinds:
        yield phrase("Lampiran belum ada: {list}.", list=", ".join(labels.get(kind, kind) for kind in kinds))
    away = [
        labels[row.blob.document]
        for row in blobs.of_request(connection, found.request.id)
        if row.kept is None and row.blob.document in labels and blobs.holding(connection, row.blob.sha256) is None
    ]
    if away:
        yield phrase("Lampiran belum diterima komputer ini: {list}.", list=", ".join(away))
    for warning in form.warnings:
        yield retold(warning.sentence)

"""What an officer has before the eyes when deciding: the letter as it will be signed, documents, what was corrected."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import NotFound
from desktop.office.deciding import quick_of
from desktop.office.desk import Desk
from desktop.office.differing import Difference, since_correction
from desktop.office.opening import Opened, open_request
from desktop.office.recording import Known, known
from desktop.office.showing import ShownLetter, see_letter
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import blobs, projection, remembering
from desktop.store.remembering import Look
from domain.actions import ActionKind

_CONTENT = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT, ActionKind.ADD_DOCUMENT})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to be opened beside the letter; `here`: its bytes have come, `let_go`: they were here long enough."""

    label: str
    name: str
    sha256: str
    media_type: str
    size: int
    here: bool
    let_go: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """One request, ready to be decided.

    Attributes:
        letter: the very bytes that would be signed, else a draft of them with DRAF across.
        differences: what the last correction changed.
        quick: the act that takes it on; None while that is not open.
        note: why it is not.
    """

    opened: Opened
    letter: ShownLetter
    sheets: tuple[Sheet, ...]
    differences: tuple[Difference, ...]
    quick: ActionKind | None
    note: str


def weigh(desk: Desk, request: str) -> Weighed:
    """Open a request to decide about it. The look is written down, and at what.

    Raises:
        NotFound: this desk does not have it.
        DamagedStore: the letter's bytes do not read.
    """
    opened = open_request(desk, request)
    with desk.database.writing() as connection:
        found = known(connection, request)
        row = projection.row(connection, request)
        quick, note = quick_of(desk, connection, row) if row else (None, "")
        look = Look(mark_of(found), now_text(desk, connection))
        remembering.note_look(connection, desk.officer, request, look)
        sheets = _sheets(connection, found)
    return Weighed(
        opened=opened,
        letter=see_letter(desk, request),
        sheets=sheets,
        differences=since_correction(found),
        quick=quick,
        note=note,
    )


def sheets_of(desk: Desk, request: str) -> tuple[Sheet, ...]:
    """The documents of a request, in the order in which the service asks for them.

    Raises:
        NotFound: this desk does not have the request.
    """
    with desk.database.reading() as connection:
        return _sheets(connection, known(connection, request))


def mark_of(found: Known) -> str:
    """What a look was at: the newest answers or document, and the letter that was prepared from them."""
    content = next(
        (item.action.hash for item in reversed(found.log) if item.action.kind in _CONTENT and not item.refused), ""
    )
    frozen = found.request.frozen
    return f"{content}:{frozen.prepared if frozen else ''}"


def _sheets(connection: Connection, found: Known) -> tuple[Sheet, ...]:
    labels = {each.document.kind: each.document.label for each in found.pack.documents}
    order = {kind: place for place, kind in enumerate(labels)}
    rows = sorted(
        blobs.of_request(connection, found.request.id), key=lambda row: order.get(row.blob.document, len(order))
    )
    return tuple(
        Sheet(
            label=labels.get(row.blob.document, row.blob.document),
            name=row.name,
            sha256=row.blob.sha256,
            media_type=row.blob.media_type,
            size=row.blob.size,
            here=row.kept is not None,
            let_go=row.state == blobs.LET_GO,
        )
        for row in rows
        if row.blob.document != "letter"
    )


def sheet_bytes(desk: Desk, request: str, sha256: str) -> bytes:
    """A document of a request, to be looked at.

    Raises:
        NotFound: it is not on this computer yet.
        DamagedStore: it does not read.
    """
    with desk.database.reading() as connection:
        row = next((each for each in blobs.of_request(connection, request) if each.blob.sha256 == sha256), None)
        kept = row.kept if row is not None and row.kept is not None else blobs.holding(connection, sha256)
    if row is None or kept is None:
        raise NotFound(
            "lampiran_belum_tiba", phrase("Lampiran ini belum diterima komputer ini. Sinkronkan, lalu buka lagi.")
        )
    return desk.files.read_all(kept)

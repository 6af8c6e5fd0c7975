"""What came back and can be printed together: finished letters of this office that nobody took home yet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.office import handing, printing
from desktop.office.browsing import Line, lines_of
from desktop.office.desk import Desk
from desktop.office.printing import LETTER, Choice
from desktop.office.recording import Known, known
from desktop.store import blobs, browsing
from domain.letters import Paper


@dataclass(frozen=True, slots=True)
class ToPrint:
    """One finished letter.

    Attributes:
        copies: how often it was printed, as the record says.
        what: the type of letter that printer and paper are remembered for.
        choice: the printer and paper last used for it; None for never.
        here: whether its bytes are on this desk.
        number: printed on it.
    """

    request: str
    title: str
    subject: str
    changed_at: str
    copies: int
    paper: Paper
    what: str
    choice: Choice | None
    here: bool
    number: str = ""


def see_printable(desk: Desk, limit: int = 100) -> tuple[ToPrint, ...]:
    """Signed letters that were not handed over yet; what came back last is first."""
    with desk.database.reading() as connection:
        office = desk.enrolled(connection).office
        lines = lines_of(connection, browsing.signed_here(connection, office, limit))
        return tuple(_seen(desk, connection, line, known(connection, line.id)) for line in lines)


def _seen(desk: Desk, connection: Connection, line: Line, found: Known) -> ToPrint:
    what = f"{found.pack.id}:{LETTER}"
    signed_at = desk.configuration(connection).office_by_id.get(found.request.office)
    return ToPrint(
        request=line.id,
        title=line.title,
        subject=line.subject,
        changed_at=line.changed_at,
        copies=found.request.copies,
        paper=(signed_at or desk.office(connection)).paper.value,
        what=what,
        choice=printing.remembered_in(connection, what),
        here=_is_here(connection, found),
        number=line.number,
    )


def _is_here(connection: Connection, found: Known) -> bool:
    last = found.request.signatures[-1]
    return handing.signed_row(connection, found, last) is not None or blobs.holding(connection, last.sha256) is not None

"""Which letter may take the place of another: a finished one that this desk knows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed
from desktop.office.browsing import line_of
from desktop.office.desk import Desk
from desktop.phrases import phrase
from desktop.store import browsing, projection
from domain.workflow import State

_FINISHED = frozenset({State.SIGNED, State.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter that could be the new one."""

    request: str
    title: str
    subject: str
    changed_at: str


def see_candidates(desk: Desk, request: str, limit: int = 20) -> tuple[Candidate, ...]:
    """Finished letters of the same filing office for the same person or of the same service, the newest first."""
    with desk.database.reading() as connection:
        row = projection.row(connection, request)
        office = desk.enrolled(connection).office
        found = () if row is None else browsing.finished_like(connection, office, row, limit)
        lines = [line_of(connection, each) for each in found]
    return tuple(Candidate(line.id, line.title, line.subject, line.changed_at) for line in lines)


def must_be_finished(connection: Connection, by: str) -> None:
    """A letter is replaced by one that is there, never by a promise.

    Raises:
        BadInput: no replacement is named, or this desk does not know it.
        NotAllowed: its letter is not signed yet.
    """
    row = projection.row(connection, by) if by else None
    if row is None:
        raise BadInput(
            "pengganti_tidak_ada",
            phrase("Belum ada yang disimpan. Sebut permohonan yang suratnya menggantikan surat ini."),
        )
    if row.state not in _FINISHED:
        raise NotAllowed(
            "pengganti_belum_selesai",
            phrase("Surat penggantinya belum selesai ditandatangani. Belum ada yang disimpan. Selesaikan dahulu."),
        )

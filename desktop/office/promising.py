"""By when a request is to be done, in words: the service promise in office hours, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.heard import day_words, retold
from desktop.office.desk import Desk
from desktop.office.recording import Known
from desktop.office.timekeeping import effective_now
from desktop.phrases import phrase
from domain.indonesian import local_day, time_words
from domain.sla import Stretch, due_at, remaining
from domain.workflow import ENDINGS, State

_OVER = ENDINGS | {State.SIGNED, State.DRAFT}


@dataclass(frozen=True, slots=True)
class Promise:
    """What is left of it.

    Attributes:
        left: ``sisa 17 menit``, ``lewat 1 hari``.
        text: whose turn it is, and by when.
        late: whether it is over.
        share: how much of it is used, from 0 to 1.
    """

    left: str
    text: str
    late: bool
    share: float


def promise_of(desk: Desk, connection: Connection, found: Known) -> Promise | None:
    """The promise of an open request; None where there is none, or nothing is open."""
    minutes, standing = found.pack.file.sla_minutes, found.request
    if not minutes or standing.state in _OVER:
        return None
    office, config = desk.office(connection), desk.configuration(connection)
    calendar = config.calendar_of(office)
    due = due_at(calendar, minutes, (Stretch(found.log[0].action.at),))
    if due is None:
        return None
    left = remaining(calendar, due, effective_now(desk, connection))
    day = day_words(local_day(due, office.utc_offset))
    text = phrase(
        "{label}. Janji layanan {minutes} menit kerja, sampai {day} pukul {time}",
        label=standing.at.label,
        minutes=minutes,
        day=day,
        time=time_words(due, office.utc_offset),
    )
    used = (minutes - left.minutes) / minutes
    return Promise(retold(left.words), text, left.late, min(1.0, max(0.0, used)))

"""What is on its way out, what did not get through, how the last exchanges went, and whether they go by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from desktop.errors import HubTrouble
from desktop.office.browsing import line_of
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.exchanging import synchronize
from desktop.office.reach import Reach
from desktop.office.unsettled import Unsettled, see_unsettled
from desktop.store import blobs, browsing, remembering, settings
from desktop.store.browsing import Listed, Stage, Wanted
from desktop.store.remembering import Tried
from sync.encoding import instant_text
from sync.stopping import Stop

_PAUSED: Final = "exchange_paused"
_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Going:
    """A request with something that has not left, or has not arrived.

    Attributes:
        stage: ready or sending.
        files, waiting: its documents, and how many of them the hub does not have yet.
        size: bytes of those.
    """

    request: str
    title: str
    subject: str
    stage: Stage
    files: int
    waiting: int
    size: int
    at: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything that the page of the exchange tells."""

    going: tuple[Going, ...]
    more: int
    unsettled: tuple[Unsettled, ...]
    tried: tuple[Tried, ...]


def see_outgoing(desk: Desk, history: int = 8) -> Outgoing:
    """What waits, what the hub refused or holds back, and the last exchanges."""
    with desk.database.reading() as connection:
        office = desk.enrolled(connection).office
        counted = browsing.counts(connection, office)
        listed = [
            each
            for stage in (Stage.SENDING, Stage.READY)
            for each in browsing.page(connection, office, Wanted(stage=stage), limit=_SHOWN)
        ][:_SHOWN]
        going = tuple(_going(connection, each) for each in listed)
        tried = remembering.last_exchanges(connection, history)
    more = counted[Stage.SENDING] + counted[Stage.READY] - len(going)
    return Outgoing(going, more, see_unsettled(desk), tried)


def _going(connection: Connection, listed: Listed) -> Going:
    line = line_of(connection, listed)
    rows = [row for row in blobs.of_request(connection, listed.row.id) if row.own]
    waiting = [row for row in rows if row.state == blobs.WAITING]
    return Going(
        request=line.id,
        title=line.title,
        subject=line.subject,
        stage=listed.stage,
        files=len(rows),
        waiting=len(waiting),
        size=sum(row.blob.size for row in waiting),
        at=line.changed_at,
    )


def exchange(desk: Desk, reach: Reach, stop: Stop | None = None) -> Changed:
    """Exchange, and write down how it went.

    Raises:
        NotAllowed: another exchange runs on this profile; nothing is written down.
        HubTrouble: as `synchronize`; it is in the history.
    """
    try:
        changed = synchronize(desk, reach, stop)
    except HubTrouble as error:
        _note(desk, error.code, error.sentence)
        raise
    _note(desk, "stopped" if changed.told.get("stopped") else "", changed.sentence.splitlines()[0])
    return changed


def _note(desk: Desk, code: str, sentence: str) -> None:
    with desk.database.writing() as connection:
        remembering.note_exchange(connection, Tried(instant_text(desk.outside.now()), code, sentence))


def pause(desk: Desk, *, paused: bool) -> Changed:
    """Whether exchanges happen by themselves; it stays so until somebody changes it."""
    with desk.database.writing() as connection:
        settings.put(connection, _PAUSED, paused)
    said = "Sinkronisasi otomatis dijeda." if paused else "Sinkronisasi otomatis dilanjutkan."
    return Changed(told={"paused": paused}, sentence=said)


def is_paused(connection: Connection) -> bool:
    """Whether somebody paused them."""
    return bool(settings.get(connection, _PAUSED, bool))

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
from desktop.office.timekeeping import now_text
from desktop.office.unsettled import Unsettled, see_unsettled
from desktop.phrases import phrase
from desktop.store import blobs, browsing, remembering, settings
from desktop.store.browsing import Listed, Stage
from desktop.store.projection import RequestRow
from desktop.store.remembering import Tried
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
    """Everything that the page of the exchange tells; `more` when not all that waits is in it."""

    going: tuple[Going, ...]
    more: bool
    unsettled: tuple[Unsettled, ...]
    tried: tuple[Tried, ...]


def see_outgoing(desk: Desk, history: int = 8) -> Outgoing:
    """What waits, what the hub refused or holds back, and the last exchanges."""
    with desk.database.reading() as connection:
        listed = browsing.on_the_way(connection, _SHOWN + 1)
        going = tuple(_going(connection, row, unsent=unsent) for row, unsent in listed[:_SHOWN])
        tried = remembering.last_exchanges(connection, history)
    return Outgoing(going, len(listed) > _SHOWN, see_unsettled(desk), tried)


def _going(connection: Connection, row: RequestRow, *, unsent: bool) -> Going:
    stage = Stage.READY if unsent else Stage.SENDING
    line = line_of(connection, Listed(row, stage))
    own = [each for each in blobs.of_request(connection, row.id) if each.own]
    waiting = [each for each in own if each.state == blobs.WAITING]
    return Going(
        request=line.id,
        title=line.title,
        subject=line.subject,
        stage=stage,
        files=len(own),
        waiting=len(waiting),
        size=sum(each.blob.size for each in waiting),
        at=line.changed_at,
    )


def exchange(desk: Desk, reach: Reach, stop: Stop | None = None) -> Changed:
    """Exchange, and write down how it went. While it is paused, attachments and letters stay where they are.

    Raises:
        NotAllowed: another exchange runs on this profile; nothing is written down.
        HubTrouble: as `synchronize`; it is in the history.
    """
    try:
        changed = synchronize(desk, reach, stop, files=not _paused(desk))
    except HubTrouble as error:
        _note(desk, error.code, error.sentence)
        raise
    _note(desk, "stopped" if changed.told.get("stopped") else "", changed.sentence.splitlines()[0])
    return changed


def _note(desk: Desk, code: str, sentence: str) -> None:
    with desk.database.writing() as connection:
        remembering.note_exchange(connection, Tried(now_text(desk, connection), code, sentence))


def pause(desk: Desk, *, paused: bool) -> Changed:
    """Whether exchanges happen by themselves; it stays so until somebody changes it."""
    with desk.database.writing() as connection:
        settings.put(connection, _PAUSED, paused)
    said = phrase("Sinkronisasi otomatis dijeda.") if paused else phrase("Sinkronisasi otomatis dilanjutkan.")
    return Changed(told={"paused": paused}, sentence=said)


def _paused(desk: Desk) -> bool:
    with desk.database.reading() as connection:
        return is_paused(connection)


def is_paused(connection: Connection) -> bool:
    """Whether somebody paused them."""
    return bool(settings.get(connection, _PAUSED, bool))

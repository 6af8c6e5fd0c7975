"""The time after a restore, until every computer has come back and given back what it holds.

Who has not come back may hold decisions that this hub has lost. So on a request that was here before, nothing new is
judged, no letter is prepared and no number is given, as long as a computer of an office where it stood is awaited. A
computer that never comes is skipped by the administrator, or revoked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, String, bindparam, select

from domain.request import Request
from hub.errors import HubError, NotKnown
from hub.service.catalogue import Catalogue
from hub.service.epochs import restored_at
from hub.service.identity import Identity, put_setting, setting
from hub.store.growing import actions, devices
from hub.store.reference import settings
from sync.encoding import instant_text

if TYPE_CHECKING:
    from hub.service.docket import Docket

_BACK: Final = "returned:"
_RETURNED: Final = select(settings.c.name).where(settings.c.name.startswith(bindparam("prefix", type_=String)))
_KNOWN_BEFORE: Final = select(devices.c.shard, devices.c.device, devices.c.office).where(
    devices.c.shard.in_(bindparam("shards", expanding=True)),
    devices.c.state == "active",
    devices.c.enrolled_at <= bindparam("began", type_=String),
)
"""Made once: a hub that was ever restored asks this in every sitting."""


class StillAwaited(HubError):
    """A computer may hold what this hub has lost; the work waits for it, which is no failure."""

    def __init__(self) -> None:
        super().__init__("Menunggu komputer kantor tersambung lagi sesudah pemulihan hub. Lihat: hub devices list")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What is known of the time after the last restore.

    Attributes:
        at: when the epoch began, as written in rows; what was given back is stored as received at that instant.
        offices: those of which a computer is still awaited.
    """

    at: str
    offices: frozenset[str]

    def holds(self, connection: Connection, docket: Docket) -> bool:
        """Whether something that was lost may still come for this request."""
        request = docket.request
        if request is None or not self.offices & _offices(request):
            return False
        first = docket.log[0]
        where = (actions.c.shard == first.shard, actions.c.action == first.action)
        received = connection.execute(select(actions.c.received_at).where(*where)).scalar()
        return received is not None and received <= self.at  # None: it began in this very transaction


def _offices(request: Request) -> frozenset[str]:
    steps = request.route.steps
    return frozenset({request.filing_office, *(steps[at].office_for(request.filing_office) for at in request.reached)})


def recovery_of(connection: Connection, identity: Identity, catalogue: Catalogue) -> Recovery | None:
    """The time after a restore; None for a hub that was never restored."""
    began = restored_at(connection) if identity.epoch > 1 else None
    if began is None:
        return None
    return Recovery(began, frozenset(row.office for row in awaited(connection, identity, catalogue)))


def awaited(connection: Connection, identity: Identity, catalogue: Catalogue) -> list[Row[Any]]:
    """The computers that were enrolled before the restore and have not come back."""
    began = restored_at(connection)
    if began is None:
        return []
    back = set(connection.execute(_RETURNED, {"prefix": _name(identity.epoch, "")}).scalars())
    shards = sorted({*catalogue.shards, identity.regency})
    rows: Iterable[Row[Any]] = connection.execute(_KNOWN_BEFORE, {"shards": shards, "began": began})
    return [row for row in rows if _name(identity.epoch, row.device) not in back]


def _name(epoch: int, device: str) -> str:
    return f"{_BACK}{epoch}:{device}"


def note_return(connection: Connection, identity: Identity, device: str, now: datetime) -> bool:
    """A computer speaks in the new epoch, so it has given everything back; whether that is news."""
    if identity.epoch == 1 or setting(connection, _name(identity.epoch, device)):
        return False
    put_setting(connection, _name(identity.epoch, device), instant_text(now))
    return True


def skip_device(connection: Connection, identity: Identity, catalogue: Catalogue, device: str, now: datetime) -> None:
    """The administrator's word that a computer is not waited for any longer.

    Raises:
        NotKnown: it is not awaited.
    """
    if device not in {row.device for row in awaited(connection, identity, catalogue)}:
        raise NotKnown(f"Komputer {device} tidak sedang ditunggu. Tidak ada yang diubah. Lihat: hub devices list")
    note_return(connection, identity, device, now)

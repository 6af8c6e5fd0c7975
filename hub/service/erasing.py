"""Personal data whose time is over leaves the hub, with its files and snapshots. The log keeps what the office did.

What is erased is named by an action of the hub, which every office reads and follows (UU 27/2022 ps 42-45).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from domain.actions import ActionKind
from domain.retention import ENDED
from hub.service.docket import Key
from hub.service.forgetting import forget
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of, say
from hub.service.recovering import StillAwaited
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import actions, parked, payloads

REASON = "retensi"


def erase(ground: Ground, job: Job) -> None:
    """Erase one request: `job.subject` is the decree that approved it, a colon, and the request.

    Nothing happens when it is erased already.

    Raises:
        StillAwaited: something waits on it for a person or for bytes; another time.
    """
    key: Key = (job.shard, job.request)
    with ground.store.writing() as connection:
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        sitting.open([key])
        request = sitting.dockets[key].request
        if request is None or request.state not in ENDED:
            return
        if _waits(connection, key):
            raise StillAwaited
        named = paid_actions(connection, key)
        body: dict[str, Any] = {"actions": named, "reason": REASON, "caused_by": job.subject.rpartition(":")[0]}
        say(sitting, request, ActionKind.ERASED, body)
        forget(ground, connection, key, named)
        write_sitting(sitting)


def paid_actions(connection: Connection, key: Key) -> list[str]:
    """The actions of a request that have a payload, accepted or not, in order."""
    here = (actions.c.shard == payloads.c.shard) & (actions.c.action == payloads.c.action)
    query = select(actions.c.action).select_from(actions.join(payloads, here))
    where = (actions.c.shard == key[0], actions.c.request == key[1])
    return list(connection.execute(query.where(*where).order_by(actions.c.action)).scalars())


def _waits(connection: Connection, key: Key) -> bool:
    where = (parked.c.shard == key[0], parked.c.request == key[1])
    return connection.execute(select(parked.c.action).where(*where)).first() is not None

"""A desk's wish for more numbers, in a transaction of its own, for the life of its disk that it last used."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from hub.service.bench import Sender
from hub.service.ground import Ground
from hub.service.leasing import lease_more
from hub.service.own_actions import now_of
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import devices, incarnations
from hub.store.locking import lock_row
from sync.errors import NotAllowed


def lease_for(ground: Ground, sender: Sender, wanted: tuple[str, str, int, int]) -> None:
    """Append a `number_leased` for the desk: (office, book, year, count).

    Raises:
        Refused: the wish cannot be granted.
        NotAllowed: the desk never exchanged anything.
    """
    with ground.store.writing() as connection:
        lock_row(connection, devices, {"shard": sender.shard, "device": sender.device})
        life = _latest_life(connection, sender)
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        lease_more(sitting, replace(sender, incarnation=life), wanted)
        write_sitting(sitting)


def _latest_life(connection: Connection, sender: Sender) -> str:
    mine = (incarnations.c.shard == sender.shard, incarnations.c.device == sender.device)
    newest = select(incarnations.c.incarnation).where(*mine).order_by(incarnations.c.started_at.desc()).limit(1)
    found = connection.execute(newest).scalar()
    if found is None:
        raise NotAllowed("a desk that never exchanged anything")
    return str(found)

"""Who may read what: a desk reads what stands in the scopes of its own office, and asks about nothing else."""

from __future__ import annotations

from sqlalchemy import Connection, and_, select

from hub.service.bench import Sender
from hub.service.delta import scopes_of_office
from hub.service.docket import Key
from hub.store.growing import actions, entries


def reads_request(connection: Connection, sender: Sender, key: Key, regency: str) -> bool:
    """Whether an accepted action of the request stands in a scope that the sender's office reads."""
    listed = and_(entries.c.action_shard == actions.c.shard, entries.c.action == actions.c.action)
    for shard, scope in scopes_of_office(sender.office, regency).values():
        where = (
            actions.c.shard == key[0],
            actions.c.request == key[1],
            entries.c.shard == shard,
            entries.c.scope == scope,
        )
        if connection.execute(select(entries.c.seq).select_from(actions.join(entries, listed)).where(*where)).first():
            return True
    return False

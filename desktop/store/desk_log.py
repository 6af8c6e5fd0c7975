"""The desk's log as the exchange sees it (`sync.desk_log.DeskLog`), over SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection, Integer, String, bindparam, select

from desktop.store import rewinding, setting_aside, settings, states
from desktop.store.committing import commit
from desktop.store.configuration import read_configuration, stored_configuration
from desktop.store.database import Database
from desktop.store.desk_copy import SqlFirstFill, SqlMending
from desktop.store.tables import access_log, actions, payloads
from desktop.store.wanting import all_wants
from domain.timekeeping import NOT_KNOWN, Uptime
from domain.verdicts import Code, WaitsFor
from sync.attachments import Wanted
from sync.desk_copy import FirstFill, Mending, Place
from sync.desk_log import AuthorKey, DeskState, Lost, Queued, Rewound, Taken
from sync.encoding import b64u
from sync.hub_port import Config
from sync.keys import key_id_of
from sync.protocol import AccessEntry, BlobKey
from sync.record import read_action

_MOST: Final = bindparam("most", type_=Integer)
_QUEUED: Final = (
    select(*setting_aside.SENT, payloads.c.payload)
    .join_from(
        actions, payloads, (actions.c.shard == payloads.c.shard) & (actions.c.id == payloads.c.action), isouter=True
    )
    .where(
        actions.c.incarnation == bindparam("life", type_=String),
        actions.c.device_seq > bindparam("after", type_=Integer),
    )
    .order_by(actions.c.device_seq)
    .limit(_MOST)
)
_NOTED: Final = (
    select(access_log).where(access_log.c.n > bindparam("after", type_=Integer)).order_by(access_log.c.n).limit(_MOST)
)
_HASH: Final = select(actions.c.hash).where(actions.c.id == bindparam("named", type_=String))
_AWAITED: Final = select(actions.c.action).where(
    actions.c.own, actions.c.code == Code.PARKED.value, actions.c.waits_for == WaitsFor.BYTES.value
)
"""Made once: an exchange says them before each of its steps."""


class SqlDeskLog:
    """Every write is one transaction and on the disk when it returns."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], uptime: Callable[[], Uptime] = lambda: NOT_KNOWN
    ) -> None:
        self._database = database
        self._now = now
        self._uptime = uptime
        self._looking: Connection | None = None
        self._seen: DeskState | None = None
        self.mending: Mending = SqlMending(database, now)
        self.first_fill: FirstFill = SqlFirstFill(database, now)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """One transaction for all that is asked meanwhile."""
        with self._database.reading() as connection:
            self._looking = connection
            try:
                yield
            finally:
                self._looking = self._seen = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._looking is not None:
            yield self._looking
            return
        with self._database.reading() as connection:
            yield connection

    def state(self) -> DeskState:
        """Where the desk stands."""
        if self._seen is not None:
            return self._seen
        with self._reading() as connection:
            found = states.desk_state(connection)
        self._seen = found if self._looking is not None else None
        return found

    def queued(self, after: int, limit: int) -> Sequence[Queued]:
        """Actions of the queue behind a place."""
        with self._reading() as connection:
            incarnation = states.contact(connection).incarnation
            found = connection.execute(_QUEUED, {"life": incarnation, "after": after, "most": limit})
            return [Queued(row.device_seq, setting_aside.as_sent(row)) for row in found]

    def access_after(self, n: int, limit: int) -> Sequence[AccessEntry]:
        """Entries of the access log behind a number."""
        with self._reading() as connection:
            found = connection.execute(_NOTED, {"after": n, "most": limit})
            return [AccessEntry(row.n, msgspec.Raw(row.entry), b64u(row.link)) for row in found]

    def author_key(self, key_id: str) -> AuthorKey | None:
        """A certified key of an officer, or one of the hub's."""
        with self._reading() as connection:
            for public in states.contact(connection).hub_keys:
                if key_id_of(public) == key_id:
                    return AuthorKey(public, is_hub=True)
            found = stored_configuration(connection)
            key = next((each for each in found.keys if each.key == key_id), None) if found else None
            return None if key is None else AuthorKey(key.raw, is_hub=False)

    def own_hash(self, action_id: str) -> str | None:
        """The hash of an action that this desk holds."""
        with self._reading() as connection:
            own: str | None = connection.execute(_HASH, {"named": action_id}).scalar()
            return own

    def commit(self, taken: Taken) -> None:
        """One answer, whole."""
        with self._database.writing() as connection:
            commit(connection, taken, self._now(), self._uptime())

    def renumber(self, incarnation: str) -> None:
        """A new queue for what has no verdict yet: the same actions in new places."""
        with self._database.writing() as connection:
            rewinding.renumber(connection, incarnation)

    def set_aside(self, device_seq: int) -> bool:
        """Take an action at which the hub fails out of the way."""
        with self._database.writing() as connection:
            return setting_aside.set_aside(connection, device_seq, self._now())

    def anchor_at(self, scope: str, seq: int) -> bytes | None:
        """The anchor of what was read at a place."""
        with self._reading() as connection:
            return rewinding.anchor_at(connection, scope, seq)

    def lost(self, after: Mapping[str, Place], skip: int, limit: int) -> Sequence[Lost]:
        """What a restored hub may lack."""
        with self._reading() as connection:
            return rewinding.lost(connection, after, skip, limit)

    def rewind(self, rewound: Rewound) -> None:
        """Back to where both histories were one."""
        with self._database.writing() as connection:
            rewinding.rewind(connection, rewound)

    def wanted(self) -> Sequence[Wanted]:
        """Bytes that the desk lacks and should have."""
        with self._reading() as connection:
            return all_wants(connection)

    def awaited(self) -> Sequence[BlobKey]:
        """What own actions name that wait for bytes."""
        with self._reading() as connection:
            rows = connection.execute(_AWAITED).scalars().all()
        waiting = map(read_action, rows)
        return sorted(BlobKey(each.shard, each.request or "", blob.sha256) for each in waiting for blob in each.blobs)

    def save_config(self, config: Config) -> None:
        """Replace the configuration, read once so that a broken one never gets in."""
        read = read_configuration(config.content)
        with self._database.writing() as connection:
            settings.put(connection, "config", read)
            settings.put(connection, "config_version", config.version)

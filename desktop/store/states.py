"""Who this desk is and where it stands with its hub: names of the settings, and their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, delete, select, update

from desktop.store import actions, settings
from desktop.store.tables import cursors, entries
from domain.scopes import CONFIG, scope_of_office
from domain.timekeeping import Heard, Uptime
from sync.anchors import GENESIS
from sync.desk_copy import Place
from sync.desk_log import DeskState
from sync.encoding import instant_text, read_instant
from sync.prepared import prepared


@prepared
class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """What enrolment settled, for good: this desk is one device of one office at one hub."""

    hub_id: str
    hub_url: str
    ca_pem: str | None
    device_id: str
    device_key: bytes
    office: str
    office_name: str


@prepared
class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """What the last committed answer left behind.

    Attributes:
        hub_at: the hub's clock in it; None before the first.
        desk_at: this desk's clock at that moment.
        boot: the name of this computer's start at that moment, and `uptime` the seconds since; empty: not known.
        hub_keys: raw keys of the hub, the pinned one last; old ones still prove old entries.
        retired: incarnations that this desk has left.
        doubted: this desk's copy of the log was found not to be whole; the next exchange repairs it.
        filling: the scope that is being filled from a snapshot.
    """

    hub_keys: tuple[bytes, ...]
    incarnation: str
    epoch: int = 0
    verdict_seen: int = 0
    acked: int = 0
    access_acked: int = 0
    nonce: str = ""
    hub_at: str | None = None
    desk_at: str | None = None
    boot: str = ""
    uptime: float = 0.0
    durable_through: dict[str, int] = {}
    orders: tuple[str, ...] = ()
    doubted: bool = False
    filling: str = ""

    @property
    def hub_time(self) -> datetime | None:
        """The hub's clock in the last answer."""
        return None if self.hub_at is None else read_instant(self.hub_at)

    @property
    def skew(self) -> timedelta | None:
        """How far this computer's clock was ahead of the hub's at the last answer; None when that is not known."""
        if self.hub_at is None or self.desk_at is None:
            return None
        return read_instant(self.desk_at) - read_instant(self.hub_at)


def enrolled(connection: Connection) -> Enrolled | None:
    """Who this desk is; None before its enrolment."""
    content = settings.raw(connection, "enrolled")
    return None if content is None else _read_enrolled(content)


@lru_cache(maxsize=8)
def _read_enrolled(content: bytes) -> Enrolled:
    """The same bytes are read once: an exchange asks for them before each of its steps."""
    return msgspec.json.decode(content, type=Enrolled)


@lru_cache(maxsize=8)
def _read_contact(content: bytes) -> Contact:
    """As of `_read_enrolled`."""
    return msgspec.json.decode(content, type=Contact)


def _contact(connection: Connection) -> Contact | None:
    content = settings.raw(connection, "contact")
    return None if content is None else _read_contact(content)


def contact(connection: Connection) -> Contact:
    """Where it stands. Call it on an enrolled desk only."""
    found = _contact(connection)
    assert found is not None  # noqa: S101 - written in the transaction that enrolled the desk
    return found


def change_contact(connection: Connection, **changes: Any) -> None:
    """Say anew where it stands: these fields of `Contact`, the others as they were."""
    settings.put(connection, "contact", msgspec.structs.replace(contact(connection), **changes))


def go_back_to(connection: Connection, places: Mapping[str, Place]) -> None:
    """Each of these scopes is read up to its place only: what stood behind it comes again, or is lost."""
    for scope, (seq, anchor) in places.items():
        connection.execute(delete(entries).where(entries.c.scope == scope, entries.c.seq > seq))
        connection.execute(update(cursors).where(cursors.c.scope == scope).values(seq=seq, anchor=anchor))


def heard(connection: Connection) -> Heard | None:
    """The last answer of the hub by all clocks; None before the first."""
    found = _contact(connection)
    if found is None or found.hub_at is None or found.desk_at is None:
        return None
    return Heard(read_instant(found.hub_at), read_instant(found.desk_at), Uptime(found.boot, found.uptime))


def enrol(connection: Connection, who: Enrolled, hub_key: bytes, incarnation: str, nonce: str) -> None:
    """Settle who this desk is, and begin the two scopes that it reads."""
    settings.put(connection, "enrolled", who)
    settings.put(connection, "contact", Contact(hub_keys=(hub_key,), incarnation=incarnation, nonce=nonce))
    for scope in (scope_of_office(who.office), CONFIG):
        connection.execute(cursors.insert().values(scope=scope, seq=0, anchor=GENESIS))


SNAPSHOT: Final = "snapshot"
FILLED: Final = "filled"
"""The snapshot of a first fill, and how many of its parts are taken."""


def end_fill(connection: Connection) -> None:
    """No scope is being filled any more."""
    change_contact(connection, filling="")
    settings.drop(connection, SNAPSHOT)
    settings.drop(connection, FILLED)


_CURSORS: Final = select(cursors)


def desk_state(connection: Connection) -> DeskState:
    """The same as the engine wants it."""
    who, now = enrolled(connection), contact(connection)
    assert who is not None  # noqa: S101 - as above
    positions = {row.scope: (row.seq, row.anchor) for row in connection.execute(_CURSORS)}
    return DeskState(
        hub_id=who.hub_id,
        hub_key=now.hub_keys[-1],
        device_id=who.device_id,
        incarnation=now.incarnation,
        epoch=now.epoch,
        cursor=positions,
        verdict_seen=now.verdict_seen,
        acked=now.acked,
        last_seq=actions.highest_place(connection, now.incarnation),
        access_acked=now.access_acked,
        config_version=settings.get(connection, "config_version", str) or "",
        nonce=now.nonce,
        doubted=now.doubted,
        filling=now.filling,
    )


def reached(now: Contact, answer: Heard) -> Contact:
    """The contact after an answer that said what time it is at the hub."""
    return msgspec.structs.replace(
        now,
        hub_at=instant_text(answer.hub),
        desk_at=instant_text(answer.wall),
        boot=answer.uptime.boot,
        uptime=answer.uptime.seconds,
    )

"""The regency's configuration as this desk keeps it: offices, officers, posts, keys, certificates, trust."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from desktop.store import settings
from domain.jsonshape import ShapeError
from domain.offices import Office
from domain.posts import Assignment, Officer
from domain.workdays import Sessions, WorkCalendar
from sync.encoding import unb64u
from sync.errors import Unreadable
from sync.prepared import prepared


@prepared
class KeyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A key of an officer on a desk. `state` is certified, confirmed or revoked; an unconfirmed one is flagged.

    Attributes:
        since: the instant from which it counts; empty where an older hub or an older fetch did not tell.
    """

    key: str
    public: str
    officer: str
    office: str
    device: str = ""
    state: str = "certified"
    since: str = msgspec.field(default="", name="from")

    @property
    def raw(self) -> bytes:
        """The public key, 32 bytes."""
        return unb64u(self.public, size=32)


@prepared
class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's certificate for letters; a signature by another one is refused."""

    officer: str
    sha256: str
    pem: str


@prepared
class PackEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A service pack that is or was in force."""

    id: str
    version: str | int
    sha256: str = ""


@prepared
class Trust(msgspec.Struct, frozen=True, kw_only=True):
    """Whom letters are trusted by: PEM texts of roots and what stands below them; CRLs as base64url of DER, or PEM."""

    roots: tuple[str, ...] = ()
    intermediates: tuple[str, ...] = ()
    crls: tuple[str, ...] = ()


@prepared
class Configuration(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the hub told this office. Offices, officers and assignments stay plain JSON until they are asked for."""

    version: str = ""
    regency: Any = None
    hub: dict[str, Any] = {}
    offices: tuple[dict[str, Any], ...] = ()
    officers: tuple[dict[str, Any], ...] = ()
    assignments: tuple[dict[str, Any], ...] = ()
    keys: tuple[KeyEntry, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    packs: tuple[PackEntry, ...] = ()
    trust: Trust = Trust()
    calendars: Any = None
    verification_url: str = ""

    @cached_property
    def office_by_id(self) -> Mapping[str, Office]:
        """Own office, its parents, agencies on routes."""
        return {office.id: office for office in map(Office.from_json, self.offices)}

    @cached_property
    def officer_by_id(self) -> Mapping[str, Officer]:
        """Officers whose names may be shown."""
        return {officer.id: officer for officer in map(Officer.from_json, self.officers)}

    @cached_property
    def all_assignments(self) -> tuple[Assignment, ...]:
        """Who holds which post when."""
        return tuple(map(Assignment.from_json, self.assignments))

    def name_of(self, officer: str) -> str:
        """A name for people to read; the id where there is none."""
        found = self.officer_by_id.get(officer)
        return found.name if found else officer

    def calendar_of(self, office: Office) -> WorkCalendar:
        """The office's working hours on its own clock; Monday to Friday until the regency gives its own."""
        found = self._calendar
        return WorkCalendar(found.week, office.utc_offset, found.holidays, found.special)

    @cached_property
    def _calendar(self) -> WorkCalendar:
        said = self.calendars
        for each in said if isinstance(said, list) else (said,):
            if isinstance(each, dict) and "week" in each:
                return WorkCalendar.from_json(each)
        return WorkCalendar((_DAY, _DAY, _DAY, _DAY, _FRIDAY, (), ()), 480)


_DAY: Final[Sessions] = ((450, 720), (750, 960))
_FRIDAY: Final[Sessions] = ((450, 690),)
"""07.30 to 16.00 with half an hour at noon; on Friday until 11.30."""


@lru_cache(maxsize=8)
def _decoded(content: bytes) -> Configuration:
    """The same bytes are read once: an exchange asks for a key with every entry."""
    return msgspec.json.decode(content, type=Configuration)


def stored_configuration(connection: Connection) -> Configuration | None:
    """The configuration as last fetched; None before the first."""
    content = settings.raw(connection, "config")
    return None if content is None else _decoded(content)


def read_configuration(content: Mapping[str, Any]) -> Configuration:
    """Read a configuration, whole.

    Raises:
        Unreadable: a part of it is not what it must be; the old one stays.
    """
    try:
        found = msgspec.convert(dict(content), Configuration)
        _ = found.office_by_id, found.officer_by_id, found.all_assignments, found._calendar  # noqa: SLF001 - own module
        _ = [key.raw for key in found.keys]
    except (msgspec.ValidationError, ShapeError, ValueError) as error:
        raise Unreadable(f"the configuration: {error}") from error
    return found

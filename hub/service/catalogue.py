"""The reference data of one moment, read together and compiled: offices, officers, assignments, packs, certificates.

It changes rarely and only by administration, so the service keeps one and reads it again when its version changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from domain.offices import Office
from domain.posts import Assignment, Officer
from domain.regions import RegionCode
from domain.routes import Route
from domain.workdays import WorkCalendar
from forms.pack import Pack
from forms.packs import route_of
from hub.errors import NotKnown
from hub.service.identity import config_version, setting
from hub.service.shipped import compiled_pack, knows_kecamatan, national_calendar
from hub.store.reference import assignments, certificates, officers, offices, packs, trust


@dataclass(frozen=True)
class Catalogue:
    """What the rules of the office are judged against.

    Attributes:
        version: counts its changes; sent to desks.
        packs: by `service@version`, every version ever published.
        certificates: PEM texts by officer.
        roots, intermediates, crls: DER.
    """

    version: int
    offices: Mapping[str, Office]
    officers: Mapping[str, Officer]
    assignments: tuple[Assignment, ...]
    packs: Mapping[str, Pack]
    certificates: Mapping[str, tuple[str, ...]]
    roots: tuple[bytes, ...]
    intermediates: tuple[bytes, ...]
    crls: tuple[bytes, ...]
    verification_url: str
    calendar: WorkCalendar

    def office(self, office: str) -> Office:
        """An office.

        Raises:
            NotKnown: nobody entered it.
        """
        if office not in self.offices:
            raise NotKnown(
                f"Kantor {office} belum didaftarkan di hub. Tidak ada yang diubah. Daftarkan kantornya dahulu."
            )
        return self.offices[office]

    def officer(self, officer: str) -> Officer:
        """An officer.

        Raises:
            NotKnown: nobody entered that id.
        """
        if officer not in self.officers:
            raise NotKnown(f"Petugas {officer} belum didaftarkan di hub. Tidak ada yang diubah. Daftarkan dahulu.")
        return self.officers[officer]

    def assignments_of(self, office: str) -> tuple[Assignment, ...]:
        """Everybody's assignments in one office, past and future ones too."""
        return self._assignments.get(office, ())

    @cached_property
    def _assignments(self) -> dict[str, tuple[Assignment, ...]]:
        found: dict[str, tuple[Assignment, ...]] = {}
        for each in self.assignments:
            found[each.office] = (*found.get(each.office, ()), each)
        return found

    def pack(self, ref: str | None) -> Pack:
        """A service pack by `service@version`.

        Raises:
            NotKnown: it was never published here.
        """
        found = self.packs.get(ref or "")
        if found is None:
            raise NotKnown("Versi layanan ini tidak dikenal oleh hub.")
        return found

    def route(self, ref: str | None) -> Route:
        """The route of a pack; errors as of `pack`."""
        return self._routes[self.pack(ref).ref]

    @cached_property
    def _routes(self) -> dict[str, Route]:
        return {ref: route_of(pack) for ref, pack in self.packs.items()}

    @cached_property
    def shards(self) -> tuple[str, ...]:
        """Every shard in which rows may stand."""
        return tuple(sorted({".".join(office.split("/")[0].split(".")[:3]) for office in self.offices}))

    def calendar_of(self, office: str) -> WorkCalendar:
        """The working days of the regency on the office's own clock."""
        known = self.offices.get(office)
        offset = self.calendar.utc_offset if known is None else known.utc_offset
        if offset not in self._calendars:
            days = self.calendar
            self._calendars[offset] = WorkCalendar(days.week, offset, days.holidays, days.special)
        return self._calendars[offset]

    @cached_property
    def _calendars(self) -> dict[int, WorkCalendar]:
        """By the office's clock; each is counted through once."""
        return {}

    def knows_kecamatan(self, code: RegionCode) -> bool:
        """Whether the national table has or had it."""
        return knows_kecamatan(code)


def read_catalogue(connection: Connection) -> Catalogue:
    """All reference data as it stands in the database; its version first, so that nothing older passes for it."""
    version = config_version(connection)
    found = connection.execute(select(trust.c.kind, trust.c.content).order_by(trust.c.sha256)).all()
    calendar = setting(connection, "calendar")
    return Catalogue(
        version=version,
        offices={each.id: each for each in map(Office.from_json, _documents(connection, offices.c.document))},
        officers={each.id: each for each in map(Officer.from_json, _documents(connection, officers.c.document))},
        assignments=tuple(map(Assignment.from_json, _documents(connection, assignments.c.document))),
        packs=_packs(connection),
        certificates=_certificates(connection),
        roots=tuple(bytes(each.content) for each in found if each.kind == "root"),
        intermediates=tuple(bytes(each.content) for each in found if each.kind == "intermediate"),
        crls=tuple(bytes(each.content) for each in found if each.kind == "crl"),
        verification_url=setting(connection, "verification_url"),
        calendar=WorkCalendar.from_json(json.loads(calendar)) if calendar else national_calendar(),
    )


def _documents(connection: Connection, column: object) -> list[object]:
    return [json.loads(text) for text in connection.execute(select(column)).scalars()]  # type: ignore[call-overload]


def _packs(connection: Connection) -> dict[str, Pack]:
    found = (compiled_pack(bytes(content)) for content in connection.execute(select(packs.c.content)).scalars())
    return {pack.ref: pack for pack in found}


def _certificates(connection: Connection) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(select(certificates).order_by(certificates.c.sha256)):
        found[row.officer] = (*found.get(row.officer, ()), row.pem)
    return found

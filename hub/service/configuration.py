"""`GET /v1/config`: what an office must know of the regency, and not more of its people than its work needs."""

from __future__ import annotations

from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import Connection, select

from domain.offices import Office, OfficeKind
from domain.scopes import shard_of_office
from hub.service.catalogue import Catalogue
from hub.service.ground import Ground
from hub.store.growing import officer_keys
from hub.store.reference import certificates, packs
from sync.encoding import b64u


def configuration(ground: Ground, connection: Connection, office: str) -> dict[str, Any]:
    """The whole configuration of one office, as plain JSON."""
    catalogue = ground.catalogue(connection)
    seen = _seen(catalogue, office)
    posts = [each for each in catalogue.assignments if each.office in seen]
    people = {each.officer for each in posts}
    identity = ground.identity
    return {
        "version": str(catalogue.version),
        "hub": {"id": identity.hub_id, "key": b64u(identity.key.public), "name": identity.name},
        "regency": identity.regency,
        "offices": [each.to_json() for each in seen.values()],
        "officers": [each.to_json() for each in catalogue.officers.values() if each.id in people],
        "assignments": [each.to_json() for each in posts],
        "keys": _keys(connection, set(seen)),
        "certificates": _certificates(connection, people),
        "packs": _packs(connection),
        "trust": _trust(catalogue),
        "calendars": [catalogue.calendar.to_json()],
        "verification_url": catalogue.verification_url,
    }


def _seen(catalogue: Catalogue, office: str) -> dict[str, Office]:
    """Its own, those above and below it, and the agencies; an agency, to which all may come, sees all."""
    own = catalogue.office(office)
    if own.kind in {OfficeKind.AGENCY, OfficeKind.REGENCY}:
        return dict(catalogue.offices)
    above = {own.parent, own.region.regency.text if own.region.regency else None}
    return {
        each.id: each
        for each in catalogue.offices.values()
        if each.id == office or each.id in above or each.parent == office or each.kind is OfficeKind.AGENCY
    }


def _keys(connection: Connection, offices: set[str]) -> list[dict[str, Any]]:
    shards = {shard_of_office(office) for office in offices}
    rows = connection.execute(
        select(officer_keys).where(officer_keys.c.shard.in_(shards)).order_by(officer_keys.c.since, officer_keys.c.key)
    )
    return [
        {
            "key": row.key,
            "public": b64u(bytes(row.public)),
            "officer": row.officer,
            "office": row.office,
            "device": row.device,
            "state": row.state,
            "from": row.since,
            "revoked_at": row.revoked_at,
        }
        for row in rows
        if row.office in offices
    ]


def _certificates(connection: Connection, people: set[str]) -> list[dict[str, str]]:
    rows = connection.execute(select(certificates).order_by(certificates.c.sha256))
    return [{"officer": row.officer, "sha256": row.sha256, "pem": row.pem} for row in rows if row.officer in people]


def _packs(connection: Connection) -> list[dict[str, Any]]:
    rows = connection.execute(select(packs).order_by(packs.c.service, packs.c.version))
    return [
        {
            "id": row.service,
            "version": row.version,
            "sha256": row.sha256,
            "from": row.valid_from,
            "to": row.valid_to,
        }
        for row in rows
    ]


def _trust(catalogue: Catalogue) -> dict[str, list[str]]:
    return {
        "roots": [_pem(der) for der in catalogue.roots],
        "intermediates": [_pem(der) for der in catalogue.intermediates],
        "crls": [b64u(der) for der in catalogue.crls],
    }


def _pem(der: bytes) -> str:
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM).decode("ascii")

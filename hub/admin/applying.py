"""Reference data entered: all of a document in one transaction, or nothing. Who changed roles is told to every desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from sqlalchemy import Connection, Table

from domain.actions import ActionKind
from domain.offices import Office
from hub import limits
from hub.admin.documents import (
    BookStart,
    Document,
    assignment_of,
    calendar_of,
    crls_of,
    ders_of,
    office_of,
    officer_of,
    packs_of,
    pem_of,
)
from hub.errors import HubError
from hub.service.ground import Ground
from hub.service.identity import bump_config, put_setting
from hub.service.own_actions import now_of, say_without_request
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.locking import insert_if_absent
from hub.store.reference import assignments, certificates, officers, offices, packs, trust
from sync.record import hash_of


def apply_document(ground: Ground, document: Document, folder: Path) -> dict[str, int]:
    """Enter a document; how many of each part were entered.

    Raises:
        HubError: something in it cannot be; nothing was entered.
    """
    with ground.store.writing() as connection:
        catalogue = ground.catalogue(connection)
        known = _enter_offices(connection, document, catalogue.offices)
        _enter_officers(connection, document)
        changed = _enter_assignments(connection, document, known, set(catalogue.officers))
        _enter_packs(connection, document, folder)
        _enter_certificates(connection, document, folder)
        _enter_trust(connection, document, folder)
        _enter_settings(connection, document)
        bump_config(connection)
        _tell(ground, connection, changed)
    return _counted(document)


def _counted(document: Document) -> dict[str, int]:
    parts = ("offices", "officers", "assignments", "packs", "certificates", "roots", "intermediates", "crls", "books")
    return {part: len(getattr(document, part)) for part in parts}


def _put(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Write a row over what was there; whether it is new."""
    if insert_if_absent(connection, table, {**key, **values}):
        return True
    where = tuple(table.c[name] == value for name, value in key.items())
    connection.execute(table.update().where(*where).values(**values))
    return False


def _enter_offices(connection: Connection, document: Document, known: Mapping[str, Office]) -> dict[str, Office]:
    found = dict(known)
    for source in document.offices:
        office = office_of(source, found.get(str(source.get("id"))))
        found[office.id] = office
    for start in document.books:
        found[start.office] = _started(found, start)
    for office in found.values():
        _put(connection, offices, {"office": office.id}, {"document": json.dumps(office.to_json())})
    return found


def _started(known: Mapping[str, Office], start: BookStart) -> Office:
    office = known.get(start.office)
    if office is None or not 1 <= start.first <= 999_999:
        raise HubError(
            f"Buku nomor {start.office}: kantornya belum didaftarkan, atau nomornya salah. Tidak ada yang diubah."
        )
    kept = tuple(each for each in office.books.starts if each[:2] != (start.book, start.year))
    return replace(office, books=replace(office.books, starts=(*kept, (start.book, start.year, start.first))))


def _enter_officers(connection: Connection, document: Document) -> None:
    for source in document.officers:
        officer = officer_of(source)
        _put(connection, officers, {"officer": officer.id}, {"document": json.dumps(officer.to_json())})


def _enter_assignments(
    connection: Connection, document: Document, known: Mapping[str, Office], people: set[str]
) -> list[str]:
    """The officers whose assignments changed."""
    people |= {str(source.get("id")) for source in document.officers}
    changed = []
    for source in document.assignments:
        found = assignment_of(source, known)
        if found.officer not in people:
            raise HubError(f"Penugasan {found.id}: petugas {found.officer} belum didaftarkan. Tidak ada yang diubah.")
        values = {"officer": found.officer, "office": found.office, "document": json.dumps(found.to_json())}
        _put(connection, assignments, {"assignment": found.id}, values)
        changed.append(found.officer)
    return changed


def _enter_packs(connection: Connection, document: Document, folder: Path) -> None:
    for pack, content in packs_of(document.packs, folder):
        file = pack.file
        values = {
            "sha256": hash_of(content),
            "content": content,
            "valid_from": file.valid_from.isoformat(),
            "valid_to": file.valid_to.isoformat() if file.valid_to else None,
        }
        key = {"service": file.id, "version": str(file.version)}
        found = connection.execute(
            packs.select().where(*(packs.c[name] == value for name, value in key.items()))
        ).first()
        if found is not None and bytes(found.content) != content:
            raise HubError(
                f"Paket {pack.ref} sudah terbit dengan isi lain. Tidak ada yang diubah. Terbitkan sebagai versi baru."
            )
        _put(connection, packs, key, values)


def _enter_certificates(connection: Connection, document: Document, folder: Path) -> None:
    for each in document.certificates:
        pem = pem_of(each, folder)
        sha256 = hashlib.sha256(ders_of((pem,), folder)[0]).hexdigest()
        _put(connection, certificates, {"sha256": sha256}, {"officer": each.officer, "pem": pem})


def _enter_trust(connection: Connection, document: Document, folder: Path) -> None:
    for kind, ders in (("root", document.roots), ("intermediate", document.intermediates)):
        for der in ders_of(ders, folder):
            _put(connection, trust, {"kind": kind, "sha256": hash_of(der)}, {"content": der})
    for der in crls_of(document.crls, folder):
        _forget_older(connection, der)
        _put(connection, trust, {"kind": "crl", "sha256": hash_of(der)}, {"content": der})


def _forget_older(connection: Connection, der: bytes) -> None:
    """A newer list of the same issuer takes the place of the older."""
    fresh = x509.load_der_x509_crl(der)
    for row in connection.execute(trust.select().where(trust.c.kind == "crl")).all():
        old = x509.load_der_x509_crl(bytes(row.content))
        if old.issuer == fresh.issuer and old.last_update_utc <= fresh.last_update_utc:
            connection.execute(trust.delete().where(trust.c.kind == "crl", trust.c.sha256 == row.sha256))


def _enter_settings(connection: Connection, document: Document) -> None:
    if document.calendar is not None:
        put_setting(connection, "calendar", json.dumps(calendar_of(document.calendar).to_json()))
    if document.verification_url:
        if not document.verification_url.startswith(("https://", "http://")):
            raise HubError("Alamat pemeriksaan surat harus berawalan https://. Tidak ada yang diubah.")
        put_setting(connection, "verification_url", document.verification_url)
    if document.limits is not None:
        put_setting(connection, limits.SETTING, msgspec.json.encode(document.limits).decode())


def _tell(ground: Ground, connection: Connection, changed: list[str]) -> None:
    sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
    for officer in dict.fromkeys(changed):
        body = {"officer": officer, "caused_by": ground.identity.hub_id}
        say_without_request(sitting, ground.identity.regency, ActionKind.ROLE_CHANGED, body)
    write_sitting(sitting)

"""Reference data as an administrator writes it: one JSON document, read whole before anything of it is entered.

An office needs its code only: name, kop, head, clock and substitutes are filled in as is usual for its kind and region,
and whatever else stands beside the code replaces that.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from domain.jsonshape import ShapeError
from domain.office_customs import Above, default_office
from domain.offices import Office, OfficeKind, kind_of_id
from domain.posts import Assignment, Officer, Status, days
from domain.regions import RegionCodeError
from domain.workdays import WorkCalendar
from forms.errors import PackError
from forms.pack import Pack
from hub.errors import HubError
from hub.limits import Limits
from hub.service.shipped import compiled_pack
from resources.packs import open_packs
from resources.regions import open_regions
from sync.prepared import prepared


@prepared
class Certified(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An officer's certificate: as PEM text, or a file beside the document."""

    officer: str
    pem: str = ""
    file: str = ""


@prepared
class BookStart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first number of a book and year whose earlier numbers are on paper."""

    office: str
    book: str
    year: int
    first: int


@prepared
class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole document. Every part may be absent; what is entered twice replaces what was there.

    Attributes:
        packs: ``service@version`` of shipped packs, or files of packs; ``["*"]`` for all that ship.
        roots, intermediates: files with certificates (PEM or DER), or PEM texts.
        crls: files with revocation lists (DER or PEM), or base64 of DER.
        calendar: as of `domain.workdays.WorkCalendar`.
        verification_url: the beginning of the address in QR codes, ``https://…/``.
        limits: how often the hub lets itself be asked; taken up when it is started next.
    """

    offices: tuple[dict[str, Any], ...] = ()
    officers: tuple[dict[str, Any], ...] = ()
    assignments: tuple[dict[str, Any], ...] = ()
    packs: tuple[str, ...] = ()
    certificates: tuple[Certified, ...] = ()
    roots: tuple[str, ...] = ()
    intermediates: tuple[str, ...] = ()
    crls: tuple[str, ...] = ()
    calendar: dict[str, Any] | None = None
    verification_url: str = ""
    books: tuple[BookStart, ...] = ()
    limits: Limits | None = None


def read_document(content: bytes) -> Document:
    """The document in its form.

    Raises:
        HubError: with the place of the fault.
    """
    try:
        return msgspec.json.decode(content, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError) as cause:
        raise HubError(f"Berkas data rujukan tidak terbaca: {cause}. Tidak ada yang diubah.") from cause


def office_of(source: Mapping[str, Any], known: Office | None) -> Office:
    """An office from its code and whatever differs from what is usual, or from what is known.

    Raises:
        HubError: no code of an office, or a field of another kind.
    """
    try:
        office_id = str(source.get("id", ""))
        usual = known or default_office(office_id, str(source.get("name") or _name(office_id)), _above(office_id))
        return Office.from_json(usual.to_json() | dict(source))
    except (ShapeError, RegionCodeError) as cause:
        raise HubError(f"Kantor {source.get('id')}: {cause}. Tidak ada yang diubah.") from cause


def _name(office_id: str) -> str:
    name = open_regions().get(office_id, "")
    kind = kind_of_id(office_id)
    return name.partition(" ")[2] if kind is OfficeKind.REGENCY and name.partition(" ")[2] else name


def _above(office_id: str) -> Above:
    regions, code = open_regions(), office_id.partition("/")[0]
    return Above(regions.get(code[:5], code[:5]), regions.get(code[:8], "") if code.count(".") == 3 else "")


def officer_of(source: Mapping[str, Any]) -> Officer:
    """An officer; errors as of `office_of`."""
    try:
        return Officer.from_json({"nip": None, **source})
    except ShapeError as cause:
        raise HubError(f"Petugas {source.get('id')}: {cause}. Tidak ada yang diubah.") from cause


def assignment_of(source: Mapping[str, Any], offices: Mapping[str, Office]) -> Assignment:
    """An assignment by instants (`start`, `end`) or by the days of its decree (`first`, `last`, both worked).

    Raises:
        HubError: as of `office_of`; also an office that is not known.
    """
    fields: dict[str, Any] = {"end": None, "seksi": None, "status": Status.DEFINITIF.value, "decree": "", "title": ""}
    fields |= source
    office = offices.get(str(fields.get("office")))
    if office is None:
        raise HubError(f"Penugasan {source.get('id')}: kantornya belum didaftarkan. Tidak ada yang diubah.")
    try:
        if "first" in fields:
            fields |= _instants(fields, office)
        return Assignment.from_json(fields)
    except (ShapeError, ValueError) as cause:
        raise HubError(f"Penugasan {source.get('id')}: {cause}. Tidak ada yang diubah.") from cause


def _instants(fields: Mapping[str, Any], office: Office) -> dict[str, str | None]:
    last = fields.get("last")
    start, end = days(
        date.fromisoformat(str(fields["first"])), date.fromisoformat(str(last)) if last else None, office.utc_offset
    )
    return {"start": start.isoformat(), "end": end.isoformat() if end else None}


def calendar_of(source: Mapping[str, Any]) -> WorkCalendar:
    """The regency's calendar; errors as of `office_of`."""
    try:
        return WorkCalendar.from_json(source)
    except ShapeError as cause:
        raise HubError(f"Kalender kerja: {cause}. Tidak ada yang diubah.") from cause


def packs_of(names: tuple[str, ...], folder: Path) -> list[tuple[Pack, bytes]]:
    """Packs by name or file, compiled.

    Raises:
        HubError: no such pack, or one with faults.
    """
    shipped = open_packs()
    wanted = list(shipped) if "*" in names else list(names)
    contents = [shipped[name] if name in shipped else _file(folder, name) for name in wanted]
    try:
        return [(compiled_pack(content), content) for content in contents]
    except PackError as cause:
        raise HubError(f"{cause} Tidak ada yang diubah.") from cause


def pem_of(found: Certified, folder: Path) -> str:
    """One certificate as PEM text; errors as of `ders_of`."""
    content = found.pem.encode() if found.pem else _file(folder, found.file)
    return x509.load_der_x509_certificate(_certificates(content)[0]).public_bytes(Encoding.PEM).decode("ascii")


def ders_of(names: tuple[str, ...], folder: Path) -> list[bytes]:
    """Certificates as DER, from files or PEM texts.

    Raises:
        HubError: a file that cannot be read or is none.
    """
    contents = [name.encode() if "-----BEGIN" in name else _file(folder, name) for name in names]
    return [der for content in contents for der in _certificates(content)]


def _certificates(content: bytes) -> list[bytes]:
    try:
        if b"-----BEGIN" in content:
            found = x509.load_pem_x509_certificates(content)
        else:
            found = [x509.load_der_x509_certificate(content)]
    except ValueError as cause:
        raise HubError("Sertifikat tidak terbaca. Tidak ada yang diubah.") from cause
    return [each.public_bytes(Encoding.DER) for each in found]


def crls_of(names: tuple[str, ...], folder: Path) -> list[bytes]:
    """Revocation lists as DER; errors as of `ders_of`."""
    return [_crl(name, folder) for name in names]


def _crl(name: str, folder: Path) -> bytes:
    try:
        content = base64.b64decode(name, validate=True)
    except (ValueError, binascii.Error):
        content = _file(folder, name)
    try:
        load = x509.load_pem_x509_crl if b"-----BEGIN" in content else x509.load_der_x509_crl
        return load(content).public_bytes(Encoding.DER)
    except ValueError as cause:
        raise HubError("Daftar pencabutan (CRL) tidak terbaca. Tidak ada yang diubah.") from cause


def _file(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as cause:
        raise HubError(f"Berkas {name} tidak ada di samping dokumen. Tidak ada yang diubah.") from cause

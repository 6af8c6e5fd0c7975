"""Letters for the sample desks: signed by a sample certificate, or waiting for a pen, as if a hub had been there."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from desktop.cli.demo.citizens import BAKER, FISHERMAN, MOTHER, business
from desktop.office.desk import Desk
from desktop.office.issuing import issue_letter
from desktop.store import blobs, settings
from desktop.store import letter_numbers as numbers
from desktop.store.configuration import Certificate, Trust
from desktop.store.letter_numbers import Lease
from domain.numbering import book_year
from letters.authority import Authority, make_authority
from letters.officer_keys import fingerprint_of_pem
from sync.encoding import instant_text
from tooling.sample_desk import PASSWORD, accept, file_request

PASSPHRASE = "frasa contoh"  # noqa: S105 - of a sample certificate
SERVICE = "surat-keterangan-usaha"
_SIGNER = "sepatin-kades"


def certify(desk: Desk, authority: Authority, officer: str, now: datetime) -> bytes:
    """Register a certificate for an officer on this desk; its PKCS#12."""
    with desk.database.writing() as connection:
        config = desk.configuration(connection)
        made = authority.issue_officer(config.name_of(officer), PASSPHRASE, now - timedelta(days=30))
        sha256 = fingerprint_of_pem(made.certificate_pem)
        entry = Certificate(officer=officer, sha256=sha256, pem=made.certificate_pem.decode())
        trust = Trust(roots=(authority.root_pem.decode(),), intermediates=(authority.intermediate_pem.decode(),))
        url = "https://surat.contoh.example/p"
        known = (*config.certificates, entry)
        changed = msgspec.structs.replace(config, certificates=known, trust=trust, verification_url=url)
        settings.put(connection, "config", changed)
    return made.pkcs12


def lease_numbers(desk: Desk, now: datetime) -> None:
    """Numbers for the letters that this village issues by itself."""
    with desk.database.writing() as connection:
        office, incarnation = desk.office(connection), desk.contact(connection).incarnation
        book, year = office.books.book_of(SERVICE), book_year(now, office.utc_offset)
        expires = instant_text(now + timedelta(days=300))
        lease = Lease(desk.outside.new_id(), office.id, book, year, 12, 40, incarnation, expires)
        numbers.keep_lease(connection, lease)


def finished_letters(desk: Desk, now: datetime, most: int = 3) -> tuple[str, ...]:
    """Requests whose letters were issued here and accepted; the officer who acts is the same as before."""
    p12 = certify(desk, make_authority("Contoh", now - timedelta(days=60)), _SIGNER, now)
    lease_numbers(desk, now)
    acting = desk.officer
    found = []
    for owner, name in ((BAKER, "Kue Basah Contoh"), (FISHERMAN, "Keramba Contoh"), (MOTHER, "Warung Contoh"))[:most]:
        request = file_request(desk, SERVICE, business(owner, name))
        desk.act_as(_SIGNER, PASSWORD)
        issue_letter(desk, request, p12, PASSPHRASE)
        desk.officer = acting
        accept(desk, request)
        found.append(request)
    with desk.database.writing() as connection:
        blobs.mark_missing(connection, ())
    return tuple(found)

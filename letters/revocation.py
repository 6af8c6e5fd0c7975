"""Revocation: what CRLs tell about a chain, and laying chain and CRLs into a signed letter as a later revision.

A CRL counts only with its issuer's signature. What it lists stays revoked however old it is; that it does *not* list a
certificate counts only while it is fresh.
"""

import hashlib
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from letters.findings import Finding
from letters.pdf_files import reading, updating

_SKEW = timedelta(minutes=5)
_DAY = "%d-%m-%Y"


def revocation_of(path: Sequence[x509.Certificate], crls: Iterable[bytes], now: datetime) -> Finding:
    """What the CRLs say about every certificate of a chain, from the root (which no CRL covers) down to the signer."""
    lists = [crl for raw in crls if (crl := _load(raw)) is not None]
    fresh = True
    for issuer, certificate in pairwise(path):
        own = [crl for crl in lists if _is_from(crl, issuer)]
        since = _revoked_since(own, certificate)
        if since is not None:
            return Finding(
                "no", f"Sertifikat telah dicabut pada {since.strftime(_DAY)} (menurut daftar pencabutan penerbit)."
            )
        fresh = fresh and any(_is_fresh(crl, now) for crl in own)
    if len(path) < 2 or not fresh:
        return Finding("unknown", "Status pencabutan tidak diketahui: daftar pencabutan yang berlaku tidak tersedia.")
    return Finding("yes", "Sertifikat tidak dicabut menurut daftar pencabutan yang masih berlaku.")


def add_revocation(signed_pdf: bytes, certificates: Iterable[bytes], crls: Iterable[bytes]) -> bytes:
    """Append chain (PEM or DER) and latest known CRLs (DER) as a DSS revision; the signatures stay as they are.

    Raises PdfUnreadable.
    """
    from asn1crypto import crl as asn1_crl  # noqa: PLC0415 - with pyHanko below
    from asn1crypto import pem as asn1_pem  # noqa: PLC0415 - as above
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - as above
    from pyhanko.sign.validation.dss import DocumentSecurityStore  # noqa: PLC0415 - 1.6 s

    ders = [asn1_pem.unarmor(raw)[2] if asn1_pem.detect(raw) else raw for raw in certificates]
    lists = list(crls)
    with reading(signed_pdf) as reader:
        writer = updating(reader, hashlib.sha256(signed_pdf).digest() + b"".join((*ders, *lists)))
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=[asn1_x509.Certificate.load(der) for der in ders],
            crls=[asn1_crl.CertificateList.load(raw) for raw in lists],
        )
        written = io.BytesIO()
        writer.write(written)  # type: ignore[no-untyped-call]
    return written.getvalue()


def stored_revocation(reader: Any) -> tuple[bytes, ...]:
    """The CRLs that a letter carries in its DSS; nothing when it has none."""
    store = reader.root.get("/DSS")
    lists = None if store is None else store.get_object().get("/CRLs")
    return () if lists is None else tuple(bytes(stream.get_object().data) for stream in lists.get_object())


def _load(raw: bytes) -> x509.CertificateRevocationList | None:
    try:
        crl = x509.load_der_x509_crl(raw)
        return None if any(extension.critical for extension in crl.extensions) else crl
    except ValueError:
        return None


def _is_from(crl: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    """Whether the issuer signed it. A list that a file brings is read piece by piece, and any of them may be none."""
    try:
        return crl.issuer == issuer.subject and crl.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except (TypeError, ValueError, UnsupportedAlgorithm):
        return False


def _revoked_since(crls: Iterable[x509.CertificateRevocationList], certificate: x509.Certificate) -> datetime | None:
    for crl in crls:
        entry = crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is not None:
            return entry.revocation_date_utc
    return None


def _is_fresh(crl: x509.CertificateRevocationList, now: datetime) -> bool:
    until = crl.next_update_utc
    return crl.last_update_utc - _SKEW <= now and until is not None and now <= until

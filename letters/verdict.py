"""``verify``: the verdict about a signed letter, offline, from the file, the trusted roots and the hour."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from letters.errors import NotAcceptable, RootUnreadable
from letters.findings import Finding, SignatureVerdict, Verdict
from letters.integrity import Judged, anchors, embedded_signatures, judge
from letters.officer_keys import ExpectedSigner, common_name, fingerprint
from letters.pdf_files import reading
from letters.phases import Verified
from letters.revocation import revocation_of, stored_revocation

_END = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s{0,2}\Z")


@dataclass(frozen=True)
class Trust:
    """What signatures are judged by: roots (PEM or DER), the hour, CRLs beside the file's own, who must have signed.

    ``expected`` goes by field; where it says nothing, *penanda tangan* only tells whose signature it is.
    """

    roots: Sequence[bytes]
    now: datetime
    crls: Sequence[bytes] = ()
    expected: Mapping[str, ExpectedSigner] = field(default_factory=dict)


def verify(pdf: bytes, roots: Sequence[bytes], now: datetime) -> Verdict:
    """Judge every signature of a file by its own CRLs, as ``ketinting letter verify`` does. Raises PdfUnreadable."""
    return verify_with(pdf, Trust(roots, now))


def confirm(pdf: bytes, trust: Trust) -> Verified:
    """The last phase: a letter whose every signature is acceptable (a second one may still be to come).

    Raises NotAcceptable, PdfUnreadable.
    """
    verdict = verify_with(pdf, trust)
    if not verdict.signatures or not all(signature.acceptable for signature in verdict.signatures):
        raise NotAcceptable(json.dumps(verdict.to_json(), ensure_ascii=False))
    return Verified(pdf, verdict)


def verify_with(pdf: bytes, trust: Trust) -> Verdict:
    """Judge every signature of a file. Call from no running event loop (pyHanko runs its own).

    Raises RootUnreadable, and PdfUnreadable for what is no PDF or holds no readable signature; everything else gets a
    verdict.
    """
    now, trusted = trust.now, anchors(read_roots(trust.roots))
    with reading(pdf) as reader:
        signatures, open_fields = embedded_signatures(reader)
        judged = [_judge_in_time(signature, trusted, now) for signature in signatures]
        ends_well = _ends_with_its_last_revision(pdf, reader)
        known = (*trust.crls, *stored_revocation(reader))
    last = len(judged) - 1
    return Verdict(
        tuple(
            SignatureVerdict(
                field=one.field,
                signer=common_name(one.certificate),
                fingerprint=fingerprint(one.certificate),
                signed_at=one.signed_at,
                utuh=_whole(one, alone=ends_well and (place < last or one.only_revocation_after)),
                penanda_tangan=_person(one, trust.expected.get(one.field)),
                rantai_kepercayaan=_chain(one, now),
                pencabutan=revocation_of(one.path or (), known, now),
            )
            for place, one in enumerate(judged)
        ),
        tuple(open_fields),
    )


def read_roots(roots: Sequence[bytes]) -> list[bytes]:
    """Roots as DER, each from DER or from a PEM file with one or several. Raises RootUnreadable."""
    found = []
    for raw in roots:
        try:
            pem = b"-----BEGIN" in raw
            several = x509.load_pem_x509_certificates(raw) if pem else [x509.load_der_x509_certificate(raw)]
        except ValueError as error:
            raise RootUnreadable(str(error)) from error
        found += [one.public_bytes(Encoding.DER) for one in several]
    return found


def _judge_in_time(signature: Any, roots: Sequence[Any], now: datetime) -> Judged:
    """Judge at ``now``; a chain that does not hold any more is looked at again as of the claimed time of signing."""
    judged = judge(signature, roots, now)
    if judged.path is None and judged.signed_at is not None:
        return judge(signature, roots, judged.signed_at)
    return judged


def _whole(one: Judged, *, alone: bool) -> Finding:
    if not one.authentic:
        return Finding("no", "Isi dokumen berubah setelah ditandatangani, atau tanda tangannya rusak.")
    if one.later_changes or not alone:
        return Finding("no", "Ada yang ditambahkan atau diubah pada berkas setelah ditandatangani.")
    return Finding("yes", "Isi dokumen tidak berubah sejak ditandatangani.")


def _person(one: Judged, expected: ExpectedSigner | None) -> Finding:
    name = common_name(one.certificate)
    if not one.authentic:
        return Finding("no", f"Tanda tangan ini tidak terbukti dibuat oleh {name}.")
    if expected is not None and not expected.fits(one.certificate):
        return Finding("no", f"Ditandatangani oleh {name}, bukan pejabat yang ditunjuk.")
    return Finding("yes", f"Ditandatangani oleh {name.removesuffix('.')}.")


def _chain(one: Judged, now: datetime) -> Finding:
    if one.path is None:
        return Finding("no", "Sertifikat penanda tangan tidak diterbitkan oleh penerbit yang dipercaya.")
    if one.moment != now:
        return Finding(
            "unknown",
            "Sertifikat dari penerbit yang dipercaya, tetapi masa berlakunya tidak mencakup hari ini; "
            "tanpa stempel waktu, waktu tanda tangan tidak dapat dibuktikan.",
        )
    return Finding("yes", "Sertifikat diterbitkan oleh penerbit yang dipercaya dan masih berlaku.")


def _ends_with_its_last_revision(pdf: bytes, reader: Any) -> bool:
    """Nothing after the last revision: readers ignore such bytes, so they could hide anything."""
    end = _END.search(pdf[-64:])
    return end is not None and int(end[1]) == reader.last_startxref

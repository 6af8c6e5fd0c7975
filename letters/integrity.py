"""What pyHanko says about one embedded signature, reduced to what our verdict needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509


@dataclass(frozen=True)
class Judged:
    """One signature as judged at one moment. ``path`` leads from the root to the signer; None if none is trusted."""

    field: str
    certificate: x509.Certificate
    signed_at: datetime | None
    authentic: bool
    """The bytes it covers are those that were signed, by the key of the certificate."""
    later_changes: bool
    """Something that the letter does not allow came after it, or it does not cover its revision."""
    only_revocation_after: bool
    """Nothing but revocation data came after it, and no byte that belongs to no revision."""
    path: tuple[x509.Certificate, ...] | None
    moment: datetime
    """When the chain was looked at."""


def embedded_signatures(reader: Any) -> tuple[list[Any], list[str]]:
    """The signatures of a file in their order, and the names of signature fields that are still empty."""
    from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - 1.6 s

    values = {name: None if value is None else value.get_object() for name, value, _ in enumerate_sig_fields(reader)}
    open_fields = [name for name, value in values.items() if value is None or is_waiting(value)]
    if any(value is not None and is_waiting(value) for value in values.values()):
        return [], open_fields
    return list(reader.embedded_regular_signatures), open_fields


def is_waiting(signature: Any) -> bool:
    """Whether the place of this signature is still empty, as in a prepared file."""
    from pyhanko.sign.validation.pdf_embedded import extract_contents  # noqa: PLC0415 - 1.6 s

    return not extract_contents(signature).strip(b"\0")


def anchors(roots: Sequence[bytes]) -> list[Any]:
    """Trusted roots (DER) as pyHanko wants them."""
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - with pyHanko

    return [asn1_x509.Certificate.load(root) for root in roots]


def judge(signature: Any, roots: Sequence[Any], moment: datetime) -> Judged:
    """Check one signature: its bytes, what came after, and whether its chain holds at ``moment``. Never goes online."""
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415 - 1.6 s
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415 - as above
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - as above

    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=moment)
    status = validate_pdf_signature(signature, context)
    level = status.modification_level
    return Judged(
        field=signature.field_name,
        certificate=_modern(signature.signer_cert),
        signed_at=signature.self_reported_timestamp,
        authentic=status.intact and status.valid,
        later_changes=level is None or level == ModificationLevel.OTHER or not status.docmdp_ok,
        only_revocation_after=level is not None
        and level <= ModificationLevel.LTA_UPDATES
        and _tail_is_revisions(signature),
        path=_path(status),
        moment=moment,
    )


def _tail_is_revisions(signature: Any) -> bool:
    """As many ends as revisions after the signed one: readers pass over bytes between a revision and a false end."""
    signature.reader.stream.seek(int(signature.byte_range[2]) + int(signature.byte_range[3]))
    tail = signature.reader.stream.read()
    return bool(tail.count(b"startxref") == signature.reader.xrefs.total_revisions - 1 - signature.signed_revision)


def _path(status: Any) -> tuple[x509.Certificate, ...] | None:
    if status.validation_path is None or status.trust_problem_indic is not None:
        return None
    return tuple(_modern(certificate) for certificate in status.validation_path)


def _modern(certificate: Any) -> x509.Certificate:
    return x509.load_der_x509_certificate(certificate.dump())

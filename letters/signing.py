"""The signature itself: made on the desk over the bytes shown, put in its place by the hub, and checked there.

PAdES sub-filter with the ESS signing certificate. The time of signing is a signed attribute (docs/adr/0021).
"""

import asyncio
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from letters.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CmsDoesNotFit,
    CmsTooLarge,
    CmsUnreadable,
    WrongSigner,
)
from letters.officer_keys import ExpectedSigner, OfficerKey, fingerprint
from letters.phases import Prepared, Signed


def sign_prepared(prepared: Prepared, key: OfficerKey, expected: ExpectedSigner, now: datetime) -> bytes:
    """Sign the bytes of a prepared letter; gives the CMS (DER), one or two kilobytes. Call from no running event loop.

    Raises CertificateOfAnother, CertificateExpired, CertificateNotYetValid.
    """
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes  # noqa: PLC0415 - 1.6 s

    key.check(expected, now)
    attributes = PdfCMSSignedAttributes(signing_time=now)
    made = asyncio.run(_signer(key).async_sign(prepared.digest, "sha256", signed_attr_settings=attributes))
    return bytes(made.dump())


def fill_in(prepared: Prepared, cms: bytes, expected: ExpectedSigner) -> Signed:
    """Put a CMS in its place, once it is certain that it signs these bytes and was made by the expected person.

    Raises CmsTooLarge, CmsUnreadable, CmsDoesNotFit, WrongSigner, CertificateExpired, CertificateNotYetValid.
    """
    if len(cms) > prepared.room:
        raise CmsTooLarge(f"{len(cms)} bytes, {prepared.room} reserved")
    signer, certificate, signed_at = _read_cms(cms)
    if not expected.fits(certificate):
        raise WrongSigner(f"signed by {fingerprint(certificate)}")
    _check_time(certificate, signed_at)
    if not _signs(signer, certificate, prepared.digest):
        raise CmsDoesNotFit("the digest or the signature is another")
    return Signed(prepared.filled(cms), prepared.field, fingerprint(certificate), signed_at)


def sign_here(prepared: Prepared, key: OfficerKey, expected: ExpectedSigner, now: datetime) -> Signed:
    """Sign and fill in on one machine, as a village does with a letter that it issues. Raises like both."""
    return fill_in(prepared, sign_prepared(prepared, key, expected, now), expected)


def _signer(key: OfficerKey) -> Any:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - with pyHanko
    from pyhanko.sign.signers.pdf_cms import Signer  # noqa: PLC0415 - 1.6 s
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415 - as above

    own, *above = (
        asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
        for certificate in (key.certificate, *key.chain)
    )

    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(above)

    class KeptKeySigner(Signer):
        async def async_sign_raw(self, octets: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002 - pyHanko's signature
            return key.sign(octets)

    return KeptKeySigner(signing_cert=own, cert_registry=store, embed_roots=False)


def _read_cms(cms: bytes) -> tuple[Any, x509.Certificate, datetime]:
    from asn1crypto import cms as asn1_cms  # noqa: PLC0415 - with pyHanko
    from pyhanko.sign.validation import generic_cms  # noqa: PLC0415 - 1.6 s

    try:
        content = asn1_cms.ContentInfo.load(cms, strict=True)
        (signer,) = content["content"]["signer_infos"]
        signed_at = generic_cms.extract_self_reported_ts(signer)
        certificate = generic_cms.extract_certs_for_validation(content["content"]).signer_cert
        read = x509.load_der_x509_certificate(certificate.dump())
    except (ValueError, TypeError, KeyError) as error:
        raise CmsUnreadable(f"{type(error).__name__}: {error}") from error
    if signed_at is None:
        raise CmsUnreadable("no time of signing")
    return signer, read, signed_at


def _check_time(certificate: x509.Certificate, signed_at: datetime) -> None:
    if signed_at < certificate.not_valid_before_utc:
        raise CertificateNotYetValid(f"signed {signed_at}")
    if signed_at > certificate.not_valid_after_utc:
        raise CertificateExpired(f"signed {signed_at}")


def _signs(signer: Any, certificate: x509.Certificate, digest: bytes) -> bool:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - with pyHanko
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415 - 1.6 s

    own = asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    try:
        intact, valid = validate_sig_integrity(signer, own, "data", digest)
    except ValueError:  # so do all of pyHanko's refusals end
        return False
    return bool(intact and valid)

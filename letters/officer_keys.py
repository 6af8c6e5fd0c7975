"""An officer's PKCS#12 file, opened once for a batch of letters and held against the person who must sign.

The loaded key is kept, because loading and checking an RSA key costs 37 ms for each raw signature.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import NameOID

from letters.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOfAnother,
    KeyNotForSigning,
    NotPkcs12,
    WrongPassphrase,
)

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class ExpectedSigner:
    """Who must sign: by the SHA-256 of the registered certificate, or, where none is registered, by its common name."""

    fingerprint: str | None = None
    common_name: str | None = None

    def __post_init__(self) -> None:
        """Refuse an expectation that anybody fits."""
        if self.fingerprint is None and self.common_name is None:
            raise ValueError("nobody is expected")

    def fits(self, certificate: x509.Certificate) -> bool:
        """Whether this is the expected person's certificate."""
        by_print = self.fingerprint is None or self.fingerprint == fingerprint(certificate)
        return by_print and (self.common_name is None or self.common_name == common_name(certificate))


@dataclass(frozen=True)
class OfficerKey:
    """A key ready to sign, with its certificate and the certificates above it. Never stored, never printed."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    private: PrivateKey = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """A raw signature with SHA-256."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(message, padding.PKCS1v15(), SHA256())
        return self.private.sign(message, ec.ECDSA(SHA256()))

    def check(self, expected: ExpectedSigner, now: datetime) -> None:
        """Raise OfficerKeyRefused unless this key may sign for that person at that time."""
        if not expected.fits(self.certificate):
            raise CertificateOfAnother(f"got {fingerprint(self.certificate)}")
        if now < self.certificate.not_valid_before_utc:
            raise CertificateNotYetValid(f"begins {self.certificate.not_valid_before_utc}")
        if now > self.certificate.not_valid_after_utc:
            raise CertificateExpired(f"ended {self.certificate.not_valid_after_utc}")


def open_pkcs12(file: bytes, passphrase: str) -> OfficerKey:
    """Open an officer's file. Raises NotPkcs12, WrongPassphrase, KeyNotForSigning."""
    _require_pkcs12(file)
    try:
        opened = pkcs12.load_pkcs12(file, passphrase.encode())
    except ValueError as error:
        raise WrongPassphrase(str(error)) from error
    if not isinstance(opened.key, PrivateKey) or opened.cert is None:
        raise KeyNotForSigning("no key that signs, or no certificate")
    certificate = opened.cert.certificate
    if not _may_sign(certificate) or certificate.public_key() != opened.key.public_key():
        raise KeyNotForSigning("key usage without signing, or a certificate of another key")
    return OfficerKey(certificate, tuple(above.certificate for above in opened.additional_certs), opened.key)


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, in hexadecimal."""
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def fingerprint_of_pem(pem: bytes) -> str:
    """The fingerprint of a registered certificate file. Raises KeyNotForSigning when it is not one."""
    try:
        return fingerprint(x509.load_pem_x509_certificate(pem))
    except ValueError as error:
        raise KeyNotForSigning("not a certificate in PEM") from error


def common_name(certificate: x509.Certificate) -> str:
    """The name in the certificate, or its whole subject."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _require_pkcs12(file: bytes) -> None:
    from asn1crypto.pkcs12 import Pfx  # noqa: PLC0415 - only signing pays for it

    try:
        version = Pfx.load(file, strict=True)["version"].native
    except (ValueError, TypeError) as error:
        raise NotPkcs12(str(error)) from error
    if version != "v3":
        raise NotPkcs12(f"version {version}")


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.content_commitment

"""A small certificate authority for offices without BSrE, and for the demo: root, intermediate, officers, CRLs.

P-256 throughout (ASVS 11.2.3). An authority lives in memory, for as long as the demo or the ceremony that needs it.
Times are parameters; serial numbers and keys are drawn by the library.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

_MINUTES_OF_SKEW = timedelta(minutes=5)


@dataclass(frozen=True)
class _Issuer:
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


@dataclass(frozen=True)
class OfficerFile:
    """What an officer receives: the PKCS#12 file, and the certificate that the hub registers (PEM)."""

    pkcs12: bytes
    certificate_pem: bytes

    @property
    def serial(self) -> int:
        """For revoking."""
        return x509.load_pem_x509_certificate(self.certificate_pem).serial_number


@dataclass(frozen=True)
class Authority:
    """A root that signs only the intermediate, and an intermediate that signs officers."""

    root: _Issuer
    intermediate: _Issuer

    @property
    def root_pem(self) -> bytes:
        """What a verifier trusts."""
        return self.root.certificate.public_bytes(Encoding.PEM)

    @property
    def intermediate_pem(self) -> bytes:
        """For the chain in the DSS."""
        return self.intermediate.certificate.public_bytes(Encoding.PEM)

    def issue_officer(self, name: str, passphrase: str, begins: datetime, days: int = 730) -> OfficerFile:
        """A key and certificate for one officer (``name`` as on the letter), locked by the passphrase."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = _certificate(name, key.public_key(), self.intermediate, begins, days)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage(signs_letters=True), critical=True)
        made = builder.sign(self.intermediate.key, hashes.SHA256())
        locked = BestAvailableEncryption(passphrase.encode())
        packed = pkcs12.serialize_key_and_certificates(
            name.encode(), key, made, [self.intermediate.certificate], locked
        )
        return OfficerFile(packed, made.public_bytes(Encoding.PEM))

    def crls(self, at: datetime, revoked: tuple[tuple[int, datetime], ...] = (), days: int = 30) -> tuple[bytes, ...]:
        """The CRLs of root and intermediate (DER), good from ``at`` for so many days; ``revoked``: (serial, since)."""
        return _crl(self.root, at, (), days), _crl(self.intermediate, at, revoked, days)


def make_authority(name: str, begins: datetime, days: int = 3650) -> Authority:
    """A fresh authority named after the office that runs it, such as ``Contoh``."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    below_key = ec.generate_private_key(ec.SECP256R1())
    subject = f"Otoritas Sertifikat {name}"
    self_signed = _ca(_certificate(subject, root_key.public_key(), None, begins, days), path_length=1)
    root = _Issuer(root_key, self_signed.sign(root_key, hashes.SHA256()))
    below = _ca(_certificate(f"{subject} - Pejabat", below_key.public_key(), root, begins, days), path_length=0)
    return Authority(root, _Issuer(below_key, below.sign(root_key, hashes.SHA256())))


def _certificate(
    name: str, public: ec.EllipticCurvePublicKey, issuer: _Issuer | None, begins: datetime, days: int
) -> x509.CertificateBuilder:
    subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"), x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer_name = subject if issuer is None else issuer.certificate.subject
    issuer_key = public if issuer is None else issuer.key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer_name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - _MINUTES_OF_SKEW)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
    )


def _ca(builder: x509.CertificateBuilder, path_length: int) -> x509.CertificateBuilder:
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True)
    return builder.add_extension(_usage(signs_letters=False), critical=True)


def _usage(*, signs_letters: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_letters,
        content_commitment=signs_letters,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_letters,
        crl_sign=not signs_letters,
        encipher_only=False,
        decipher_only=False,
    )


def _crl(issuer: _Issuer, at: datetime, revoked: tuple[tuple[int, datetime], ...], days: int) -> bytes:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at)
        .next_update(at + timedelta(days=days))
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()), critical=False)
        .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
    )
    for serial, since in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)

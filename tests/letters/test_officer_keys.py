"""PKCS#12 files: opened with the passphrase, held against the person and the hour."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from letters.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOfAnother,
    KeyNotForSigning,
    LettersError,
    NotPkcs12,
    WrongPassphrase,
)
from letters.officer_keys import ExpectedSigner, common_name, fingerprint, fingerprint_of_pem, open_pkcs12
from tests.letters.conftest import BEGINS, NOW, World

SIGNS = x509.KeyUsage(
    digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
    key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
)  # fmt: skip


def certificate(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, usage: x509.KeyUsage | None = SIGNS
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Contoh")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(BEGINS)
        .not_valid_after(BEGINS + timedelta(days=700))
    )
    if usage is not None:
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(key, hashes.SHA256())


def packed(key: pkcs12.PKCS12PrivateKeyTypes | None, cert: x509.Certificate | None) -> bytes:
    return pkcs12.serialize_key_and_certificates(b"x", key, cert, None, BestAvailableEncryption(b"rahasia"))


@pytest.mark.parametrize("file", [b"", b"-----BEGIN CERTIFICATE-----", b"0\x03\x02\x01\x02", b"0\x80\x02\x01\x03"])
def test_a_file_that_is_no_pkcs12_is_told_apart(file: bytes) -> None:
    with pytest.raises(NotPkcs12, match="bukan berkas sertifikat"):
        open_pkcs12(file, "rahasia")


def test_a_pkcs12_of_another_version_is_refused() -> None:
    file = packed(ec.generate_private_key(ec.SECP256R1()), None)
    at = file.index(b"\x02\x01\x03")
    with pytest.raises(NotPkcs12):
        open_pkcs12(file[:at] + b"\x02\x01\x00" + file[at + 3 :], "rahasia")


def test_a_wrong_passphrase_says_so(world: World) -> None:
    with pytest.raises(WrongPassphrase, match="Frasa sandi sertifikat salah"):
        open_pkcs12(world.kades.file.pkcs12, "salah")


def test_a_key_that_is_not_for_signing_is_refused() -> None:
    key, other = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    seals = x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=True, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    refused = [
        packed(None, certificate(key)),
        packed(key, None),
        packed(ed25519.Ed25519PrivateKey.generate(), None),
        packed(key, certificate(key, seals)),
        packed(key, certificate(key, None)),
    ]
    for file in refused:
        with pytest.raises(KeyNotForSigning):
            open_pkcs12(file, "rahasia")
    with pytest.raises(ValueError, match="match"):
        packed(key, certificate(other))


def test_an_rsa_key_signs_too() -> None:
    key = rsa.generate_private_key(65537, 2048)
    opened = open_pkcs12(packed(key, certificate(key)), "rahasia")
    key.public_key().verify(opened.sign(b"surat"), b"surat", padding.PKCS1v15(), hashes.SHA256())
    assert common_name(opened.certificate) == "O=Contoh"


def test_the_key_is_never_printed(world: World) -> None:
    assert "PrivateKey" not in repr(world.kades.key)


def test_the_certificate_must_be_the_expected_persons(world: World) -> None:
    key = world.kades.key
    key.check(world.kades.expected, NOW)
    key.check(ExpectedSigner(common_name="Contoh Kepala Desa"), NOW)
    for other in (world.camat.expected, ExpectedSigner(common_name="Orang Lain")):
        with pytest.raises(CertificateOfAnother, match="milik orang lain"):
            key.check(other, NOW)
    with pytest.raises(ValueError, match="nobody"):
        ExpectedSigner()


@pytest.mark.parametrize(
    ("at", "error"),
    [
        (datetime(2025, 12, 31, tzinfo=UTC), CertificateNotYetValid),
        (datetime(2028, 1, 3, tzinfo=UTC), CertificateExpired),
    ],
)
def test_the_certificate_must_be_valid_at_the_hour(world: World, at: datetime, error: type[LettersError]) -> None:
    with pytest.raises(error):
        world.kades.key.check(world.kades.expected, at)


def test_a_registered_certificate_is_known_by_its_fingerprint(world: World) -> None:
    pem = world.kades.file.certificate_pem
    assert fingerprint_of_pem(pem) == fingerprint(world.kades.key.certificate)
    with pytest.raises(KeyNotForSigning):
        fingerprint_of_pem(b"bukan sertifikat")

"""What CRLs tell, and what they do not."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, x25519
from cryptography.hazmat.primitives.serialization import Encoding

from letters import revocation
from letters.authority import make_authority
from letters.pdf_files import reading
from letters.phases import Signed
from letters.revocation import add_revocation, revocation_of, stored_revocation
from tests.letters.conftest import BEGINS, NOW, World


def path(world: World) -> tuple[x509.Certificate, ...]:
    authority = world.authority
    return authority.root.certificate, authority.intermediate.certificate, world.kades.key.certificate


def test_every_certificate_below_the_root_needs_a_fresh_list(world: World) -> None:
    assert revocation_of(path(world), world.crls, NOW).answer == "yes"
    for crls in (world.crls[:1], world.crls[1:], ()):
        assert revocation_of(path(world), crls, NOW).answer == "unknown"
    assert revocation_of((), world.crls, NOW).answer == "unknown"


@pytest.mark.parametrize(("days", "answer"), [(-1, "unknown"), (0, "yes"), (30, "yes"), (31, "unknown")])
def test_a_list_counts_while_it_is_fresh(world: World, days: int, answer: str) -> None:
    assert revocation_of(path(world), world.crls, NOW + timedelta(days=days)).answer == answer


def test_a_list_whose_issuer_cannot_be_read_counts_for_nothing(world: World) -> None:
    """The letters of its name are no letters; it is found when the name is looked at, and not when it is opened."""
    bent = [crl.replace(b"\x06\x03U\x04\x03", b"\x06\x03U\x84\x83") for crl in world.crls]
    assert revocation_of(path(world), bent, NOW).answer == "unknown"
    assert revocation_of(path(world), [*bent, *world.crls], NOW).answer == "yes"


def test_a_revoked_intermediate_takes_its_officers_along(world: World) -> None:
    serial = world.authority.intermediate.certificate.serial_number
    by_root = revocation._load(_crl(world, (serial,)))
    assert by_root is not None
    found = revocation_of(path(world), [_crl(world, (serial,)), world.crls[1]], NOW)
    assert found.answer == "no"


def test_a_list_of_a_stranger_with_the_same_name_counts_for_nothing(world: World) -> None:
    rogue = make_authority("Contoh", BEGINS).crls(NOW, ((world.kades.file.serial, NOW),))
    assert revocation_of(path(world), (*world.crls, *rogue), NOW).answer == "yes"
    assert revocation_of(path(world), rogue, NOW).answer == "unknown"


def test_broken_lists_and_lists_with_rules_we_do_not_know_are_left_out(world: World) -> None:
    partial = _crl(world, (), x509.IssuingDistributionPoint(None, None, True, False, None, False, False))
    assert revocation_of(path(world), [b"bukan CRL", partial, *world.crls[1:]], NOW).answer == "unknown"


def test_an_issuer_whose_key_cannot_sign_vouches_for_nothing(world: World) -> None:
    crl = revocation._load(world.crls[0])
    assert crl is not None
    odd = (
        x509.CertificateBuilder()
        .subject_name(crl.issuer)
        .issuer_name(crl.issuer)
        .public_key(x25519.X25519PrivateKey.generate().public_key())
        .serial_number(1)
        .not_valid_before(BEGINS)
        .not_valid_after(NOW)
        .sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    )
    assert not revocation._is_from(crl, odd)


def test_the_lists_are_laid_into_the_letter_once_and_reproducibly(signed: Signed, world: World) -> None:
    chain = [world.authority.root_pem, world.authority.intermediate.certificate.public_bytes(Encoding.DER)]
    laid = add_revocation(signed.pdf, chain, world.crls)
    assert laid.startswith(signed.pdf)
    assert laid == add_revocation(signed.pdf, chain, world.crls)
    again = add_revocation(laid, chain, world.crls)
    with reading(again) as reader:
        assert stored_revocation(reader) == world.crls
    with reading(signed.pdf) as reader:
        assert stored_revocation(reader) == ()
    with reading(add_revocation(signed.pdf, chain, [])) as reader:
        assert stored_revocation(reader) == ()


def _crl(world: World, serials: tuple[int, ...], extra: x509.ExtensionType | None = None) -> bytes:
    root = world.authority.root
    builder = x509.CertificateRevocationListBuilder().issuer_name(root.certificate.subject)
    builder = builder.last_update(NOW).next_update(NOW + timedelta(days=9))
    for serial in serials:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(NOW).build()
        builder = builder.add_revoked_certificate(entry)
    if extra is not None:
        builder = builder.add_extension(extra, critical=True)
    return builder.sign(root.key, hashes.SHA256()).public_bytes(Encoding.DER)

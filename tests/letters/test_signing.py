"""A CMS over the prepared bytes, by the right person, in its place."""

from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import cms as asn1_cms

from letters.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOfAnother,
    CmsDoesNotFit,
    CmsTooLarge,
    CmsUnreadable,
    LettersError,
    WrongSigner,
)
from letters.officer_keys import OfficerKey
from letters.phases import Prepared, Signed
from letters.preparing import prepare
from letters.signing import fill_in, sign_here, sign_prepared
from letters.templates import load_template
from tests.letters.conftest import NOW, STAMP, World
from tests.letters.samples import frozen


@pytest.fixture(scope="module")
def cms(prepared: Prepared, world: World) -> bytes:
    return sign_prepared(prepared, world.kades.key, world.kades.expected, NOW)


def test_the_desk_returns_little_and_the_hub_fills_it_in(cms: bytes, prepared: Prepared, world: World) -> None:
    assert len(cms) < 2500
    done = fill_in(prepared, cms, world.kades.expected)
    assert done.signed_at == NOW
    assert done.field == "ttd1"
    assert done.fingerprint == world.kades.expected.fingerprint
    assert prepared.equals_outside_contents(done.pdf)
    assert cms.hex().upper().encode() in done.pdf
    assert len(done.sha256) == 64


def test_the_signature_names_its_certificate_and_its_time(cms: bytes) -> None:
    (signer,) = asn1_cms.ContentInfo.load(cms)["content"]["signer_infos"]
    names = {attribute["type"].native for attribute in signer["signed_attrs"]}
    assert {"signing_certificate_v2", "signing_time", "message_digest", "content_type"} <= names


def test_the_root_does_not_travel_with_the_signature(cms: bytes, world: World) -> None:
    carried = asn1_cms.ContentInfo.load(cms)["content"]["certificates"]
    assert sorted(c.chosen.subject.native["common_name"] for c in carried) == [
        "Contoh Kepala Desa",
        "Otoritas Sertifikat Contoh - Pejabat",
    ]


def test_another_persons_key_does_not_sign(prepared: Prepared, world: World) -> None:
    with pytest.raises(CertificateOfAnother):
        sign_prepared(prepared, world.camat.key, world.kades.expected, NOW)


def test_another_persons_signature_is_not_filled_in(prepared: Prepared, world: World) -> None:
    theirs = sign_prepared(prepared, world.camat.key, world.camat.expected, NOW)
    with pytest.raises(WrongSigner):
        fill_in(prepared, theirs, world.kades.expected)


def test_a_signature_over_another_letter_does_not_fit(cms: bytes, world: World) -> None:
    other = prepare(frozen(content={"nama": "Orang Lain"}), load_template("surat-keterangan-usaha"), STAMP)
    with pytest.raises(CmsDoesNotFit):
        fill_in(other, cms, world.kades.expected)


def test_a_damaged_signature_does_not_fit(cms: bytes, prepared: Prepared, world: World) -> None:
    parsed = asn1_cms.ContentInfo.load(cms)
    (signer,) = parsed["content"]["signer_infos"]
    signer["signature"] = bytes(byte ^ 1 for byte in signer["signature"].native)
    with pytest.raises(CmsDoesNotFit):
        fill_in(prepared, parsed.dump(), world.kades.expected)


def test_a_signature_of_an_algorithm_nobody_knows_does_not_fit(cms: bytes, prepared: Prepared, world: World) -> None:
    parsed = asn1_cms.ContentInfo.load(cms)
    (signer,) = parsed["content"]["signer_infos"]
    signer["signature_algorithm"] = {"algorithm": "sha1_dsa"}
    with pytest.raises(CmsDoesNotFit):
        fill_in(prepared, parsed.dump(), world.kades.expected)


def test_what_is_no_signature_is_told_apart(cms: bytes, prepared: Prepared, world: World) -> None:
    timeless = asn1_cms.ContentInfo.load(cms)
    (signer,) = timeless["content"]["signer_infos"]
    signer["signed_attrs"] = [a for a in signer["signed_attrs"] if a["type"].native != "signing_time"]
    alone = asn1_cms.ContentInfo.load(cms)
    alone["content"]["certificates"] = []
    for broken in (b"", b"bukan CMS", cms[:-5], timeless.dump(), alone.dump()):
        with pytest.raises(CmsUnreadable):
            fill_in(prepared, broken, world.kades.expected)


def test_a_signature_larger_than_its_place_is_refused(prepared: Prepared, world: World) -> None:
    with pytest.raises(CmsTooLarge):
        fill_in(prepared, b"\x30" * (prepared.room + 1), world.kades.expected)


@pytest.mark.parametrize(
    ("at", "error"),
    [
        (datetime(2025, 12, 1, tzinfo=UTC), CertificateNotYetValid),
        (datetime(2029, 1, 1, tzinfo=UTC), CertificateExpired),
    ],
)
def test_a_time_of_signing_outside_the_certificate_is_refused(
    prepared: Prepared, world: World, monkeypatch: pytest.MonkeyPatch, at: datetime, error: type[LettersError]
) -> None:
    monkeypatch.setattr(OfficerKey, "check", lambda *_: None)
    lying = sign_prepared(prepared, world.kades.key, world.kades.expected, at)
    with pytest.raises(error):
        fill_in(prepared, lying, world.kades.expected)


def test_a_village_signs_in_one_go(signed: Signed, prepared: Prepared, world: World) -> None:
    again = sign_here(prepared, world.kades.key, world.kades.expected, NOW + timedelta(minutes=1))
    assert prepared.equals_outside_contents(again.pdf)
    assert again.pdf != signed.pdf

"""Four things apart: whole, whose, trusted, not revoked."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pypdf import PdfReader, PdfWriter

from letters.authority import make_authority
from letters.errors import NotAcceptable, PdfUnreadable, RootUnreadable
from letters.findings import QUESTIONS, Verdict
from letters.phases import Prepared, Signed
from letters.preparing import prepare, prepare_next
from letters.revocation import add_revocation
from letters.signing import sign_here
from letters.templates import load_template
from letters.verdict import Trust, confirm, read_roots, verify, verify_with
from tests.letters import tampering
from tests.letters.conftest import BEGINS, NOW, STAMP, World, officer
from tests.letters.samples import frozen


def answers(verdict: Verdict) -> list[str]:
    return [getattr(verdict, question).answer for question in QUESTIONS]


def test_a_letter_with_a_fresh_crl_is_good_in_all_four(signed: Signed, world: World) -> None:
    with_crls = add_revocation(signed.pdf, [world.authority.intermediate_pem], world.crls)
    verdict = verify(with_crls, world.roots, NOW)
    assert answers(verdict) == ["yes", "yes", "yes", "yes"]
    assert verdict.acceptable
    assert verdict.sentence == "Tanda tangan surat ini sah."
    (one,) = verdict.signatures
    assert one.signer == "Contoh Kepala Desa"
    assert one.signed_at == NOW


@pytest.mark.parametrize("after", [timedelta(days=31), timedelta(days=-1)])
def test_an_old_or_missing_crl_is_not_known_and_lets_the_letter_through(
    signed: Signed, world: World, after: timedelta
) -> None:
    bare = verify(signed.pdf, world.roots, NOW)
    stale = verify_with(signed.pdf, Trust(world.roots, NOW + after, world.crls))
    for verdict in (bare, stale):
        assert answers(verdict) == ["yes", "yes", "yes", "unknown"]
        assert verdict.acceptable
        assert "tidak diketahui" in verdict.sentence


def test_a_revoked_certificate_is_found_even_in_an_old_crl(signed: Signed, world: World) -> None:
    revoked = world.authority.crls(NOW, ((world.kades.file.serial, NOW - timedelta(days=9)),))
    verdict = verify_with(signed.pdf, Trust(world.roots, NOW + timedelta(days=90), revoked))
    assert answers(verdict) == ["yes", "yes", "yes", "no"]
    assert not verdict.acceptable
    assert "12-11-2026" in verdict.pencabutan.sentence


def test_a_stranger_is_not_trusted_and_his_revocation_not_known(signed: Signed) -> None:
    other = make_authority("Lain", BEGINS)
    verdict = verify(signed.pdf, (other.root_pem,), NOW)
    assert answers(verdict) == ["yes", "yes", "no", "unknown"]
    assert not verdict.acceptable


def test_nobody_is_trusted_without_a_root(signed: Signed) -> None:
    assert answers(verify(signed.pdf, (), NOW))[2] == "no"


def test_a_false_authority_of_the_same_name_is_not_trusted(prepared: Prepared, world: World) -> None:
    rogue = officer(make_authority("Contoh", BEGINS), "Contoh Kepala Desa")
    forged = sign_here(prepared, rogue.key, rogue.expected, NOW)
    assert answers(verify(forged.pdf, world.roots, NOW))[:3] == ["yes", "yes", "no"]


def test_a_certificate_that_ended_since_leaves_the_chain_unknown(signed: Signed, world: World) -> None:
    verdict = verify(signed.pdf, world.roots, datetime(2028, 6, 1, tzinfo=UTC))
    assert answers(verdict)[:3] == ["yes", "yes", "unknown"]
    assert not verdict.acceptable


def test_another_signer_than_expected_is_said_by_name(signed: Signed, world: World) -> None:
    verdict = verify_with(signed.pdf, world.trust(ttd1=world.camat))
    assert answers(verdict) == ["yes", "no", "yes", "yes"]
    assert "Contoh Kepala Desa, bukan pejabat" in verdict.penanda_tangan.sentence
    assert verify_with(signed.pdf, world.trust(ttd1=world.kades)).acceptable


def test_two_signers_are_each_judged(twice_signed: bytes, world: World) -> None:
    verdict = verify_with(twice_signed, world.trust(ttd1=world.kades, ttd2=world.camat))
    assert [one.signer for one in verdict.signatures] == ["Contoh Kepala Desa", "Drs. Contoh Camat, M.Si."]
    assert verdict.acceptable
    swapped = verify_with(twice_signed, world.trust(ttd1=world.camat, ttd2=world.kades))
    assert [one.penanda_tangan.answer for one in swapped.signatures] == ["no", "no"]


def test_a_letter_whose_second_signer_has_not_signed_is_not_complete(half_signed: bytes, world: World) -> None:
    verdict = verify(half_signed, world.roots, NOW)
    assert verdict.open_fields == ("ttd2",)
    assert verdict.signatures[0].acceptable
    assert not verdict.acceptable
    assert "belum lengkap" in verdict.sentence


def test_a_prepared_file_is_not_signed(prepared: Prepared, world: World) -> None:
    verdict = verify(prepared.pdf, world.roots, NOW)
    assert verdict.signatures == ()
    assert verdict.open_fields == ("ttd1",)
    assert answers(verdict) == ["unknown"] * 4
    assert "tidak memuat tanda tangan" in verdict.sentence


@pytest.mark.parametrize("how", tampering.AFTERWARDS.values(), ids=tampering.AFTERWARDS.keys())
def test_whatever_is_done_afterwards_is_found(
    how: tampering.Tamper, signed: Signed, twice_signed: bytes, world: World
) -> None:
    for pdf in (signed.pdf, twice_signed):
        verdict = verify(how(pdf), world.roots, NOW)
        assert verdict.utuh.answer == "no"
        assert not verdict.acceptable
        assert "TIDAK dapat diterima" in verdict.sentence


@pytest.mark.parametrize(
    "how", [tampering.overlay, tampering.wordless_overlay, tampering.appended_page, tampering.shadow_replaced]
)
def test_what_is_slipped_in_between_two_signatures_is_found(
    how: tampering.Tamper, half_signed: bytes, world: World
) -> None:
    second = prepare_next(how(half_signed), "ttd2", STAMP)
    done = sign_here(second, world.camat.key, world.camat.expected, NOW)
    first, last = verify(done.pdf, world.roots, NOW).signatures
    assert (first.utuh.answer, last.utuh.answer) == ("no", "yes")


@pytest.mark.parametrize("pdf", [b"", b"bukan PDF", b"%PDF-1.7\n%%EOF", b"x" * 20_000_001])
def test_what_is_no_pdf_is_told_in_a_sentence(pdf: bytes, world: World) -> None:
    with pytest.raises(PdfUnreadable, match="bukan PDF"):
        verify(pdf, world.roots, NOW)


def test_an_encrypted_file_is_not_read(signed: Signed, world: World) -> None:

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(signed.pdf)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(PdfUnreadable):
        verify(out.getvalue(), world.roots, NOW)


def test_only_a_verified_letter_is_called_verified(signed: Signed, prepared: Prepared, world: World) -> None:
    assert confirm(signed.pdf, world.trust(ttd1=world.kades)).pdf == signed.pdf
    for pdf in (prepared.pdf, tampering.overlay(signed.pdf)):
        with pytest.raises(NotAcceptable) as refusal:
            confirm(pdf, world.trust())
        assert json.loads(refusal.value.detail)["acceptable"] is False


def test_the_verdict_as_json_keeps_the_four_apart(twice_signed: bytes, world: World) -> None:
    told = json.loads(json.dumps(verify(twice_signed, world.roots, NOW).to_json()))
    assert told["acceptable"] is True
    assert told["utuh"] == {
        "answer": "yes",
        "word": "ya",
        "sentence": "Isi dokumen tidak berubah sejak ditandatangani.",
    }
    assert [one["field"] for one in told["signatures"]] == ["ttd1", "ttd2"]
    assert told["signatures"][0]["signed_at"] == "2026-11-21T03:00:00+00:00"


def test_roots_come_as_pem_with_several_or_as_der(world: World) -> None:
    root = world.authority.root.certificate.public_bytes(Encoding.DER)
    assert read_roots([world.authority.root_pem + world.authority.intermediate_pem, root])[0] == root
    for wrong in (b"bukan sertifikat", b"-----BEGIN CERTIFICATE-----"):
        with pytest.raises(RootUnreadable, match="bukan sertifikat"):
            read_roots([wrong])


def test_a_letter_of_the_authority_of_another_year_is_known_by_its_own_chain(world: World) -> None:
    later = officer(world.authority, "Contoh Lurah", begins=NOW - timedelta(days=1), days=30)
    done = sign_here(prepare(frozen(), load_template("surat-keterangan-usaha"), STAMP), later.key, later.expected, NOW)
    assert verify(done.pdf, world.roots, NOW).acceptable

"""A desk that lies about a letter's bytes, and one that does not."""

from dataclasses import replace

import pytest

from domain.letters import FrozenLetter, LetterNumber, Typesetting
from letters import comparing
from letters.comparing import compare_letter
from letters.errors import PdfUnreadable, TemplateDiffers
from letters.phases import Prepared, Signed
from letters.preparing import prepare, read_prepared
from letters.render import render_with_fields
from letters.revocation import add_revocation
from letters.signing import sign_here
from letters.stamp import SignerBlock, Stamp
from letters.templates import TemplateSource, load_template
from tests.letters import tampering
from tests.letters.conftest import NOW, STAMP, URL, World
from tests.letters.samples import ON, USAHA, frozen


def _compare(received: bytes, world: World, letter: FrozenLetter | None = None) -> comparing.Comparison:
    letter = letter or frozen()
    return compare_letter(letter, (load_template(letter.draft.service), STAMP), received, world.trust(ttd1=world.kades))


def _signed(prepared: Prepared, world: World) -> bytes:
    return sign_here(prepared, world.kades.key, world.kades.expected, NOW).pdf


def test_an_honest_letter_is_the_same_in_every_byte(signed: Signed, world: World) -> None:
    found = _compare(signed.pdf, world)
    assert found.outcome == "same"
    assert found.acceptable


def test_the_first_half_of_a_letter_with_two_signers_is_compared_like_any_other(world: World) -> None:
    letter = frozen("sktm")
    found = _compare(_signed(prepare(letter, load_template("sktm"), STAMP), world), world, letter)
    assert found.acceptable
    assert not found.verdict.acceptable


def test_an_honest_letter_of_another_signer_is_not_acceptable(prepared: Prepared, world: World) -> None:
    theirs = sign_here(prepared, world.camat.key, world.camat.expected, NOW)
    found = _compare(theirs.pdf, world)
    assert found.outcome == "same"
    assert not found.acceptable


LIES = {
    "another name": frozen(content={**USAHA, "nama": "Orang Lain"}),
    "another number": replace(frozen(), number=LetterNumber("b", 2026, 99, "500.2.2.4/099/KB/XI/2026")),
    "another day": replace(frozen(), date=ON.replace(day=1)),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_letter_of_other_data_is_other_text(lie: FrozenLetter, template: TemplateSource, world: World) -> None:
    found = _compare(_signed(prepare(lie, template, STAMP), world), world)
    assert found.outcome == "other_text"
    assert found.verdict.signatures[0].utuh.answer == "yes"


BEFORE_SIGNING = {
    "a word drawn over the page": tampering.overlay,
    "a page appended": tampering.appended_page,
    "a note stuck on": tampering.annotation,
    "the pages exchanged": tampering.shadow_replaced,
}


@pytest.mark.parametrize("how", BEFORE_SIGNING.values(), ids=BEFORE_SIGNING.keys())
def test_what_a_desk_slips_in_before_it_signs_is_other_text(
    how: tampering.Tamper, letter: FrozenLetter, template: TemplateSource, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = render_with_fields
    with monkeypatch.context() as lying:
        lying.setattr("letters.preparing.render_with_fields", lambda *a: replace(honest(*a), pdf=how(honest(*a).pdf)))
        received = _signed(prepare(letter, template, STAMP), world)
    found = _compare(received, world)
    assert found.verdict.signatures[0].acceptable
    assert found.outcome == "other_text"


@pytest.mark.parametrize("how", BEFORE_SIGNING.values(), ids=BEFORE_SIGNING.keys())
def test_what_is_slipped_in_after_signing_is_other_text_and_not_whole(
    how: tampering.Tamper, signed: Signed, world: World
) -> None:
    found = _compare(how(signed.pdf), world)
    assert found.outcome == "other_text"
    assert found.verdict.utuh.answer == "no"


def test_other_words_in_the_stamp_are_other_text(letter: FrozenLetter, template: TemplateSource, world: World) -> None:
    block = SignerBlock(("LUNAS",), ("Kepala Desa",), "Orang Lain")
    received = _signed(prepare(letter, template, Stamp(URL, ON, block)), world)
    assert _compare(received, world).outcome == "other_text"


def test_the_same_words_in_other_bytes_are_for_a_person_to_look_at(
    signed: Signed, letter: FrozenLetter, template: TemplateSource, world: World
) -> None:
    other_qr = _signed(prepare(letter, template, Stamp(URL + "x", ON)), world)
    for received in (other_qr, add_revocation(signed.pdf, [], world.crls), tampering.wordless_overlay(signed.pdf)):
        found = _compare(received, world)
        assert found.outcome == "differs_in_rendering"
        assert not found.acceptable


def test_another_version_of_typst_on_the_desk_is_rendered_here_all_the_same(signed: Signed, world: World) -> None:
    letter = frozen()
    older = replace(letter, typesetting=Typesetting(letter.typesetting.fonts, "0.14.0"))
    assert _compare(signed.pdf, world, older).outcome == "same"


def test_a_letter_of_another_template_cannot_be_made_here(signed: Signed, world: World) -> None:
    with pytest.raises(TemplateDiffers):
        compare_letter(frozen(), (load_template("sktm"), STAMP), signed.pdf, world.trust())


def test_a_file_that_cannot_be_read_is_no_letter(signed: Signed, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PdfUnreadable):
        _compare(b"bukan PDF", world)
    with pytest.raises(PdfUnreadable):
        comparing._told(b"bukan PDF")
    monkeypatch.setattr(comparing, "LARGEST", 10)
    with pytest.raises(PdfUnreadable):
        comparing._told(signed.pdf)


def test_a_prepared_file_read_back_compares_equal(prepared: Prepared, signed: Signed) -> None:
    assert read_prepared(prepared.pdf, prepared.sha256).equals_outside_contents(signed.pdf)
    assert not prepared.equals_outside_contents(signed.pdf + b" ")
    assert not prepared.equals_outside_contents(signed.pdf[:-1] + b"x")
    assert not prepared.equals_outside_contents(b"x" + signed.pdf[1:])

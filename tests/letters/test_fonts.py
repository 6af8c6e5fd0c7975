"""Whether a name can be written, asked at the keyboard."""

import hashlib

import pytest

from letters.fonts import check_text, fonts_folder, fonts_sha256
from resources.fonts import font_files


@pytest.mark.parametrize(
    "text", ["Siti Contoh", "Muḥammad ʿAbd al-Qādir", "Désirée Ñandú", "RT 02\nRW 03", "", "Rp1.250.000,–"]
)
def test_what_the_fonts_can_write_is_fine(text: str) -> None:
    assert check_text(text) == ()


@pytest.mark.parametrize(("text", "letters"), [("Siti 漢字", "字漢"), ("ꦱꦶꦠꦶ", "ꦠꦱꦶ"), ("Budi 😀", "😀")])
def test_a_name_with_a_letter_that_cannot_be_printed_is_refused_in_a_sentence(text: str, letters: str) -> None:
    (problem,) = check_text(text)
    assert problem.code == "glyph_missing"
    assert problem.letters == letters
    assert "tidak dapat dicetak" in problem.sentence
    assert f"U+{ord(letters[0]):04X}" in problem.sentence


def test_a_letter_typed_in_two_parts_is_one_letter() -> None:
    assert check_text("Conto\u0301h") == ()


def test_hidden_characters_are_named_by_their_code() -> None:
    (problem,) = check_text("Siti\u202etohnoC\x00")
    assert problem.code == "unprintable"
    assert "U+0000, U+202E" in problem.sentence


def test_the_fonts_have_one_digest_and_lie_beside_their_licence() -> None:
    digests = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in font_files())
    assert len(digests) == 4 * 32
    assert fonts_sha256() == hashlib.sha256(digests).hexdigest()
    assert "SIL OPEN FONT LICENSE" in (font_files()[0].parent / "OFL.txt").read_text(encoding="utf-8")
    assert fonts_folder() == str(font_files()[0].parent)

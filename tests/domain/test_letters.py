"""A letter as a value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letters import Draft, Footer, LetterInvalid, ReservedSignature, clean_text, is_unprintable
from tests.letters.samples import KADES, ON, draft, frozen


def test_a_letter_needs_a_signer() -> None:
    with pytest.raises(LetterInvalid, match="signatures"):
        draft(signatures=())


def test_two_signatures_never_share_a_field() -> None:
    with pytest.raises(LetterInvalid, match="field of its own"):
        draft(signatures=(KADES, ReservedSignature("ttd1")))


def test_the_first_signer_is_known_when_the_letter_is_frozen() -> None:
    with pytest.raises(LetterInvalid, match="first signer"):
        draft(signatures=(ReservedSignature("ttd1"),))


def test_the_content_of_a_letter_cannot_be_changed_afterwards() -> None:
    content = {"nama": "Siti Contoh"}
    made = draft(content=content)
    content["nama"] = "Orang Lain"
    assert made.content["nama"] == "Siti Contoh"
    with pytest.raises(TypeError):
        made.content["nama"] = "Orang Lain"  # type: ignore[index]


def test_numbering_keeps_the_draft() -> None:
    letter = frozen()
    assert isinstance(letter.draft, Draft)
    assert letter.number.n == 12
    assert letter.date == ON


@pytest.mark.parametrize(
    "words", ["ditandatangani dengan sertifikat BSrE", "diterbitkan BSSN", "Balai Besar Sertifikasi Elektronik"]
)
def test_only_bsre_may_put_its_words_at_the_foot(words: str) -> None:
    with pytest.raises(LetterInvalid, match="another provider"):
        Footer("own-ca", words, date(2026, 1, 1))
    assert Footer("bsre", words, date(2026, 1, 1)).text == words


def test_hidden_characters_are_taken_out_and_line_ends_are_one_kind() -> None:
    assert clean_text(" Siti\u202e\x00\u200b Conto\u0301h\r\nRT\t02\rRW\u20281 ") == "Siti Contóh\nRT 02\nRW1"


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_hidden(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert not any(is_unprintable(letter) for letter in cleaned.replace("\n", ""))

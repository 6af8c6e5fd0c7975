"""The page of words by which programs tell failures apart lists every one of them."""

from tooling.error_words import PAGE, page, words_of


def test_every_word_of_a_failure_is_listed() -> None:
    found = words_of(page())
    assert not found - words_of(PAGE.read_text(encoding="utf-8")), "run: python -m tooling.error_words"
    assert {"salah_perintah", "penyimpanan_penuh", "hub_full", "expired", "WrongPassphrase"} <= found

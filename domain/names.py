"""The name of a person as Permendagri 73/2022 wants it in population documents.

Older documents stay valid, so whatever a name lacks is a notice, never a refusal.
"""

import unicodedata

from domain.identity import Notice


def check_name(name: str) -> tuple[Notice, ...]:
    """What the rule would say about this name: two words, sixty characters, Latin letters only, nothing abbreviated."""
    words = name.split()
    found = []
    if len(words) < 2:
        found.append(
            Notice("name_one_word", "Nama baru harus paling sedikit dua kata. Tulis seperti pada dokumen lama.")
        )
    if len(" ".join(words)) > 60:
        found.append(Notice("name_too_long", "Nama baru paling banyak 60 huruf termasuk spasi. Periksa dokumennya."))
    if not all(map(_is_latin, words)):
        found.append(
            Notice("name_not_letters", "Nama berisi angka, tanda baca atau huruf bukan Latin. Periksa dokumennya.")
        )
    if any(_looks_abbreviated(word) for word in words):
        found.append(Notice("name_abbreviated", "Nama tampaknya disingkat. Tulis lengkap bila dokumennya lengkap."))
    return tuple(found)


def _is_latin(word: str) -> bool:
    return word.isalpha() and (word.isascii() or all(map(_is_latin_letter, word)))


def _is_latin_letter(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _looks_abbreviated(word: str) -> bool:
    letters = word.rstrip(".").casefold()
    return word.endswith(".") or len(letters) < 2 or not any(letter in "aeiouyàáèéêëìíòóöùúü" for letter in letters)

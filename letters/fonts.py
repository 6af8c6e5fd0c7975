"""The letters' fonts: their digest, and whether they can write a name, asked while it is typed.

Under PDF/A a glyph that the font lacks stops the letter (ISO 19005-2 forbids the replacement box), weeks after the
clerk has seen the person; so the question is put at the keyboard.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cache

from domain.letters import clean_text, is_unprintable
from resources import fonts as shipped


@dataclass(frozen=True)
class TextProblem:
    """One thing wrong with a text: a dotted-free code, the letters concerned, the clerk's sentence."""

    code: str
    letters: str
    sentence: str


def check_text(text: str) -> tuple[TextProblem, ...]:
    """What stops this text from standing in a letter; nothing when it is fine. Show before the answer is accepted.

    ``domain.letters.clean_text`` removes what is unprintable, so that problem only comes for text not yet cleaned.
    """
    found = []
    composed = unicodedata.normalize("NFC", text)
    hidden = sorted({letter for letter in composed if is_unprintable(letter) and letter not in "\n\r\t"})
    missing = sorted({letter for letter in clean_text(text) if letter != "\n" and ord(letter) not in _written()})
    if hidden:
        found.append(
            TextProblem(
                "unprintable",
                "".join(hidden),
                f"Teks memuat tanda tersembunyi ({_codes(hidden)}) yang dapat mengubah arah tulisan. "
                "Yang diketik tetap ada; hapus tanda itu atau ketik ulang.",
            )
        )
    if missing:
        found.append(
            TextProblem(
                "glyph_missing",
                "".join(missing),
                f"Huruf {' '.join(f'“{letter}”' for letter in missing)} ({_codes(missing)}) tidak dapat dicetak pada "
                "surat. Yang diketik tetap ada; tulis dengan huruf Latin seperti pada dokumen kependudukan.",
            )
        )
    return tuple(found)


@cache
def fonts_sha256() -> str:
    """One digest over the shipped fonts; a frozen letter keeps it."""
    whole = hashlib.sha256()
    for path in shipped.font_files():
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def fonts_folder() -> str:
    """The folder that Typst reads."""
    return str(shipped.font_folder())


@cache
def _written() -> frozenset[int]:
    """What all four styles can write: a name is set in bold in one place and plain in another."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 0.1 s that only typing pays

    covered: list[set[int]] = []
    for path in shipped.font_files():
        with TTFont(path, lazy=True) as font:
            covered.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*covered))


def _codes(letters: list[str]) -> str:
    return ", ".join(f"U+{ord(letter):04X}" for letter in letters)

"""Help as the windows show it: a page's few lines, the glossary, the keys."""

from __future__ import annotations

import msgspec

from resources.help import glossary_json, help_keys, help_text
from sync.prepared import prepared


@prepared
class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One word of the interface.

    Attributes:
        word: as the windows write it.
        english: as the English windows write it.
        meaning, meaning_en: one sentence in either language.
    """

    word: str
    english: str
    meaning: str
    meaning_en: str


@prepared
class Page(msgspec.Struct, frozen=True):
    """Help for one page: a title and Markdown."""

    title: str
    text: str


def help_for(key: str, language: str) -> Page:
    """The help of a page; of the first page where it has none of its own."""
    known = key if key in help_keys() else "home"
    first, _, rest = help_text(known, language).partition("\n")
    return Page(first.lstrip("# ").strip(), rest.strip())


def read_glossary() -> tuple[Term, ...]:
    """All words in alphabetical order."""
    return tuple(sorted(msgspec.json.decode(glossary_json(), type=tuple[Term, ...]), key=lambda term: term.word))


def look_up(words: str, language: str) -> tuple[tuple[str, str], ...]:
    """Words and meanings in which what was typed occurs, in the language of the windows; all for nothing typed."""
    low = words.strip().casefold()
    terms = [
        (term.word, term.meaning) if language == "id" else (_both(term), term.meaning_en)
        for term in read_glossary()
        if low in f"{term.word} {term.english} {term.meaning} {term.meaning_en}".casefold()
    ]
    return tuple(sorted(terms, key=lambda term: (not term[0].casefold().startswith(low), term[0].casefold())))


def _both(term: Term) -> str:
    """The English word and the one on the record; once where they are the same."""
    return term.word if term.english == term.word else f"{term.english} ({term.word})"

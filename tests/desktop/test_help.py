"""Help is there for every page, in both languages, short; its words are those of the glossary in the docs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop import help as helping
from resources.help import LANGUAGES, help_keys, help_text

DOCS = Path(__file__).parents[2] / "docs" / "glossary.md"
PAGES = {"home", "new", "form", "filed", "requests", "request", "letter", "printable", "queue", "review", "exchange"}
PAGES |= {"compare", "residents", "settings", "help"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_few_lines_of_help(language: str) -> None:
    assert set(help_keys(language)) == PAGES
    for key in PAGES:
        lines = help_text(key, language).splitlines()
        assert len(lines) <= 25, key
        assert lines[0].startswith("# "), key
        page = helping.help_for(key, language)
        assert page.title
        assert len(page.text) > 80, key


def test_a_page_without_help_of_its_own_gets_the_first_one() -> None:
    assert helping.help_for("lain", "id") == helping.help_for("home", "id")
    assert help_text("home", "fr") == help_text("home", "id")


def test_the_words_of_the_docs_are_explained_to_people() -> None:
    rows = [line.split("|") for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    wanted = {re.sub(r"\(.*\)", "", word).strip() for row in rows for word in row[2].split(",")} - {"–", ""}
    known = {term.word for term in helping.read_glossary()}
    assert sorted(wanted - known) == []


def test_a_term_is_found_by_either_word_or_its_meaning() -> None:
    assert helping.look_up("paraf", "id")[0][0] == "paraf"
    assert helping.look_up("backup", "en")[0][0] == "backup (cadangan)"
    assert helping.look_up("zzz", "id") == ()
    assert len(helping.look_up("", "id")) == len(helping.read_glossary())
    assert all(term.meaning.endswith(".") and term.meaning_en.endswith(".") for term in helping.read_glossary())

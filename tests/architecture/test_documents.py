"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/**/*.md"), ROOT / "README.md"])
ROOMS = "desktop|hub|sync|forms|letters|domain|resources|tests|bench|docs|tooling|requirements"
NAMED = re.compile(rf"`((?:{ROOMS})/[\w./-]*)`")
LINKED = re.compile(r"\]\((?!https?://)([^)#]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    absent = [name for name in NAMED.findall(text) if not (ROOT / name).exists()]
    absent += [link for link in LINKED.findall(text) if not (page.parent / link).exists()]
    assert absent == []


def test_the_page_of_questions_answers_twenty() -> None:
    answers = re.findall(r"^\d+\. \*\*", (ROOT / "docs/where-is.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(answers) == 20

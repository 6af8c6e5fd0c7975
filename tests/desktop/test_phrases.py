"""Words made without Qt: looked up when a window asks, Indonesian otherwise; sentences from below are told anew."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop import heard, heard_words
from desktop.phrases import look_up_with, phrase
from domain import reasons
from domain.indonesian import day_name, month_name
from sync import errors

ROOT = Path(__file__).parents[2]
ROOMS_BELOW = (
    "sync/parcel_errors.py",
    "letters/errors.py",
    "letters/findings.py",
    "letters/fonts.py",
    "letters/revocation.py",
    "letters/verdict.py",
    "forms/checking.py",
    "forms/documents.py",
    "forms/evaluation.py",
    "forms/fields.py",
    "forms/persons.py",
    "forms/reading.py",
    "domain/identity.py",
    "domain/names.py",
    "domain/books.py",
)
"""Where finished sentences are made that a window shows."""
ENGLISH = {
    "Hubungi pengelola hub.": "Contact the hub's operator.",
    "Hub tidak mengenal permohonan ini.": "The hub does not know this request.",
    "sisa {hours} jam": "{hours} hours left",
    "sisa 1 jam": "1 hour left",
    "Isian “{label}” harus berupa {wanted}. Periksa kembali.": "“{label}” must be {wanted}.",
    "daftar pilihan": "a list of choices",
    "Sabtu": "Saturday",
    "{count} lembar": "sheets: {count}",
}


@pytest.fixture
def in_english() -> Iterator[None]:
    look_up_with(lambda source: ENGLISH.get(source, source))
    yield
    look_up_with(str)


def test_without_a_window_every_word_stays_indonesian() -> None:
    assert phrase("{count} lembar", count=2) == "2 lembar"
    assert phrase("tanpa {kurung}") == "tanpa {kurung}"
    for reason in ("unknown_request", "from_a_newer_hub"):
        assert heard.why(reason) == reasons.sentence(reason)
    assert heard.day_words(date(2026, 11, 21)) == "Sabtu, 21 November 2026"


@pytest.mark.usefixtures("in_english")
def test_parts_are_put_in_after_the_words_were_looked_up() -> None:
    assert phrase("{count} lembar", count=2) == "sheets: 2"


@pytest.mark.usefixtures("in_english")
def test_a_sentence_from_below_is_found_again_with_its_parts() -> None:
    assert heard.retold("sisa 3 jam") == "3 hours left"
    assert heard.retold("sisa 1 jam") == "1 hour left"
    assert heard.retold("Isian “Agama” harus berupa daftar pilihan. Periksa kembali.") == (
        "“Agama” must be a list of choices."
    )
    assert heard.day_words(date(2026, 11, 21)) == "Saturday, 21 November 2026"


@pytest.mark.usefixtures("in_english")
def test_sentences_that_stand_together_are_told_one_by_one_and_unknown_ones_stay() -> None:
    told = heard.why("unknown_request")
    assert told.startswith("The hub does not know this request. Contact the hub's operator. ")
    assert told.endswith(reasons.sentence("unknown_request").rpartition(". ")[2])
    assert heard.retold("Hubungi pengelola hub. Kata desa sendiri.") == "Contact the hub's operator. Kata desa sendiri."


def test_every_reason_and_every_trouble_is_listed() -> None:
    sentences = [reasons.sentence(reason) for reason in (*reasons.SENTENCES, "from_a_newer_hub")]
    sentences += [kind.sentence for kind in _kinds(errors.SyncError)]
    sentences += [errors.EnrolmentRefused(each).sentence for each in errors._ENROLMENT]
    assert {part for each in sentences for part in heard._BETWEEN.split(each)} - set(heard_words.HEARD) == set()


@pytest.mark.parametrize("page", ROOMS_BELOW)
def test_every_sentence_of_the_rooms_below_is_listed(page: str) -> None:
    listed = {_bare(each) for each in heard_words.HEARD}
    missing = [
        each
        for each in _sentences(ROOT / page)
        if _bare(each) not in listed and not {_bare(part) for part in heard._BETWEEN.split(each)} <= listed
    ]
    assert missing == []


def test_every_day_and_month_is_listed() -> None:
    days = {day_name(date(2026, 11, day)) for day in range(1, 8)}
    assert set(heard_words.DAYS) == days | {month_name(month) for month in range(1, 13)}


def _kinds(kind: type[errors.SyncError]) -> Iterator[type[errors.SyncError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds(each)


def _bare(template: str) -> str:
    return re.sub(r"\{\w+\}", "{}", template).strip()


def _sentences(path: Path) -> Iterator[str]:
    """Literals that end as a sentence does, with ``{}`` for each part; what stands alone is documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    beside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    beside |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = _text(node) if id(node) not in beside else ""
        if text.endswith(".") and " " in text:
            yield text


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value.strip() if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values).strip()
    return ""

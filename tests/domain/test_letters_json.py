"""A frozen letter to and from JSON, also from somebody who means harm."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.letter_json import draft_from_json, draft_to_json, from_json, to_json
from domain.letters import LetterInvalid
from tests.letters.samples import BONTANG, LURAH, frozen

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


def _plain(service: str = "sktm") -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(to_json(frozen(service))))
    return plain


@pytest.mark.parametrize("service", ["surat-keterangan-usaha", "dispensasi-nikah", "sktm"])
def test_a_letter_comes_back_equal(service: str) -> None:
    assert from_json(_plain(service)) == frozen(service)


def test_a_draft_comes_back_equal() -> None:
    letter = frozen("surat-keterangan-usaha", LURAH, BONTANG)
    assert draft_from_json(json.loads(json.dumps(draft_to_json(letter.draft)))) == letter.draft


def test_lists_of_words_and_empty_tables_are_content_too() -> None:
    plain = _plain()
    plain["content"] = {"tembusan": ["Arsip", "Kepala KUA"], "keluarga": []}
    assert dict(from_json(plain).draft.content) == {"tembusan": ("Arsip", "Kepala KUA"), "keluarga": ()}
    assert from_json(json.loads(json.dumps(to_json(from_json(plain))))) == from_json(plain)


def test_unknown_keys_are_kept_out() -> None:
    assert from_json(_plain() | {"rahasia": 1}) == frozen("sktm")


def _put(*path: Any, value: object) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        place: Any = plain
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


HOSTILE = {
    "another version": _put("v", value=2),
    "true for a version": _put("v", value=True),
    "a path for an emblem": _put("kop", "emblem", value="../../etc/passwd"),
    "no lines in the kop": _put("kop", "lines", value=[]),
    "a kop that is a text": _put("kop", value="DESA"),
    "a field name with a dot": _put("signatures", 0, "field", value="ttd.1"),
    "a form that is none": _put("signatures", 0, "form", value="atas nama"),
    "a status that is a list": _put("signatures", 0, "status", value=["plh"]),
    "a NIP with letters": _put("signatures", 0, "nip", value="19800101 ABC"),
    "a name that turns around": _put("signatures", 0, "name", value="Siti\u202etohnoC"),
    "a name with NUL": _put("content", "nama", value="Siti\x00"),
    "a name not composed": _put("content", "nama", value="Conto\u0301h"),
    "a number for a name": _put("content", "nama", value=7),
    "a book of a name": _put("content", "nama", value="x" * 10_001),
    "a field name in capitals": _put("content", "NAMA", value="x"),
    "too many fields": _put("content", value={f"f{n}": "" for n in range(201)}),
    "too many rows": _put("content", "keluarga", value=[{"nama": ""}] * 201),
    "too many columns": _put("content", "keluarga", value=[{f"f{n}": "" for n in range(31)}]),
    "a row in a list of words": _put("content", "keluarga", value=["x", {"nama": "y"}]),
    "content that is a list": _put("content", value=[]),
    "paper of another size": _put("paper", value="A5"),
    "a short digest": _put("template", "sha256", value="abc"),
    "a number zero": _put("number", "n", value=0),
    "a number that is true": _put("number", "n", value=True),
    "a number that is a text": _put("number", "n", value="12"),
    "a year before the republic": _put("number", "year", value=1900),
    "a day that is none": _put("date", value="2026-02-30"),
    "a day in words": _put("date", value="21 November 2026"),
    "BSrE's words": _put("footer", "text", value="diterbitkan oleh BSrE"),
    "another kind of version": _put("typst", value="0.15"),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_a_letter_is_refused_without_repeating_it(change: Callable[[dict[str, Any]], None]) -> None:
    plain = _plain()
    change(plain)
    with pytest.raises(LetterInvalid, match=r"^letter\.") as refusal:
        from_json(plain)
    assert "Siti" not in str(refusal.value)


@given(anything)
def test_whatever_comes_is_a_letter_or_refused(value: object) -> None:
    with pytest.raises(LetterInvalid):
        from_json(value)


@settings(max_examples=60)
@given(st.sampled_from(sorted(_plain())), anything)
def test_one_strange_part_is_read_or_refused(key: str, value: object) -> None:
    with suppress(LetterInvalid):
        from_json(_plain() | {key: value})

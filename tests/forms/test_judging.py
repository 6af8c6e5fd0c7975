"""What the hub asks of a form, whether it stands, is what the whole evaluation says."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from forms.catalogue import shipped_catalogue
from forms.evaluation import evaluate, evaluate_again
from forms.judging import stands
from forms.pack import Pack
from resources.packs import open_examples
from tests.forms.building import circumstances, pack

APPLICANT = {"nama": "Contoh Warga"}
PERSON = {"type": "person", "name": "pemohon", "label": "Pemohon", "fields": ["nama"]}
WITH_NIK = PERSON | {"fields": ["nik", "nama"]}
SHOP = {"type": "text", "name": "usaha", "label": "Usaha", "required": True}
NOTE = {"type": "text", "name": "catatan", "label": "Catatan"}
HIDDEN = {"type": "text", "name": "izin", "label": "Izin", "required": True, "relevant": "${usaha} = 'Kios'"}
YEAR = {"type": "integer", "name": "tahun", "label": "Tahun", "constraint": ". > 1990"}
COUNTED = {"type": "calculate", "name": "umur", "label": "Umur", "calculation": "date(${catatan})"}
ROWS = {"type": "repeat", "name": "anak", "label": "Anak", "min_rows": 1, "max_rows": 2, "questions": [NOTE]}
KIND = {
    "type": "select_one",
    "name": "jenis",
    "label": "Jenis",
    "choices": "jenis",
    "choice_filter": "if(. = 'b', date(${catatan}), true())",
}
CHOICES = {"jenis": [{"code": "a", "label": "A"}, {"code": "b", "label": "B"}]}


def agreed(found: Pack, sent: dict[str, Any]) -> bool:
    """What both say."""
    said = stands(found, sent, circumstances())
    assert said is evaluate_again(found, sent, circumstances()).is_complete
    return said


@pytest.mark.parametrize("found", shipped_catalogue().packs, ids=lambda found: found.ref)
def test_a_form_stands_as_the_desk_sent_it_and_not_with_anything_left_out_or_added(found: Pack) -> None:
    example = json.loads(open_examples(found.id, found.file.version))
    around = circumstances(datetime.fromisoformat(example["at"]))
    sent = evaluate(found, example["answers"], around).answers
    changed = [{name: each for name, each in sent.items() if name != left_out} for left_out in sent]
    for answers in (sent, *changed, sent | {"asing": "1"}, sent | {"pemohon": "bukan orang"}):
        assert stands(found, answers, around) is evaluate_again(found, answers, around).is_complete
    assert stands(found, sent, around)


@pytest.mark.parametrize(
    ("questions", "answers", "expected"),
    [
        ((SHOP,), {"usaha": "Kios"}, True),
        ((SHOP,), {}, False),
        ((SHOP,), {"usaha": "Kios "}, False),
        ((SHOP,), {"usaha": 7}, False),
        ((NOTE,), {}, True),
        ((SHOP, HIDDEN), {"usaha": "Kios"}, False),
        ((SHOP, HIDDEN), {"usaha": "Toko"}, True),
        ((SHOP, HIDDEN), {"usaha": "Toko", "izin": "ada"}, False),
        ((YEAR,), {"tahun": 2001}, True),
        ((YEAR,), {"tahun": 1980}, False),
        ((COUNTED, NOTE), {"catatan": "kemarin"}, False),
        ((ROWS,), {"anak": [{"catatan": "a"}]}, True),
        ((ROWS,), {}, False),
        ((ROWS,), {"anak": [{"catatan": "a"}] * 3}, False),
        ((NOTE, KIND), {"jenis": "a", "catatan": "2020-02-02"}, True),
        ((NOTE, KIND), {"jenis": "a", "catatan": "kemarin"}, False),
    ],
)
def test_both_find_the_same_in_answers(
    questions: tuple[dict[str, Any], ...], answers: dict[str, Any], expected: bool
) -> None:
    found = pack(PERSON, *questions, choices=CHOICES if KIND in questions else {})
    assert agreed(found, {"pemohon": APPLICANT, **answers}) is expected


@pytest.mark.parametrize(("nik", "expected"), [("6402010101909001", True), ("0000000000000000", True), ("123", False)])
def test_a_number_that_is_none_blocks_and_an_odd_one_does_not(nik: str, expected: bool) -> None:
    assert agreed(pack(WITH_NIK), {"pemohon": {"nik": nik, **APPLICANT}}) is expected

from __future__ import annotations

import json
from typing import Any

import pytest

from domain.posts import Form as SignatureForm
from domain.routes import StepAct
from forms.errors import Fault, PackError
from forms.fields import MAX_FIELDS
from forms.packs import MAX_LIST_BYTES, MAX_PACK_BYTES, load_code_list, load_pack, route_of
from forms.schema import Choice
from tests.forms.building import ISSUE, PEMOHON, code_lists, load, pack, pack_file

NAMA = {"type": "text", "name": "nama", "label": "Nama"}


def faults(file: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(PackError) as caught:
        load(file)
    return {fault.place: fault.message for fault in caught.value.faults}


def question(**other: Any) -> dict[str, Any]:
    return {"type": "text", "name": "a", "label": "A", **other}


def repeat(*inside: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"type": "repeat", "name": "anak", "label": "Anak", "questions": [*inside], **other}


def test_a_pack_knows_its_name_its_days_and_its_choices() -> None:
    loaded = pack({"type": "select_one", "name": "agama", "label": "Agama", "choices": "agama"}, valid_to="2026-01-01")
    assert (loaded.id, loaded.ref) == ("uji", "uji@1")
    assert [loaded.is_valid_on(loaded.file.valid_from.replace(year=year)) for year in (2024, 2025, 2026, 2027)] == [
        False,
        True,
        True,
        False,
    ]
    assert loaded.choices_of("agama")[0] == Choice(code="1", label="ISLAM")
    assert loaded.choices_of("pemohon_nama") == ()


def test_a_pack_without_an_end_stays_valid() -> None:
    loaded = pack()
    assert loaded.is_valid_on(loaded.file.valid_from.replace(year=2999))


@pytest.mark.parametrize(
    "file",
    [
        pack_file(question(tambahan=1)),
        pack_file(question(name="Nama Besar")),
        pack_file(question(type="gambar")),
        pack_file(question(label="x" * 201)),
        pack_file(question(relevant="1" * 2001)),
        pack_file(tambahan=1),
        pack_file(format="ketinting-pack-2"),
        pack_file(version=0),
        pack_file(owner=5),
    ],
)
def test_what_the_form_of_a_pack_does_not_know_is_refused(file: dict[str, Any]) -> None:
    assert set(faults(file)) == {"paket"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"{" * 100_000, b'{"a":' * 2_000])
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(PackError, match="paket"):
        load_pack(content, {})


def test_hostile_sizes_are_refused_before_they_are_read() -> None:
    with pytest.raises(PackError, match="byte"):
        load_pack(b" " * (MAX_PACK_BYTES + 1), {})
    with pytest.raises(PackError, match="byte"):
        load_code_list(b" " * (MAX_LIST_BYTES + 1))
    person = {"type": "person", "label": "Orang", "fields": ["nik", "nama", "alamat", "agama", "kk", "bin", "telepon"]}
    many = [{**person, "name": f"orang_{number}"} for number in range(MAX_FIELDS // 7)]
    assert "isian" in faults(pack_file(*many))["questions"]


def test_every_faulty_expression_is_named_by_its_question() -> None:
    file = pack_file(
        question(relevant="${tidak_ada} = 1"),
        question(name="b", constraint="1 +"),
        question(name="c", required="salah("),
        {"type": "calculate", "name": "d", "label": "D", "calculation": "nol()"},
        {"type": "select_one", "name": "e", "label": "E", "choices": "tidak_ada", "choice_filter": "[]"},
        documents=[
            {"kind": "kk", "label": "KK", "relevant": "${x}", "media_types": ["image/png"], "max_bytes": 10_000},
            {"kind": "kk", "label": "KK", "required": "${x}", "media_types": ["image/png"], "max_bytes": 10_000},
        ],
    )
    file["letter"]["fields"] = {"nama": "${x}"}
    file["letter"]["tables"] = {"anak": {"rows": "a", "columns": {"nama": "1"}}}
    found = faults(file)
    assert set(found) == {"a", "b", "c", "d", "e", "documents", "documents.kk", "letter.nama", "letter.anak"}
    assert found["a"] == "tidak ada pertanyaan ${tidak_ada} (karakter ke-1)"


def test_a_group_or_a_person_has_no_value_of_its_own() -> None:
    assert "pemohon" in faults(pack_file(question(relevant="${pemohon} = ''")))["a"]


@pytest.mark.parametrize(
    ("questions", "place", "said"),
    [
        ([NAMA, NAMA], "nama", "dua kali"),
        ([question(name="pemohon_nama")], "pemohon_nama", "dua kali"),
        ([repeat(repeat(NAMA))], "anak_anak", "di dalam baris"),
        ([repeat(NAMA, min_rows=3, max_rows=2)], "anak", "min_rows"),
        ([{**PEMOHON, "fields": ["nama", "umur"]}], "pemohon", "isian umur"),
        ([{**PEMOHON, "optional": ["nama"]}], "pemohon", "dua kali"),
        (
            [{**PEMOHON, "checks": [{"field": "agama", "constraint": "1", "message": "x"}]}],
            "pemohon",
            "isian agama",
        ),
    ],
)
def test_questions_that_cannot_stand_together_are_refused(
    questions: list[dict[str, Any]], place: str, said: str
) -> None:
    assert said in faults(pack_file(*questions))[place]


@pytest.mark.parametrize(
    "calculations",
    [
        {"a": "${a}"},
        {"a": "${b}", "b": "${c}", "c": "${a} + 1"},
    ],
)
def test_a_calculation_that_turns_in_a_circle_is_refused(calculations: dict[str, str]) -> None:
    questions = [
        {"type": "calculate", "name": name, "label": name, "calculation": text} for name, text in calculations.items()
    ]
    assert "perhitungan berputar: ${" in next(iter(faults(pack_file(*questions)).values()))


def test_relevance_can_turn_in_a_circle_too() -> None:
    group = {"type": "group", "name": "g", "label": "G", "relevant": "${a} = ''", "questions": [question()]}
    assert "berputar" in next(iter(faults(pack_file(group)).values()))


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ({"applicant": "tidak_ada"}, "applicant"),
        ({"applicant": "pemohon_nama"}, "applicant"),
        ({"valid_to": "2024-12-31"}, "valid_to"),
        ({"route": [ISSUE, ISSUE]}, "route"),
    ],
)
def test_the_rest_of_a_pack_is_checked_too(other: dict[str, Any], place: str) -> None:
    assert set(faults(pack_file(**other))) == {place}


def test_a_number_pattern_is_one_that_the_book_can_write() -> None:
    file = pack_file()
    file["letter"]["number_format"] = "{kode}/{n}"
    assert set(faults(file)) == {"letter.number_format"}


def test_the_route_is_the_domains() -> None:
    verify = {
        "id": "kasi",
        "act": "verify",
        "place": "kecamatan",
        "post": "kasi",
        "seksi": "kesra",
        "label": "Kasi",
        "minutes": 10,
    }
    fill, issue = pack_file()["route"]
    route = route_of(pack(route=[fill, verify, issue]))
    assert [step.act for step in route.steps] == [StepAct.FILL, StepAct.VERIFY, StepAct.ISSUE]
    assert (route.steps[1].posts, route.steps[1].seksi, route.steps[1].minutes) == (("kasi",), "kesra", 10)
    assert [(rule.posts, rule.form) for rule in route.steps[2].signers] == [(("kades",), SignatureForm.OWN)]


def test_the_hash_is_over_what_is_said_and_not_how_it_is_written() -> None:
    file = pack_file({"type": "select_one", "name": "agama", "label": "Agama", "choices": "agama"})
    content = json.dumps(dict(reversed(file.items())), indent=3).encode()
    lists = code_lists()
    loaded = load_pack(content, lists)
    assert loaded.content_hash == load(file).content_hash
    assert len(loaded.content_hash) == 64
    assert load(file | {"summary": "Lain."}).content_hash != loaded.content_hash
    shorter = load_code_list(
        b'{"id":"agama","title":"Agama","source":"","valid_from":"2025-01-01","choices":[{"code":"1","label":"ISLAM"}]}'
    )
    assert load_pack(content, lists | {"agama": shorter}).content_hash != loaded.content_hash


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"\xff",
        b'{"id":"a","title":"A","source":"","valid_from":"2025-01-01","choices":[]}',
        (
            b'{"id":"a","title":"A","source":"","valid_from":"2025-01-01",'
            b'"choices":[{"code":"1","label":"A"},{"code":"1","label":"B"}]}'
        ),
    ],
)
def test_a_code_list_has_each_code_once(content: bytes) -> None:
    with pytest.raises(PackError):
        load_code_list(content)


def test_a_fault_reads_as_a_sentence() -> None:
    assert str(PackError([Fault("a", "salah"), Fault("b", "juga")])) == (
        "Paket layanan tidak dapat dipakai. a: salah; b: juga"
    )

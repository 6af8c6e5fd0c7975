from __future__ import annotations

from typing import Any

import pytest

from tests.forms.building import form, pack

PERSON = {
    "type": "person",
    "name": "pemohon",
    "label": "Pemohon",
    "fields": ["nama"],
    "optional": ["nik", "kk", "tanggal_lahir", "jenis_kelamin", "telepon"],
}
WHOLE = {"nama": "Siti Contoh", "nik": "6402044107909001", "tanggal_lahir": "1990-07-01", "jenis_kelamin": "2"}
OF = pack(PERSON, {"type": "text", "name": "nik", "label": "NIK", "format": "nik"})


def said(**person: Any) -> set[tuple[str, str, bool]]:
    judged = form(OF, {"pemohon": {**WHOLE, **person}})
    return {(problem.path, problem.code, problem.blocks) for problem in judged.problems}


def test_a_person_whose_numbers_agree_raises_nothing() -> None:
    assert said() == set()
    assert said(kk="6402040101109001") == set()


@pytest.mark.parametrize(
    ("person", "path", "code"),
    [
        ({"nik": "640204410790900"}, "nik", "not_16_digits"),
        ({"nik": "64O2044107909001"}, "nik", "not_digits"),
        ({"kk": "123"}, "kk", "not_16_digits"),
        ({"telepon": "nol delapan"}, "telepon", "constraint"),
        ({"tanggal_lahir": "2026-11-17"}, "tanggal_lahir", "constraint"),
        ({"tanggal_lahir": "1880-01-01"}, "tanggal_lahir", "constraint"),
    ],
)
def test_only_the_form_of_a_number_blocks(person: dict[str, str], path: str, code: str) -> None:
    assert (f"pemohon/{path}", code, True) in said(**person)


@pytest.mark.parametrize(
    ("person", "path", "code"),
    [
        ({"nik": "9901014107909001"}, "nik", "region_unknown"),
        ({"nik": "6402044113909001"}, "nik", "date_impossible"),
        ({"tanggal_lahir": "1990-07-02"}, "nik", "birth_date_differs"),
        ({"jenis_kelamin": "1"}, "nik", "sex_differs"),
        ({"kk": "9901010101109001"}, "kk", "region_unknown"),
        ({"nama": "Siti"}, "nama", "name_one_word"),
    ],
)
def test_everything_else_about_a_person_only_warns(person: dict[str, str], path: str, code: str) -> None:
    found = said(**person)
    assert (f"pemohon/{path}", code, False) in found
    assert not any(blocks for _, _, blocks in found)


def test_a_nik_that_is_no_persons_is_compared_with_nothing() -> None:
    judged = form(OF, {"pemohon": WHOLE, "nik": "6402044107909001"})
    assert judged.problems == ()


def test_the_day_a_person_is_born_is_a_birth_date() -> None:
    assert said(tanggal_lahir="2026-11-16", nik="") == set()

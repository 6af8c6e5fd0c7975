"""The sample regencies: codes that exist, people that do not."""

import json
from datetime import date

import pytest

from domain.offices import Office, OfficeKind
from domain.posts import POST_TITLES, Assignment, Officer, Status
from hub.admin.documents import calendar_of, read_document
from resources.regions import open_regions
from resources.samples import SAMPLES, sample_path

REGIONS = open_regions()
Parts = tuple[list[Office], list[Officer], list[Assignment]]


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Parts:
    found = json.loads(sample_path(request.param).read_bytes())
    return (
        [Office.from_json(each) for each in found["offices"]],
        [Officer.from_json(each) for each in found["officers"]],
        [Assignment.from_json(each) for each in found["assignments"]],
    )


def test_every_office_is_a_real_place_under_its_name(sample: Parts) -> None:
    for office in sample[0]:
        assert REGIONS[office.id] == office.name
        assert office.parent is not None
        assert REGIONS[office.parent]


def test_every_person_is_marked_as_a_sample(sample: Parts) -> None:
    offices, officers, assignments = sample
    assert all("Contoh" in officer.name for officer in officers)
    assert all("(contoh)" in assignment.decree for assignment in assignments)
    assert all("Contoh" in office.address for office in offices)


def test_every_assignment_joins_an_officer_and_an_office_that_are_there(sample: Parts) -> None:
    offices, officers, assignments = sample
    assert {each.officer for each in assignments} <= {officer.id for officer in officers}
    assert {each.office for each in assignments} == {office.id for office in offices}
    assert {each.post for each in assignments} <= POST_TITLES.keys()


def test_cities_have_no_desa_and_the_regency_has_both(sample: Parts) -> None:
    kinds = {office.kind for office in sample[0]}
    city = sample[0][0].region.is_kota
    assert (OfficeKind.DESA in kinds) is not city
    assert OfficeKind.KELURAHAN in kinds


def test_only_civil_servants_have_a_nip(sample: Parts) -> None:
    _, officers, assignments = sample
    heads = {each.officer for each in assignments if each.post == "kades"}
    assert all((officer.nip is None) == (officer.id in heads or "petugas" in officer.id) for officer in officers)


def test_the_regency_knows_a_plh_camat() -> None:
    found = json.loads(sample_path("kutai-kartanegara").read_bytes())["assignments"]
    assert [each["officer"] for each in found if each["status"] == Status.PLH] == ["anggana-sekcam"]


def test_another_name_is_no_sample() -> None:
    with pytest.raises(KeyError):
        sample_path("samarinda")


def test_a_hub_can_read_each_whole(sample: Parts) -> None:
    for name in SAMPLES:
        document = read_document(sample_path(name).read_bytes())
        assert document.packs == ("*",)
        assert calendar_of(document.calendar or {}).works(date(2026, 11, 20))

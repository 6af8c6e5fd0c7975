from dataclasses import replace

import pytest
from hypothesis import given

from domain.jsonshape import ShapeError
from domain.numbering import BookPlan, Sharing
from domain.office_customs import Above, default_office, utc_offset_of
from domain.offices import Office, OfficeKind, Paper, kind_of_id
from domain.posts import Form, SignerRule
from domain.regions import RegionCode, RegionCodeError
from tests.domain.strategies import village_codes

KUKAR = Above("Kabupaten Kutai Kartanegara", "Anggana")
DESA = default_office("64.02.08.2001", "Sungai Meriam", KUKAR)
KECAMATAN = default_office("64.02.08", "Anggana", KUKAR)


def test_a_desa_writes_its_kecamatan_in_the_kop_and_no_nip() -> None:
    assert DESA.kop == ("PEMERINTAH KABUPATEN KUTAI KARTANEGARA", "KECAMATAN ANGGANA", "DESA SUNGAI MERIAM")
    assert DESA.seat.head_line == "KEPALA DESA SUNGAI MERIAM"
    assert not DESA.seat.nip_line
    assert (DESA.kind, DESA.paper, DESA.utc_offset) == (OfficeKind.DESA, Paper.F4, 480)
    assert DESA.signers == (SignerRule(("kades",)), SignerRule(("sekdes",), Form.AN))


def test_a_kelurahan_of_a_kota_has_a_lurah_with_a_nip() -> None:
    office = default_office("35.71.02.1001", "Balowerti", Above("Kota Kediri", "Kota"))

    assert office.kop == ("PEMERINTAH KOTA KEDIRI", "KECAMATAN KOTA", "KELURAHAN BALOWERTI")
    assert office.seat.head_line == "LURAH BALOWERTI"
    assert (office.seat.nip_line, office.utc_offset, office.head_post) == (True, 420, "lurah")


def test_a_kecamatan_signs_by_its_camat_then_sekcam_then_kasi() -> None:
    assert KECAMATAN.kop == ("PEMERINTAH KABUPATEN KUTAI KARTANEGARA", "KECAMATAN ANGGANA")
    assert [(rule.posts, rule.form) for rule in KECAMATAN.signers] == [
        (("camat",), Form.OWN),
        (("sekcam",), Form.AN),
        (("kasi",), Form.UB),
    ]
    assert KECAMATAN.seat.deputy_title == "Sekretaris Kecamatan"


def test_an_agency_and_the_regency_have_no_place_in_their_head_s_title() -> None:
    agency = default_office("64.02/dinas-sosial", "Dinas Sosial", KUKAR)
    regency = default_office("64.02", "Kutai Kartanegara", KUKAR)
    kota = default_office("64.74", "Bontang", Above("Bontang"))

    assert agency.kop == ("PEMERINTAH KABUPATEN KUTAI KARTANEGARA", "DINAS SOSIAL")
    assert (agency.seat.head_line, agency.full_name) == ("KEPALA DINAS SOSIAL", "Dinas Sosial")
    assert (regency.kop, regency.seat.head_line) == (("PEMERINTAH KABUPATEN KUTAI KARTANEGARA",), "BUPATI")
    assert (kota.kop, kota.seat.head_line) == (("PEMERINTAH KOTA BONTANG",), "WALI KOTA")
    assert [each.parent for each in (DESA, KECAMATAN, agency, regency)] == ["64.02.08", "64.02", "64.02", None]


def test_local_names_are_data() -> None:
    distrik = default_office("91.03.14.3001", "Kampung Contoh", Above("Jayapura", "Contoh", kecamatan_local="Distrik"))
    kampung = replace(DESA, local_name="Kampung", head_title="Petinggi")

    assert distrik.kop[1:] == ("DISTRIK CONTOH", "DESA ADAT KAMPUNG CONTOH")
    assert (distrik.kind, distrik.utc_offset) == (OfficeKind.DESA_ADAT, 540)
    assert (kampung.full_name, kampung.seat.head_line) == ("Kampung Sungai Meriam", "PETINGGI SUNGAI MERIAM")


def test_the_address_line_holds_what_is_known() -> None:
    full = replace(DESA, address="Jl. Contoh 1", postcode="75381", phone="(0541) 1", email="a@b.id")

    assert DESA.address_line == ""
    assert full.address_line == "Jl. Contoh 1, Kode Pos 75381, Telepon (0541) 1, Surel a@b.id"


@pytest.mark.parametrize(
    "office_id",
    ["64", "64.02/", "64.02/Dinsos", "64.02/a--b", "64.02.08/dinsos", "64.02.08.2001/x", "x", "64.02/a/b", "64/dinsos"],
)
def test_an_id_that_belongs_to_no_office_is_refused(office_id: str) -> None:
    with pytest.raises(RegionCodeError):
        kind_of_id(office_id)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"kop": []},
        {"number_code": ""},
        {"kind": "kelurahan"},
        {"postcode": "7538"},
        {"postcode": "7538x"},
    ],
)
def test_an_office_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ShapeError):
        Office.from_json(DESA.to_json() | change)


def test_an_office_comes_back_from_json_as_it_went() -> None:
    office = replace(
        KECAMATAN, postcode="75381", paper=Paper.A4, emblem="kukar", books=BookPlan(sharing=Sharing.ONE, lease_size=5)
    )

    assert Office.from_json(office.to_json()) == office
    assert Office.from_json(office.to_json() | {"newer": 1}) == office


@pytest.mark.parametrize(("province", "offset"), [("35", 420), ("61", 420), ("63", 480), ("82", 540), ("97", 540)])
def test_a_province_keeps_its_time(province: str, offset: int) -> None:
    assert utc_offset_of(RegionCode(province)) == offset


@given(village_codes)
def test_every_village_can_have_an_office(code: RegionCode) -> None:
    office = default_office(code.text, "Contoh", Above("Contoh", "Contoh"))

    assert Office.from_json(office.to_json()) == office
    assert office.parent == str(code.parent)
    assert len(office.kop) == 3

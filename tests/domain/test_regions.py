import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.regions import (
    Level,
    RegionCode,
    RegionCodeError,
    VillageKind,
    kecamatan_of_prefix,
    nik_prefix,
)
from domain.scopes import shard_of_office
from tests.domain.strategies import kecamatan_codes, region_codes, village_codes


@pytest.mark.parametrize(
    ("text", "level", "kind", "kota"),
    [
        ("64", Level.PROVINCE, None, False),
        ("64.02", Level.REGENCY, None, False),
        ("64.74", Level.REGENCY, None, True),
        ("64.02.08", Level.KECAMATAN, None, False),
        ("64.02.08.2001", Level.VILLAGE, VillageKind.DESA, False),
        ("35.71.02.1001", Level.VILLAGE, VillageKind.KELURAHAN, True),
        ("91.03.14.3001", Level.VILLAGE, VillageKind.DESA_ADAT, False),
    ],
)
def test_a_code_says_its_level_and_kind(text: str, level: Level, kind: VillageKind | None, kota: bool) -> None:
    code = RegionCode(text)

    assert (code.level, code.village_kind, code.is_kota) == (level, kind, kota)
    assert str(code) == text


@pytest.mark.parametrize(
    "text",
    """|6|60|06|6402|64.2|64.00|64.70|64.02.00|64.02.08.200|64.02.08.4001|64.02.08.2000|64.02.08.2001.1|64,02|64.02.
| 64.02|64.02.1|٦٤.٠٢""".split("|"),
)
def test_a_malformed_code_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(RegionCodeError, match="Kode wilayah") as caught:
        RegionCode(text)

    assert caught.value.text == text


def test_a_village_knows_everything_above_it() -> None:
    village = RegionCode("64.02.08.2001")

    assert village.parent == village.kecamatan == RegionCode("64.02.08")
    assert village.regency == RegionCode("64.02")
    province = RegionCode("64")
    assert (province.parent, province.regency, province.kecamatan) == (None, None, None)


def test_the_shard_is_the_kecamatan_or_what_lies_above_it() -> None:
    codes = ["64.02.08.2001", "64.02.08", "64.02", "64"]

    assert [shard_of_office(code) for code in codes] == ["64.02.08", "64.02.08", "64.02", "64"]


def test_no_nik_begins_with_a_regency() -> None:
    with pytest.raises(ValueError, match="not a kecamatan"):
        nik_prefix(RegionCode("64.02"))


@pytest.mark.parametrize("prefix", ["64020", "6402081", "640200", "abcdef"])
def test_a_prefix_that_no_kecamatan_has_is_refused(prefix: str) -> None:
    with pytest.raises(RegionCodeError):
        kecamatan_of_prefix(prefix)


@given(kecamatan_codes)
def test_a_nik_prefix_names_its_kecamatan(code: RegionCode) -> None:
    assert kecamatan_of_prefix(nik_prefix(code)) == code


def test_a_region_contains_itself_and_what_lies_inside_it() -> None:
    assert RegionCode("64.02").contains(RegionCode("64.02.08"))
    assert RegionCode("64.02").contains(RegionCode("64.02"))
    assert not RegionCode("64.02").contains(RegionCode("64.03.08"))


@given(region_codes)
def test_every_parent_contains_its_child_and_ends_at_the_province(code: RegionCode) -> None:
    chain = [code]
    while (above := chain[-1].parent) is not None:
        assert above.contains(chain[-1])
        assert not chain[-1].contains(above)
        chain.append(above)

    assert chain[-1].level is Level.PROVINCE
    assert all(each.contains(code) for each in chain)


@given(village_codes)
def test_a_village_lives_in_the_shard_of_its_kecamatan(code: RegionCode) -> None:
    assert code.kecamatan is not None
    assert shard_of_office(code.text) == code.kecamatan.text


@given(st.text(max_size=16))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    try:
        code = RegionCode(text)
    except RegionCodeError:
        return
    assert code.text == text
    assert code.text.replace(".", "").isascii()

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity import (
    IdentityError,
    Kk,
    Nik,
    Sex,
    Stated,
    check_kk,
    check_nik,
    compose_kk,
    compose_nik,
    mask_digits,
    mask_number,
    parse_kk,
    parse_nik,
)
from domain.regions import RegionCode
from tests.domain.strategies import kecamatan_codes
from tests.samples import sample_kk, sample_nik

TODAY = date(2026, 11, 21)
WOMAN = "6402085708909001"


def known(code: RegionCode) -> bool:
    return code.text == "64.02.08"


def codes(nik: str, stated: Stated | None = None) -> list[str]:
    return [notice.code for notice in check_nik(Nik(nik), TODAY, known, stated)]


@pytest.mark.parametrize(
    "text", [WOMAN, "6402 0857 0890 9001", "640208.570890.9001", "640208-570890-9001", f"\t{WOMAN}\u00a0"]
)
def test_spaces_dots_and_dashes_are_dropped_silently(text: str) -> None:
    assert parse_nik(text) == Nik(WOMAN)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (" ", "empty", "belum diisi"),
        ("64020857O8909001", "not_digits", "huruf O"),
        ("640208570890900", "not_16_digits", "15 angka"),
        ("64020857089090011", "not_16_digits", "17 angka"),
        ("٦٤٠٢٠٨٥٧٠٨٩٠٩٠٠١", "not_digits", "hanya boleh"),
    ],
)
def test_what_is_not_sixteen_digits_is_blocked(text: str, code: str, words: str) -> None:
    with pytest.raises(IdentityError, match=words) as caught:
        parse_nik(text)

    assert caught.value.notice.blocks
    assert caught.value.notice.code == code


def test_a_family_card_number_is_named_in_its_own_sentence() -> None:
    assert parse_kk("6402 0802 0315 9001") == Kk("6402080203159001")
    with pytest.raises(IdentityError, match="Nomor KK"):
        parse_kk("64")


def test_a_woman_s_day_is_forty_higher() -> None:
    nik = Nik(WOMAN)

    assert nik.sex is Sex.FEMALE
    assert nik.birth_date(TODAY) == date(1990, 8, 17)
    assert Nik("6402081708909001").sex is Sex.MALE
    assert Nik("6402081708909001").birth_date(TODAY) == date(1990, 8, 17)


@pytest.mark.parametrize(
    ("six", "born"),
    [
        ("211126", date(2026, 11, 21)),
        ("221126", date(1926, 11, 22)),
        ("290200", date(2000, 2, 29)),
        ("290227", None),
        ("310426", None),
        ("720190", None),
        ("000190", None),
        ("401090", None),
        ("711290", date(1990, 12, 31)),
    ],
)
def test_a_birth_date_is_the_youngest_past_one(six: str, born: date | None) -> None:
    assert Nik(f"640208{six}0001").birth_date(TODAY) == born


def test_a_card_is_issued_without_the_women_s_forty() -> None:
    assert Kk("6402080203150001").issue_date(TODAY) == date(2015, 3, 2)
    assert Kk("6402084203150001").issue_date(TODAY) is None


def test_a_clean_number_raises_no_notice() -> None:
    assert codes(WOMAN, Stated(date(1990, 8, 17), Sex.FEMALE)) == []
    assert codes(WOMAN, Stated()) == []
    assert check_kk(sample_kk(), TODAY, known) == ()


def test_odd_numbers_are_questioned_and_never_blocked() -> None:
    assert codes("9902081708900000") == ["region_unknown", "serial_zero"]
    assert codes("6402001708900001") == ["region_unknown"]
    assert codes("6402080013900001", Stated(date(1990, 1, 1))) == ["date_impossible"]
    assert codes(WOMAN, Stated(date(1990, 8, 18), Sex.MALE)) == ["birth_date_differs", "sex_differs"]
    notices = check_kk(Kk("6400080013900000"), TODAY, known)
    assert [notice.code for notice in notices] == ["region_unknown", "serial_zero", "date_impossible"]
    assert not any(notice.blocks for notice in notices)


def test_a_list_shows_six_and_four_digits() -> None:
    assert Nik(WOMAN).masked == "640208••••••9001"
    assert repr(Kk(WOMAN)) == "Kk(640208••••••9001)"
    assert repr(Nik(WOMAN)) == "Nik(640208••••••9001)"
    assert mask_number("12345") == "•••••"
    assert Nik(WOMAN).grouped == "6402 0857 0890 9001"
    assert str(Nik(WOMAN)) == WOMAN


def test_the_same_digits_as_a_card_and_as_a_person_are_not_equal() -> None:
    person: object = Nik(WOMAN)

    assert person != Kk(WOMAN)
    assert Nik(WOMAN) < Nik("6402085708909002")


def test_only_the_last_serials_are_of_samples() -> None:
    kecamatan = RegionCode("64.02.08")
    assert not compose_nik(kecamatan, date(1990, 9, 17), Sex.FEMALE, 1).is_sample
    assert compose_nik(kecamatan, date(1990, 9, 17), Sex.FEMALE, 9999).is_sample


def test_a_number_outside_the_register_s_range_cannot_be_composed() -> None:
    with pytest.raises(ValueError, match="four digits"):
        compose_nik(RegionCode("64.02.08"), TODAY, Sex.MALE, 10_000)
    with pytest.raises(ValueError, match="not a kecamatan"):
        compose_kk(RegionCode("64.02"), TODAY, 1)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"NIK {WOMAN} ditolak", "NIK •••••••••••••••• ditolak"),
        ("6402 0857 0890 9001, 0541-661000", "••••••••••••••••, 0541-661000"),
        ("640208.570890 - 9001!", "640208.570890 - 9001!"),
        ("640208.570890-9001!", "••••••••••••••••!"),
        (f"{WOMAN}{WOMAN}", "••••••••••••••••"),
        ("2026-11-21 18:17:00", "2026-11-21 18:17:00"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_a_log_hides_runs_of_sixteen_digits(text: str, masked: str) -> None:
    assert mask_digits(text) == masked


@given(kecamatan_codes, st.dates(date(1927, 1, 1), TODAY), st.sampled_from(Sex), st.integers(1, 9999))
def test_reading_a_composed_nik_gives_back_its_facts(code: RegionCode, born: date, sex: Sex, serial: int) -> None:
    nik = parse_nik(str(compose_nik(code, born, sex, serial)))

    assert (nik.kecamatan, nik.birth_date(TODAY), nik.sex, nik.serial) == (code, born, sex, serial)
    assert check_nik(nik, TODAY, lambda _: True, Stated(born, sex)) == ()


@given(st.dates(date(1927, 1, 1), TODAY), st.integers(0, 999), st.sampled_from(Sex))
def test_a_sample_person_passes_every_rule_and_is_seen_to_be_one(born: date, ordinal: int, sex: Sex) -> None:
    nik = sample_nik(ordinal, born=born, sex=sex)

    assert nik.is_sample
    assert check_nik(nik, TODAY, known, Stated(born, sex)) == ()


def test_sample_persons_end_at_the_thousandth() -> None:
    with pytest.raises(ValueError, match="0 to 999"):
        sample_nik(1000)


@given(st.text("0123456789 .-x", max_size=60))
def test_no_masked_text_keeps_sixteen_digits_in_a_row(text: str) -> None:
    masked = mask_digits(text)

    assert mask_digits(masked) == masked
    assert not any(len(run.strip(" .-x")) >= 16 and run.isdigit() for run in masked.split())

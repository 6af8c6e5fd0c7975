from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.jsonshape import ShapeError
from domain.numbering import (
    DEFAULT_TEMPLATE,
    BookPlan,
    NumberTemplate,
    NumberTemplateError,
    Sharing,
    book_year,
)

ON = date(2026, 7, 3)
PLAN = BookPlan(
    sharing=Sharing.SHARED,
    groups=(("agenda", ("sktm", "surat-masuk")),),
    templates=(("agenda", NumberTemplate("{nomor}/{tahun}")),),
    starts=(("agenda", 2026, 38),),
)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{kode}/{nomor:03}/{kantor}/{bulan_romawi}/{tahun}", "500.2.2.4/007/TGR/VII/2026"),
        ("{kode}/{nomor}/PEM/{tahun}", "500.2.2.4/7/PEM/2026"),
        ("{kode}/{nomor:01}-Kel/{bulan_romawi}/{tahun}", "500.2.2.4/7-Kel/VII/2026"),
        ("{kode}.{kode}/{nomor:06}/{tahun}", "500.2.2.4.500.2.2.4/000007/2026"),
    ],
)
def test_a_number_is_written_as_the_office_writes_it(template: str, written: str) -> None:
    assert NumberTemplate(template).format(7, ON, "500.2.2.4", "TGR") == written


def test_a_word_from_outside_is_never_read_as_a_token() -> None:
    assert NumberTemplate("{kode}/{nomor}/{tahun}").format(7, ON, "{tahun}", "") == "{tahun}/7/2026"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{nomor}", "masing-masing satu kali"),
        ("{tahun}", "masing-masing satu kali"),
        ("{nomor}/{nomor}/{tahun}", "masing-masing satu kali"),
        ("{nomor}/{tahun}/{hari}", "{hari}"),
        ("{nomor}/{tahun", "tidak terbaca"),
        ("{nomor}/{tahun}}", "tidak terbaca"),
        ("{nomor:3}/{tahun}", "tidak terbaca"),
        ("{nomor}/{tahun}\n", "tidak terbaca"),
        ("{nomor}/{tahun}" + "x" * 90, "tidak terbaca"),
        ("{nomor}/{tahun:04}", "Hanya {nomor}"),
        ("", "masing-masing satu kali"),
    ],
)
def test_a_pattern_that_writes_ambiguous_numbers_is_refused(template: str, words: str) -> None:
    with pytest.raises(NumberTemplateError, match=words) as caught:
        NumberTemplate(template)

    assert caught.value.key == "template"


def test_an_office_keeps_one_book_or_one_per_service_or_shared_ones() -> None:
    assert BookPlan(sharing=Sharing.ONE).book_of("sktm") == "surat"
    assert BookPlan(groups=PLAN.groups).book_of("sktm") == "sktm"
    assert [PLAN.book_of(service) for service in ("sktm", "surat-masuk", "usaha")] == ["agenda", "agenda", "usaha"]


def test_a_book_has_its_own_pattern_and_first_number() -> None:
    assert PLAN.template_of("agenda").text == "{nomor}/{tahun}"
    assert PLAN.template_of("usaha") == DEFAULT_TEMPLATE
    assert [PLAN.first_number("agenda", year) for year in (2026, 2027)] == [38, 1]


def test_a_book_restarts_at_the_office_s_own_midnight() -> None:
    at = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)

    assert (book_year(at, 480), book_year(at, 420)) == (2027, 2026)


def test_a_plan_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(ShapeError, match="same service"):
        BookPlan(groups=(("a", ("sktm",)), ("b", ("sktm",))))
    with pytest.raises(ShapeError, match="1 to 500"):
        BookPlan(lease_size=0)
    with pytest.raises(ShapeError, match="1 to 500"):
        BookPlan(lease_days=401)


def test_a_plan_comes_back_from_json_as_it_went() -> None:
    assert BookPlan.from_json(PLAN.to_json()) == PLAN
    assert BookPlan.from_json(BookPlan().to_json()) == BookPlan()


@pytest.mark.parametrize(
    "change", [{"groups": [["a"]]}, {"starts": [["a", 1999, 1]]}, {"templates": "x"}, {"template": "{nomor}"}]
)
def test_a_plan_of_another_shape_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ShapeError):
        BookPlan.from_json(PLAN.to_json() | change)


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.dates())
def test_two_numbers_of_a_year_are_never_written_alike(first: int, second: int, on: date) -> None:
    written = {DEFAULT_TEMPLATE.format(number, on, "100", "X") for number in (first, second)}

    assert len(written) == len({first, second})

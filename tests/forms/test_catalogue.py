from __future__ import annotations

import json
from datetime import date

import pytest

from forms.catalogue import Catalogue, load_catalogue
from forms.classification import load_classification
from forms.errors import PackError
from resources.codes import open_classification, open_code_lists
from tests.forms.building import pack, pack_file

FIRST = pack(valid_to="2026-06-30")
SECOND = pack(version=2, valid_from="2026-01-01")
OTHER = pack(id="lain", offices=["kelurahan"])
CATALOGUE = Catalogue([SECOND, OTHER, FIRST])


def test_versions_stand_side_by_side() -> None:
    assert [each.ref for each in CATALOGUE.packs] == ["lain@1", "uji@1", "uji@2"]
    assert CATALOGUE.pack("uji@1") is FIRST
    assert CATALOGUE.pack("uji@3") is None


@pytest.mark.parametrize(
    ("day", "ref"),
    [
        (date(2024, 1, 1), None),
        (date(2025, 6, 1), "uji@1"),
        (date(2026, 1, 1), "uji@2"),
        (date(2030, 1, 1), "uji@2"),
    ],
)
def test_the_newest_version_valid_on_a_day_is_current(day: date, ref: str | None) -> None:
    found = CATALOGUE.current("uji", day)
    assert (found and found.ref) == ref


def test_an_office_is_offered_what_its_kind_may_file() -> None:
    day = date(2026, 5, 1)
    assert [each.ref for each in CATALOGUE.offered(day)] == ["lain@1", "uji@2"]
    assert [each.ref for each in CATALOGUE.offered(day, "desa")] == ["uji@2"]
    assert [each.ref for each in CATALOGUE.offered(day, "kelurahan")] == ["lain@1"]


def test_a_pack_under_another_name_is_refused() -> None:
    content = json.dumps(pack_file()).encode()
    assert load_catalogue({"uji@1": content}, open_code_lists()).pack("uji@1") is not None
    with pytest.raises(PackError, match="uji@1"):
        load_catalogue({"uji@2": content}, open_code_lists())


def test_a_letter_keeps_the_code_of_its_day() -> None:
    shipped = load_classification(open_classification())
    assert shipped.code_for("sktm", date(2026, 11, 16)) == "100.2.2.5"
    assert shipped.code_for("sktm", date(2015, 1, 1)) == "401"
    assert shipped.code_for("sktm", date(2000, 1, 1)) is None
    assert shipped.code_for("tidak-ada", date(2026, 11, 16)) is None


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"\xff",
        (
            b'{"title":"","mark":"","periods":[{"valid_from":"2023-01-01","basis":"","codes":{}},'
            b'{"valid_from":"2012-01-01","basis":"","codes":{}}]}'
        ),
    ],
    ids=["empty", "no text", "out of order"],
)
def test_a_mapping_of_another_form_is_refused(content: bytes) -> None:
    with pytest.raises(PackError, match="klasifikasi"):
        load_classification(content)

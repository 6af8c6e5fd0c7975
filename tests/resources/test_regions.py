from __future__ import annotations

import gzip
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from domain.regions import Level, RegionCode, VillageKind
from resources.regions import ATTRIBUTION, TABLE_FILE, open_regions
from resources.regions.build import LISTS, table_bytes

REGIONS = open_regions()


def villages(parent: str) -> Counter[VillageKind | None]:
    kecamatan = REGIONS.children(parent)
    return Counter(RegionCode(code).village_kind for each in kecamatan for code in REGIONS.children(each))


def test_the_country_is_counted_as_the_decree_counts_it() -> None:
    assert Counter(RegionCode(code).level for code in REGIONS) == {
        Level.PROVINCE: 38,
        Level.REGENCY: 514,
        Level.KECAMATAN: 7_285,
        Level.VILLAGE: 83_762,
    }
    kinds = Counter(RegionCode(code).village_kind for code in REGIONS if len(code) > 8)
    assert kinds == {VillageKind.DESA: 75_252, VillageKind.KELURAHAN: 8_496, VillageKind.DESA_ADAT: 14}


@pytest.mark.parametrize(
    ("regency", "name", "kecamatan", "desa", "kelurahan"),
    [
        ("64.02", "Kabupaten Kutai Kartanegara", 20, 193, 44),
        ("64.74", "Kota Bontang", 3, 0, 15),
        ("35.71", "Kota Kediri", 3, 0, 46),
    ],
)
def test_the_three_regencies(regency: str, name: str, kecamatan: int, desa: int, kelurahan: int) -> None:
    assert REGIONS[regency] == name
    assert len(REGIONS.children(regency)) == kecamatan
    counted = villages(regency)
    assert (counted[VillageKind.DESA], counted[VillageKind.KELURAHAN]) == (desa, kelurahan)


def test_a_code_is_looked_up_and_an_unknown_one_is_not_there() -> None:
    assert len(REGIONS) == 91_599
    assert "64.02.21" not in REGIONS
    assert REGIONS.get("99.99") is None
    assert len(REGIONS.children()) == 38
    assert REGIONS.children("64.02.01.9999") == ()
    assert open_regions() is REGIONS


def test_the_file_is_small_and_says_whose_it_is() -> None:
    assert TABLE_FILE.stat().st_size < 700_000
    assert "Open Database License" in ATTRIBUTION
    assert "Open Database License" in TABLE_FILE.with_name("LICENSE.md").read_text(encoding="utf-8")


def test_the_table_is_made_from_four_lists(tmp_path: Path) -> None:
    rows = {
        "provinces": "code,name\n64,Kalimantan Timur\n",
        "regencies": 'code,province_code,name\n64.02,64,"Kutai,  Contoh"\n',
        "districts": "code,regency_code,name\n64.02.01,64.02,Contoh\n",
        "villages": 'code,district_code,name\n64.02.01.2001,64.02.01,Soka"an\n',
    }
    for name in LISTS:
        (tmp_path / f"{name}.csv").write_text(rows[name], encoding="utf-8")
    made = table_bytes(tmp_path)
    out = tmp_path / "wilayah.tsv.gz"
    subprocess.run([sys.executable, "-m", "resources.regions.build", str(tmp_path), str(out)], check=True)
    assert out.read_bytes() == made
    assert gzip.decompress(made).decode().splitlines() == [
        "64\tKalimantan Timur",
        "64.02\tKutai, Contoh",
        "64.02.01\tContoh",
        '64.02.01.2001\tSoka"an',
    ]

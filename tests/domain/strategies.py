"""Hypothesis strategies for the values of the domain."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from domain.regions import RegionCode


def _two(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda number: f"{number:02}")


provinces = st.sampled_from(["11", "35", "62", "64", "71", "91", "97"])
regencies = st.builds("{}.{}".format, provinces, _two(1, 99).filter(lambda number: number != "70"))
kecamatan = st.builds("{}.{}".format, regencies, _two(1, 99))
villages = st.builds("{}.{}{:03}".format, kecamatan, st.sampled_from("123"), st.integers(1, 999))
region_codes = st.one_of(provinces, regencies, kecamatan, villages).map(RegionCode)
kecamatan_codes = kecamatan.map(RegionCode)
village_codes = villages.map(RegionCode)

instants = st.datetimes(datetime(2020, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis wants naive bounds and adds the zone

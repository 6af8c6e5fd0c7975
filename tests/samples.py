"""Sample persons for tests: numbers that every rule accepts and that can belong to nobody.

A sample number is made from a real kecamatan and a real date, so that it passes the same checks as a citizen's, and
carries a serial from 9000 up. Serials count the persons of one birth date first registered in one kecamatan, from 0001;
no kecamatan registers nine thousand people born on one day, so no such number was ever issued or will be.
"""

from datetime import date

from domain.identity import SAMPLE_SERIAL_FROM, Kk, Nik, Sex, compose_kk, compose_nik
from domain.regions import RegionCode

KOTA_BANGUN = "64.02.08"


def sample_nik(
    ordinal: int = 1, *, region: str = KOTA_BANGUN, born: date = date(1990, 8, 17), sex: Sex = Sex.FEMALE
) -> Nik:
    """The ``ordinal``-th (0–999) sample person of this place, birth date and sex."""
    return compose_nik(RegionCode(region), born, sex, _serial(ordinal))


def sample_kk(ordinal: int = 1, *, region: str = KOTA_BANGUN, issued: date = date(2015, 3, 2)) -> Kk:
    """The ``ordinal``-th (0–999) sample family card of this place and day of issue."""
    return compose_kk(RegionCode(region), issued, _serial(ordinal))


def _serial(ordinal: int) -> int:
    if not 0 <= ordinal <= 9999 - SAMPLE_SERIAL_FROM:
        raise ValueError(f"sample persons are counted 0 to 999, not {ordinal}")
    return SAMPLE_SERIAL_FROM + ordinal

"""Kemendagri region codes: the dotted address of every province, regency, kecamatan and village.

``PP.KK.CC.DDDD`` as in Kepmendagri 300.2.2-2430/2025. A code that parses is well formed; whether the decree in force
knows it is a question for the region table, because codes change and dead ones live on in old NIKs.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# A province is 11 to 99 without a zero; no part is 00 or 000, and regency number 70 belongs to neither kind.
_SHAPE = re.compile(r"[1-9][1-9](\.(?!00|70)[0-9]{2}(\.(?!00)[0-9]{2}(\.[123](?!000)[0-9]{3})?)?)?", re.ASCII)


class RegionCodeError(ValueError):
    """The text is not a region code; the message is a sentence for the person who typed it."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Kode wilayah “{text[:40]}” tidak dikenali. Tulis seperti 64.02.01.2001.")
        self.text = text


class Level(StrEnum):
    """How far down the country a code reaches."""

    PROVINCE = "province"
    REGENCY = "regency"
    KECAMATAN = "kecamatan"
    VILLAGE = "village"


class VillageKind(StrEnum):
    """What the first digit of the village part says."""

    KELURAHAN = "kelurahan"
    DESA = "desa"
    DESA_ADAT = "desa_adat"


_LEVELS = (Level.PROVINCE, Level.REGENCY, Level.KECAMATAN, Level.VILLAGE)
_KINDS = {"1": VillageKind.KELURAHAN, "2": VillageKind.DESA, "3": VillageKind.DESA_ADAT}


@dataclass(frozen=True, slots=True, order=True)
class RegionCode:
    """A well-formed region code; sorts as the decree lists them.

    Raises:
        RegionCodeError: the text has another form, a number 00, or a regency number 70 that belongs to no kind.
    """

    text: str

    def __post_init__(self) -> None:
        if not _SHAPE.fullmatch(self.text):
            raise RegionCodeError(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def level(self) -> Level:
        """Province, regency, kecamatan or village, by the number of parts."""
        return _LEVELS[self.text.count(".")]

    @property
    def parent(self) -> "RegionCode | None":
        """The code one level up; a province has none."""
        head, dot, _ = self.text.rpartition(".")
        return RegionCode(head) if dot else None

    @property
    def regency(self) -> "RegionCode | None":
        """The kabupaten or kota it lies in (itself, if it is one)."""
        return None if self.level is Level.PROVINCE else RegionCode(self.text[:5])

    @property
    def kecamatan(self) -> "RegionCode | None":
        """The kecamatan it lies in (itself, if it is one)."""
        return RegionCode(self.text[:8]) if self.level in (Level.KECAMATAN, Level.VILLAGE) else None

    @property
    def village_kind(self) -> VillageKind | None:
        """Kelurahan, desa or desa adat; nothing above a village."""
        return _KINDS[self.text[9]] if self.level is Level.VILLAGE else None

    @property
    def is_kota(self) -> bool:
        """Whether it is or lies in a kota (71–99) and not a kabupaten (01–69)."""
        return self.level is not Level.PROVINCE and self.text[3:5] > "70"

    def contains(self, other: "RegionCode") -> bool:
        """Whether ``other`` is this region or lies inside it."""
        return other.text == self.text or other.text.startswith(self.text + ".")


def nik_prefix(code: RegionCode) -> str:
    """The six digits with which a NIK or KK issued in this kecamatan begins.

    Raises:
        ValueError: the code is above a kecamatan.
    """
    kecamatan = code.kecamatan
    if kecamatan is None:
        raise ValueError(f"no NIK begins with {code}: it is not a kecamatan or a village")
    return kecamatan.text.replace(".", "")


def kecamatan_of_prefix(prefix: str) -> RegionCode:
    """The kecamatan that six leading digits of a NIK or KK name.

    Raises:
        RegionCodeError: no kecamatan could have such a code.
    """
    if len(prefix) != 6:
        raise RegionCodeError(prefix)
    return RegionCode(f"{prefix[:2]}.{prefix[2:4]}.{prefix[4:]}")

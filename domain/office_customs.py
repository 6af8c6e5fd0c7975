"""What an office is usually called and how it usually writes, so that setting one up asks for little.

Every value is a default that the regency changes as data: `default_office` fills an `Office`, and nothing reads these
tables afterwards.
"""

from dataclasses import dataclass

from domain.offices import Office, OfficeKind, kind_of_id
from domain.posts import Form, SignerRule
from domain.regions import RegionCode

WIB, WITA, WIT = 420, 480, 540
# Keppres 41/1987; whatever is in neither set keeps the time of Jakarta.
_WITA_PROVINCES = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT_PROVINCES = frozenset({"81", "82", "91", "92", "93", "94", "95", "96", "97"})


@dataclass(frozen=True, slots=True)
class Above:
    """Names of what lies above an office: ``Kutai Kartanegara``, ``Anggana``; in Papua a kecamatan is a *distrik*."""

    regency: str
    kecamatan: str = ""
    kecamatan_local: str = "Kecamatan"


@dataclass(frozen=True, slots=True)
class _Custom:
    local_name: str
    head_title: str
    deputy_title: str
    nip_line: bool
    substitutes: tuple[SignerRule, ...] = ()


_SEKDES = (SignerRule(("sekdes",), Form.AN),)
_SEKLUR = (SignerRule(("seklur",), Form.AN),)
_SEKCAM_KASI = (SignerRule(("sekcam",), Form.AN), SignerRule(("kasi",), Form.UB))
_CUSTOMS = {
    OfficeKind.DESA: _Custom("Desa", "Kepala Desa", "Sekretaris Desa", nip_line=False, substitutes=_SEKDES),
    OfficeKind.DESA_ADAT: _Custom(
        "Desa Adat", "Kepala Desa Adat", "Sekretaris Desa", nip_line=False, substitutes=_SEKDES
    ),
    OfficeKind.KELURAHAN: _Custom("Kelurahan", "Lurah", "Sekretaris Kelurahan", nip_line=True, substitutes=_SEKLUR),
    OfficeKind.KECAMATAN: _Custom(
        "Kecamatan", "Camat", "Sekretaris Kecamatan", nip_line=True, substitutes=_SEKCAM_KASI
    ),
    OfficeKind.AGENCY: _Custom("", "Kepala", "Sekretaris", nip_line=True),
}


def default_office(office_id: str, name: str, above: Above) -> Office:
    """An office as most of its kind are; `dataclasses.replace` makes it this one.

    ``name`` is without its kind (``Sungai Meriam``), in full for an agency and without *Kabupaten* or *Kota* for the
    regency, whose head is a Bupati or a Wali Kota.

    Raises:
        RegionCodeError: the id belongs to no office.
    """
    kind, region = kind_of_id(office_id), RegionCode(office_id.partition("/")[0])
    custom = _CUSTOMS.get(kind) or _regency(region)
    head_title = f"{custom.head_title} {name}" if kind is OfficeKind.AGENCY else custom.head_title
    return Office(
        id=office_id,
        kind=kind,
        name=name,
        local_name=custom.local_name,
        head_title=head_title,
        deputy_title=custom.deputy_title,
        kop=kop_lines(office_id, f"{custom.local_name} {name}".strip(), above),
        nip_line=custom.nip_line,
        number_code=name,
        utc_offset=utc_offset_of(region),
        substitutes=custom.substitutes,
    )


def _regency(region: RegionCode) -> _Custom:
    if region.is_kota:
        return _Custom("Kota", "Wali Kota", "Sekretaris Daerah", nip_line=False)
    return _Custom("Kabupaten", "Bupati", "Sekretaris Daerah", nip_line=False)


def kop_lines(office_id: str, full_name: str, above: Above) -> tuple[str, ...]:
    """The letterhead in capitals: the regency's government, a village's kecamatan, the office itself.

    ``full_name`` is with the office's kind: ``Desa Sungai Meriam``.
    """
    kind, region = kind_of_id(office_id), RegionCode(office_id.partition("/")[0])
    regency = f"Pemerintah {'Kota' if region.is_kota else 'Kabupaten'} {_bare(above.regency)}"
    if kind is OfficeKind.REGENCY:
        return (regency.upper(),)
    if kind in (OfficeKind.AGENCY, OfficeKind.KECAMATAN):
        return (regency.upper(), full_name.upper())
    return (regency.upper(), f"{above.kecamatan_local} {above.kecamatan}".upper(), full_name.upper())


def utc_offset_of(region: RegionCode) -> int:
    """The clock of a region's province in minutes east of UTC."""
    province = region.text[:2]
    if province in _WITA_PROVINCES:
        return WITA
    return WIT if province in _WIT_PROVINCES else WIB


def _bare(regency: str) -> str:
    """Region tables write ``Kabupaten X``, ``Kab. X`` or ``X``."""
    first, _, rest = regency.partition(" ")
    return rest if rest and first.casefold() in {"kabupaten", "kota", "kab."} else regency

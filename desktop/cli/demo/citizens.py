"""Sample citizens and what they ask for. Nobody here exists: the word *Contoh* is part of every name.

Their numbers are made from a real kecamatan and carry serials that no kecamatan ever reached
(`domain.identity.SAMPLE_SERIAL_FROM`), so they pass every rule and belong to nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.actions import Json
from domain.identity import SAMPLE_SERIAL_FROM, Sex, compose_kk, compose_nik
from domain.regions import RegionCode

Answers = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Citizen:
    """One sample person as an identity card names them.

    Attributes:
        serial: counts sample persons from 0; two with the same birth date and sex need different ones.
        status: marital status by the family card's code (1 unmarried, 2 married).
        job: occupation by the family card's code.
    """

    name: str
    sex: Sex
    born: date
    serial: int
    birthplace: str = "Anggana"
    kecamatan: str = "64.02.04"
    address: str = "Dusun Contoh RT 02, Desa Sepatin"
    status: str = "2"
    job: str = "11"

    @property
    def nik(self) -> str:
        """Sixteen digits."""
        return str(compose_nik(RegionCode(self.kecamatan), self.born, self.sex, SAMPLE_SERIAL_FROM + self.serial))

    @property
    def kk(self) -> str:
        """Sixteen digits of a card issued when the person was twenty-two."""
        issued = self.born.replace(year=self.born.year + 22)
        return str(compose_kk(RegionCode(self.kecamatan), issued, SAMPLE_SERIAL_FROM + self.serial))

    def on_form(self, *fields: str) -> Answers:
        """The person as a question of type person is answered."""
        known: Answers = {
            "nik": self.nik,
            "kk": self.kk,
            "nama": self.name,
            "tempat_lahir": self.birthplace,
            "tanggal_lahir": self.born.isoformat(),
            "jenis_kelamin": "1" if self.sex is Sex.MALE else "2",
            "agama": "1",
            "status_kawin": self.status,
            "pekerjaan": self.job,
            "kewarganegaraan": "1",
            "alamat": self.address,
        }
        return {name: known[name] for name in fields}


_OWNER = ("nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "agama", "pekerjaan", "alamat")
_HEAD_OF_FAMILY = ("nik", "kk", *_OWNER[1:])
_PARTNER = (*_OWNER[:6], "status_kawin", *_OWNER[6:7], "kewarganegaraan", "alamat")

FISHERMAN = Citizen("Rustam Contoh", Sex.MALE, date(1984, 3, 9), 1)
BAKER = Citizen("Siti Rahmah Contoh", Sex.FEMALE, date(1991, 8, 17), 2, job="8")
MOTHER = Citizen("Nurhayati Contoh", Sex.FEMALE, date(1979, 11, 30), 3, status="4", job="2")
CHILDREN = (
    Citizen("Budi Contoh", Sex.MALE, date(2010, 5, 4), 4, status="1", job="3"),
    Citizen("Dewi Contoh", Sex.FEMALE, date(2014, 2, 28), 5, status="1", job="3"),
)
COUPLES = (
    (
        Citizen("Andi Saputra Contoh", Sex.MALE, date(1998, 1, 12), 6, status="1"),
        Citizen("Fitriani Contoh", Sex.FEMALE, date(2000, 6, 25), 7, status="1", job="65"),
    ),
    (
        Citizen("Hasan Basri Contoh", Sex.MALE, date(1995, 9, 3), 8, status="1", job="81"),
        Citizen("Lestari Contoh", Sex.FEMALE, date(1997, 12, 19), 9, status="1", job="15"),
    ),
)


def everyone() -> Iterator[Citizen]:
    """All sample citizens of the play."""
    yield from (FISHERMAN, BAKER, MOTHER, *CHILDREN)
    for couple in COUPLES:
        yield from couple


def numbers() -> frozenset[str]:
    """Every NIK and KK number of the play: what no disk may show in the clear."""
    return frozenset(number for person in everyone() for number in (person.nik, person.kk))


def business(owner: Citizen, name: str) -> Answers:
    """Answers of a *surat keterangan usaha* for a business at home."""
    return {
        "pemohon": owner.on_form(*_OWNER),
        "nama_usaha": name,
        "bidang": "ikan" if owner is FISHERMAN else "kuliner",
        "tempat": "rumah",
        "tahun_mulai": 2019,
        "keperluan": "persyaratan kredit usaha rakyat di bank",
    }


def marriage(couple: tuple[Citizen, Citizen], today: date, *, place: str = "Masjid Contoh, Desa Sepatin") -> Answers:
    """Answers of a *dispensasi nikah* for a wedding in a week, which is always fewer than ten working days."""
    return {
        "tanggal_nikah": (today + timedelta(days=7)).isoformat(),
        "jam_nikah": "09:00",
        "tempat_nikah": place,
        "kua": "KUA Kecamatan Anggana",
        "alasan": "Orang tua calon istri akan berangkat berobat ke luar daerah.",
        "pria": couple[0].on_form(*_PARTNER),
        "wanita": couple[1].on_form(*_PARTNER),
    }


def poverty(*, income: int = 900_000, head: Citizen | None = None) -> Answers:
    """Answers of an *SKTM* for a mother with two children at school, or another head of the same small family."""
    rows: list[Json] = [
        {
            "nama": child.name,
            "nik": child.nik,
            "hubungan": "4",
            "tanggal_lahir": child.born.isoformat(),
            "pekerjaan": child.job,
        }
        for child in CHILDREN
    ]
    return {
        "pemohon": (head or MOTHER).on_form(*_HEAD_OF_FAMILY),
        "penghasilan": income,
        "terdata": "ya",
        "keperluan": "keringanan biaya sekolah",
        "keluarga": rows,
    }


DOCUMENTS = {
    "surat-keterangan-usaha": ("ktp", "kk"),
    "dispensasi-nikah": ("n1", "n2", "n4", "ktp", "kk"),
    "sktm": ("ktp", "kk", "pengantar_rt"),
}
"""The documents that each of these requests needs, by the pack's kinds."""

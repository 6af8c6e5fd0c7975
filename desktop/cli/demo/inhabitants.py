"""A sample register: as many inhabitants as a village of the coast has, and every one of them called *Contoh*.

The same number gives the same people. Like all sample persons they carry serials that no kecamatan ever reached.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from desktop.cli.demo.citizens import Citizen
from domain.identity import Sex

FIELDS = (
    "nik",
    "kk",
    "nama",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "agama",
    "status_kawin",
    "pekerjaan",
    "kewarganegaraan",
    "alamat",
)
"""The columns of the file that a village takes its register from."""
_MEN = (
    "Abdul Rahman|Ahmad|Aji|Andi|Arifin|Bahrudin|Bambang|Burhan|Darwis|Hamdan|Hasan|Herman|Idris|Ismail|Jamaluddin|Joko"
    "|Karim|Lukman|Muhammad|Mustafa|Petrus|Rahmat|Rusdi|Saleh|Slamet|Syahril|Taufik|Usman|Yohanes|Yusuf"
).split("|")
_WOMEN = (
    "Aisyah|Aminah|Asnah|Dahlia|Dewi|Endang|Fatimah|Hadijah|Halimah|Hartini|Jamilah|Kartini|Lestari|Maria|Mariana|Murni"
    "|Norhayati|Nurul|Rahmah|Ratna|Rohana|Rusminah|Salmah|Siti|Sri|Sulastri|Sumarni|Wahyuni|Yohana|Zubaidah"
).split("|")
_SECOND = (
    "Amin|Basri|Cahyono|Daud|Effendi|Fauzi|Gani|Hidayat|Ilham|Jaya|Kurnia|Latif|Maulana|Noor|Pratama|Ramadhan|Saputra"
    "|Tanjung|Utama|Wijaya|Yani|Zain|Anwar"
).split("|")
_JOBS = ("11", "9", "81", "15", "2", "65", "88", "8")
_HAMLETS = ("Dusun Contoh Hulu", "Dusun Contoh Tengah", "Dusun Contoh Hilir", "Dusun Contoh Muara")


def inhabitant(number: int, village: str = "Desa Sepatin") -> Citizen:
    """The person with this number, an adult."""
    woman, turn = number % 2 == 1, number // 2
    first = (_WOMEN if woman else _MEN)[turn % 30]
    second = _SECOND[(turn * 5 + number % 2) % 23]
    return Citizen(
        name=f"{first} {second} Contoh",
        sex=Sex.FEMALE if woman else Sex.MALE,
        born=date(1946 + number * 13 % 57, 1 + number * 5 % 12, 1 + number * 11 % 28),
        serial=100 + number % 890,
        address=f"{_HAMLETS[number % 4]} RT {1 + number // 4 % 12:02}, {village}",
        status="1" if number % 5 == 0 else "2",
        job=_JOBS[number % 8],
    )


def inhabitants(count: int) -> Iterator[Citizen]:
    """So many of them."""
    return map(inhabitant, range(count))


def write_register(path: Path, people: Iterable[Citizen]) -> Path:
    """The people as a CSV file of the kind that a village brings along."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, FIELDS)
        rows.writeheader()
        rows.writerows(person.on_form(*FIELDS) for person in people)
    return path

"""A register of as many invented persons as wanted, and how long a keystroke waits for it.

    python -m bench.citizens FOLDER 1000000

Nobody in it exists: numbers are made from codes of the national table with serials that no kecamatan ever reached, and
names are put together by chance from lists of given names, each ending in *Contoh*.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from desktop.store import citizens
from desktop.store.database import FILE, Database, open_database
from desktop.store.migrating import bring_up_to_date
from domain.identity import SAMPLE_SERIAL_FROM, Sex, compose_nik
from domain.regions import RegionCode
from resources.regions import open_regions

KEY: Final = bytes(range(32))
"""Of a register in which nobody exists."""
BATCH: Final = 20_000
_FIRST: Final = (
    "Siti Muhammad Ahmad Nur Sri Abdul Dewi Andi Maria Yohana Rahmat Budi Fitri Agus Hasan Lestari Rizky Kartini "
    "Bambang Petrus Wahyu Ratna Joko Indah Slamet Aminah Yusuf Rina Eko Dian Hendra Mega Arif Sari Dedi Tuti"
).split()
_SECOND: Final = (
    "Aminah Rahmah Hidayat Saputra Lestari Nurhayati Basri Wati Kurniawan Handayani Susanto Ningsih Rahman Wulandari "
    "Setiawan Puspita Gunawan Maulida Pratama Yuliana Firmansyah Astuti Syahputra Fauziah Wijaya Marlina Iskandar"
).split()
_VILLAGES: Final = tuple(f"{name} {side}" for name in _SECOND[:25] for side in ("Hulu", "Hilir", "Seberang", "Tengah"))
_DAYS: Final = 60 * 365


def people(count: int, rand: Random) -> Iterator[dict[str, str]]:
    """So many persons as the register keeps them; every number once."""
    codes = sorted(code for code in open_regions() if code.count(".") == 2)[:400:4]
    for number in range(count):
        kecamatan = codes[number % len(codes)]
        turn, female = divmod(number // len(codes), 2)
        sex = Sex.FEMALE if female else Sex.MALE
        born = date(1946, 1, 1) + timedelta(days=turn % _DAYS)
        serial = SAMPLE_SERIAL_FROM + turn // _DAYS
        village = _VILLAGES[rand.randrange(len(_VILLAGES))]
        yield {
            "nik": str(compose_nik(RegionCode(kecamatan), born, sex, serial)),
            "nama": f"{rand.choice(_FIRST)} {rand.choice(_SECOND)} Contoh",
            "tempat_lahir": village,
            "tanggal_lahir": born.isoformat(),
            "jenis_kelamin": "1" if sex is Sex.MALE else "2",
            "alamat": f"Dusun Contoh RT {1 + number % 9:02}, Desa {village}",
        }


def make_register(folder: Path, count: int) -> Database:
    """A desk's encrypted database with so many persons; one that is there already is used again."""
    folder.mkdir(parents=True, exist_ok=True)
    database = open_database(folder / FILE, KEY)
    bring_up_to_date(database, folder / "backups")
    with database.reading() as connection:
        there = citizens.count(connection)
    remaining = islice(people(count, Random(7)), there, None)  # noqa: S311 - the same persons every time
    while batch := list(islice(remaining, BATCH)):
        with database.writing() as connection:
            citizens.add_new(connection, batch, "contoh", "2026-11-20T04:00:00.000Z")
    return database


TYPED: Final = (
    "siti aminah",
    "muhammad nur hidayat",
    "andi s",
    "sri wahyu seberang",
    "a",
    "rah hulu",
    "zz",
    "yus fir ten",
)


def keystrokes(database: Database) -> dict[str, list[float]]:
    """For each thing typed, how long each letter's answer took, in milliseconds."""
    found: dict[str, list[float]] = {}
    for words in TYPED:
        found[words] = []
        for letters in range(min(2, len(words)), len(words) + 1):
            begun = time.perf_counter()
            with database.reading() as connection:
                citizens.by_name(connection, words[:letters])
            found[words].append((time.perf_counter() - begun) * 1000)
    return found


def numbers(database: Database) -> list[float]:
    """The same for a NIK, digit by digit."""
    with database.reading() as connection:
        nik = citizens.page_by_name(connection)[-1].nik or ""
    found = []
    for digits in range(2, 17):
        begun = time.perf_counter()
        with database.reading() as connection:
            citizens.by_nik_prefix(connection, nik[:digits])
        found.append((time.perf_counter() - begun) * 1000)
    return found


def main(folder: str, count: str) -> None:
    """Make the register, type, and say what it took."""
    begun = time.perf_counter()
    database = make_register(Path(folder), int(count))
    size = (Path(folder) / FILE).stat().st_size / 1e6
    say = sys.stdout.write
    say(f"{count} persons, {size:.0f} MB, made or found in {time.perf_counter() - begun:.1f} s\n")
    for turn in ("cold", "warm"):
        times = keystrokes(database)
        every = sorted(each for letters in times.values() for each in letters)
        worst = max(times, key=lambda words: max(times[words]))
        p95 = every[int(len(every) * 0.95)]
        say(f"{turn}: name p50 {statistics.median(every):.2f} p95 {p95:.2f} max {every[-1]:.2f} ms ({worst!r})\n")
        nik = numbers(database)
        say(f"{turn}: NIK p50 {statistics.median(nik):.2f} max {max(nik):.2f} ms\n")
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])

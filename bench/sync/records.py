"""The same sample records for everybody: what citizens said when they asked for a letter. Nobody in them exists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from random import Random
from typing import Any, Final

from bench.citizens import people
from domain.workdays import WorkCalendar
from forms.evaluation import evaluate
from forms.settled import Circumstances
from hub.service.shipped import compiled_pack, knows_kecamatan, national_calendar
from resources.packs import open_examples, open_packs
from resources.regions import open_regions

SERVICE: Final = "surat-keterangan-usaha"
PACK: Final = f"{SERVICE}@1"
_SHOPS: Final = ("Kios", "Warung", "Bengkel", "Toko", "Rumah Makan", "Perahu")


def answers(count: int, at: datetime) -> list[dict[str, Any]]:
    """So many citizens' answers as a desk stores them at that time."""
    around = Circumstances(at, _calendar(), knows_kecamatan)
    return [dict(evaluate(_pack(), each, around).answers) for each in _given(count)]


def _given(count: int) -> Iterator[dict[str, Any]]:
    example = json.loads(open_examples(SERVICE, 1))["answers"]
    chance = Random(4)  # noqa: S311 - the same records every time
    names = sorted(name.title() for name in open_regions().values())
    for person in chance.sample(list(people(20 * count, chance)), count):
        born, home, faraway = chance.choices(names, k=3)
        asks = {**example["pemohon"], **person, "tempat_lahir": born, "alamat": f"{_street(chance)}, Desa {home}"}
        about = {
            "nama_usaha": f"{chance.choice(_SHOPS)} {chance.choice(names)} {chance.randrange(1, 100)}",
            "tahun_mulai": chance.randrange(1990, 2026),
            "keperluan": f"Pengajuan kredit di {faraway} sebesar Rp{chance.randrange(2, 900)}.000.000",
        }
        yield {**example, "pemohon": asks, **about}


def _street(chance: Random) -> str:
    return f"Jalan Contoh {chance.randrange(1, 400)} RT {chance.randrange(1, 40):02}/{chance.randrange(1, 12):02}"


@cache
def _pack() -> Any:
    return compiled_pack(open_packs()[PACK])


@cache
def _calendar() -> WorkCalendar:
    return national_calendar()

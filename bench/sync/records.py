"""The same sample records for everybody: what citizens said when they asked for a letter. Nobody in them exists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import islice
from random import Random
from typing import Any, Final

from bench.citizens import people
from domain.workdays import WorkCalendar
from forms.evaluation import evaluate
from forms.settled import Circumstances
from hub.service.shipped import compiled_pack, knows_kecamatan, national_calendar
from resources.packs import open_examples, open_packs

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
    for person in islice(people(count, chance), count):
        asks = {**example["pemohon"], **person}
        shop = f"{chance.choice(_SHOPS)} {person['nama']}"
        yield {**example, "pemohon": asks, "nama_usaha": shop, "tahun_mulai": chance.randrange(1990, 2026)}


@cache
def _pack() -> Any:
    return compiled_pack(open_packs()[PACK])


@cache
def _calendar() -> WorkCalendar:
    return national_calendar()

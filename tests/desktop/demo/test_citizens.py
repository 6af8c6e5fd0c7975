"""The play's requests are right by the packs themselves, at any hour of any day, and its people are nobody."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.cli.demo import citizens
from domain.identity import parse_nik
from domain.indonesian import local_day
from domain.workdays import WorkCalendar
from forms.documents import missing
from forms.evaluation import Form, evaluate
from forms.packs import load_code_list, load_pack
from forms.problems import Json
from forms.settled import Circumstances
from resources.codes import open_code_lists
from resources.packs import open_packs
from resources.regions import open_regions

WITA = 480
WEEK = (*[((480, 960),)] * 4, ((480, 660),), (), ())
REGIONS = open_regions()
LISTS = {name: load_code_list(content) for name, content in open_code_lists().items()}


def judged(service: str, answers: dict[str, Json], at: datetime) -> Form:
    pack = load_pack(open_packs()[f"{service}@1"], LISTS)
    return evaluate(
        pack, answers, Circumstances(at, WorkCalendar(WEEK, WITA), knows_kecamatan=lambda code: code.text in REGIONS)
    )


def asked(today: date) -> list[tuple[str, dict[str, Json]]]:
    return [
        ("surat-keterangan-usaha", citizens.business(citizens.BAKER, "Kue Contoh")),
        ("surat-keterangan-usaha", citizens.business(citizens.FISHERMAN, "Ikan Asin Contoh")),
        ("sktm", citizens.poverty()),
        *[("dispensasi-nikah", citizens.marriage(couple, today)) for couple in citizens.COUPLES],
    ]


@pytest.mark.parametrize("days", range(0, 380, 19))
def test_every_request_of_the_play_is_right_on_any_day(days: int) -> None:
    at = datetime(2026, 11, 21, 15, 59, tzinfo=UTC) + timedelta(days=days)
    for service, answers in asked(local_day(at, WITA)):
        form = judged(service, answers, at)
        assert not form.problems, (service, form.problems)
        assert not missing(form.documents, citizens.DOCUMENTS[service])


def test_the_people_of_the_play_are_nobody() -> None:
    people = list(citizens.everyone())
    assert all("Contoh" in person.name and parse_nik(person.nik).is_sample for person in people)
    assert len(citizens.numbers()) == 2 * len(people)

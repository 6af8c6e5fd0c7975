"""The sample morning that the pictures show: a village's desk and its kecamatan's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.cli.demo.citizens import BAKER, COUPLES, FISHERMAN, Answers, Citizen, business, everyone, marriage, poverty
from desktop.office.desk import Desk
from desktop.store import drafts
from desktop.store.drafts import FormDraft
from domain.actions import ActionKind
from domain.identity import Sex
from sync.encoding import instant_text
from tooling.sample_desk import KECAMATAN, VILLAGE, begin_desk, carry, file_request, hear, outside_at, refuse, register

MORNING = datetime(2026, 11, 18, 0, 10, tzinfo=UTC)
"""08.10 at the sample offices."""
NOW = datetime(2026, 11, 18, 1, 12, tzinfo=UTC)
_FIELDS = ("nik", "kk", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "agama", "pekerjaan", "alamat")


@dataclass
class Ticking:
    """A clock that goes on a few minutes each time something was done."""

    at: datetime = MORNING
    desks: list[Desk] = field(default_factory=list)

    def now(self) -> datetime:
        """What it shows."""
        return self.at

    def later(self, minutes: int = 4) -> None:
        """Some minutes passed."""
        self.at += timedelta(minutes=minutes)


def village(folder: Path, clock: Ticking) -> Desk:
    """A clerk's desk with one request in every state."""
    officers = ("sepatin-petugas", "sepatin-kades")
    desk = begin_desk(folder / "desa", VILLAGE, officers, outside_at(clock.now))
    register(desk, tuple(_as_person(each) for each in everyone()))
    day = clock.at.date()
    filed = [_file(desk, clock, marriage(couple, day)) for couple in (*COUPLES, sample_couple(20), sample_couple(22))]
    clock.later()
    returned = {"to": "pengajuan", "reason": "lihat_catatan", "note": "Lampirkan formulir N4 yang asli."}
    hear(desk, filed[0], "anggana-kasi-kesra", ActionKind.RETURN, returned)
    hear(desk, filed[1], "anggana-kasi-kesra", ActionKind.VERIFY)
    rejected = {"reason": "lihat_catatan", "note": "Akad di luar wilayah kecamatan."}
    hear(desk, filed[3], "anggana-kasi-kesra", ActionKind.REJECT, rejected)
    clock.later()
    _to_issue(desk, clock)
    clock.later()
    sent = file_request(desk, "sktm", poverty(), accepted=False)
    refuse(desk, sent, "wrong_answers")
    for owner, name in (
        (BAKER, "Kue Basah Contoh"),
        (_person("Hj. Norhayati Contoh", 31, Sex.FEMALE), "Warung Contoh"),
    ):
        clock.later()
        file_request(desk, "surat-keterangan-usaha", business(owner, name), accepted=False)
    _keep_draft(desk)
    return desk


def _to_issue(desk: Desk, clock: Ticking) -> None:
    for owner, name in ((FISHERMAN, "Keramba Ikan Contoh"), (_person("Rahmat Hidayat Contoh", 33), "Bengkel Contoh")):
        clock.later()
        file_request(desk, "surat-keterangan-usaha", business(owner, name))


def kecamatan(folder: Path, clock: Ticking, source: Desk) -> Desk:
    """The kecamatan's desk with what the village filed, at the steps of kasi and sekcam."""
    officers = ("anggana-kasi-kesra", "anggana-sekcam", "anggana-camat")
    desk = begin_desk(folder / "kecamatan", KECAMATAN, officers, outside_at(clock.now))
    for number in range(40, 52, 2):
        clock.later(3)
        request = _file(source, clock, marriage(sample_couple(number), clock.at.date()))
        carry(source, desk, request)
        if number % 4:
            hear(desk, request, "anggana-kasi-kesra", ActionKind.VERIFY)
            if number > 45:
                hear(desk, request, "anggana-sekcam", ActionKind.PARAF)
    return desk


def _file(desk: Desk, clock: Ticking, answers: Answers) -> str:
    clock.later()
    return file_request(desk, "dispensasi-nikah", answers)


def _keep_draft(desk: Desk) -> None:
    started = {"pemohon": {"nik": FISHERMAN.nik, "nama": FISHERMAN.name}, "nama_usaha": "Perahu Sewa Contoh"}
    with desk.database.writing() as connection:
        at = instant_text(desk.outside.now())
        drafts.keep_draft(connection, FormDraft("draf-contoh", "surat-keterangan-usaha", desk.officer, started, at))


_NAMES = (
    "Bambang",
    "Yohana",
    "Muhammad Rizky",
    "Sri Wahyuni",
    "Andre",
    "Maria",
    "Petrus",
    "Dewi Ayu",
    "Abdul",
    "Kartini",
)


def _person(name: str, serial: int, sex: Sex = Sex.MALE) -> Citizen:
    return Citizen(name, sex, date(1980 + serial % 20, 1 + serial % 12, 1 + serial % 27), serial)


def sample_couple(serial: int) -> tuple[Citizen, Citizen]:
    """A groom and a bride; other serials are other people."""
    groom = f"{_NAMES[serial % len(_NAMES)]} Contoh"
    bride = f"{_NAMES[(serial + 3) % len(_NAMES)]} Contoh"
    return (
        Citizen(groom, Sex.MALE, date(1996, 1 + serial % 12, 5), serial, status="1"),
        Citizen(bride, Sex.FEMALE, date(1998, 1 + serial % 12, 7), serial + 1, status="1"),
    )


def _as_person(citizen: Citizen) -> dict[str, str]:
    return {name: str(value) for name, value in citizen.on_form(*_FIELDS).items()}

"""Plays the sample week: the desks' own use cases against a real hub, on a clock that is some days behind."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from desktop.cli.demo import citizens, errands
from desktop.cli.demo.earlier import EarlierClock
from desktop.cli.demo.errands import WEEK, Errand, Fate
from desktop.cli.demo.inhabitants import inhabitant, inhabitants, write_register
from desktop.cli.demo.processes import PlayBroken
from desktop.cli.demo.scene import Scene
from desktop.cli.demo.stage import PASSPHRASE
from desktop.cli.session import real_outside
from desktop.errors import WorldError
from desktop.keys import Vault
from desktop.office import acting, drafting, enrolling, introducing, issuing, signing
from desktop.office.acting import Decision
from desktop.office.desk import Desk, Outside
from desktop.office.entering import remember_door
from desktop.office.exchanging import synchronize
from desktop.office.reach import HttpReach
from desktop.office.register import import_citizens
from desktop.office.submitting import Scan, submit_request
from desktop.store import projection
from domain.indonesian import local_day
from domain.timekeeping import NOT_KNOWN
from sync.stretching import USUAL, Cost

PASSWORD = "sampan contoh 2026"  # noqa: S105 - of sample desks that live as long as the demo
KECAMATAN = "64.02.04"
OFFICERS: dict[str, tuple[str, ...]] = {
    errands.SEPATIN: ("sepatin-petugas", "sepatin-kades"),
    errands.MERIAM: ("sungai-meriam-petugas",),
    KECAMATAN: ("anggana-camat", "anggana-kasi-kesra", "anggana-kasi-kesos", "anggana-sekcam"),
}
CAMAT, KESRA, KESOS, SEKCAM = OFFICERS[KECAMATAN]
WITA = 480
PATIENCE = 60.0


@dataclass
class Week:
    """The desks, and the requests by their errands.

    Attributes:
        scans: the folder with one page of each kind of document.
        errands: what happens in it.
        people: how many stand in the village's register.
        cost: what a guess at a password of these desks costs.
    """

    scene: Scene
    clock: EarlierClock
    scans: Path
    errands: Sequence[Errand] = WEEK
    people: int = 3_000
    cost: Cost = USUAL
    desks: dict[str, Desk] = field(default_factory=dict)
    requests: dict[Errand, str] = field(default_factory=dict)

    @property
    def offices(self) -> list[str]:
        """Those that take part."""
        return [errands.SEPATIN, *sorted({each.village for each in self.errands} - {errands.SEPATIN}), KECAMATAN]

    @property
    def outside(self) -> Outside:
        """This computer with the week's clock; seconds that nobody can set would give it away."""
        return replace(real_outside(), now=self.clock.now, uptime=lambda: NOT_KNOWN)

    def seat(self, office: str, codes: Sequence[str]) -> None:
        """A computer of this office with all its officers, once synchronized. It leaves the system's keyring alone."""
        outside, profile = self.outside, self.scene.stage.folder / "desks" / office
        ca = self.scene.stage.transport.authority.read_text("ascii")
        vault = Vault(profile, secrets.token_bytes, new_keyring=lambda: None, cost=self.cost)
        invitation = introducing.invitation_by_code(self.scene.link.url, codes[0], ca)
        desk, changed = enrolling.enrol_desk(vault, outside, _reach(outside), invitation, PASSWORD)
        self.desks[office] = desk
        enrolling.with_services(desk, _reach(outside), changed)
        for code in codes[1:]:
            enrolling.add_officer(desk, _reach(outside), code, PASSWORD)
        remember_door(desk)
        self.exchange(office)

    def exchange(self, *offices: str) -> None:
        """Exchange until it went well, each of these desks that takes part."""
        offices = tuple(office for office in offices if office in self.desks)
        with ThreadPoolExecutor(len(offices)) as hands:
            list(hands.map(lambda office: _patiently(partial(_went_well, self.desks[office])), offices))

    def sit(self, office: str, officer: str) -> Desk:
        """The computer with this officer at it."""
        desk = self.desks[office]
        desk.act_as(officer, PASSWORD)
        return desk

    def p12(self, officer: str) -> bytes:
        """This officer's certificate and key."""
        return self.scene.certificates[officer].read_bytes()

    def state(self, office: str, errand: Errand) -> str:
        """How a desk knows it at the hub."""
        desk = self.desks[office]
        with desk.database.reading() as connection:
            row = projection.row(connection, self.requests[errand])
        return str(row.hub_state) if row else ""

    def until(self, office: str, wanted: Iterable[Errand], *states: str) -> None:
        """Exchange until all of these stand so."""
        waiting = list(wanted)

        def there() -> bool:
            if not waiting:
                return True
            self.exchange(office)
            return all(self.state(office, each) in states for each in waiting)

        _patiently(there)


def play_week(week: Week, today: datetime) -> None:
    """Every day of it; afterwards the clock shows the real time.

    Args:
        week: nobody is seated yet.
        today: the real time now.
    """
    with ThreadPoolExecutor(3) as hands:
        codes = list(hands.map(lambda office: week.scene.hub.enrol_codes(office, OFFICERS[office]), week.offices))
    for office, own in zip(week.offices, codes, strict=True):
        week.seat(office, own)  # one after the other: Alembic's context belongs to the whole process
    _take_register(week)
    for days in errands.ROUNDS:
        if now := [each for each in week.errands if each.back in days]:
            _play_round(week, now, today)
    _record_last(week)
    week.clock.turn_to(today)


def _play_round(week: Week, errands_now: Sequence[Errand], today: datetime) -> None:
    sent = [each for each in errands_now if each.fate is not Fate.READY]
    for errand in sent:
        week.clock.not_before(_morning(today, errand.back))
        _file(week, errand)
    week.exchange(errands.SEPATIN, errands.MERIAM)
    _issue(week, [each for each in sent if each.service != errands.MARRIAGE and each.fate is not Fate.TO_ISSUE])
    week.exchange(errands.SEPATIN, errands.MERIAM, KECAMATAN)
    above = [each for each in sent if each.service != errands.BUSINESS and each.fate is not Fate.TO_ISSUE]
    week.until(KECAMATAN, above, "at_step")
    _verify(week, above)
    _sign(week, [each for each in above if each.fate in errands.BEYOND_SEKCAM])
    _take_home(week, sent)


def _file(week: Week, errand: Errand) -> None:
    clerk = OFFICERS[errand.village][0]
    desk = week.sit(errand.village, clerk)
    week.clock.later(minutes=6)
    scans = [Scan(kind, week.scans / f"{kind}.jpg") for kind in citizens.DOCUMENTS[errand.service]]
    answers = errand.answers(local_day(week.clock.now(), WITA))
    week.requests[errand] = str(submit_request(desk, errand.service, answers, scans).told["request"])


def _issue(week: Week, wanted: Sequence[Errand]) -> None:
    for errand in wanted:
        head = OFFICERS[errand.village][1]
        week.clock.later(minutes=2)
        issuing.issue_letter(week.sit(errand.village, head), week.requests[errand], week.p12(head), PASSPHRASE)


def _verify(week: Week, wanted: Sequence[Errand]) -> None:
    for errand in wanted:
        kasi = KESRA if errand.service == errands.MARRIAGE else KESOS
        week.clock.later(minutes=3)
        if errand.fate is Fate.RETURNED_EARLY:
            _decide(week, kasi, errand, "return")
        elif errand.fate in errands.BEYOND_KASI:
            _decide(week, kasi, errand, "verify")
    initialled = [each for each in wanted if each.service == errands.MARRIAGE and each.fate in errands.BEYOND_SEKCAM]
    for errand in initialled:
        _decide(week, SEKCAM, errand, "paraf")
    week.exchange(KECAMATAN)


def _sign(week: Week, wanted: Sequence[Errand]) -> None:
    week.until(KECAMATAN, wanted, "to_sign")
    for errand in wanted:
        week.clock.later(minutes=1)
        if errand.fate in errands.ENDED:
            desk = week.sit(KECAMATAN, CAMAT)
            signing.sign_letters(desk, [week.requests[errand]], week.p12(CAMAT), PASSPHRASE)
        elif errand.fate is not Fate.TO_SIGN:
            _decide(week, CAMAT, errand, "return" if errand.fate is Fate.RETURNED else "reject")
    week.exchange(KECAMATAN)


def _decide(week: Week, officer: str, errand: Errand, verb: str) -> None:
    reason = errand.about if verb in {"return", "reject"} else ""
    acting.act(week.sit(KECAMATAN, officer), week.requests[errand], Decision(verb, reason))


def _take_home(week: Week, sent: Sequence[Errand]) -> None:
    """What came back is printed and handed over in the village."""
    finished = [each for each in sent if each.fate in errands.ENDED]
    week.until(errands.SEPATIN, finished, "signed")
    desk = week.sit(errands.SEPATIN, OFFICERS[errands.SEPATIN][0])
    for errand in finished:
        if errand.fate is Fate.HANDED_OVER:
            week.clock.later(minutes=4)
            acting.act(desk, week.requests[errand], Decision("print"))
            acting.act(desk, week.requests[errand], Decision("hand-over", "diterima pemohon"))
    week.exchange(errands.SEPATIN, errands.MERIAM)


def _record_last(week: Week) -> None:
    """What the hub refuses, what waits to be sent, and a form left half filled in."""
    desk = week.sit(errands.SEPATIN, OFFICERS[errands.SEPATIN][0])
    for errand in week.errands:
        if errand.fate is Fate.CONFLICT:
            _decide(week, KESRA, errand, "verify")
            week.exchange(KECAMATAN)
            acting.act(desk, week.requests[errand], Decision("withdraw", errand.about))
    week.exchange(errands.SEPATIN)
    for errand in week.errands:
        if errand.fate is Fate.READY:
            _file(week, errand)
    service, who, business = errands.DRAFT
    started = drafting.begin(desk, service)
    person = inhabitant(who).on_form("nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin")
    drafting.keep(desk, replace(started, answers={"pemohon": person, "nama_usaha": business}))


def _take_register(week: Week) -> None:
    file = write_register(week.scene.stage.folder / "scans" / "penduduk-contoh.csv", inhabitants(week.people))
    import_citizens(week.desks[errands.SEPATIN], file, preview=False)


def _morning(today: datetime, back: int) -> datetime:
    """A quarter past eight so many working days ago; today an hour and a half ago."""
    day = local_day(today, WITA)
    while back:
        day -= timedelta(days=1)
        back -= day.weekday() < 5
    eight = datetime(day.year, day.month, day.day, 0, 15, tzinfo=today.tzinfo)
    return eight if day < local_day(today, WITA) else today - timedelta(minutes=90)


def _reach(outside: Outside) -> HttpReach:
    return HttpReach(outside.token_bytes)


def _went_well(desk: Desk) -> bool:
    try:
        synchronize(desk, _reach(desk.outside))
    except WorldError:
        return False
    return True


def _patiently(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise PlayBroken(f"the sample week waited {PATIENCE:g} s in vain")
        time.sleep(0.1)

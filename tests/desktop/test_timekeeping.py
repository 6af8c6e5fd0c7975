"""A desk whose clock is wrong: what it writes on letters and actions, and when it refuses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop import uptime as this_computer
from desktop.door import read_door
from desktop.errors import NotAllowed
from desktop.office import (
    arriving,
    batching,
    drafting,
    entering,
    outgoing,
    overview,
    promising,
    register,
    team,
    timekeeping,
)
from desktop.office.browsing import page_of_drafts
from desktop.office.desk import Desk
from desktop.office.recording import known, moment
from desktop.store import settings
from domain.actions import ActionKind
from domain.indonesian import local_day
from domain.timekeeping import Moment, Standing, Uptime
from sync.encoding import instant_text
from tests.desktop import fakes
from tests.desktop.house import House, desk_of, filed

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass
class Battery:
    """A computer beside the town: its clock is off by so much, its seconds run true until it is started again."""

    town: fakes.Clock
    off: timedelta = timedelta(0)
    boot: str = "boot-1"

    def now(self) -> datetime:
        return self.town.instant + self.off

    def uptime(self) -> Uptime:
        return Uptime(self.boot, self.town.monotonic() + 10.0)


@pytest.fixture
def battery(village: House) -> Battery:
    """The village's computer, which has just heard the hub with a clock that was right."""
    found = Battery(village.town.clock)
    session = village.session("desa")
    session.outside = replace(session.outside, now=found.now, uptime=found.uptime)
    desk_of(village, "desa").outside = session.outside
    village.must("desa", "--officer clerk sync")
    return found


def clock_of(desk: Desk) -> Moment:
    with desk.database.reading() as connection:
        return timekeeping.read_clock(desk, connection)


def last_action(desk: Desk, request: str) -> tuple[ActionKind, datetime]:
    with desk.database.reading() as connection:
        action = known(connection, request).log[-1].action
        return action.kind, action.at


@pytest.mark.parametrize("off", [timedelta(days=-3650), timedelta(days=3650), timedelta(minutes=-6)])
def test_a_clock_that_jumped_after_the_hub_was_heard_dates_nothing(
    village: House, battery: Battery, off: timedelta
) -> None:
    desk, town = desk_of(village, "desa"), village.town.clock
    town.instant += 2 * timedelta(hours=1)
    battery.off = off
    request = filed(village)
    assert last_action(desk, request) == (ActionKind.SUBMIT, town.instant)
    told = village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    assert told["clock"] == "reckoned"
    assert "diambil dari jam hub" in timekeeping.clock_note(clock_of(desk))
    assert last_action(desk, request) == (ActionKind.ISSUE, town.instant)
    with desk.database.reading() as connection:
        letter = known(connection, request).log[-1]
        office = desk.office(connection)
    assert str(local_day(town.instant, office.utc_offset)) in (letter.envelope.payload or b"").decode("latin-1")
    assert (village.must("desa", "sync")["refused"], village.state("desa", request)) == (0, "signed")


def test_within_five_minutes_the_computers_own_clock_is_used(village: House, battery: Battery) -> None:
    battery.off = 4 * MINUTE
    desk = desk_of(village, "desa")
    assert clock_of(desk) == Moment(battery.now(), Standing.GOOD, 4 * MINUTE)
    assert moment(desk) == battery.now()


def test_a_computer_started_again_with_a_dead_battery_records_and_issues_nothing(
    village: House, battery: Battery
) -> None:
    keys, waiting = village.keys("kades"), filed(village)
    battery.boot, battery.off = "boot-2", -30 * DAY
    desk = desk_of(village, "desa")
    assert clock_of(desk).standing is Standing.WRONG
    line = f"--officer kades issue {waiting} {keys}"
    said = village.refused("desa", line, "jam_salah")
    assert "Data tetap aman" in said
    assert "Setel tanggal dan jam, sinkronkan" in said
    recorded = filed(village)
    with desk.database.reading() as connection:
        action = known(connection, recorded).log[-1].action
    assert action.hub_at is not None
    assert action.at < action.hub_at - DAY  # what the hub's administrator is shown
    assert village.must("desa", "sync")["refused"] == 0


@pytest.mark.parametrize("years", [-10, 5])
def test_a_computer_started_again_with_a_clock_years_off_records_what_the_hub_takes(
    village: House, battery: Battery, years: int
) -> None:
    battery.boot, battery.off = "boot-2", years * 365 * DAY
    desk = desk_of(village, "desa")
    assert overview.see_self(desk).post == "Petugas Pelayanan"
    assert [each.here for each in team.see_team(desk).colleagues if each.posts] == [True, True]
    assert overview.see_services(desk)
    request = filed(village)
    assert last_action(desk, request) == (ActionKind.SUBMIT, battery.now())
    told = village.must("desa", "sync")
    assert (told["refused"], told["parked"], told["accepted"]) == (0, 0, 1)


def test_the_first_page_and_the_promise_go_by_the_hubs_time(village: House, battery: Battery) -> None:
    request = filed(village)
    battery.off = 3650 * DAY
    desk = desk_of(village, "desa")
    assert overview.see_self(desk).post == "Petugas Pelayanan"
    with desk.database.reading() as connection:
        promise = promising.promise_of(desk, connection, known(connection, request))
    assert promise is not None
    assert not promise.late
    assert not batching.certificates_of(replace(desk, officer="kades")).trouble


def test_what_a_desk_keeps_for_itself_is_dated_by_the_hubs_time_too(
    village: House, battery: Battery, tmp_path: Path
) -> None:
    desk, battery.off = desk_of(village, "desa"), -3650 * DAY
    desk.officer, now = "clerk", instant_text(village.town.clock.instant)
    drafting.keep(desk, drafting.begin(desk, "surat-keterangan-usaha"))
    assert [line.changed_at for line in page_of_drafts(desk).lines] == [now]
    arriving.note_seen(desk)
    assert arriving.last_seen(desk) == now
    outgoing.exchange(desk, village.session("desa").reach)
    assert outgoing.see_outgoing(desk).tried[0].at == now
    assert overview.see_status(desk).heard_at == now
    rows = tmp_path / "warga.csv"
    rows.write_text("nik,nama\n6402042011900001,Warga Contoh\n", encoding="utf-8")
    register.import_citizens(desk, rows, preview=False)
    with desk.database.reading() as connection:
        assert settings.get(connection, register.REFRESHED, str) == now


def test_the_door_names_the_posts_of_today_whatever_the_clock_says(village: House, battery: Battery) -> None:
    desk, battery.off = desk_of(village, "desa"), -3650 * DAY
    entering.remember_door(desk)
    assert {each.post for each in read_door(desk.profile, desk.vault.officers()).officers} >= {"Petugas Pelayanan"}


def test_the_next_word_of_the_hub_puts_it_right(village: House, battery: Battery) -> None:
    keys, waiting = village.keys("kades"), filed(village)
    battery.boot, battery.off = "boot-2", -30 * DAY
    village.must("desa", "sync")
    told = village.must("desa", f"--officer kades issue {waiting} {keys}")
    assert told["clock"] == "reckoned"
    battery.off = timedelta(0)
    assert clock_of(desk_of(village, "desa")).standing is Standing.GOOD


def test_a_desk_that_cannot_compare_may_issue_and_says_so(village: House, battery: Battery) -> None:
    request = filed(village)
    battery.boot = "boot-2"
    village.town.clock.instant += DAY
    told = village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    assert told["clock"] == "unknown"


def test_a_clock_set_back_behind_the_last_action_issues_nothing(village: House, battery: Battery) -> None:
    battery.boot = "boot-2"
    village.town.clock.instant += 10 * DAY
    request = filed(village)
    battery.off = -2 * DAY
    village.refused("desa", f"--officer kades issue {request} {village.keys('kades')}", "jam_salah")


def test_a_clock_years_ahead_issues_nothing_and_is_forgiven_when_it_is_set(village: House, battery: Battery) -> None:
    keys, request = village.keys("kades"), filed(village)
    battery.boot, battery.off = "boot-2", 5 * 365 * DAY
    village.refused("desa", f"--officer kades issue {request} {keys}", "jam_salah")
    battery.off = timedelta(0)
    assert village.must("desa", f"--officer kades issue {request} {keys}")["clock"] == "unknown"


def test_a_desk_that_never_heard_its_hub_goes_by_its_own_clock(desk: Desk) -> None:
    assert clock_of(desk) == Moment(fakes.NOON, Standing.UNKNOWN)
    desk.outside = replace(desk.outside, now=lambda: timekeeping.RELEASED - DAY)
    with desk.database.reading() as connection, pytest.raises(NotAllowed, match="tetap dapat dicatat"):
        timekeeping.trusted_clock(desk, connection)


@pytest.mark.parametrize("named", [True, False])
def test_this_computers_seconds_go_on_and_its_start_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    start = tmp_path / "boot_id"
    monkeypatch.setattr(this_computer, "_BOOT_ID", start)
    if named:
        start.write_text("start-contoh\n")
    first, second = this_computer.uptime(), this_computer.uptime()
    assert first.boot == second.boot != ""
    assert (first.boot == "start-contoh") is named
    assert 0 < first.seconds <= second.seconds

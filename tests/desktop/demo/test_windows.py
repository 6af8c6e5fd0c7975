"""The sample week and the windows on it, as far as no window has to be opened; the rest is in `tests/atspi`."""

from __future__ import annotations

import queue
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.cli.demo import windows
from desktop.cli.demo.earlier import EarlierClock
from desktop.cli.demo.errands import ROUNDS, WEEK, Fate
from desktop.cli.demo.inhabitants import inhabitant, inhabitants, write_register
from desktop.cli.demo.week import _morning
from desktop.door import SAMPLE, sample_note
from desktop.office.reading_citizens import read_citizens
from desktop.office.rows_of_files import read_rows
from domain.identity import parse_nik


def test_without_a_screen_the_demo_names_the_other_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(windows, "has_screen", lambda: False)
    assert main(["demo"]) == 1
    assert "--headless" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "system", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":7"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_known_by_its_variables(environment: dict[str, str], system: str, *, there: bool) -> None:
    assert windows.has_screen(environment, system) is there


def test_a_window_gets_the_screen_of_its_person_and_nothing_else() -> None:
    given = windows.on_this_screen({"DISPLAY": ":7", "XAUTHORITY": "/a", "HOME": "/a", "LANG": "id_ID"})
    assert given == {"DISPLAY": ":7", "XAUTHORITY": "/a"}


def test_the_register_is_large_and_reads_without_an_error(tmp_path: Path) -> None:
    people = list(inhabitants(3_000))
    assert len({person.nik for person in people}) == len(people)
    assert all(person.name.endswith("Contoh") for person in people)
    file = write_register(tmp_path / "penduduk.csv", people[:200])
    read = read_citizens(read_rows(file), file.name)
    assert (len(read.persons), read.errors) == (200, [])
    assert str(parse_nik(people[0].nik)) == people[0].nik


def test_the_week_shows_every_fate_and_nobody_comes_twice() -> None:
    assert {errand.fate for errand in WEEK} == set(Fate)
    assert {errand.back for errand in WEEK} == {day for days in ROUNDS for day in days}
    assert len({errand.who for errand in WEEK}) == len(WEEK)
    assert all(inhabitant(errand.who).sex != inhabitant(errand.who + 1).sex for errand in WEEK)


def test_the_clock_of_the_week_is_late_and_never_early(tmp_path: Path) -> None:
    real = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    clock = EarlierClock(tmp_path / "clock", lambda: real)
    clock.turn_to(real - timedelta(days=3))
    assert clock.now() == real - timedelta(days=3)
    clock.later(hours=2)
    clock.not_before(real - timedelta(days=5))
    assert clock.now() == real - timedelta(days=3) + timedelta(hours=2)
    clock.not_before(real - timedelta(days=1))
    assert clock.now() == real - timedelta(days=1)
    clock.later(days=9)
    assert clock.now() == real


def test_mornings_are_of_working_days() -> None:
    saturday = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    assert _morning(saturday, 1) == datetime(2026, 11, 20, 0, 15, tzinfo=UTC)
    assert _morning(saturday, 6) == datetime(2026, 11, 13, 0, 15, tzinfo=UTC)
    assert _morning(saturday, 0) == saturday - timedelta(minutes=90)


def test_the_windows_stay_until_the_last_is_closed_and_hear_what_is_typed() -> None:
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    for word in ("luring\n", "apa saja\n", "Daring \n"):
        lines.put(word)
    ordered: list[str] = []

    class Link:
        def order(self, do: str) -> dict[str, Any]:
            ordered.append(do)
            return {}

    class Scene:
        link = Link()

    class Window:
        def __init__(self, looks: int) -> None:
            self.looks = looks

        @property
        def alive(self) -> bool:
            self.looks -= 1
            return self.looks > 0

    windows.stay(Scene(), [Window(2), Window(5)], lines)  # type: ignore[arg-type,list-item] # as much as is asked of them
    assert ordered == ["down", "through"]


def test_only_a_sample_desk_has_a_note(tmp_path: Path) -> None:
    assert sample_note(tmp_path) is None
    (tmp_path / SAMPLE).write_text("Desa Sepatin\nContoh saja.", encoding="utf-8")
    assert sample_note(tmp_path) == ("Desa Sepatin", "Contoh saja.")
    (tmp_path / SAMPLE).write_bytes(b"\xff\xfe\xff")
    assert sample_note(tmp_path) is None

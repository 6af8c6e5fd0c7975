from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.heartbeat import EVERY, Clocks, Heartbeat
from tests.desktop import fakes

START = Heartbeat.start


@pytest.fixture
def clock() -> fakes.Clock:
    return fakes.Clock()


@pytest.fixture
def steady() -> list[float]:
    return [0.0]


@pytest.fixture
def beat(clock: fakes.Clock, steady: list[float], qtbot: QtBot) -> Iterator[Heartbeat]:
    made = Heartbeat(Clocks(clock.now, lambda: steady[0]))
    yield made
    made.stop()


def pass_time(clock: fakes.Clock, steady: list[float], seconds: float, *, asleep: bool = False) -> None:
    clock.instant += timedelta(seconds=seconds)
    steady[0] += 0 if asleep else seconds


def test_the_first_tick_exchanges_and_then_every_five_minutes(
    beat: Heartbeat, clock: fakes.Clock, steady: list[float]
) -> None:
    why: list[str] = []
    beat.due.connect(why.append)
    beat.tick()
    beat.succeeded()
    for _ in range(20):
        pass_time(clock, steady, 15)
        beat.tick()
    assert why == ["beat", "beat"]


def test_trouble_is_tried_again_soon_and_then_later_and_later(beat: Heartbeat, clock: fakes.Clock) -> None:
    waits = []
    for _ in range(6):
        beat.failed()
        waits.append((beat.next_at - clock.now()).total_seconds())
    assert waits == [30, 60, 120, 240, 300, 300]
    beat.succeeded()
    assert beat.next_at - clock.now() == EVERY


def test_a_computer_that_wakes_up_exchanges_at_once(beat: Heartbeat, clock: fakes.Clock, steady: list[float]) -> None:
    why: list[str] = []
    beat.due.connect(why.append)
    beat.succeeded()
    pass_time(clock, steady, 3600, asleep=True)
    beat.tick()
    assert why == ["awake"]


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_was_set_does_not_silence_the_beat(
    beat: Heartbeat, clock: fakes.Clock, steady: list[float], days: int
) -> None:
    why: list[str] = []
    beat.due.connect(why.append)
    beat.succeeded()
    pass_time(clock, steady, 15)
    clock.instant += timedelta(days=days)
    for _ in range(21):
        beat.tick()
        pass_time(clock, steady, 15)
    assert why == ["awake", "beat"]


def test_the_network_came_back(beat: Heartbeat) -> None:
    why: list[str] = []
    beat.due.connect(why.append)
    beat.failed()

    class Reach:
        name = "Online"

    beat._reached(Reach())
    beat._reached(object())
    assert why == ["network"]


def test_a_paused_beat_says_nothing(beat: Heartbeat) -> None:
    beat.paused = True
    beat.due.connect(lambda _why: pytest.fail("it is paused"))
    beat.network_came_back()


def test_the_scheduler_ticks_on_the_main_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.heartbeat.TICK", timedelta(milliseconds=20))
    monkeypatch.setattr(Heartbeat, "start", START)
    beat = Heartbeat(Clocks(fakes.Clock().now, lambda: 0.0))
    with qtbot.waitSignal(beat.due, timeout=5000):
        beat.start()
    beat.stop()
    beat.stop()

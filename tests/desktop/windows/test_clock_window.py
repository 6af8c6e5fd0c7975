"""A window on a computer whose clock is wrong: what it says of today goes by the hub's time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop.saying import status_of
from domain.timekeeping import Uptime
from tests.desktop import fakes
from tests.desktop.conftest import ENROLLED
from tests.desktop.town import Town
from tests.desktop.windows.driver import Person, visible


@pytest.fixture
def clerk(town: Town, town_window: Callable[[str], Person]) -> Person:
    """A village that hears its hub; then somebody sets the computer's clock back ten years."""
    (town.folder / ENROLLED).rename(town.folder / "desa")
    person = town_window("desa")
    person.enter("clerk", fakes.PASSWORD)
    desk = person.work.desk
    desk.outside = replace(desk.outside, uptime=lambda: Uptime("boot-1", town.clock.monotonic() + 10))
    person.work.synchronize()
    person.settle()
    desk.outside = replace(desk.outside, now=lambda: town.clock.instant - timedelta(days=3650))
    return person


def test_today_and_the_next_try_are_told_by_the_hubs_time(clerk: Person, town: Town) -> None:
    assert clerk.work.now == town.clock.instant
    clerk.open("home")
    said = [each.text() for each in visible(clerk.page, QLabel)]
    assert any("Jumat, 20 November 2026" in each for each in said)
    assert "Terakhir sinkron 12.0" in " ".join(status_of(clerk.work).rest)
    clerk.work.heartbeat.next_at = clerk.work.desk.outside.now() + timedelta(minutes=5)
    assert clerk.work.next_exchange == town.clock.instant + timedelta(minutes=5)

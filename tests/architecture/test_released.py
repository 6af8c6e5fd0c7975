"""The day before which no desk of this version lives: it moves with the version, or a dead battery is believed."""

import re
import tomllib
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from desktop.office.timekeeping import RELEASED

ROOT = Path(__file__).resolve().parent.parent.parent
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) – .*?(\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def versions_told() -> list[tuple[str, date]]:
    """Each version and its day as `docs/changes.md` heads them, the newest first."""
    headings = HEADING.findall((ROOT / "docs" / "changes.md").read_text("utf-8"))
    return [(version, date.fromisoformat(day)) for version, day in headings]


def test_the_changes_are_headed_by_the_version_that_is_built() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert versions_told()[0][0] == project["version"]


def test_each_version_has_a_later_day_than_the_one_before() -> None:
    assert all(newer > older for (_, newer), (_, older) in pairwise(versions_told()))


def test_no_desk_lives_before_the_day_of_its_version() -> None:
    day = versions_told()[0][1]
    assert datetime(day.year, day.month, day.day, tzinfo=RELEASED.tzinfo) == RELEASED

"""Power cuts: real processes killed at chosen points. What was called saved is there, nothing is half there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store import actions, blobs
from tests.desktop.house import House
from tests.desktop.test_letters_of_a_desk import desk_of, filed
from tests.desktop.test_projection import check_projection

CHILD = """
import os, signal, sys
from pathlib import Path
from desktop.office import submitting
from desktop.store import blobfiles
from tests.desktop import fakes


profile, answers, scan, point = sys.argv[1:]

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

POINTS = {
    "while a scan is sealed": (blobfiles, "_seal"),
    "before the scan has its name": (blobfiles, "sync_folder"),
    "before the rows of the scan": (submitting, "keep_rows"),
    "before the action": (submitting, "record"),
}
vault = fakes.quick_vault(Path(profile))
from desktop.office.desk import open_with
desk = open_with(vault, fakes.outside(), vault.open("clerk", fakes.PASSWORD, fakes.NOON))
if point in POINTS:
    setattr(*POINTS[point], die)
elif point == "before the commit":
    from desktop.office import recording
    whole = recording.project
    recording.project = lambda *a: (whole(*a), die())
told = submitting.submit_request(
    desk, "surat-keterangan-usaha", submitting.read_answers(Path(answers)), [submitting.Scan("ktp", Path(scan))]
)
sys.stdout.write(told.told["request"])
sys.stdout.flush()
die()
"""

POINTS = (
    "while a scan is sealed",
    "before the scan has its name",
    "before the rows of the scan",
    "before the action",
    "before the commit",
    "after it was called saved",
)


def submit_and_die(house: House, point: str) -> str:
    """A child process records a request and is killed at this point; what it said before."""
    words = [str(house.profile("desa")), str(house.answers("surat-keterangan-usaha")), str(house.scan()), point]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
def test_a_power_cut_while_a_request_is_recorded(village: House, point: str) -> None:
    village.restart("desa")
    said = submit_and_die(village, point)
    listed = village.must("desa", "--officer clerk requests")["requests"]
    assert [row["id"] for row in listed] == ([said] if said else [])
    desk = desk_of(village, "desa")
    assert desk.database.healthy()
    assert check_projection(desk) == len(listed)
    with desk.database.reading() as connection:
        assert blobs.files_in_use(connection) <= desk.files.names()
    again = filed(village)
    sent = village.must("desa", "sync")
    assert (sent["sent"], sent["refused"]) == (len(listed) + 1, 0)
    assert village.state("desa", again) == "at_step"


SYNCING = """
import os, signal, sys
from pathlib import Path
from desktop.office.exchanging import synchronize
from desktop.office.desk import open_with
from tests.desktop import fakes
from tests.desktop.town import DirectReach, Town

folder, when, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
town = Town(folder)
vault = fakes.quick_vault(folder / "desa")
desk = open_with(vault, fakes.outside(town.clock), vault.open("clerk", fakes.PASSWORD, town.clock.now()))
seen = []

def die_at(verb):
    seen.append(verb)
    if seen.count(when) == count:
        os.kill(os.getpid(), signal.SIGKILL)

town.cut.append(die_at)
if when == "commit":
    from desktop.store import desk_log
    whole = desk_log.commit
    desk_log.commit = lambda *a: (whole(*a), die_at("commit"))
synchronize(desk, DirectReach(town))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("when", "count"),
    [("exchange", 1), ("exchange done", 1), ("commit", 1), ("append", 1), ("append done", 1), ("exchange done", 2)],
)
def test_a_power_cut_while_the_desk_exchanges(village: House, when: str, count: int) -> None:
    requests = {filed(village), filed(village)}
    village.restart("desa")
    done = subprocess.run(
        [sys.executable, "-c", SYNCING, str(village.town.folder), when, str(count)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    sent = village.must("desa", "--officer clerk sync")
    assert sent["refused"] == 0
    rows = village.must("desa", "requests")["requests"]
    assert {row["id"] for row in rows} == requests
    assert all((row["hub_state"], row["documents_waiting"]) == ("at_step", 0) for row in rows)
    desk = desk_of(village, "desa")
    assert check_projection(desk) == 2
    with desk.database.reading() as connection:
        assert actions.unanswered_count(connection) == 0

"""The short form of `tests/faults/run.sh`: a recorded deed cut at some events, and kills at some calls of the system.

The programs are the stories' own, watched from outside by `strace`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.findings import Tally
from tests.faults.killing import SYNCS, injecting, kill_desk_recording, kill_desk_syncing, kill_hub
from tests.faults.recorded import cut_one_exchange
from tests.faults.stage import SKU
from tests.faults.town import Town
from tests.stories.conftest import Houses

pytestmark = pytest.mark.slow


@pytest.fixture
def tally() -> Tally:
    return Tally()


@pytest.fixture
def town(houses: Houses, tally: Tally, tmp_path: Path) -> Town:
    """The village of the stories; skips, by name, where nothing can be watched."""
    found = Town(houses.of("kutai-kartanegara"), tmp_path, tally, "short")
    try:
        with injecting(found.desk.program.pid, SYNCS, "error=EIO:when=60000"):
            pass
    except OSError as error:
        pytest.skip(str(error))
    return found


def test_every_cut_of_a_recorded_deed_leaves_what_was_called_saved(town: Town, tally: Tally, tmp_path: Path) -> None:
    cut_one_exchange(town, tally, tmp_path, 60)
    assert tally.disks == 60
    assert tally.line().endswith(": 0 acknowledged lost, 0 corrupt, 0 signed without bytes")


@pytest.mark.parametrize(
    ("kill", "call", "k"),
    [(kill_desk_recording, SYNCS, 2), (kill_desk_syncing, "pwrite64", 40), (kill_hub, SYNCS, 2)],
)
def test_a_kill_in_mid_writing_loses_nothing(
    town: Town, tally: Tally, kill: Callable[[Town, str, int], bool], call: str, k: int
) -> None:
    assert kill(town, call, k)
    town.check(f"{kill.__name__} at {call} {k}")
    town.calm("afterwards")
    assert tally.found == []


def test_a_desk_whose_disk_fails_says_so_and_goes_on(town: Town, tally: Tally) -> None:
    town.submit(SKU)
    with injecting(town.desk.program.pid, SYNCS, "error=EIO:when=1+"):
        said = town.world.clerk().attempt("sync")
    assert (said["ok"], said["error"]) == (False, "disk_gagal")
    town.broke("EIO", said)
    town.check("EIO")
    town.calm("afterwards")
    assert tally.found == []

"""Power cuts: real processes killed at chosen points. What was called saved is there, nothing is half there."""

from __future__ import annotations

import os
import signal

import pytest

from desktop.store import actions, blobs
from tests.desktop import cut_short
from tests.desktop.house import House, desk_of, filed
from tests.desktop.projections import check_projection
from tests.forking import ended


def submit_and_die(house: House, point: str) -> str:
    """A child process records a request and is killed at this point; what it said before."""
    words = [str(house.profile("desa")), str(house.answers("surat-keterangan-usaha")), str(house.scan()), point]
    done = ended(words, os.environ, cut_short.record_a_request)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("point", cut_short.POINTS)
def test_a_power_cut_while_a_request_is_recorded(village: House, point: str) -> None:
    village.restart("desa")
    said = submit_and_die(village, point)
    assert bool(said) is (point == "after it was called saved")
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("when", "count"),
    [("exchange", 1), ("exchange done", 1), ("commit", 1), ("append", 1), ("append done", 1), ("exchange done", 2)],
)
def test_a_power_cut_while_the_desk_exchanges(village: House, when: str, count: int) -> None:
    requests = {filed(village), filed(village)}
    village.restart("desa")
    words = [str(village.town.folder), when, str(count)]
    done = ended(words, os.environ, cut_short.exchange)
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

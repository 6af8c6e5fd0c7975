"""What the page of the exchange tells, kept across restarts; a paused desk spares its line."""

from __future__ import annotations

import pytest

from desktop.errors import HubTrouble
from desktop.office import outgoing, overview
from desktop.office.desk import Desk
from desktop.store import actions
from desktop.store.browsing import Stage
from sync.errors import Unreachable
from tests.desktop.house import House
from tests.desktop.town import DirectReach, cut_at


def clerk(house: House) -> Desk:
    house.must("desa", "--officer clerk requests")
    desk = house.session("desa")._desk
    assert desk is not None
    return desk


def test_what_waits_is_told_with_its_documents(village: House) -> None:
    village.submit("desa", "surat-keterangan-usaha", "ktp", "kk", officer="clerk")
    (item,) = outgoing.see_outgoing(clerk(village)).going
    assert (item.stage, item.files, item.waiting) == (Stage.READY, 1, 1)
    assert item.size > 0


def test_what_waits_is_counted_by_request(village: House) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    assert overview.see_status(clerk(village)).waiting == 1
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    desk = clerk(village)
    with desk.database.reading() as connection:
        assert actions.unanswered_count(connection) == 2
    assert overview.see_status(desk).waiting == 1
    village.must("desa", "--officer clerk sync")
    assert overview.see_status(desk).waiting == 0


def test_the_last_exchanges_are_remembered_over_a_restart(village: House) -> None:
    cut_at(village.town, "exchange", Unreachable("cut"))
    village.refused("desa", "--officer clerk sync", "unreachable")
    village.must("desa", "sync")
    village.restart("desa")
    good, bad = outgoing.see_outgoing(clerk(village)).tried[:2]
    assert (good.good, bad.good) == (True, False)
    assert bad.code == "unreachable"


def test_a_paused_desk_sends_what_was_recorded_and_no_files(village: House) -> None:
    village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    desk = clerk(village)
    outgoing.pause(desk, paused=True)
    told = outgoing.exchange(desk, DirectReach(village.town)).told
    assert (told["sent"], told["blobs_sent"]) == (1, 0)
    (item,) = outgoing.see_outgoing(desk).going
    assert (item.stage, item.waiting) == (Stage.SENDING, 1)
    outgoing.pause(desk, paused=False)
    told = outgoing.exchange(desk, DirectReach(village.town)).told
    assert told["blobs_sent"] == 1
    assert outgoing.see_outgoing(desk).going == ()


def test_trouble_is_told_and_written_down(village: House) -> None:
    desk = clerk(village)
    cut_at(village.town, "exchange", Unreachable("cut"))
    with pytest.raises(HubTrouble):
        outgoing.exchange(desk, DirectReach(village.town))
    assert outgoing.see_outgoing(desk).tried[0].code == "unreachable"

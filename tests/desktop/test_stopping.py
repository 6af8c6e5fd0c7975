"""The person ends a synchronization from another thread."""

from __future__ import annotations

from desktop.office.exchanging import synchronize
from sync.errors import Unreachable
from sync.stopping import Stop
from tests.desktop.house import House, desk_of, filed
from tests.desktop.town import cut_at


def test_an_exchange_that_is_ended_tells_what_it_did_and_goes_on_next_time(village: House) -> None:
    request, stop = filed(village), Stop()

    def end(verb: str) -> None:
        if verb == "append":
            stop.ask()

    village.town.cut.append(end)
    told = synchronize(desk_of(village, "desa"), village.session("desa").reach, stop)
    village.town.cut.clear()
    assert (told.told["stopped"], told.told["sent"], told.told["blobs_sent"]) == (True, 1, 1)
    assert told.sentence.startswith("Sinkronisasi dihentikan. Data tetap tersimpan")
    again = village.must("desa", "sync")
    assert "stopped" not in again
    assert village.state("desa", request) == "at_step"


def test_the_line_is_cut_under_a_request_that_hangs(village: House) -> None:
    filed(village)
    stop, reached = Stop(), list[str]()

    def hang(verb: str) -> None:
        reached.append(verb)
        if verb == "exchange":
            stop.ask()

    village.town.cut.append(hang)
    cut_at(village.town, "exchange", Unreachable("hung up"))
    told = synchronize(desk_of(village, "desa"), village.session("desa").reach, stop)
    village.town.cut.clear()
    assert reached == ["exchange", "hang_up"]
    assert (told.told["stopped"], told.told["sent"]) == (True, 0)
    assert village.must("desa", "sync")["sent"] == 1

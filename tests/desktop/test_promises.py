"""Until when the service promise runs, as the list says it."""

from __future__ import annotations

from datetime import timedelta

from sync.encoding import read_instant
from tests.desktop.house import House, at_kasi


def due(house: House, desk: str, request: str) -> str | None:
    rows = house.must(desk, "requests")["requests"]
    found: str | None = next(row["due_at"] for row in rows if row["id"] == request)
    return found


def test_the_promise_stands_while_the_village_has_it_back_and_goes_on_after(village: House) -> None:
    request = at_kasi(village)
    first = due(village, "kecamatan", request)
    assert first is not None
    assert due(village, "desa", request) == first
    village.must("kecamatan", f"--officer kasi-kesra act {request} return --reason 'Kurang jelas'")
    assert due(village, "kecamatan", request) is None
    village.must("kecamatan", "sync")
    village.must("desa", "sync")
    village.town.clock.instant += timedelta(days=4)
    answers = village.answers("dispensasi-nikah")
    village.must("desa", f"--officer clerk correct {request} --answers {answers}")
    later = due(village, "desa", request)
    assert later is not None
    assert read_instant(later) > read_instant(first)
    assert village.must("desa", f"show {request}")["due_at"] == later


def test_a_decided_request_has_no_promise_left(village: House) -> None:
    request = at_kasi(village)
    village.must("kecamatan", f"--officer kasi-kesra act {request} reject --reason 'Tidak memenuhi'")
    assert due(village, "kecamatan", request) is None

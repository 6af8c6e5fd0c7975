"""A flash disk between programs of two ages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.actions import ActionKind
from sync import reading
from sync.record import read_action
from tests.desktop.house import House
from tests.desktop.test_carrying import filed, hub, out, there_and_back


def test_an_answer_that_a_later_program_wrote_is_taken_as_far_as_it_can_be_read(
    village: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = village
    house.town.clock.instant += timedelta(days=90)
    filed(house)
    sent, answer = out(house), house.town.folder / "kirim.ktj"
    hub(house, "import-outbox", str(sent), "--out", str(answer))
    with monkeypatch.context() as earlier:
        earlier.setattr(reading, "ActionKind", all_but_leases)
        read_action.__globals__["_read_kept"].cache_clear()
        said = house.refused("desa", f"import-answer {answer}", "later_answer")
    assert "Perbarui program" in said
    came = there_and_back(house, "lagi")
    assert (came["sent"], came["waiting"]) == (0, 0), "the verdict on what was recorded had been taken"
    assert came["received"] >= 2


def all_but_leases(word: str) -> ActionKind:
    """What an earlier program knows."""
    if word == ActionKind.NUMBER_LEASED.value:
        raise ValueError(word)
    return ActionKind(word)

"""What the doctor of a desk sees of the exchange, the numbers and the backups."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from desktop.store import settings
from sync.errors import TooOld
from tests.desktop.house import House, desk_of
from tests.desktop.town import cut_at, later


def seen(house: House) -> dict[str, Any]:
    return {each["check"]: each for each in house.type("desa", "--officer clerk doctor")["checks"]}


def test_a_desk_that_was_just_heard_is_well(village: House) -> None:
    village.must("desa", "--officer clerk sync")
    found = seen(village)
    assert [found[name]["good"] for name in ("exchange", "numbers", "backups")] == [True, True, True]
    assert "0 hari yang lalu" in found["exchange"]["sentence"]


def test_weeks_without_a_network_are_told_with_the_way_out(village: House) -> None:
    village.must("desa", "--officer clerk sync")
    later(village.town, days=20)
    assert seen(village)["exchange"]["good"], "nothing waits"
    assert not seen(village)["backups"]["good"]
    village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    found = seen(village)
    assert not found["exchange"]["good"]
    assert "flash disk" in found["exchange"]["sentence"]
    later(village.town, days=70)
    assert found["numbers"]["good"]
    assert seen(village)["numbers"]["good"] is None
    assert "Jatah" in seen(village)["numbers"]["sentence"]


def test_what_only_a_person_can_mend_is_told_before_how_long_ago_it_is(village: House) -> None:
    cut_at(village.town, "exchange", TooOld("the window moved on"))
    village.refused("desa", "--officer clerk sync", "too_old")
    found = seen(village)["exchange"]
    assert (found["good"], "perbarui program" in found["sentence"].lower()) == (False, True)


def test_a_desk_that_never_exchanged_has_neither_backup_nor_answer(house: House) -> None:
    house.must("desa", f"enrol --file {house.town.file('clerk')}")
    found = seen(house)
    assert (found["exchange"]["good"], found["backups"]["good"]) == (None, None)


def test_a_hub_that_was_restored_is_told(village: House) -> None:
    village.must("desa", "--officer clerk sync")
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        settings.put(connection, "contact", replace(desk.contact(connection), epoch=2))
    assert "dipulihkan" in seen(village)["exchange"]["sentence"]

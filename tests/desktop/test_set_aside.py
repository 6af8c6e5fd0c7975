"""A step over which the hub falls: set aside, shown, and decided about by a person, while all others go on."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desktop.office import unsettled
from desktop.store import actions as log
from desktop.store.desk_log import SqlDeskLog
from desktop.store.tables import packs
from domain.actions import ActionKind
from hub.admin.dead import do_again, list_dead, settle
from hub.errors import NotKnown
from hub.service.sitting import Sitting
from sync.errors import HubFailed
from tests.desktop.house import House, desk_of, filed


def fall_over(monkeypatch: pytest.MonkeyPatch, *requests: str) -> None:
    """A fault in the hub's program: it raises whenever it judges one of these."""
    judge = Sitting.judge

    def falls(self: Sitting, found: object, *rest: object) -> None:
        if getattr(getattr(found, "action", None), "request", None) in requests:
            raise HubFailed("a fault of the program")
        judge(self, found, *rest)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Sitting, "judge", falls)


def test_one_dead_step_blocks_nobody_and_is_applied_again_by_a_person(
    village: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = filed(village), filed(village)
    fall_over(monkeypatch, bad)
    told = village.must("desa", "sync")
    assert told["accepted"] == 1
    assert village.state("desa", good) == "at_step"
    (dead,) = village.must("desa", "parked list")["parked"]
    assert (dead["dead"], dead["again"], dead["request"]) == (True, True, bad)
    assert "disisihkan" in dead["sentence"]
    checks = {each["check"]: each for each in village.type("desa", "doctor --quick")["checks"]}
    assert checks["set_aside"]["good"] is False
    (kept,) = list_dead(village.town.ground)
    assert (kept.about, kept.what) == ("set_aside", "kiriman")
    again = village.must("desa", f"--officer clerk parked again {dead['action']}")["request"]
    assert village.must("desa", "sync")["accepted"] == 1
    assert village.state("desa", again) == "at_step"
    assert village.must("desa", "parked list")["parked"] == []
    settle(village.town.ground, kept.id)
    assert list_dead(village.town.ground) == []
    for act in (settle, do_again):
        with pytest.raises(NotKnown):
            act(village.town.ground, kept.id)


def test_it_is_saved_for_support_without_a_citizens_data(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    request = filed(village)
    fall_over(monkeypatch, request)
    village.must("desa", "sync")
    (dead,) = village.must("desa", "parked list")["parked"]
    file = village.town.folder / "langkah.json"
    village.must("desa", f"parked export {dead['action']} {file}")
    said = json.loads(file.read_text("utf-8"))
    assert (said["reason"], said["action"]["kind"]) == ("set_aside", "submit")
    assert set(said["payload"]) == {"size", "sha256"}
    for word in ("Warga", "Contoh", "nama"):
        assert word not in file.read_text("utf-8")
    village.refused("desa", f"parked export {dead['action']} {file}", "berkas_tidak_dapat_ditulis")


def test_one_after_the_other_only_after_a_day(village: House) -> None:
    for _ in range(3):
        filed(village)
    desk = desk_of(village, "desa")
    store = SqlDeskLog(desk.database, desk.outside.now)
    first = store.state().acked + 1
    assert store.set_aside(first)
    assert not store.set_aside(first), "it has its ending"
    assert not store.set_aside(first + 1)
    village.town.clock.instant += timedelta(days=1)
    assert store.set_aside(first + 1)


def test_a_step_whose_service_is_gone_is_shown_with_less_and_hides_no_other(village: House) -> None:
    filed(village)
    desk = desk_of(village, "desa")
    store = SqlDeskLog(desk.database, desk.outside.now)
    assert store.set_aside(store.state().acked + 1)
    with desk.database.writing() as connection:
        connection.execute(packs.delete())
        (item,) = log.refused_own(connection)
    (shown,) = unsettled.see_unsettled(desk)
    assert (shown.action, shown.kind, shown.can_again, shown.dead) == (item.action.id, ActionKind.SUBMIT, False, True)
    unsettled.let_go(desk, shown.action)
    assert unsettled.see_unsettled(desk) == ()

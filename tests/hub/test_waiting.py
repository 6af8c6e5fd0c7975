"""Who decides what waits is told what accepting cannot bring back."""

from __future__ import annotations

import pytest

from hub.admin.waiting import list_waiting
from hub.store.growing import parked
from hub.store.opening import Store
from sync.encoding import instant_text
from tests.hub.desks import an_attachment, enrol
from tests.hub.stories import submit
from tests.hub.town import VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


def test_bytes_that_are_nowhere_are_told_to_whoever_decides(town: Town) -> None:
    desk = enrol(town, VILLAGE, "clerk")
    content, blob = an_attachment("kk")
    filed = submit(desk, "clerk", "surat-keterangan-usaha", (blob,))
    desk.sync()
    waits = {"shard": filed.shard, "action": filed.id, "request": filed.request, "arrival": 9}
    waits |= {"waits_for": "authority_unclear", "decision": None, "since": instant_text(town.clock.now)}
    with town.ground.store.writing() as connection:
        connection.execute(parked.insert().values(waits))
    (told,) = list_waiting(town.ground)
    assert "tidak mengembalikan" in told["todo"]
    assert "surat baru" in told["todo"]
    desk.send_blob(filed.request or "", content, blob.sha256)
    (told,) = list_waiting(town.ground)
    assert told["todo"] == ""
    with town.ground.store.writing() as connection:
        connection.execute(parked.update().values(waits_for="waits_for_bytes"))
    assert [each["todo"] for each in list_waiting(town.ground)] == [""]

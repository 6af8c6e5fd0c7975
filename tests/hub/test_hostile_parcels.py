"""A flash disk from an enrolled computer in wrong hands: well sealed, well signed, and nothing honest in it."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable

import msgspec
import pytest

from hub.errors import HubError
from hub.parcels.receiving import receive
from hub.store.opening import Store
from sync import packing
from sync.errors import SyncError
from sync.keys import SigningKey
from sync.parcel import OUTBOX, Label, ParcelWriter
from tests.hub.desks import Desk, enrol
from tests.hub.rogue import plain
from tests.hub.town import OTHER_VILLAGE, VILLAGE, Town

Items = list[tuple[str, bytes, tuple[str, ...]]]
HASH = "A" * 43
HUGE = 2**70


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def desk(town: Town) -> Desk:
    found = enrol(town, VILLAGE, "clerk")
    found.sync()
    return found


def honest(desk: Desk) -> dict[str, object]:

    return dict(msgspec.json.decode(msgspec.json.encode(desk.request())))


def parcel(desk: Desk, items: Items, signer: SigningKey | None = None, device: str = "") -> io.BytesIO:
    label = Label(
        kind=OUTBOX,
        id="parcel-1",
        hub_id=desk.town.hub_id,
        device_id=device or desk.device,
        incarnation=desk.incarnation,
        to="",
        made_at="2026-11-16T01:00:00.000Z",
    )
    file = io.BytesIO()
    writer = ParcelWriter(file, label, desk.town.ground.identity.key.public, signer or desk.device_key, os.urandom)
    for kind, content, name in items:
        writer.put(kind, content, *name)
    writer.close()
    return file


def sync(**changes: object) -> Callable[[Desk], Items]:
    """An outbox with one request that is honest but for these fields."""
    return lambda desk: [("sync", packing.pack(plain(honest(desk) | changes), packing.ZSTD), ())]


def question(**fields: object) -> Callable[[Desk], Items]:
    """An outbox with one question that says this."""
    return lambda _desk: [("question", json.dumps(fields).encode(), ())]


HOSTILE: dict[str, Callable[[Desk], Items]] = {
    "nothing": lambda _desk: [],
    "a request that is none": lambda _desk: [("sync", b"bukan zstd", ())],
    "a bomb": lambda _desk: [("sync", packing.pack(bytes(17 * 1024**2), packing.ZSTD), ())],
    "another computer's request": sync(device_id="64.02.04-lain"),
    "a place beyond all numbers": sync(push=[[HUGE, [{}, "", None]]]),
    "a life without a name": sync(incarnation="\0"),
    "a question that is none": lambda _desk: [("question", b"[" * 50_000, ())],
    "a question of another type": question(request=7),
    "a wish for another village": question(leases=[[OTHER_VILLAGE, "surat-keterangan-usaha", 2026, HUGE]]),
    "bytes that nobody named": lambda _desk: [("blob", b"\xff\xd8\xff", ("64.02.04", "x", HASH))],
    "bytes without a name": lambda _desk: [("blob", b"\xff\xd8\xff", ("..", "\0"))],
    "things of no kind": lambda _desk: [("teleport", b"x" * 1000, ())] * 50,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_parcel_is_refused_by_its_own_error_and_leaves_nothing(desk: Desk, name: str) -> None:
    with pytest.raises((SyncError, HubError)):
        receive(desk.town.ground, parcel(desk, HOSTILE[name](desk)))
    assert desk.sync() == []


def test_a_parcel_under_another_key_or_name_is_not_taken(desk: Desk) -> None:
    stranger = SigningKey.generate(os.urandom)
    for file in (parcel(desk, [], stranger), parcel(desk, [], device="64.02.04-lain"), parcel(desk, [], device="\0")):
        with pytest.raises((SyncError, HubError)):
            receive(desk.town.ground, file)

"""What the store meets once in a while: a hub that lies, erasures, bytes that come in pieces, packs that come late."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import update

from desktop.errors import HubTrouble, NotAllowed, NotFound
from desktop.office import services
from desktop.office.desk import Desk
from desktop.office.exchanging import synchronize
from desktop.office.reach import HttpReach
from desktop.store import actions, committing, erasing, projection, settings, states
from desktop.store import letter_numbers as numbers
from desktop.store.configuration import read_configuration
from desktop.store.tables import packs, payloads
from desktop.store.tables import requests as listed
from domain.actions import ActionKind
from sync.desk_copy import Entry
from sync.desk_log import Taken
from sync.encoding import b64u, instant_text
from sync.errors import HistoryRewritten, Unreachable, Unreadable
from sync.keys import SigningKey
from sync.record import Draft, Envelope, make, read_action
from tests.desktop import fakes
from tests.desktop.house import House, desk_of, filed
from tests.desktop.town import cut_at

HUB = SigningKey(b"h" * 32)


def said_by_hub(desk: Desk, kind: ActionKind, request: str | None, body: dict[str, Any], base: str | None) -> Envelope:
    draft = Draft(
        hub_id="hub-contoh",
        id=desk.outside.new_id(),
        shard=fakes.KECAMATAN,
        request=request,
        kind=kind,
        base=base,
        author="hub-contoh",
        at=desk.outside.now(),
        hub_at=None,
        body=body,
    )
    return make(draft, None, HUB, desk.outside.token_bytes)


def take(desk: Desk, *envelopes: Envelope, first: int = 1, rev: int | None = 2) -> None:
    scope = f"v:{fakes.VILLAGE}"
    entries = tuple(
        Entry(scope, seq, rev, each.hash, read_action(each.action), each) for seq, each in enumerate(envelopes, first)
    )
    with desk.database.reading() as connection:
        contact = states.contact(connection)
    taken = Taken(
        epoch=1,
        incarnation=contact.incarnation,
        ack_through=0,
        verdicts=(),
        verdict_seen=0,
        entries=entries,
        cursor={},
        access_ack=0,
        hub_now=desk.outside.now(),
        nonce="n",
    )
    with desk.database.writing() as connection:
        committing.commit(connection, taken, desk.outside.now())


def test_erased_persons_leave_the_desk_and_the_log_stays_whole(village: House) -> None:
    request = filed(village)
    village.must("desa", "sync")
    desk = desk_of(village, "desa")
    with desk.database.reading() as connection:
        (submitted,) = actions.of_request(connection, request)
    body = {"actions": [submitted.action.id], "reason": "masa simpan habis", "caused_by": "contoh"}
    erased = said_by_hub(desk, ActionKind.ERASED, None, body, None)
    with desk.database.writing() as connection:
        erasing.erase(connection, read_action(erased.action))
        (after,) = actions.of_request(connection, request)
        assert after.envelope.payload is None
        assert after.action == submitted.action
        assert committing.project(connection, request, instant_text(desk.outside.now()))
    assert village.must("desa", f"show {request}")["answers"] == {}
    line = f"--officer kades issue {request} {village.keys('kades')}"
    assert "dimusnahkan" in village.refused("desa", line, "dimusnahkan")


def test_accepted_entries_that_cannot_be_are_not_taken(village: House) -> None:
    request = filed(village)
    village.must("desa", "sync")
    desk = desk_of(village, "desa")
    with desk.database.reading() as connection:
        head = actions.of_request(connection, request)[0].action.hash
        before = states.contact(connection)
    impossible = said_by_hub(
        desk,
        ActionKind.OUTCOME_RESOLVED,
        request,
        {"action": "x", "outcome": "signed", "caused_by": "contoh"},
        head,
    )
    with pytest.raises(HistoryRewritten):
        take(desk, impossible)
    with desk.database.reading() as connection:
        assert len(actions.of_request(connection, request)) == 1
        assert states.contact(connection) == before


def test_a_lease_of_another_desk_is_none_of_ours(desk: Desk) -> None:
    body = {"office": fakes.VILLAGE, "book": "b", "year": 2026, "first": 1, "last": 9, "device": "lain"}
    lease = said_by_hub(
        desk,
        ActionKind.NUMBER_LEASED,
        None,
        {**body, "incarnation": "life-1", "expires": "2027-01-01T00:00:00.000Z", "caused_by": "lain"},
        None,
    )
    take(desk, lease, rev=None)
    take(desk, lease, rev=None)
    with desk.database.reading() as connection:
        assert numbers.left(connection, (fakes.VILLAGE, "b", 2026), "life-1", "2026") == 0


def test_requests_that_come_before_their_service_pack_find_their_place_later(village: House) -> None:
    request = filed(village)
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(packs.delete())
        connection.execute(listed.delete())
        assert not committing.project(connection, request, "2026")
        assert projection.unfolded(connection) == (request,)
    village.refused("desa", f"show {request}", "permohonan_tidak_ada")
    village.must("desa", "sync")
    assert village.state("desa", request) == "at_step"


def test_a_pack_for_a_newer_program_is_left_out(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(packs.delete())
    hub, _ = village.session("desa").reach.hub(enrolled_of(desk), b"", "")
    monkeypatch.setattr(services, "open_packs", dict)
    assert services.fetch_packs(desk, hub) == 3
    with desk.database.writing() as connection:
        connection.execute(packs.delete())
    monkeypatch.setattr(type(hub), "pack", lambda *_: b'{"format": "ketinting-pack-9"}')
    assert services.fetch_packs(desk, hub) == 0


def enrolled_of(desk: Desk) -> Any:
    with desk.database.reading() as connection:
        return desk.enrolled(connection)


def test_trouble_after_a_good_exchange_is_told(village: House) -> None:
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(packs.delete().where(packs.c.id == "sktm"))
        config = settings.get(connection, "config", dict[str, Any]) or {}
        config["packs"] = [{**each, "sha256": "lain"} for each in config["packs"]]
        settings.put(connection, "config", config)
    cut_at(village.town, "pack", Unreachable("cut"))
    with pytest.raises(HubTrouble):
        synchronize(desk, village.session("desa").reach)


def test_the_regencys_offline_key_gets_its_slot(village: House) -> None:
    offline = X25519PrivateKey.generate()
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        config = settings.get(connection, "config", dict[str, Any]) or {}
        config["hub"]["recovery_key"] = b64u(offline.public_key().public_bytes_raw())
        settings.put(connection, "config", config)
    village.must("desa", "sync")
    assert desk.vault.recover(offline.private_bytes_raw()) == desk.data_key


@pytest.mark.parametrize(
    "changes",
    [
        {"offices": [{"id": "salah"}]},
        {"keys": [{"key": "k", "public": "bukan kunci", "officer": "a", "office": "b"}]},
        {"packs": "bukan daftar"},
        {"calendars": [{"week": []}]},
    ],
)
def test_a_broken_configuration_never_replaces_the_old_one(changes: dict[str, Any]) -> None:
    good = fakes.config_of({}, HUB)
    with pytest.raises(Unreadable):
        read_configuration({**good, **changes})


def test_the_regencys_calendar_is_used_and_a_usual_one_until_then() -> None:
    good = fakes.config_of({}, HUB)
    office = next(iter(read_configuration(good).office_by_id.values()))
    usual = read_configuration(good).calendar_of(office)
    own = {**usual.to_json(), "holidays": ["2026-11-20"]}
    decreed = read_configuration({**good, "calendars": [own]}).calendar_of(office)
    assert usual.works(fakes.NOON.date())
    assert not decreed.works(fakes.NOON.date())
    assert read_configuration({**good, "calendars": None}).name_of("tidak-dikenal") == "tidak-dikenal"


def test_a_configuration_without_the_own_office_says_so(desk: Desk) -> None:
    with desk.database.writing() as connection:
        settings.put(connection, "config", read_configuration({**fakes.config_of({}, HUB), "offices": []}))
    with desk.database.reading() as connection, pytest.raises(NotFound, match="Sinkronkan"):
        desk.office(connection)
    with desk.database.writing() as connection:
        settings.drop(connection, "config")
    with desk.database.reading() as connection, pytest.raises(NotAllowed, match="desk enrol"):
        desk.configuration(connection)
    with desk.database.writing() as connection:
        settings.drop(connection, "enrolled")
    with desk.database.reading() as connection, pytest.raises(NotAllowed, match="desk enrol"):
        desk.enrolled(connection)


def test_content_that_does_not_read_counts_as_none(village: House) -> None:
    request = filed(village)
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        connection.execute(update(payloads).values(payload=b"x" * 16 + json.dumps([1]).encode()))
        (item,) = actions.of_request(connection, request)
        assert projection.content_of(item) is None


def test_the_network_is_only_touched_when_it_is_asked() -> None:
    reach = HttpReach(bytes)
    road = reach.enroller("https://hub.contoh.example", None, None)
    who = states.Enrolled(
        hub_id="h",
        hub_url="https://hub.contoh.example",
        ca_pem=None,
        device_id="d",
        device_key=b"d" * 32,
        office="o",
        office_name="O",
    )
    hub, carried = reach.hub(who, HUB.public, "")
    assert road is not None
    assert hub is not None
    assert carried.round_trips == 0

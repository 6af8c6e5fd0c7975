"""Enrolment at the hub: one secret, two messages, five tries, once."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from domain.actions import ActionKind
from hub.errors import HubError, NotKnown
from hub.service import enrolling
from hub.store.opening import Store
from sync import enrolment
from sync.encoding import b64u
from sync.enrolment import Begin, Finish, Offer
from sync.errors import EnrolmentRefused, Unreadable
from sync.keys import SigningKey
from tests.hub.desks import Desk, enrol
from tests.hub.town import OTHER_VILLAGE, VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@dataclass
class Caller:
    """A desk between its two messages."""

    town: Town
    code: str
    device: SigningKey
    officer: SigningKey
    begin: Begin

    def begun(self) -> Offer:
        return enrolling.begin(self.town.ground, self.begin)

    def finished(self, offer: Offer, secret: str | None = None) -> Finish:
        locator, own = enrolment.read_code(self.code)
        key = enrolment.key_from_code(secret or own, locator, offer.hub_id)
        return enrolment.finish(key, self.begin, offer, self.device, self.officer)


def caller(town: Town, device_id: str | None = None, device: SigningKey | None = None) -> Caller:
    code = enrolling.invite_by_code(town.ground, VILLAGE, "clerk")
    own, officer = device or SigningKey.generate(os.urandom), SigningKey.generate(os.urandom)
    begin = Begin(
        locator=enrolment.read_code(code)[0],
        device_key=b64u(own.public),
        officer_key=b64u(officer.public),
        desk_nonce=b64u(os.urandom(32)),
        device_id=device_id,
    )
    return Caller(town, code, own, officer, begin)


def _reason(found: pytest.ExceptionInfo[EnrolmentRefused]) -> tuple[str, int | None]:
    return found.value.reason, found.value.tries_left


def test_five_wrong_proofs_lock_a_code(town: Town) -> None:
    desk = caller(town)
    offer = desk.begun()
    for left in (4, 3, 2, 1):
        with pytest.raises(EnrolmentRefused) as found:
            enrolling.finish(town.ground, desk.finished(offer, "22222222"))
        assert _reason(found) == ("wrong", left)
    with pytest.raises(EnrolmentRefused) as found:
        enrolling.finish(town.ground, desk.finished(offer, "22222222"))
    assert _reason(found) == ("locked", 0)
    with pytest.raises(EnrolmentRefused) as found:
        enrolling.finish(town.ground, desk.finished(offer))
    assert found.value.reason == "locked"


def test_a_code_lives_for_ten_minutes(town: Town) -> None:
    desk = caller(town)
    offer = desk.begun()
    town.clock.pass_by(minutes=11)
    for late in (desk.begun, lambda: enrolling.finish(town.ground, desk.finished(offer))):
        with pytest.raises(EnrolmentRefused) as found:
            late()
        assert found.value.reason == "expired"


def test_a_locator_that_was_never_given_is_wrong(town: Town) -> None:
    desk = caller(town)
    other = "222" if desk.begin.locator != "222" else "333"
    desk.begin = replace(desk.begin, locator=other)
    with pytest.raises(EnrolmentRefused) as found:
        desk.begun()
    assert found.value.reason == "wrong"
    desk.begin = replace(desk.begin, desk_nonce="short")
    with pytest.raises(Unreadable):
        desk.begun()


def test_a_second_message_without_a_first_is_wrong_and_of_another_desk_used(town: Town) -> None:
    desk, other = caller(town), caller(town)
    offer = other.begun()
    stray = desk.finished(offer)
    with pytest.raises(EnrolmentRefused) as found:
        enrolling.finish(town.ground, stray)
    assert found.value.reason == "wrong"
    first = desk.begun()
    twin = Caller(town, desk.code, desk.device, desk.officer, replace(desk.begin, desk_nonce=b64u(bytes(32))))
    second = twin.begun()
    enrolling.finish(town.ground, desk.finished(first))
    for late in (twin.finished(second), replace(stray, desk_nonce="x")):
        with pytest.raises(EnrolmentRefused) as found:
            enrolling.finish(town.ground, late)
        assert found.value.reason == "used"


def test_a_stranger_cannot_push_the_desks_conversation_out(town: Town) -> None:
    desk = caller(town)
    offer = desk.begun()
    for _ in range(7):
        desk.begin = replace(desk.begin, desk_nonce=b64u(os.urandom(32)))
        desk.begun()
    with pytest.raises(EnrolmentRefused):
        desk.begun()
    assert offer.office == VILLAGE


def test_a_second_officer_joins_the_offices_own_desk_only(town: Town) -> None:
    desk = enrol(town, VILLAGE, "kades")
    neighbour = enrol(town, OTHER_VILLAGE, "kades-b")
    for device_id, key in ((neighbour.device, neighbour.device_key), (desk.device, neighbour.device_key), ("x", None)):
        with pytest.raises(EnrolmentRefused):
            caller(town, device_id, key).begun()
    joined = caller(town, desk.device, desk.device_key)
    done = enrolling.finish(town.ground, joined.finished(joined.begun()))
    assert done.device_id == desk.device
    states = {key["officer"]: key["state"] for key in done.config["keys"]}
    assert states == {"kades": "confirmed", "clerk": "certified"}


def test_every_desk_reads_who_was_enrolled(town: Town) -> None:
    desk: Desk = enrol(town, VILLAGE, "kades")
    desk.sync()
    told = [each.kind for each in desk.entries["config"]]
    assert told[-2:] == [ActionKind.ENROLLED, ActionKind.KEY_CHANGED]


def test_an_enrolment_is_for_offices_and_officers_that_were_entered(town: Town) -> None:
    for office, officer in (("64.02.99.2001", "clerk"), (VILLAGE, "nobody")):
        with pytest.raises(NotKnown):
            enrolling.invite_by_code(town.ground, office, officer)


def test_nobody_is_invited_to_an_office_without_a_post_there(town: Town) -> None:
    with pytest.raises(NotKnown, match="jabatan"):
        enrolling.invite_by_code(town.ground, "64.02.04", "clerk")


def test_locators_that_are_all_in_use_are_a_sentence(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    code = enrolling.invite_by_code(town.ground, VILLAGE, "clerk")
    monkeypatch.setattr(enrolment, "make_code", lambda _: code)
    with pytest.raises(HubError, match="masih terbuka"):
        enrolling.invite_by_file(town.ground, VILLAGE, "clerk", "https://hub.example", None)
    town.clock.pass_by(days=2)
    assert enrolling.invite_by_code(town.ground, VILLAGE, "clerk") == code

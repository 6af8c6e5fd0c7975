"""Enrolment over HTTP: the hub side is played with the same pure functions."""

from collections.abc import Iterator

import pytest

from sync import enrolment, protocol
from sync.client import EnrolClient, Link
from sync.encoding import b64u
from sync.enrolment import Begin, Finish, Finished, Offer
from sync.errors import EnrolmentRefused, ForeignAnswer, HubBusy, HubFull, Refused, SyncError, Unreadable
from sync.protocol import ErrorBody, encode_error, encode_json
from sync.signatures import Answer
from tests.sync.fakes import Seeded, key_of
from tests.sync.honest_hub import HonestHub
from tests.sync.http_hub import WebHub, serving

HUB, DEVICE, OFFICER = key_of("hub"), key_of("device"), key_of("officer")
CODE = enrolment.make_code(Seeded("code").token_bytes)
LOCATOR, SECRET = enrolment.read_code(CODE)
KEY = enrolment.key_from_file(SECRET.encode(), LOCATOR, "hub-contoh")


class CodeDesk:
    """A hub that has given out one code."""

    def __init__(self) -> None:
        self.begun: tuple[Begin, Offer] | None = None

    def __call__(self, _path: str, message: Begin | Finish) -> Answer:
        try:
            return self._begin(message) if isinstance(message, Begin) else self._finish(message)
        except EnrolmentRefused as error:
            return Answer(403, {}, encode_error(ErrorBody(error.reason, tries_left=4)))

    def _begin(self, begin: Begin) -> Answer:
        if begin.locator != LOCATOR:
            raise EnrolmentRefused("wrong")
        offer = Offer(
            hub_id="hub-contoh",
            hub_key=b64u(HUB.public),
            hub_nonce=b64u(b"h" * 32),
            office="64.02.01.2001",
            office_name="Desa Contoh",
            officer="petugas-contoh",
            officer_name="Petugas Contoh",
            hub_proof="",
        )
        self.begun = begin, enrolment.prove_hub(KEY, begin, offer)
        return Answer(200, {"Content-Type": protocol.JSON}, encode_json(self.begun[1]))

    def _finish(self, finish: Finish) -> Answer:
        assert self.begun is not None
        enrolment.check_finish(KEY, *self.begun, finish)
        return Answer(200, {}, encode_json(Finished(device_id="desk-7", config={"version": "c1"}, nonce="n")))


@pytest.fixture
def web() -> Iterator[WebHub]:
    with serving(WebHub(HonestHub(), enrol=CodeDesk())) as web:
        yield web


@pytest.fixture
def link(web: WebHub) -> Iterator[Link]:
    link = Link(web.url)
    yield link
    link.close()


def first_message(locator: str = LOCATOR) -> Begin:
    return Begin(
        locator=locator,
        device_key=b64u(DEVICE.public),
        officer_key=b64u(OFFICER.public),
        desk_nonce=b64u(b"d" * 32),
    )


def enrolled(client: EnrolClient, key: bytes = KEY) -> Finished:
    begin = first_message()
    offer = client.enrol_begin(begin)
    enrolment.check_offer(key, begin, offer)
    return client.enrol_finish(enrolment.finish(key, begin, offer, DEVICE, OFFICER))


def trouble(client: EnrolClient, locator: str = LOCATOR) -> SyncError:
    with pytest.raises(SyncError) as caught:
        client.enrol_begin(first_message(locator))
    return caught.value


def test_a_desk_with_the_right_code_is_enrolled(link: Link) -> None:
    client = EnrolClient(link)
    assert enrolled(client) == Finished(device_id="desk-7", config={"version": "c1"}, nonce="n")
    assert client.hub_key == HUB.public


def test_a_desk_with_a_file_knows_its_hub_before(link: Link) -> None:
    assert enrolled(EnrolClient(link, HUB.public)).device_id == "desk-7"


def test_another_hub_than_the_files_is_foreign(link: Link) -> None:
    assert type(trouble(EnrolClient(link, key_of("thief").public))) is ForeignAnswer


def test_an_unknown_code_is_refused_with_what_to_do(link: Link) -> None:
    found = trouble(EnrolClient(link), "ZZZ")
    assert isinstance(found, EnrolmentRefused)
    assert (found.reason, found.tries_left) == ("wrong", 4)
    assert "Minta kode baru" in found.sentence


def test_a_desk_that_does_not_know_the_secret_is_refused(link: Link) -> None:
    client, begin = EnrolClient(link), first_message()
    offer = client.enrol_begin(begin)
    with pytest.raises(EnrolmentRefused):
        client.enrol_finish(enrolment.finish(b"?" * 32, begin, offer, DEVICE, OFFICER))


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(200, {}, b"<html>"), ForeignAnswer),
        (Answer(403, {}, b"<html>"), ForeignAnswer),
        (Answer(302, {"Location": "/"}, b""), ForeignAnswer),
        (Answer(503, {}, b""), HubBusy),
        (Answer(400, {}, encode_error(ErrorBody("something", "Kalimat."))), Refused),
    ],
)
def test_what_stands_between_is_no_enrolment(web: WebHub, link: Link, answer: Answer, kind: type[SyncError]) -> None:
    web.twist = lambda _answer, _path: answer
    assert type(trouble(EnrolClient(link))) is kind


def test_an_offer_that_the_hub_did_not_sign_is_foreign(web: WebHub, link: Link) -> None:
    web.twist = lambda answer, _path: Answer(answer.status, {}, answer.body)
    assert type(trouble(EnrolClient(link))) is ForeignAnswer


def test_a_second_message_needs_an_offer(link: Link) -> None:
    client = EnrolClient(link)
    finish = Finish(locator=LOCATOR, desk_nonce="", desk_proof="", device_signature="", officer_signature="")
    with pytest.raises(Unreadable):
        client.enrol_finish(finish)


@pytest.mark.parametrize(
    ("answer", "kind", "wait"),
    [
        (Answer(429, {"Retry-After": "17"}, encode_error(ErrorBody("busy"))), HubBusy, 17.0),
        (Answer(503, {"Retry-After": "60"}, encode_error(ErrorBody("hub_full"))), HubFull, 60.0),
        (Answer(503, {}, b"Service Unavailable"), HubBusy, None),
    ],
)
def test_a_busy_hub_says_how_long_to_wait(
    web: WebHub, link: Link, answer: Answer, kind: type[HubBusy], wait: float | None
) -> None:
    web.twist = lambda _answer, _path: answer
    found = trouble(EnrolClient(link))
    assert isinstance(found, HubBusy)
    assert (type(found), found.retry_after) == (kind, wait)

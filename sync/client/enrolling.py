"""`sync.hub_port.Enroller` over HTTP. There is no device yet, so the proofs of `sync.enrolment` carry the trust."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sync.client.answers import BUSY, refusal
from sync.client.link import Link
from sync.encoding import unb64u
from sync.enrolment import Begin, Finish, Finished, Offer
from sync.errors import EnrolmentRefused, ForeignAnswer, Refused, SyncError, Unreadable
from sync.protocol import JSON, PLAIN_MAX, ErrorBody, decode_error, decode_json, encode_json
from sync.signatures import Answer, verify_answer

REASONS: Final = frozenset({"wrong", "used", "expired", "locked"})
_HEADERS: Final[Mapping[str, str]] = {"Content-Type": JSON, "Accept": JSON}


class EnrolClient:
    """The two verbs of enrolment.

    Attributes:
        hub_key: the hub's raw key: known before from an enrolment file, else the one of its offer, which
            `sync.enrolment.check_offer` proves before anything else is said.
    """

    def __init__(self, link: Link, hub_key: bytes | None = None) -> None:
        self._link = link
        self.hub_key = hub_key

    def enrol_begin(self, begin: Begin) -> Offer:
        """The first message."""
        answer = self._post("/v1/enrol/begin", begin)
        try:
            offer = decode_json(answer.body, Offer)
        except Unreadable as error:  # a page of a captive portal: nothing has proved yet that a hub is there
            raise ForeignAnswer("no offer") from error
        said = unb64u(offer.hub_key, size=32)
        if self.hub_key not in {None, said}:
            raise ForeignAnswer("another hub than the one of the enrolment file")
        verify_answer(answer, None, said)
        self.hub_key = said
        return offer

    def enrol_finish(self, finish: Finish) -> Finished:
        """The second message; `enrol_begin` comes first."""
        if self.hub_key is None:
            raise Unreadable("no offer yet")
        answer = self._post("/v1/enrol/finish", finish)
        verify_answer(answer, None, self.hub_key)
        return decode_json(answer.body, Finished)

    def _post(self, path: str, message: Begin | Finish) -> Answer:
        answer = self._link.send("POST", path, _HEADERS, encode_json(message), limit=PLAIN_MAX)
        if answer.status != 200:
            raise _refusal(answer)
        return answer


def _refusal(answer: Answer) -> SyncError:
    """A refusal needs no proof: the worst that a false one does is to send a person for another code."""
    if answer.status in BUSY:
        return refusal(answer)
    try:
        body: ErrorBody = decode_error(answer.body)
    except Unreadable:
        return ForeignAnswer(f"status {answer.status}")
    if body.error in REASONS:
        return EnrolmentRefused(body.error, body.tries_left)
    return Refused(body.error, sentence=body.message)

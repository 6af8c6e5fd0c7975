"""Before anything is kept: the hub proves itself and says which office and which officer an invitation is for.

The first of the two messages of `sync.enrolment`. It uses nothing up at the hub and leaves nothing on this disk, so a
person may look at the answer and say no.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from desktop.errors import HubTrouble
from desktop.heard import retold
from desktop.office.desk import Outside
from desktop.office.reach import Reach
from desktop.phrases import phrase
from sync import enrolment
from sync.encoding import b64u, unb64u
from sync.enrolment import Begin, EnrolmentFile, Finish, Offer
from sync.errors import EnrolmentRefused, HubBusy, SyncError
from sync.keys import SigningKey, short_key
from sync.prepared import prepared

T = TypeVar("T")
_PATIENCE: Final = 60.0
_LEAST: Final = 5.0
"""Seconds: how long a busy hub is waited for in all, and at once where it does not say how long."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the hub's administrator gave: where the hub is, and a secret that both sides know.

    Attributes:
        secret: the eight letters of a code, or 32 bytes of a file.
        hub_key: known from a file; None with a code, whose proof settles it.
    """

    url: str
    ca_pem: str | None
    locator: str
    secret: str | bytes
    hub_key: bytes | None = None

    def key(self, hub_id: str) -> bytes:
        """The key that both sides prove to hold."""
        if isinstance(self.secret, bytes):
            return enrolment.key_from_file(self.secret, self.locator, hub_id)
        return enrolment.key_from_code(self.secret, self.locator, hub_id)


@prepared
class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolment between its two messages, as the desk keeps it."""

    url: str
    ca_pem: str | None
    begin: Begin
    offer: Offer
    finish: Finish
    device_key: bytes


def invitation_by_code(url: str, code: str, ca_pem: str | None) -> Invitation:
    """An invitation from a code on paper.

    Raises:
        HubTrouble: mistyped; nothing was sent.
    """
    try:
        locator, secret = enrolment.read_code(code)
    except EnrolmentRefused as error:
        raise trouble(error) from error
    return Invitation(url, ca_pem, locator, secret)


def invitation_by_file(content: bytes) -> Invitation:
    """An invitation from an enrolment file.

    Raises:
        HubTrouble: damaged, or changed since the hub signed it.
    """
    try:
        file: EnrolmentFile = enrolment.read_file(content)
        return Invitation(file.url, file.ca_pem, file.locator, unb64u(file.secret), unb64u(file.hub_key))
    except SyncError as error:
        raise trouble(error) from error


def trouble(error: SyncError) -> HubTrouble:
    """The exchange's error as the command line and the windows show it. Nothing is tried again by itself here."""
    if isinstance(error, HubBusy):
        return HubTrouble(error.code, _busy_words(error))
    return HubTrouble(getattr(error, "reason", error.code), retold(error.sentence))


def wait_for(outside: Outside, said: Callable[[], T]) -> T:
    """Say something to a hub that may be busy, again after as long as it asks for, while a person looks on.

    Raises:
        HubBusy: it would take longer than a person waits before a window that does nothing.
    """
    left = _PATIENCE
    while True:
        try:
            return said()
        except HubBusy as busy:
            pause = max(_LEAST if busy.retry_after is None else busy.retry_after, 1.0)
            if pause > left:
                raise
            left -= pause
            outside.sleep(pause)


def _busy_words(busy: HubBusy) -> str:
    minutes = math.ceil((busy.retry_after or _PATIENCE) / 60)
    return phrase(
        "Hub sedang sibuk atau terganggu, sehingga pendaftaran belum selesai. Tidak ada yang hilang, dan undangannya "
        "masih berlaku. Coba lagi sesudah {minutes} menit.",
        minutes=minutes,
    )


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who answered an invitation, and what is needed to accept it. It lives in memory only, until a person says yes.

    Attributes:
        begun: the enrolment as it is kept once it is accepted.
        officer: the officer's new key.
    """

    begun: Begun
    officer: SigningKey

    @property
    def offer(self) -> Offer:
        """Office and officer, as the hub proved them."""
        return self.begun.offer

    @property
    def hub_key(self) -> str:
        """The hub's key, short enough to be compared aloud with what its administrator was shown."""
        return short_key(unb64u(self.offer.hub_key))


def introduce(
    reach: Reach,
    outside: Outside,
    invitation: Invitation,
    device: SigningKey | None = None,
    device_id: str | None = None,
) -> Introduced:
    """Ask the hub whom this invitation is for. Nothing is kept here, and nothing is used up there.

    A desk that is enrolled already and takes in another officer gives its own key and id; a new one gets a new key.

    Raises:
        SyncError: the code, the hub, or the network.
    """
    device = device or SigningKey.generate(outside.token_bytes)
    officer = SigningKey.generate(outside.token_bytes)
    begin = Begin(
        locator=invitation.locator,
        device_key=b64u(device.public),
        officer_key=b64u(officer.public),
        desk_nonce=b64u(outside.token_bytes(enrolment.NONCE)),
        device_id=device_id,
    )
    road = reach.enroller(invitation.url, invitation.ca_pem, invitation.hub_key)
    offer = wait_for(outside, lambda: road.enrol_begin(begin))
    key = invitation.key(offer.hub_id)
    enrolment.check_offer(key, begin, offer)
    if invitation.hub_key is not None and invitation.hub_key != unb64u(offer.hub_key):
        raise EnrolmentRefused("not_the_hub")
    finish = enrolment.finish(key, begin, offer, device, officer)
    url, ca_pem = invitation.url, invitation.ca_pem
    return Introduced(
        Begun(url=url, ca_pem=ca_pem, begin=begin, offer=offer, finish=finish, device_key=device.raw), officer
    )

"""A desk meets its hub, or takes in another officer: keys are on the disk before the hub learns them.

A kill between the hub's last word and ours costs nothing: the second message is stored and said again as it was.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from desktop.errors import HubTrouble, NotAllowed
from desktop.heard import retold
from desktop.keys import Opened, Vault
from desktop.office.changes import Changed
from desktop.office.desk import Desk, Outside, open_with
from desktop.office.reach import Reach
from desktop.office.services import fetch_packs
from desktop.passwords import check_new_password
from desktop.phrases import phrase
from desktop.store import settings, states
from desktop.store.configuration import read_configuration
from desktop.store.database import FILE, gone_store, is_gone
from desktop.store.states import Enrolled
from sync import enrolment
from sync.encoding import b64u, unb64u
from sync.enrolment import Begin, EnrolmentFile, Finish, Finished, Offer
from sync.errors import EnrolmentRefused, Refused, SyncError
from sync.hub_port import Enroller
from sync.keys import SigningKey
from sync.prepared import prepared


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
    """The exchange's error as the command line and the windows show it."""
    return HubTrouble(getattr(error, "reason", error.code), retold(error.sentence))


def enrol_desk(
    vault: Vault, outside: Outside, reach: Reach, invitation: Invitation, password: str
) -> tuple[Desk, Changed]:
    """Enrol a new desk with its first officer.

    Raises:
        NotAllowed: it is enrolled already.
        HubTrouble: the code, the hub, or the network.
        BadInput: the password is too weak.
    """
    desk = _resume(vault, outside, password)
    try:
        if desk is not None and _same_invitation(desk, invitation):
            return desk, _finish(desk, reach, invitation)
        if desk is not None:
            desk.close()
        desk = _begin(vault, outside, reach, invitation, password)
        return desk, _finish(desk, reach, invitation)
    except SyncError as error:
        raise trouble(error) from error


def _resume(vault: Vault, outside: Outside, password: str) -> Desk | None:
    """A desk whose enrolment was cut short; None when there is nothing to go on with."""
    officers = vault.officers()
    if not officers and not is_gone(vault.folder / FILE):
        vault.read()  # says that the keys are lost: a database without them is not replaced
    if officers and is_gone(vault.folder / FILE) and _was_used(vault):
        raise gone_store()
    if not officers or not (vault.folder / FILE).exists():
        return None
    desk = open_with(vault, outside, vault.open(officers[0], password, outside.now()))
    with desk.database.reading() as connection:
        known = states.enrolled(connection)
    if known is None:
        return desk
    desk.close()
    raise NotAllowed(
        "sudah_terdaftar",
        phrase(
            "Komputer ini sudah terdaftar untuk {office_name}. Data tetap aman. Untuk petugas lain pakai "
            "'desk officer add', untuk kantor lain pakai profil lain.",
            office_name=known.office_name,
        ),
    )


def _was_used(vault: Vault) -> bool:
    """Whether files lie here that only the present keys open: those keys are not replaced."""
    return any(any((vault.folder / name).glob("*")) for name in ("backups", "blobs"))


def _same_invitation(desk: Desk, invitation: Invitation) -> bool:
    with desk.database.reading() as connection:
        begun = settings.get(connection, "enrolling", Begun)
    return begun is not None and begun.begin.locator == invitation.locator and begun.url == invitation.url


def _begin(vault: Vault, outside: Outside, reach: Reach, invitation: Invitation, password: str) -> Desk:
    check_new_password(password)
    device, officer = SigningKey.generate(outside.token_bytes), SigningKey.generate(outside.token_bytes)
    begun = _agree(reach, invitation, (device, officer), outside, None)
    check_new_password(password, office_names=(begun.offer.office_name, begun.offer.office, begun.offer.officer))
    _forget_half_enrolled(vault)
    opened = vault.create(begun.offer.officer, password, officer.raw, officer.public)
    desk = open_with(vault, outside, opened)
    with desk.database.writing() as connection:
        settings.put(connection, "enrolling", begun)
    return desk


def _agree(
    reach: Reach, invitation: Invitation, keys: tuple[SigningKey, SigningKey], outside: Outside, device_id: str | None
) -> Begun:
    """The first message, the hub's proof, and our second message ready to be said."""
    device, officer = keys
    begin = Begin(
        locator=invitation.locator,
        device_key=b64u(device.public),
        officer_key=b64u(officer.public),
        desk_nonce=b64u(outside.token_bytes(enrolment.NONCE)),
        device_id=device_id,
    )
    offer = reach.enroller(invitation.url, invitation.ca_pem, invitation.hub_key).enrol_begin(begin)
    key = invitation.key(offer.hub_id)
    enrolment.check_offer(key, begin, offer)
    return Begun(
        url=invitation.url,
        ca_pem=invitation.ca_pem,
        begin=begin,
        offer=offer,
        finish=enrolment.finish(key, begin, offer, device, officer),
        device_key=device.raw,
    )


def _forget_half_enrolled(vault: Vault) -> None:
    """A profile that never met a hub holds nothing but keys that nobody certified."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (vault.folder / name).unlink(missing_ok=True)


def _finish(desk: Desk, reach: Reach, invitation: Invitation) -> Changed:
    with desk.database.reading() as connection:
        begun = settings.get(connection, "enrolling", Begun)
    assert begun is not None  # noqa: S101 - written before
    finished = _say_finish(reach, invitation, begun)
    who = Enrolled(
        hub_id=begun.offer.hub_id,
        hub_url=begun.url,
        ca_pem=begun.ca_pem,
        device_id=finished.device_id,
        device_key=begun.device_key,
        office=begun.offer.office,
        office_name=begun.offer.office_name,
    )
    with desk.database.writing() as connection:
        states.enrol(connection, who, unb64u(begun.offer.hub_key), desk.outside.new_id(), finished.nonce)
        _keep_config(connection, finished)
        settings.put(connection, "salt", desk.outside.token_bytes(32))
        settings.drop(connection, "enrolling")
    return _told(begun.offer, finished.device_id)


def _say_finish(reach: Reach, invitation: Invitation, begun: Begun) -> Finished:
    road: Enroller = reach.enroller(begun.url, begun.ca_pem, unb64u(begun.offer.hub_key))
    if invitation.hub_key is not None and invitation.hub_key != unb64u(begun.offer.hub_key):
        raise EnrolmentRefused("not_the_hub")
    return road.enrol_finish(begun.finish)


def _keep_config(connection: Connection, finished: Finished) -> None:
    read = read_configuration(finished.config)
    settings.put(connection, "config", read)
    settings.put(connection, "config_version", read.version)


def _told(offer: Offer, device_id: str) -> Changed:
    return Changed(
        everything=True,
        told={
            "office": offer.office,
            "office_name": offer.office_name,
            "officer": offer.officer,
            "officer_name": offer.officer_name,
            "device": device_id,
        },
        sentence=phrase(
            "Komputer ini terdaftar untuk {office_name}, petugas {officer_name}.",
            office_name=offer.office_name,
            officer_name=offer.officer_name,
        ),
    )


def with_services(desk: Desk, reach: Reach, changed: Changed) -> Changed:
    """Fetch the service packs at once while the network is there; without it they come with the first exchange."""
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
    hub, _ = reach.hub(who, contact.hub_keys[-1], contact.nonce)
    with suppress(SyncError):
        fetch_packs(desk, hub)
    return changed


def add_officer(desk: Desk, reach: Reach, code: str, password: str) -> Changed:
    """Take in another officer of the same office, with a code of the officer's own.

    Raises:
        HubTrouble: the code, the hub, or the network.
        NotAllowed: the code is for another office or another hub.
        BadInput: the password is too weak.
    """
    with desk.database.reading() as connection:
        who, hub_key = desk.enrolled(connection), desk.contact(connection).hub_keys[-1]
    check_new_password(password, office_names=(who.office_name, who.office))
    by_code = invitation_by_code(who.hub_url, code, who.ca_pem)
    invitation = Invitation(by_code.url, by_code.ca_pem, by_code.locator, by_code.secret, hub_key)
    officer = SigningKey.generate(desk.outside.token_bytes)
    try:
        begun = _agree(reach, invitation, (SigningKey(who.device_key), officer), desk.outside, who.device_id)
        if (begun.offer.hub_id, begun.offer.office) != (who.hub_id, who.office):
            raise NotAllowed(
                "kantor_lain",
                phrase(
                    "Kode ini untuk {office_name}, sedangkan komputer ini milik {own_office}. Belum ada yang "
                    "berubah. Pakai profil lain untuk kantor lain.",
                    office_name=begun.offer.office_name,
                    own_office=who.office_name,
                ),
            )
        opened = desk.vault.add(desk.data_key, begun.offer.officer, password, (officer.raw, officer.public))
        finished = _certified(desk, reach, invitation, begun, opened)
    except SyncError as error:
        raise trouble(error) from error
    with desk.database.writing() as connection:
        _keep_config(connection, finished)
    return _told(begun.offer, finished.device_id)


def _certified(desk: Desk, reach: Reach, invitation: Invitation, begun: Begun, opened: Opened) -> Finished:
    """Say the last word. Where the network swallowed the answer, it is said once more as it was."""
    try:
        finished = _say_finish(reach, invitation, begun)
    except (EnrolmentRefused, Refused):
        desk.vault.remove(opened.officer)
        raise
    except SyncError:
        finished = _say_finish(reach, invitation, begun)
    desk.opened[opened.officer] = opened
    return finished

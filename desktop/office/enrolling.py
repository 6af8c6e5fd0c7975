"""A desk meets its hub, or takes in another officer: keys are on the disk before the hub learns them.

A kill between the hub's last word and ours costs nothing: the second message is stored and said again as it was.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from desktop.errors import NotAllowed
from desktop.keys import Opened, Vault
from desktop.office.changes import Changed
from desktop.office.desk import Desk, Outside, open_with
from desktop.office.introducing import Begun, Introduced, Invitation, introduce, invitation_by_code, trouble, wait_for
from desktop.office.reach import Reach
from desktop.office.services import fetch_packs
from desktop.passwords import check_new_password
from desktop.phrases import phrase
from desktop.store import settings, states
from desktop.store.configuration import read_configuration
from desktop.store.database import FILE, gone_store, is_gone
from desktop.store.states import Enrolled
from sync.encoding import unb64u
from sync.enrolment import Finished, Offer
from sync.errors import EnrolmentRefused, Refused, SyncError
from sync.hub_port import Enroller
from sync.keys import SigningKey


def enrol_desk(
    vault: Vault, outside: Outside, reach: Reach, invitation: Invitation, password: str
) -> tuple[Desk, Changed]:
    """Enrol a new desk with its first officer, without a question: for whoever has compared the office before.

    Raises:
        WorldError: as `introduce_desk` and `settle_in`.
    """
    introduced = introduce_desk(vault, outside, reach, invitation, password)
    return settle_in(vault, outside, reach, introduced, password)


def introduce_desk(
    vault: Vault, outside: Outside, reach: Reach, invitation: Invitation, password: str
) -> Introduced | None:
    """Which office and which officer the invitation is for; nothing is kept.

    Returns:
        None where a person said yes to this invitation before and the enrolment was cut short: `settle_in` goes on.

    Raises:
        NotAllowed: it is enrolled already.
        HubTrouble: the code, the hub, or the network.
        BadInput: the password is too weak.
    """
    if _said_yes(vault, outside, invitation, password):
        return None
    check_new_password(password)
    try:
        introduced = introduce(reach, outside, invitation)
    except SyncError as error:
        raise trouble(error) from error
    offer = introduced.offer
    check_new_password(password, office_names=(offer.office_name, offer.office, offer.officer))
    return introduced


def settle_in(
    vault: Vault, outside: Outside, reach: Reach, introduced: Introduced | None, password: str
) -> tuple[Desk, Changed]:
    """Enrol as introduced: from here on the profile holds keys, and the hub's code is used up.

    Raises:
        HubTrouble: the hub or the network; what is kept so far is gone on with the next time.
        WrongPassword: another one than at the first half.
    """
    desk = _resume(vault, outside, password) if introduced is None else _begin(vault, outside, introduced, password)
    assert desk is not None  # noqa: S101 - `introduce_desk` saw it
    try:
        return desk, _finish(desk, reach)
    except SyncError as error:
        desk.close()
        raise trouble(error) from error


def _said_yes(vault: Vault, outside: Outside, invitation: Invitation, password: str) -> bool:
    desk = _resume(vault, outside, password)
    if desk is None:
        return False
    try:
        return _same_invitation(desk, invitation)
    finally:
        desk.close()


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


def _begin(vault: Vault, outside: Outside, introduced: Introduced, password: str) -> Desk:
    _forget_half_enrolled(vault)
    officer = introduced.officer
    opened = vault.create(introduced.offer.officer, password, officer.raw, officer.public)
    desk = open_with(vault, outside, opened)
    with desk.database.writing() as connection:
        settings.put(connection, "enrolling", introduced.begun)
    return desk


def _forget_half_enrolled(vault: Vault) -> None:
    """A profile that never met a hub holds nothing but keys that nobody certified."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (vault.folder / name).unlink(missing_ok=True)


def _finish(desk: Desk, reach: Reach) -> Changed:
    with desk.database.reading() as connection:
        begun = settings.get(connection, "enrolling", Begun)
    assert begun is not None  # noqa: S101 - written before
    finished = _say_finish(desk, reach, begun)
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


def _say_finish(desk: Desk, reach: Reach, begun: Begun) -> Finished:
    road: Enroller = reach.enroller(begun.url, begun.ca_pem, unb64u(begun.offer.hub_key))
    return wait_for(desk.outside, lambda: road.enrol_finish(begun.finish))


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
    """Take in another officer of the same office, with a code of the officer's own, without a question.

    Raises:
        WorldError: as `introduce_officer` and `let_in`.
    """
    return let_in(desk, reach, introduce_officer(desk, reach, code, password), password)


def introduce_officer(desk: Desk, reach: Reach, code: str, password: str) -> Introduced:
    """Which officer this code is for; nothing is kept.

    Raises:
        HubTrouble: the code, the hub, or the network.
        NotAllowed: the code is for another office or another hub.
        BadInput: the password is too weak.
    """
    with desk.database.reading() as connection:
        who, hub_key = desk.enrolled(connection), desk.contact(connection).hub_keys[-1]
    check_new_password(password, office_names=(who.office_name, who.office))
    invitation = replace(invitation_by_code(who.hub_url, code, who.ca_pem), hub_key=hub_key)
    try:
        introduced = introduce(reach, desk.outside, invitation, SigningKey(who.device_key), who.device_id)
    except SyncError as error:
        raise trouble(error) from error
    if (introduced.offer.hub_id, introduced.offer.office) != (who.hub_id, who.office):
        raise NotAllowed(
            "kantor_lain",
            phrase(
                "Kode ini untuk {office_name}, sedangkan komputer ini milik {own_office}. Belum ada yang "
                "berubah. Pakai profil lain untuk kantor lain.",
                office_name=introduced.offer.office_name,
                own_office=who.office_name,
            ),
        )
    return introduced


def let_in(desk: Desk, reach: Reach, introduced: Introduced, password: str) -> Changed:
    """Take in the officer as introduced: a slot here, a certified key at the hub.

    Raises:
        HubTrouble: the hub or the network.
    """
    officer, offer = introduced.officer, introduced.offer
    opened = desk.vault.add(desk.data_key, offer.officer, password, (officer.raw, officer.public))
    try:
        finished = _certified(desk, reach, introduced.begun, opened)
    except SyncError as error:
        raise trouble(error) from error
    with desk.database.writing() as connection:
        _keep_config(connection, finished)
    return _told(offer, finished.device_id)


def _certified(desk: Desk, reach: Reach, begun: Begun, opened: Opened) -> Finished:
    """Say the last word. Where the network swallowed the answer, it is said once more as it was."""
    try:
        finished = _say_finish(desk, reach, begun)
    except (EnrolmentRefused, Refused):
        desk.vault.remove(opened.officer)
        raise
    except SyncError:
        finished = _say_finish(desk, reach, begun)
    desk.opened[opened.officer] = opened
    return finished

"""A desk is taken in: two messages, a secret that neither side sends, five tries, once (`sync.enrolment`).

The second message may be repeated when its answer was lost; whoever proves the same conversation gets the same answer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row

from domain.actions import ActionKind
from domain.posts import HEAD_POSTS
from domain.scopes import shard_of_office
from hub.errors import HubError, NotKnown
from hub.sealing import seal, unseal
from hub.service.catalogue import Catalogue
from hub.service.configuration import configuration
from hub.service.ground import Ground
from hub.service.identity import bump_config
from hub.service.own_actions import now_of, say_without_request
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import devices, enrolments, officer_keys
from hub.store.locking import insert_if_absent, lock_row
from sync import enrolment
from sync.anchors import GENESIS
from sync.encoding import b64u, instant_text, read_instant, unb64u
from sync.enrolment import Begin, EnrolmentFile, Finish, Finished, Offer
from sync.errors import EnrolmentRefused
from sync.keys import key_id_of
from sync.signatures import make_nonce

_TRIES: Final = 20
"""Locators that are tried before all are taken to be in use."""
_CONVERSATIONS: Final = 8
"""Begun conversations that are remembered for one code: a stranger who knows its locator cannot push the desk's out."""


def invite_by_code(ground: Ground, office: str, officer: str) -> str:
    """A code for a new desk or a further officer; as of `invite_by_codes`."""
    return invite_by_codes(ground, office, [officer])[0]


def invite_by_codes(
    ground: Ground, office: str, officers: Sequence[str], minutes: int = enrolment.CODE_SECONDS // 60
) -> list[str]:
    """A code for each of these officers, in their order: for so many minutes, five tries, once.

    Raises:
        NotKnown: the office or an officer was never entered, or one has no post there; then none gets a code.
    """
    fresh = [_fresh_code(ground) for _ in officers]  # before the transaction: each takes half a second to stretch
    with ground.store.writing() as connection:
        _require_known(ground, connection, office, officers)
        return [
            _written(ground, connection, made, (office, officer), minutes)
            for officer, made in zip(officers, fresh, strict=True)
        ]


def _fresh_code(ground: Ground) -> tuple[str, str, bytes]:
    """A code, its locator, and the key that both sides make of it."""
    code = enrolment.make_code(ground.world.token_bytes)
    locator, secret = enrolment.read_code(code)
    return code, locator, enrolment.key_from_code(secret, locator, ground.identity.hub_id)


def _written(
    ground: Ground, connection: Connection, made: tuple[str, str, bytes], whom: tuple[str, str], minutes: int
) -> str:
    for _ in range(_TRIES):
        code, locator, key = made
        if _invite(ground, connection, (locator, key, "code"), whom, timedelta(minutes=minutes)):
            return code
        made = _fresh_code(ground)
    raise _too_many()


def invite_by_file(ground: Ground, office: str, officer: str, url: str, ca_pem: str | None) -> bytes:
    """An enrolment file for a place without a network: thirty days. It holds a secret.

    Raises:
        NotKnown: the office or the officer was never entered, or the officer has no post there.
    """
    identity, life = ground.identity, timedelta(seconds=enrolment.FILE_SECONDS)
    secret = ground.world.token_bytes(32)
    with ground.store.writing() as connection:
        _require_known(ground, connection, office, [officer])
        locator = _written_locator(ground, connection, secret, (office, officer), life)
    file = EnrolmentFile(
        hub_id=identity.hub_id,
        hub_key=b64u(identity.key.public),
        url=url,
        ca_pem=ca_pem,
        locator=locator,
        secret=b64u(secret),
        office=office,
        officer=officer,
        expires=instant_text(now_of(ground) + life),
    )
    return enrolment.write_file(file, identity.key)


def _written_locator(
    ground: Ground, connection: Connection, secret: bytes, whom: tuple[str, str], life: timedelta
) -> str:
    for _ in range(_TRIES):
        locator = enrolment.read_code(enrolment.make_code(ground.world.token_bytes))[0]
        key = enrolment.key_from_file(secret, locator, ground.identity.hub_id)
        if _invite(ground, connection, (locator, key, "file"), whom, life):
            return locator
    raise _too_many()


def _too_many() -> HubError:
    return HubError(
        "Terlalu banyak kode pendaftaran yang masih terbuka. Tidak ada yang dibuat. Tunggu sepuluh menit, lalu ulangi."
    )


def _require_known(ground: Ground, connection: Connection, office: str, officers: Sequence[str]) -> None:
    catalogue = ground.catalogue(connection)
    catalogue.office(office)
    for officer in officers:
        catalogue.officer(officer)
        _require_post(catalogue, office, officer, now_of(ground))


def _require_post(catalogue: Catalogue, office: str, officer: str, now: datetime) -> None:
    """A desk reads all that its office reads, so only who serves there, now or soon, is let in."""
    mine = (each for each in catalogue.assignments_of(office) if each.officer == officer)
    if not any(each.end is None or each.end > now for each in mine):
        raise NotKnown(
            f"Petugas {officer} tidak memegang jabatan di kantor {office}. Kode tidak dibuat. "
            "Masukkan penugasannya dahulu."
        )


def _invite(
    ground: Ground, connection: Connection, made: tuple[str, bytes, str], whom: tuple[str, str], life: timedelta
) -> bool:
    locator, key, kind = made
    now = now_of(ground)
    _forget_old(connection, ground.identity.regency, now)
    row = {"shard": ground.identity.regency, "locator": locator, "kind": kind, "office": whom[0], "officer": whom[1]}
    sealed = seal(ground.data_key.derive("enrolment"), key, locator, ground.world.token_bytes(12))
    state = {"sealed_secret": sealed, "tries_left": enrolment.CODE_TRIES, "expires": instant_text(now + life)}
    return insert_if_absent(connection, enrolments, {**row, **state, "used_at": None, "begun": None})


def _forget_old(connection: Connection, regency: str, now: datetime) -> None:
    """Locators are few: what ended a day ago makes room."""
    ended = instant_text(now - timedelta(days=1))
    connection.execute(enrolments.delete().where(enrolments.c.shard == regency, enrolments.c.expires < ended))


def begin(ground: Ground, said: Begin) -> Offer:
    """The first message: the hub proves that it made the code.

    Raises:
        EnrolmentRefused: `wrong`, `used`, `expired` or `locked`.
        Unreadable: a key or nonce that no desk of ours sends.
    """
    enrolment.check_begin(said)
    with ground.store.writing() as connection:
        row = _open_row(ground, connection, said.locator)
        if row.used_at is not None:
            raise EnrolmentRefused("used")
        catalogue = ground.catalogue(connection)
        _check_device(connection, row, said)
        offer = Offer(
            hub_id=ground.identity.hub_id,
            hub_key=b64u(ground.identity.key.public),
            hub_nonce=b64u(ground.world.token_bytes(enrolment.NONCE)),
            office=row.office,
            office_name=catalogue.office(row.office).full_name,
            officer=row.officer,
            officer_name=catalogue.officer(row.officer).name,
            hub_proof="",
        )
        proved = enrolment.prove_hub(_secret(ground, row), said, offer)
        _remember(connection, row, said, proved)
        return proved


def _open_row(ground: Ground, connection: Connection, locator: str) -> Row[Any]:
    row = lock_row(connection, enrolments, {"shard": ground.identity.regency, "locator": locator})
    if row is None:
        raise EnrolmentRefused("wrong")
    if row.tries_left <= 0:
        raise EnrolmentRefused("locked")
    if read_instant(row.expires) < now_of(ground):
        raise EnrolmentRefused("expired")
    return row


def _check_device(connection: Connection, row: Row[Any], said: Begin) -> None:
    """A desk that takes in another officer must be the office's own, and hold the key that it is known by."""
    if said.device_id is None:
        return
    device = _device(connection, row.office, said.device_id)
    if device is None or device.state != "active" or bytes(device.public) != unb64u(said.device_key, size=32):
        raise EnrolmentRefused("wrong")


def _device(connection: Connection, office: str, device: str) -> Row[Any] | None:
    found = lock_row(connection, devices, {"shard": shard_of_office(office), "device": device})
    return found if found is not None and found.office == office else None


def _secret(ground: Ground, row: Row[Any]) -> bytes:
    return unseal(ground.data_key.derive("enrolment"), bytes(row.sealed_secret), row.locator)


def _remember(connection: Connection, row: Row[Any], said: Begin, offer: Offer) -> None:
    begun: list[Any] = json.loads(row.begun) if row.begun else []
    begun = [*begun, {"begin": msgspec.to_builtins(said), "offer": msgspec.to_builtins(offer), "device": None}]
    if len(begun) > _CONVERSATIONS:
        raise EnrolmentRefused("locked")
    _put(connection, row, begun=json.dumps(begun))


def _put(connection: Connection, row: Row[Any], **values: Any) -> None:
    where = (enrolments.c.shard == row.shard, enrolments.c.locator == row.locator)
    connection.execute(enrolments.update().where(*where).values(**values))


def finish(ground: Ground, said: Finish) -> Finished:
    """The second message: the desk proves itself and is enrolled, in one transaction.

    Raises:
        EnrolmentRefused: `wrong` costs a try; `used`, `expired`, `locked`.
        Unreadable: a locator that no desk of ours sends.
    """
    refused: EnrolmentRefused | None = None
    enrolment.check_locator(said.locator)
    with ground.store.writing() as connection:
        try:
            return _finish(ground, connection, said)
        except _WrongProof as wrong:
            _put(connection, wrong.row, tries_left=wrong.row.tries_left - 1)
            left = int(wrong.row.tries_left) - 1
            refused = EnrolmentRefused("wrong" if left > 0 else "locked", left)
    raise refused


class _WrongProof(Exception):
    """A try that must be counted: the transaction is kept, the desk is refused."""

    def __init__(self, row: Row[Any]) -> None:
        super().__init__("wrong proof")
        self.row = row


def _finish(ground: Ground, connection: Connection, said: Finish) -> Finished:
    row = _open_row(ground, connection, said.locator)
    begun: list[dict[str, Any]] = json.loads(row.begun) if row.begun else []
    mine = next((each for each in begun if each["begin"]["desk_nonce"] == said.desk_nonce), None)
    if mine is None:
        raise EnrolmentRefused("wrong" if row.used_at is None else "used")
    opened = msgspec.convert(mine["begin"], Begin)
    try:
        enrolment.check_finish(_secret(ground, row), opened, msgspec.convert(mine["offer"], Offer), said)
    except EnrolmentRefused as error:
        raise _WrongProof(row) from error
    if row.used_at is not None and mine["device"] is None:
        raise EnrolmentRefused("used")
    if mine["device"] is None:
        mine["device"] = _enrol(ground, connection, row, opened)
        _put(connection, row, used_at=instant_text(now_of(ground)), begun=json.dumps(begun))
    return _finished(ground, connection, row.office, mine["device"])


def _finished(ground: Ground, connection: Connection, office: str, device: str) -> Finished:
    nonce = make_nonce(now_of(ground), device, ground.data_key.derive("nonce"))
    return Finished(device_id=device, config=configuration(ground, connection, office), nonce=nonce)


def _enrol(ground: Ground, connection: Connection, row: Row[Any], said: Begin) -> str:
    """Write the device, the officer's key, and what every desk reads about both; the device's id."""
    sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
    device = said.device_id
    if device is None:
        device = _new_device(ground, connection, row, said)
        body = {"device": device, "device_key": said.device_key, "office": row.office, "officer": row.officer}
        config = ground.identity.regency
        say_without_request(sitting, config, ActionKind.ENROLLED, {**body, "caused_by": row.locator})
    _certify(sitting, row, said, device)
    write_sitting(sitting)
    bump_config(connection)
    return device


def _new_device(ground: Ground, connection: Connection, row: Row[Any], said: Begin) -> str:
    shard = shard_of_office(row.office)
    device = f"{shard}-{ground.world.new_id()}"
    values = {"shard": shard, "device": device, "public": unb64u(said.device_key, size=32), "office": row.office}
    state = {"state": "active", "enrolled_at": instant_text(now_of(ground)), "last_seen": None}
    counted = {"last_verdict": 0, "last_access": 0, "access_link": GENESIS}
    connection.execute(devices.insert().values(**values, **state, **counted))
    return device


def _certify(sitting: Sitting, row: Row[Any], said: Begin, device: str) -> None:
    public = unb64u(said.officer_key, size=32)
    state = "confirmed" if _leads(sitting.catalogue, row, sitting.now) else "certified"
    key = {"shard": shard_of_office(row.office), "key": key_id_of(public), "public": public}
    about = {"officer": row.officer, "office": row.office, "device": device, "state": state}
    stored = {**key, **about, "since": instant_text(sitting.now), "revoked_at": None}
    insert_if_absent(sitting.connection, officer_keys, stored)
    body = {"key": key_id_of(public), "public": said.officer_key, "officer": row.officer, "office": row.office}
    rest = {"device": device, "state": state, "caused_by": row.locator}
    say_without_request(sitting, sitting.ground.identity.regency, ActionKind.KEY_CHANGED, {**body, **rest})


def _leads(catalogue: Catalogue, row: Row[Any], now: datetime) -> bool:
    """Whether the officer is the head now: heads are confirmed by the administrator who invited them."""
    mine = (each for each in catalogue.assignments_of(row.office) if each.officer == row.officer)
    return any(each.post in HEAD_POSTS and each.start <= now and (not each.end or now < each.end) for each in mine)

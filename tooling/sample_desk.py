"""Desks with sample requests, without a hub: what the tests of the windows and the pictures in the docs look at.

Everybody in it is invented and called *Contoh*. What a hub would have accepted is written into the log as accepted, in
the words of the same use cases and the same domain as in life.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from typing import Any

from sqlalchemy import update
from uuid_utils import uuid7

from desktop.keys import Vault
from desktop.office.desk import Desk, Outside, open_with
from desktop.office.entering import remember_door
from desktop.office.recording import known
from desktop.office.submitting import submit_request
from desktop.store import actions as log
from desktop.store import catalogue, citizens, settings, states
from desktop.store.committing import project
from desktop.store.configuration import read_configuration
from desktop.store.states import Enrolled
from desktop.store.tables import actions
from domain.actions import ActionKind, Json
from resources.packs import open_packs
from resources.samples import sample_path
from sync.encoding import b64u, instant_text
from sync.keys import SigningKey, key_id_of
from sync.record import Draft, make
from sync.stretching import Cost

PASSWORD = "perahu kayu ulin"  # noqa: S105 - of a sample desk
VILLAGE, KECAMATAN = "64.02.04.2001", "64.02.04"
_CHEAP = Cost(8, 1, 1)
_HUB = "hub-contoh"


def outside_at(now: Callable[[], datetime]) -> Outside:
    """The outside with a clock of one's own."""
    return Outside(
        now=now,
        new_id=lambda: str(uuid7()),
        token_bytes=secrets.token_bytes,
        rand=SystemRandom().random,
        monotonic=time.monotonic,
        sleep=lambda _seconds: None,
    )


def vault_at(folder: Path) -> Vault:
    """Key slots that open quickly and leave the computer's keyring alone."""
    return Vault(folder, secrets.token_bytes, _CHEAP, lambda: None, lambda: None)


def begin_desk(folder: Path, office: str, officers: tuple[str, ...], outside: Outside) -> Desk:
    """An enrolled desk of an office of the sample regency; the first officer acts. All have the same password."""
    vault = vault_at(folder)
    first, *others = officers
    key = SigningKey.generate(secrets.token_bytes)
    desk = open_with(vault, outside, vault.create(first, PASSWORD, key.raw, key.public))
    keys = {first: key}
    for officer in others:
        keys[officer] = SigningKey.generate(secrets.token_bytes)
        vault.add(desk.data_key, officer, PASSWORD, (keys[officer].raw, keys[officer].public))
    _enrol(desk, office, keys)
    remember_door(desk)
    return desk


def _enrol(desk: Desk, office: str, keys: Mapping[str, SigningKey]) -> None:
    sample = json.loads(sample_path("kutai-kartanegara").read_text(encoding="utf-8"))
    name = next(f"{each['local_name']} {each['name']}" for each in sample["offices"] if each["id"] == office)
    device = SigningKey.generate(secrets.token_bytes)
    who = Enrolled(
        hub_id=_HUB,
        hub_url="https://hub.contoh.example",
        ca_pem=None,
        device_id="komputer-contoh",
        device_key=device.raw,
        office=office,
        office_name=name,
    )
    content: dict[str, Any] = {
        "version": "contoh-1",
        "offices": sample["offices"],
        "officers": sample["officers"],
        "assignments": sample["assignments"],
        "calendars": sample["calendar"],
        "keys": [
            {
                "key": key_id_of(key.public),
                "public": b64u(key.public),
                "officer": officer,
                "office": office,
                "device": who.device_id,
                "state": "confirmed" if officer.endswith(("-kades", "-camat")) else "certified",
                "from": instant_text(desk.outside.now()),
            }
            for officer, key in keys.items()
        ],
    }
    with desk.database.writing() as connection:
        states.enrol(connection, who, device.public, desk.outside.new_id(), "nonce")
        settings.put(connection, "config", read_configuration(content))
        settings.put(connection, "config_version", "contoh-1")
        settings.put(connection, "salt", secrets.token_bytes(32))
        for pack in open_packs().values():
            catalogue.keep_pack(connection, pack)


def file_request(desk: Desk, service: str, answers: Mapping[str, Json], *, accepted: bool = True) -> str:
    """File a request; as if the hub had accepted it, or still waiting to be sent."""
    request = str(submit_request(desk, service, answers).told["request"])
    if accepted:
        accept(desk, request)
    return request


def accept(desk: Desk, request: str) -> None:
    """As if the hub had accepted everything that this desk said of a request."""
    with desk.database.writing() as connection:
        held = log.of_request(connection, request)
        rev = max((item.rev or 0 for item in held), default=0)
        for item in held:
            if item.unanswered:
                rev += 1
                accepted = {"code": "ok", "reason": "", "rev": rev, "sent": True}
                connection.execute(update(actions).where(actions.c.id == item.action.id).values(**accepted))
        project(connection, request, instant_text(desk.outside.now()))


def refuse(desk: Desk, request: str, reason: str) -> None:
    """As if the hub had refused what waits."""
    with desk.database.writing() as connection:
        waiting = (actions.c.request == request) & actions.c.code.is_(None)
        connection.execute(update(actions).where(waiting).values(code="conflict", reason=reason, sent=True))
        project(connection, request, instant_text(desk.outside.now()))


def carry(source: Desk, target: Desk, request: str) -> None:
    """As if the hub had brought everything accepted of a request to another desk."""
    with source.database.reading() as connection:
        held = [item for item in log.of_request(connection, request) if item.rev is not None]
    with target.database.writing() as connection:
        here = {item.action.id for item in log.of_request(connection, request)}
        for item in held:
            if item.action.id not in here:
                log.add_received(connection, item.envelope, item.rev)
        project(connection, request, instant_text(target.outside.now()))


def hear(desk: Desk, request: str, author: str, kind: ActionKind, said: Mapping[str, Json] | None = None) -> None:
    """As if an officer of another office had decided, and the hub had brought it here; `note` goes to the payload."""
    body = dict(said or {})
    note = body.pop("note", None)
    with desk.database.writing() as connection:
        standing = known(connection, request).request
        draft = Draft(
            hub_id=_HUB,
            id=desk.outside.new_id(),
            shard=standing.shard,
            request=request,
            kind=kind,
            base=standing.head,
            author=author,
            at=desk.outside.now(),
            hub_at=None,
            step=standing.at.id,
            body=body,
        )
        content = None if note is None else {"note": note}
        envelope = make(draft, content, SigningKey.generate(secrets.token_bytes), secrets.token_bytes)
        rev = max((item.rev or 0 for item in log.of_request(connection, request)), default=0) + 1
        log.add_received(connection, envelope, rev)
        project(connection, request, instant_text(desk.outside.now()))


def register(desk: Desk, people: tuple[Mapping[str, str], ...]) -> None:
    """Citizens in the register of this desk."""
    with desk.database.writing() as connection:
        for person in people:
            citizens.keep(connection, person, "berkas contoh", instant_text(desk.outside.now()))

"""A desk without a hub: an enrolled profile on a real disk, a clock that stands, passwords that are quick to try."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from uuid_utils import uuid7

from desktop.keys import Opened, Vault
from desktop.office.desk import Desk, Outside, open_with
from desktop.store import catalogue, settings, states
from desktop.store.configuration import read_configuration
from desktop.store.states import Enrolled
from domain.office_customs import Above, default_office
from domain.offices import Office
from domain.posts import Assignment, Officer
from resources.packs import open_packs
from sync.encoding import b64u
from sync.enrolment import Finished, Offer
from sync.errors import Unreachable
from sync.hub_port import Enroller, Hub
from sync.keys import SigningKey
from sync.running import Carried
from tests.quickly import QUICK

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
"""A Friday noon at the office's clock (WITA)."""
VILLAGE, KECAMATAN, REGENCY = "64.02.04.2001", "64.02.04", "64.02"
PASSWORD = "perahu ketinting lima"


@dataclass
class Clock:
    """Time that stands until it is moved."""

    instant: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return (self.instant - NOON).total_seconds()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.instant += timedelta(seconds=seconds)


def outside(clock: Clock | None = None) -> Outside:
    found = clock or Clock()
    return Outside(
        now=found.now,
        new_id=lambda: str(uuid7()),
        token_bytes=secrets.token_bytes,
        rand=lambda: 0.0,
        monotonic=found.monotonic,
        sleep=found.sleep,
    )


def quick_vault(profile: Path) -> Vault:
    return Vault(profile, secrets.token_bytes, QUICK, lambda: None, lambda: None)


class NoNetwork:
    """A reach that reaches nothing."""

    def enroller(self, *_: object, **__: object) -> Enroller:
        return _Cut()

    def hub(self, *_: object, **__: object) -> tuple[Hub, Carried]:
        return _Cut(), Carriage()


@dataclass
class Carriage:
    bytes_up: int = 0
    bytes_down: int = 0
    round_trips: int = 0


class _Cut:
    """Every verb of a hub, and none of them gets through."""

    def enrol_begin(self, *_: object) -> Offer:
        raise Unreachable("no network")

    def enrol_finish(self, *_: object) -> Finished:
        raise Unreachable("no network")

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def fail(*_: object) -> Any:
            raise Unreachable("no network")

        return fail


def office(code: str, name: str, **changes: Any) -> dict[str, Any]:
    """An office as it travels, with the customs of its kind."""

    above = Above("Kutai Kartanegara", "Anggana")
    found: Office = default_office(code, name, above)
    return {**found.to_json(), **changes}


def config_of(keys: dict[str, SigningKey], hub: SigningKey, **changes: Any) -> dict[str, Any]:
    """A configuration of one village and its kecamatan; `keys` by officer."""
    posts = {"clerk": "clerk", "kades": "kades", "camat": "camat", "sekcam": "sekcam"}
    places = dict.fromkeys(("clerk", "kades"), VILLAGE) | dict.fromkeys(("camat", "sekcam"), KECAMATAN)
    since = datetime(2025, 1, 1, tzinfo=UTC)
    return {
        "version": "1",
        "hub": {"id": "hub-contoh", "key": b64u(hub.public), "name": "Hub Contoh"},
        "regency": REGENCY,
        "offices": [office(VILLAGE, "Sepatin Contoh"), office(KECAMATAN, "Anggana Contoh")],
        "officers": [Officer(name, f"{name.capitalize()} Contoh").to_json() for name in posts],
        "assignments": [
            Assignment(id=f"a-{name}", officer=name, office=places[name], post=post, start=since).to_json()
            for name, post in posts.items()
        ],
        "keys": [
            {
                "key": key.key_id,
                "public": b64u(key.public),
                "officer": name,
                "office": places.get(name, VILLAGE),
                "device": "64.02.04-desk",
                "state": "certified",
            }
            for name, key in keys.items()
        ],
        "certificates": [],
        "packs": [],
        "trust": {"roots": [], "intermediates": [], "crls": []},
        "calendars": [],
        "verification_url": "https://surat.contoh.example/p",
        **changes,
    }


@dataclass
class Bench:
    """A profile with one officer, enrolled at a hub that nobody asks."""

    profile: Path
    clock: Clock = field(default_factory=Clock)
    officer: SigningKey = field(default_factory=lambda: SigningKey(b"o" * 32))
    hub: SigningKey = field(default_factory=lambda: SigningKey(b"h" * 32))
    office: str = VILLAGE
    who: str = "clerk"

    def open_new(self) -> Desk:
        vault = quick_vault(self.profile)
        opened = vault.create(self.who, PASSWORD, self.officer.raw, self.officer.public)
        desk = open_with(vault, outside(self.clock), opened)
        enrolled = Enrolled(
            hub_id="hub-contoh",
            hub_url="https://hub.contoh.example",
            ca_pem=None,
            device_id="64.02.04-desk",
            device_key=b"d" * 32,
            office=self.office,
            office_name="Desa Sepatin Contoh",
        )
        with desk.database.writing() as connection:
            states.enrol(connection, enrolled, self.hub.public, "life-1", "")
            config = read_configuration(config_of({self.who: self.officer}, self.hub))
            settings.put(connection, "config", config)
            settings.put(connection, "salt", b"s" * 32)
            for content in open_packs().values():
                catalogue.keep_pack(connection, content)
        return desk

    def open_again(self) -> Desk:
        vault = quick_vault(self.profile)
        opened: Opened = vault.open(self.who, PASSWORD, self.clock.now())
        return open_with(vault, outside(self.clock), opened)

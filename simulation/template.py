"""The world before the first day: a hub with its reference data and five enrolled desks, made once for each process.

Every seed begins with copies of these files in memory (a tmpfs where the system has one). The encrypted form is what
the programs write themselves; the plain form, for speed, is SQLCipher's own export of it: the same tables and rows.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher

from desktop.keys import Opened, Vault
from desktop.office.desk import Desk, Outside, open_with
from desktop.store import catalogue, settings, states
from desktop.store.blob_bytes import SqlBytes
from desktop.store.configuration import read_configuration
from desktop.store.database import FILE
from desktop.store.desk_log import SqlDeskLog
from desktop.store.states import Enrolled
from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.admin.folder import FolderSettings, Place, make_hub
from hub.service import enrolling
from hub.service.configuring import configuration_of
from hub.service.ground import Ground
from hub.service.port import DevicePort
from hub.world import World
from resources.packs import open_packs
from simulation.chance import Chance, TrueTime
from simulation.places import PASSWORD, REGENCY, SEATS, Seat, reference
from simulation.wire import Carried
from sync import enrolment
from sync.encoding import b64u, unb64u
from sync.engine import Engine
from sync.enrolment import Begin, Finished, Offer
from sync.keys import SigningKey
from sync.running import Times, run_exchange
from sync.stretching import USUAL, Cost

PLAIN: Final = "plain.db"
_QUICK: Final = Cost(memory_kib=64, passes=1, lanes=1)


@dataclass
class Enrolling:
    """One computer while it is taken in, and what of it a seed must know."""

    seat: Seat
    device_key: SigningKey
    keys: dict[str, SigningKey] = field(default_factory=dict)
    device: str = ""
    data_key: bytes = b""


@dataclass(frozen=True)
class Template:
    """The files of the world before the first day.

    Attributes:
        folder: with `hub/` and a folder for each desk.
        keys: of each desk, its officers' private keys and the key of its data.
    """

    folder: Path
    keys: dict[str, dict[str, Opened]]


def forget_template(made: Template) -> None:
    """Give its memory back."""
    shutil.rmtree(made.folder, ignore_errors=True)


def memory_folder(prefix: str) -> Path:
    """A new folder that costs no disk where the system has such a place."""
    shm = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return Path(tempfile.mkdtemp(prefix=prefix, dir=shm if os.access(shm, os.W_OK) else None))


@cache
def template(*, dear: bool) -> Template:
    """The template; `dear`: with the true cost of passwords."""
    time = TrueTime()
    chance = Chance(f"template-{dear}", time)
    folder = memory_folder("ketinting-template-")
    world = World(time, chance.new_id, chance.token_bytes)
    place = Place(folder / "hub", folder / "hub.key")
    ground = make_hub(place, FolderSettings(regency=REGENCY), "Hub Contoh", world)
    apply_document(ground, read_document(json.dumps(reference()).encode()), folder)
    computers = [_enrolled(ground, seat, chance) for seat in SEATS.values()]
    keys = {each.seat.name: _written(folder, ground, each, chance, USUAL if dear else _QUICK) for each in computers}
    raw = ground.data_key.derive("database").hex()
    ground.close()
    _export(folder / "hub" / "hub.db", raw, folder / "hub" / PLAIN)
    found = Template(folder, keys)
    atexit.register(forget_template, found)
    return found


def _enrolled(ground: Ground, seat: Seat, chance: Chance) -> Enrolling:
    computer = Enrolling(seat, SigningKey.generate(chance.token_bytes))
    for officer in seat.officers:
        _take_in(ground, computer, officer, chance)
    return computer


def _take_in(ground: Ground, computer: Enrolling, officer: str, chance: Chance) -> None:
    """By file, whose secret needs no stretching; the messages are the real ones."""
    invited = enrolling.invite_by_file(ground, computer.seat.office, officer, "https://localhost", None)
    file = enrolment.read_file(invited)
    key = SigningKey.generate(chance.token_bytes)
    said = Begin(
        locator=file.locator,
        device_key=b64u(computer.device_key.public),
        officer_key=b64u(key.public),
        desk_nonce=b64u(chance.token_bytes(32)),
        device_id=computer.device or None,
    )
    offer: Offer = enrolling.begin(ground, said)
    shared = enrolment.key_from_file(unb64u(file.secret), file.locator, offer.hub_id)
    enrolment.check_offer(shared, said, offer)
    finish = enrolment.finish(shared, said, offer, computer.device_key, key)
    finished: Finished = enrolling.finish(ground, finish)
    computer.device = finished.device_id
    computer.keys[officer] = key


def _written(folder: Path, ground: Ground, computer: Enrolling, chance: Chance, cost: Cost) -> dict[str, Opened]:
    """The desk's profile as an enrolment leaves it."""
    profile = folder / computer.seat.name
    vault = Vault(profile, chance.token_bytes, cost, lambda: None, lambda: None)
    opened: dict[str, Opened] = {}
    for officer, key in computer.keys.items():
        pair = (key.raw, key.public)
        first = next(iter(opened.values()), None)
        opened[officer] = (
            vault.create(officer, PASSWORD, *pair)
            if first is None
            else vault.add(first.data_key, officer, PASSWORD, pair)
        )
    desk = open_with(vault, _outside(chance), next(iter(opened.values())))
    _settle(desk, ground, computer, chance)
    if cost != USUAL:
        _first_exchange(desk, ground, computer)
    desk.database.close()
    data_key = desk.data_key.hex()
    _export(profile / FILE, data_key, profile / PLAIN)
    return opened


def _outside(chance: Chance) -> Outside:
    time = chance.time
    return Outside(time, chance.new_id, chance.token_bytes, chance.number, lambda: 0.0, lambda _: None)


def _settle(desk: Desk, ground: Ground, computer: Enrolling, chance: Chance) -> None:
    config = read_configuration(json.loads(json.dumps(configuration_of(ground, computer.seat.office))))
    who = Enrolled(
        hub_id=ground.identity.hub_id,
        hub_url="https://localhost",
        ca_pem=None,
        device_id=computer.device,
        device_key=computer.device_key.raw,
        office=computer.seat.office,
        office_name=f"Kantor Contoh {computer.seat.name}",
    )
    with desk.database.writing() as connection:
        states.enrol(connection, who, ground.identity.key.public, chance.new_id(), "")
        settings.put(connection, "config", config)
        settings.put(connection, "config_version", config.version)
        settings.put(connection, "salt", chance.token_bytes(32))
        for content in open_packs().values():
            catalogue.keep_pack(connection, content)


def _first_exchange(desk: Desk, ground: Ground, computer: Enrolling) -> None:
    """What every desk reads first is read once for all cheap seeds: who is enrolled, and the first numbers."""
    outside = desk.outside
    log = SqlDeskLog(desk.database, outside.now, outside.uptime)
    times = Times(outside.now, outside.monotonic, outside.sleep)
    shelf = SqlBytes(desk.database, desk.files)
    engine = Engine(log, outside.new_id, outside.rand)
    summary = run_exchange(engine, DevicePort(ground, computer.device), shelf, times, Carried())
    assert summary.trouble is None  # noqa: S101 - nothing has gone wrong yet


def _export(source: Path, key: str, target: Path) -> None:
    """The same database without encryption, in one file."""
    connection = sqlcipher.connect(str(source), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute("PRAGMA plain.journal_mode = WAL")
        connection.execute("DETACH DATABASE plain")
    finally:
        connection.close()
